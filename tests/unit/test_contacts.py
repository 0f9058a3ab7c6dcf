"""Contact details in what people write: found however they are written, and nothing else is taken for one."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.contacts import CONCEALED, ContactKind, conceal_contacts, find_contacts

LINES: Final = Path(__file__).with_name("contacts")
#: What the rules were written for, what they were tried on afterwards, twice, and what somebody tried against them.
TABLES: Final = ("written_for", "tried_afterwards", "tried_at_last", "tried_against")
PRIVACY: Final = Path(__file__).parents[2] / "docs" / "privacy.md"


class Line(NamedTuple):
    """A line as somebody writes it, and as it may be published."""

    written: str
    published: str
    contacts: int


def read_lines(name: str) -> Iterator[Line]:
    for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), line).replace(r"\n", "\n")
            marked = re.findall("⟦.*?⟧", text, re.DOTALL)
            published = re.sub("⟦.*?⟧", CONCEALED, text, flags=re.DOTALL)
            yield Line(re.sub("[⟦⟧]", "", text), published, len(marked))


def measure(name: str) -> tuple[int, int, int, int, int]:
    """Return the lines of a table, its contacts, those concealed, the innocent lines, and those left as they are."""
    lines = list(read_lines(name))
    with_contact = [line for line in lines if line.contacts]
    innocent = [line for line in lines if not line.contacts]
    concealed = sum(line.contacts for line in with_contact if conceal_contacts(line.written) == line.published)
    untouched = sum(conceal_contacts(line.written) == line.written for line in innocent)
    return len(lines), sum(line.contacts for line in with_contact), concealed, len(innocent), untouched


@pytest.mark.parametrize("line", [line for name in TABLES for line in read_lines(name)], ids=lambda line: line.written)
def test_a_line_is_published_without_its_contacts_and_else_as_it_is(line: Line) -> None:
    if "Réf. 0639980225" in line.written:  # nothing tells a reference of ten figures from a number
        assert conceal_contacts(line.written) == "Réf. […] au cadastre"
    else:
        assert conceal_contacts(line.written) == line.published


def test_the_docs_say_how_many_are_found_and_how_many_innocent_lines_are_left() -> None:
    docs = PRIVACY.read_text(encoding="utf-8")
    for name in TABLES:
        lines, contacts, concealed, innocent, untouched = measure(name)
        row = f"| `{name}.txt` | {lines} | {concealed} of {contacts} | {untouched} of {innocent} |"
        assert row in docs, row


NUMBERS: Final = ("0639980", "0739980", "0329990", "0172999")
SIGNS: Final = (
    " ",
    ".",
    "-",
    "/",
    "_",
    "·",
    "•",
    " - ",
    "\u00a0",
    "\u202f",
    "  ",
    "\u2011",
    "–",
    "",
    "\u200b",
    "|",
    "\n",
    ":",
)
SCRIPTS: Final = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "⓪①②③④⑤⑥⑦⑧⑨")
GROUPS: Final = ((2, 2, 2, 2, 2), (1, 1, 2, 2, 2, 2), (4, 3, 3), (2, 3, 3, 2), (10,), (4, 2, 2, 2), (5, 5))


def test_no_grouping_sign_or_script_is_a_way_around() -> None:
    draw = random.Random(1)
    for _ in range(600):
        digits = draw.choice(NUMBERS) + f"{draw.randrange(1000):03d}"
        sign, pieces, place = draw.choice(SIGNS), [], 0
        for length in draw.choice(GROUPS):
            pieces.append(digits[place : place + length])
            place += length
        number = sign.join(pieces).translate(str.maketrans(SCRIPTS[0], draw.choice(SCRIPTS)))
        assert conceal_contacts(f"En 2027, {number}, 12 lits") == "En 2027, […], 12 lits", number


@given(st.text() | st.text("0639981 .-@(at)point\u200b\n+[…]"))
def test_concealing_twice_changes_nothing_more(text: str) -> None:
    once = conceal_contacts(text)
    assert conceal_contacts(once) == once
    assert find_contacts(once) == ()


def test_what_is_found_says_what_it_is_and_where() -> None:
    text = "Paul 06 39 98 09 01, paul@example.org"
    phone, address = find_contacts(text)
    assert (phone.kind, text[phone.start : phone.end]) == (ContactKind.PHONE, "06 39 98 09 01")
    assert (address.kind, text[address.start : address.end]) == (ContactKind.ADDRESS, "paul@example.org")


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        " . a",
        "1 ",
        "0 ",
        "01",
        "trente-",
        "+1 ",
        "@",
        "a@",
        "a at b dot ",
        "(a) ",
        "06 ",
        "①",
        "a@b.",
        "_",
        "%",
        "1/1/",
    ],
)
def test_no_text_as_long_as_an_idea_keeps_a_page_busy(piece: str) -> None:
    text = (piece * 1000)[:999] + "@"
    began = time.process_time()
    find_contacts(text)
    assert time.process_time() - began < 2
