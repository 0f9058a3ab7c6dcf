"""What of Markdown is published, and that nothing of the rest goes missing without a word."""

from __future__ import annotations

import re

import pytest
import typst
from lxml import html

from workshop_kit.report import markdown
from workshop_kit.report.markdown import markdown_to_html, markdown_to_typst

#: What the module's docstring says is not supported, as somebody would type it.
NOT_SUPPORTED = {
    "task lists": "- [ ] à faire\n- [x] fait",
    "footnotes": "Une note[^1].\n\n[^1]: Ses mots.",
    "definition lists": "Mot\n: son sens",
    "math": "$x^2$ et $$y$$",
    "raw HTML": "<b>gras</b> et <br>",
    "bare addresses": "Voir https://exemple.fr ici",
    "highlights": "==surligné==",
    "subscripts": "H~2~O",
    "superscripts": "m^2^",
    "abbreviations": "*[CCAS]: centre communal\nCCAS",
}
PROSE = """# Un

## Deux

Du *texte*, **fort**, ~~barré~~ et `code`, [un lien](https://exemple.fr).

- un
- deux

1. premier

> cité

---

| a | b |
|---|--:|
| 1 | 2 |

```
bloc
```
"""


def words(text: str) -> list[str]:
    return re.findall(r"[^\s\u2028]+", text)


def text_of_html(source: str) -> str:
    return str(html.fragment_fromstring(markdown_to_html(source), create_parent="div").text_content())


def literals_of(typst_source: str) -> str:
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', typst_source))


@pytest.mark.parametrize("name", NOT_SUPPORTED)
def test_what_is_not_supported_is_said_and_shown_as_it_was_typed(name: str) -> None:
    documented = " ".join((markdown.__doc__ or "").split())
    assert name in documented[documented.index("Not supported") :]
    typed = [word for word in words(NOT_SUPPORTED[name]) if word not in ("-", "*")]
    page, paper = text_of_html(NOT_SUPPORTED[name]), literals_of(markdown_to_typst(NOT_SUPPORTED[name]))
    for word in typed:
        assert word in page
        assert word in paper


def test_a_footnote_keeps_its_words_and_a_reference_its_address() -> None:
    page = markdown_to_html("Une note[^1], [un lien].\n\n[^1]: Ses mots.\n\n[un lien]: https://exemple.fr")
    assert "Ses mots." in page
    assert '<a href="https://exemple.fr">un lien</a>' in page


def test_a_picture_shows_its_alternative_text_alone() -> None:
    source = "![Une place vide](https://exemple.fr/place.png)"
    assert "exemple.fr" not in markdown_to_html(source) + markdown_to_typst(source)
    assert "Une place vide" in text_of_html(source)
    assert "Une place vide" in markdown_to_typst(source)


def test_what_is_supported_becomes_what_it_means_in_both() -> None:
    page, paper = markdown_to_html(PROSE), markdown_to_typst(PROSE)
    for tag in ("h2", "h3", "em", "strong", "del", "code", "a", "ul", "ol", "blockquote", "hr", "table", "th", "pre"):
        assert f"<{tag}" in page, tag
    calls = ("heading(level: 1", "heading(level: 2", "emph(", "strong(", "strike(", "raw(", "link(", "list(", "enum(")
    for call in (*calls, "quote(block: true", "line(", "table.header("):
        assert call in paper, call
    setup = "#set document(title: [t])\n#let line-colour = black\n"
    assert typst.compile((setup + paper).encode()).startswith(b"%PDF-")
