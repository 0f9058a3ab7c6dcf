"""What is said of a lot to people who never heard of one: chances in a hundred, bars, and quotas that changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.lot import read_dice
from workshop_kit.domain.lots import Lot, RelaxedBound
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.lot import LotBar

_SECTION: Final = "facilitator.lot"
#: The widths of a bar, in thousandths, of which the first that makes few enough bars is taken.
_WIDTHS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
_BARS_AT_MOST: Final = 10
#: Numbers of people that are named in a sentence.
_NAMED: Final = 12


def say_chance(chance: float, say: Translator) -> str:
    """Say a chance as so many in a hundred, or in a thousand where it is small; it is counted on a thousand panels."""
    thousandths = round(chance * 1000)
    if 0 < thousandths < 10:
        return say.plural(f"{_SECTION}.chance-of-thousand", thousandths)
    return say.plural(f"{_SECTION}.chance", thousandths // 10, chances=_say_hundredths(thousandths, say))


def say_made(lot: Lot, say: Translator) -> str:
    """Say of whom and for how many panels were made."""
    return say(f"{_SECTION}.made", people=len(lot.chances), size=lot.size, panels=len(lot.panels))


def say_fair(lot: Lot, say: Translator) -> str:
    """Say the least and the greatest chance, in one sentence."""
    possible = [chance for chance in lot.chances if chance]
    least, most = say_chance(min(possible), say), say_chance(max(possible), say)
    if lot.never:
        rows = ", ".join(map(str, lot.never[:_NAMED])) + ("…" if len(lot.never) > _NAMED else "")
        said = say.plural(f"{_SECTION}.never", len(lot.never), rows=rows)
        return f"{said} {say(f'{_SECTION}.fair-others', least=least, most=most)}"
    if min(possible) == max(possible):
        return say(f"{_SECTION}.fair-same", chance=least)
    return say(f"{_SECTION}.fair", least=least, most=most)


def say_simple(lot: Lot, say: Translator) -> str:
    """Say what a draw from a hat would have given, and what it would not."""
    chance = say_chance(lot.size / len(lot.chances), say)
    return say(f"{_SECTION}.simple" if lot.quotas else f"{_SECTION}.simple-same", chance=chance)


def say_bound(lot: Lot, say: Translator) -> str:
    """Say how much no draw within these quotas can exceed for the least likely person."""
    bound = min((one for one, chance in zip(lot.ideal, lot.chances, strict=True) if chance), default=0.0)
    return say(f"{_SECTION}.bound", chance=say_chance(min(1.0, bound + lot.missing), say))


def say_change(change: RelaxedBound, say: Translator) -> str:
    """Say how a bound changes, and how many of the list there are."""
    values = {"category": change.category, "feature": change.feature, "before": change.before, "after": change.after}
    return say.plural(f"{_SECTION}.change-{change.bound}", change.people, **values)


def draw_bars(lot: Lot, say: Translator) -> list[LotBar]:
    """Return how many people have which chances, beside those of a draw without quotas, in a few bars of one width."""
    chances = [round(chance * 1000) for chance in lot.chances]
    simple = round(1000 * lot.size / len(chances))
    least, most = min(*chances, simple), max(*chances, simple)
    width = next((one for one in _WIDTHS if most // one - least // one < _BARS_AT_MOST), _WIDTHS[-1])
    bars: list[LotBar] = []
    for place in range(least // width, most // width + 1):
        within = range(place * width, (place + 1) * width)
        bars.append(
            {
                "chances": _say_range(within, say),
                "people": sum(chance in within for chance in chances),
                "simple": len(chances) if simple in within else 0,
            }
        )
    return bars


def number_panel(lot: Lot) -> str:
    """Return the number of the panel that was drawn, in three figures; empty before."""
    return f"{read_dice(lot.dice) % len(lot.panels):03}" if lot.dice else ""


def list_changes(changes: Sequence[RelaxedBound], say: Translator) -> list[str]:
    """Say each change."""
    return [say_change(one, say) for one in changes]


def _say_range(within: range, say: Translator) -> str:
    if len(within) == 1:
        return _say_hundredths(within[0], say)
    return f"{_say_hundredths(within[0], say)}–{_say_hundredths(within[-1], say)}"


def _say_hundredths(thousandths: int, say: Translator) -> str:
    whole, part = divmod(thousandths, 10)
    return say(f"{_SECTION}.decimal", whole=whole, part=part) if part else str(whole)
