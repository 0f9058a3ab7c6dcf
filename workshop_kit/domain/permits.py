"""The access-control table: who may do what, and who sees what, when.

The doors refuse from it, ``docs/security.md`` prints it, and the tests draw from it. An act is the name of an intention
of ``live.contract``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workshop_kit.domain.course import IN_THE_ROOM, PHASES, STAGES, Phase, Role, Stage
from workshop_kit.errors import NotAllowed


@dataclass(frozen=True)
class Permit:
    """Access rule (*permission*): when something may be done, and the codes of the errors that refuse it otherwise.

    An act about one challenge is permitted by that challenge's stage, whatever the room does: what was written in
    time may arrive late. Every other act is permitted by the room's phase.
    """

    phases: tuple[Phase, ...] = PHASES
    stages: tuple[Stage, ...] = STAGES
    early: str = "step-not-open"
    late: str = "step-not-open"


@dataclass(frozen=True)
class Sight:
    """Visibility rule (*vue*): something that a role is shown, in words, and when.

    It is shown in these phases, and of a challenge in these stages.
    """

    what: str
    phases: tuple[Phase, ...] = PHASES
    stages: tuple[Stage, ...] = STAGES


_ALWAYS: Final = Permit()
_WORK: Final = (Phase.WORK,)
#: An idea written in time may arrive late, from a phone that was offline: it is taken until the vote begins.
_IDEAS: Final = Permit(stages=(Stage.WRITING, Stage.REVEAL), early="writing-not-begun", late="writing-closed")
#: Scores may still arrive or be corrected until missions are proposed from them.
_SCORES: Final = Permit((Phase.SCORING, Phase.OFFER), early="scoring-not-open", late="scoring-not-open")
#: Phones say their table while people come in and work: afterwards nobody changes tables.
_TABLES: Final = Permit((Phase.WELCOME, Phase.WORK), early="no-table-yet", late="no-table-yet")
_GATHERING: Final = Permit(stages=(Stage.REVEAL,), early="gathering-before-reveal", late="gathering-after-vote")
#: The rule of a round is set until somebody votes in it.
_RULING: Final = Permit(
    stages=(Stage.UNOPENED, Stage.WRITING, Stage.REVEAL, Stage.VOTE, Stage.RESULTS), late="rule-after-vote"
)
#: What the author of a revealed idea says they mean; an answer that comes while people vote is still read.
_ANSWERS: Final = Permit(
    stages=(Stage.REVEAL, Stage.VOTE), early="gathering-before-reveal", late="gathering-after-vote"
)
_VOTE: Final = Permit(stages=(Stage.VOTE,), early="vote-not-open", late="vote-not-open")
#: The form is filled in before the workshop alone; a room that is open asks in its own way.
_FORM: Final = Permit((Phase.FORM,), early="form-closed", late="form-closed")
_OFFER: Final = Permit((Phase.OFFER, Phase.MISSIONS, Phase.THANKS), early="offer-not-open", late="offer-not-open")
#: A result becomes a mission once the room has seen it.
_DEEDS: Final = Permit(stages=(Stage.RESULTS, Stage.CLOSED), early="no-results-yet", late="no-results-yet")
#: Before there are challenges, and whoever has the page open: the stakes have stages of their own, which the act asks.
_STAKES: Final = Permit((Phase.WELCOME,), early="stakes-not-open", late="stakes-not-open")
_MISSIONS: Final = Permit((Phase.MISSIONS, Phase.THANKS), early="missions-not-open", late="missions-not-open")
#: Whether a sentence is clear is asked before anybody works on it.
_CLARITY: Final = Permit(stages=(Stage.UNOPENED,), early="clarity-after-opening", late="clarity-after-opening")
#: What is done in the name of people without a phone: each act when a phone may do it.
_VOICES: Final[Mapping[str, Permit]] = {
    "add_voice": _ALWAYS,
    "write_as": _IDEAS,
    "vote_as": _VOTE,
    "score_as": _SCORES,
    "answer_offer_as": _OFFER,
    "say_terms_as": _OFFER,
    "offer_as": _OFFER,
    "withdraw_as": _ALWAYS,
    "let_ask_as": _OFFER,
    "answer_as": _MISSIONS,
    "type_slip": _IDEAS,
    "type_ballot": _VOTE,
}

#: What each role may do, by the intention's name.
PERMITS: Final[Mapping[Role, Mapping[str, Permit]]] = {
    Role.PARTICIPANT: {
        "choose_language": _ALWAYS,
        "join": Permit(IN_THE_ROOM, early="room-not-open", late="room-not-open"),
        "say_who": _FORM,
        "answer_stake": _FORM,
        "say_days": _FORM,
        "take_consent_back": _ALWAYS,
        "correct_seat": _ALWAYS,
        "write_idea": _IDEAS,
        "correct_idea": _IDEAS,
        "remove_idea": Permit(stages=(Stage.WRITING,), early="writing-closed", late="writing-closed"),
        "finish": _ALWAYS,
        "look_again": _ALWAYS,
        "turn_ideas": _ALWAYS,
        "place_dots": _VOTE,
        "give_grade": _VOTE,
        "say_stance": _VOTE,
        "spend_on": _VOTE,
        "answer_question": _ANSWERS,
        "score_competence": _SCORES,
        "score_interest": _SCORES,
        "say_unsure": _SCORES,
        "answer_offer": _OFFER,
        "offer_help": _OFFER,
        "withdraw_offer": _ALWAYS,
        "say_terms": _OFFER,
        "let_show_name": _ALWAYS,
        "answer_mission": _MISSIONS,
        "look_at_what_i_gave": _ALWAYS,
        "part_seats": _ALWAYS,
        "return_to_seat": _ALWAYS,
        "close_slip": _ALWAYS,
        "put_others_out": _ALWAYS,
        "erase": _ALWAYS,
        "come_to_help": _ALWAYS,
        "rate_clarity": _CLARITY,
        "stop_reading": _ALWAYS,
        "propose_stake": _STAKES,
        "take_back_stake": _STAKES,
        "grade_stake": _STAKES,
        "say_here": _TABLES,
        "stay_at_table": _TABLES,
    },
    Role.HELPER: {**_VOICES, "stop_helping": _ALWAYS},
    Role.FACILITATOR: {
        "switch_language": _ALWAYS,
        "choose_way": _ALWAYS,
        "try_again": _ALWAYS,
        "set_away": _ALWAYS,
        "join_seats": _ALWAYS,
        "keep_apart": _ALWAYS,
        "answer_erasure": _ALWAYS,
        "change_door_words": _ALWAYS,
        "let_seats_go": _ALWAYS,
        "seat_people": _ALWAYS,
        "tell_round": _ALWAYS,
        "move_to_table": _ALWAYS,
        "describe_table": _ALWAYS,
        "keep_at_table": _ALWAYS,
        "close_door_to": _ALWAYS,
        "open_door_to": _ALWAYS,
        "move_room": _ALWAYS,
        "move_challenge_on": _ALWAYS,
        "turn_to": _ALWAYS,
        "change_tables": _ALWAYS,
        "take_back": _ALWAYS,
        "name_tables": _ALWAYS,
        "start_timer": _ALWAYS,
        "change_timer": _ALWAYS,
        "pause_timer": _ALWAYS,
        "stop_timer": _ALWAYS,
        "plan_agenda": _ALWAYS,
        "set_length": _ALWAYS,
        "set_end": _ALWAYS,
        "shorten": _ALWAYS,
        "turn_page": _ALWAYS,
        "cover_screen": _ALWAYS,
        "freeze_screen": _ALWAYS,
        "set_read_first": _ALWAYS,
        "show_on_screen": _ALWAYS,
        "unveil": Permit(stages=(Stage.RESULTS,), early="results-not-shown", late="results-not-shown"),
        "take_back_shown": _ALWAYS,
        "draw_matrices": Permit((Phase.SCORING,), early="scoring-not-open", late="scoring-not-open"),
        "describe_workshop": _ALWAYS,
        "move_stakes": _ALWAYS,
        "add_stakes": _ALWAYS,
        "put_stakes_together": _ALWAYS,
        "take_stakes_apart": _ALWAYS,
        "rename_stake": _ALWAYS,
        "leave_stake_out": _ALWAYS,
        "count_blanks": _ALWAYS,
        "judge_stakes_on_paper": _ALWAYS,
        "take_back_paper": _ALWAYS,
        "make_challenges": _ALWAYS,
        "preview_challenge": _ALWAYS,
        "extend_challenge": _ALWAYS,
        "split_challenge": _ALWAYS,
        "ask_clarity": _CLARITY,
        "rate_here": _CLARITY,
        "wait_no_more": _ALWAYS,
        "forget_clarity": _ALWAYS,
        "close_to_readers": _ALWAYS,
        "write_challenge": _ALWAYS,
        "move_challenge": _ALWAYS,
        "remove_challenge": _ALWAYS,
        "write_sector": _ALWAYS,
        "remove_sector": _ALWAYS,
        "write_stakeholder": _ALWAYS,
        "type_volunteer": _ALWAYS,
        "take_line_back": _ALWAYS,
        "set_status": _ALWAYS,
        "note_reminder": _ALWAYS,
        "remove_stakeholder": _ALWAYS,
        "look_at_candidates": _ALWAYS,
        "take_candidates": _ALWAYS,
        "let_candidate_go": _ALWAYS,
        "choose_pool": _ALWAYS,
        "size_lot": _ALWAYS,
        "count_column": _ALWAYS,
        "count_like_pool": _ALWAYS,
        "begin_lot_file": _ALWAYS,
        "take_lot_piece": _ALWAYS,
        "leave_lot_file": _ALWAYS,
        "make_lot": _ALWAYS,
        "stop_lot": _ALWAYS,
        "look_at_lot": _ALWAYS,
        "throw_dice": _ALWAYS,
        "invite_drawn": _ALWAYS,
        "fetch_lot": _ALWAYS,
        "tell_invitation": _ALWAYS,
        "tell_day": _ALWAYS,
        "make_print": _ALWAYS,
        "note_sent": _ALWAYS,
        "cancel_print": _ALWAYS,
        "fetch_print": _ALWAYS,
        "write_for": Permit(
            stages=(Stage.UNOPENED, Stage.WRITING, Stage.REVEAL), early="ideas-closed", late="ideas-closed"
        ),
        "remove_idea": _ALWAYS,
        "look_at": _ALWAYS,
        "weigh_result": _ALWAYS,
        "tell_opinions": _ALWAYS,
        "hold_idea": _ALWAYS,
        "sweep_device": _ALWAYS,
        "sweep_newcomers": _ALWAYS,
        "undo_sweep": _ALWAYS,
        "choose_plan": _ALWAYS,
        "open_ahead": _ALWAYS,
        "set_vote_rule": _RULING,
        "set_cost": _RULING,
        "nudge_silent": _ALWAYS,
        "ask_author": _ANSWERS,
        "mark_for_discussion": Permit(
            stages=(Stage.REVEAL, Stage.VOTE, Stage.RESULTS),
            early="gathering-before-reveal",
            late="gathering-after-vote",
        ),
        "gather_ideas": _GATHERING,
        "rename_group": _GATHERING,
        "undo_group": _GATHERING,
        "score_for": _ALWAYS,
        "add_mission": _ALWAYS,
        "make_mission": _DEEDS,
        "tell_mission": _ALWAYS,
        "tell_workshop": _ALWAYS,
        "change_mission": _ALWAYS,
        "remove_mission": _ALWAYS,
        "put_mission_back": _ALWAYS,
        "propose_assignments": _ALWAYS,
        "try_change": _ALWAYS,
        "renew_trial": _ALWAYS,
        "leave_trial": _ALWAYS,
        "stop_solving": _ALWAYS,
        "accept_trial": _ALWAYS,
        "keep_here": _ALWAYS,
        "undo_assignments": _ALWAYS,
        "redo_assignments": _ALWAYS,
        "weigh_fit": _ALWAYS,
        "place_by_hand": _ALWAYS,
        "foresee_placing": _ALWAYS,
        "take_off": _ALWAYS,
        "make": _ALWAYS,
        "cancel": _ALWAYS,
        "fetch": _ALWAYS,
        "erase_person": _ALWAYS,
        **_VOICES,
        "take_voice": _ALWAYS,
        "give_voice_back": _ALWAYS,
        "change_helper_code": _ALWAYS,
        "let_helper_go": _ALWAYS,
        "hold_papers": _ALWAYS,
        "close_to_helpers": _ALWAYS,
        "make_papers": _ALWAYS,
        "type_answer": _MISSIONS,
        "cancel_papers": _ALWAYS,
        "fetch_papers": _ALWAYS,
        "begin_register_file": _ALWAYS,
        "take_register_piece": _ALWAYS,
        "leave_register_file": _ALWAYS,
        "look_in_folder": _ALWAYS,
        "take_register": _ALWAYS,
        "stop_register": _ALWAYS,
        "begin_file": _ALWAYS,
        "take_piece": _ALWAYS,
        "show_file": _ALWAYS,
        "leave_file": _ALWAYS,
        "choose_kind": _ALWAYS,
        "take_sheet": _ALWAYS,
        "take_hidden": _ALWAYS,
        "choose_encoding": _ALWAYS,
        "choose_column": _ALWAYS,
        "correct_line": _ALWAYS,
        "take_line": _ALWAYS,
        "answer_doubt": _ALWAYS,
        "look_at_lines": _ALWAYS,
        "write_file": _ALWAYS,
        "undo_import": _ALWAYS,
        "read_import": _ALWAYS,
    },
    Role.SCREEN: {},
    # whoever keeps the workshops on this computer: none of it is about what a room does
    Role.HOME: {
        "speak_language": _ALWAYS,
        "look_at_workshop": _ALWAYS,
        "start_workshop": _ALWAYS,
        "make_sample": _ALWAYS,
        "copy_workshop": _ALWAYS,
        "set_day": _ALWAYS,
        "list_place": _ALWAYS,
        "open_folder": _ALWAYS,
        "move_shelf": _ALWAYS,
        "forget_folder": _ALWAYS,
        "begin_upload": _ALWAYS,
        "send_part": _ALWAYS,
        "take_in": _ALWAYS,
        "archive_workshop": _ALWAYS,
        "bring_back": _ALWAYS,
        "describe_deletion": _ALWAYS,
        "delete_workshop": _ALWAYS,
        "list_backups": _ALWAYS,
        "restore_backup": _ALWAYS,
        "check_folder": _ALWAYS,
        "erase_due": _ALWAYS,
        "show_folder": _ALWAYS,
        "open_notebooks": _ALWAYS,
        "close_notebooks": _ALWAYS,
        "trust_notebooks": _ALWAYS,
        "set_notebooks_aside": _ALWAYS,
        "make_shortcut": _ALWAYS,
        "remove_shortcut": _ALWAYS,
        "make_takeaway": _ALWAYS,
        "fetch_takeaway": _ALWAYS,
        "prepare_room": _ALWAYS,
        "set_seats": _ALWAYS,
        "open_room": _ALWAYS,
        "close_room": _ALWAYS,
        "choose_network": _ALWAYS,
        "begin_test": _ALWAYS,
        "check_up": _ALWAYS,
        "end_kit": _ALWAYS,
    },
}

_REVEALED: Final = (Stage.REVEAL, Stage.VOTE, Stage.RESULTS, Stage.CLOSED)
_TALLIED: Final = (Stage.RESULTS, Stage.CLOSED)

#: What is shown of the people without a phone: of each alone what was said for them, and what is open to them now.
_VOICES_SHOWN: Final[Mapping[str, Sight]] = {
    "voices": Sight("the people without a phone by pseudonym, and how much was said for each"),
    "voice_ballot": Sight(
        "the options of the vote, numbered, with the dots given for a person who never had a phone",
        stages=(Stage.VOTE,),
    ),
    "voice_scores": Sight("the scores said for a person who never had a phone", (Phase.SCORING, Phase.OFFER)),
    "voice_missions": Sight("the missions proposed to a person without a phone", (Phase.MISSIONS, Phase.THANKS)),
}

#: What each role is shown, and when: the doors show nothing of it in another phase, or of a challenge elsewhere.
SHOWS: Final[Mapping[Role, Mapping[str, Sight]]] = {
    Role.PARTICIPANT: {
        "form": Sight("the volunteer form, with one’s own answers", (Phase.FORM,)),
        "clarity": Sight(
            "a sentence asked about and one’s own answer, to whom the code was told", stages=(Stage.UNOPENED,)
        ),
        "own_ideas": Sight(
            "one’s own ideas, to write and correct; before the room works, those that its plan has written from home",
            (Phase.WELCOME, *_WORK),
            (Stage.WRITING,),
        ),
        "held_ideas": Sight("one’s own ideas that were held back, and why", _WORK, (Stage.REVEAL,)),
        "ideas": Sight("everybody’s ideas, unsigned", _WORK, (Stage.REVEAL,)),
        "ballot": Sight("the options of the vote, with one’s own dots", _WORK, (Stage.VOTE,)),
        "tallies": Sight("what each option gathered, and one’s own dots, once shown as results", _WORK, _TALLIED),
        "scores": Sight("one’s own place in each matrix", (Phase.SCORING,)),
        "offer": Sight("the form of an offer of help", _OFFER.phases),
        "table": Sight(
            "one’s own table in the round that phones are told, who else sits there by pseudonym, and a category that "
            "three people or more share",
            _TABLES.phases,
        ),
        "missions": Sight("the missions proposed to oneself", (Phase.MISSIONS, Phase.THANKS)),
        "stakes": Sight(
            "one’s own proposals of stakes; then all of them, with one’s own grades; then what they were judged",
            (Phase.WELCOME,),
        ),
    },
    Role.HELPER: {
        **_VOICES_SHOWN,
        "ideas": Sight("everybody’s ideas, beyond the options of an open vote", phases=(), stages=()),
        "tallies": Sight("what each option gathered", phases=(), stages=()),
    },
    Role.FACILITATOR: {
        "clarity": Sight("how clear two or three people find a sentence, without a name, once all have answered"),
        "ideas": Sight("everybody’s ideas, with a category that three people or more share", stages=_REVEALED),
        "tallies": Sight("what each option gathered", stages=_TALLIED),
        **_VOICES_SHOWN,
    },
    Role.SCREEN: {
        "join": Sight(
            "the address to join at, its code and the words of its door, large; small on every page", (Phase.WELCOME,)
        ),
        "form": Sight("the address of the volunteer form and its code, large", (Phase.FORM,)),
        "stakes": Sight("what phones are asked about stakes, and how many proposed or judged", (Phase.WELCOME,)),
        "writers": Sight("how many wrote an idea", _WORK, (Stage.WRITING,)),
        "ideas": Sight("everybody’s ideas, unsigned, contact details blotted out", _WORK, (Stage.REVEAL,)),
        "voted": Sight("how many have voted", _WORK, (Stage.VOTE,)),
        "tallies": Sight("what each option gathered", _WORK, (Stage.RESULTS,)),
        "scores": Sight("how many people are where in each matrix", (Phase.SCORING,)),
        "offers": Sight("how many offered help", (Phase.OFFER,)),
        "missions": Sight("how the missions fill, with the names of those who agreed to it", (Phase.MISSIONS,)),
        "tables": Sight(
            "the plan of the tables with pseudonyms by table, while the facilitator covers the screen with it"
        ),
        "thanks": Sight("what the room gave, counted", (Phase.THANKS,)),
    },
    Role.HOME: {
        "workshops": Sight("each workshop by its title, place and day, with people counted and nobody named"),
        "contacts": Sight("who is in a workshop, by name or pseudonym", phases=(), stages=()),
    },
}


def check_permitted(role: Role, act: str, phase: Phase, stage: Stage | None = None) -> None:
    """Refuse what ``role`` may not do now.

    Parameters
    ----------
    role, act
        Who, and what.
    phase
        Where the room stands.
    stage
        Where the challenge stands that the act is about; ``None``: it is about none.

    Raises
    ------
    NotAllowed
        With the permit's code for before or after its phases and stages.

    """
    permit = PERMITS[role][act]
    if phase not in permit.phases:
        raise NotAllowed(permit.early if _is_before(phase, permit.phases) else permit.late)
    if stage is not None and stage not in permit.stages:
        raise NotAllowed(permit.early if _is_before(stage, permit.stages) else permit.late)


def is_shown(role: Role, what: str, phase: Phase, stage: Stage | None = None) -> bool:
    """Tell whether ``role`` is shown ``what`` in ``phase``, of a challenge in ``stage`` if it is about one."""
    sight = SHOWS[role][what]
    return phase in sight.phases and (stage is None or stage in sight.stages)


def _is_before(here: StrEnum, wanted: tuple[StrEnum, ...]) -> bool:
    order = list(type(here))
    return order.index(here) < min(order.index(one) for one in wanted)
