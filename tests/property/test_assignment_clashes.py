"""Which missions are at the same time, found of all at once as two by two."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from time import process_time

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_kit.domain.assigning.clashes import find_clashes
from workshop_kit.domain.assigning.times import clash
from workshop_kit.domain.forms import Day
from workshop_kit.domain.model import Mission

#: A Friday, the weekend, a Monday, months, and what is no day in a folder that is somebody else's work.
DATES = ("2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-03-01", "9999-12-31", "bientôt")
HOURS = ("00:00", "06:00", "09:00", "12:00", "17:00", "18:30", "19:00", "22:00", "23:59")

MISSIONS = st.builds(
    Mission, id=st.just("m"), challenge=st.just("c"), title=st.just("T"), places=st.just(1),
    first_date=st.sampled_from(("", *DATES)), last_date=st.sampled_from(("", "", *DATES)),
    begins=st.sampled_from(("", *HOURS)), finishes=st.sampled_from(("", *HOURS)),
    days=st.lists(st.sampled_from(tuple(Day)), max_size=3).map(tuple),
)  # fmt: skip


@settings(deadline=None, max_examples=400)
@given(st.lists(MISSIONS, max_size=9))
def test_missions_found_at_the_same_time_are_those_that_clash_two_by_two(made: list[Mission]) -> None:
    missions = [replace(one, id=str(at)) for at, one in enumerate(made)]
    expected = [[a is not b and clash(a, b) for b in missions] for a in missions]
    found = find_clashes(missions)
    assert found.dtype == bool
    assert found.shape == (len(missions), len(missions))
    assert found.tolist() == expected


def test_thousands_of_missions_are_compared_at_once() -> None:
    rng = Random(7)
    missions = [
        Mission(str(at), "c", "T", 1, first_date=f"2027-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
                begins=f"{rng.randint(8, 20):02}:{rng.randint(0, 59):02}", finishes="21:00")
        for at in range(3_000)
    ]  # fmt: skip
    before = process_time()
    found = find_clashes(missions)
    assert process_time() - before < 5, "two by two in Python it takes tens of seconds"
    some = rng.sample(range(3_000), 60)
    assert found[np.ix_(some, some)].tolist() == [
        [a != b and clash(missions[a], missions[b]) for b in some] for a in some
    ]
