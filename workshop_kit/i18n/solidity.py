"""How solid a result is, in two sentences."""

from __future__ import annotations

from workshop_kit.i18n.translator import Translator


def say_margin(translator: Translator, ballots: int | None, added: int | None, absent: int) -> str:
    """Say how many ballots would have changed the first place, and whether those who cast none could have.

    Parameters
    ----------
    translator
        In whose language.
    ballots, added, absent
        As ``domain.margins.Margin`` has them.

    """
    if added is None:
        return translator("report.margin.alone")
    if ballots is None:
        return translator("report.margin.nobody")
    changed = translator.plural("report.margin.changed", ballots)
    if absent == 0:
        return f"{changed} {translator('report.margin.all-voted')}"
    more = translator.plural("report.margin.added", added)
    could = translator.plural(f"report.margin.{'could' if added <= absent else 'could-not'}", absent)
    return f"{changed} {more} {could}"
