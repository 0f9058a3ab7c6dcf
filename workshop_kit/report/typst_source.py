"""A Typst writer of blocks: calls of the template's functions on string literals, and nothing else.

People's text only ever stands inside a string literal, where Typst knows two special characters, the quote and the
backslash. Whatever somebody typed is therefore text, never markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from workshop_kit.domain.entries import shows_something
from workshop_kit.report.blocks import (
    Beside,
    Block,
    Bullet,
    Bullets,
    Cell,
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

#: A run of characters longer than that may be cut at the end of a line; one with hyphens is parted there.
_LONG_WORD: Final = re.compile(r"[^\s\u200b\u2010-\u2015-]{34,}")
_CUT_EVERY: Final = 17
_WORD: Final = re.compile(r"[^\s\u200b\u2010-\u2015-]+")
#: How many letters of a table stand in one line of the page's width, and how many its cells' edges take.
_LETTERS_A_LINE: Final = 92
_CELL_EDGES: Final = 3
_COUNTED: Final = re.compile(r"(?<=[0-9]) (?=[^\W\d_])")
#: What has no shape, turns the direction of what follows, or may not stand in such a PDF at all.
_UNPRINTABLE: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\u2028\u2029]")
#: Letters that are read from right to left.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def quote(text: str) -> str:
    """Return ``text`` as a Typst string literal."""
    return _write_literal(_clean(text))


def is_right_to_left(text: str) -> bool:
    """Tell whether some of a text is read from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def name_heading(text: str) -> str:
    """Return what a heading says; one that would show nothing has a dash, for it must say something."""
    return text if shows_something(_clean(text)) else "–"


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def _write_literal(clean: str) -> str:
    escaped = clean.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def say(text: str) -> str:
    """Return what people read as a Typst string literal, its endless words made divisible.

    Each line with letters read from right to left is set in the direction of its own first letter.
    """
    divisible = _LONG_WORD.sub(_divide, _clean(text))
    if is_right_to_left(divisible):
        divisible = "\n".join(f"\u2068{line}\u2069" for line in divisible.split("\n"))
    return _write_literal(divisible)


def bind(text: str) -> str:
    """Return running text as a Typst string literal, no number at the end of a line without what it counts."""
    return say(_COUNTED.sub("\N{NO-BREAK SPACE}", text))


def write_typst(blocks: Iterable[Block]) -> str:
    """Return the Typst source of ``blocks``: one call a line."""
    return "\n".join("#" + _write(block) for block in blocks)


def _divide(found: re.Match[str]) -> str:
    word = found.group()
    return "\u200b".join(word[start : start + _CUT_EVERY] for start in range(0, len(word), _CUT_EVERY))


def _array(items: Iterable[str]) -> str:
    return "(" + "".join(f"{item}, " for item in items) + ")"


def _pairs(items: Iterable[tuple[str, str]]) -> str:
    return _array(_array((say(first), say(second))) for first, second in items)


def _entries(items: Iterable[Bullet]) -> str:
    return _array(_array((say(one.text), say(one.remark), _flag(one.marked))) for one in items)


def _write(block: Block) -> str:
    match block:
        case Cover():
            return (
                f"cover(kind: {say(block.kind)}, territory: {say(block.territory)}, title: {say(block.title)}, "
                f"day: {say(block.day)}, numbers: {_pairs(block.numbers)})"
            )
        case Contents():
            return f"contents({say(block.title)})"
        case Heading():
            page = "pagebreak(weak: true)\n#" if block.new_page else ""
            return f"{page}heading(level: {block.level}, {say(name_heading(block.text))})"
        case Paragraph():
            return f"paragraph(tone: {quote(block.tone)}, {bind(block.text)})"
        case Statement():
            return f"statement({say(block.kicker)}, {say(block.text)})"
        case Parts():
            return f"parts({_pairs(block.items)})"
        case Bullets():
            return f"bullets({_entries(block.items)})"
        case Takeaway():
            return f"takeaway({say(block.kicker)}, {say(block.text)}, {_entries(block.items)})"
        case Meter():
            share = "none" if block.share is None else f"{min(1.0, max(0.0, block.share)):.4f}"
            return f"meter({say(block.label)}, {share}, {say(block.figure)}, {bind(block.sentence)})"
        case Table():
            return _write_table(block)
        case Picture():
            return (
                f"picture({quote(block.svg)}, alternative: {quote(block.alternative)}, "
                f"caption: {say(block.caption)}, width: {block.width * 100:.1f}%)"
            )
        case Beside():
            return f"beside({_write(block.left)}, {_write(block.right)})"
        case Together():
            inner = "\n".join(_write(one) for one in block.blocks)
            opens = isinstance(block.blocks[0], Heading) and block.blocks[0].level == 1
            return f"together(leads: {_flag(block.leads)}, opens: {_flag(opens)}, {{\n{inner}\n}})"


def _write_table(table: Table) -> str:
    columns = _array(
        f"(header: {say(column.header)}, share: {share}, align: {column.align}, turned: {_flag(column.turned)})"
        for column, share in zip(table.columns, share_width(table), strict=True)
    )
    rows = "\n".join(_array(_write_cell(cell) for cell in row) + "," for row in table.rows)
    return f"grid-of({say(table.caption)}, {columns}, (\n{rows}\n), row-header: {_flag(table.row_header)})"


def share_width(table: Table) -> tuple[int, ...]:
    """Return the columns' shares of the width, so that no word reaches into the next column.

    A column whose longest word needs more than its share takes it from those that have some to spare.
    """
    shared = [index for index, column in enumerate(table.columns) if column.share]
    whole = sum(table.columns[index].share for index in shared)
    wanted = {index: table.columns[index].share / whole for index in shared}
    narrow = (
        _longest_word(table, index) + _CELL_EDGES for index, column in enumerate(table.columns) if not column.share
    )
    letters = _LETTERS_A_LINE - sum(narrow)
    needed = {index: (_longest_word(table, index) + _CELL_EDGES) / letters for index in shared}
    lacking = sum(max(0.0, needed[index] - wanted[index]) for index in shared)
    spare = sum(max(0.0, wanted[index] - needed[index]) for index in shared)
    if lacking == 0 or spare == 0:
        return tuple(column.share for column in table.columns)
    given = min(1.0, lacking / spare)
    for index in shared:
        wanted[index] = max(needed[index], wanted[index] - given * max(0.0, wanted[index] - needed[index]))
    return tuple(round(wanted[index] * 1000) if index in wanted else 0 for index in range(len(table.columns)))


def _longest_word(table: Table, index: int) -> int:
    cells = [row[index] for row in table.rows]
    texts = [cell.text for cell in cells] + [f"{one.text} {one.remark}" for cell in cells for one in cell.below]
    head = table.columns[index]
    texts += ["" if head.turned else head.header, *(cell.remark for cell in cells)]
    return max((len(word) for text in texts for word in _WORD.findall(_LONG_WORD.sub(_divide, text))), default=0)


def _write_cell(cell: Cell) -> str:
    if not cell.below and not cell.remark and not cell.strong:
        return say(cell.text)
    return (
        f"(text: {say(cell.text)}, below: {_entries(cell.below)}, remark: {say(cell.remark)}, "
        f"strong: {_flag(cell.strong)})"
    )


def _flag(value: bool) -> str:
    return "true" if value else "false"
