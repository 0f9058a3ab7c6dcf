"""The sample commune shows every vote, a discussion that moved one, and stands at the moment that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.course import MOMENTS, Moment, Phase, Stage, place_moment
from workshop_kit.domain.moderation import FindingKind
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.synthesis import gather_synthesis
from workshop_kit.hosting.samples import make_sample
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import read_present
from workshop_kit.report.making import read_material
from workshop_kit.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("sample") / "val-brume"
    make_sample(folder)
    with open_store(folder) as opened:
        yield opened
