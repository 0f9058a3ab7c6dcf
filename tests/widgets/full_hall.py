"""A workshop of as many people and ideas as wished, and every intention, asked so that it is carried out there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from workshop_kit import visit
from workshop_kit.domain.ballots import VoteKind, VoteRule
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue
from workshop_kit.domain.course import Moment, Role, Stage, place_moment
from workshop_kit.domain.judgment import Grade
from workshop_kit.domain.lot import throw_dice
from workshop_kit.domain.lots import Lot
from workshop_kit.domain.model import (
    Assignment,
    Challenge,
    Dots,
    Idea,
    IdeaGroup,
    Mission,
    Origin,
    Participant,
    Reason,
    Score,
    Sector,
    Stakeholder,
    Volunteer,
    Workshop,
)
from workshop_kit.domain.moves import plan_phase, plan_stage
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.projection import Drawing, Mark
from workshop_kit.domain.stakes import ProposedStake, StakeGrade, StakesCourse, StakesStage
from workshop_kit.domain.tables import TableSeat
from workshop_kit.domain.voting import name_series
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.clarity import ask_clarity
from workshop_kit.live.acts.helping import name_helper
from workshop_kit.live.acts.lot_people import list_candidates
from workshop_kit.live.acts.moving import carry_out_move, read_present
from workshop_kit.live.acts.staking import name_browser
from workshop_kit.live.challenge import read_options
from workshop_kit.live.facilitator import FacilitatorWindow
from workshop_kit.live.participant import ParticipantWindow
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.store import Repository, create_store, open_store, schema

NOON: Final = datetime(2026, 11, 23, 12, tzinfo=UTC)
MILL: Final = "Hameau du Moulin"
#: The browser of the first person, who is a helper besides, and one that nobody joined from.
PHONE: Final = "b0"
NEWCOMER: Final = "b-new"
CHALLENGES: Final = ("home", "move", "third")
Payload = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Asked:
    """An intention, and what has to be there for it.

    Attributes
    ----------
    role, name
        Whose it is, and its name.
    moment
        When it may be asked.
    payload
        What is sent, or how it is found out in the hall.
    first
        What the same page asks before; its results are handed to ``payload``.
    prepare
        What is written before.
    visitor
        At whose phone.

    """

    role: Role
    name: str
    moment: Moment = Moment.WRITING
    payload: Payload | Callable[[Repository, list[Any]], Payload] = field(default_factory=dict)
    first: tuple[Asked, ...] = ()
    prepare: Callable[[Repository], object] | None = None
    visitor: str = PHONE

    def __str__(self) -> str:
        return f"{self.role.value} {self.name}"


def make_hall(folder: Path, people: int, ideas: int) -> None:
    """Make a workshop in ``folder`` where so many people did everything, and wrote so many ideas a challenge."""
    workshop = Workshop(
        "Atelier", "Val-Brume", "fr", place_moment(Moment.WELCOME)[0], None, None, NOON, NOON + timedelta(days=365)
    )
    with create_store(folder, workshop) as store:
        for write in (_lay_out, _seat, _write, _gather, _vote, _score, _offer, _send):
            store.perform(None, lambda hall, write=write: write(hall, people, ideas))  # type: ignore[misc]


def bring_to(folder: Path, moment: Moment) -> None:
    """Bring the hall, and its first challenge, to a moment."""
    phase, stage = place_moment(moment)
    with open_store(folder) as store:

        def move(hall: Repository) -> None:
            course = read_present(hall)
            planned = plan_phase(course, phase) if stage is None else plan_stage(course, "home", stage)
            if not planned.is_none:
                carry_out_move(hall, planned, NOON - timedelta(minutes=10))

        store.perform(None, move)


def copy_hall(hall: Path, to: Path) -> Path:
    """Copy a hall, as it was left."""
    shutil.copytree(hall, to)
    return to


def open_window(folder: Path, role: Role, visitor: str) -> LiveWorkshop:
    """Open the window of a role at a browser."""
    visit._begun = None
    os.environ["VISITOR_ID"] = visitor
    door: type[LiveWorkshop] = ParticipantWindow if role is Role.PARTICIPANT else FacilitatorWindow
    return door(folder, now=lambda: NOON)


def ask(window: LiveWorkshop, asked: Asked, results: list[Any] | None = None, *, again: int = 0) -> Any:
    """Ask for an intention through a window, and return its result."""
    payload = asked.payload
    if callable(payload):
        find = payload
        payload = window.store.read(lambda hall: find(hall, results or []))
    return window.carry_out(asked.name, dict(payload), f"{asked.name}-{again}")


def get_ready(window: LiveWorkshop, asked: Asked) -> list[Any]:
    """Do what comes before an intention, and return the results of what was asked."""
    if asked.prepare is not None:
        window.store.perform(None, asked.prepare)
    return [ask(window, one, again=number) for number, one in enumerate(asked.first, start=1)]


def _lay_out(hall: Repository, people: int, ideas: int) -> None:
    for position, name in enumerate(CHALLENGES):
        hall.add_challenge(Challenge(name, f"Enjeu {name}", f"Que tout aille mieux pour {name}.", position=position))
    hall.add_challenge(Challenge("bare", "Enjeu nu", "Personne n’y a touché.", position=3))
    hall.add_sector(Sector("mill", MILL, "Mme Roy"))
    hall.add_sector(Sector("empty", "Hameau vide", ""))
    hall.add_stakeholder(Stakeholder("k0", "shop", "La boulangerie"))
    hall.note_printed(range(1, 9000), NOON)
    for number in range(3):
        hall.add_mission(Mission(f"m{number}", "home", f"Mission {number}", 50))
    hall.update_workshop(replace(hall.find_workshop(), helper_code="noisette-citron 472"))


def _seat(hall: Repository, people: int, ideas: int) -> None:
    for number in range(people):
        one = f"p{number}"
        hall.add_participant(Participant(one, f"Marie {number}", "shop", MILL, Origin.ROOM, NOON))
        hall.link_visitor(f"b{number}", one)
    for number in range(max(10, people // 10)):
        hall.add_participant(Participant(f"v{number}", f"Paul {number}", "shop", "", Origin.PROXY, NOON))
        paper = Participant(f"s{number}", f"Bulletin {number}", "shop", "", Origin.PROXY, NOON, slip=100 + number)
        hall.add_participant(paper)
        hall.note_typist("b0" if number % 2 else "b1", paper.id)
    names = (f"Bénévole {number}" for number in range(people // 2))
    filed = [Participant(f"f{place}", name, "", "", Origin.FILE, NOON) for place, name in enumerate(names)]
    hall.add_participants(filed)
    for visitor in ("b0", "b1"):
        hall.add_helper(visitor, NOON)


def _write(hall: Repository, people: int, ideas: int) -> None:
    for challenge in CHALLENGES:
        for number in range(ideas):
            text = f"Une idée pour {challenge}, la {number}e de beaucoup"
            author = f"p{number % people}" if number % 20 else None
            author = "p0" if number == 0 else author
            hall.add_idea(Idea(f"{challenge}-{number}", challenge, text, None, author, NOON))
    for number in range(max(10, people // 10)):
        hall.add_idea(Idea(f"home-s{number}", "home", f"Du papier, le {number}e", None, f"s{number}", NOON))
        hall.add_idea(Idea(f"held-{number}", "home", f"Retenue, la {number}e", None, "p1", NOON, held="blesse"))


def _gather(hall: Repository, people: int, ideas: int) -> None:
    for number in range(max(4, ideas // 10)):
        members = tuple(f"home-{one}" for one in range(10 + 3 * number, 13 + 3 * number) if one < ideas)
        undone = NOON if number % 2 else None
        hall.add_group(IdeaGroup(f"g{number}", "home", f"Ensemble {number}", members, NOON, undone))
    hall.add_group(IdeaGroup("gm", "move", "Ensemble aussi", ("move-4", "move-5"), NOON))


def _vote(hall: Repository, people: int, ideas: int) -> None:
    for number in range(1, people):
        hall.update_dots(Dots(f"p{number}", "home", f"home-{1 + number % 5}", 1 + number % 2))
        for stage in (Stage.WRITING, Stage.VOTE):
            hall.add_finished("home", stage, f"p{number}")


def _score(hall: Repository, people: int, ideas: int) -> None:
    hall.update_scores(
        [Score(f"p{one}", challenge, one % 4, one % 5 - 2) for one in range(1, people) for challenge in CHALLENGES]
    )
    marks = tuple(Mark(f"p{one}", one % 4, one % 5 - 2) for one in range(1, people))
    hall.update_drawing(Drawing("move", NOON, people, 0, 0, marks))


def _offer(hall: Repository, people: int, ideas: int) -> None:
    hall.update_volunteers(
        [
            Volunteer(
                f"p{one}", f"Anne Roy {one}", f"a{one}@exemple.fr", "", MILL, NOON, "aider", challenges=("home",),
                declined=("move",),
            )
            for one in range(people)
        ]
    )  # fmt: skip


def _send(hall: Repository, people: int, ideas: int) -> None:
    for number in range(people // 2):
        hall.update_assignment(Assignment(f"p{number}", f"m{number % 2}", Reason("assigned")))
    hall.update_assignment(Assignment("v0", "m1", Reason("by-hand"), by_hand=True))


def _ballot(**said: Any) -> Callable[[Repository, list[Any]], Payload]:
    def find(hall: Repository, _results: list[Any]) -> Payload:
        options = read_options(hall, hall.find_challenge("home"))
        return {"challenge": "home", "numbers": [1, 2, 3], "series": name_series(options), **said}

    return find


def _since(**said: Any) -> Callable[[Repository, list[Any]], Payload]:
    return lambda hall, _results: {"since": hall.list_steps()[-1].number, "read_first": None, **said}


def _join_others(hall: Repository) -> None:
    hall.update_participant(replace(hall.find_participant("p1"), joined_to="p0"))


def _see_many(hall: Repository) -> None:
    hall.update_projection(replace(hall.find_projection(), page=1, read_first=True))


def _have_all_wait(hall: Repository) -> None:
    hall.have_unread(hall.list_ideas("home"))


def _have_phone_dead(hall: Repository) -> None:
    hall.update_participant(replace(hall.find_participant("p2"), origin=Origin.PROXY))


def _have_read(hall: Repository) -> None:
    hall.add_reader(PHONE, NOON)
    ask_clarity(hall, "third", 2, NOON, "fr")


def _type_line(hall: Repository) -> None:
    hall.add_participant(Participant("paper", "Bénévole 1", "", "", Origin.FORM, NOON))


def _give_code(hall: Repository) -> None:
    hall.set_seat_code("p2", "K7P4MX")


def _say_where_it_is(hall: Repository) -> None:
    hall.update_stakeholder(replace(hall.find_stakeholder("k0"), address="3 rue des Lilas\n59250 Val-Brume"))


def _gather_stakes(hall: Repository) -> None:
    hall.update_stakes_course(StakesCourse(StakesStage.GATHERING))
    for place, text in enumerate(("Le logement", "La santé", "Les commerces")):
        hall.add_proposed_stake(ProposedStake(f"s{place}", text, "", NOON))
    hall.add_proposed_stake(ProposedStake("own", "L’eau", name_browser(hall, PHONE), NOON))


def _judge_stakes(hall: Repository) -> None:
    _gather_stakes(hall)
    hall.update_stakes_course(StakesCourse(StakesStage.JUDGING))
    hall.update_stake_grade(StakeGrade("paper-1", "s0", Grade.GOOD))


def _know_candidates(hall: Repository) -> None:
    hall.add_candidates([Candidate(f"c{number}", Register.RNA, f"Club {number}") for number in range(3)])
    hall.take_candidate("c0", "k0")


def _make_lots(hall: Repository) -> None:
    """Keep a lot of the registers that no dice were thrown on, and one that was drawn."""
    _know_candidates(hall)
    listed = list_candidates(hall.list_candidates(), Catalogue(()), Translator("fr"), "", "", "")
    panels = tuple((1 + number % 3,) for number in range(1000))
    third = (1 / 3,) * 3
    for name, size in (("lot", 1), ("thrown", 2)):
        lot = Lot(name, listed.file, listed.digest, "", "", size, (), (), third, third, 0.0, panels, NOON)
        hall.add_lot(lot if name == "lot" else throw_dice(lot, "418", NOON))


def _bring_another(hall: Repository) -> None:
    hall.bring_browser("b-later", "p0", NOON)


def _vote_by(rule: VoteRule) -> Callable[[Repository], None]:
    """Have the first challenge voted on in another way, with what an idea costs."""

    def write(hall: Repository) -> None:
        hall.update_vote_rule("home", 1, rule)
        hall.update_costs("home", {"home-3": 40})

    return write


def _ask_author(hall: Repository) -> None:
    hall.update_idea(replace(hall.find_idea("home-0"), asked=True))


def _vote_anew(hall: Repository) -> None:
    """Have a second vote begin, in which nobody has voted."""
    hall.update_challenge(replace(hall.find_challenge("home"), round=2))


def _plan_ahead(hall: Repository) -> None:
    """Have a challenge be one that is written on from home, which nobody has opened yet."""
    hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.PREWORK, stage=Stage.UNOPENED))


def _have_a_cafe(hall: Repository) -> None:
    """Have people write at three tables, and sit at the first of two."""
    _have_tables(hall)
    hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.CAFE))


def _have_tables(hall: Repository) -> None:
    """Seat everybody in two rounds, at tables of eight in the first, and tell phones the first."""
    people = [one.id for one in hall.list_participants() if one.origin is Origin.ROOM]
    tables = len(people) // 8
    hall.replace_table_seats(
        [
            TableSeat(one, turn, 1 + (place // 8 if turn == 1 else place) % tables)
            for place, one in enumerate(people)
            for turn in (1, 2)
        ]
    )
    hall.update_workshop(replace(hall.find_workshop(), table_rounds=2, table_round=1))


_TERMS: Final = {
    **{"max_missions": 2, "often": "le soir", "days": ["evenings"], "until": "", "reach": [], "car": "yes"},
    "languages": ["LSF"],
}
_OFFER: Final = {
    "name": "Anne Roy", "email": "anne@exemple.fr", "phone": "", "challenges": ["home"], "consent": True,
    "may_show_name": True,
}  # fmt: skip
_TYPED: Final = {"challenge": "home", "text": "Une idée nouvelle", "source": None}
_SLIP: Final = {**_TYPED, "number": 7000, "category": "", "retyped": "new"}
_SCORES: Final = {"challenge": "home", "competence": 2, "interest": 1, "unsure": False, "again": True}
_VOTE: Final = {"challenge": "home", "option": "home-3", "count": 1}
_HUNDRED: Final = VoteRule(VoteKind.BUDGET, to_spend=100)
_CHOSEN: Final = {"challenge": "home", "option": "home-3"}
_SEAT: Final = {"pseudonym": "Coquelicot", "category": "shop", "sector": MILL}


def _phone(name: str, moment: Moment = Moment.WRITING, payload: Any = None, **given: Any) -> Asked:
    return Asked(Role.PARTICIPANT, name, moment, {} if payload is None else payload, **given)


def _take_proposals_back(hall: Repository) -> None:
    """Have nobody on a mission: a proposal that takes a mission from nobody is written at once."""
    for one in hall.list_assignments():
        hall.remove_assignment(one.participant, one.mission)


def _desk(name: str, moment: Moment = Moment.WRITING, payload: Any = None, **given: Any) -> Asked:
    return Asked(Role.FACILITATOR, name, moment, {} if payload is None else payload, **given)


def _for_others(ask_for: Callable[..., Asked]) -> tuple[Asked, ...]:
    """Return what a helper and the facilitator ask for people without a phone."""
    voice = {"participant": "v0"}
    return (
        ask_for("add_voice", payload=_SEAT),
        ask_for("write_as", payload={**_TYPED, **voice}),
        ask_for("vote_as", Moment.VOTE, _ballot(participant="v0", again=False)),
        ask_for("score_as", Moment.SCORING, {**_SCORES, **voice}),
        ask_for("answer_offer_as", Moment.OFFER, {"challenges": ["home"], "willing": False, **voice}),
        ask_for("say_terms_as", Moment.OFFER, {**_TERMS, **voice}),
        ask_for("offer_as", Moment.OFFER, {**_OFFER, **voice}),
        ask_for("withdraw_as", Moment.OFFER, voice, first=(ask_for("offer_as", Moment.OFFER, {**_OFFER, **voice}),)),
        ask_for("let_ask_as", Moment.OFFER, {"may_ask": True, **voice}),
        ask_for("answer_as", Moment.MISSIONS, {"mission": "m1", "answer": "accepted", **voice}),
        ask_for("type_slip", payload=_SLIP),
        ask_for("type_ballot", Moment.VOTE, _ballot(number=7000, retyped="new")),
    )


#: What people ask on their phones, a helper's acts among them.
PHONES: Final = (
    _phone("join", payload=_SEAT, visitor=NEWCOMER),
    _phone("correct_seat", payload=_SEAT),
    _phone("choose_language", payload={"language": "en"}),
    _phone("return_to_seat", payload={"code": "K7P-4MX"}, prepare=_give_code, visitor=NEWCOMER),
    _phone("put_others_out", prepare=_bring_another),
    _phone("part_seats", prepare=_join_others),
    _phone("erase", payload={"with_ideas": False}),
    _phone("erase", payload={"with_ideas": True}),
    _phone("erase", payload={"with_ideas": False}, visitor="b2"),  # whose mark stands in a drawing
    _phone("write_idea", payload={**_TYPED, "wording": None}),
    _phone("correct_idea", payload={"idea": "home-0", "text": "Autrement dit", "source": None}),
    _phone("remove_idea", payload={"idea": "home-0"}),
    _phone("finish", payload={"challenge": "home", "stage": "writing", "finished": True}),
    _phone("place_dots", Moment.VOTE, _VOTE),
    _phone("give_grade", Moment.VOTE, {**_CHOSEN, "grade": 5}, prepare=_vote_by(VoteRule(VoteKind.GRADES))),
    _phone("say_stance", Moment.VOTE, {**_CHOSEN, "stance": "agree"}, prepare=_vote_by(VoteRule(VoteKind.STATEMENTS))),
    _phone(
        "spend_on", Moment.VOTE, {**_CHOSEN, "points": 1}, prepare=_vote_by(VoteRule(VoteKind.BUDGET, to_spend=100))
    ),
    _phone("answer_question", Moment.REVEAL, {"idea": "home-0", "answer": "Le soir"}, prepare=_ask_author),
    _phone("score_competence", Moment.SCORING, {"challenge": "home", "value": 2}),
    _phone("score_interest", Moment.SCORING, {"challenge": "home", "value": 2}),
    _phone("say_unsure", Moment.SCORING, {"challenge": "home"}),
    _phone("answer_offer", Moment.OFFER, {"challenges": ["third"], "willing": False}),
    _phone("offer_help", Moment.OFFER, _OFFER),
    _phone("withdraw_offer", Moment.OFFER),
    _phone("answer_offer", Moment.OFFER, {"challenges": ["third"], "willing": True}),
    _phone("say_terms", Moment.OFFER, _TERMS),
    _phone("let_show_name", Moment.OFFER, {"yes": True}),
    _phone("say_who", Moment.FORM, {"name": "Odette", "reach": "06 39 98 41 27", "purposes": ["invite", "mission"]}),
    _phone("say_days", Moment.FORM, {"days": [], "word": "le lundi"}, visitor=NEWCOMER),
    _phone("answer_stake", Moment.FORM, {"challenge": "home", "competence": 1, "interest": 2}),
    _phone("say_days", Moment.FORM, {"days": ["evenings"], "word": "pas le mercredi"}),
    _phone("take_consent_back", Moment.FORM, {"purpose": "mission"}),
    _phone("answer_mission", Moment.MISSIONS, {"mission": "m0", "answer": "accepted"}),
    _phone("propose_stake", Moment.WELCOME, {"text": "Se loger"}, prepare=_gather_stakes, visitor=NEWCOMER),
    _phone("take_back_stake", Moment.WELCOME, {"stake": "own"}, prepare=_gather_stakes),
    _phone("grade_stake", Moment.WELCOME, {"stake": "s0", "grade": 4}, prepare=_judge_stakes, visitor=NEWCOMER),
    _phone("come_to_help", payload={"code": "noisette citron 472"}, visitor=NEWCOMER),
    _phone("stop_helping"),
    _phone("rate_clarity", payload={"challenge": "third", "clearness": "very"}, prepare=_have_read),
    _phone("stop_reading", prepare=_have_read),
    _phone("say_here", prepare=_have_tables),
    _phone("stay_at_table", payload={"stays": True}, prepare=_have_tables),
    _phone("join", payload=_SEAT, visitor=NEWCOMER, prepare=_have_tables),
    _phone("erase", payload={"with_ideas": False}, prepare=_have_tables),
    *_for_others(_phone),
)

#: Somebody placed by hand, and what is tried of somebody.
_PLACED: Final = _desk("place_by_hand", Moment.MISSIONS, {"participant": "v1", "mission": "m2", "leaving": None})
_TRIED: Final = {"participant": "v1", "mission": "m2", "stays": True, "leaving": None}


def _last_step(hall: Repository, _results: list[Any]) -> Payload:
    return {"step": hall.list_assignment_steps()[-1].number}


_SHOWN: Final = _desk("show_on_screen", Moment.REVEAL, {"challenge": None, "moment": None, "ideas": None})


def _press(hall: Repository, _results: list[Any]) -> Payload:
    return {"press": hall._rows(schema.shown, "press")[0].press}


_REVEALED: Final = tuple(
    _desk("move_challenge_on", Moment.REVEAL, _since(challenge="move", stage=stage, together=True))
    for stage in ("writing", "reveal")
)

#: What the facilitator asks and that does not grow with the room either.
DESK: Final = (
    _desk("choose_plan", payload={"challenge": "home", "plan": "nominal"}),
    _desk("open_ahead", Moment.WELCOME, {"challenge": "home"}, prepare=_plan_ahead),
    _desk("set_vote_rule", Moment.VOTE, {"challenge": "home", "kind": "grades"}, prepare=_vote_anew),
    _desk("set_cost", Moment.VOTE, {**_CHOSEN, "cost": 40}, prepare=_vote_anew),
    _desk("nudge_silent", payload={"challenge": "home"}),
    _desk("ask_author", Moment.REVEAL, {"idea": "home-0"}),
    _desk("mark_for_discussion", Moment.REVEAL, {"idea": "home-0", "discuss": True}),
    _desk("ask_clarity", payload={"challenge": "third", "wanted": 3}),
    _desk("rate_here", payload={"challenge": "third", "clearness": "not", "remark": "Qui ?"}, prepare=_have_read),
    _desk("wait_no_more", payload={"challenge": "third"}, prepare=_have_read),
    _desk("forget_clarity", payload={"challenge": "third", "number": 1}, prepare=_have_read),
    _desk("close_to_readers", prepare=_have_read),
    *_for_others(_desk),
    _desk(
        "add_mission",
        payload={"title": "Neuve", "places": 2, "min_competence": 1, "sector": "", "challenge": "home"},
    ),
    _desk(
        "make_mission", Moment.RESULTS, {"option": "home-3", "challenge": "home", "title": "Neuve", "places": 2}
    ),
    _desk("tell_mission", payload={"mission": "m0", "field": "owner", "text": "Mme Roy"}),
    _desk(
        "change_mission",
        payload={"title": "Autre", "places": 500, "min_competence": 1, "sector": "", "mission": "m2"},
    ),
    _desk(
        "type_volunteer",
        payload={
            **{"name": "Odette", "reach": "06 39 98 41 27", "purposes": ["mission"], "challenges": ["home"]},
            **{"competences": [1], "interests": [2]},
        },
    ),
    _desk("take_line_back", payload={"participant": "paper"}, prepare=_type_line),
    _desk("remove_mission", payload={"mission": "m2"}),
    _desk("put_mission_back", payload={"mission": "m2"}, first=(_desk("remove_mission", payload={"mission": "m2"}),)),
    _PLACED,
    _desk("take_off", Moment.MISSIONS, {"participant": "v0", "mission": "m1"}),
    _desk("keep_here", Moment.MISSIONS, {"participant": "v0", "mission": "m1", "stays": True}),
    _desk("undo_assignments", Moment.MISSIONS, _last_step, first=(_PLACED,)),
    _desk("redo_assignments", Moment.MISSIONS, _last_step,
          first=(_PLACED, _desk("undo_assignments", Moment.MISSIONS, _last_step))),
    _desk("weigh_fit", Moment.MISSIONS, {"competence": 2, "interest": 1}),
    _desk("answer_erasure", payload={"participant": "p2", "erased": True, "with_ideas": False}),
    _desk("erase_person", payload={"person": "v0", "with_ideas": False}),
    _desk("set_away", payload={"participant": "p2", "away": True}),
    _desk("join_seats", payload={"participant": "v1", "to": "p2"}),
    _desk("keep_apart", payload={"participant": "f1", "other": "p2", "apart": True}),
    _desk("take_voice", payload={"participant": "p2"}),
    _desk("type_answer", Moment.MISSIONS, {"participant": "v0", "mission": "m1", "answer": "yes"}),
    _desk("give_voice_back", payload={"participant": "p2"}, prepare=_have_phone_dead),
    _desk("change_helper_code"),
    _desk("close_to_helpers"),
    _desk("describe_workshop", payload={"title": "Autre", "territory": "Ailleurs", "language": "en"}),
    _desk("tell_workshop", payload={"field": "contact", "text": "Mme Roy"}),
    _desk("tell_invitation", payload={"field": "place", "text": "Salle des fêtes"}),
    _desk("tell_day", payload={"day": "2027-01-21", "begins": "18:00"}),
    _desk("note_sent", payload={"kind": "letters"}, prepare=_say_where_it_is),
    _desk("move_stakes", payload={"stage": "judging"}, prepare=_gather_stakes),
    _desk("add_stakes", payload={"text": "Se loger\nSe soigner"}, prepare=_gather_stakes),
    _desk("put_stakes_together", payload={"stakes": ["s0", "s1"], "title": "Vivre ici"}, prepare=_gather_stakes),
    _desk("take_stakes_apart", payload={"stake": "s0"}, prepare=_gather_stakes),
    _desk("rename_stake", payload={"stake": "s0", "title": "Se loger"}, prepare=_gather_stakes),
    _desk("leave_stake_out", payload={"stake": "s0", "out": True}, prepare=_gather_stakes),
    _desk("count_blanks", payload={"count": False}, prepare=_gather_stakes),
    _desk("judge_stakes_on_paper", payload={"stakes": ["s0", "s1"], "grades": [4, -1]}, prepare=_judge_stakes),
    _desk("take_back_paper", prepare=_judge_stakes),
    _desk("make_challenges", payload={"stakes": ["s1"]}, prepare=_judge_stakes),
    _desk(
        "write_challenge",
        payload={
            "id": "home", "stake": "Autre", "statement": "Tout autre chose.", "action": "", "population": "",
            "territory": "", "deadline": "", "indicator": "",
        },
    ),
    _desk(
        "split_challenge",
        payload={"id": "third", "stake": "Un", "statement": "Un toit pour chacun.", "second": "Une visite par semaine.",
                 "second_stake": "Deux"},
    ),
    _desk("move_challenge", payload={"challenge": "home", "places": 1}),
    _desk("remove_challenge", payload={"challenge": "bare"}),
    _desk("remove_sector", payload={"sector": "empty"}),
    _desk("write_stakeholder", payload={"id": None, "name": "La poste", "category": "shop", "contact": "", "email": "",
                                        "sector": ""}),
    _desk("set_status", payload={"stakeholder": "k0", "status": "invited"}),
    _desk("note_reminder", payload={"stakeholder": "k0"}),
    _desk("take_candidates", payload={"candidates": ["c1"]}, prepare=_know_candidates),
    _desk("let_candidate_go", payload={"candidate": "c0"}, prepare=_know_candidates),
    _desk("throw_dice", payload={"lot": "lot", "dice": "0417"}, prepare=_make_lots),
    _desk("throw_dice", payload={"lot": "thrown", "dice": "0981", "again": True}, prepare=_make_lots),
    _desk("invite_drawn", payload={"lot": "thrown"}, prepare=_make_lots),
    _desk("remove_stakeholder", payload={"stakeholder": "k0"}),
    _desk("hold_idea", payload={"idea": "home-2", "reason": "blesse"}),
    _desk("sweep_device", payload={"idea": "home-7"}),
    _desk("write_for", payload={**_TYPED, "pseudonym": "Coquelicot", "category": "shop"}),
    _desk("remove_idea", payload={"idea": "home-8"}),
    _desk("gather_ideas", Moment.REVEAL, {"ideas": ["move-2", "move-3"], "title": "Ensemble"}, first=_REVEALED),
    _desk("rename_group", Moment.REVEAL, {"group": "gm", "title": "Autrement"}, first=_REVEALED),
    _desk("undo_group", Moment.REVEAL, {"group": "gm"}, first=_REVEALED),
    _desk("let_helper_go", payload={"helper": name_helper("b1")}),
    _desk("score_for", Moment.SCORING, {**_SCORES, "participant": "v0", "pseudonym": "", "category": ""}),
    _desk("turn_to", payload=_since(challenge="move", leaving=None)),
    _desk("change_tables", payload=_since(challenge="home"), prepare=_have_a_cafe),
    _desk("name_tables", payload={"challenge": "home", "tables": "1 à 4"}),
    _desk("start_timer", payload={"minutes": 5, "challenge": "home"}),
    _desk("change_timer", payload={"minutes": 5, "challenge": "home"}),
    _desk("pause_timer", payload={"paused": True, "challenge": "home"},
          first=(_desk("start_timer", payload={"minutes": 5, "challenge": "home"}),)),
    _desk("stop_timer", payload={"challenge": "home"},
          first=(_desk("start_timer", payload={"minutes": 5, "challenge": "home"}),)),
    _desk("take_back", payload=lambda _hall, results: {"move": results[0]["move"]},
          first=(_desk("move_challenge_on", payload=_since(challenge="home", stage="vote", together=False)),)),
    _desk("turn_page", payload={"page": 0}, prepare=_see_many),
    _desk("cover_screen", payload={"cover": "black"}),
    _desk("freeze_screen", payload={"frozen": True}),
    _desk("set_read_first", payload={"read_first": False}, prepare=_see_many),
    _desk("take_back_shown", Moment.REVEAL, _press, first=(_SHOWN,)),
    _desk("show_on_screen", Moment.REVEAL, {"challenge": "home", "moment": None, "ideas": None}),
    _desk("unveil", Moment.RESULTS, {"challenge": "home", "unveiled": 1, "of": None}),
    _desk("tell_round", payload={"round": 2}, prepare=_have_tables),
    _desk("move_to_table", payload={"participant": "p2", "round": 1, "number": 2}, prepare=_have_tables),
    _desk("describe_table", payload={"number": 1, "landmark": "Au fond", "easy": True}),
    _desk("keep_at_table", payload={"participant": "p2", "stays": True}),
    _desk("set_away", payload={"participant": "p2", "away": True}, prepare=_have_tables),
    _desk("plan_agenda", payload={"minutes": 150}),
    _desk("set_length", payload={"moment": "welcome", "minutes": 20, "challenge": None},
          first=(_desk("plan_agenda", payload={"minutes": 150}),)),
    _desk("set_end", payload={"hour": "17:30"}),
    _desk(
        "shorten",
        payload={"minutes": 30},
        first=(_desk("plan_agenda", payload={"minutes": 480}), _desk("set_end", payload={"hour": "14:00"})),
    ),
    _desk("write_sector", payload={"id": None, "name": "Bourg", "referent": ""}),
    # what concerns everybody at once, and is one statement however many they are
    _desk("write_sector", payload={"id": "mill", "name": "Hameau du Pont", "referent": ""}),
    _desk("sweep_newcomers", payload={"since": "11:00"}),
    _desk(
        "undo_sweep",
        payload=lambda hall, _results: {"sweep": hall.list_sweeps()[-1].id},
        first=(_desk("sweep_newcomers", payload={"since": "11:00"}),),
    ),
    _desk("hold_papers", payload={"helper": name_helper("b0"), "held": True}),
    _desk("hold_papers", payload={"helper": name_helper("b0"), "held": False},
          first=(_desk("hold_papers", payload={"helper": name_helper("b0"), "held": True}),)),
    _desk("move_room", payload=_since(phase="scoring")),
    _desk("move_challenge_on", Moment.WRITING, _since(challenge="home", stage="reveal", together=False)),
    _desk("move_challenge_on", Moment.RESULTS, _since(challenge="home", stage="vote", together=False)),
    _desk("show_on_screen", Moment.REVEAL, {"challenge": "home", "moment": None, "ideas": ["home-3"]},
          prepare=_have_all_wait),
    _desk("take_back_shown", Moment.REVEAL, _press, first=(_SHOWN,), prepare=_have_all_wait),
    _desk("remove_mission", payload={"mission": "m0"}),
)  # fmt: skip

#: What the facilitator asks and that writes more the more there is, each with its reason.
GROWING: Final = (
    (
        _desk("propose_assignments", Moment.MISSIONS, prepare=_take_proposals_back),
        "each person gets their own proposal",
    ),
    (
        _desk("accept_trial", Moment.MISSIONS, {"trial": 1}, first=(_desk("try_change", Moment.MISSIONS, _TRIED),)),
        "each person may be elsewhere",
    ),
    (_desk("seat_people", payload={"rounds": 1, "size": 8}), "each person gets a seat"),
    (_desk("draw_matrices", Moment.SCORING, {"drawn": True}), "each person's mark is kept"),
)
