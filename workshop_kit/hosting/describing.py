"""Read models of the home page: what the list, the room in sight and its exports are shown as."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from workshop_kit.domain.believing import is_doubtful, is_past
from workshop_kit.entrance import read_code
from workshop_kit.hosting.addresses import read_served_addresses
from workshop_kit.hosting.configuring import find_entrance
from workshop_kit.hosting.examining import count_seats_that_fit
from workshop_kit.hosting.labs import LabStanding
from workshop_kit.hosting.listing import Listed, name_volume
from workshop_kit.hosting.networks import Network, NetworkKind
from workshop_kit.hosting.rooms import LIVELY, PORT, SILENT_AFTER, RoomState, Standing
from workshop_kit.hosting.takeaways import Takeaway
from workshop_kit.hosting.ways import Showing, describe_ways
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.leaving import ANNOUNCED_FOR
from workshop_kit.live.acts.retention import ANNOUNCED_FROM
from workshop_kit.live.contract.home.shown import (
    ChallengeInSight,
    ChosenWorkshop,
    ComingErasure,
    Memory,
    NextStep,
    NotebooksPanel,
    PhoneTest,
    RoomPanel,
    TakeawayForm,
    TakeawayState,
    WorkshopCard,
)
from workshop_kit.live.door import open_with_words
from workshop_kit.live.joining import compose_join_address
from workshop_kit.live.timer import in_ms
from workshop_kit.qr import draw_code
from workshop_kit.serving.config import KernelMode
from workshop_kit.serving.memory import estimate_memory, find_free_memory
from workshop_kit.store.announced import read_announced

#: Conditions in which a workshop can be opened.
OPENABLE: Final = ("ready", "older")
#: Programs that somebody else put among the notebooks, as many as a person reads.
_STRANGERS_NAMED: Final = 20
#: What asks, or blocks, in a way of its own; a system that is not named asks by itself.
_FIREWALLS: Final = {"win32": "firewall-windows", "linux": "firewall-linux"}
_TO_DO: Final[Mapping[str, str]] = {
    "missing": "plug-in",
    "too-new": "update-kit",
    "damaged": "restore",
    "read-only": "move-to-disk",
}


def describe_card(listed: Listed, standing: Standing, now: datetime, *, reachable: bool = True) -> WorkshopCard:
    """Return a workshop of the list; ``reachable`` is whether phones can come in by any network."""
    glance, day = listed.glance, listed.day
    counts = glance.counts if glance else {}
    how_far = find_standing(listed, now)
    return {
        "id": listed.id,
        "title": listed.title,
        "territory": listed.territory,
        "language": glance.language if glance else "fr",
        "day": day,
        "hour": listed.mark.hour or _find_hour(listed),
        "days_away": (date.fromisoformat(day) - now.astimezone().date()).days if day else None,
        "place": "shelf" if listed.on_shelf else "elsewhere",
        "volume": "" if listed.on_shelf else name_volume(listed.path),
        "path": str(listed.path),
        "condition": listed.condition,  # type: ignore[typeddict-item]
        "standing": how_far,  # type: ignore[typeddict-item]
        "ended_on": _find_end(listed) if how_far == "ended" else "",
        "room": find_room_state(listed, standing),  # type: ignore[typeddict-item]
        "archived": listed.mark.archived,
        "sample": listed.mark.sample,
        "people": {
            "invited": counts.get("invited", 0),
            "expected": counts.get("expected", 0),
            "unanswered": counts.get("unanswered", 0),
            "volunteers": counts.get("volunteers", 0),
            "came": counts.get("came", 0),
            "here": standing.kept,
            "reachable": counts.get("reachable", 0),
        },
        "next": find_next(listed, standing, now, reachable=reachable),
    }


def sort_cards(cards: Iterable[WorkshopCard]) -> list[WorkshopCard]:
    """Return cards as one looks for them: what goes on, what comes next, what has no day, what is over or gone."""

    def order(card: WorkshopCard) -> tuple[int, int, str]:
        away = card["days_away"]
        if card["room"] not in ("closed", "failed", "stopped", "pulled-out", "elsewhere"):
            return 0, 0, card["title"].casefold()
        if card["condition"] == "missing":
            return 5, 0, card["title"].casefold()
        if card["standing"] == "ended" or (away is not None and away < 0):
            return 4, -(away or 0), card["title"].casefold()
        return (2, 0, card["title"].casefold()) if away is None else (1, away, card["title"].casefold())

    return sorted(cards, key=order)


def describe_chosen(
    listed: Listed,
    standing: Standing,
    showing: Showing,
    takeaways: Mapping[TakeawayForm, Takeaway],
    now: datetime,
    language: str,
    port: int = PORT,
    lab: LabStanding | None = None,
) -> ChosenWorkshop:
    """Return the workshop in sight with its room and what may be taken away of it."""
    retention = listed.glance.retention_until if listed.glance else None
    is_quiet = standing.state not in LIVELY and not listed.served
    return {
        "card": describe_card(listed, standing, now, reachable=showing.shown is not None),
        "challenge": _describe_challenge(listed),
        "room": describe_room(listed, standing, showing, now, language, port),
        "takeaways": [_describe_takeaway(listed, form, one, language, now) for form, one in takeaways.items()],
        "erased_on": _find_day(retention) if retention is not None and now <= retention else "",
        "coming": _describe_coming(listed, now),
        "notebooks": _describe_notebooks(listed, lab or LabStanding(), language),
        "disk_full": listed.full,
        "may_write": listed.condition in OPENABLE,
        "may_delete": is_quiet and listed.condition != "missing",
    }


def _describe_coming(listed: Listed, now: datetime) -> ComingErasure | None:
    """Return the erasure by date that is near, as the workshop announces it when it is opened."""
    glance = listed.glance
    if glance is None or glance.retention_until is None or not glance.counts["contacts"]:
        return None
    until, last = glance.retention_until, glance.last or now
    announced = read_announced(listed.path)
    if announced is not None and announced > now:  # by a clock that was ahead: it is announced anew when it is opened
        announced = None
    if now <= until and (announced is None or now <= until - ANNOUNCED_FROM):
        return None
    day = max(until, (announced or now) + ANNOUNCED_FOR)
    return {
        "day": _find_day(day),
        "due": now > until,
        "doubtful": is_doubtful(now, last),
        "last": _find_day(last),
    }


def _find_day(moment: datetime) -> str:
    return moment.astimezone().date().isoformat()


def describe_room(
    listed: Listed,
    standing: Standing,
    showing: Showing,
    now: datetime,
    language: str,
    port: int = PORT,
) -> RoomPanel:
    """Return a room: all that the terminal says of a serve; before it is open, with the ``port`` tried first."""
    say = Translator(language)
    ways = describe_ways(showing)
    join = standing.addresses.participants if standing.addresses else ""
    if not join:
        join = compose_join_address(showing.host, port)
    if showing.shown is None:  # nobody may scan what leads nowhere
        join = ""
    words = read_code(find_entrance(listed.path))
    addresses = standing.addresses
    if find_room_state(listed, standing) == "elsewhere":
        addresses = read_served_addresses(listed.path)
        join = addresses.participants if addresses else join
    return {
        "state": find_room_state(listed, standing),  # type: ignore[typeddict-item]
        "since": None if standing.since is None else in_ms(standing.since),
        "ready": standing.ready,
        "wanted": standing.wanted,
        "failure": "" if standing.failure is None else say.sentence_on_page(standing.failure),
        "facilitator": addresses.facilitator if addresses else "",
        "screen": addresses.screen if addresses else "",
        "join": join,
        "typed": join.partition("?")[0].removeprefix("http://").rstrip("/"),
        "code": draw_code(open_with_words(join, words)),
        "door": words,
        "networks": ways["networks"],
        "no_network": showing.shown is None,
        "reach": ways["reach"],
        "missed": ways["missed"],
        "moved": ways["moved"],
        "seats": standing.seats,
        "taken": standing.taken,
        "entrance": {
            "kept": standing.kept,
            "devices": standing.devices,
            "waiting": standing.waiting,
            "slowed": standing.slowed,
            "turned": standing.turned,
        },
        "memory": _describe_memory(standing),
        "test": describe_test(standing, showing.networks, showing.shown, now),
        "elsewhere": addresses.facilitator if addresses and standing.state not in LIVELY else "",
    }


def describe_test(standing: Standing, networks: Sequence[Network], chosen: Network | None, now: datetime) -> PhoneTest:
    """Return how the test with one's own phone stands."""
    trial = standing.trial
    nothing: PhoneTest = {"state": "none", "at": None, "by": "", "answered": "", "reasons": []}
    if standing.state is not RoomState.OPEN or trial.begun is None:
        return nothing
    by = next((one.name for one in networks if one.address == trial.way), "")
    if trial.passed is not None:
        return {**nothing, "state": "passed", "at": in_ms(trial.passed), "by": by}
    if trial.answered:
        return {**nothing, "state": "arrived", "by": by, "answered": trial.answered}  # type: ignore[typeddict-item]
    if now - trial.begun < timedelta(seconds=SILENT_AFTER):
        return {**nothing, "state": "waiting"}
    return {**nothing, "state": "silent", "reasons": _find_reasons(chosen)}


def find_room_state(listed: Listed, standing: Standing) -> str:
    """Return the state of a workshop's room, whoever keeps it."""
    if standing.state in LIVELY:
        return standing.state.value
    if listed.served:
        return "elsewhere"
    if standing.state is RoomState.FAILED and standing.since is not None:
        gone = standing.failure is not None and standing.failure.code == "folder-gone-while-open"
        return "pulled-out" if gone else "stopped"
    return standing.state.value


def find_standing(listed: Listed, now: datetime) -> str:
    """Return how far a workshop has come, whatever its room does."""
    glance = listed.glance
    if glance is None:
        return "prepared"
    came = glance.counts.get("came", 0)
    if glance.phase == "thanks":
        return "ended"
    if came and listed.day and date.fromisoformat(listed.day) < now.astimezone().date():
        return "ended"
    if glance.phase not in ("form", "welcome"):
        return "under-way"
    return "prepared" if glance.challenges else "new"


def find_next(listed: Listed, standing: Standing, now: datetime, *, reachable: bool = True) -> NextStep:
    """Return the next thing to do about a workshop; while no phone can come in to an open room, that comes first."""
    is_open = standing.state is RoomState.OPEN and find_standing(listed, now) != "ended"
    code, number = ("join-network", 0) if is_open and not reachable else _find_next(listed, standing, now)
    return {"code": code, "number": number}  # type: ignore[typeddict-item]


def _find_next(listed: Listed, standing: Standing, now: datetime) -> tuple[str, int]:
    if standing.state is RoomState.OPEN:
        if find_standing(listed, now) == "ended":
            return _find_next_of_ended(listed)
        test = describe_test(standing, (), None, now)["state"]
        if test == "waiting":
            return "wait-for-phone", 0
        proved = standing.reached or standing.kept > 0  # whoever came in has tried it
        return "lead" if proved else {"none": "test-phone", "silent": "test-again"}.get(test, "lead"), 0
    if standing.state is RoomState.FAILED and listed.condition != "missing":
        return "see-why", 0
    if standing.state in LIVELY and standing.state is not RoomState.PREPARED:
        return "wait", 0
    if listed.condition in _TO_DO:
        return _TO_DO[listed.condition], 0
    if listed.mark.archived:
        return "bring-back", 0
    if listed.served and standing.state not in LIVELY:
        return "go-there", 0
    if listed.condition == "older":
        return "bring-up-to-date", 0
    return _find_next_of_sound(listed, now)


def _find_next_of_sound(listed: Listed, now: datetime) -> tuple[str, int]:
    counts = listed.glance.counts if listed.glance else {}
    if find_standing(listed, now) == "ended":
        return _find_next_of_ended(listed)
    if not counts.get("challenges"):
        return "write-challenges", 0
    away = (date.fromisoformat(listed.day) - now.astimezone().date()).days if listed.day else 0
    return _find_next_before_the_day(counts) if away > 0 else ("open-room", 0)


def _find_next_before_the_day(counts: Mapping[str, int]) -> tuple[str, int]:
    invited = counts.get("invited", 0)
    waiting = counts.get("stakeholders", 0) - invited
    if counts.get("unanswered"):
        return "remind", counts["unanswered"]
    if waiting > 0 and not invited:
        return "send-invitations", waiting
    return ("prepare" if invited or counts.get("volunteers") else "invite"), 0


def _find_next_of_ended(listed: Listed) -> tuple[str, int]:
    return ("follow-up" if listed.concluded else "make-synthesis"), 0


def _find_hour(listed: Listed) -> str:
    """Return the hour at which the room must end, where no other was given."""
    ends = listed.glance.ends_at if listed.glance else None
    return ends.astimezone().strftime("%H:%M") if ends is not None and not listed.mark.day else ""


def _find_end(listed: Listed) -> str:
    ended = listed.glance.ended_at if listed.glance else None
    return ended.astimezone().date().isoformat() if ended is not None else listed.day


def _describe_notebooks(listed: Listed, lab: LabStanding, language: str) -> NotebooksPanel:
    return {
        "state": lab.state.value,
        "sentence": "" if lab.failure is None else Translator(language).sentence_on_page(lab.failure),
        "strangers": list(listed.strangers[:_STRANGERS_NAMED]),
        "strange": listed.strange,
    }


def _describe_challenge(listed: Listed) -> ChallengeInSight | None:
    if listed.glance is None or not listed.glance.challenges:
        return None
    place = listed.glance.at or 1
    stake, statement = listed.glance.challenges[place - 1]
    return {"place": place, "of": len(listed.glance.challenges), "stake": stake, "statement": statement}


def _describe_memory(standing: Standing) -> Memory:
    """Return what the seats that are still free need."""
    seats = max(0, standing.seats - (standing.taken if standing.state is RoomState.OPEN else 0))
    needed, free = estimate_memory(seats, KernelMode.AUTO), find_free_memory()
    fits = count_seats_that_fit(free, seats) + standing.seats - seats
    return {
        "needed": needed // 1_000_000,
        "free": None if free is None else free // 1_000_000,
        "enough": free is None or needed <= free,
        "fits": fits,
    }


def _find_reasons(chosen: Network | None) -> list[Any]:
    """Return what to look at when no phone came, the likeliest first."""
    if chosen is None or not chosen.usable:
        return ["no-network"]
    firewall = [_FIREWALLS.get(sys.platform, "firewall")]
    if chosen.kind in (NetworkKind.WIFI, NetworkKind.HOTSPOT):
        return ["wifi", *firewall, "guest-network"]
    return ["network", *firewall, "guest-network"]


def _is_over(listed: Listed, now: datetime) -> bool:
    """Tell whether contact details are past their day, and not to be handed on though they are not erased yet."""
    glance = listed.glance
    if glance is None or glance.retention_until is None:
        return False
    return is_past(glance.retention_until, now, glance.last or now)


def _describe_takeaway(
    listed: Listed, form: TakeawayForm, made: Takeaway, language: str, now: datetime
) -> TakeawayState:
    counts = listed.glance.counts if listed.glance else {}
    people = counts.get("people", 0)
    if form is TakeawayForm.CONTACTS:
        people = counts.get("consenting", 0)
    return {
        "form": form,
        "people": people,
        "past": form is TakeawayForm.CONTACTS and people > 0 and _is_over(listed, now),
        "state": made.state,  # type: ignore[typeddict-item]
        "number": made.number,
        "name": made.name,
        "size": made.size,
        "sentence": "" if made.error is None else Translator(language).sentence_on_page(made.error),
    }
