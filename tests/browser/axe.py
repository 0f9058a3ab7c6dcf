"""What a machine can say of a page's accessibility: axe-core, and measures of our own in the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

_AXE: Final = Path(__file__).parents[2] / "templates/frontend/node_modules/axe-core/axe.min.js"
#: WCAG 2.1 A and AA, which RGAA 4.1 asks for, and from WCAG 2.2 the smallest target (24 px).
_RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
#: Content that a page scrolls by itself may be wider than the window; the page may not.
_OVERFLOW: Final = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: Every control's target, its label included, apart from words in a sentence.
_SMALL_TARGETS: Final = """
(least) => {
  const small = [];
  for (const one of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!one.checkVisibility({visibilityProperty: true})) continue;
    if (one.closest("[aria-hidden=true], .wk-visually-hidden")) continue;
    if (one.matches(".page-skip:not(:focus)")) continue;
    if (one.matches("a") && getComputedStyle(one).display === "inline") continue;
    const boxes = [one, one.closest("label")].filter(Boolean).map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.width)), height = Math.max(...boxes.map((box) => box.height));
    if (width < least - 0.5 || height < least - 0.5)
      small.push(`${one.outerHTML.slice(0, 90)} is ${Math.round(width)} × ${Math.round(height)}`);
  }
  return small;
}
"""
_SMALL_TEXT: Final = """
(least) => {
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
    if (text === "" || !parent.checkVisibility() || parent.closest(".wk-visually-hidden, script, style")) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize);
    if (size < least) small.add(`“${text.slice(0, 40)}” is ${size} px`);
  }
  return [...small];
}
"""
#: WCAG 1.4.12: the spacing a reader may ask for.
_SPACED: Final = """
(on) => {
  const sheet = window.spacedSheet ??= new CSSStyleSheet();
  const spaces = "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important";
  sheet.replaceSync(on ? `* { ${spaces} }` : "");
  document.adoptedStyleSheets = [sheet];
}
"""


def find_violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong in the page as it stands, one line a place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_read_axe())
    found: dict[str, Any] = page.evaluate(
        "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations'], elementRef: false})", list(_RULES)
    )
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:120]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def find_overflow(page: Page) -> list[str]:
    """Return by how much the page is wider than its window, if it is."""
    wider = page.evaluate(_OVERFLOW)
    return [f"the page is {wider} px wider than the window"] if wider > 0 else []


def find_overflow_below(page: Page) -> list[str]:
    """Return by how much the page is higher than its window: nobody scrolls a projector."""
    higher = page.evaluate("document.documentElement.scrollHeight - document.documentElement.clientHeight")
    return [f"the page is {higher} px higher than the window"] if higher > 0 else []


def find_overflow_when_spaced(page: Page) -> list[str]:
    """Return whether a reader's own text spacing makes the page wider than its window."""
    page.evaluate(_SPACED, True)
    found = find_overflow(page)
    page.evaluate(_SPACED, False)
    return [f"with more space between letters, {one}" for one in found]


def find_small_targets(page: Page, least: int) -> list[str]:
    """Return the controls that are narrower or lower than ``least`` px."""
    return [f"target: {one}" for one in page.evaluate(_SMALL_TARGETS, least)]


def find_small_text(page: Page, least: int) -> list[str]:
    """Return the visible text smaller than ``least`` px."""
    return [f"text: {one}" for one in page.evaluate(_SMALL_TEXT, least)]


@cache
def _read_axe() -> str:
    assert _AXE.is_file(), f"axe-core is not at {_AXE}: run python hatch_build.py, which installs it"
    return _AXE.read_text(encoding="utf-8")
