"""What the synthesis says of votes of every kind, whatever the workshop: nothing of another kind, and no blank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.random_workshops import give_ballots, make_material
from tests.property.test_synthesis_numbers import Told, list_met
from workshop_kit.domain.ballots import VoteKind
from workshop_kit.domain.claim import list_claims
from workshop_kit.domain.claims import FIRST
from workshop_kit.domain.counting import gather_marks
from workshop_kit.domain.material import Material
from workshop_kit.domain.result_claims import RESULT
from workshop_kit.domain.synthesis import make_synthesis
from workshop_kit.plots import describe_opinions, describe_profiles
from workshop_kit.report import outcome, presence, results
from workshop_kit.report.html_source import write_html
from workshop_kit.report.opened import OpenSynthesis

#: What is only said of dots, and of points of a budget.
OF_DOTS = {"fr": r"\bpoints? (?!de vue)|Sans point", "en": r"\bdots?\b"}


@pytest.fixture(scope="module", autouse=True)
def undrawn() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (outcome, presence):
            for name in ("draw_matrix", "draw_presence"):
                if hasattr(module, name):
                    patch.setattr(module, name, lambda *_: Told("dessin"))
        patch.setattr(results, "draw_profiles", lambda *a, **k: Told(describe_profiles(*a, **k)))
        patch.setattr(results, "draw_opinion_groups", lambda *a: Told(describe_opinions(*a)))
        yield


def balloted() -> st.SearchStrategy[Material]:
    return st.integers(0, 2**32 - 1).map(lambda seed: give_ballots(Random(seed), make_material(Random(seed))))


@settings(max_examples=80, deadline=None)
@given(material=balloted())
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_of_a_vote_is_of_its_kind_and_nothing_is_blank(language: str, material: Material) -> None:
    opened = OpenSynthesis(make_synthesis(material), language)
    text = unescape(write_html([*opened.cover().blocks, *opened.ideas().blocks, *opened.next_steps().blocks]))
    assert "{" not in text
    assert "…" not in text.replace("[…]", "")
    assert "report." not in text
    rules = {rule.kind for one in material.rules.values() for rule in one.values()}
    pointed = any(rule.points for one in material.rules.values() for rule in one.values())
    if VoteKind.DOTS not in rules and not (VoteKind.BUDGET in rules and pointed):
        assert not re.search(OF_DOTS[language], text)


@settings(max_examples=80, deadline=None)
@given(material=balloted())
def test_one_sentence_says_what_came_of_each_challenge_and_voters_are_counted(material: Material) -> None:
    made = make_synthesis(material)
    for brief in made.ideas:
        assert len(list_claims(FIRST, brief)) == (1 if brief.worked else 0)
        if brief.result is None or not brief.voters or brief.kind is VoteKind.DOTS:
            continue
        options = [tally.option for tally in brief.tallies]
        told = [one for one in material.votes if one.challenge == brief.challenge.id]
        seats = len(gather_marks(options, told, brief.kind))
        joined = sum(one.joined_to is not None for one in material.participants)
        assert seats - joined <= brief.voters <= seats
        for group in brief.result.told_apart:
            assert len(group.people) >= 5


@settings(max_examples=60, deadline=None)
@given(material=balloted())
def test_every_idea_is_printed_once_whatever_the_vote(material: Material) -> None:
    made = make_synthesis(material)
    held = [tally.option.ideas for brief in made.ideas for tally in brief.tallies]
    assert Counter(idea.id for ideas in held for idea in ideas) == Counter(
        idea.id for idea in material.ideas if not idea.held
    )
    for brief in made.ideas:
        printed = write_html(OpenSynthesis(make_synthesis(material), "fr").ideas().blocks)
        for tally in brief.tallies:
            assert unescape(printed).count(tally.option.ideas[0].text) >= 1


def test_every_sentence_about_a_vote_is_said_of_some_random_workshop() -> None:
    met: set[str] = set()
    for seed in range(400):
        made = make_synthesis(give_ballots(Random(seed), make_material(Random(seed))))
        met |= list_met((RESULT,), [one.result for one in made.ideas if one.result is not None])
    assert {rule.key for rule in RESULT} - met == set()
