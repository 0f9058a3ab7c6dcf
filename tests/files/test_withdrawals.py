"""Who withdrew or was erased is not brought back by an older file, and the file says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.files.conftest import NOON, Take
from tests.files.field import CLAIRE, FORM
from tests.files.test_identity import answer, fates, plan, volunteers
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.files import export_workshop, import_file, list_imports, undo_import, write_import
from workshop_kit.files.importing.plan import Fate
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.offering import withdraw_offer
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.store import Repository, Store

LATER = NOON + timedelta(days=10)
SCORE = "bénévole;défi;compétence;intérêt\nClaire Fontaine;Logement;3;1\n"
Leave = Callable[[Store], None]


def find_claire(repository: Repository) -> Participant:
    return next(one for one in repository.list_participants() if one.pseudonym == "Claire Fontaine")


def erase(store: Store) -> None:
    def act(repository: Repository) -> None:
        erase_person(repository, find_claire(repository).id, LATER, with_ideas=True)

    store.perform(None, act)


def withdraw(store: Store) -> None:
    store.perform(None, lambda repository: withdraw_offer(repository, find_claire(repository), LATER))


def say_no_in_a_file(store: Store) -> None:
    text = CLAIRE.replace(";oui", ";non")
    write_import(store, "volunteers", "non.csv", text.encode(), now=LATER)


@pytest.mark.parametrize("leave", [erase, withdraw, say_no_in_a_file])
def test_an_older_list_brings_nobody_back_and_says_so(store: Store, take: Take, leave: Leave) -> None:
    take("volunteers", CLAIRE)
    leave(store)
    before = volunteers(store)
    report = take("volunteers", CLAIRE, now=LATER + timedelta(days=2))
    assert (report.read, report.added, report.unchanged) == (1, 0, 1)
    assert volunteers(store) == before
    assert not any(one.email or one.phone for one in volunteers(store))
    assert [note.code for note in report.notes] == ["withheld"]
    assert report.line_notes[0].reason.code in {"erased", "withdrawn"}
    for language in LANGUAGES:
        assert any("2027" in line and "Claire Fontaine" in line for line in report.to_lines("v.csv", language))


@pytest.mark.parametrize(
    "row",
    [
        "FONTAINE Claire;claire.fontaine@example.org;;oui",
        "Claire Fontaine;;06.39.98.03.01;oui",
        "Claire Fontaine;;;oui",
        "C. Fontaine;CLAIRE.FONTAINE@example.org;06 39 98 03 01;oui",
    ],
)
def test_however_the_older_file_writes_her(store: Store, take: Take, row: str) -> None:
    take("volunteers", CLAIRE)
    erase(store)
    found = plan(store, "volunteers", f"nom;courriel;téléphone;consentement\n{row}\n")
    assert fates(found)[0] in {Fate.SAME, Fate.DOUBTFUL}
    assert take("volunteers", f"nom;courriel;téléphone;consentement\n{row}\n").added == 0


def test_no_other_file_brings_an_erased_person_back(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    take("scores", SCORE)
    take("ideas", "défi;idée;auteur\nLogement;Un toit;Claire Fontaine\n")
    erase(framed)
    assert take("scores", SCORE).added == 0
    assert take("ideas", "défi;idée;auteur\nLogement;Un toit;Claire Fontaine\n").added == 0
    assert framed.read(lambda repository: repository.list_participants()) == ()


def test_who_only_took_her_details_back_is_still_found_by_her_scores(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    withdraw(framed)
    assert take("scores", SCORE).added == 1
    assert len(framed.read(lambda repository: repository.list_participants())) == 1


def test_a_phones_withdrawal_keeps_a_list_from_bringing_the_details_in(store: Store, take: Take) -> None:
    def join_and_leave(repository: Repository) -> None:
        seat = Participant("seat", "Mésange", "resident", "", Origin.ROOM, NOON)
        repository.add_participant(seat)
        repository.update_volunteer(
            Volunteer("seat", "Claire Fontaine", "claire.fontaine@example.org", "", "", NOON, "être rappelée")
        )
        withdraw_offer(repository, seat, LATER)

    store.perform(None, join_and_leave)
    assert take("volunteers", CLAIRE).added == 0
    assert volunteers(store) == ()


def test_a_later_consent_is_asked_about_and_may_be_taken(store: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    erase(store)
    earlier, later = (FORM.format(date=day) for day in ("2027-01-02", "2027-03-01"))
    assert fates(plan(store, "volunteers", earlier)) == [Fate.SAME]
    waiting = plan(store, "volunteers", later).lines[0]
    assert waiting.fate is Fate.DOUBTFUL
    assert waiting.doubt is not None
    assert waiting.doubt.why.code == "later-consent"
    report = write_import(store, "volunteers", "form.csv", later.encode(), answer(2, ""), now=LATER)
    assert report.added == 1
    (claire,) = volunteers(store)
    assert claire.consented_at == datetime(2027, 3, 1, tzinfo=UTC)
    assert fates(plan(store, "volunteers", later)) == [Fate.SAME]


def test_consent_keeps_the_date_of_the_file_else_the_day_it_first_came(store: Store, take: Take) -> None:
    dated = FORM.format(date="2026-11-02T21:14:05")
    take("volunteers", dated)
    take("volunteers", dated.replace(";Date du consentement", "").replace(";2026-11-02T21:14:05", ""), now=LATER)
    assert volunteers(store)[0].consented_at == datetime(2026, 11, 2, 21, 14, 5, tzinfo=UTC)
    take("volunteers", CLAIRE.replace("Claire", "Anne").replace("claire", "anne").replace("03 01", "03 02"))
    take("volunteers", CLAIRE.replace("Claire", "Anne").replace("claire", "anne").replace("03 01", "03 02"), now=LATER)
    assert volunteers(store)[1].consented_at == NOON


def test_somebody_else_at_the_same_number_is_asked_about_not_kept_out(store: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    erase(store)
    text = "nom;téléphone;consentement\nMarc Fontaine;06 39 98 03 01;oui\n"
    waiting = plan(store, "volunteers", text).lines[0]
    assert waiting.doubt is not None
    assert (waiting.fate, waiting.doubt.why.code) == (Fate.DOUBTFUL, "perhaps-withdrawn")
    assert write_import(store, "volunteers", "v.csv", text.encode(), answer(2, ""), now=LATER).added == 1
    assert fates(plan(store, "volunteers", CLAIRE)) == [Fate.SAME]


@pytest.mark.parametrize(
    "details",
    [
        "nom;courriel;consentement\nClaire Fontaine;c.fontaine@example.com;oui\n",
        "nom;courriel;consentement\nClaire Fontaine;claire.fontaine+mairie@example.org;oui\n",
        "nom;téléphone;consentement\nClaire Fontaine;06 39 98 09 11;oui\n",
    ],
)
def test_a_namesake_with_other_details_is_asked_about(store: Store, take: Take, details: str) -> None:
    take("volunteers", CLAIRE)
    erase(store)
    waiting = plan(store, "volunteers", details).lines[0]
    assert waiting.doubt is not None
    assert (waiting.fate, waiting.doubt.why.code) == (Fate.DOUBTFUL, "perhaps-withdrawn")
    assert take("volunteers", details).added == 0
    assert write_import(store, "volunteers", "v.csv", details.encode(), answer(2, ""), now=LATER).added == 1
    assert fates(plan(store, "volunteers", CLAIRE)) == [Fate.SAME], "who was erased stays out"


def test_the_retention_is_outlived_as_well(store: Store, take: Take, tmp_path: Path) -> None:
    take("volunteers", CLAIRE)
    after = NOON + timedelta(days=400)
    assert keep_retention(store, tmp_path / "atelier", after, confirmed=True).erased == 1
    report = take("volunteers", CLAIRE, now=after)
    assert report.added == 0
    assert not any(one.name for one in volunteers(store))
    assert keep_retention(store, tmp_path / "atelier", after, confirmed=True).erased == 0


def test_what_is_remembered_is_digests_alone(store: Store, take: Take, tmp_path: Path) -> None:
    take("volunteers", CLAIRE)
    erase(store)
    place = tmp_path / "atelier" / "workshop.db"
    store.close()
    kept = place.read_bytes()
    for word in (b"claire.fontaine", b"Fontaine", b"0639980301", b"06 39 98 03 01"):
        assert word not in kept


def test_the_same_address_has_another_digest_in_another_workshop(store: Store, take: Take, tmp_path: Path) -> None:
    from tests.files.conftest import WORKSHOP
    from workshop_kit.store import create_store

    with create_store(tmp_path / "other", replace(WORKSHOP, title="Autre")) as other:
        digests = [one.read(lambda repository: repository.digest("email", "a@example.org")) for one in (store, other)]
    assert digests[0] != digests[1]


def test_an_export_taken_in_again_brings_no_erased_seat_back(framed: Store, take: Take, tmp_path: Path) -> None:
    take("volunteers", CLAIRE)
    take("scores", SCORE)
    export_workshop(framed, tmp_path / "out", "fr")
    erase(framed)
    for kind in ("volunteers", "scores"):
        assert import_file(framed, kind, tmp_path / "out" / f"{kind}.csv", now=LATER).added == 0
    assert framed.read(lambda repository: repository.list_participants()) == ()


def test_a_no_in_a_file_is_taken_back_with_the_file(store: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    before = volunteers(store)
    say_no_in_a_file(store)
    undo_import(store, list_imports(store)[0].taken.id, LATER)
    assert volunteers(store) == before
    assert store.read(lambda repository: repository.list_withdrawals()) == ()


@pytest.mark.parametrize("leave", [erase, withdraw])
@pytest.mark.parametrize("consent", ["oui", "", "non"])
def test_the_export_of_another_workshop_brings_nobody_back_either(
    store: Store, take: Take, leave: Leave, consent: str
) -> None:
    take("volunteers", CLAIRE)
    leave(store)
    before = store.read(lambda repository: (repository.list_participants(), repository.list_volunteers()))
    heading, row = CLAIRE.replace(";oui", f";{consent}").splitlines()
    report = take("volunteers", f"{heading};clé\n{row};{'ab' * 16}\n", now=LATER + timedelta(days=2))
    assert (report.added, report.unchanged, report.import_id) == (0, 1, None)
    assert store.read(lambda repository: (repository.list_participants(), repository.list_volunteers())) == before


def test_a_score_with_the_key_of_another_workshop_does_not_bring_back_who_was_erased(framed: Store, take: Take) -> None:
    take("volunteers", CLAIRE)
    erase(framed)
    heading, row = SCORE.splitlines()
    report = take("scores", f"{heading};clé\n{row};{'ab' * 16}\n", now=LATER + timedelta(days=2))
    assert (report.added, report.unchanged) == (0, 1)
    assert framed.read(lambda repository: repository.list_participants()) == ()


def test_of_an_erased_name_a_row_with_what_cannot_be_compared_waits_and_so_does_another_number(
    store: Store, take: Take
) -> None:
    heading = CLAIRE.splitlines()[0]
    take("volunteers", f"{heading}\nClaire Fontaine;;06 39 98 03 01;oui\n")
    erase(store)
    by_address = plan(store, "volunteers", f"{heading}\nClaire Fontaine;claire.fontaine@example.org;;oui\n")
    assert fates(by_address) == [Fate.DOUBTFUL]
    assert by_address.lines[0].doubt is not None
    assert by_address.lines[0].doubt.why.code == "perhaps-withdrawn"
    assert fates(plan(store, "volunteers", f"{heading}\nClaire Fontaine;;06 39 98 07 77;oui\n")) == [Fate.DOUBTFUL]
