"""Every number of the synthesis, and every sentence that has a condition, against the tables counted again.

The counting here is its own: plain loops over what the store holds. Each piece of text of the made report, headings,
table heads and the day among them, is either a word of somebody, a fixed label, or expected from here; nothing else
may stand in it, and what the printed pages say is read back from the PDF.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from tests.property.random_workshops import agree_with_all, give_ballots, make_material, workshops
from tests.property.synthesis_ledger import ZONES, Ledger, join_entry
from workshop_kit.domain.claim import Rule, list_claims
from workshop_kit.domain.claims import (
    ABSENT,
    BRIEF,
    COURSE,
    DATA,
    FIRST,
    IDEAS,
    MATRICES,
    MATRIX,
    METHOD,
    PRESENCE,
    REMAINING,
    UNWORKED,
    WORDINGS,
)
from workshop_kit.domain.material import Material
from workshop_kit.domain.mission_claims import MISSIONS, NEEDED, VACANT
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.i18n import Translator
from workshop_kit.plots import describe_matrix, describe_presence
from workshop_kit.report import outcome, presence
from workshop_kit.report.blocks import (
    Beside,
    Block,
    Bullet,
    Bullets,
    Contents,
    Cover,
    Heading,
    Meter,
    Paragraph,
    Parts,
    Picture,
    Statement,
    Table,
    Takeaway,
    Together,
)
from workshop_kit.report.document import Document, Piece
from workshop_kit.report.opened import OpenSynthesis
from workshop_kit.report.printing import print_pdf
from workshop_kit.report.typst_source import write_typst

REGISTRY: tuple[Iterable[Rule[Any]], ...] = (
    BRIEF, FIRST, UNWORKED, WORDINGS, PRESENCE, ABSENT, IDEAS, COURSE, MATRICES, MATRIX, VACANT, NEEDED, MISSIONS,
    REMAINING, METHOD, DATA,
)  # fmt: skip
#: The sentences that have a condition; every other entry without a placeholder is a label.
RULES = frozenset(rule.key for rules in REGISTRY for rule in rules)


@dataclass(frozen=True)
class Told:
    """A drawing that is not drawn: what it says in words is what is checked, and drawing takes time."""

    alternative: str

    def svg(self) -> str:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


@pytest.fixture(scope="module", autouse=True)
def undrawn() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outcome, "draw_matrix", lambda matrix, say: Told(describe_matrix(matrix, say)))
        patch.setattr(presence, "draw_presence", lambda shown, say: Told(describe_presence(shown, say)))
        yield


@settings(max_examples=150, deadline=None)
@given(material=workshops())
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_number_and_every_claim_is_what_the_tables_say(language: str, material: Material) -> None:
    said = Counter(read_pieces(write_blocks(material, language)))
    say = Translator(language)
    expected = Counter(Ledger(material, say).list_pieces())
    spoken = list_words(material)
    labels = list_labels(say)
    unknown = Counter({piece: n for piece, n in said.items() if piece not in spoken and piece not in labels})
    assert unknown - expected == Counter(), "said, and not supported"
    assert expected - said == Counter(), "supported, and not said"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("seed", range(6))
def test_the_printed_pages_say_the_numbers_that_were_checked_and_no_other(seed: int, language: str) -> None:
    """Read the PDF back: what the pages say is what the pieces say, their own numbers and alternative texts aside."""
    blocks = write_blocks(make_material(Random(seed)), language)
    printed = print_pdf(Document(language, "Un atelier", "Val-Brume", None, (Piece(write_typst(blocks), ""),)))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(printed)).pages)
    numbers = Counter(re.findall(r"[0-9]+", re.sub(r"Page [0-9]+/[0-9]+", "", text)))
    spoken = Counter(read_pieces(blocks)) - Counter(list_alternatives(blocks))
    assert numbers == Counter(number for piece in spoken.elements() for number in re.findall(r"[0-9]+", piece))
    assert numbers


def write_blocks(material: Material, language: str) -> list[Block]:
    opened = OpenSynthesis(make_synthesis(material), language)
    sections = (opened.cover(), opened.challenges(), opened.presence(), opened.ideas(), opened.matrices(),
                opened.missions(), opened.next_steps())  # fmt: skip
    return [block for section in sections for block in section.blocks]


def list_alternatives(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Picture():
                yield block.alternative
            case Beside():
                yield from list_alternatives((block.left, block.right))
            case Together():
                yield from list_alternatives(block.blocks)
            case _:
                pass


@settings(max_examples=60, deadline=None)
@given(material=workshops())
def test_every_idea_is_printed_once_unless_it_is_held_back(material: Material) -> None:
    blocks = OpenSynthesis(make_synthesis(material), "fr").ideas().blocks
    printed = Counter(word for piece in read_pieces(blocks) for word in re.findall(r"\b([a-i])\1{4}\b", piece))
    shown = Counter(idea.text[-1] for idea in material.ideas if not idea.held)
    assert printed == shown


def test_every_rule_of_the_registry_is_met_by_some_random_workshop() -> None:
    met: set[str] = set()
    for seed in range(1100):
        material = make_material(Random(seed))
        if seed >= 600:
            material = (give_ballots if seed < 1000 else agree_with_all)(Random(seed), material)
        made = make_synthesis(material)
        missions = [brief for section in made.missions for brief in section.missions]
        met |= list_met((BRIEF, UNWORKED, IDEAS, MATRICES, MISSIONS, REMAINING, METHOD, DATA), [made])
        met |= list_met((PRESENCE, ABSENT), [made.presence]) | list_met((VACANT,), missions)
        met |= list_met((FIRST, COURSE), made.ideas) | list_met((WORDINGS,), made.challenges)
        met |= list_met((MATRIX,), made.matrices) | list_met((NEEDED,), made.needs)
    # nobody invents eleven people of eleven kinds: test_synthesis_truth has the room where nobody was missing
    assert RULES - met == {"presence.absent-none"}


def list_met(registry: Iterable[Iterable[Rule[Any]]], facts: Iterable[Any]) -> set[str]:
    return {claim.key for one in facts for rules in registry for claim in list_claims(rules, one)}


def read_pieces(blocks: Iterable[Block]) -> Iterator[str]:
    """Return the pieces of text of blocks; a row of a table, or an entry of a list, is one piece."""
    for block in blocks:
        match block:
            case Cover():
                yield from (block.kind, block.territory, block.title, block.day)
                yield from (f"{number} {what}" for number, what in block.numbers)
            case Heading() | Paragraph():
                yield block.text
            case Parts():
                yield from (word for item in block.items for word in item)
            case Statement():
                yield from (block.kicker, block.text)
            case Bullets():
                yield from map(join_entry, block.items)
            case Takeaway():
                yield "|".join((block.kicker, block.text, *map(join_entry, block.items)))
            case Meter():
                yield f"{block.label}|{block.figure}|{block.sentence}"
            case Table():
                yield block.caption
                yield from (column.header for column in block.columns)
                for row in block.rows:
                    yield "|".join(
                        ";".join((join_entry(Bullet(cell.text, cell.remark)), *sorted(map(join_entry, cell.below))))
                        for cell in row
                    )
            case Picture():
                yield from (block.alternative, block.caption)
            case Beside():
                yield from read_pieces((block.left, block.right))
            case Together():
                yield from read_pieces(block.blocks)
            case Contents():
                yield block.title


def list_labels(say: Translator) -> set[str]:
    labels = {""}
    for key, text in say.section("report").items():
        if isinstance(text, str) and "{" not in text and key not in RULES and not key.startswith("measured."):
            labels.add(text)
    for zone in ZONES:
        labels.add(f"{say(f'report.matrices.mark-{zone}')} — {say(f'report.matrices.zone-{zone}')}")
    return labels


def list_words(material: Material) -> set[str]:
    workshop = material.workshop
    words = {workshop.title, workshop.territory, workshop.contact.strip(), workshop.follow_up.strip()}
    words |= {one.title for one in material.groups} | {one.text for one in material.ideas}
    for one in material.challenges:
        words |= {one.statement, one.action}
    return words
