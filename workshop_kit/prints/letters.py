"""A writer of letters (*lettres d'invitation*): one to each person or body, with the reason why *they* are invited.

A sentence stands there when what it says is known: its condition is here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from workshop_kit.domain.model import Stakeholder, StakeholderStatus
from workshop_kit.domain.printing import (
    PrintKind,
    Provenance,
    choose_challenges,
    find_register,
    parse_day,
    shorten,
    show_address,
)
from workshop_kit.i18n.dates import say_day_of_month, say_weekday
from workshop_kit.i18n.joining import say_of
from workshop_kit.prints.literals import Rich, first_up, join_rich, speak, write_call
from workshop_kit.prints.matter import (
    LINE,
    NAME,
    TITLES,
    Matter,
    is_usual,
    say_category,
    say_length,
    say_length_first,
    say_until,
    say_when,
    sign_for,
    tell_about,
    tell_challenge,
    tell_code,
)

#: Signs of a reason, and categories named of those who are invited besides.
_REASON: Final = 1200
#: By what a reason speaks to whom it is about: then it opens the letter as it stands.
_SPEAKS_TO_THEM: Final = re.compile(r"\b(?:vous|votre|vos|you|your|yours)\b", re.IGNORECASE)
_CATEGORIES: Final = 8
#: Lines of a postal address that a window shows.
_LINES: Final = 7
_SAID_YES: Final = frozenset({StakeholderStatus.COMING, StakeholderStatus.CAME})


def write_letters(matter: Matter, invited: Sequence[Stakeholder]) -> str:
    """Return the source of one letter to each of ``invited``."""
    title = matter.words(TITLES[PrintKind.LETTERS])
    places = {one.id: number for number, one in enumerate(matter.stakeholders, start=1)}
    return write_call(
        "letters", "letters", tell_about(matter, title), [tell_letter(matter, one, places[one.id]) for one in invited]
    )


def tell_letter(matter: Matter, one: Stakeholder, number: int) -> dict[str, Any]:
    """Return everything that stands on a letter."""
    about = choose_challenges(one, matter.challenges)
    words = matter.words
    return {
        "head": list_head(matter),
        "address": _list_address(matter, one),
        "beside": _list_beside(matter),
        "title": say_title(matter),
        "greeting": words("invitations.letter.greeting"),
        "reason": say_reason(matter, one),
        "lead-in": say_lead_in(matter, len(about)),
        "challenges": [tell_challenge(matter, place, each) for place, each in about],
        "parts": list_parts(matter, one),
        "when": first_up(say_when(matter)),
        "where": shorten(matter.invitation.place, LINE),
        "thanks": words("invitations.letter.thanks"),
        "signed": first_up(matter.organiser),
        "contact": shorten(matter.workshop.contact, LINE),
        "source": say_source(matter, one),
        "coupon": _tell_coupon(matter, one, number),
    }


def list_head(matter: Matter) -> list[str]:
    """Return what stands under the territory's name: who organises where it is somebody else, and the telephone."""
    organiser = first_up(matter.organiser) if matter.workshop.organiser else ""
    return [line for line in (organiser, matter.invitation.phone) if line]


def say_title(matter: Matter) -> str:
    """Return what a letter is headed, as far as the length and the day are said."""
    if matter.day is None:
        return matter.words("invitations.letter.title")
    day = say_day_of_month(matter.day, matter.language)
    if not say_length(matter):
        return matter.words("invitations.letter.title-day", day=day)
    return matter.words("invitations.letter.title-long", length=say_length_first(matter), day=day)


def say_reason(matter: Matter, one: Stakeholder) -> list[Rich]:
    """Return why they are invited: the reason that was written, else what their category sees.

    Lists that organisers keep note it for themselves (« voit les personnes seules chez elles »): such a note is
    introduced, since by itself it would stand in the letter as a sentence without a subject.
    """
    lines = [line.strip() for line in shorten(one.reason, _REASON).split("\n") if line.strip()]
    if lines and not _SPEAKS_TO_THEM.search(one.reason):
        lines[0] = matter.words("invitations.letter.noted", reason=lines[0])
    if lines:
        lines[0] = first_up(lines[0])
        lines[-1] = _end(lines[-1])
        return [((line, False),) for line in lines]
    known = one.category if is_usual(one.category) else "other"
    return [speak(matter.words, f"invitations.why.{known}")]


def say_lead_in(matter: Matter, challenges: int) -> str:
    """Return what leads from the reason to the challenges, if there are any."""
    if challenges == 0:
        return matter.words("invitations.letter.because")
    return matter.words.plural("invitations.letter.because-of", challenges)


def list_parts(matter: Matter, one: Stakeholder) -> list[tuple[str, Rich]]:
    """Return what is asked, who else is invited, and what follows, each with its heading."""
    words, length = matter.words, say_length_first(matter)
    ask = speak(words, "invitations.letter.ask-long", length=length) if length else None
    parts = [(words("invitations.letter.ask"), ask or speak(words, "invitations.letter.ask-once"))]
    others = _say_others(matter, one)
    if others:
        parts.append((words("invitations.letter.who"), others))
    after: Rich = ()
    if matter.workshop.follow_up.strip():
        after = ((_end(shorten(matter.workshop.follow_up.strip(), _REASON)), False),)
    parts.append((words("invitations.letter.after"), join_rich(after, speak(words, "invitations.letter.after-always"))))
    return parts


def _say_others(matter: Matter, one: Stakeholder) -> Rich:
    """Return who else is invited, by category and without names, and how many said yes."""
    others = [
        each for each in matter.stakeholders if each.id != one.id and each.status is not StakeholderStatus.DECLINED
    ]
    if not others:
        return ()
    counted = Counter(say_category(matter, each.category) for each in others).most_common()
    named = [
        matter.words("invitations.letter.category", category=category, count=count)
        for category, count in counted[:_CATEGORIES]
    ]
    listed = ", ".join([*named, *(["…"] if len(counted) > _CATEGORIES else [])])
    counting = speak(matter.words, "invitations.letter.who-count", len(others), categories=listed)
    said = tuple((piece.replace("….", "…"), strong) for piece, strong in counting)
    yes = sum(each.status in _SAID_YES for each in others)
    return join_rich(said, speak(matter.words, "invitations.letter.coming", yes) if yes else ())


def say_source(matter: Matter, one: Stakeholder) -> str:
    """Return where their contact details come from, what they may ask, and until when they are kept."""
    words, phone = matter.words, matter.invitation.phone
    register, number = matter.registers.get(one.register, find_register(one)), shorten(one.register, NAME)
    if register is Provenance.ORGANISER and not matter.workshop.organiser:
        source = words("invitations.source.list")
    else:
        source = words(f"invitations.source.{register.value}", number=number, organiser=matter.organiser)
    rights = words("invitations.letter.rights-phone", phone=phone) if phone else words("invitations.letter.rights")
    said = words("invitations.letter.source", source=source, rights=rights, date=say_until(matter))
    return f"{said} {words('invitations.letter.signed')}" if matter.address else said


def _list_address(matter: Matter, one: Stakeholder) -> list[str]:
    """Return the lines that show in the window of an envelope."""
    attention = (
        matter.words("invitations.letter.attention", contact=say_of(shorten(one.contact, NAME), matter.language))
        if one.contact
        else ""
    )
    lines = [shorten(line.strip(), NAME) for line in one.address.split("\n") if line.strip()]
    return [line for line in (shorten(one.name, NAME), attention, *lines[: _LINES - 2]) if line]


def _list_beside(matter: Matter) -> list[str]:
    today = matter.now.astimezone().date()
    dated = matter.words(
        "invitations.letter.dated",
        place=shorten(matter.workshop.territory, NAME),
        day=say_weekday(today, matter.language),
    )
    contact = shorten(matter.workshop.contact, NAME)
    return [dated, *([matter.words("invitations.letter.contact", contact=contact)] if contact else [])]


def _tell_coupon(matter: Matter, one: Stakeholder, number: int) -> dict[str, Any]:
    words, phone = matter.words, matter.invitation.phone
    by = parse_day(matter.invitation.answer_by)
    day = "" if by is None else say_day_of_month(by, matter.language)
    return {
        "title": words("invitations.coupon.title-by", day=day) if day else words("invitations.coupon.title"),
        "number": words("invitations.coupon.number", name=shorten(one.name, 40), number=number),
        "how": speak(words, "invitations.coupon.how-phone", phone=phone)
        if phone
        else speak(words, "invitations.coupon.how"),
        "yes": words("invitations.coupon.yes"),
        "lift": words("invitations.coupon.lift"),
        "call": words("invitations.coupon.call"),
        "instead": words("invitations.coupon.instead"),
        "code": tell_code(matter, "volunteer", sign_for(matter, one.id), show_address(matter.address)),
        "address": shorten(show_address(matter.address), LINE),
    }


def _end(text: str) -> str:
    """Return a text that ends as a sentence does."""
    return text if text[-1:] in ".!?…" else f"{text}."
