"""The one thing to do next about the list of invitations."""

from __future__ import annotations

import pytest

from workshop_kit.domain.coverage import Suggestion
from workshop_kit.domain.diversity import Absence
from workshop_kit.domain.model import Reason, StakeholderStatus
from workshop_kit.domain.next_invitation import NextAct, NextInvitation, choose_next

TO_INVITE, INVITED, COMING = StakeholderStatus.TO_INVITE, StakeholderStatus.INVITED, StakeholderStatus.COMING
SHOPS = Suggestion("shop", "shops", "Le Lac", 6, 0.4, Reason("suggest-nobody", {}))
CHOIR = Suggestion("culture_sport", "music", "", 0, 0.5, Reason("suggest-nobody", {}))
MISSING: dict[str, Absence | None] = {"elected": None, "culture_sport": Absence.UNLISTED, "shop": Absence.DECLINED}


def test_an_empty_list_begins_with_whoever_comes_to_mind() -> None:
    assert choose_next({}, {"elected": Absence.UNLISTED}, [SHOPS], 20).act is NextAct.BEGIN


def test_whoever_nobody_stands_for_is_looked_for_where_the_registers_know_some() -> None:
    found = choose_next({TO_INVITE: 2, INVITED: 3}, MISSING, [CHOIR, SHOPS], 20)
    assert found == NextInvitation(NextAct.LOOK, 6, "shop", "shops", "Le Lac")


def test_without_registers_a_name_is_added_of_the_best_suggestion() -> None:
    assert choose_next({COMING: 1}, MISSING, [CHOIR], None) == NextInvitation(NextAct.ADD, 0, "culture_sport")
    assert choose_next({COMING: 1}, MISSING, [], None).category == "culture_sport"


def test_then_invitations_leave_then_answers_are_asked_for() -> None:
    everywhere: dict[str, Absence | None] = {"elected": None, "shop": Absence.TO_INVITE}
    assert choose_next({TO_INVITE: 2, INVITED: 3}, everywhere, [SHOPS], 20) == NextInvitation(NextAct.INVITE, 2)
    assert choose_next({INVITED: 3}, everywhere, [SHOPS], 20) == NextInvitation(NextAct.REMIND, 3)
    assert choose_next({COMING: 3}, everywhere, [SHOPS], 20).act is NextAct.NOTHING


@pytest.mark.parametrize(("days_left", "act"), [(4, NextAct.LOOK), (3, NextAct.REMIND), (-1, NextAct.REMIND)])
def test_in_the_last_days_answers_come_first(days_left: int, act: NextAct) -> None:
    assert choose_next({INVITED: 1}, MISSING, [SHOPS], days_left).act is act
