"""Keep a database of today's schema for the tests of every later version: ``python -m tests.store.keep_database``.

Run it once, when a migration is added, before the release that brings it; never again for the same schema, since the
tests know what the kept file holds: ``kept_0001.py`` and its successors say it. People in it are invented: those of the
sample commune, and one more with a second seat.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.domain.agenda import AgendaItem
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.clarity import Asking, Clearness, Rating
from workshop_kit.domain.course import Moment, Phase, Stage
from workshop_kit.domain.files import FileMark, Layout, TakenEntry, TakenFile, Trait
from workshop_kit.domain.floods import Sweep
from workshop_kit.domain.forms import Consent, Day, Purpose
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.lot import throw_dice
from workshop_kit.domain.lots import Lot, Quota, RelaxedBound
from workshop_kit.domain.model import (
    Assignment,
    AssignmentChange,
    AssignmentRule,
    AssignmentStatus,
    AssignmentStep,
    Challenge,
    Idea,
    Mission,
    Origin,
    Participant,
    Reason,
    Remover,
    Score,
    StakeholderStatus,
    Volunteer,
)
from workshop_kit.domain.moves import plan_phase, plan_stage
from workshop_kit.domain.projection import Cover, Drawing, Mark, Projection, Shown
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse, StakesStage
from workshop_kit.domain.tables import TableSeat, WorkTable
from workshop_kit.hosting.samples import make_sample
from workshop_kit.live.acts.moving import carry_out_move, read_present, take_back
from workshop_kit.live.acts.rewording import change_challenge
from workshop_kit.store import Repository, open_store
from workshop_kit.store.opening import DATABASE_NAME, REVISION

KEPT: Final = Path(__file__).parent / "fixtures"
#: Bytes of a page: many tables have a row or two, and each table and index takes a page at least.
_PAGE: Final = 1024
#: Whom of the sample to keep other ballots than dots of: thousands of marks are more than the tests ask for.
_FEWER_MARKS: Final = """DELETE FROM ballot_mark WHERE participant NOT IN
    (SELECT DISTINCT participant FROM ballot_mark ORDER BY participant = 'kept-person' DESC, participant LIMIT 8)"""
NOON: Final = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def fill_what_the_sample_leaves_empty(repository: Repository) -> dict[str, str]:
    """Give every table and every nullable column a row with a value and one without."""
    _fill_people(repository)
    _fill_contributions(repository)
    _fill_course(repository)
    _fill_votes(repository)
    _fill_workshop(repository)
    _fill_files(repository)
    _fill_registers(repository)
    _fill_invitations(repository)
    _fill_stakes(repository)
    _fill_lots(repository)
    return {"saved": "kept-idea"}


def _fill_people(repository: Repository) -> None:
    logement, seniors, mobility = repository.list_challenges()[:3]
    repository.add_participant(
        Participant(
            "kept-person", "Épervier", "facteur", "Bourg-Centre", Origin.ROOM, NOON, "en",
            away_at=NOON, may_ask=True, slip=7,
        )
    )  # fmt: skip
    repository.add_participant(
        Participant(
            "kept-seat", "Épervier 2", "facteur", "", Origin.PROXY, NOON, joined_to="kept-person", may_ask=False
        )
    )
    repository.link_visitor("kept-visitor", "kept-person")
    repository.set_seat_code("kept-person", "K7P4MX")
    repository.bring_browser("kept-tablet", "kept-person", NOON)
    repository.add_seat_try("kept-guesser", "kept-device", 1)
    repository.add_helper("kept-helper", NOON)
    repository.add_try("kept-guesser", NOON)
    repository.note_printed(range(1, 41), NOON)
    repository.note_typist("kept-helper", "kept-person")
    repository.update_volunteer(
        Volunteer(
            "kept-person",
            "Odile Inventée",
            "odile-inventee@example.org",
            "06 39 98 99 99",
            "Les Granges",
            NOON,
            "être rappelée",
            may_show_name=True,
            challenges=(seniors.id, logement.id),
            declined=(mobility.id,),
            days=(Day.EVENINGS, Day.WEEKENDS),
            days_word="sauf pendant la récolte",
            consents=(Consent(Purpose.NEWS, NOON),),
            max_missions=3,
            reach=("Les Granges", "Le Moulin, le haut"),
            often="une fois par semaine",
            until="2027-06-30",
            car=True,
            languages=("portugais", "langue des signes"),
        )
    )
    repository.add_finished(logement.id, Stage.WRITING, "kept-person")
    repository.replace_table_seats([TableSeat("kept-person", 1, 4), TableSeat("kept-person", 2, 7, late=True)])
    repository.update_work_table(WorkTable(4, "Au fond à droite", easy=True))
    repository.set_staying("kept-person", stays=True)


def _fill_contributions(repository: Repository) -> None:
    logement, seniors = repository.list_challenges()[:2]
    held = "Nomme une voisine"
    repository.add_idea(
        Idea("kept-idea", logement.id, "Une boîte à clés\nau presbytère", None, None, NOON, held=held, corrected=True)
    )
    repository.add_idea(Idea("kept-slip", logement.id, "Une clé", None, "kept-person", NOON))
    repository.remove_idea("kept-slip", Remover.AUTHOR)
    repository.add_idea(Idea("kept-answer", logement.id, "Une clé chez la boulangère", None, "kept-person", NOON, 1))
    repository.note_written("kept-visitor", logement.id, 2)
    repository.add_sweep(Sweep("kept-sweep", NOON, ("kept-idea", "kept-slip")))
    repository.add_sweep(Sweep("kept-undone", NOON, ("kept-answer",), NOON))
    repository.update_score(Score("kept-person", logement.id, 0, -2, early=True))
    repository.update_score(Score("kept-person", seniors.id, None, None, unsure=True))
    for challenge, mark in ((logement, (0, -2)), (seniors, (None, None))):
        marks = (Mark("kept-person", *mark),)
        repository.update_drawing(Drawing(challenge.id, NOON, 53, 2, 1, marks, withdrawn=challenge is seniors))
    group = repository.list_groups(logement.id)[0]
    repository.update_group(replace(group, undone_at=NOON))
    assignment = repository.list_assignments()[0]
    by_hand = replace(assignment, reason=Reason("by-hand"), by_hand=True, status=AssignmentStatus.ACCEPTED)
    repository.update_assignment(by_hand)
    mission = repository.find_mission(assignment.mission)
    _fill_missions(repository, mission)
    pair = Assignment("kept-person", mission.id, Reason("pair", {"competence": 1}), beside=assignment.participant)
    no = replace(pair, status=AssignmentStatus.DECLINED, said="Le mardi, je ne peux pas", another=True)
    repository.update_assignment(no)
    repository.update_assignment_rule(AssignmentRule(2, 1))
    changes = (
        AssignmentChange("kept-person", mission.id, None, replace(pair, status=AssignmentStatus.LATER)),
        AssignmentChange(assignment.participant, mission.id, assignment, by_hand),
    )
    repository.add_assignment_step(AssignmentStep(0, "moved", {"mission": mission.title}, NOON, changes=changes))


def _fill_missions(repository: Repository, mission: Mission) -> None:
    """Say of one mission all that can be said of it."""
    repository.update_mission(
        replace(
            mission,
            option="kept-answer",
            owner="Mme Roy",
            first_date="2027-01-15",
            next_step="Demander les clés",
            min_places=2,
            importance=1,
            last_date="2027-03-31",
            begins="20:00",
            finishes="08:00",
            days=(Day.EVENINGS, Day.WEEKENDS),
            car=True,
            language="portugais",
        )
    )


def _fill_course(repository: Repository) -> None:
    """Vote again on one challenge, reword another, take a move back, and add one that nobody worked on."""
    logement, seniors, mobility = repository.list_challenges()[:3]
    at = repository.list_steps()[-1].at + timedelta(minutes=1)
    repository.update_challenge(replace(mobility, timer_ends_at=at))
    for stage in (Stage.VOTE, Stage.CLOSED):
        carry_out_move(repository, plan_stage(read_present(repository), mobility.id, stage), at)
    carry_out_move(repository, plan_phase(read_present(repository), Phase.SCORING), at)
    slip = carry_out_move(repository, plan_phase(read_present(repository), Phase.OFFER), at)
    take_back(repository, slip, at + timedelta(seconds=2))
    change_challenge(repository, replace(seniors, statement="Chaque aîné a une visite par semaine."), at, "facilitator")
    repository.add_phrasing(seniors.id, "Chaque aîné a une visite par semaine.", at)
    repository.add_asking(Asking(seniors.id, 1, 2, at))
    repository.add_rating(Rating(seniors.id, 1, "kept-rater", Clearness.NOT, "Une visite de qui ?"))
    repository.set_clarity_code("noisette-citron 472")
    repository.add_reader("kept-reader", at)
    repository.add_challenge(Challenge("kept-challenge", "Eau", "La fontaine coule.", position=5, tables="3 et 4"))
    health = repository.list_challenges()[3]
    repository.update_challenge(replace(health, timer_ends_at=NOON, timer_left=60))
    repository.update_projection(
        Projection(Phase.WORK, mobility.id, Stage.VOTE, 1, drawn=True, cover=Cover.CODE, frozen=True, read_first=False)
    )
    repository.update_shown(Shown("kept-browser", "kept-press", NOON, "{}", "{}", logement.id, ("kept-idea",)))


def _fill_votes(repository: Repository) -> None:
    """Ask an author, mark an idea, encourage the silent, and give a vote a rule, a cost and a ballot of every kind."""
    logement, _, mobility = repository.list_challenges()[:3]
    answered = replace(repository.find_idea("kept-answer"), asked=True, answer="Celle de la place", discuss=True)
    repository.update_idea(answered)
    repository.update_challenge(replace(repository.find_challenge(mobility.id), nudged_at=NOON))
    rule = VoteRule(VoteKind.BUDGET, 7, 3, grades=5, blanks_count=False, to_spend=900, points=10)
    repository.update_vote_rule("kept-challenge", 1, rule)
    repository.update_costs(logement.id, {"kept-answer": 40})
    for number, kind in enumerate(VoteKind):
        if kind is not VoteKind.DOTS:
            repository.update_ballot_mark(
                BallotMark("kept-person", logement.id, "kept-answer", kind, number % 2, round=number)
            )


def _fill_files(repository: Repository) -> None:
    brought = next(one for one in repository.list_participants() if one.origin is Origin.FILE)
    repository.add_marks([FileMark(brought.id, repository.digest(Trait.EMAIL, "a@example.org"), Trait.EMAIL)])
    repository.add_withdrawal("kept-who", NOON, erased=True, names=["Odile Partie"], emails=["odile@example.org"])
    repository.add_apart(brought.id, "kept-person", NOON)
    taken = TakenFile("kept-import", 1, "volunteers", "benevoles.csv", "command", NOON, new=1, changed=0)
    entry = TakenEntry("kept-import", 0, "participant", brought.id, brought.id, "", "0" * 16)
    repository.add_import(taken, [entry])
    repository.update_layout(Layout("kept-layout", "volunteers", NOON, {"Permis B": ""}))


def _fill_registers(repository: Repository) -> None:
    taken = repository.list_stakeholders()[0]
    repository.add_candidates(
        [
            Candidate("W000000001", Register.RNA, "Les Boulistes de Val-Brume", code="011000", entry="sports"),
            Candidate("00000000100017", Register.SIRENE, "Boulangerie inventée", size="02", taken=taken.id, gone=True),
        ]
    )


def _fill_invitations(repository: Repository) -> None:
    """Say where and when, and give one whom letters reach every word that a letter has."""
    challenges = tuple(challenge.id for challenge in repository.list_challenges()[:2])
    invited = replace(
        repository.list_stakeholders()[0],
        phone="02 39 98 99 98",
        address="1 place Inventée\n00000 Val-Brume",
        reason="Elle voit ceux qu’aucune réunion ne voit.",
        challenges=challenges,
        register="W000000001",
        invited_at=NOON,
        reminded_at=NOON,
        came_at=NOON,
        status=StakeholderStatus.CAME,
    )
    repository.update_stakeholder(invited)
    repository.update_invitation(
        Invitation(
            day="2026-12-05",
            begins="14:00",
            finishes="17:00",
            answer_by="2026-12-01",
            place="Salle des fêtes",
            phone="02 39 98 99 97",
            address="https://val-brume.example/atelier",
            colour="#1d5f4e",
            wifi_name="Atelier",
            wifi_password="tilleul cuivre",
        )
    )


def _fill_stakes(repository: Repository) -> None:
    """Propose three stakes, put one under another, leave one out, and judge."""
    repository.update_stakes_course(StakesCourse(StakesStage.JUDGING, blanks_count=False))
    repository.add_proposed_stake(ProposedStake("kept-stake", "Se loger", "kept-browser", NOON, title="Le logement"))
    repository.add_proposed_stake(ProposedStake("kept-same", "Un toit pour tous", "", NOON, into="kept-stake"))
    repository.add_proposed_stake(ProposedStake("kept-out", "La météo", "kept-browser", NOON, left_out=True))
    repository.update_stake_grade(StakeGrade("kept-judge", "kept-stake", Grade.VERY_GOOD))


def _fill_lots(repository: Repository) -> None:
    """Make a lot among volunteers, thrown already, and another of a file, whose dice are not thrown."""
    lot = Lot(
        "kept-lot", "", "0" * 64, "quotas.csv", "1" * 64, 1, (Quota("secteur", "Bourg-Centre", 0, 1),),
        (RelaxedBound("secteur", "Bourg-Centre", "min", 1, 0, 2),), (0.5, 0.5), (0.5, 0.5), 0.0, ((1,), (2,)), NOON,
    )  # fmt: skip
    people = [volunteer.participant for volunteer in repository.list_volunteers()[:2]]
    repository.add_lot(throw_dice(lot, "0417", NOON), people)
    repository.add_lot(replace(lot, id="kept-list", file="inscrits.csv"))


def _fill_workshop(repository: Repository) -> None:
    logement = repository.list_challenges()[0]
    repository.update_agenda([AgendaItem(Moment.WELCOME, None, 10), AgendaItem(Moment.VOTE, logement.id, 8)])
    repository.update_workshop(
        replace(
            repository.find_workshop(),
            timer_ends_at=NOON,
            timer_left=90,
            ends_at=NOON,
            organiser="Mairie de Val-Brume",
            contact="accueil@example.org",
            follow_up="Une réunion le 15 janvier à la salle des fêtes",
            helper_code="4821",
            table_size=9,
            table_rounds=2,
            table_round=1,
        )
    )


def keep_database(kept: Path) -> None:
    """Make the sample at the scores, fill it, and put it into one small file, ``kept``."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "atelier"
        make_sample(folder, moment=Moment.SCORING)
        with open_store(folder) as store:
            store.perform("kept-intention", fill_what_the_sample_leaves_empty)
        with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as file:
            run(file, (_FEWER_MARKS, "PRAGMA journal_mode=DELETE", f"PRAGMA page_size={_PAGE}", "VACUUM"))
        shutil.copyfile(folder / DATABASE_NAME, kept)


def run(file: sqlite3.Connection, commands: Iterable[str]) -> None:
    for command in commands:
        file.execute(command).fetchall()


if __name__ == "__main__":
    kept = KEPT / f"workshop-{REVISION}.db"
    if kept.exists():
        raise SystemExit(f"{kept} is kept already: the tests know what it holds")
    KEPT.mkdir(exist_ok=True)
    keep_database(kept)
