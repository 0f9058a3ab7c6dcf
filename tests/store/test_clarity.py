"""A challenge’s sentences and what people say of them, on both databases, and what an older workshop brings."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.store.carrying_over import carry_over
from tests.store.keep_database import KEPT
from tests.store.values import a_challenge
from workshop_kit.domain.clarity import Asking, Clearness, Rating
from workshop_kit.store import Repository, Store, open_store
from workshop_kit.store.opening import DATABASE_NAME

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
BEFORE = "0002"


def test_sentences_and_what_is_said_of_them_come_back_as_they_went_in(store: Store) -> None:
    def write(repository: Repository) -> None:
        repository.add_challenge(a_challenge("c"))
        assert repository.add_phrasing("c", "Un toit.", NOON).number == 1
        assert repository.add_phrasing("c", "Un toit.", NOON).number == 1, "the same sentence is kept once"
        repository.correct_phrasing("c", "Un toit !")
        repository.add_phrasing("c", "Un toit pour chacun.", NOON + timedelta(hours=1))
        repository.add_asking(Asking("c", 2, 2, NOON))
        for clearness in (Clearness.NOT, Clearness.VERY):
            repository.add_rating(Rating("c", 2, "somebody", clearness, "Qui ?"))
        repository.set_clarity_code("noisette-citron 472")
        repository.add_reader("browser", NOON)

    store.perform(None, write)

    def check(repository: Repository) -> None:
        assert [(one.number, one.statement) for one in repository.list_phrasings()] == [
            (1, "Un toit !"),
            (2, "Un toit pour chacun."),
        ]
        assert repository.list_askings("c") == (Asking("c", 2, 2, NOON),)
        assert repository.list_ratings() == (Rating("c", 2, "somebody", Clearness.VERY, "Qui ?"),)
        assert (repository.find_clarity_code(), repository.list_readers()) == ("noisette-citron 472", ("browser",))

    store.read(check)
    store.perform(None, lambda repository: repository.remove_challenge("c"))
    assert store.read(lambda r: (r.list_phrasings(), r.list_askings(), r.list_ratings())) == ((), (), ())


def test_an_older_workshop_brings_what_was_kept_and_what_each_challenge_says_now(kind: str, folder: Path) -> None:
    folder.mkdir()
    shutil.copyfile(KEPT / f"workshop-{BEFORE}.db", folder / DATABASE_NAME)
    if kind == "postgresql":
        carry_over(folder / DATABASE_NAME, BEFORE)
    with open_store(folder) as store:
        challenges = store.read(lambda repository: repository.list_challenges())
        kept = store.read(lambda repository: repository.list_phrasings())
        wordings = store.read(lambda repository: repository.list_wordings())
    for one in challenges:
        said = [phrasing.statement for phrasing in kept if phrasing.challenge == one.id]
        assert said[-1] == one.statement
        assert {wording.statement for wording in wordings if wording.challenge == one.id} <= set(said)
        assert len(set(said)) == len(said)
