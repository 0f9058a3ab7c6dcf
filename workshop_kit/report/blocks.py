"""A document tree: the plain values a section is made of, written as Typst and as HTML, the same content both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "lead", "quiet", "note"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True)
class Cover:
    """The head of the first page: the territory in large letters, the title, the day and the workshop in numbers."""

    kind: str
    territory: str
    title: str
    day: str
    numbers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Contents:
    """The list of the sections with their pages; a page of the web, which has none, leaves it out."""

    title: str


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 opens a section, 2 and 3 stand inside it; ``new_page`` begins a page of the PDF."""

    level: int
    text: str
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``lead`` opens a section, ``quiet`` is a remark, ``note`` stands apart."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Statement:
    """A challenge as the room read it, with its stake above."""

    kicker: str
    text: str


@dataclass(frozen=True)
class Parts:
    """Terms and what they say; what is not said is left out."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Bullet:
    """One entry of a list, with a quiet remark after it."""

    text: str
    remark: str = ""
    marked: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list of entries."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True)
class Takeaway:
    """What to remember under a short name: a sentence, and the entries it announces."""

    kicker: str
    text: str
    items: tuple[Bullet, ...] = ()


@dataclass(frozen=True)
class Meter:
    """A measured share, between 0 and 1, with the sentence that says what it counts; ``None`` if not measurable."""

    label: str
    share: float | None
    figure: str
    sentence: str


@dataclass(frozen=True)
class Cell:
    """One cell of a table: a text, what it is made of below, a quiet remark."""

    text: str
    below: tuple[Bullet, ...] = ()
    remark: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Column:
    """One column: its header, its side, its share of the width (0: as narrow as its content).

    A ``turned`` header is read upwards on paper, where it is wider than the numbers below it.
    """

    header: str
    share: int = 1
    align: Align = "left"
    turned: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption and header cells; with ``row_header``, the first cell of a row heads it."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_header: bool = False


@dataclass(frozen=True)
class Picture:
    """A figure with its text alternative and its caption; ``width`` is a share of the text's width."""

    svg: str
    alternative: str
    caption: str
    width: float = 1.0


@dataclass(frozen=True)
class Beside:
    """Two blocks side by side where there is room, one below the other where there is not."""

    left: Block
    right: Block


@dataclass(frozen=True)
class Together:
    """Blocks that stay on one page; with ``leads``, on the page of what follows as well."""

    blocks: tuple[Block, ...]
    leads: bool = False


Block = (
    Cover
    | Contents
    | Heading
    | Paragraph
    | Statement
    | Parts
    | Bullets
    | Takeaway
    | Meter
    | Table
    | Picture
    | Beside
    | Together
)
