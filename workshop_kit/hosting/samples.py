"""Fixture of the demo, the sample commune: a whole workshop made from the files an organiser would have."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.course import BEFORE, REVEALING, STAGES, Moment, Phase, Stage, place_moment
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import IdeaGroup, Origin, Participant, Sector, StakeholderStatus, new_workshop
from workshop_kit.domain.moves import plan_phase, plan_stage
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.plans import Plan, votes_twice
from workshop_kit.files import import_file
from workshop_kit.hosting.sample_votes import choose_plans, clarify_ideas, read_rows, take_votes
from workshop_kit.live.acts.assigning import assign_workshop
from workshop_kit.live.acts.moving import carry_out_move, let_through, read_present
from workshop_kit.live.challenge import read_options
from workshop_kit.places import samples_folder
from workshop_kit.store import Repository, create_store

SAMPLE_TITLE: Final = "Atelier de Val-Brume"
SAMPLE_TERRITORY: Final = "Val-Brume"
#: Who keeps the data, whom to call and what follows: invented, in the range of numbers kept for fiction.
_SAMPLE_ORGANISER: Final = "le CCAS de Val-Brume"
_SAMPLE_PHONE: Final = "01 99 00 12 34"
_SAMPLE_CONTACT: Final = f"Accueil du CCAS de Val-Brume, {_SAMPLE_PHONE}, ccas@example.org"
_SAMPLE_WIFI: Final = {"wifi_name": "Val-Brume", "wifi_password": "brume2028"}
_SAMPLE_FOLLOW_UP: Final = "La synthèse sera en mairie et sur le site de la commune un mois après l’atelier."
_A_MOMENT: Final = timedelta(milliseconds=1)
#: In the order an organiser would read them in: what a row names must be there before it.
_FILES: Final = (
    ("challenges", "defis.csv"),
    ("stakeholders", "parties-prenantes.xlsx"),
    ("volunteers", "benevoles.csv"),
    ("missions", "missions.csv"),
    ("ideas", "idees.csv"),
    ("scores", "scores.csv"),
)


def make_sample(
    folder: Path, language: str = "fr", moment: Moment = Moment.SCORING, *, second_vote: bool = False
) -> None:
    """Make the workshop of Val-Brume in ``folder``, standing at ``moment``.

    Five challenges, 60 stakeholders, 34 candidates of registers, 80 people in the room, 200 ideas with their groups
    and votes, scores of 70 volunteers, 25 missions with their assignments. In the phase of work the first challenge
    stands at the moment's stage and the others are not open yet; afterwards all are closed. They are voted on by dots,
    the first of them twice, by grades, by statements and by a budget.

    Parameters
    ----------
    folder
        Where it is made.
    language
        Of its pages; what people wrote is French.
    moment
        Where the room stands.
    second_vote
        Whether a vote and its results are those of the second round, after the first was discussed.

    """
    now = datetime.now(UTC)
    workshop = replace(
        new_workshop(SAMPLE_TITLE, SAMPLE_TERRITORY, language, now),
        organiser=_SAMPLE_ORGANISER,
        contact=_SAMPLE_CONTACT,
        follow_up=_SAMPLE_FOLLOW_UP,
    )
    store = create_store(folder, workshop)
    try:
        store.perform(None, lambda repository: _seat_people(repository, now))
        # the sample's room was there when its files were written: their pseudonyms are those of its seats
        seats = store.read(lambda repository: {one.pseudonym: one.id for one in repository.list_participants()})
        for kind, name in _FILES:
            import_file(store, kind, samples_folder() / name, seats=seats)
        twice = _votes_again(moment, second_vote=second_vote)
        store.perform(None, lambda repository: _work(repository, now, twice=twice))
        store.perform(None, lambda repository: _prepare_invitations(repository, now))
        assign_workshop(store)
        store.perform(None, lambda repository: _lead_to(repository, moment, second_vote=second_vote))
    finally:
        store.close()


def _seat_people(repository: Repository, now: datetime) -> None:
    for row in read_rows("secteurs.csv"):
        repository.add_sector(Sector(uuid.uuid4().hex, row["secteur"], row["personne référente"]))
    for row in read_rows("participants.csv"):
        category = understand_category(row["catégorie"])
        repository.add_participant(
            Participant(uuid.uuid4().hex, row["pseudonyme"], category, row["secteur"], Origin.ROOM, now)
        )


def _work(repository: Repository, now: datetime, *, twice: bool) -> None:
    choose_plans(repository)
    clarify_ideas(repository)
    _group(repository, now)
    take_votes(repository, twice=twice)


def _group(repository: Repository, now: datetime) -> None:
    challenges = {fold_name(challenge.stake): challenge.id for challenge in repository.list_challenges()}
    ideas = {(idea.challenge, fold_name(idea.text)): idea.id for idea in repository.list_ideas()}
    members: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read_rows("regroupements.csv"):
        challenge = challenges[fold_name(row["défi"])]
        members[challenge, row["titre"]].append(ideas[challenge, fold_name(row["texte"])])
    for (challenge, title), gathered in members.items():
        repository.add_group(IdeaGroup(uuid.uuid4().hex, challenge, title, tuple(gathered), now))


def _prepare_invitations(repository: Repository, now: datetime) -> None:
    """Say what prints say, of an evening three weeks ahead, and fill the list of candidates that registers would.

    Those who were invited were nine days ago, so that some of them are to be reminded.
    """
    for one in repository.list_stakeholders():
        if one.status is not StakeholderStatus.TO_INVITE:
            repository.update_stakeholder(replace(one, invited_at=now - timedelta(days=9)))
    day = (now + timedelta(days=21)).date()
    repository.update_invitation(
        Invitation(
            day=day.isoformat(),
            begins="18:00",
            finishes="20:30",
            answer_by=(day - timedelta(days=6)).isoformat(),
            place="Salle des fêtes, place du Lavoir",
            phone=_SAMPLE_PHONE,
            address="val-brume.example/atelier",
            colour="#0b5a56",
            **_SAMPLE_WIFI,
        )
    )
    repository.add_candidates(
        [
            Candidate(
                row["numéro"],
                Register(row["registre"]),
                row["nom"],
                entry=row["entrée"],
                category=row["catégorie"],
                description=row["activité"],
                address=row["adresse"],
                postcode="00120",
                commune=SAMPLE_TERRITORY,
                sector=row["secteur"],
            )
            for row in read_rows("candidats.csv")
        ]
    )


def _lead_to(repository: Repository, moment: Moment, *, second_vote: bool) -> None:
    """Lead the room to ``moment`` as an afternoon does: each challenge in its turn, once its last idea was written."""
    phase, wanted = place_moment(moment)
    challenges = repository.list_challenges()
    worked_on = challenges if phase not in (*BEFORE, Phase.WORK) else challenges[: phase is Phase.WORK]
    written_at = [idea.written_at for idea in repository.list_ideas()]
    clock = max(written_at, default=datetime.now(UTC)) + _A_MOMENT
    for challenge in worked_on:
        for stage in _list_stages(challenge.plan, wanted or Stage.CLOSED, second_vote=second_vote):
            move = plan_stage(read_present(repository), challenge.id, stage)
            carry_out_move(repository, move, clock, "sample")
            clock += _A_MOMENT
        known = repository.find_challenge(challenge.id)
        if known.stage is Stage.CLOSED:
            options = tuple(one.id for one in read_options(repository, known))
            repository.update_challenge(replace(known, uncovered=options))
        elif known.stage in (Stage.WRITING, Stage.VOTE):
            repository.update_challenge(replace(known, nudged_at=clock))
    if phase is not Phase.WORK:
        carry_out_move(repository, plan_phase(read_present(repository), phase), clock, "sample")
    _show_all(repository)


def _list_stages(plan: Plan, last: Stage, *, second_vote: bool) -> Sequence[Stage]:
    """Return the stages that a challenge goes through up to the ``last``, those of its second vote among them."""
    once = list(STAGES[STAGES.index(Stage.WRITING) : STAGES.index(Stage.CLOSED)])
    again = [Stage.VOTE, Stage.RESULTS] if votes_twice(plan) else []
    stages = [*once, *again, Stage.CLOSED]
    begins = len(once) if second_vote and last in again else 0
    return stages[: stages.index(last, begins) + 1]


def _votes_again(moment: Moment, *, second_vote: bool) -> bool:
    """Tell whether the room of the sample has come to its second vote."""
    phase, wanted = place_moment(moment)
    return second_vote or (phase not in BEFORE and (wanted or Stage.CLOSED) is Stage.CLOSED)


def _show_all(repository: Repository) -> None:
    """Bring the screen where the room is: nobody in the sample has to read first."""
    present = read_present(repository)
    stage = present.stage_of(present.focus) if present.phase is Phase.WORK else None
    shown = replace(repository.find_projection(), phase=present.phase, challenge=present.focus, stage=stage)
    for challenge in repository.list_challenges():
        if challenge.stage in REVEALING:
            let_through(repository, replace(shown, phase=Phase.WORK, challenge=challenge.id, stage=Stage.REVEAL))
    repository.update_projection(replace(shown, named=present.phase in (Phase.MISSIONS, Phase.THANKS)))
