"""Whatever a page sends, a panel answers with a sentence, and the workshop stays as the method wants it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.widgets.participant_phone import FACTORIES, Phone, Room
from workshop_kit.domain.model import COMPETENCES, DOTS_PER_CHALLENGE, DOTS_PER_OPTION, INTERESTS, PHASES, Phase
from workshop_kit.i18n import Translator
from workshop_kit.live.participant.seat import PSEUDONYM_AT_MOST
from workshop_kit.widgets.panel import Panel

_FIELDS: tuple[str, ...] = (
    "pseudonym",
    "category",
    "sector",
    "challenge",
    "text",
    "source",
    "idea",
    "finished",
    "option",
    "count",
)
_FIELDS += ("value", "name", "email", "phone", "challenges", "consent", "may_show_name", "mission", "answer", "opened")
_FIELDS += ("with_ideas", "language", "phase")
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(), max_size=20),
    st.sampled_from(
        ["c0", "c1", "other", "secret", "shop", "Les Tilleuls", "accepted", "writing", "lived", "en", "\ud800"]
    ),
)
_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 4),
    st.floats(),
    _TEXTS,
    st.lists(_TEXTS, max_size=3),
    st.dictionaries(_TEXTS, st.integers(), max_size=2),
)
_PAYLOADS = st.one_of(st.dictionaries(st.sampled_from(_FIELDS), _VALUES), _VALUES)


def _intentions(panel: Panel) -> list[str]:
    return sorted({name[7:] for name in dir(panel) if name.startswith("handle_")} | {"", "nothing"})


def _check(room: Room) -> None:
    """What must hold whatever was sent: other people's words untouched, every value within the method's limits."""
    ideas = {idea.id: idea for idea in room.read(lambda hall: hall.list_ideas())}
    assert ideas["secret"].text == "Une laverie près de la gare"
    assert ideas["secret"].author == "other"
    for score in room.read(lambda hall: hall.list_scores()):
        assert score.competence is None or (type(score.competence) is int and score.competence in COMPETENCES)
        assert score.interest is None or (type(score.interest) is int and score.interest in INTERESTS)
    dots = room.read(lambda hall: hall.list_dots())
    assert all(0 < one.count <= DOTS_PER_OPTION for one in dots)
    assert sum(one.count for one in dots) <= DOTS_PER_CHALLENGE * 2
    people = room.read(lambda hall: hall.list_participants())
    assert all(0 < len(one.pseudonym) <= PSEUDONYM_AT_MOST and one.pseudonym.isprintable() for one in people)
    assert all(one.consented_at is not None for one in room.read(lambda hall: hall.list_volunteers()))


@pytest.mark.parametrize("phase", PHASES)
def test_whatever_is_sent_is_answered_in_words_and_breaks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, phase: Phase
) -> None:
    room = Room(tmp_path, monkeypatch)
    unexpected = {Translator(language)("errors.unexpected") for language in ("fr", "en")}
    phone: Phone = room.phone().join("Merle")
    room.move(phase, phone)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(panel=st.sampled_from(sorted(FACTORIES)), data=st.data(), payload=_PAYLOADS, number=st.integers(0, 10**9))
    def send(panel: str, data: Any, payload: Any, number: int) -> None:
        intention = data.draw(st.sampled_from(_intentions(phone.panels[panel])))
        answer = phone.panels[panel].answer(intention, payload, f"{panel}-{intention}-{number}")
        assert set(answer) <= {"ack", "ok", "result", "sentence", "values"}
        assert answer["ok"] or answer["sentence"] not in unexpected, (panel, intention, payload)
        assert "Traceback" not in str(answer)
        phone.window.follow_once()
        _check(room)

    try:
        send()
    finally:
        room.close()
