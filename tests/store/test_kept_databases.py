"""A workshop made by each schema there ever was is opened by the present version, with all it held.

``keep_database.py`` says how the files were made.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest

from tests.store import (
    kept_0001,
    kept_0002,
    kept_0003,
    kept_0004,
    kept_0005,
    kept_0006,
    kept_0014,
    kept_0015,
    kept_0016,
)
from tests.store.keep_database import KEPT
from tests.store.kept_values import PERSON, Kept
from tests.store.values import WORKSHOP
from workshop_kit.domain.history import read_course
from workshop_kit.domain.model import Change, Sector
from workshop_kit.domain.seat_codes import read_code, write_code
from workshop_kit.live.acts.moving import read_present
from workshop_kit.store import Repository, Store, create_store, open_store, schema
from workshop_kit.store.opening import DATABASE_NAME, REVISION

FILES: Final = sorted(KEPT.glob("workshop-*.db"))
#: What each file holds once the present version has opened it.
HELD: Final[Mapping[str, Kept]] = {
    "workshop-0001": kept_0001.HELD,
    "workshop-0002": kept_0002.HELD,
    "workshop-0003": kept_0003.HELD,
    "workshop-0004": kept_0004.HELD,
    "workshop-0005": kept_0005.HELD,
    "workshop-0006": kept_0006.HELD,
    "workshop-0014": kept_0014.HELD,
    "workshop-0015": kept_0015.HELD,
    "workshop-0016": kept_0016.HELD,
}


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def file(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def held(file: Path) -> Kept:
    return HELD[file.stem]


@pytest.fixture
def folder(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    shutil.copyfile(file, tmp_path / DATABASE_NAME)
    return tmp_path


@pytest.fixture
def kept(folder: Path) -> Iterator[Store]:
    with open_store(folder) as store:
        yield store


def test_todays_schema_is_among_those_kept() -> None:
    assert KEPT / f"workshop-{REVISION}.db" in FILES, "make it: python -m tests.store.keep_database"


def test_a_kept_file_is_one_small_file(file: Path) -> None:
    assert file.stat().st_size < 1_000_000
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert opened.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_newest_kept_file_has_rows_in_every_table() -> None:
    counts = HELD[FILES[-1].stem].counts
    assert set(counts) == {table.name for table in schema.metadata.sorted_tables}
    assert 0 not in counts.values()


def test_the_newest_kept_file_has_the_tables_and_indexes_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    create_store(tmp_path, WORKSHOP).close()
    assert read_shapes(FILES[-1]) == read_shapes(tmp_path / DATABASE_NAME)


def read_shapes(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return the columns, the foreign keys and the indexes of every table of a file."""
    asked = {
        "columns": 'SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk'
        " FROM {tables}, pragma_table_info(t.name) c",
        "links": 'SELECT t.name, k."from", k."table", k."to", k.on_delete'
        " FROM {tables}, pragma_foreign_key_list(t.name) k",
        "indexes": 'SELECT t.name, i."unique", i.origin, c.seqno, c.name'
        " FROM {tables}, pragma_index_list(t.name) i, pragma_index_info(i.name) c",
    }
    tables = "(SELECT name FROM sqlite_master WHERE type = 'table') t"
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as opened:
        return {kind: set(opened.execute(query.format(tables=tables))) for kind, query in asked.items()}


def test_no_row_is_lost(kept: Store, folder: Path, held: Kept) -> None:
    kept.close()
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as opened:
        found = {name: opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in held.counts}
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    assert found == held.counts


def test_everything_is_listed(kept: Store, held: Kept) -> None:
    def count(repository: Repository) -> dict[str, int]:
        lists: dict[str, Any] = {
            "agenda": repository.list_agenda(),
            "assignment": repository.list_assignments(),
            "candidate": repository.list_candidates(),
            "clarity_asking": repository.list_askings(),
            "clarity_rating": repository.list_ratings(),
            "clarity_reader": repository.list_readers(),
            "consent": [one for offer in repository.list_volunteers() for one in offer.consents],
            "challenge": repository.list_challenges(),
            "drawing": repository.list_drawings(),
            "drawing_mark": [mark for drawing in repository.list_drawings() for mark in drawing.marks],
            "dots": repository.list_dots(every_round=True),
            "ballot_mark": repository.list_ballot_marks(),
            "helper": repository.list_helpers(),
            "helper_try": repository.list_tries(),
            "idea": repository.list_ideas(),
            "idea_group": repository.list_groups(undone=True),
            "idea_group_member": [idea for group in repository.list_groups(undone=True) for idea in group.members],
            "idea_removal": repository.list_removals(),
            "lot": repository.list_lots(),
            "lot_person": [one for lot in repository.list_lots() for one in repository.list_lot_people(lot.id)],
            "mission": repository.list_missions(),
            "paper_printing": repository.list_printed(),
            "paper_typist": repository.list_typists(),
            "participant": repository.list_participants(),
            "phrasing": repository.list_phrasings(),
            "proposed_stake": repository.list_proposed_stakes(),
            "score": repository.list_scores(),
            "seat_try": repository.list_seat_tries(),
            "sector": repository.list_sectors(),
            "stake_grade": repository.list_stake_grades(),
            "stakeholder": repository.list_stakeholders(),
            "step": repository.list_steps(),
            "sweep": repository.list_sweeps(),
            "table_seat": repository.list_table_seats(),
            "table_stay": repository.list_staying(),
            "work_table": repository.list_work_tables(),
            "volunteer": repository.list_volunteers(),
            "volunteer_declined": [one for offer in repository.list_volunteers() for one in offer.declined],
            "wording": repository.list_wordings(),
        }
        return {name: len(listed) for name, listed in lists.items()}

    found = kept.read(count)
    assert found == {name: held.counts.get(name, 0) for name in found}


def test_the_workshop_and_its_challenges_keep_their_values(kept: Store, held: Kept) -> None:
    assert kept.read(lambda repository: repository.find_workshop()) == held.workshop
    challenges = kept.read(lambda repository: repository.list_challenges())
    assert [one for one in held.challenges if one not in challenges] == []
    assert held.sector in kept.read(lambda repository: repository.list_sectors())
    assert kept.read(lambda repository: repository.find_stakeholder(held.stakeholder.id)) == held.stakeholder


def test_the_course_the_agenda_and_the_screen_keep_their_values(kept: Store, held: Kept) -> None:
    steps = kept.read(lambda repository: repository.list_steps())
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert [one for one in held.steps if one not in steps] == []
    wordings = kept.read(lambda repository: repository.list_wordings())
    assert [one for one in held.wordings if one not in wordings] == []
    assert kept.read(lambda repository: repository.list_agenda()) == held.agenda
    assert kept.read(lambda repository: repository.find_projection()) == held.projection
    assert kept.read(lambda repository: repository.find_shown("kept-browser")) == held.shown


def test_who_helps_who_tried_and_what_was_printed_are_kept_apart(kept: Store, held: Kept) -> None:
    assert kept.read(lambda repository: repository.list_helpers()) == held.helpers
    assert kept.read(lambda repository: repository.list_tries()) == held.tries
    assert kept.read(lambda repository: repository.list_printed()) == held.printed
    assert kept.read(lambda repository: repository.list_typists()) == held.typists


def test_invitations_stakes_lots_and_what_readers_said_are_kept(kept: Store, held: Kept) -> None:
    assert kept.read(lambda repository: repository.find_invitation()) == held.invitation
    assert kept.read(lambda repository: repository.find_stakes_course()) == held.stakes_course
    assert kept.read(lambda repository: repository.list_proposed_stakes()) == held.stakes
    assert kept.read(lambda repository: repository.list_stake_grades()) == held.grades
    assert kept.read(lambda repository: repository.list_lots()) == held.lots
    assert kept.read(lambda repository: repository.list_candidates()) == held.candidates
    assert kept.read(lambda repository: repository.list_askings()) == held.askings
    assert kept.read(lambda repository: repository.list_ratings()) == held.ratings


def test_the_history_adds_up_to_where_everything_stands(kept: Store) -> None:
    present = kept.read(read_present)
    told = read_course(kept.read(lambda repository: repository.list_steps()))
    assert (told.phase, told.focus) == (present.phase, present.focus)
    assert {one: told.stage_of(one) for one in present.stages} == present.stages
    assert {one: told.rounds.get(one, 1) for one in present.rounds} == present.rounds
    assert {one: told.wordings.get(one, 1) for one in present.wordings} == present.wordings
    assert (told.revealed_at, told.results_at) == (present.revealed_at, present.results_at)


def test_people_keep_their_seat_and_their_offer(kept: Store, held: Kept) -> None:
    [person] = [one for one in held.people if one.id == PERSON]
    assert kept.read(lambda repository: repository.find_participant_by_visitor("kept-visitor")) == person
    assert kept.read(lambda repository: repository.find_participant_by_pseudonym("epervier")) == person
    people = kept.read(lambda repository: repository.list_participants())
    assert [one for one in held.people if one not in people] == []
    assert kept.read(lambda repository: repository.find_volunteer(PERSON)) == held.volunteer
    challenge, stage = held.finished
    assert kept.read(lambda repository: repository.list_finished(challenge, stage)) == {PERSON}


def test_who_sat_already_has_a_code_that_leads_to_the_seat_and_was_there_first(kept: Store) -> None:
    code = kept.read(lambda repository: repository.find_seat_code(PERSON))
    assert write_code(code) != "-"
    assert read_code(code) == code
    assert kept.read(lambda repository: repository.find_seat_by_code(code)) == (PERSON, code)
    assert ("kept-visitor", None) in kept.read(lambda repository: repository.list_browsers(PERSON))


def test_ideas_groups_and_dots_keep_their_values(kept: Store, held: Kept) -> None:
    ideas = kept.read(lambda repository: repository.list_ideas())
    assert [one for one in held.ideas if one not in ideas] == []
    assert kept.read(lambda repository: repository.find_group(held.group.id)) == held.group
    texts = kept.read(lambda repository: [repository.find_idea(one).text for one in held.group.members])
    assert len(texts) == 4
    assert texts[:2] == [
        "Ouvrir le gymnase les nuits de grand froid",
        "Un tour de garde entre clubs sportifs pour tenir le gymnase ouvert la nuit",
    ]
    votes = kept.read(lambda repository: repository.list_votes(every_round=True))
    assert [one for one in held.dots if one not in votes] == []


def test_ballots_of_every_kind_their_rules_and_what_ideas_cost_are_kept(kept: Store, held: Kept) -> None:
    votes = kept.read(lambda repository: repository.list_votes(every_round=True))
    assert [one for one in held.ballots if one not in votes] == []
    for challenge, number, rule in held.rules:
        assert kept.read(lambda repository, one=challenge: repository.list_vote_rules(one))[number] == rule  # type: ignore[misc]
    for challenge, option, cost in held.costs:
        assert kept.read(lambda repository, one=challenge: repository.list_costs(one))[option] == cost  # type: ignore[misc]


def test_a_score_of_nothing_and_no_answer_stay_two_things(kept: Store, held: Kept) -> None:
    scores = kept.read(lambda repository: repository.list_scores())
    assert [one for one in scores if one.participant == PERSON] == list(held.scores)
    assert {(one.competence, one.interest, one.unsure) for one in held.scores} == {(0, -2, False), (None, None, True)}


def test_what_was_drawn_and_how_much_was_removed_is_kept(kept: Store, held: Kept) -> None:
    assert kept.read(lambda repository: repository.list_drawings()) == held.drawings
    assert kept.read(lambda repository: repository.list_removals()) == held.removals


def test_missions_and_assignments_keep_their_values(kept: Store, held: Kept) -> None:
    missions = kept.read(lambda repository: repository.list_missions())
    assert [one for one in held.missions if one not in missions] == []
    assigned = kept.read(lambda repository: repository.list_assignments())
    assert [one for one in held.assignments if one not in assigned] == []
    assert kept.read(lambda repository: repository.find_assignment_rule()) == held.assignment_rule
    assert kept.read(lambda repository: repository.list_assignment_steps()) == held.assignment_steps


def test_what_was_performed_is_not_performed_again_and_the_feed_goes_on(kept: Store, held: Kept) -> None:
    def never(repository: Repository) -> dict[str, str]:
        raise AssertionError("the action ran again")

    count = held.counts["change"]
    assert kept.perform("kept-intention", never) == {"saved": "kept-idea"}
    assert kept.changes_since(0)[0] == held.first_change
    assert kept.latest_sequence() == count
    kept.perform(None, lambda repository: repository.add_sector(Sector("new", "Le Lavoir")))
    assert list(kept.changes_since(count)) == [Change(count + 1, "sector", "new")]
