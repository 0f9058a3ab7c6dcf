"""The five gauges: what each measures, what it says to do, and that none of them claims a good result."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.contributions import CategoryVoice, Few
from workshop_kit.domain.diversity import USUAL_CATEGORIES, measure_conditions
from workshop_kit.domain.gauges import (
    NAMED_AT_MOST,
    Gauge,
    GaugeName,
    Given,
    TrendMoment,
    fill_sentence,
    measure_distances,
    measure_evenness_of_rates,
    measure_gauges,
    measure_gini,
)
from workshop_kit.domain.ideas import list_lone, list_options
from workshop_kit.domain.model import Idea, Origin, Participant, Sector, Source
from workshop_kit.domain.shift import Shift
from workshop_kit.domain.trends import Stop, trace_gauges
from workshop_kit.i18n import LANGUAGES, Translator

NOW = datetime(2027, 1, 12, tzinfo=UTC)
REVEALED = NOW + timedelta(minutes=10)
DOCS = Path(__file__).parents[2] / "docs" / "method" / "gauges.md"


def join(id: str, category: str = "shop", sector: str = "") -> Participant:
    return Participant(id, id, category, sector, Origin.ROOM, NOW)


def write(
    author: str | None,
    text: str = "un banc",
    source: Source | None = None,
    minutes: int = 0,
    challenge: str = "c",
    held: str = "",
) -> Idea:
    at = NOW + timedelta(minutes=minutes)
    return Idea(f"{author}-{text}-{minutes}-{challenge}", challenge, text, source, author, at, held=held)


def say(gauge: Gauge, texts: dict[str, str] | None = None, language: str = "fr") -> str:
    translate = Translator(language)
    values = fill_sentence(gauge, translate.category, texts or {}, translate("gauges.quoted"))
    return translate(f"gauges.{gauge.reason.code}", **values)


def test_without_anything_every_gauge_is_unknown_and_says_why() -> None:
    for gauge in measure_gauges(Given([])):
        assert gauge.value is None
        assert say(gauge)


def test_diversity_counts_the_categories_that_are_heard_as_often_as_they_are_there() -> None:
    people = [join(one, one) for one in USUAL_CATEGORIES]
    everybody = measure_gauges(Given(people, [write(one.id) for one in people])).diversity
    assert everybody.value == pytest.approx(1)
    assert everybody.reason.code == "diversity-even"
    half = measure_gauges(Given(people, [write(one.id) for one in people[:5]])).diversity
    assert half.value == pytest.approx(5 / len(USUAL_CATEGORIES))
    assert half.categories == tuple(sorted(USUAL_CATEGORIES[5:]))


def test_a_category_with_many_people_weighs_no_more_than_one_with_few() -> None:
    few = [CategoryVoice("shop", 2, 1), CategoryVoice("resident", 40, 20)]
    assert measure_evenness_of_rates(few) == pytest.approx(2 / len(USUAL_CATEGORIES))
    uneven = [CategoryVoice("shop", 2, 2), CategoryVoice("resident", 40, 4)]
    assert measure_evenness_of_rates(uneven) < 2 / len(USUAL_CATEGORIES)


def test_who_is_silent_is_named_before_who_is_absent() -> None:
    people = [join("ana", "shop"), join("ben", "health")]
    silent = measure_gauges(Given(people, [write("ana")])).diversity
    assert say(silent) == "Dans la salle, mais sans idée écrite\u00a0: Santé\u202f; donnez-leur la parole."
    both = measure_gauges(Given(people, [write("ana"), write("ben")])).diversity
    assert both.reason.code == "diversity-absent"
    assert say(both).count(",") == NAMED_AT_MOST - 1


def test_a_category_that_writes_far_less_than_the_others_is_named() -> None:
    people = [join(f"r{i}", "resident") for i in range(10)] + [join("ana", "shop")]
    seldom = measure_gauges(Given(people, [write("r0"), write("ana")])).diversity
    assert (seldom.reason.code, seldom.categories) == ("diversity-seldom", ("resident",))


def test_other_is_no_voice_and_an_organisers_word_is_one() -> None:
    assert measure_gauges(Given([join("ana", "other")], [write("ana")])).diversity.value is None
    own = measure_gauges(Given([join("ana", "Pêcheurs")], [write("ana")])).diversity
    assert own.value == pytest.approx(1 / (len(USUAL_CATEGORIES) + 1))


def test_decentralisation_is_the_first_hand_share_and_names_the_silent_sector() -> None:
    people = [join("ana", sector="Bourg"), join("ben", sector="Moulin")]
    sectors = [Sector(name, name) for name in ("Bourg", "Moulin", "Nord")]
    ideas = [write("ana", source=Source.LIVED), write("ana", "b", Source.HEARSAY), write("ben", "c", Source.DATA)]
    gauges = measure_gauges(Given(people, ideas, sectors=sectors))
    assert gauges.decentralisation.value == pytest.approx(1 / 3)
    assert gauges.decentralisation.sectors == ("Nord",)
    assert "Nord" in say(gauges.decentralisation)
    assert [(one.sector, one.ideas, one.known.value) for one in gauges.sectors] == [
        ("Bourg", 2, 0.5),
        ("Moulin", 1, 0.0),
        ("Nord", 0, None),
    ]
    told = measure_gauges(Given(people, ideas, sectors=sectors[:2])).decentralisation
    assert (told.reason.code, told.sectors) == ("decentralisation-told", ("Moulin",))


def test_originality_is_the_distance_to_the_nearest_other_and_lone_ideas_are_named() -> None:
    ideas = [
        write("ana", "Un minibus pour aller au marché"),
        write("ben", "Un minibus le jour du marché"),
        write("cleo", "Ouvrir la piscine la nuit"),
    ]
    gauges = measure_gauges(Given([join(one) for one in ("ana", "ben", "cleo")], ideas))
    assert gauges.originality.ideas == (ideas[2].id,)
    assert "«\u202fOuvrir la piscine la nuit\u202f»" in say(gauges.originality, {ideas[2].id: ideas[2].text})
    assert measure_gauges(Given([], ideas, lone=())).originality.reason.code == "originality-none"
    distances = measure_distances(ideas)
    assert gauges.originality.value == pytest.approx(sum(distances.values()) / 3)
    assert distances[ideas[2].id] > distances[ideas[0].id]


def test_another_measure_of_likeness_can_be_given() -> None:
    ideas = [write("ana", "a"), write("ben", "b"), write("cleo", "c")]
    alike = np.array([[1, 0.9, 0.2], [0.9, 1, 0.1], [0.2, 0.1, 1]])
    gauges = measure_gauges(Given([], ideas), lambda members: alike)
    assert gauges.originality.value == pytest.approx((0.1 + 0.1 + 0.8) / 3)
    assert alike[0, 0] == 1  # what was given is left as it was


def test_a_quoted_idea_shows_no_contact_and_is_cut() -> None:
    gauge = Gauge(GaugeName.ORIGINALITY, 0.5, measure_gauges(Given([])).originality.reason, ideas=("a", "b"))
    said = str(fill_sentence(gauge, str, {"a": "Appelez le 06 39 98 12 34", "b": "mot " * 40})["names"])
    assert "06 39" not in said
    assert "…" in said
    assert len(said) < 130


def test_ideas_are_compared_within_their_challenge_alone() -> None:
    gauges = measure_gauges(Given([], [write("ana"), write("ben", challenge="d")]))
    assert (gauges.originality.value, gauges.originality.reason.code) == (None, "originality-alone")


def test_independence_says_how_far_the_second_vote_moved_and_whether_it_narrowed() -> None:
    people, ideas = [join("ana")], [write("ana"), write("ana", "b", minutes=20)]
    still = Given(people, ideas, revealed_at={"c": REVEALED})
    assert measure_gauges(still).independence.value == 0.5
    for shift, code in (
        (Shift(0.25, 0.8, 0.5, 1), "narrowed"),
        (Shift(0.25, 0.5, 0.5, 1), "moved"),
        (Shift(0, 0.5, 0.5, 1), "still"),
    ):
        gauge = measure_gauges(Given(people, ideas, revealed_at={"c": REVEALED}, shift=shift)).independence
        assert gauge.reason.code == f"independence-{code}"
        assert gauge.value == 0.5
        assert ("25" in say(gauge)) is (shift.moved > 0)


def test_participation_is_one_less_ginis_coefficient() -> None:
    assert measure_gini([1, 1, 1]) == 0
    assert measure_gini([0, 0, 4]) == pytest.approx(2 / 3)
    assert measure_gini([]) == 0
    people = [join("ana"), join("ben")]
    gauge = measure_gauges(Given(people, [write("ana")], {"ben": 1})).participation
    assert (gauge.value, gauge.reason.code) == (1, "participation-even")
    half = measure_gauges(Given(people, [write("ana")])).participation
    assert (half.value, half.reason.code) == (0.5, "participation-silent")
    assert measure_gauges(Given(people)).participation.value is None
    assert measure_gauges(Given(people[:1], [write("ana")])).participation.value is None


@pytest.mark.parametrize(("sourced", "few"), [(1, Few(1, 1)), (4, Few(4, 4)), (5, None)])
def test_a_share_of_a_handful_is_told_in_its_numbers(sourced: int, few: Few | None) -> None:
    people = [join(f"p{number}") for number in range(6)]
    ideas = [write(f"p{number}", f"idée {number}", Source.LIVED if number < sourced else None) for number in range(6)]
    given = Given(people, ideas, revealed_at={"c": REVEALED})
    gauge = measure_gauges(given).decentralisation
    condition = measure_conditions(people, ideas, revealed_at=given.revealed_at).decentralisation
    assert gauge.few == condition.few == few
    if few is None:
        assert gauge.reason.code == "decentralisation-field"
        return
    assert gauge.reason.values == {"part": sourced, "whole": sourced, "ideas": 6}
    assert condition.reason.values == {"first_hand": sourced, "ideas": sourced, "whole": 6}
    some = measure_gauges(replace(given, people=people[:4], ideas=ideas[:4]))
    assert (some.independence.few, some.participation.few) == (Few(4, 4), Few(4, 4))
    assert some.originality.few == Few(len(some.lone), 4)
    assert [one.name for one in measure_gauges(given) if one.few is not None] == ["decentralisation"]


def test_an_idea_held_back_says_that_its_author_was_heard_and_counts_no_further() -> None:
    people = [join("ana"), join("ben")]
    gauges = measure_gauges(Given(people, [write("ana", source=Source.LIVED, held="non")], revealed_at={"c": REVEALED}))
    assert gauges.diversity.value == pytest.approx(1 / len(USUAL_CATEGORIES))
    assert gauges.participation.value == 0.5
    assert gauges.decentralisation.value is None
    assert gauges.independence.value is None
    assert gauges.originality.value is None


def test_gauges_and_conditions_are_counted_alike() -> None:
    people = [join("ana", sector="Bourg"), join("ben", "health")]
    ideas = [write("ana", source=Source.LIVED), write("ben", "b", Source.DATA, 20), write(None, "c")]
    reveals = {"c": REVEALED}
    gauges = measure_gauges(Given(people, ideas, revealed_at=reveals))
    conditions = measure_conditions(people, ideas, revealed_at=reveals)
    assert gauges.independence.value == conditions.independence.value == 0.5
    assert gauges.decentralisation.value == conditions.decentralisation.value == 0.5
    assert gauges.diversity.value == pytest.approx(conditions.diversity.value)


def test_a_trend_reads_the_gauges_along_the_course() -> None:
    people = [join("ana"), join("ben")]
    ideas = [write("ana"), write("ben", "le marché", minutes=12)]
    shift = Shift(0.5, 0.4, 0.2, 2)
    stops = [
        Stop(TrendMoment.VOTED_AGAIN, NOW + timedelta(minutes=60), {"ana": 2, "ben": 1}, shift),
        Stop(TrendMoment.WRITTEN, REVEALED),
        Stop(TrendMoment.REVEALED, NOW + timedelta(minutes=20)),
        Stop(TrendMoment.VOTED, NOW + timedelta(minutes=40), {"ana": 1, "ben": 1}),
    ]
    gauges = trace_gauges(Given(people, ideas, revealed_at={"c": REVEALED}), stops)
    assert [one.moment for one in gauges.participation.trend] == list(TrendMoment)
    assert [one.value for one in gauges.participation.trend] == pytest.approx([0.5, 1, 1, 0.9])
    assert [one.value for one in gauges.independence.trend] == [1, 0.5, 0.5, 0.5]
    assert gauges.independence.trend[-1].value == gauges.independence.value
    assert gauges.independence.reason.code == "independence-narrowed"
    assert all(gauge.trend == () for gauge in trace_gauges(Given(people, ideas), []))


#: What no gauge may say: that the result is right, better, safe or proven.
CLAIMS = re.compile(
    r"\b(juste|justes|bon(?:ne)?s? (?:décision|résultat|idée|choix)\w*|meilleure?s?|prouv\w*|garanti\w*|fiable\w*"
    r"|sages?se?|donc|vrai\w*|correcte?s?|optimal\w*|valid\w*|exacte?s?|solide\w*"
    r"|right|better|best|prov\w*|guarant\w*|reliab\w*|wise|wisdom|therefore|true|truth|correct\w*|accura\w*|sound|good)\b",
    re.IGNORECASE,
)
#: What an advice begins with: somebody is told what to do.
ADVICE = {
    "fr": re.compile(r"\b(?:\w+ez|faites|dites)\b"),
    "en": re.compile(
        r"\b(ask|tell|allow|keep|let|have|look|go on|listen|wait|open|encourage|reveal|compare)\b", re.IGNORECASE
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_says_what_to_do_and_none_claims_a_good_result(language: str) -> None:
    sentences = {
        key: str(text)
        for key, text in Translator(language).section("gauges").items()
        if key.startswith(tuple(GaugeName))
    }
    told = {key: text for key, text in sentences.items() if "-" in key}
    assert len(told) >= 25
    for key, text in told.items():
        assert not CLAIMS.search(text), f"{key} claims: {text}"
        assert ADVICE[language].search(text), f"{key} says nothing to do: {text}"
        assert text.count(".") == 1, f"{key} is one sentence"
        assert text.endswith("."), f"{key} is one sentence"


def test_the_docs_name_each_gauge_and_each_sentence() -> None:
    docs = DOCS.read_text(encoding="utf-8")
    for key in Translator("en").section("gauges"):
        if key.startswith(tuple(GaugeName)) and "-" in key:
            assert f"`{key}`" in docs, key


@st.composite
def workshops(draw: st.DrawFn) -> Given:
    people = [
        join(
            f"p{i}",
            draw(st.sampled_from(("", "shop", "health", "other", "Pêcheurs"))),
            draw(st.sampled_from(("", "A", "B"))),
        )
        for i in range(draw(st.integers(0, 6)))
    ]
    ideas = [
        Idea(
            f"i{i}",
            draw(st.sampled_from(("c", "d"))),
            draw(st.sampled_from(("un banc", "un bus pour le marché", "le marché", "la piscine", "de la"))),
            draw(st.sampled_from((None, *Source))),
            draw(st.sampled_from((None, *(one.id for one in people)))),
            NOW + timedelta(minutes=draw(st.integers(0, 20))),
            held=draw(st.sampled_from(("", "", "non"))),
        )
        for i in range(draw(st.integers(0, 8)))
    ]
    voted = {one.id: draw(st.integers(0, 2)) for one in people}
    reveals = draw(st.sampled_from(({}, {"c": REVEALED}, {"c": REVEALED, "d": REVEALED})))
    shift = draw(st.sampled_from((None, Shift(0.3, 0.5, 0.2, 2), Shift(0, 0.5, 0.5, 2))))
    return Given(people, ideas, voted, [Sector("A", "A"), Sector("B", "B")], reveals, shift=shift)


@given(workshops())
def test_every_gauge_is_a_share_or_unknown_and_always_says_something(material: Given) -> None:
    texts = {idea.id: idea.text for idea in material.ideas}
    for gauge in measure_gauges(material):
        assert gauge.value is None or 0 <= gauge.value <= 1
        for language in LANGUAGES:
            assert "{" not in say(gauge, texts, language)


@given(workshops(), st.integers(0, 9))
def test_no_gauge_depends_on_the_order_of_people_and_ideas(material: Given, seed: int) -> None:
    people, ideas = list(material.people), list(material.ideas)
    Random(seed).shuffle(people)
    Random(seed + 1).shuffle(ideas)
    turned = Given(people, ideas, material.voted, material.sectors, material.revealed_at, shift=material.shift)
    for one, other in zip(measure_gauges(material), measure_gauges(turned), strict=True):
        assert one.value == (None if other.value is None else pytest.approx(other.value))
        assert one.reason == other.reason
        assert set(one.ideas) == set(other.ideas)
        assert (one.categories, one.sectors) == (other.categories, other.sectors)


@given(workshops())
def test_the_lone_ideas_are_those_that_pages_and_the_synthesis_mark(material: Given) -> None:
    assert set(measure_gauges(material).originality.ideas) == set(list_lone(list_options(material.ideas, [])))


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_who_gives_as_much_as_the_average_never_lowers_participation(gave: list[int]) -> None:
    scaled = [one * len(gave) for one in gave]  # so that the average is a whole number
    assert measure_gini([*scaled, sum(gave)]) <= measure_gini(scaled) + 1e-12


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12), st.data())
def test_who_gives_one_more_while_behind_never_lowers_participation(gave: list[int], data: st.DataObject) -> None:
    """The principle of transfers (Pigou, Dalton): an idea of one who wrote less in the place of one who wrote more."""
    low, high = sorted(data.draw(st.permutations(range(len(gave))))[:2], key=lambda place: gave[place])
    if gave[high] - gave[low] < 2:
        return
    moved = [*gave]
    moved[low] += 1
    moved[high] -= 1
    assert measure_gini(moved) <= measure_gini(gave) + 1e-12


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 5))
def test_participation_is_the_same_where_everybody_gives_so_many_times_more(gave: list[int], times: int) -> None:
    assert measure_gini([one * times for one in gave]) == pytest.approx(measure_gini(gave))
