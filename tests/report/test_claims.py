"""What the made report says, leaves out, and how it is laid out."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from tests.property.random_workshops import make_material
from workshop_kit.domain.course import Stage
from workshop_kit.domain.material import Material
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Source,
    Volunteer,
    new_workshop,
)
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.report import make_report
from workshop_kit.report.blocks import Cell, Column, Table
from workshop_kit.report.html_source import write_html
from workshop_kit.report.opened import OpenSynthesis, Section
from workshop_kit.report.saying import say_first_date, say_percent, shorten
from workshop_kit.report.typst_source import bind, say, share_width
from workshop_kit.store import Repository, create_store

HELD = datetime(2026, 11, 14, 9, tzinfo=UTC)
NAMES = ("cover", "challenges", "presence", "ideas", "matrices", "missions", "next_steps")


def small() -> Material:
    """Seven people, two challenges, the second stopped before its vote."""
    first = Challenge("c0", "Aînés", "Personne ne reste seul une semaine.", stage=Stage.CLOSED, revealed_at=HELD,
                      results_at=HELD)  # fmt: skip
    second = Challenge("c1", "Mobilité", "Chaque hameau rejoint le marché.", position=1, stage=Stage.CLOSED)
    idle = Challenge("c2", "Jeunesse", "Un local ouvert le soir.", position=2)
    people = [Participant(f"p{n}", f"P{n}", "resident", "", Origin.ROOM, HELD) for n in range(7)]
    ideas = [
        Idea(f"i{n}", "c0" if n < 4 else "c1", f"Une proposition numéro {'abcdef'[n]}", Source.LIVED, f"p{n}", HELD)
        for n in range(6)
    ]
    workshop = replace(
        new_workshop("Mieux vieillir", "Saint-Aubin", "fr", HELD),
        contact="Mme Petit\n02 61 91 00 12",
        follow_up="Le 5 juin",
    )
    return Material(
        workshop=workshop,
        challenges=[first, second, idle],
        sectors=[],
        stakeholders=[],
        participants=people,
        volunteers=[Volunteer("p1", "Jeanne Martin", "", "", "", HELD, "", may_show_name=True)],
        ideas=ideas,
        groups=[IdeaGroup("g", "c0", "Un café suspendu", ("i0", "i1"), HELD)],
        votes=[Dots("p0", "c0", "g", 2), Dots("p1", "c0", "i2", 2), *(Dots("p2", "c0", one, 1) for one in ("g", "i2"))],
        scores=[Score("p0", "c0", 1, 1)],
        missions=[
            Mission("m0", "c0", "Tenir le café", 2, option="g", owner="Mme Petit", first_date="2026-12-01"),
            Mission("m1", "c0", "Faire la tournée", 2),
        ],
        assignments=[
            Assignment("p1", "m0", Reason("assigned", {"competence": 0, "interest": 2}),
                       status=AssignmentStatus.ACCEPTED)
        ],
    )  # fmt: skip


def show(material: Material, language: str = "fr") -> dict[str, Section]:
    opened = OpenSynthesis(make_synthesis(material), language)
    return {name: getattr(opened, name)() for name in NAMES}


def read(section: Section) -> str:
    return write_html(section.blocks)


@pytest.fixture(scope="module")
def sections() -> dict[str, Section]:
    return show(small())


def test_each_challenge_s_sentence_is_printed_once(sections: dict[str, Section]) -> None:
    text = "".join(map(read, sections.values()))
    for challenge in small().challenges:
        assert text.count(challenge.statement) == 1


def test_a_tie_is_told_as_a_tie_on_the_first_page_and_in_the_results(sections: dict[str, Section]) -> None:
    cover, ideas = read(sections["cover"]), read(sections["ideas"])
    assert "En tête, 2 ex æquo (3 bulletins)" in cover
    assert "Un café suspendu" in cover
    assert "Une proposition numéro c" in cover
    assert ideas.count("1 ex æquo") == 2


def test_one_source_of_six_ideas_is_neither_a_hundred_per_cent_nor_a_full_bar() -> None:
    material = small()
    ideas = [replace(one, source=Source.LIVED if number == 0 else None) for number, one in enumerate(material.ideas)]
    told = read(show(replace(material, ideas=ideas))["presence"])
    said = re.search(r'<div class="meter"><h4>Décentralisation(.*?)</div>', told)
    assert said is not None
    assert "1 sur 1" in said[1]
    assert "Idées dont on connaît la source\u00a0: 1 sur 6." in said[1]
    assert "%" not in said[1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_sentence_of_the_first_page_and_no_explanation_is_printed_twice(language: str) -> None:
    explained = [key for key in Translator(language).section("report") if ".lead" in key]
    for seed in range(40):
        made = show(make_material(Random(seed)), language)
        first, *others = (re.findall(r"[^.!?<>]{20,}[.!?]", unescape(read(section))) for section in made.values())
        again = set(first) & {sentence for sentences in others for sentence in sentences}
        assert not again
        text = "".join(unescape(read(section)) for section in made.values())
        for key in explained:
            assert text.count(Translator(language)(f"report.{key}")) <= 1, key


def test_where_nobody_was_invited_nothing_is_said_of_invitations(sections: dict[str, Section]) -> None:
    text = read(sections["presence"])
    assert "Présences par catégorie" in text
    assert "nvit" not in text
    assert "<img" not in text


def test_no_word_of_a_table_reaches_into_the_next_column() -> None:
    columns = (Column("Mission", 8), Column("Responsable", 4), Column("Place", 0))
    row = (Cell("Appeler"), Cell("Mme Featherstonehaugh-Cholmondeley"), Cell("1 sur 2"))
    before, after = (
        share_width(Table("", columns, ((Cell("Appeler"), Cell("Mme Roy"), Cell("1")),))),
        share_width(Table("", columns, (row, *(row,) * 2))),
    )
    assert before == (8, 4, 0), "as wide as wished where every word has room"
    assert after == before
    narrow = (Column("Mission", 9), Column("Responsable", 1), Column("Place", 0))
    mission, owner, place = share_width(Table("", narrow, (row,)))
    assert owner * 80 / (mission + owner) >= len("Featherstonehaugh") > 80 / 10
    assert place == 0


def test_a_number_is_not_left_at_the_end_of_a_line_without_what_it_counts() -> None:
    assert (
        bind("Dans la salle, 16 idées ; 3 sur 4.")
        == '"Dans la salle, 16\N{NO-BREAK SPACE}idées ; 3\N{NO-BREAK SPACE}sur 4."'
    )


def test_a_name_with_hyphens_is_parted_at_its_hyphens_alone() -> None:
    named = "Anthropologues-et-ethnomusicologues-de-la-presqu’île"
    assert say(named) == f'"{named}"'
    assert "\u200b" in say("m" * 40)


def test_ideas_of_a_group_with_dots_keep_their_sources(sections: dict[str, Section]) -> None:
    _, found, after = read(sections["ideas"]).partition("Une proposition numéro a")
    assert found
    assert "vécu" in after[:80]


def test_the_matrix_of_one_person_is_not_drawn_and_says_how_many_answered(sections: dict[str, Section]) -> None:
    text = read(sections["matrices"])
    assert "<img" not in text
    assert "<table" not in text
    assert "1 personne a répondu." in text


def test_a_challenge_that_was_not_worked_on_has_one_line_and_no_section(sections: dict[str, Section]) -> None:
    challenges = read(sections["challenges"])
    assert challenges.count("Défi non travaillé") == 1
    assert challenges.count("Jeunesse") == 1
    assert "Jeunesse" not in read(sections["ideas"]) + read(sections["matrices"])
    assert "s’est arrêté avant son vote" in read(sections["ideas"])


def test_who_does_what_names_who_accepted_and_leaves_out_what_is_not_said(sections: dict[str, Section]) -> None:
    cover = read(sections["cover"])
    assert "Jeanne Martin" in cover
    assert "1er décembre 2026" in cover
    assert "idée\N{NO-BREAK SPACE}: «\u202fUn café suspendu\u202f»" in cover
    assert "Autres missions\N{NO-BREAK SPACE}: Faire la tournée." in cover
    assert "Prochaine étape" not in cover, "a column of which nothing is known"
    assert "02 61 91 00 12" in cover
    assert "Le 5 juin" in cover


def test_a_group_without_a_dot_stands_among_the_ideas_kept_without_one() -> None:
    made = read(show(replace(small(), votes=[Dots("p1", "c0", "i2", 2)]))["ideas"])
    kept, group = made.index("Idées gardées, sans point"), made.index("Un café suspendu (regroupe 2 idées)")
    assert kept < made.index("Une proposition numéro d") < group < made.index("Une proposition numéro a")
    assert "<h3>Un café suspendu" not in made


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Les bénévoles ne sont nommés que s"), ("en", "Volunteers are named only")]
)
def test_an_owner_whom_the_facilitator_named_is_not_said_to_have_agreed(language: str, said: str) -> None:
    made = show(small(), language)
    assert "Mme Petit" in read(made["cover"])
    assert said in unescape(read(made["missions"]))


def test_missions_of_which_nothing_is_settled_are_no_others() -> None:
    open_missions = [replace(one, owner="", first_date="", next_step="") for one in small().missions]
    workshop = replace(small().workshop, contact="", follow_up="")
    made = show(replace(small(), missions=open_missions, assignments=[], workshop=workshop))
    assert "Qui fait quoi" not in read(made["cover"])
    made = show(replace(small(), missions=open_missions, assignments=[]))
    assert "Personne n’a encore accepté de mission" in read(made["cover"])
    assert "Autres missions" not in read(made["cover"])
    assert "Faire la tournée" in read(made["missions"])


def test_a_workshop_of_which_nothing_is_said_has_no_section_that_says_nothing() -> None:
    bare = replace(small(), participants=[], volunteers=[], ideas=[], groups=[], votes=[], scores=[], missions=[],
                   assignments=[], workshop=new_workshop("Atelier", "Val-Brume", "fr", HELD),
                   challenges=[replace(one, stage=Stage.UNOPENED, revealed_at=None, results_at=None)
                               for one in small().challenges])  # fmt: skip
    made = show(bare)
    assert "Aucun défi n’a encore été travaillé." in read(made["cover"])
    assert "Qui fait quoi" not in read(made["cover"])
    for name in ("presence", "ideas", "matrices", "missions", "next_steps"):
        assert made[name].blocks == ()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_dotted_line_and_nothing_to_be_completed_whatever_the_workshop(language: str) -> None:
    for seed in range(15):
        text = "".join(map(read, show(make_material(Random(seed)), language).values()))
        for blank in ("…………", "....", "____", "à compléter", "To be completed", "à préciser", "to be made precise"):
            assert blank not in text


def test_the_catalogs_hold_no_blank_to_fill() -> None:
    for language in ("fr", "en"):
        for key, text in Translator(language).section("report").items():
            assert "…" not in str(text).replace("[…]", ""), key


def test_a_share_is_all_or_nothing_only_when_it_is() -> None:
    assert say_percent(0.999, "en") == "99%"
    assert say_percent(0.001, "fr") == "1\u202f%"
    assert (say_percent(1, "en"), say_percent(0, "en")) == ("100%", "0%")


def test_a_date_that_is_no_day_is_said_as_typed_without_numbers_to_call() -> None:
    assert say_first_date("2026-12-04", "en") == "4 December 2026"
    assert say_first_date(" au printemps, 06 12 34 56 78", "fr") == "au printemps, […]"


def test_a_long_title_is_cut_at_a_word() -> None:
    cut = shorten("mot " * 100)
    assert cut.endswith("mot…")
    assert len(cut) < 145


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "atelier"
    material = small()
    store = create_store(folder, material.workshop)
    store.perform(None, lambda repository: _keep(repository, material))
    store.close()
    return make_report(folder, folder.parent / "small.pdf")


def _keep(repository: Repository, material: Material) -> None:
    for challenge in material.challenges:
        repository.add_challenge(challenge)
    for person in material.participants:
        repository.add_participant(person)
    for offer in material.volunteers:
        repository.update_volunteer(offer)
    for idea in material.ideas:
        repository.add_idea(idea)
    for group in material.groups:
        repository.add_group(group)
    for vote in material.votes:
        assert isinstance(vote, Dots)
        repository.update_dots(vote)
    for score in material.scores:
        repository.update_score(score)
    for mission in material.missions:
        repository.add_mission(mission)
    for assignment in material.assignments:
        repository.update_assignment(assignment)


def test_a_small_workshop_makes_few_pages_and_begins_with_what_to_remember(pdf: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    assert "À retenir" in pages[0]
    assert "Qui fait quoi, et quand" in pages[0], "there is room below"
    assert len(pages) <= 5


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_report_s_contents_stand_on_its_first_pages_without_a_dotted_line(folder: Path, language: str) -> None:
    pages = PdfReader(make_report(folder, language=language)).pages[:2]
    first = "".join(page.extract_text() for page in pages)
    assert Translator(language)("report.contents") in first
    assert Translator(language)("report.method.title") in first
    assert "..." not in first.replace(" ", "")


@pytest.mark.parametrize("size", ["small", "large"])
def test_no_page_but_the_last_is_half_empty(pdf: Path, folder: Path, tmp_path: Path, size: str) -> None:
    """Look at the lowest ink of each page, the running foot aside."""
    printed = pdf if size == "small" else make_report(folder)
    subprocess.run(["pdftoppm", "-r", "20", "-gray", printed, tmp_path / "page"], check=True)
    for page in sorted(tmp_path.glob("page*.pgm"))[:-1]:
        width, height, pixels = _read_pgm(page)
        body = pixels[: int(height * 0.92) * width]
        lowest = max(index for index, pixel in enumerate(body) if pixel < 200) // width
        assert lowest > height * 0.6, page.name


def _read_pgm(path: Path) -> tuple[int, int, bytes]:
    kind, size, _, pixels = path.read_bytes().split(b"\n", 3)
    assert kind == b"P5"
    width, height = map(int, size.split())
    return width, height, pixels


def test_no_heading_stands_alone_at_the_foot_of_a_page(pdf: Path) -> None:
    headings = {str(text) for text in Translator("fr").section("report").values() if isinstance(text, str)}
    for number, page in enumerate(PdfReader(pdf).pages):
        lines = page.extract_text().strip().splitlines()
        lines = lines[:-1] if number else lines  # the first page has no running foot
        assert lines[-1].strip() not in headings
