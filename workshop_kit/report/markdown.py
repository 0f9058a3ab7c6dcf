"""A Markdown converter for whoever adapts the notebook: the same text as Typst and as HTML.

Supported: headings, paragraphs, emphasis, strong, strikethrough, code, lists, quotes, tables, rules, and links to
the web, to a mail address or to a telephone. A ``#`` opens a section of the document; headings below the third level
look like the third in the PDF.

Not supported, and shown as it was typed: task lists, footnotes, definition lists, math, raw HTML, bare addresses,
highlights, subscripts and superscripts, abbreviations. Of a picture only its alternative text is shown, for the rest
would be fetched from elsewhere; a table's alignment and the first number of a list are lost in the PDF.

Every word goes through a string literal of Typst, or is escaped in HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import mistune

from workshop_kit.report.typst_source import quote, say

Token = dict[str, Any]
_PLUGINS: Final = ["table", "strikethrough"]
_SAFE_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


def markdown_to_typst(text: str) -> str:
    """Return the Typst source of a Markdown text."""
    tokens = mistune.create_markdown(renderer=None, plugins=[*_PLUGINS, _keep_footnotes])(text)
    assert isinstance(tokens, list)  # renderer=None gives the tree
    return "\n".join("#" + block for block in _blocks(tokens))


def markdown_to_html(text: str) -> str:
    """Return the HTML of a Markdown text, headings one level lower: the page has one ``h1`` already."""
    renderer = _LoweredHeadings(escape=True)
    render = mistune.create_markdown(renderer=renderer, plugins=[*_PLUGINS, _keep_footnotes])
    return str(render(text))


def _keep_footnotes(md: mistune.Markdown) -> None:
    """Leave a footnote as it was typed: taken for the address of a link, its words would vanish."""
    rules = md.block.specification
    rules["ref_link"] = rules["ref_link"].replace(r"\[", r"\[(?!\^)", 1)


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
