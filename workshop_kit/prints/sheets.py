"""A writer of the sheets that stand in shops, on doors and on tables: poster, form, sign, tents, cards, neighbours."""

from __future__ import annotations

from typing import Any, Final

from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.model import Category
from workshop_kit.domain.printing import open_address, parse_hour, shorten, show_address, write_wifi
from workshop_kit.domain.scales import COMPETENCES, INTERESTS
from workshop_kit.i18n.dates import name_weekdays, say_day_of_month, say_hour
from workshop_kit.i18n.numbers import signed
from workshop_kit.live.telling_apart import tell_apart
from workshop_kit.prints.literals import Exact, Rich, first_up, speak, write_call
from workshop_kit.prints.matter import (
    LINE,
    NAME,
    Matter,
    name_workshop,
    say_length,
    say_other_phone,
    say_until,
    say_when,
    tell_about,
    tell_challenge,
    tell_challenges,
    tell_code,
    tell_volunteer_code,
)

#: Tables that tents are folded for where nothing else is said; parts of the territory that a form has boxes for.
TABLES: Final = 8
_SECTORS: Final = 19
#: Purposes stand by the letter that they are typed in by, ``I``, ``M``, ``N``.
_USES: Final = (*(one.value for one in Purpose), "referent", "name")
_PARTS_OF_DAY: Final = range(3)
_HELPS: Final = range(6)
#: What stands between the two lines of a title in the catalogs.
_NEXT_LINE: Final = "|"
#: Stands on a card for a round in which its person sits nowhere: they came after it.
_NO_TABLE: Final = "–"


def write_poster(matter: Matter) -> str:
    """Return the source of the poster for shop windows."""
    words, many = matter.words, len(matter.challenges)
    title = words(f"invitations.poster.title.{many}").split(_NEXT_LINE)
    workshop = shorten(matter.workshop.title, NAME)
    lead = (
        speak(words, "invitations.poster.lead", many)
        if many
        else speak(words, "invitations.poster.lead-none", title=workshop)
    )
    told = {
        "paper": Exact(matter.options.paper),
        "title": title,
        "lead": lead,
        "challenges": tell_challenges(matter),
        "acts": [act for act in (_tell_offer(matter), _tell_coming(matter)) if act],
        "code": tell_volunteer_code(matter),
        "strips": _list_strips(matter, " ".join(title)),
        "care": speak(words, "invitations.poster.care"),
    }
    return write_call("poster", "poster", tell_about(matter, " ".join(title)), told)


def _tell_offer(matter: Matter) -> dict[str, Any]:
    """Return how help is offered: by the address, else by telephone, and always at the counter."""
    words, phone = matter.words, matter.invitation.phone
    address = show_address(matter.address)
    more: Rich = speak(words, "invitations.poster.or-sheet") if address or phone else ()
    if address and phone:
        more = speak(words, "invitations.poster.or-sheet-phone", phone=phone)
    main = shorten(address, LINE) or phone or words("invitations.poster.sheet")
    return {"kicker": words("invitations.poster.offer"), "main": main, "more": more}


def _tell_coming(matter: Matter) -> dict[str, Any] | None:
    when, length = say_when(matter, year=False), say_length(matter)
    if not when:
        return None
    come = matter.words("invitations.poster.come-long", length=length) if length else None
    place = shorten(matter.invitation.place, LINE)
    more: Rich = ((place, False),) if place else ()
    return {"kicker": come or matter.words("invitations.poster.come"), "main": when, "more": more}


def _list_strips(matter: Matter, title: str) -> list[str]:
    """Return the lines of a strip to tear off; none where it would carry no way to answer."""
    address, phone = shorten(show_address(matter.address), LINE), matter.invitation.phone
    if not address and not phone:
        return []
    day = "" if matter.day is None else say_day_of_month(matter.day, matter.language)
    begins = parse_hour(matter.invitation.begins) if day else None
    hour = "" if begins is None else say_hour(begins, matter.language)
    last = [phone if address else "", ", ".join(filter(None, (day, hour)))]
    return [line for line in (title, address or phone, " · ".join(filter(None, last))) if line]


def write_forms(matter: Matter, numbers: range) -> str:
    """Return the source of numbered volunteer forms, two sides each."""
    title = matter.words("invitations.form.title")
    sheets = [_tell_sheet(matter, number) for number in numbers]
    return write_call("form", "forms", tell_about(matter, title), _tell_form(matter), sheets)


def _tell_sheet(matter: Matter, number: int) -> dict[str, Any]:
    """Return a sheet's number, and the code of each side: the workshop, the side and the sheet."""
    mark = name_workshop(matter)[:6].upper()
    codes = [f"{mark}-F{side}-{number:04}" for side in (1, 2)]
    recto, verso = (tell_code(matter, "sheet", code, code) for code in codes)
    return {
        "sheet": matter.words("invitations.form.sheet", number=f"{number:04}"),
        "recto": recto,
        "verso": verso,
    }


def _tell_form(matter: Matter) -> dict[str, Any]:
    words = matter.words
    many = len(matter.challenges)
    question = words(f"invitations.poster.title.{many}").replace(_NEXT_LINE, " ")
    return {
        **{key: words(f"invitations.form.{key}") for key in ("title", "side-one", "side-two", "optional", "rule")},
        "pen": [words(f"invitations.form.pen.{one}") for one in ("before", "between", "after")],
        "fold": speak(words, "invitations.form.fold"),
        "who": _tell_who(matter),
        "when": _tell_times(matter),
        "consent": _tell_consent(matter),
        "care": _say_care(matter),
        "question": question,
        "unsure": speak(words, "invitations.form.unsure"),
        "challenges": [_tell_scaled(matter, number) for number in range(1, many + 1)],
        "competence": _tell_scale(matter, "competence", [str(one) for one in COMPETENCES]),
        "interest": _tell_scale(matter, "interest", [str(one) for one in INTERESTS]),
        "bring": speak(words, "invitations.form.bring"),
        "contact": _say_question(matter),
    }


def _tell_who(matter: Matter) -> dict[str, Any]:
    asked = ("title", "name", "phone", "email", "as-what")
    return {
        **{key: matter.words(f"invitations.form.who.{key}") for key in asked},
        "pairs": matter.language == "fr",
        "categories": [matter.words.category(one.value) for one in Category],
    }


def _tell_times(matter: Matter) -> dict[str, Any]:
    words = matter.words
    named = [shorten(one.name, NAME) for one in matter.sectors[:_SECTORS]]
    return {
        "title": words("invitations.form.when.title" if named else "invitations.form.when.title-when"),
        "sectors": [*named, words("invitations.form.when.anywhere")] if named else [],
        "moment": words("invitations.form.when.moment"),
        "days": name_weekdays(matter.language),
        "moments": [words(f"invitations.form.when.part.{part}") for part in _PARTS_OF_DAY],
    }


def _tell_consent(matter: Matter) -> dict[str, Any]:
    """Return the uses that are consented to one by one; that by a referent where there is one."""
    referents = any(one.referent for one in matter.sectors)
    uses = [use for use in _USES if use != "referent" or referents]
    keys = ("title", "blank", "yes", "no", "date", "signature", "helped")
    return {
        **{key: matter.words(f"invitations.form.consent.{key}") for key in keys},
        "uses": [matter.words(f"invitations.form.consent.use.{use}", date=say_until(matter)) for use in uses],
    }


def _say_care(matter: Matter) -> Rich:
    words, phone = matter.words, matter.invitation.phone
    organiser = first_up(matter.organiser) if matter.workshop.organiser else words("invitations.form.team")
    key = "invitations.form.care-phone" if phone else "invitations.form.care"
    return speak(words, key, organiser=organiser, date=say_until(matter), **({"phone": phone} if phone else {}))


def _tell_scaled(matter: Matter, number: int) -> dict[str, str]:
    told = tell_challenge(matter, number, matter.challenges[number - 1])
    return {**told, "label": matter.words("invitations.form.numbered", number=number, stake=told["stake"])}


def _tell_scale(matter: Matter, scale: str, answers: list[str]) -> dict[str, Any]:
    said = [(signed(int(one)) if scale == "interest" else one, one) for one in answers]
    return {
        "ask": matter.words(f"invitations.form.{scale}"),
        "options": [(shown, matter.words(f"participant.scores.{scale}.{one}")) for shown, one in said],
    }


def _say_question(matter: Matter) -> Rich:
    told = (matter.workshop.contact, say_other_phone(matter), show_address(matter.address))
    reach = [shorten(one, LINE) for one in told if one]
    return speak(matter.words, "invitations.form.question", contact=" · ".join(reach)) if reach else ()


def write_door(matter: Matter) -> str:
    """Return the source of the sign for the door; each gesture stands there once it can be made."""
    words = matter.words
    gestures = [one for one in (_tell_wifi(matter), _tell_aim(matter)) if one]
    joins = bool(gestures) and gestures[-1]["picture"] == "aim"
    if joins:
        gestures.append(_tell_naming(matter))
    day = "" if matter.day is None else say_day_of_month(matter.day, matter.language)
    told = {
        "title": words("invitations.door.title"),
        "on": words("invitations.door.on", day=day) if day else "",
        "lead": words(f"invitations.door.lead.{len(gestures)}") if joins else "",
        "steps": gestures,
        "stay-title": words("invitations.door.stay-title"),
        "stay": speak(words, "invitations.door.stay") if matter.invitation.wifi_name or matter.options.room else (),
        "wifi": words("invitations.door.switch.wifi"),
        "wifi-on": words("invitations.door.switch.on"),
        "data": words("invitations.door.switch.data"),
        "data-off": words("invitations.door.switch.off"),
        "without": speak(words, "invitations.door.without"),
    }
    return write_call("door", "door", tell_about(matter, words("invitations.door.title")), told)


def _tell_wifi(matter: Matter) -> dict[str, Any] | None:
    """Return the first gesture; a code that lacks the password would let nobody in, and is not drawn."""
    words, name, password = matter.words, matter.invitation.wifi_name, matter.invitation.wifi_password
    if not name:
        return None
    shown = not password or matter.options.password
    spelled = [(words("invitations.door.wifi-name"), name)]
    if password and shown:
        spelled.append((words("invitations.door.wifi-password"), password))
    return {
        "picture": Exact("wifi"),
        "alt": words("invitations.door.alt.wifi"),
        "say": words("invitations.door.wifi"),
        "also": "" if shown else words("invitations.door.wifi-ask"),
        "spelled": spelled,
        "code": tell_code(matter, "wifi", write_wifi(name, password), name) if shown else None,
    }


def _tell_aim(matter: Matter) -> dict[str, Any] | None:
    address = matter.options.room or open_address(matter.invitation.address)
    if not address:
        return None
    return {
        "picture": Exact("aim"),
        "alt": matter.words("invitations.door.alt.aim"),
        "say": matter.words("invitations.door.aim"),
        "also": matter.words("invitations.door.aim-also"),
        "spelled": [("", show_address(address))],
        "code": tell_code(matter, "join", address, show_address(address)),
    }


def _tell_naming(matter: Matter) -> dict[str, Any]:
    words = matter.words
    return {
        "picture": Exact("name"),
        "alt": words("invitations.door.alt.name"),
        "say": words("invitations.door.name", button=words("participant.join.go")),
        "also": words("invitations.door.name-also"),
        "spelled": [],
        "code": None,
    }


def write_tables(matter: Matter, numbers: range) -> str:
    """Return the source of tents to fold, one a table."""
    told = {key: matter.words(f"invitations.tables.{key}") for key in ("word", "rule", "also", "fold", "how")}
    title = matter.words("invitations.tables.title", number=numbers[-1])
    return write_call(
        "seats", "tents", tell_about(matter, title), {**told, "numbers": [Exact(str(number)) for number in numbers]}
    )


def write_cards(matter: Matter) -> str:
    """Return the source of seat cards, one for each person who takes part, by name.

    A personal code is nobody's but its owner's: the card has room to write it, and it stands on no print.
    """
    words = matter.words
    told = {key: words(f"invitations.cards.{key}") for key in ("title", "care", "how", "table", "then")}
    address = matter.options.room or open_address(matter.invitation.address)
    code = tell_code(matter, "join", address, show_address(address))
    names = tell_apart(matter.participants, words)
    people = sorted(names, key=lambda one: names[one].casefold())
    return write_call(
        "seats",
        "cards",
        tell_about(matter, told["title"]),
        {**told, "code": code},
        [_tell_card(matter, one, names[one]) for one in people],
    )


def _tell_card(matter: Matter, person: str, name: str) -> dict[str, Any]:
    tables = [str(number) if number else _NO_TABLE for number in matter.tables.get(person, ())]
    return {"name": shorten(name, NAME), "tables": [Exact(one) for one in tables]}


def write_neighbours(matter: Matter) -> str:
    """Return the source of the neighbours' kit: the sheet to pin up, then slips to drop in."""
    words, phone = matter.words, matter.invitation.phone
    title = words("invitations.neighbours.title").split(_NEXT_LINE)
    numbered = enumerate(matter.challenges, start=1)
    chosen = [tell_challenge(matter, number, one) for number, one in numbered if one.id == matter.options.challenge]
    slip = {key: words(f"invitations.neighbours.slip.{key}") for key in _SLIP}
    care = speak(words, "invitations.neighbours.slip.care")
    told = {
        "title": title,
        **{key: words(f"invitations.neighbours.{key}") for key in ("lane", "relay-name", "relay-phone")},
        "offer": _tell_board(matter, "offer"),
        "need": _tell_board(matter, "need"),
        "passing": speak(words, "invitations.neighbours.passing"),
        "challenge": chosen[0] if chosen else None,
        "help": _list_help(matter),
        "code": tell_volunteer_code(matter),
        "slip": {
            **slip,
            "helps": [words(f"invitations.neighbours.slip.help.{one}") for one in _HELPS],
            "care": speak(words, "invitations.neighbours.slip.care-phone", phone=phone) if phone else care,
        },
    }
    return write_call("neighbours", "neighbours", tell_about(matter, " ".join(title)), told)


_SLIP: Final = ("name", "floor", "other", "days", "reach", "ring", "phone")


def _tell_board(matter: Matter, side: str) -> dict[str, Any]:
    say = matter.words
    return {
        **{key: say(f"invitations.neighbours.{side}.{key}") for key in ("title", "hint", "hello", "ask")},
        "example": [say(f"invitations.neighbours.{side}.{key}") for key in ("example", "by")],
        **{key: say(f"invitations.neighbours.{key}") for key in ("what", "who")},
    }


def _list_help(matter: Matter) -> list[Rich]:
    """Return whom to turn to, as far as it is said, and always what to do in danger."""
    words, address = matter.words, shorten(show_address(matter.address), LINE)
    reach = ", ".join(shorten(one, LINE) for one in (say_other_phone(matter), matter.workshop.contact) if one)
    told = [
        speak(words, "invitations.neighbours.nobody", reach=reach) if reach else (),
        speak(words, "invitations.neighbours.online", address=address) if address else (),
        speak(words, "invitations.neighbours.danger"),
    ]
    return [one for one in told if one]
