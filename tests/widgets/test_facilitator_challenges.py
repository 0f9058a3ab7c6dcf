"""Step 1: stakes become precise challenges, and nothing people wrote for is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import NOON, Laptop, Room, seat, write_ideas
from workshop_kit.domain.clarity import PHRASINGS_AT_MOST
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


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(seat)


HOUSING = {
    "stake": "Logement",
    "action": "Plus personne ne dort dehors",
    "territory": "Val-Brume",
    "deadline": "décembre 2028",
}


def stakes(room: Room) -> list[str]:
    return [one.stake for one in room.read(lambda repository: repository.list_challenges())]


def test_the_parts_make_the_sentence_the_room_reads(room: Room, laptop: Laptop) -> None:
    laptop.do("challenges", "write_challenge", **HOUSING)
    (shown,) = laptop.model("challenges")["challenges"]
    assert shown["statement"] == shown["assembled"]
    assert shown["statement"].startswith("Plus personne ne dort dehors")
    assert shown["statement"].endswith("décembre 2028.")


def test_a_sentence_of_the_facilitator_s_own_is_kept(room: Room, laptop: Laptop) -> None:
    laptop.do("challenges", "write_challenge", **HOUSING, statement="Un toit pour chacun, fin 2028.")
    (kept,) = room.read(lambda repository: repository.list_challenges())
    assert kept.statement == "Un toit pour chacun, fin 2028."
    assert kept.action == HOUSING["action"]


def test_a_sentence_of_one_s_own_outlives_every_change_of_the_parts(room: Room, laptop: Laptop) -> None:
    own = "Un toit pour chacun, fin 2028."
    challenge = laptop.do("challenges", "write_challenge", **HOUSING, statement=own)["id"]
    changed = {**HOUSING, "deadline": "2031", "indicator": "Nombre de nuits"}
    laptop.do("challenges", "write_challenge", id=challenge, **changed, statement=own)
    (shown,) = laptop.model("challenges")["challenges"]
    assert (shown["statement"], shown["deadline"], shown["own_words"]) == (own, "2031", True)


@pytest.mark.parametrize("sent_back", [False, True])
def test_an_assembled_sentence_follows_its_parts(room: Room, laptop: Laptop, sent_back: bool) -> None:
    challenge = laptop.do("challenges", "write_challenge", **HOUSING)["id"]
    (before,) = laptop.model("challenges")["challenges"]
    assert before["own_words"] is False
    statement = before["statement"] if sent_back else ""
    laptop.do("challenges", "write_challenge", id=challenge, **{**HOUSING, "deadline": "2031"}, statement=statement)
    (after,) = laptop.model("challenges")["challenges"]
    assert after["statement"] == "Plus personne ne dort dehors, à Val-Brume, d’ici 2031."


def test_the_sentence_is_in_the_workshop_s_language_whatever_the_page_s(room: Room, laptop: Laptop) -> None:
    laptop.do("header", "switch_language", language="en")
    assert laptop.do("challenges", "preview_challenge", **HOUSING)["assembled"].endswith("d’ici décembre 2028.")
    laptop.do("challenges", "write_challenge", **HOUSING)
    laptop.do("challenges", "describe_workshop", title="T", territory="V", language="en")
    (shown,) = laptop.model("challenges")["challenges"]
    assert shown["statement"].endswith("d’ici décembre 2028.")
    assert shown["own_words"] is False


def test_what_is_missing_is_said_while_typing_and_nothing_is_written(room: Room, laptop: Laptop) -> None:
    preview = laptop.do("challenges", "preview_challenge", **{**HOUSING, "deadline": ""})
    reading = preview["reading"]
    assert "deadline" in reading["missing"]
    assert "territory" not in reading["missing"]
    assert 0 < reading["score"] < 1
    assert stakes(room) == []
    nothing = laptop.do("challenges", "preview_challenge")
    assert (nothing["assembled"], nothing["lost"], nothing["renewed"]) == ("", [], False)
    assert (nothing["reading"]["missing"], nothing["reading"]["score"]) == (list(PARTS), 0)
    assert nothing["reading"]["questions"][0]["part"] == "action", "who has written nothing is asked for the end first"


def test_a_wording_of_one_s_own_is_told_which_fields_it_leaves_and_is_saved_all_the_same(
    room: Room, laptop: Laptop
) -> None:
    def lost(statement: str) -> object:
        return laptop.do("challenges", "preview_challenge", **HOUSING, statement=statement)["lost"]

    assert lost("") == []
    assert lost("Plus personne ne dort dehors, à Val-Brume.") == ["deadline"]
    assert lost("Un toit pour chacun.") == ["action", "territory", "deadline"]
    assert lost("À Val-Brume, plus personne ne dort dehors en décembre 2028.") == []
    laptop.do("challenges", "write_challenge", **HOUSING, statement="Un toit pour chacun.")
    (shown,) = laptop.model("challenges")["challenges"]
    assert (shown["statement"], shown["lost"]) == ("Un toit pour chacun.", ["action", "territory", "deadline"])


def test_a_wording_that_says_all_in_other_words_is_not_said_to_leave_any_of_it_out(laptop: Laptop) -> None:
    statement = "D’ici deux ans, à Val-Brume, chaque senior reçoit une visite ; nous comptons les visites."
    empty = dict.fromkeys((part.value for part in PARTS), "")
    parts = {**empty, "population": "les plus de 75 ans", "indicator": "le nombre de personnes vues"}
    found = laptop.do("challenges", "preview_challenge", **parts, statement=statement)
    assert found["lost"] == ["population", "indicator"]
    say = Translator("fr")
    assert say("facilitator.challenges.lost", list="pour qui").startswith("Pas mot pour mot dans votre phrase")
    assert say.plural("facilitator.challenges.lost.mend", 2).startswith("Elle peut les dire autrement.")


def test_a_challenge_needs_a_stake_and_something_said(room: Room, laptop: Laptop) -> None:
    laptop.refuse("challenges", "write_challenge", **{**HOUSING, "stake": "  "})
    laptop.refuse("challenges", "write_challenge", stake="Logement")
    assert stakes(room) == []


def test_a_part_too_long_is_refused_with_its_length(room: Room, laptop: Laptop) -> None:
    assert "300" in laptop.refuse("challenges", "write_challenge", **{**HOUSING, "action": "a" * 300})


def test_five_stakes_are_the_most(room: Room, laptop: Laptop) -> None:
    for number in range(5):
        laptop.do("challenges", "write_challenge", stake=f"Enjeu {number}", action="Agir")
    assert "5" in laptop.refuse("challenges", "write_challenge", stake="Un de plus", action="Agir")
    assert len(stakes(room)) == 5


def test_changing_a_challenge_keeps_its_place(room: Room, laptop: Laptop) -> None:
    first = laptop.do("challenges", "write_challenge", stake="A", action="Agir")["id"]
    laptop.do("challenges", "write_challenge", stake="B", action="Agir")
    laptop.do("challenges", "write_challenge", id=first, stake="A bis", action="Agir")
    assert stakes(room) == ["A bis", "B"]


def test_changing_a_challenge_keeps_when_its_ideas_were_shown(room: Room, laptop: Laptop) -> None:
    room.write(lambda r: r.add_challenge(Challenge("c", "Logement", "Un toit.", revealed_at=NOON)))
    laptop.do("challenges", "write_challenge", id="c", stake="Logement", statement="Un toit pour chacun.")
    assert room.read(lambda r: r.find_challenge("c")).revealed_at == NOON


def test_the_same_intention_twice_adds_once(room: Room, laptop: Laptop) -> None:
    first = laptop.ask("challenges", "write_challenge", "same", **HOUSING)
    assert laptop.ask("challenges", "write_challenge", "same", **HOUSING) == first
    assert stakes(room) == ["Logement"]


def test_challenges_move_up_and_down_and_stop_at_the_ends(room: Room, laptop: Laptop) -> None:
    for stake in "ABC":
        last = laptop.do("challenges", "write_challenge", stake=stake, action="Agir")["id"]
    laptop.do("challenges", "move_challenge", challenge=last, places=-1)
    assert stakes(room) == ["A", "C", "B"]
    laptop.do("challenges", "move_challenge", challenge=last, places=-1)
    laptop.do("challenges", "move_challenge", challenge=last, places=-1)
    assert stakes(room) == ["C", "A", "B"]
    for places in (7, 0, True, "1"):
        laptop.refuse("challenges", "move_challenge", challenge=last, places=places)
    laptop.refuse("challenges", "move_challenge", challenge="nobody's", places=1)
    assert stakes(room) == ["C", "A", "B"]


def test_a_challenge_people_wrote_for_stays(room: Room, laptop: Laptop) -> None:
    challenge = laptop.do("challenges", "write_challenge", **HOUSING)["id"]
    room.write(write_ideas("Ouvrir le gymnase", challenge=challenge))
    assert "Logement" in laptop.refuse("challenges", "remove_challenge", challenge=challenge)
    assert stakes(room) == ["Logement"]


def test_removing_the_current_challenge_leaves_none_chosen(room: Room, laptop: Laptop) -> None:
    first = laptop.do("challenges", "write_challenge", stake="A", action="Agir")["id"]
    laptop.do("challenges", "write_challenge", stake="B", action="Agir")
    laptop.do("course", "turn_to", challenge=first, since=0)
    laptop.do("challenges", "remove_challenge", challenge=first)
    assert room.workshop().current_challenge is None
    assert [one["stake"] for one in laptop.model("challenges")["challenges"]] == ["B"]


def test_the_workshop_s_words_and_language_change(room: Room, laptop: Laptop) -> None:
    laptop.do("challenges", "describe_workshop", title=" Un toit  pour tous ", territory="Val-Brume", language="en")
    assert (room.workshop().title, room.workshop().language) == ("Un toit pour tous", "en")
    laptop.refuse("challenges", "describe_workshop", title="", territory="Val-Brume", language="fr")
    laptop.refuse("challenges", "describe_workshop", title="T", territory="", language="fr")
    laptop.refuse("challenges", "describe_workshop", title="T", territory="V", language="de")


def test_pages_follow_the_workshop_s_language_until_one_is_chosen(room: Room, laptop: Laptop) -> None:
    laptop.do("challenges", "describe_workshop", title="T", territory="V", language="en")
    laptop.follow_once()
    assert laptop.panels["challenges"].lang == "en"
    laptop.do("header", "switch_language", language="fr")
    laptop.do("challenges", "describe_workshop", title="T", territory="V", language="en")
    laptop.follow_once()
    assert laptop.panels["challenges"].lang == "fr"


def test_sectors_are_added_changed_and_removed(room: Room, laptop: Laptop) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    laptop.do("challenges", "write_sector", id=sector, name="Hameau du Pont", referent="Mme Roy")
    assert laptop.model("challenges")["sectors"] == [{"id": sector, "name": "Hameau du Pont", "referent": "Mme Roy"}]
    laptop.refuse("challenges", "write_sector", name="hameau du pont", referent="")
    laptop.refuse("challenges", "write_sector", name="", referent="")
    laptop.do("challenges", "remove_sector", sector=sector)
    assert laptop.model("challenges")["sectors"] == []


def belong(room: Room, name: str) -> None:
    """Put one of each kind that a sector may have in the sector called ``name``."""

    def write(repository: Repository) -> None:
        repository.add_challenge(Challenge("c", "Logement", "Un toit pour chacun."))
        repository.add_participant(Participant("x", "Ortie", "resident", name, Origin.ROOM, NOON))
        repository.update_volunteer(Volunteer("x", "Jeanne Petit", "", "", name, NOON, "missions"))
        repository.add_stakeholder(Stakeholder("s", "shop", "Boulangerie", sector=name))
        repository.add_mission(Mission("m", "c", "Tour de garde", 2, 0, name))
        repository.update_assignment(
            Assignment("x", "m", Reason("assigned-sector", {"competence": 1, "interest": 1, "sector": name}))
        )

    room.write(write)


def where(room: Room) -> dict[str, str]:
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

    return room.read(read)


@pytest.mark.parametrize("spelt", ["Le Moulin", "le moulin", "LE MOULIN"])
def test_a_sector_s_new_name_is_written_wherever_the_old_one_stood(room: Room, laptop: Laptop, spelt: str) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    belong(room, spelt)
    laptop.do("challenges", "write_sector", id=sector, name="Hameau du Pont", referent="")
    assert set(where(room).values()) == {"Hameau du Pont"}


def test_a_renamed_sector_is_written_for_many_at_once_and_each_phone_reads_it(room: Room, laptop: Laptop) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    spellings = ("Le Moulin", "le moulin", "LE  MOULIN")
    phones = [room.phone(f"b{number}").join(f"Merle {chr(65 + number)}") for number in range(9)]
    for number, phone in enumerate(phones):
        phone.do("join", "correct_seat", pseudonym=f"Merle {number}", category="shop", sector=spellings[number % 3])
    since = room.read(lambda hall: hall.latest_sequence())
    laptop.do("challenges", "write_sector", id=sector, name="Hameau du Pont", referent="")
    changes = room.read(lambda hall: hall.list_changes(since))
    assert sorted(one.kind for one in changes) == ["participant", "sector"]
    for phone in phones:
        phone.follow_once()
        assert phone.me.sector == "Hameau du Pont"
        assert phone.window._seats[0].sector == "Hameau du Pont"


def test_renaming_a_sector_leaves_the_other_sectors_people(room: Room, laptop: Laptop) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    laptop.do("challenges", "write_sector", name="Le Bourg", referent="")
    belong(room, "Le Bourg")
    laptop.do("challenges", "write_sector", id=sector, name="Hameau du Pont", referent="")
    assert set(where(room).values()) == {"Le Bourg"}


def test_a_name_already_taken_renames_nothing(room: Room, laptop: Laptop) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    laptop.do("challenges", "write_sector", name="Hameau-du-Pont", referent="")
    belong(room, "Le Moulin")
    laptop.refuse("challenges", "write_sector", id=sector, name="hameau du pont", referent="")
    assert set(where(room).values()) == {"Le Moulin"}


ONE_EACH: tuple[Callable[[Repository], None], ...] = (
    lambda r: r.add_participant(Participant("x", "Ortie", "resident", "Le Moulin", Origin.ROOM, NOON)),
    lambda r: r.update_volunteer(Volunteer("ana", "Jeanne Petit", "", "", "Le Moulin", NOON, "missions")),
    lambda r: r.add_stakeholder(Stakeholder("s", "shop", "Boulangerie", sector="Le Moulin")),
    lambda r: r.add_mission(Mission("m", "c", "Tour de garde", 2, 0, "le moulin")),
)


@pytest.mark.parametrize("add", ONE_EACH, ids=["participant", "volunteer", "stakeholder", "mission"])
def test_a_sector_something_belongs_to_stays(room: Room, laptop: Laptop, add: Callable[[Repository], None]) -> None:
    sector = laptop.do("challenges", "write_sector", name="Le Moulin", referent="")["id"]
    room.write(lambda r: r.add_challenge(Challenge("c", "Logement", "Un toit pour chacun.")))
    room.write(add)
    assert "(1)" in laptop.refuse("challenges", "remove_sector", sector=sector)


def test_every_part_has_its_words_in_both_languages() -> None:
    for language in ("fr", "en"):
        say = Translator(language)
        for part in PARTS:
            assert all(say.knows(f"facilitator.challenges.{key}.{part}") for key in ("part", "missing"))


# -- one sentence, written freely --------------------------------------------------------------------------------------

FOUND = "Plus personne ne dort dehors à Val-Brume d’ici décembre 2028."


def test_what_is_found_stands_where_the_page_counts_it(laptop: Laptop) -> None:
    reading = laptop.do("challenges", "preview_challenge", statement=f"🙂 {FOUND}")["reading"]
    units = reading["text"].encode("utf-16-le")
    said = {one["part"]: units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") for one in reading["marks"]}
    assert "Val-Brume" in said["territory"]
    assert "2028" in said["deadline"]


def test_a_question_has_answers_to_begin_from_in_the_sentence_s_own_language_and_place(laptop: Laptop) -> None:
    laptop.do("header", "switch_language", language="en")
    questions = laptop.do("challenges", "preview_challenge", statement="Plus personne ne dort dehors.")["reading"][
        "questions"
    ]
    by_part = {one["part"]: one for one in questions}
    assert by_part["territory"]["ask"].endswith("where?")
    assert "Val-Brume" in by_part["territory"]["examples"]
    assert any("2027" in one and "juin" in one for one in by_part["deadline"]["examples"])


def test_an_answer_joins_the_sentence_and_nothing_is_written(room: Room, laptop: Laptop) -> None:
    added = laptop.do(
        "challenges", "extend_challenge", statement="Plus personne ne dort dehors.", part="deadline", answer="juin 2027"
    )
    assert added["statement"] == "Plus personne ne dort dehors, d’ici juin 2027."
    assert stakes(room) == []
    refusal = laptop.refuse("challenges", "extend_challenge", statement="Ici.", part="deadline", answer=" ")
    assert refusal == Translator("fr")("errors.answer-missing")
    long = {"statement": "a" * 495, "part": "indicator", "answer": "b" * 100}
    assert "500" in laptop.refuse("challenges", "extend_challenge", **long)


@pytest.mark.parametrize(
    ("part", "statement", "answer", "better"),
    [
        ("territory", "Plus aucun enfant ne dort dehors.", "partout", "partout dans la commune"),
        ("territory", "No child sleeps outside.", "everywhere", "everywhere in the town"),
        ("deadline", "Plus aucun enfant ne dort dehors.", "bientôt", "avant la rentrée 2027"),
        ("deadline", "No child sleeps outside.", "soon", "by September 2027"),
    ],
)
def test_an_answer_that_nobody_could_check_is_told_why_and_is_not_put_into_the_sentence(
    laptop: Laptop, part: str, statement: str, answer: str, better: str
) -> None:
    refusal = laptop.refuse("challenges", "extend_challenge", statement=statement, part=part, answer=answer)
    assert refusal == Translator("fr")(f"errors.answer-no-{part}", answer=answer)
    added = laptop.do("challenges", "extend_challenge", statement=statement, part=part, answer=better)
    assert added["statement"] == f"{statement[:-1]}, {better}."


def test_an_answer_in_another_language_than_the_sentence_joins_it(laptop: Laptop) -> None:
    added = laptop.do(
        "challenges", "extend_challenge", statement="Mend the bridge.", part="deadline", answer="avant la rentrée"
    )
    assert "avant la rentrée" in added["statement"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("part", ["population", "territory", "deadline", "indicator"])
def test_the_example_of_a_better_answer_is_one(laptop: Laptop, language: str, part: str) -> None:
    statement = {"fr": "Supprimer les trajets inutiles.", "en": "End needless trips."}[language]
    told = Translator(language)(f"errors.answer-no-{part}", answer="?")
    example = re.split("[“«»”]", told)[3].strip("\N{NARROW NO-BREAK SPACE}")
    added = laptop.do("challenges", "extend_challenge", statement=statement, part=part, answer=example)
    assert example in added["statement"]


def sentences(laptop: Laptop) -> list[str]:
    laptop.refresh("challenges")
    (shown,) = laptop.model("challenges")["challenges"]
    return [one["statement"] for one in shown["sentences"]]


def test_every_sentence_that_was_saved_is_kept_before_anybody_could_answer_it_too(room: Room, laptop: Laptop) -> None:
    challenge = laptop.do("challenges", "write_challenge", stake="Toit", statement="La pauvreté")["id"]
    for statement in ("Créer un abri", FOUND, FOUND.upper(), FOUND):
        laptop.do("challenges", "write_challenge", id=challenge, stake="Toit", statement=statement)
    assert sentences(laptop) == [FOUND, "Créer un abri", "La pauvreté"], "capitals ask nobody another question"
    assert room.read(lambda r: r.find_challenge(challenge)).wording == 1, "nobody has answered: phones tell nothing"


def test_the_sentences_kept_are_bounded_and_the_first_one_stays(laptop: Laptop) -> None:
    challenge = laptop.do("challenges", "write_challenge", stake="Toit", statement="La pauvreté")["id"]
    for number in range(PHRASINGS_AT_MOST + 5):
        laptop.do("challenges", "write_challenge", id=challenge, stake="Toit", statement=f"Loger {number} familles.")
    kept = sentences(laptop)
    assert (len(kept), kept[-1], kept[0]) == (PHRASINGS_AT_MOST, "La pauvreté", "Loger 24 familles.")


def test_a_sentence_that_came_by_a_file_is_kept_when_it_is_first_changed(room: Room, laptop: Laptop) -> None:
    room.write(lambda r: r.add_challenge(Challenge("c", "Logement", "Un toit.")))
    laptop.do("challenges", "write_challenge", id="c", stake="Logement", statement="Un toit pour chacun.")
    assert sentences(laptop) == ["Un toit pour chacun.", "Un toit."]


def test_a_solution_is_kept_among_the_sentences_and_may_become_an_idea(room: Room, laptop: Laptop) -> None:
    means = "Acheter trois minibus"
    challenge = laptop.do("challenges", "write_challenge", stake="Route", statement=FOUND, solution=means)["id"]
    assert sentences(laptop) == [FOUND, means]
    laptop.do(
        "challenges", "write_challenge", id=challenge, stake="Route", statement="Chacun va au marché.", solution=means
    )
    assert sentences(laptop) == ["Chacun va au marché.", FOUND, means]
    laptop.do("challenges", "write_for", challenge=challenge, text=means)
    assert [one.text for one in room.read(lambda r: r.list_ideas(challenge))] == [means]


def test_two_challenges_in_one_sentence_become_two_side_by_side(room: Room, laptop: Laptop) -> None:
    both = "Loger chacun avant 2028 et garder l’école du bourg ouverte."
    first = laptop.do("challenges", "write_challenge", stake="Toit", statement=both)["id"]
    laptop.do("challenges", "write_challenge", stake="Autre", statement=FOUND)
    halves = {"statement": "Loger chacun avant 2028.", "second": "Garder l’école du bourg ouverte."}
    laptop.do("challenges", "split_challenge", id=first, stake="Toit", second_stake="École", **halves)
    assert stakes(room) == ["Toit", "École", "Autre"]
    laptop.refuse("challenges", "split_challenge", id=first, stake="Toit", second_stake="", **halves)
    laptop.refuse(
        "challenges", "split_challenge", id=first, stake="Toit", second_stake="X", statement="Ici.", second=""
    )
    for number in range(2):
        laptop.do("challenges", "write_challenge", stake=f"Enjeu {number}", action="Agir")
    assert "5" in laptop.refuse("challenges", "split_challenge", id=first, stake="Un", second_stake="Deux", **halves)
    assert stakes(room) == ["Toit", "École", "Autre", "Enjeu 0", "Enjeu 1"], "nothing of it was written"
