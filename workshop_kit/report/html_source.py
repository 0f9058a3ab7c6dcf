"""An HTML writer of blocks: everything people typed is escaped, figures travel inside the page."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

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
from workshop_kit.report.typst_source import is_right_to_left


def write_html(blocks: Iterable[Block]) -> str:
    """Return the HTML of ``blocks``; a level 1 heading is an ``h2``, below the page's one ``h1``."""
    return "\n".join(_write(block) for block in blocks)


def _write(block: Block) -> str:
    match block:
        case Cover():
            return (
                f'<div class="cover"><p class="cover-kind">{escape(block.kind)}</p>'
                f'<h1><span class="cover-territory">{_lines(block.territory)}</span> '
                f'<span class="cover-title">{_lines(block.title)}</span></h1>'
                f'<p class="cover-day">{escape(block.day)}</p>'
                f"{_numbers(block.numbers)}</div>"
            )
        case Contents():
            return ""
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            return f'<p class="{block.tone}">{_lines(block.text)}</p>'
        case Statement():
            return (
                f'<div class="statement"><p class="kicker">{_lines(block.kicker)}</p>'
                f'<p class="challenge">{_lines(block.text)}</p></div>'
            )
        case Parts():
            return _parts(block)
        case Bullets():
            return f"<ul>{_entries(block.items)}</ul>"
        case Takeaway():
            items = f"<ul>{_entries(block.items)}</ul>" if block.items else ""
            return f'<div class="takeaway"><h3>{_lines(block.kicker)}</h3><p>{_lines(block.text)}</p>{items}</div>'
        case Meter():
            return _meter(block)
        case Table():
            return _table(block)
        case Picture():
            return _picture(block)
        case Beside():
            return f'<div class="beside">{_write(block.left)}{_write(block.right)}</div>'
        case Together():
            return f'<div class="together">{write_html(block.blocks)}</div>'


def _lines(text: str) -> str:
    """Return people's text, its lines kept, each in the direction of its own first letter where one needs it."""
    if not is_right_to_left(text):
        return escape(text).replace("\n", "<br>")
    return "<br>".join(f'<bdi dir="auto">{escape(line)}</bdi>' for line in text.split("\n"))


def _numbers(items: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f"<div><dt>{escape(what)}</dt><dd>{escape(number)}</dd></div>" for number, what in items)
    return f'<dl class="numbers">{inner}</dl>'


def _parts(block: Parts) -> str:
    inner = "".join(f"<div><dt>{_lines(term)}</dt><dd>{_lines(said)}</dd></div>" for term, said in block.items)
    return f'<dl class="parts">{inner}</dl>'


def _entries(items: Iterable[Bullet]) -> str:
    return "".join(
        ('<li class="marked">' if item.marked else "<li>")
        + _lines(item.text)
        + (f' <span class="remark">{_lines(item.remark)}</span>' if item.remark else "")
        + "</li>"
        for item in items
    )


def _meter(block: Meter) -> str:
    bar = ""
    if block.share is not None:
        filled = min(1.0, max(0.0, block.share)) * 100
        bar = f'<div class="bar" aria-hidden="true"><div style="width:{filled:.1f}%"></div></div>'
    return (
        f'<div class="meter"><h4>{escape(block.label)} <span class="figure">{escape(block.figure)}</span></h4>'
        f"{bar}<p>{escape(block.sentence)}</p></div>"
    )


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col" class="{c.align}">{escape(c.header)}</th>' for c in table.columns)
    rows = "".join("<tr>" + "".join(_cells(table, row)) + "</tr>" for row in table.rows)
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{escape(table.caption)}"><table>'
        f"<caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(table: Table, row: tuple[Cell, ...]) -> Iterable[str]:
    for index, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
        text = _lines(cell.text)
        inner = f"<strong>{text}</strong>" if cell.strong else text
        if cell.remark:
            kind = "remark" if cell.text else "quiet"  # what stands alone needs no dash before it
            inner += f' <span class="{kind}">{escape(cell.remark)}</span>'
        if cell.below:
            inner += f"<ul>{_entries(cell.below)}</ul>"
        if table.row_header and index == 0:
            yield f'<th scope="row" class="{column.align}">{inner}</th>'
        else:
            yield f'<td class="{column.align}">{inner}</td>'


def _picture(block: Picture) -> str:
    data = base64.b64encode(block.svg.encode("utf-8")).decode("ascii")
    return (
        f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape(block.alternative)}" '
        f'style="width:{block.width * 100:.0f}%"><figcaption>{escape(block.caption)}</figcaption></figure>'
    )
