"""Hands and eyes that know a page by its words: the names that people read and that readers speak."""

from __future__ import annotations

import math
import re
import threading
import time
from contextlib import suppress
from typing import Any, Final

from tests.browser.engines.tab import Away, Tab

#: Seconds a thing may take to come about: a busy machine is slow, not wrong.
PATIENCE: Final = 30.0
#: Seconds between two touches of one place by who looks at what the first one did: sooner they are one.
LOOKING: Final = 0.65
#: Pixels within which two places are one to a finger.
NEAR: Final = 25

#: Finds what is called ``name`` (a pattern) among the things of one kind that are drawn; ``scope`` is a selector, and
#: after `` >> `` the words of the one that is meant.
_FINDING: Final = r"""
const kinds = {
  button: "button, [role=button], summary",
  link: "a[href]",
  field: "input:not([type=radio]):not([type=checkbox]), textarea, select",
  radio: "input[type=radio]",
  checkbox: "input[type=checkbox]",
  heading: "h1, h2, h3",
  text: "body *",
};
const plain = (text) => text.replace(/\s+/g, " ").trim();
const read = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
const nameOf = (one) => plain(
  one.getAttribute("aria-label")
  ?? (one.hasAttribute("aria-labelledby") ? read(one.getAttribute("aria-labelledby")) : null)
  ?? (one.labels?.length ? [...one.labels].map((label) => label.textContent).join(" ") : one.textContent));
const drawn = (one) => {
  const box = one.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(one).visibility === "visible"
    && one.closest("[hidden], script, noscript, template") === null;
};
const groupOf = (one) => plain(one.closest("fieldset, [role=group]")?.querySelector("legend")?.textContent ?? "");
const says = (one, text) => plain(one.textContent).includes(text);
const within = (scope, text) => scope === "" ? document
  : [...document.querySelectorAll(scope)].filter((one) => drawn(one) && says(one, text ?? "")).pop();
const list = (kind, scope) => [...(within(...scope.split(" >> "))?.querySelectorAll(kinds[kind] ?? kind) ?? [])];
const find = ([kind, name, scope, group]) => list(kind, scope)
  .filter((one) => drawn(one) && new RegExp(name, "u").test(nameOf(one)))
  .filter((one) => group === "" || new RegExp(group, "u").test(groupOf(one)));
"""
_COUNT: Final = "(what) => {" + _FINDING + "return find(what).length; }"
#: Where to touch a thing, once it is in sight and nothing lies over it; otherwise why not.
_REACH: Final = (
    "(what) => {"
    + _FINDING
    + r"""
  const [one] = find(what);
  if (one === undefined) return "not there";
  const target = one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") ?? one : one;
  const point = () => {
    const box = target.getBoundingClientRect();
    return [box.left + Math.min(box.width / 2, 60), box.top + box.height / 2];
  };
  const over = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    const free = top !== null && (target.contains(top) || top.contains(target));
    return free ? null : `under ${top?.tagName} ${top?.className}`;
  };
  if (over(point()) !== null) target.scrollIntoView({ block: "center", behavior: "instant" });
  const own = globalThis;
  const feel = (event) => { own.felt ||= own.aimedAt.contains(event.target); };
  if (own.aimedAt === undefined) addEventListener("click", feel, true);
  [own.aimedAt, own.felt] = [target, false];
  return over(point()) ?? point();
}"""
)
#: Whether what was aimed at felt nothing; a page that was left meanwhile knows of no aim.
_MISSED: Final = "() => globalThis.felt === false"
_FOCUS: Final = "(what) => {" + _FINDING + "return find(what)[0] === document.activeElement; }"
_PLACE: Final = (
    "(what) => {" + _FINDING + "const box = find(what)[0].getBoundingClientRect(); return [box.top, box.bottom]; }"
)
_VALUE: Final = "(what) => {" + _FINDING + "return find(what)[0]?.value ?? null; }"


def words(text: str) -> str:
    """Return a pattern of these very words."""
    return r"\s+".join(re.escape(part).replace("\\-", "-").replace("\\ ", " ") for part in text.split())


class Hands:
    """What a person does with a page and sees on it."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self._touched: tuple[float, Any] = (0.0, None)

    def waits(self, function: str, *values: object, until: Any = True, what: str = "") -> None:
        """Look until the page answers ``until``."""
        deadline = time.monotonic() + PATIENCE
        pause = threading.Event()
        last: Any = None
        while time.monotonic() < deadline:
            with suppress(Away):
                last = self.tab.run(function, *values)
                if last == until:
                    return
            pause.wait(0.04)
        shown = ""
        with suppress(Away):
            shown = str(self.tab.run("() => document.body.innerText"))
        raise AssertionError(f"{what or values}: {last!r} instead of {until!r}, on a page that says:\n{shown}")

    def sees(self, pattern: str, scope: str = "body") -> None:
        """See words somewhere on the page."""
        reading = "(pattern, scope) => [...document.querySelectorAll(scope)].some((one) => new RegExp(pattern, 'u')"
        reading += r".test(one.innerText.replace(/\s+/g, ' ')))"
        self.waits(reading, pattern, scope)

    def sees_nowhere(self, pattern: str) -> None:
        """See that words are not on the page."""
        self.waits(
            r"(pattern) => !new RegExp(pattern, 'u').test(document.body.innerText.replace(/\s+/g, ' '))", pattern
        )

    def counts(self, number: int, kind: str, name: str = "", scope: str = "", group: str = "") -> None:
        """See so many things of that name."""
        self.waits(_COUNT, [kind, name, scope, group], until=number)

    def touch(self, kind: str, name: str, scope: str = "", group: str = "", times: int = 1) -> None:
        """Touch a thing, once it can be reached."""
        what = [kind, name, scope, group]
        deadline = time.monotonic() + PATIENCE
        pause = threading.Event()
        before: Any = None
        while True:
            place: Any = "the page was away"
            with suppress(Away):
                place = self.tab.run(_REACH, what)
            looked = time.monotonic() - self._touched[0] > LOOKING or not self._is_under_finger(place)
            if isinstance(place, list) and place == before and looked:  # it stands still
                self.tab.tap(place[0], place[1], times)
                self._touched = (time.monotonic(), place)
                if not self._has_moved_away(what, place):
                    return
            before = place
            if time.monotonic() > deadline:
                seen = self.tab.run("() => document.body.innerText")
                raise AssertionError(f"{what} cannot be touched: {place}, on a page that says:\n{seen}")
            pause.wait(0.03)

    def _has_moved_away(self, what: list[str], place: list[float]) -> bool:
        """Tell whether a thing went from under the finger before it was touched: who sees that touches it again."""
        with suppress(Away):
            return bool(self.tab.run(_MISSED)) and self.tab.run(_REACH, what) not in (place, "not there")
        return False

    def _is_under_finger(self, place: Any) -> bool:
        """Tell whether a thing stands where something was touched: pressed at once, it would be an impatient finger."""
        touched = self._touched[1]
        return touched is not None and isinstance(place, list) and math.dist(touched, place) <= NEAR

    def has_focus(self, kind: str, name: str, scope: str = "") -> None:
        """See that a thing has the focus."""
        self.waits(_FOCUS, [kind, name, scope, ""], what=f"the focus on {name}")

    def stands_above(self, height: int, kind: str, name: str) -> None:
        """See that a thing is wholly within the upper part of the page."""
        top, bottom = self.tab.run(_PLACE, [kind, name, "", ""])
        assert 0 <= top < bottom <= height, f"{name} stands at {top}-{bottom}, not within {height}"

    def reads_in(self, field: str, value: str) -> None:
        """See what stands in a field."""
        self.waits(_VALUE, ["field", field, "", ""], until=value)

    def types(self, field: str, text: str) -> None:
        """Type a text at the end of a field."""
        self.touch("field", field)
        self.has_focus("field", field)
        self.tab.write(text)

    def walks_to(self, kind: str, name: str, key: str = "Tab", most: int = 60, group: str = "") -> None:
        """Press a key until a thing has the focus."""
        what = [kind, name, "", group]
        for _ in range(most):
            if self.tab.run(_FOCUS, what):
                return
            self.tab.press(key)
        raise AssertionError(f"{most} times {key} do not lead to {what}")
