"""Undoing an import: the workshop is as it was before, and keeps what was done since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.files.conftest import NOON, Take
from tests.files.field import BENCHES, CLAIRE, DISORDER, HOMONYMS
from workshop_kit.domain.files import UNDOABLE_AT_MOST, UNDOABLE_FOR
from workshop_kit.domain.model import Assignment, Dots, Origin, Participant, Reason, Score
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.files import list_imports, undo_import, write_import
from workshop_kit.files.importing.plan import Undone
from workshop_kit.files.reading.values import Choices
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.offering import withdraw_offer
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.live.acts.settling import join_seats
from workshop_kit.store import Repository, Store

LATER = NOON + timedelta(days=1)
FILES = {
    "challenges": "enjeu;énoncé\nEau;La fontaine coule.\n",
    "stakeholders": "catégorie;nom;courriel;secteur\nCommerce;Épicerie;e@example.org;Bourg\n",
    "volunteers": DISORDER,
    "missions": "défi;intitulé;places\nLogement;Garde;2\n",
    "scores": "bénévole;défi;compétence;intérêt\nAna;Logement;1;1\nBen;Logement;?;?\n",
    "ideas": BENCHES,
}


def everything(store: Store) -> Any:
    def gather(repository: Repository) -> Any:
        return (
            repository.list_challenges(),
            repository.list_stakeholders(),
            repository.list_participants(),
            repository.list_volunteers(),
            repository.list_missions(),
            repository.list_scores(),
            repository.list_ideas(),
            repository.list_sectors(),
            repository.list_removals(),
            repository.list_marks(),
            repository.list_withdrawals(),
        )

    return store.read(gather)


def undo_last(store: Store) -> Undone:
    return undo_import(store, list_imports(store)[0].taken.id, LATER)


@pytest.mark.parametrize("kind", FILES)
def test_what_a_file_brought_goes(framed: Store, take: Take, kind: str) -> None:
    before = everything(framed)
    report = take(kind, FILES[kind])
    assert report.added > 0
    assert undo_last(framed).kept == ()
    assert everything(framed) == before


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("stakeholders", FILES["stakeholders"], "catégorie;nom;statut\nCommerce;Épicerie;vient\n"),
        ("volunteers", CLAIRE, CLAIRE.replace("03 01", "03 99").replace("oui", "oui")),
        ("volunteers", CLAIRE, CLAIRE.replace("oui", "non")),
        ("missions", FILES["missions"], "défi;intitulé;places;secteur\nLogement;Garde;5;Bourg\n"),
        ("scores", FILES["scores"], "bénévole;défi;compétence;intérêt\nAna;Logement;3;-2\nBen;Logement;0;0\n"),
        ("ideas", "défi;idée;source\nMobilité;Un car;\n", "défi;idée;source\nMobilité;Un car;vécu\n"),
        ("challenges", FILES["challenges"], "enjeu;énoncé;action\nEau;La fontaine coule.;Réparer\n"),
    ],
)
def test_what_a_file_changed_is_as_before(framed: Store, take: Take, kind: str, first: str, second: str) -> None:
    take(kind, first)
    before = everything(framed)
    assert take(kind, second, now=LATER).added > 0
    assert everything(framed) != before
    assert undo_last(framed).kept == ()
    assert everything(framed) == before


def test_a_value_changed_since_stays_as_it_was_changed(framed: Store, take: Take) -> None:
    take("missions", FILES["missions"])
    take("missions", "défi;intitulé;places;secteur\nLogement;Garde;5;Bourg\n")
    (mission,) = framed.read(lambda repository: repository.list_missions())
    framed.perform(None, lambda repository: repository.update_mission(replace(mission, places=9)))
    done = undo_last(framed)
    (mission,) = framed.read(lambda repository: repository.list_missions())
    assert (mission.places, mission.sector) == (9, "")
    assert [(one.title, one.why.code) for one in done.kept] == [("Garde", "changed")]


def test_a_person_on_whom_something_hangs_stays_with_all_the_file_brought(framed: Store, take: Take) -> None:
    take("missions", FILES["missions"])
    take("volunteers", HOMONYMS)
    father, _ = framed.read(lambda repository: repository.list_participants())
    mission = framed.read(lambda repository: repository.list_missions())[0].id
    placed = Assignment(father.id, mission, Reason("by-hand"), by_hand=True)
    framed.perform(None, lambda repository: repository.update_assignment(placed))
    done = undo_last(framed)
    assert [(one.title, one.why.code) for one in done.kept] == [("Jean Martin", "used")]
    assert framed.read(lambda repository: repository.list_participants()) == (father,)
    assert [one.participant for one in framed.read(lambda repository: repository.list_volunteers())] == [father.id]


def test_somebody_who_was_joined_to_a_seat_stays(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    (claire,) = framed.read(lambda repository: repository.list_participants())
    seat = Participant("seat", "Claire", "resident", "", Origin.ROOM, NOON)
    framed.perform(None, lambda repository: repository.add_participant(seat))
    framed.perform(None, lambda repository: join_seats(repository, claire.id, "seat", NOON))
    assert [one.why.code for one in undo_last(framed).kept] == ["used"]
    assert len(framed.read(lambda repository: repository.list_volunteers())) == 1


def test_an_idea_that_was_voted_on_stays_and_removing_the_others_is_not_counted(framed: Store, take: Take) -> None:
    take("ideas", BENCHES)
    ideas = framed.read(lambda repository: repository.list_ideas())

    def vote(repository: Repository) -> None:
        repository.add_participant(Participant("seat", "Zoé", "resident", "", Origin.ROOM, NOON))
        repository.update_dots(Dots("seat", ideas[0].challenge, ideas[0].id, 1))

    framed.perform(None, vote)
    assert len(undo_last(framed).kept) == 1
    assert framed.read(lambda repository: repository.list_ideas()) == ideas[:1]
    assert framed.read(lambda repository: repository.list_removals()) == ()


def test_a_score_given_since_keeps_its_person(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    (claire,) = framed.read(lambda repository: repository.list_participants())
    challenge = framed.read(lambda repository: repository.list_challenges())[0].id
    framed.perform(None, lambda repository: repository.update_score(Score(claire.id, challenge, 2, 2)))
    undo_last(framed)
    assert framed.read(lambda repository: repository.list_participants()) == (claire,)
    assert len(framed.read(lambda repository: repository.list_scores())) == 1


def test_what_a_sample_took_in_is_not_to_be_undone_and_the_next_files_people_are_others(store: Store) -> None:
    write_import(store, "volunteers", "a.csv", CLAIRE.encode(), now=NOON, seats={})
    assert list_imports(store) == ()
    other = CLAIRE.replace("Claire", "Anne").replace("claire", "anne").replace("03 01", "03 02")
    assert write_import(store, "volunteers", "b.csv", other.encode(), now=NOON).added == 1
    assert len(store.read(lambda repository: repository.list_participants())) == 2


def test_an_import_is_undone_once(framed: Store, take: Take) -> None:
    take("ideas", BENCHES)
    taken = list_imports(framed)[0].taken
    undo_import(framed, taken.id, LATER)
    with pytest.raises(InvalidEntry) as again:
        undo_import(framed, taken.id, LATER)
    assert again.value.code == "import-undone"
    with pytest.raises(MissingEntry):
        undo_import(framed, "none", LATER)
    assert take("ideas", BENCHES).added == 4


def test_the_latest_imports_alone_can_be_undone(framed: Store, take: Take) -> None:
    for number in range(UNDOABLE_AT_MOST + 2):
        take("ideas", f"défi;idée\nMobilité;Idée {number}\n", now=NOON + timedelta(minutes=number))
    imports = list_imports(framed)
    assert [one.undoable for one in imports] == [True] * UNDOABLE_AT_MOST + [False] * (len(imports) - UNDOABLE_AT_MOST)
    with pytest.raises(InvalidEntry) as old:
        undo_import(framed, imports[-1].taken.id, LATER)
    assert old.value.code == "import-too-old"


def test_what_changed_nothing_is_no_import(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    before = list_imports(framed)
    assert take("volunteers", CLAIRE).import_id is None
    assert list_imports(framed) == before


def test_imports_one_after_the_other_are_undone_one_by_one(framed: Store, take: Take) -> None:
    states = [everything(framed)]
    for text in (CLAIRE, CLAIRE.replace("03 01", "03 99"), HOMONYMS):
        take("volunteers", text)
        states.append(everything(framed))
    for state in reversed(states[:-1]):
        undo_import(framed, next(one.taken.id for one in list_imports(framed) if one.taken.undone_at is None), LATER)
        assert everything(framed) == state


@pytest.mark.parametrize("gone", ["erased", "withdrawn"])
def test_former_details_go_with_whom_they_were_of(framed: Store, take: Take, gone: str) -> None:
    take("volunteers", CLAIRE)
    take("volunteers", CLAIRE.replace("03 01", "03 99"))
    (claire,) = framed.read(lambda repository: repository.list_participants())

    def leave(repository: Repository) -> None:
        if gone == "erased":
            erase_person(repository, claire.id, LATER, with_ideas=True)
        else:
            withdraw_offer(repository, claire, LATER)

    framed.perform(None, leave)

    def gather(repository: Repository) -> str:
        return "".join(entry.before for one in repository.list_imports() for entry in repository.list_entries(one.id))

    assert "03 01" not in framed.read(gather)
    for one in list_imports(framed):
        if one.undoable:
            undo_import(framed, one.taken.id, LATER)
    assert not any(one.email or one.phone for one in framed.read(lambda repository: repository.list_volunteers()))


def test_a_doubt_answered_is_undone_as_well(framed: Store, take: Take) -> None:
    take("volunteers", HOMONYMS)
    before = everything(framed)
    son = framed.read(lambda repository: repository.list_participants())[1].id
    from workshop_kit.files.reading.values import Place

    write_import(framed, "volunteers", "v.csv", HOMONYMS.encode(), Choices(people={Place("", 4): son}), now=LATER)
    assert everything(framed) != before
    undo_last(framed)
    assert everything(framed) == before


def test_what_it_takes_to_undo_an_import_goes_after_a_week_when_the_workshop_is_opened(
    store: Store, take: Take, tmp_path: Path
) -> None:
    take("volunteers", CLAIRE)
    (done,) = list_imports(store)
    keep_retention(store, tmp_path, NOON + UNDOABLE_FOR, confirmed=True)
    assert list_imports(store)[0].undoable, "not before"
    keep_retention(store, tmp_path, NOON + UNDOABLE_FOR + timedelta(seconds=1), confirmed=True)
    assert not list_imports(store)[0].undoable
    with pytest.raises(InvalidEntry) as refused:
        undo_import(store, done.taken.id, LATER)
    assert refused.value.code == "import-too-old"


def test_an_import_by_a_clock_ahead_forgets_no_other(store: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    take("challenges", FILES["challenges"], now=NOON + UNDOABLE_FOR + timedelta(seconds=1))
    assert [one.undoable for one in list_imports(store)] == [True, True]
