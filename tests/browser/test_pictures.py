"""The pictures of the READMEs: taken from a served workshop, never drawn.

``make pictures`` (or ``WORKSHOP_KIT_PICTURES=1``) takes them anew; otherwise the pages they show are only visited.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop
from tests.store.leading import lead_to
from workshop_kit.domain.course import Moment
from workshop_kit.hosting.samples import make_sample
from workshop_kit.report import make_report
from workshop_kit.store import Repository, Store, open_store

ROOT: Final = Path(__file__).parents[2]
PICTURES: Final = ROOT / "docs" / "pictures"
TAKEN_ANEW: Final = os.environ.get("WORKSHOP_KIT_PICTURES") == "1"
#: A README is read over a village's connection too.
HEAVIEST: Final = 200_000
COLOURS: Final = 128

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def store(sample: ServedWorkshop) -> Iterator[Store]:
    opened = open_store(sample.folder)
    yield opened
    opened.close()


def move(store: Store, moment: Moment) -> None:
    store.perform(None, lambda repository: lead_to(repository, moment, at=some_time_ago()))


def some_time_ago() -> datetime:
    """Return a time so far back that the move made then is not offered to be taken back any more."""
    return datetime.now(UTC) - timedelta(minutes=1)


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture in few colours; every picture is looked at, only those asked for are written."""
    assert picture.width > 300
    if TAKEN_ANEW:
        PICTURES.mkdir(exist_ok=True)
        drawn = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        drawn.save(PICTURES / f"{name}.png", optimize=True)


def take(page: Page, name: str, height: int | None = None) -> None:
    """Take what the window shows from the top of the page, ``height`` px of it."""
    page.evaluate("scrollTo(0, 0)")
    page.evaluate("document.activeElement?.blur()")
    page.evaluate("document.fonts.ready.then(() => true)")
    if height is not None:
        page.set_viewport_size({"width": page.evaluate("innerWidth"), "height": height})
    keep(Image.open(io.BytesIO(page.screenshot(animations="disabled"))), name)


def until(page: Page, text: str | re.Pattern[str]) -> None:
    """Wait until a panel says ``text``; the guide beside the panels may say it too, and earlier."""
    expect(page.locator("main[aria-busy]")).to_have_count(0)
    expect(page.locator("main .wk-panel").get_by_text(text).locator("visible=true").first).to_be_visible()


def before_the_vote(repository: Repository) -> None:
    """Part one group and take the dots back: ideas just revealed, two of them saying the same."""
    for dots in repository.list_dots():
        repository.update_dots(replace(dots, count=0))
    challenge = repository.list_challenges()[0].id
    group = repository.list_groups(challenge)[0]
    repository.update_group(replace(group, undone_at=repository.find_workshop().created_at))
    lead_to(repository, Moment.REVEAL, challenge, some_time_ago())


def test_pictures_of_the_phones(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    move(store, Moment.WELCOME)
    phone = Phone(new_context(viewport=PHONE, locale="fr-FR"), sample)
    until(phone.page, phone.words("join.title"))
    phone.page.get_by_label(phone.words("join.pseudonym")).fill("Rouge-gorge")
    phone.choose(phone.words("join.category"), phone.say.category("resident"))
    take(phone.page, "phone_join")
    phone.join("Rouge-gorge des haies", "resident")
    move(store, Moment.WRITING)
    until(phone.page, phone.words("ideas.title"))
    phone.page.get_by_label(phone.words("ideas.text")).fill(
        "Laisser la salle d’attente de la gare ouverte les nuits de gel, avec un thermos."
    )
    phone.choose(phone.words("ideas.source"), phone.say("words.source.lived"))
    take(phone.page, "phone_writing")
    move(store, Moment.SCORING)
    until(phone.page, phone.words("scores.title"))
    phone.score("2", "+1")
    take(phone.page, "phone_scoring")


def test_picture_of_the_screen(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    move(store, Moment.SCORING)
    store.perform(None, lambda hall: hall.update_projection(replace(hall.find_projection(), drawn=True)))
    page = new_context(viewport=PROJECTOR).new_page()
    page.goto(sample.screen)
    expect(page.get_by_role("table")).to_be_visible()
    take(page, "screen_scoring")


def test_pictures_of_the_laptop(sample: ServedWorkshop, store: Store, new_context: NewContext) -> None:
    move(store, Moment.WELCOME)
    host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), sample)

    def show(step: str, text: str | re.Pattern[str], height: int = 1000) -> None:
        host.page.goto(sample.facilitator_page(step))
        until(host.page, text)
        take(host.page, step, height)
        host.page.goto("about:blank")  # left open, it would follow the room's course while the next is on its way

    show("1_challenge", host.words("challenges.edit"))
    show("2_stakeholders", host.words("stakeholders.missing"))
    store.perform(None, before_the_vote)
    show("3_ideas", host.words("ideas.alike.question"), height=1200)
    move(store, Moment.MISSIONS)
    show("5_missions", host.say("facilitator.missions.title"), height=1300)


def test_picture_of_the_synthesis(tmp_path: Path) -> None:
    make_sample(tmp_path / "val-brume", "fr", Moment.THANKS)
    pdf = make_report(tmp_path / "val-brume", tmp_path / "synthesis.pdf", language="fr")
    texts = [page.extract_text() for page in PdfReader(pdf).pages]
    matrices = next(number for number, text in enumerate(texts, 1) if text.count("Intérêt / compétence") > 1)
    leaves = []
    for number in (1, matrices):
        leaf = tmp_path / f"leaf-{number}"
        asked = [
            "pdftoppm",
            "-png",
            "-r",
            "80",
            "-f",
            str(number),
            "-l",
            str(number),
            "-singlefile",
            str(pdf),
            str(leaf),
        ]
        subprocess.run(asked, check=True)
        leaves.append(Image.open(leaf.with_suffix(".png")))
    gap = 24
    spread = Image.new("RGB", (sum(leaf.width for leaf in leaves) + 3 * gap, leaves[0].height + 2 * gap), "#ddd8cd")
    for number, page in enumerate(leaves):
        spread.paste(page, (gap + number * (page.width + gap), gap))
    keep(spread, "synthesis")


@pytest.mark.parametrize("readme", ["README.md", "README.fr.md"])
def test_each_picture_of_a_readme_exists_and_is_light(readme: str) -> None:
    named = re.findall(r"\]\((docs/pictures/[^)]+)\)", (ROOT / readme).read_text(encoding="utf-8"))
    assert len(named) >= 9
    for name in named:
        assert (ROOT / name).stat().st_size < HEAVIEST, name
