"""What the synthesis says, before it is laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import HELD
from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import CategoryPresence
from workshop_kit.domain.model import (
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    Origin,
    Participant,
    Score,
    Volunteer,
    new_workshop,
)
from workshop_kit.domain.synthesis import Material, Synthesis, make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.plots import draw_matrix, draw_presence
from workshop_kit.report.blocks import Bullets, Table
from workshop_kit.report.framing import write_in_brief
from workshop_kit.report.html_source import write_html
from workshop_kit.report.outcome import write_ideas
from workshop_kit.store import open_store
from workshop_kit.store.material import gather_material


@pytest.fixture(scope="module")
def material(filled: Path) -> Material:
    with open_store(filled) as store:
        return store.read(gather_material)


@pytest.fixture
def synthesis(material: Material) -> Synthesis:
    return make_synthesis(material)


def test_every_idea_stands_in_the_synthesis_once(synthesis: Synthesis, material: Material) -> None:
    printed = [idea.id for brief in synthesis.ideas for tally in brief.tallies for idea in tally.option.ideas]
    assert sorted(printed) == sorted(idea.id for idea in material.ideas)


@pytest.mark.parametrize("held", ["", "insult"])
def test_an_author_s_answer_stands_beside_the_idea_that_it_explains(material: Material, held: str) -> None:
    first, *others = material.ideas
    answered = replace(first, asked=True, answer="De nuit, appelez le 06 12 34 56 78", held=held)
    said = write_html(write_ideas(make_synthesis(replace(material, ideas=[answered, *others])), Translator("fr")))
    assert ("De nuit, appelez le […]" in said) is (held == "")
    assert "06 12" not in said


def test_what_fell_to_nothing_in_a_second_vote_stands_in_its_table_with_what_it_had_and_without_a_place() -> None:
    challenge = Challenge("c", "Eau", "L’eau", stage=Stage.CLOSED, round=2, revealed_at=HELD, results_at=HELD)
    ideas = [Idea(name, "c", f"Idée {name}", None, None, HELD) for name in ("puits", "citerne", "mare")]
    material = Material(
        new_workshop("Atelier", "Val-Brume", "fr", HELD), [challenge], [], [], [], [], ideas, [],
        [Dots("ana", "c", "puits", 2, round=2)], [], [], [], earlier=[Dots("ana", "c", "citerne", 2)],
    )  # fmt: skip
    table, *kept = (
        one for one in write_ideas(make_synthesis(material), Translator("fr")) if isinstance(one, Table | Bullets)
    )
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "Idée puits", "1", "2", "0"],
        ["–", "Idée citerne", "0", "0", "2"],
    ]
    assert "mare" in str(kept)


def test_a_name_is_shown_only_with_its_owner_s_agreement(synthesis: Synthesis, material: Material) -> None:
    accepted = {one.participant for one in material.assignments if one.status is AssignmentStatus.ACCEPTED}
    agreed = {one.name for one in material.volunteers if one.may_show_name and one.participant in accepted}
    named = {
        person.name
        for section in synthesis.missions
        for brief in section.missions
        for person in brief.people
        if person.name is not None
    }
    assert named
    assert named == agreed
    assert any(p.name is None for s in synthesis.missions for b in s.missions for p in b.people)


def test_figures_count_people_and_places(synthesis: Synthesis) -> None:
    figures = synthesis.figures
    assert (figures.participants, figures.ideas, figures.challenges) == (80, 200, 5)
    assert (figures.filled, figures.waiting) == (10, 10), "a proposal without an answer fills no place"
    assert sum(brief.vacant for section in synthesis.missions for brief in section.missions) == (
        figures.places - figures.filled
    )
    assert synthesis.held_on == date(2026, 11, 14)


def test_those_known_from_a_file_alone_are_never_present(material: Material) -> None:
    away = [Participant(f"f{number}", f"Loin{number}", "union", "", Origin.FILE, HELD) for number in range(3)]
    offer = Volunteer("f0", "Paul Blanc", "", "", "", None, "")
    more = replace(
        material,
        participants=[*material.participants, *away],
        volunteers=[*material.volunteers, offer],
        scores=[*material.scores, Score("f1", "c0", 3, 2)],
        ideas=[*material.ideas, Idea("theirs", "c0", "Une navette", None, "f2", HELD)],
    )
    before, after = make_synthesis(material), make_synthesis(more)
    assert (after.figures.participants, after.figures.known) == (80, 2)
    assert after.figures.categories == before.figures.categories
    assert [one.present for one in after.presence.categories] == [one.present for one in before.presence.categories]
    said = str(write_in_brief(after, Translator("fr")))
    assert "S’y ajoutent 2 bénévoles que l’on connaît par un fichier ou une affiche." in said
    assert "affiche" not in str(write_in_brief(before, Translator("fr")))


def reveal(material: Material, moment: datetime | None, *challenges: str) -> Material:
    return replace(
        material,
        challenges=[replace(one, revealed_at=moment if one.id in challenges else None) for one in material.challenges],
    )


def test_independence_is_not_claimed_when_nothing_was_revealed(material: Material) -> None:
    condition = make_synthesis(reveal(material, None)).presence.conditions.independence
    assert condition.value is None
    assert condition.reason.code == "independence-unrevealed"


def test_independence_is_measured_on_the_challenges_revealed(material: Material) -> None:
    moment = datetime(2026, 11, 14, 9, 10, 19, tzinfo=UTC)
    condition = make_synthesis(reveal(material, moment, "c0")).presence.conditions.independence
    assert condition.value == pytest.approx(20 / 40)
    assert condition.reason.values["uncounted"] == 160


def test_making_the_synthesis_twice_says_the_same(material: Material) -> None:
    assert make_synthesis(material) == make_synthesis(material)


@pytest.mark.parametrize(
    "typed",
    ["06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "0033612345678", "06.12.34.56.78", "+33 (0)6 12 34 56 78",
     "a.b-c+d@exemple.mairie.fr", "+32 470 12 34 56"],
)  # fmt: skip
def test_an_address_or_a_number_is_concealed(typed: str) -> None:
    assert conceal_contacts(f"Écrire à {typed}, merci") == "Écrire à […], merci"


@pytest.mark.parametrize("typed", ["Appeler le 115 ou le 3919", "En 2028, 20 000 €, 12,5 %", "@ la mairie", "5+2 = 7"])
def test_what_is_no_contact_stays(typed: str) -> None:
    assert conceal_contacts(typed) == typed


@given(st.text())
def test_concealing_twice_changes_nothing_more(text: str) -> None:
    once = conceal_contacts(text)
    assert conceal_contacts(once) == once


@pytest.mark.parametrize("language", ["fr", "en"])
def test_drawings_say_in_words_what_they_show(synthesis: Synthesis, language: str) -> None:
    translator = Translator(language)
    matrix = draw_matrix(synthesis.matrices[0].matrix, translator)
    assert str(synthesis.matrices[0].matrix.placed) in matrix.alternative
    presence = draw_presence(synthesis.presence.categories, translator)
    assert translator.category("resident") in presence.alternative
    for drawing in (matrix, presence):
        assert drawing.svg().startswith("<svg")


def test_the_same_figure_is_the_same_bytes(synthesis: Synthesis) -> None:
    translator = Translator("fr")
    matrix = synthesis.matrices[0].matrix
    assert draw_matrix(matrix, translator).svg() == draw_matrix(matrix, translator).svg()


def test_a_category_with_dollars_is_drawn_as_it_is_written() -> None:
    presence = draw_presence((CategoryPresence(r"Les $\bourses$", 1, 1, 1),), Translator("en"))
    assert presence.svg().startswith("<svg")
