"""Markdown written by whoever adapts the notebook, as Typst and as HTML.

Every word goes through a string literal of Typst, or is escaped in HTML: raw HTML shows as it was typed. Headings keep
their level: a ``#`` opens a section of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import mistune

from workshop_kit.report.typst_source import quote, say

Token = dict[str, Any]
_SAFE_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


def markdown_to_typst(text: str) -> str:
    """Return the Typst source of a Markdown text."""
    tokens = mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])(text)
    assert isinstance(tokens, list)  # renderer=None gives the tree
    return "\n".join("#" + block for block in _blocks(tokens))


def markdown_to_html(text: str) -> str:
    """Return the HTML of a Markdown text, headings one level lower: the page has one ``h1`` already."""
    render = mistune.create_markdown(renderer=_LoweredHeadings(escape=True), plugins=["table", "strikethrough"])
    return str(render(text))


class _LoweredHeadings(mistune.HTMLRenderer):
    def heading(self, text: str, level: int, **attributes: Any) -> str:
        return super().heading(text, min(6, level + 1), **attributes)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return text  # a picture elsewhere would be a request to elsewhere


def _blocks(tokens: Iterable[Token]) -> list[str]:
    return [written for token in tokens if (written := _block(token))]


def _block(token: Token) -> str:
    kind = token["type"]
    if kind == "heading":
        return f"heading(level: {min(3, token['attrs']['level'])}, {_inline(token['children'])})"
    if kind in ("paragraph", "block_text"):
        return f"par({_inline(token['children'])})" if kind == "paragraph" else _inline(token["children"])
    if kind == "list":
        maker = "enum" if token["attrs"]["ordered"] else "list"
        items = "".join(f"{_join(_blocks(item['children']))}, " for item in token["children"])
        return f"{maker}({items})"
    if kind == "block_quote":
        return f"quote(block: true, {_join(_blocks(token['children']))})"
    if kind == "block_code":
        return f"raw(block: true, {quote(token['raw'].rstrip())})"
    if kind == "thematic_break":
        return "pdf.artifact(line(length: 100%, stroke: 0.5pt + line-colour))"
    if kind == "table":
        return _table(token)
    if kind == "blank_line":
        return ""
    return f"par({say(str(token.get('raw', '')))})"


def _table(token: Token) -> str:
    head = next(part for part in token["children"] if part["type"] == "table_head")
    body = [row for part in token["children"] if part["type"] == "table_body" for row in part["children"]]
    header = "".join(f"{_inline(cell['children'])}, " for cell in head["children"])
    cells = "".join(f"{_inline(cell['children'])}, " for row in body for cell in row["children"])
    return f"table(columns: {len(head['children'])}, table.header({header}), {cells})"


def _inline(tokens: Iterable[Token]) -> str:
    return _join([_span(token) for token in tokens])


def _join(parts: list[str]) -> str:
    """Join Typst expressions into one content."""
    return "[" + "".join(f"#{part};" for part in parts) + "]"


def _span(token: Token) -> str:
    kind = token["type"]
    wrap = _WRAPS.get(kind)
    if wrap is not None:
        return wrap(_inline(token["children"]))
    if kind == "codespan":
        return f"raw({quote(token['raw'])})"
    if kind == "linebreak":
        return "linebreak()"
    if kind == "softbreak":
        return '" "'
    if kind == "link":
        url, words = str(token["attrs"]["url"]), _inline(token["children"])
        return f"link({quote(url)}, {words})" if url.lower().startswith(_SAFE_LINKS) else f"text({words})"
    if kind == "image":
        return f"text({_inline(token['children'])})"
    return say(str(token.get("raw", "")))


_WRAPS: Final[dict[str, Callable[[str], str]]] = {
    "strong": lambda words: f"strong({words})",
    "emphasis": lambda words: f"emph({words})",
    "strikethrough": lambda words: f"strike({words})",
}
