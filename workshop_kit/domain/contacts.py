"""A detector of contact details in what people write: e-mail addresses, personal pages and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from workshop_kit.domain.addresses import MIGHT_BE_ADDRESS, find_addresses
from workshop_kit.domain.phone_numbers import find_phones
from workshop_kit.domain.plain_signs import simplify_signs

#: What stands in the place of an address or a number that somebody typed.
CONCEALED: Final = "[…]"

#: Texts without any of this hold no contact: nearly all do, and nothing more is looked at. Eight figures of any kind,
#: signs that stand for others or for nothing, what an address has, a number that begins in words or with a letter.
_MIGHT: Final = re.compile(
    r"(?:[\d²³¹⁰-⁹₀-₉①-⒛⓪-⓿❶-➓\U0001f100-\U0001f10a][^\d]{0,8}){8}"
    r"|[＠﹫\uff01-\uff5e\U0001d400-\U0001d7ff\xad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
    rf"|{MIGHT_BE_ADDRESS}|z[eé]ro|\boh\b|\b[oOоОοΟ]\W?[67]\W?\d|\+\W?33|\btrente[ -]trois\b",
    re.IGNORECASE,
)


class ContactKind(StrEnum):
    """What leads to a person."""

    PHONE = "phone"
    ADDRESS = "address"


@dataclass(frozen=True)
class Contact:
    """A contact detail within a text, from ``start`` to ``end``."""

    kind: ContactKind
    start: int
    end: int


def find_contacts(text: str) -> tuple[Contact, ...]:
    """Return the contact details in ``text``, from left to right, whatever they were written with.

    Short service numbers (115, 3919) and those of services (0 800 …) are nobody's, and so are amounts, dates, hours,
    postcodes, the site of a body: these are not found.
    """
    return _find(text) if _MIGHT.search(text) else ()


@lru_cache(maxsize=1024)
def conceal_contacts(text: str) -> str:
    """Return ``text`` with every contact detail replaced by ``[…]``.

    What a page shows it conceals each time it is drawn: the same few hundred texts are looked through once.
    """
    return _conceal(text) if _MIGHT.search(text) else text


@lru_cache(maxsize=512)
def _find(text: str) -> tuple[Contact, ...]:
    plain = simplify_signs(text, CONCEALED)
    found = [Contact(ContactKind.ADDRESS, *plain.locate(*span)) for span in find_addresses(plain.text)]
    found += [Contact(ContactKind.PHONE, *span) for span in find_phones(plain)]
    return tuple(_join(sorted(found, key=lambda one: (one.start, -one.end))))


def _join(found: Iterable[Contact]) -> list[Contact]:
    joined: list[Contact] = []
    for one in found:
        if joined and one.start < joined[-1].end:
            before = joined[-1]
            joined[-1] = Contact(before.kind, before.start, max(before.end, one.end))
        else:
            joined.append(one)
    return joined


@lru_cache(maxsize=512)
def _conceal(text: str) -> str:
    while found := _find(text):
        pieces, done = [], 0
        for one in found:
            pieces += [text[done : one.start], CONCEALED]
            done = one.end
        text = "".join((*pieces, text[done:]))
    return text
