from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.values import WORKSHOP, a_challenge, a_participant, add_the_usual, an_idea
from workshop_kit.domain.model import Assignment, Origin, Participant, Reason, Source
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry, StoreUnavailable, WorkshopError
from workshop_kit.i18n.translator import Translator
from workshop_kit.store import Repository, Store

# PostgreSQL cannot keep NUL and nothing can keep a lone surrogate: the store refuses both.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
# One database for all the examples: each adds to what the others added, under ids of its own.
ON_ONE_STORE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ON_ONE_STORE
@given(texts=st.lists(ANY_TEXT, max_size=4), source=st.sampled_from([None, *Source]), moment=st.datetimes())
def test_what_is_added_is_what_is_listed(store: Store, texts: list[str], source: Source | None, moment: Any) -> None:
    challenge = a_challenge(uuid4().hex, stake="".join(texts), statement="|".join(texts))
    written_at = moment.replace(tzinfo=WORKSHOP.created_at.tzinfo)
    ideas = tuple(
        an_idea(uuid4().hex, challenge=challenge.id, text=text, source=source, author=None, written_at=written_at)
        for text in texts
    )

    def act(repository: Repository) -> None:
        repository.add_challenge(challenge)
        for idea in ideas:
            repository.add_idea(idea)

    store.perform(None, act)
    assert store.read(lambda repository: repository.list_ideas(challenge.id)) == ideas
    assert store.read(lambda repository: repository.find_challenge(challenge.id)) == challenge


@ON_ONE_STORE
@given(code=ANY_TEXT, values=st.dictionaries(ANY_TEXT, ANY_TEXT | st.integers(-(2**60), 2**60), max_size=3))
def test_a_reason_comes_back_with_its_values(store: Store, code: str, values: dict[str, str | int]) -> None:
    if not store.read(lambda repository: repository.list_challenges()):
        store.perform(None, add_the_usual)
    assignment = Assignment("p1", "m1", Reason(code, values))
    store.perform(None, lambda repository: repository.update_assignment(assignment))
    assert store.read(lambda repository: repository.list_assignments()) == (assignment,)


@ON_ONE_STORE
@given(pseudonym=ANY_TEXT)
def test_whoever_joins_is_found_by_their_pseudonym(store: Store, pseudonym: str) -> None:
    newcomer = Participant(uuid4().hex, pseudonym, "resident", "", Origin.ROOM, WORKSHOP.created_at)

    def act(repository: Repository) -> Participant | None:
        there = repository.find_participant_by_pseudonym(pseudonym)
        if there is None:
            repository.add_participant(newcomer)
        return there

    there = store.perform(None, act)
    found = store.read(lambda repository: repository.find_participant_by_pseudonym(pseudonym))
    assert found == (there or newcomer)


@pytest.mark.parametrize("text", ["a\0b", "\0", "a\ud800", "\udfff"])
def test_a_character_that_cannot_be_kept_is_refused_with_a_sentence(store: Store, text: str) -> None:
    store.perform(None, add_the_usual)
    for attempt in (
        lambda repository: repository.add_idea(an_idea("x", text=text)),
        lambda repository: repository.add_participant(a_participant("x", text)),
        lambda repository: repository.find_idea(text),
    ):
        with pytest.raises(InvalidEntry, match="unreadable-text"):
            store.perform("id", attempt)
    with pytest.raises(InvalidEntry, match="unreadable-text"):
        store.perform(text, lambda repository: None)


@pytest.mark.parametrize("received", [["i1"], {"id": "i1"}, b"i1", 2**80, -(2**40), object()])
def test_anything_else_a_page_may_send_as_an_id_is_refused(store: Store, received: Any) -> None:
    with pytest.raises(InvalidEntry, match=r"unreadable-value|number-too-large"):
        store.read(lambda repository: repository.find_idea(received))


def test_a_word_out_of_its_enumeration_is_refused(store: Store) -> None:
    wrong: Any = "dancing"
    with pytest.raises(InvalidEntry, match="refused-by-store"):
        store.perform(None, lambda repository: repository.update_workshop(replace(WORKSHOP, phase=wrong)))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "error",
    [
        InvalidEntry("already-there", id="x"),
        InvalidEntry("challenge-in-use", id="x", stake="Logement"),
        InvalidEntry("idea-elsewhere", id="x"),
        InvalidEntry("idea-in-group", id="x", title="Bancs"),
        InvalidEntry("number-too-large", received=2**80, largest=2**31 - 1),
        InvalidEntry("pseudonym-taken", pseudonym="Zoé"),
        InvalidEntry("refused-by-store", detail="x"),
        InvalidEntry("unreadable-text"),
        InvalidEntry("unreadable-value", received="list"),
        InvalidEntry("workshop-exists", folder="x"),
        StoreUnavailable("store-busy", place="x"),
        StoreUnavailable("store-damaged", place="x"),
        StoreUnavailable("store-too-new", place="x", revision="0009"),
        StoreUnavailable("store-unavailable", place="x", detail="y"),
    ],
    ids=lambda error: getattr(error, "code", error),
)
def test_each_refusal_has_its_sentence(language: str, error: WorkshopError) -> None:
    assert Translator(language).sentence(error)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "SAINT ETIENNE"),
        ("Saint‑Étienne", "saint – etienne"),
        ("L’Œuvre", "l'oeuvre"),
        ("d´Argent", "d'argent"),
        ("Jean\u202fPaul\u00a0 ", "jean paul"),
        ("E\u0301lodie", "Élodie"),
        ("STRASSE", "straße"),
    ],
)
def test_two_writings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Anne", "Anna"), ("-", "--"), ("Jean Paul", "Jeanpaul"), ("की", "का")])
def test_two_names_stay_two_names(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(ANY_TEXT)
def test_folding_a_name_again_changes_nothing(text: str) -> None:
    folded = fold_name(text)
    assert fold_name(folded) == folded


@given(st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc"])))
def test_case_does_not_tell_names_apart(text: str) -> None:
    assert fold_name(text.upper().lower()) == fold_name(text.upper())
