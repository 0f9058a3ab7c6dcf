"""What a budget reaches: what is funded in order, what each costs, the sum and what is left of it."""

from __future__ import annotations

from typing import Final

from workshop_kit.domain.contacts import conceal_contacts
from workshop_kit.domain.model import Challenge
from workshop_kit.live.contract.screen import ScreenBudget, ScreenFrame
from workshop_kit.live.contract.screen_shown import ScreenProject
from workshop_kit.live.screen.counted import describe_round, read_counted
from workshop_kit.live.screen.discussing import fill_discussed, list_to_discuss
from workshop_kit.live.screen.pages import Sheet, fill_pages, set_text, weigh_card
from workshop_kit.live.tallies import describe_tally
from workshop_kit.store import Repository

#: Rows as wide as the page, below the sum: two halves of so many lines.
_SHEET: Final = Sheet(6, 58, 0.6)


def read_budget(repository: Repository, challenge: Challenge, frame: ScreenFrame) -> ScreenBudget:
    """Return the options that have a cost, those that the sum reaches first, in the order of the tally."""
    counted = read_counted(repository, challenge)
    projects: list[ScreenProject] = [
        {
            "title": set_text(conceal_contacts(tally.option.title)),
            "cost": tally.cost,
            "supporters": tally.supporters,
            "points": tally.dots,
            "funded": tally.funded is True,
            "before": describe_tally(tally, counted.before.get(tally.option.id))["before"],
        }
        for tally in counted.tallies
        if tally.cost is not None
    ]
    funded = [one for one in projects if one["funded"]]
    rest = [one for one in projects if not one["funded"]]
    discussed = list_to_discuss(repository, challenge)
    weights = [[weigh_card(one["title"], [], sheet=_SHEET) for one in part] for part in (funded, rest)]
    pages = [page for part in weights for page in fill_pages(part, _SHEET)]
    return {
        **describe_round(repository, challenge, frame),
        "view": "budget",
        "projects": [*funded, *rest],
        "spent": sum(one["cost"] for one in funded),
        "unpriced": len(counted.tallies) - len(projects),
        "discussed": discussed,
        "pages": [*pages, *fill_discussed(discussed)],
    }
