"""Who a row of a file is about: a name identifies nobody, and nobody's details go under another's name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.files.conftest import NOON, Take
from tests.files.field import BENCHES, DISORDER, HOMONYMS, JEANNE, JEANNES_SCORE
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.files import preview_import, write_import
from workshop_kit.files.importing.plan import Fate, ImportPlan, PlannedLine
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.store import Store

HEAD = "nom;courriel;téléphone;secteur;consentement\n"


def plan(store: Store, kind: str, text: str, choices: Choices | None = None) -> ImportPlan:
    return preview_import(store, kind, f"{kind}.csv", text.encode(), choices or Choices(), now=NOON)


def fates(found: ImportPlan) -> list[Fate]:
    return [line.fate for line in found.lines]


def doubt(line: PlannedLine) -> tuple[str, int]:
    assert line.doubt is not None
    return line.doubt.why.code, len(line.doubt.candidates)


def volunteers(store: Store) -> tuple[Volunteer, ...]:
    return store.read(lambda repository: repository.list_volunteers())


def answer(line: int, person: str) -> Choices:
    return Choices(people={Place("", line): person})


# -- what is shown of two ---------------------------------------------------------------------------------------------


def test_an_address_is_compared_with_the_one_that_is_shown_and_not_with_an_older_one(store: Store, take: Take) -> None:
    take("volunteers", HEAD + "Maël Aubin;mael_aubin@example.org;06 39 98 02 01;;oui\n")
    take("volunteers", HEAD + "Maël Aubin;mael.aubin@example.com;06 39 98 02 01;;oui\n")
    found = plan(store, "volunteers", HEAD + "Ines Aubin;mael_aubin@example.org;;;\n").lines[0].doubt
    assert found is not None
    shown = {one.column: (one.known, one.read, one.verdict.value) for one in found.candidates[0].likenesses}
    assert shown["email"] == ("mael.aubin@example.com", "mael_aubin@example.org", "other")
    assert shown["consent"] == ("yes", "", "silent")


def test_contacts_without_a_yes_are_told_as_not_kept(store: Store) -> None:
    found = plan(store, "volunteers", HEAD + "Eva Durand;eva@example.org;639980603;;\nAna Roux;;06 39 98 02 01;;oui\n")
    assert [line.unkept for line in found.lines] == [("email", "phone"), ()]


# -- homonyms ---------------------------------------------------------------------------------------------------------


def test_father_and_son_are_two_and_are_shown_side_by_side(store: Store) -> None:
    found = plan(store, "volunteers", HOMONYMS)
    assert fates(found) == [Fate.NEW, Fate.NEW, Fate.DOUBTFUL]
    assert doubt(found.lines[1]) == ("homonym", 1)


def test_a_no_that_bears_a_name_alone_waits_and_wipes_nobodys_consent(store: Store, take: Take) -> None:
    report = take("volunteers", HOMONYMS)
    assert (report.read, report.added, len(report.doubtful)) == (3, 2, 1)
    assert [(one.email, one.consented_at is not None) for one in volunteers(store)] == [
        ("jean.martin1950@example.org", True),
        ("j.martin.fils@example.org", True),
    ]


def test_an_answer_says_whose_no_it_is_and_the_other_keeps_his_yes(store: Store, take: Take) -> None:
    take("volunteers", HOMONYMS)
    waiting = plan(store, "volunteers", HOMONYMS).lines[2]
    assert doubt(waiting) == ("several", 2)
    assert waiting.doubt is not None
    son = waiting.doubt.candidates[1].person
    report = write_import(store, "volunteers", "v.csv", HOMONYMS.encode(), answer(4, son), now=NOON)
    assert (report.added, len(report.doubtful)) == (1, 0)
    assert [one.consented_at is not None for one in volunteers(store)] == [True, False]


def test_candidates_that_the_same_file_brings_can_be_answered_before_anything_is_written(store: Store) -> None:
    first = plan(store, "volunteers", HOMONYMS).lines[2].doubt
    assert first is not None
    assert [one.place for one in first.candidates] == [Place("", 2), Place("", 3)]
    chosen = answer(4, first.candidates[0].person)
    assert fates(plan(store, "volunteers", HOMONYMS, chosen)) == [Fate.NEW, Fate.NEW, Fate.SAME]
    write_import(store, "volunteers", "v.csv", HOMONYMS.encode(), chosen, now=NOON)
    assert [one.consented_at is not None for one in volunteers(store)] == [False, True]


def test_an_answer_that_names_somebody_else_is_none(store: Store, take: Take) -> None:
    take("volunteers", HOMONYMS)
    assert plan(store, "volunteers", HOMONYMS, answer(4, "nobody")).lines[2].fate is Fate.DOUBTFUL


@pytest.mark.parametrize(
    ("row", "fate"),
    [
        ("jean martin;JEAN@example.org;;;oui", Fate.SAME),
        ("MARTIN Jean;;0639980201;;", Fate.SAME),
        ("J. Martin;jean@example.org;;;oui", Fate.SAME),
        ("Jean Martin;;;;", Fate.SAME),
        ("Jean Martin;autre@example.org;;;oui", Fate.NEW),
        ("Jean Martin;;06 39 98 02 99;;oui", Fate.NEW),
        ("Jean Martin;jean@example.org;06 39 98 02 99;;oui", Fate.CHANGED),
        ("Jeanne Martin;;06 39 98 02 01;;oui", Fate.DOUBTFUL),
        ("Ana Roux;jean@example.org;;;oui", Fate.DOUBTFUL),
        ("Jean Martin;;;Les Granges;", Fate.DOUBTFUL),
        ("Jean Martin;;;;non", Fate.DOUBTFUL),
        ("Jean Martin;jean@example.org;;;non", Fate.CHANGED),
    ],
)
def test_a_row_after_somebody_known_is_what_both_say(store: Store, take: Take, row: str, fate: Fate) -> None:
    take("volunteers", HEAD + "Jean Martin;jean@example.org;06 39 98 02 01;Bourg;oui\n")
    assert fates(plan(store, "volunteers", HEAD + row + "\n")) == [fate]


def test_a_couple_shares_a_telephone_and_stays_two_without_a_question_the_second_time(store: Store, take: Take) -> None:
    couple = HEAD + "Ana Roux;;01 99 00 02 01;;oui\nLuc Morel;;01 99 00 02 01;;oui\n"
    assert doubt(plan(store, "volunteers", couple).lines[1]) == ("other-name", 1)
    write_import(store, "volunteers", "v.csv", couple.encode(), answer(3, ""), now=NOON)
    assert [one.name for one in volunteers(store)] == ["Ana Roux", "Luc Morel"]
    assert fates(plan(store, "volunteers", couple)) == [Fate.SAME, Fate.SAME]


@pytest.mark.parametrize("turned", [False, True])
def test_a_later_line_tells_whom_an_earlier_one_is_about(store: Store, take: Take, turned: bool) -> None:
    take("volunteers", HEAD + "Jean Martin;jean@example.org;;;oui\n")
    rows = ["Ana Roux;jean@example.org;06 39 98 02 01;;oui\n", "Ana Roux;;06 39 98 02 01;;oui\n"]
    text = HEAD + "".join(reversed(rows) if turned else rows)
    assert fates(plan(store, "volunteers", text)) == [Fate.NEW, Fate.SAME]
    assert take("volunteers", text).doubtful == ()
    assert [(one.name, one.email, one.phone) for one in volunteers(store)] == [
        ("Jean Martin", "jean@example.org", ""),
        ("Ana Roux", "jean@example.org", "06 39 98 02 01"),
    ]
    assert fates(plan(store, "volunteers", text)) == [Fate.SAME, Fate.SAME]


@pytest.mark.parametrize(("said", "phone"), [("", "06 39 98 02 01"), ("non", "")])
def test_a_consent_in_a_later_line_keeps_what_the_earlier_ones_gave_unless_they_said_no(
    store: Store, take: Take, said: str, phone: str
) -> None:
    text = HEAD + f"Ana Roux;ana@example.org;06 39 98 02 01;;{said}\nAna Roux;ana@example.org;;;oui\n"
    found = plan(store, "volunteers", text)
    assert (fates(found), found.notes) == ([Fate.NEW, Fate.SAME], ())
    take("volunteers", text)
    assert [(one.email, one.phone) for one in volunteers(store)] == [("ana@example.org", phone)]
    assert fates(plan(store, "volunteers", text)) == [Fate.SAME, Fate.SAME]


def test_one_name_and_one_landline_with_two_addresses_is_asked_about(store: Store, take: Take) -> None:
    take("volunteers", HEAD + "Jean Martin;pere@example.org;01 99 00 02 01;;oui\n")
    found = plan(store, "volunteers", HEAD + "Jean Martin;fils@example.org;01 99 00 02 01;;oui\n")
    assert doubt(found.lines[0]) == ("shared-line", 1)


def test_details_that_cannot_be_compared_are_not_put_together_without_a_word(store: Store, take: Take) -> None:
    take("volunteers", HEAD + "Jean Martin;jean@example.org;;;oui\n")
    assert doubt(plan(store, "volunteers", HEAD + "Jean Martin;;06 39 98 02 01;;oui\n").lines[0]) == ("namesake", 1)


def test_people_without_consent_are_told_apart_though_their_details_are_not_kept(store: Store, take: Take) -> None:
    text = HEAD + "Jean Martin;pere@example.org;;;\nJean Martin;fils@example.org;;;\n"
    assert take("volunteers", text).added == 2
    assert [(one.email, one.phone) for one in volunteers(store)] == [("", ""), ("", "")]
    assert fates(plan(store, "volunteers", text)) == [Fate.SAME, Fate.SAME]


def test_silence_overwrites_no_consent_and_an_empty_cell_erases_nothing(store: Store, take: Take) -> None:
    take("volunteers", HEAD + "Ana Roux;ana@example.org;06 39 98 02 01;Bourg;oui\n")
    report = take("volunteers", HEAD + "Ana Roux;ana@example.org;;;\n", now=NOON + timedelta(days=3))
    assert (report.added, report.unchanged) == (0, 1)
    (ana,) = volunteers(store)
    assert (ana.phone, ana.sector, ana.consented_at) == ("06 39 98 02 01", "Bourg", NOON)


def test_yes_and_no_about_a_bare_name_in_one_file_wait_for_an_answer(store: Store) -> None:
    found = plan(store, "volunteers", HEAD + "Ana Roux;;;;non\nAna Roux;;;;oui\n")
    assert fates(found) == [Fate.NEW, Fate.DOUBTFUL]
    assert doubt(found.lines[1])[0] == "yes-and-no"


def test_a_row_with_neither_a_name_nor_a_way_to_be_reached_is_refused(store: Store) -> None:
    found = plan(store, "volunteers", "nom;pseudo;courriel;consentement\n;Grenouille;;oui\n;;x@example.org;oui\n")
    assert fates(found) == [Fate.REFUSED, Fate.REFUSED]
    assert [(one.refusal.column, one.refusal.key) for one in found.lines if one.refusal] == [("nom", "name")] * 2


# -- disorder ---------------------------------------------------------------------------------------------------------


def test_in_a_disorderly_list_each_likeness_is_told(store: Store) -> None:
    lines = plan(store, "volunteers", DISORDER).lines
    assert [line.fate for line in lines] == [
        Fate.NEW, Fate.SAME, Fate.SAME, Fate.DOUBTFUL, Fate.NEW, Fate.DOUBTFUL,
        Fate.NEW, Fate.NEW, Fate.SAME, Fate.NEW, Fate.DOUBTFUL,
    ]  # fmt: skip
    told = {line.place.line: {note.code for note in line.notes} for line in lines if line.notes}
    assert told == {3: {"replaced", "same-as-line"}, 4: {"same-as-line"}, 10: {"same-as-line"}}
    asked = {line.place.line: line.doubt.why.code for line in lines if line.doubt is not None}
    assert asked == {5: "no-name", 6: "look-alike", 7: "near-name", 12: "takes-away"}


def test_nobodys_address_is_put_under_another_name(store: Store, take: Take) -> None:
    take("volunteers", DISORDER)
    kept = {one.name: one.email for one in volunteers(store)}
    assert kept["MAËL AUBIN"] in {"mael_aubin@example.org", "mael.aubin@example.com"}
    assert kept["Lise Cartier"] == "lise.cartier@example.org"
    assert "Grenouille4369@example.com" not in kept.values()
    assert next(one for one in volunteers(store) if one.name.startswith("Éric")).consented_at is not None


@pytest.mark.parametrize("text", [HOMONYMS, DISORDER, JEANNE])
def test_a_list_taken_in_twice_changes_nothing(store: Store, take: Take, text: str) -> None:
    first = take("volunteers", text)
    before, people = volunteers(store), store.read(lambda repository: repository.list_participants())
    second = take("volunteers", text, now=NOON + timedelta(days=30))
    assert (second.added, second.unchanged, len(second.doubtful)) == (
        0,
        first.read - len(first.doubtful),
        len(first.doubtful),
    )
    assert volunteers(store) == before
    assert store.read(lambda repository: repository.list_participants()) == people
    assert second.import_id is None


def test_the_counts_add_up_to_the_lines_read(store: Store, take: Take) -> None:
    text = DISORDER + "Nom;Faux;;pas une adresse;;oui\n"
    found = plan(store, "volunteers", text)
    assert sum(found.counts.values()) == len(found.lines) == 12
    report = take("volunteers", text)
    assert report.read == report.added + report.unchanged + len(report.doubtful) + len(report.rejected)


# -- names alone: scores and ideas ------------------------------------------------------------------------------------


def test_a_score_under_a_name_that_two_bear_waits_for_an_answer(framed: Store, take: Take) -> None:
    take("volunteers", HOMONYMS)
    text = "bénévole;défi;compétence;intérêt\nJean Martin;Logement;3;1\n"
    waiting = plan(framed, "scores", text).lines[0]
    assert doubt(waiting) == ("several", 2)
    assert waiting.doubt is not None
    write_import(framed, "scores", "s.csv", text.encode(), answer(2, waiting.doubt.candidates[0].person), now=NOON)
    assert fates(plan(framed, "scores", text)) == [Fate.SAME]


def test_a_file_never_finds_a_seat_of_the_room_by_its_name(framed: Store, take: Take) -> None:
    seat = Participant("seat", "Jeanne Martin", "resident", "", Origin.ROOM, NOON)
    voice = Participant("voice", "Ana Roux", "resident", "", Origin.PROXY, NOON)
    for one in (seat, voice):
        framed.perform(None, lambda repository, one=one: repository.add_participant(one))  # type: ignore[misc]
    take("volunteers", JEANNE + "Ana Roux;ana@example.org;;oui\n")
    take("scores", JEANNES_SCORE + "ana roux;Logement;2;1\n")
    take("ideas", "défi;idée;auteur\nLogement;Un banc;Jeanne Martin\n")
    assert framed.read(lambda repository: repository.find_volunteer("seat")) is None
    assert framed.read(lambda repository: repository.list_scores(participant="seat")) == ()
    assert framed.read(lambda repository: repository.list_ideas(author="seat")) == ()
    people = framed.read(lambda repository: repository.list_participants())
    assert sorted((one.pseudonym, one.origin) for one in people) == [
        ("Ana Roux", Origin.FILE), ("Ana Roux", Origin.PROXY),
        ("Jeanne Martin", Origin.FILE), ("Jeanne Martin", Origin.ROOM),
    ]  # fmt: skip


def test_what_three_people_say_in_the_same_words_counts_as_three(framed: Store, take: Take) -> None:
    assert take("ideas", BENCHES).added == 4
    assert len(framed.read(lambda repository: repository.list_ideas())) == 4
    again = take("ideas", BENCHES)
    assert (again.added, again.unchanged) == (0, 4)


def test_what_one_person_says_twice_counts_once(framed: Store, take: Take) -> None:
    take(
        "ideas",
        "défi;idée;auteur\nMobilité;Plus de bancs;Ana\nMobilité;plus de BANCS;ana\nMobilité;Plus de bancs;Ben\n",
    )
    assert len(framed.read(lambda repository: repository.list_ideas())) == 2
