"""Step 1: stakes become precise challenges, and nothing people wrote for is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.widgets.facilitator_stage import NOON, Stage, add_ideas, set_stage
from workshop_kit.domain.model import (
    Assignment,
    Challenge,
    Mission,
    Origin,
    Participant,
    Reason,
    Stakeholder,
    Volunteer,
)
from workshop_kit.domain.precision import PARTS
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.widgets.facilitator import challenges_panel
from workshop_kit.widgets.panel import Panel


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, people=3)
    yield made
    made.close()


@pytest.fixture
def panel(stage: Stage) -> Panel:
    return challenges_panel(stage.window)


HOUSING = {
    "stake": "Logement",
    "action": "Plus personne ne dort dehors",
    "territory": "Val-Brume",
    "deadline": "décembre 2028",
}


def stakes(stage: Stage) -> list[str]:
    return [one.stake for one in stage.read(lambda repository: repository.list_challenges())]


def test_the_parts_make_the_sentence_the_room_reads(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_challenge", **HOUSING)
    (shown,) = panel.model["challenges"]
    assert shown["statement"] == shown["assembled"]
    assert shown["statement"].startswith("Plus personne ne dort dehors")
    assert shown["statement"].endswith("décembre 2028.")


def test_a_sentence_of_the_facilitator_s_own_is_kept(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_challenge", **HOUSING, statement="Un toit pour chacun, fin 2028.")
    (kept,) = stage.read(lambda repository: repository.list_challenges())
    assert kept.statement == "Un toit pour chacun, fin 2028."
    assert kept.action == HOUSING["action"]


def test_what_is_missing_is_said_while_typing_and_nothing_is_written(stage: Stage, panel: Panel) -> None:
    preview = stage.do(panel, "preview_challenge", **HOUSING)
    assert "indicator" in preview["missing"]
    assert "deadline" not in preview["missing"]
    assert 0 < preview["ratio"] < 1
    assert stakes(stage) == []
    assert stage.do(panel, "preview_challenge") == {"assembled": "", "missing": list(PARTS), "ratio": 0}


def test_a_challenge_needs_a_stake_and_something_said(stage: Stage, panel: Panel) -> None:
    stage.refuse(panel, "write_challenge", **{**HOUSING, "stake": "  "})
    stage.refuse(panel, "write_challenge", stake="Logement")
    assert stakes(stage) == []


def test_a_part_too_long_is_refused_with_its_length(stage: Stage, panel: Panel) -> None:
    assert "300" in stage.refuse(panel, "write_challenge", **{**HOUSING, "action": "a" * 300})


def test_five_stakes_are_the_most(stage: Stage, panel: Panel) -> None:
    for number in range(5):
        stage.do(panel, "write_challenge", stake=f"Enjeu {number}", action="Agir")
    assert "5" in stage.refuse(panel, "write_challenge", stake="Un de plus", action="Agir")
    assert len(stakes(stage)) == 5


def test_changing_a_challenge_keeps_its_place(stage: Stage, panel: Panel) -> None:
    first = stage.do(panel, "write_challenge", stake="A", action="Agir")["id"]
    stage.do(panel, "write_challenge", stake="B", action="Agir")
    stage.do(panel, "write_challenge", id=first, stake="A bis", action="Agir")
    assert stakes(stage) == ["A bis", "B"]


def test_changing_a_challenge_keeps_when_its_ideas_were_shown(stage: Stage, panel: Panel) -> None:
    stage.write(lambda r: r.add_challenge(Challenge("c", "Logement", "Un toit.", revealed_at=NOON)))
    stage.do(panel, "write_challenge", id="c", stake="Logement", statement="Un toit pour chacun.")
    assert stage.read(lambda r: r.find_challenge("c")).revealed_at == NOON


def test_the_same_intention_twice_adds_once(stage: Stage, panel: Panel) -> None:
    first = panel.answer("write_challenge", HOUSING, "same")
    assert panel.answer("write_challenge", HOUSING, "same") == first
    assert stakes(stage) == ["Logement"]


def test_challenges_move_up_and_down_and_stop_at_the_ends(stage: Stage, panel: Panel) -> None:
    for stake in "ABC":
        last = stage.do(panel, "write_challenge", stake=stake, action="Agir")["id"]
    stage.do(panel, "move_challenge", challenge=last, places=-1)
    assert stakes(stage) == ["A", "C", "B"]
    stage.do(panel, "move_challenge", challenge=last, places=-1)
    stage.do(panel, "move_challenge", challenge=last, places=-1)
    assert stakes(stage) == ["C", "A", "B"]
    for places in (7, 0, True, "1"):
        stage.refuse(panel, "move_challenge", challenge=last, places=places)
    stage.refuse(panel, "move_challenge", challenge="nobody's", places=1)
    assert stakes(stage) == ["C", "A", "B"]


def test_a_challenge_people_wrote_for_stays(stage: Stage, panel: Panel) -> None:
    challenge = stage.do(panel, "write_challenge", **HOUSING)["id"]
    add_ideas(stage, challenge, "Ouvrir le gymnase")
    assert "Logement" in stage.refuse(panel, "remove_challenge", challenge=challenge)
    assert stakes(stage) == ["Logement"]


def test_removing_the_current_challenge_leaves_none_chosen(stage: Stage, panel: Panel) -> None:
    first = stage.do(panel, "write_challenge", stake="A", action="Agir")["id"]
    stage.do(panel, "write_challenge", stake="B", action="Agir")
    stage.ask("choose_challenge", challenge=first)
    stage.do(panel, "remove_challenge", challenge=first)
    assert stage.workshop().current_challenge is None
    assert [one["stake"] for one in panel.model["challenges"]] == ["B"]


def test_the_workshop_s_words_and_language_change(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "describe_workshop", title=" Un toit  pour tous ", territory="Val-Brume", language="en")
    assert (stage.workshop().title, stage.workshop().language) == ("Un toit pour tous", "en")
    stage.refuse(panel, "describe_workshop", title="", territory="Val-Brume", language="fr")
    stage.refuse(panel, "describe_workshop", title="T", territory="", language="fr")
    stage.refuse(panel, "describe_workshop", title="T", territory="V", language="de")


def test_pages_follow_the_workshop_s_language_until_one_is_chosen(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "describe_workshop", title="T", territory="V", language="en")
    stage.window.follow_once()
    assert panel.lang == "en"
    stage.ask("switch_language", language="fr")
    stage.do(panel, "describe_workshop", title="T", territory="V", language="en")
    stage.window.follow_once()
    assert panel.lang == "fr"


def test_sectors_are_added_changed_and_removed(stage: Stage, panel: Panel) -> None:
    sector = stage.do(panel, "write_sector", name="Le Moulin", referent="")["id"]
    stage.do(panel, "write_sector", id=sector, name="Hameau du Moulin", referent="Mme Roy")
    assert panel.model["sectors"] == [{"id": sector, "name": "Hameau du Moulin", "referent": "Mme Roy"}]
    stage.refuse(panel, "write_sector", name="hameau du moulin", referent="")
    stage.refuse(panel, "write_sector", name="", referent="")
    stage.do(panel, "remove_sector", sector=sector)
    assert panel.model["sectors"] == []


def belong(stage: Stage, name: str) -> None:
    """Put one of each kind that a sector may have in the sector called ``name``."""

    def write(repository: Repository) -> None:
        repository.add_challenge(Challenge("c", "Logement", "Un toit pour chacun."))
        repository.add_participant(Participant("x", "Ortie", "resident", name, Origin.ROOM, NOON))
        repository.update_volunteer(Volunteer("x", "Jeanne Petit", "", "", name, NOON, "missions"))
        repository.add_stakeholder(Stakeholder("s", "shop", "Boulangerie", sector=name))
        repository.add_mission(Mission("m", "c", "Tour de garde", 2, 0, name))
        repository.update_assignment(Assignment("x", "m", Reason("assigned-sector", {"sector": name})))

    stage.write(write)


def where(stage: Stage) -> dict[str, str]:
    """Return the sector of each of those."""

    def read(repository: Repository) -> dict[str, str]:
        volunteer = repository.find_volunteer("x")
        assert volunteer is not None
        (assignment,) = repository.list_assignments()
        return {
            "participant": repository.find_participant("x").sector,
            "volunteer": volunteer.sector,
            "stakeholder": repository.find_stakeholder("s").sector,
            "mission": repository.find_mission("m").sector,
            "reason": str(assignment.reason.values["sector"]),
        }

    return stage.read(read)


@pytest.mark.parametrize("spelt", ["Le Moulin", "le moulin", "LE MOULIN"])
def test_a_sector_s_new_name_is_written_wherever_the_old_one_stood(stage: Stage, panel: Panel, spelt: str) -> None:
    sector = stage.do(panel, "write_sector", name="Le Moulin", referent="")["id"]
    belong(stage, spelt)
    stage.do(panel, "write_sector", id=sector, name="Hameau du Moulin", referent="")
    assert set(where(stage).values()) == {"Hameau du Moulin"}


def test_renaming_a_sector_leaves_the_other_sectors_people(stage: Stage, panel: Panel) -> None:
    sector = stage.do(panel, "write_sector", name="Le Moulin", referent="")["id"]
    stage.do(panel, "write_sector", name="Le Bourg", referent="")
    belong(stage, "Le Bourg")
    stage.do(panel, "write_sector", id=sector, name="Hameau du Moulin", referent="")
    assert set(where(stage).values()) == {"Le Bourg"}


def test_a_name_already_taken_renames_nothing(stage: Stage, panel: Panel) -> None:
    sector = stage.do(panel, "write_sector", name="Le Moulin", referent="")["id"]
    stage.do(panel, "write_sector", name="Hameau-du-Moulin", referent="")
    belong(stage, "Le Moulin")
    stage.refuse(panel, "write_sector", id=sector, name="hameau du moulin", referent="")
    assert set(where(stage).values()) == {"Le Moulin"}


ONE_EACH: tuple[Callable[[Repository], None], ...] = (
    lambda r: r.add_participant(Participant("x", "Ortie", "resident", "Le Moulin", Origin.ROOM, NOON)),
    lambda r: r.update_volunteer(Volunteer("p0", "Jeanne Petit", "", "", "Le Moulin", NOON, "missions")),
    lambda r: r.add_stakeholder(Stakeholder("s", "shop", "Boulangerie", sector="Le Moulin")),
    lambda r: r.add_mission(Mission("m", "c", "Tour de garde", 2, 0, "le moulin")),
)


@pytest.mark.parametrize("add", ONE_EACH, ids=["participant", "volunteer", "stakeholder", "mission"])
def test_a_sector_something_belongs_to_stays(stage: Stage, panel: Panel, add: Callable[[Repository], None]) -> None:
    sector = stage.do(panel, "write_sector", name="Le Moulin", referent="")["id"]
    stage.write(lambda r: r.add_challenge(Challenge("c", "Logement", "Un toit pour chacun.")))
    stage.write(add)
    assert "(1)" in stage.refuse(panel, "remove_sector", sector=sector)


def test_every_part_has_its_words_in_both_languages() -> None:
    for language in ("fr", "en"):
        say = Translator(language)
        for part in PARTS:
            assert all(say.knows(f"facilitator.challenges.{key}.{part}") for key in ("part", "missing"))
