"""What the home page's house does to workshops and rooms, and what it says when it will not."""

from __future__ import annotations

import base64
import errno
import io
import json
import os
import re
import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_type_hints

import pytest

from tests.hosting.conftest import CABLE, VPN, WIFI, Clock, QuickServers, await_number, await_state, start
from tests.widgets.test_read_models import find_faults
from workshop_kit.domain.course import Moment, Phase, Role
from workshop_kit.domain.forms import Consent, Purpose
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Challenge, Origin, Participant, Score, Volunteer, Workshop
from workshop_kit.domain.offering import list_offering
from workshop_kit.domain.permits import PERMITS
from workshop_kit.entrance import write_code
from workshop_kit.errors import CannotServe, InvalidEntry, MissingEntry, NotAllowed, StoreUnavailable, WorkshopError
from workshop_kit.files import count_contacts, export_workshop, write_import
from workshop_kit.hosting.configuring import find_entrance
from workshop_kit.hosting.describing import describe_test
from workshop_kit.hosting.house import House
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.networks import list_networks
from workshop_kit.hosting.own_copies import copy_notebooks
from workshop_kit.hosting.samples import make_sample
from workshop_kit.hosting.takeaways import export_as
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.erasing import erase_person
from workshop_kit.live.acts.retention import keep_retention
from workshop_kit.live.contract.home.shown import HomeModel, TakeawayForm
from workshop_kit.live.home import HomeWindow
from workshop_kit.live.window import intentions_of
from workshop_kit.places import OWN_NOTEBOOKS, notebooks_folder
from workshop_kit.store import Repository, open_store
from workshop_kit.store.announced import write_announced
from workshop_kit.store.backups import BackupKind, make_backup
from workshop_kit.store.glance import look_at
from workshop_kit.store.marks import refuse_writing
from workshop_kit.store.moments import find_last_moment
from workshop_kit.store.refusals import unavailable
from workshop_kit.visit import Visit

OLD = Path(__file__).parents[1] / "store" / "fixtures" / "workshop-0001.db"


def card(house: House, workshop: str) -> dict[str, object]:
    model = house.home_model(workshop)
    return next(dict(one) for one in [*model["workshops"], *model["archived"]] if one["id"] == workshop)


def refusal(error: WorkshopError) -> str:
    """Return the sentence of a refusal in French; English can say it as well."""
    french, english = (Translator(language).sentence(error) for language in LANGUAGES)
    assert english
    return french


@pytest.fixture(scope="module")
def kept_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample") / "val-brume"
    make_sample(folder, "fr", Moment.THANKS)
    return folder


@pytest.fixture
def sample(house: House, shelf: Path, kept_sample: Path) -> str:
    shutil.copytree(kept_sample, shelf / "Val-Brume")
    house.read_again()
    return next(one.id for one in house.list_all() if one.path.name == "Val-Brume")


def test_every_act_of_the_home_page_is_done_by_the_house_with_what_the_contract_names() -> None:
    for name, found in intentions_of(HomeWindow).items():
        assert name in PERMITS[Role.HOME]
        if name not in ("speak_language", "look_at_workshop"):
            taken = get_type_hints(getattr(House, name)).keys() - {"return"}
            assert set(found.readers) <= taken, name


def test_the_model_has_the_shape_the_contract_says_in_every_state(
    house: House, servers: type[QuickServers], sample: str
) -> None:
    start(house, day="2026-12-03", hour="18h")
    for workshop in (None, sample):
        model = house.home_model(workshop)
        assert find_faults(model, HomeModel, "home") == []
        assert json.loads(json.dumps(model)) == model
    house.open_room(sample)
    await_state(house, sample, "open")
    assert find_faults(house.home_model(sample), HomeModel, "home") == []


def test_the_list_names_nobody(house: House, sample: str) -> None:
    told = json.dumps(house.home_model(sample), ensure_ascii=False)
    store = open_store(house.find(sample).path)
    people = store.read(lambda hall: hall.list_participants())
    store.close()
    assert not [one.pseudonym for one in people if f'"{one.pseudonym}"' in told]
    assert "@" not in told


def test_a_new_workshop_is_a_folder_named_after_it_with_its_day(house: House, shelf: Path) -> None:
    made = start(house, 'Été : "où ?" / CON', day="2026-12-03", hour="18 h")
    assert [one.name for one in shelf.iterdir()] == ["Été où CON"]
    told = card(house, made)
    assert (told["day"], told["hour"], told["days_away"]) == ("2026-12-03", "18:00", 9)
    assert told["next"] == {"code": "write-challenges", "number": 0}


@pytest.mark.parametrize(("day", "hour", "code"), [("demain", "", "day-shape"), ("", "le soir", "hour-shape")])
def test_a_day_that_is_none_is_refused_before_anything_is_made(
    house: House, shelf: Path, day: str, hour: str, code: str
) -> None:
    with pytest.raises(InvalidEntry) as refused:
        start(house, day=day, hour=hour)
    assert refused.value.code == code
    assert not list(shelf.iterdir())


def test_contact_details_are_kept_for_a_year_from_the_workshops_day_whenever_that_is_set(house: House) -> None:
    def find_end(workshop: str) -> str:
        glance = house.find(workshop).glance
        assert glance is not None
        assert glance.retention_until is not None
        return glance.retention_until.date().isoformat()

    made = start(house, day="2030-05-04")
    assert find_end(made) == "2031-05-04"
    house.set_day(made, "2031-06-01")
    assert find_end(made) == "2032-05-31"  # 365 days, in a year that has one more
    house.set_day(made)
    assert find_end(made) == find_end(start(house))


def test_a_copy_prints_of_the_commune_what_the_other_printed_and_nothing_of_its_day(house: House) -> None:
    made = start(house, day="2030-05-04", hour="18:00")
    folder = house.find(made).path
    said = Invitation(day="2030-05-04", place="Salle des fêtes", phone="01 99 00 00 20", wifi_password="secret")
    with open_store(folder) as store:
        store.perform(None, lambda repository: repository.update_invitation(said))
    (folder / "logo.png").write_bytes(b"a picture")
    copied = house.find(house.copy_workshop(made, "L’an prochain")["workshop"]).path
    with open_store(copied) as store:
        kept = store.read(lambda repository: repository.find_invitation())
    assert kept == Invitation(place="Salle des fêtes", phone="01 99 00 00 20")
    assert (copied / "logo.png").read_bytes() == b"a picture"


def test_the_day_that_the_home_page_sets_is_the_one_that_prints_say(house: House) -> None:
    def find_said(workshop: str) -> tuple[str, str]:
        with open_store(house.find(workshop).path) as store:
            said = store.read(lambda repository: repository.find_invitation())
        return said.day, said.begins

    made = start(house, day="2030-05-04", hour="18:00")
    assert find_said(made) == ("2030-05-04", "18:00")
    house.set_day(made, "2031-06-01", "9h30")
    assert find_said(made) == ("2031-06-01", "09:30")
    house.set_day(made)
    assert find_said(made) == ("", "")


def test_two_workshops_of_one_title_are_two_folders(house: House) -> None:
    assert start(house) != start(house)
    assert len(house.list_all()) == 2


def test_a_copy_as_a_starting_point_holds_nothing_that_people_gave(house: House, sample: str) -> None:
    made = house.copy_workshop(sample, "L’an prochain")["workshop"]
    told, source = house.find(made), house.find(sample)
    assert told.title == "L’an prochain"
    assert told.glance is not None
    assert source.glance is not None
    counts = told.glance.counts
    assert counts["challenges"] == source.glance.counts["challenges"] == 5
    assert counts["stakeholders"] == source.glance.counts["stakeholders"]
    assert {name: counts[name] for name in ("people", "ideas", "contacts", "missions", "invited", "reachable")} == (
        dict.fromkeys(("people", "ideas", "contacts", "missions", "invited", "reachable"), 0)
    )
    assert re.search(rb"@example", (told.path / "workshop.db").read_bytes()) is None
    assert re.search(rb"@example", (source.path / "workshop.db").read_bytes()) is not None


def test_a_copy_promises_nothing_of_what_followed_the_other_workshop(house: House, sample: str) -> None:
    def read(workshop: str) -> Workshop:
        store = open_store(house.find(workshop).path)
        found = store.read(lambda repository: repository.find_workshop())
        store.close()
        return found

    copied = read(house.copy_workshop(sample, "L’an prochain")["workshop"])
    assert read(sample).follow_up != ""
    assert (copied.follow_up, copied.contact) == ("", "")


def test_an_old_list_taken_into_a_copy_brings_nobody_back(house: House, sample: str) -> None:
    text = b"nom;courriel;consentement\nClaire Fontaine;claire.fontaine@example.org;oui\n"
    now = datetime.now(UTC)
    source = open_store(house.find(sample).path)
    assert write_import(source, "volunteers", "liste.csv", text, now=now).added == 1

    def erase(repository: Repository) -> None:
        claire = next(one for one in repository.list_participants() if one.pseudonym == "Claire Fontaine")
        erase_person(repository, claire.id, now, with_ideas=True)

    source.perform(None, erase)
    source.close()
    copy = open_store(house.find(house.copy_workshop(sample, "L’an prochain")["workshop"]).path)
    assert write_import(copy, "volunteers", "liste.csv", text, now=now).added == 0
    copy.close()


def test_a_folder_taken_away_comes_back_the_same_and_its_notebooks_run_nowhere(house: House, sample: str) -> None:
    folder = house.find(sample).path
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "participant.ipynb").write_text("{}", encoding="utf-8")
    (folder / ".serve").mkdir()
    (folder / ".serve" / "room").write_text("secret", encoding="utf-8")
    house.make_takeaway(sample, TakeawayForm.FOLDER)
    content = fetch(house, sample, TakeawayForm.FOLDER)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "workshop.db" in names
    assert not [name for name in names if name.startswith(".serve")]
    upload = house.begin_upload("Val-Brume.atelier.zip", len(content))
    for start_at in range(0, len(content), upload["part"]):
        part = base64.b64encode(content[start_at : start_at + upload["part"]]).decode()
        house.send_part(upload["upload"], start_at, part)
        house.send_part(upload["upload"], start_at, part)
    made = house.find(house.take_in(upload["upload"])["workshop"])
    assert made.glance == house.find(sample).glance
    assert not (made.path / "notebooks").exists()
    assert (made.path / "notebooks-recus" / "participant.ipynb").exists()


def fetch(house: House, workshop: str, form: TakeawayForm) -> bytes:
    for _ in range(1000):
        if house.takeaways.find(workshop, form).state != "working":
            break
        house.ended.wait(0.02)
    content, start_at = b"", 0
    while True:
        part = house.fetch_takeaway(workshop, form, start_at)
        content += base64.b64decode(part["content"])
        if part["next"] is None:
            assert len(content) == part["size"]
            return content
        start_at = part["next"]


@pytest.mark.parametrize("form", [TakeawayForm.CONTACTS, TakeawayForm.WORKBOOK])
def test_contacts_and_everything_are_workbooks_and_the_contacts_counted_are_those_listed(
    house: House, sample: str, form: TakeawayForm
) -> None:
    from openpyxl import load_workbook

    house.make_takeaway(sample, form)
    book = load_workbook(io.BytesIO(fetch(house, sample, form)))
    told = {one["form"]: one["people"] for one in (house.home_model(sample)["chosen"] or {})["takeaways"]}  # type: ignore[index]
    if form is TakeawayForm.CONTACTS:
        assert book.worksheets[0].max_row - 1 == told[form]


def test_what_is_put_away_leaves_the_list_and_comes_back(house: House) -> None:
    made = start(house)
    house.archive_workshop(made)
    assert [one["id"] for one in house.home_model()["archived"]] == [made]
    assert house.home_model()["workshops"] == []
    house.bring_back(made)
    assert [one["id"] for one in house.home_model()["workshops"]] == [made]


def test_what_was_made_of_a_deleted_workshop_is_not_handed_over_by_another_in_its_place(house: House) -> None:
    made = start(house)
    house.make_takeaway(made, TakeawayForm.CONTACTS)
    fetch(house, made, TakeawayForm.CONTACTS)
    house.delete_workshop(made, house.describe_deletion(made)["confirmation"])
    assert start(house) == made
    with pytest.raises(MissingEntry):
        house.fetch_takeaway(made, TakeawayForm.CONTACTS)


def test_who_is_counted_as_a_volunteer_on_the_card_is_who_may_be_proposed_a_mission(house: House) -> None:
    made = start(house, day="2026-12-03")
    now = datetime(2026, 11, 20, tzinfo=UTC)
    store = open_store(house.find(made).path)
    news = (Consent(Purpose.NEWS, now),)
    offers = {
        "named": Volunteer("named", "N", "", "", "", None, ""),
        "yes": Volunteer("yes", "Y", "", "", "", now, "aider", challenges=("home", "move"), declined=("home",)),
        "none": Volunteer("none", "O", "", "", "", now, "aider", challenges=("home",), declined=("home",)),
        "news": Volunteer("news", "W", "", "", "", None, "", consents=news),
        "days": Volunteer("days", "", "", "", "", None, "", days=("evenings",)),
        "refuses": Volunteer("refuses", "R", "", "", "", now, "aider"),
        "second": Volunteer("second", "S", "", "", "", now, "aider"),
        "double": Volunteer("double", "D", "", "", "", now, "aider"),
    }
    forms = {"news", "days", "asked", "silent"}

    def add(repository: Repository) -> None:
        for one in ("home", "move"):
            repository.add_challenge(Challenge(one, one, one))
        for name in (*offers, "scored", "unknown", "first", "asked", "silent"):
            origin = Origin.FORM if name in forms else Origin.FILE
            repository.add_participant(Participant(name, name, "", "", origin, now))
        for offer in offers.values():
            repository.update_volunteer(offer)
        for name in ("scored", "silent"):
            repository.update_score(Score(name, "home", 1, 1))
        for name, changes in (
            ("asked", {"may_ask": True}),
            ("refuses", {"may_ask": False}),
            ("second", {"joined_to": "first"}),
            ("double", {"joined_to": "named"}),
        ):
            repository.update_participant(replace(repository.find_participant(name), **changes))

    store.perform(None, add)
    found = store.read(lambda hall: list_offering(hall.list_participants(), hall.list_volunteers(), hall.list_scores()))
    store.close()
    assert {one.participant.id for one in found} == {"named", "yes", "scored", "first", "asked"}
    house.read_again()
    people = card(house, made)["people"]
    assert isinstance(people, dict)
    assert people["volunteers"] == len(found)


def test_volunteers_known_from_files_are_counted_on_the_card_and_each_contact_once(house: House) -> None:
    made = start(house, day="2026-12-03")
    now = datetime(2026, 11, 20, tzinfo=UTC)
    store = open_store(house.find(made).path)

    def import_them(repository: Repository) -> None:
        for name in "abc":
            repository.add_participant(Participant(name, name, "volunteer", "", Origin.FILE, now))
        repository.add_participant(Participant("d", "d", "volunteer", "", Origin.ROOM, now))
        for name in "abd":
            repository.update_volunteer(Volunteer(name, name, "", "", "", now, "être recontacté"))
        repository.update_volunteer(Volunteer("c", "c", "", "", "", None, ""))
        repository.update_participant(replace(repository.find_participant("a"), joined_to="d", joined_at=now))

    store.perform(None, import_them)
    counted = count_contacts(store)
    store.close()
    house.read_again()
    people = card(house, made)["people"]
    assert isinstance(people, dict)
    assert people["volunteers"] == 2, "b and c: a is somebody of the room by now"
    chosen = house.home_model(made)["chosen"]
    assert chosen is not None
    shown = {one["form"]: one["people"] for one in chosen["takeaways"]}
    assert shown[TakeawayForm.CONTACTS] == counted == 2, "b, and d once"


def test_deleting_says_first_what_it_erases_and_needs_its_key(house: House, sample: str) -> None:
    folder = house.find(sample).path
    (folder / "ma lettre.docx").write_text("à moi", encoding="utf-8")
    house.read_again()
    with pytest.raises(InvalidEntry):
        house.delete_workshop(sample, "oui")
    described = house.describe_deletion(sample)
    assert described["people"] > 80
    assert described["ideas"] > 100
    assert (described["contacts"] > 0, described["own_files"]) == (True, 1)
    house.delete_workshop(sample, described["confirmation"])
    assert [one.name for one in folder.iterdir()] == ["ma lettre.docx"]
    with pytest.raises(MissingEntry):
        house.find(sample)


def test_a_folder_of_which_nothing_is_left_goes_too(house: House) -> None:
    made = start(house)
    folder = house.find(made).path
    house.delete_workshop(made, house.describe_deletion(made)["confirmation"])
    assert not folder.exists()


def test_what_is_open_is_neither_deleted_nor_put_away(house: House, servers: type[QuickServers]) -> None:
    made = start(house)
    key = house.describe_deletion(made)["confirmation"]
    house.open_room(made)
    for act in (
        lambda: house.delete_workshop(made, key),
        lambda: house.archive_workshop(made),
        lambda: house.describe_deletion(made),
    ):
        with pytest.raises(CannotServe) as refused:
            act()
        assert "Personne" in refusal(refused.value)


def test_a_room_closed_while_it_lets_phones_in_stays_closed(
    house: House, servers: type[QuickServers], monkeypatch: pytest.MonkeyPatch
) -> None:
    threads, begun, closed = [], threading.Event(), threading.Event()

    def let_in(_self: QuickServers, _seats: int) -> None:
        threads.append(threading.current_thread())
        begun.set()
        closed.wait(30)
        raise CannotServe("room-stopped", reason="ended")

    monkeypatch.setattr(servers, "let_in", let_in)
    made = start(house)
    house.prepare_room(made)
    await_state(house, made, "prepared")
    house.open_room(made)
    assert begun.wait(30)
    house.close_room(made)
    await_state(house, made, "closed")
    closed.set()
    threads[0].join(30)
    assert house.standing_of(made).state == "closed"


def test_a_stick_that_is_gone_keeps_its_place_and_its_title(house: House, tmp_path: Path) -> None:
    stick = tmp_path / "ATELIERS" / "gymnase"
    made = start(house, "Le gymnase, la nuit")
    stick.parent.mkdir()
    house.find(made).path.rename(stick)
    opened = house.open_folder(str(stick))["workshop"]
    assert card(house, opened)["volume"] == "ATELIERS"
    shutil.move(stick, tmp_path / "pulled out")
    house.read_again()
    told = card(house, opened)
    assert (told["title"], told["condition"]) == ("Le gymnase, la nuit", "missing")
    assert told["next"] == {"code": "plug-in", "number": 0}
    with pytest.raises(MissingEntry) as refused:
        house.open_room(opened)
    assert "rien n’est perdu" in refusal(refused.value)


def test_a_stick_is_remembered_by_the_next_start(house: House, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "a"
    made = start(house, "Sur la clé")
    stick.parent.mkdir()
    house.find(made).path.rename(stick)
    opened = house.open_folder(str(stick.parent))["workshop"]
    shutil.rmtree(stick)
    again = House(tmp_path / "state", networks=lambda: ())
    assert again.find(opened).title == "Sur la clé"


def test_a_workshop_that_another_program_is_opening_says_so_in_a_whole_sentence(house: House) -> None:
    made = start(house)
    runtime = house.find(made).path / ".serve"
    runtime.mkdir()
    held = FileLock(runtime / "lock")
    assert held.take()
    try:
        for act in (house.open_room, house.archive_workshop, house.describe_deletion):
            with pytest.raises(CannotServe) as refused:
                act(made)
            assert "un autre programme" in refusal(refused.value)
            assert "\u202f;" not in refusal(refused.value), "no address is named where none is known"
    finally:
        held.release()


@pytest.mark.parametrize("error", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_not_be_written_to_is_said_in_ones_own_language(
    house: House, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    made = start(house)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    with pytest.raises(StoreUnavailable) as refused:
        house.set_day(made, "2026-12-01", "")
    assert os.strerror(error) not in refusal(refused.value)
    assert "demandez-en l’accès" in refusal(refused.value)


def test_a_folder_that_became_read_only_since_the_last_look_is_not_written_to(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = start(house)
    monkeypatch.setattr("workshop_kit.hosting.house.base.is_writable", lambda _: False)
    for act in (house.open_room, house.open_notebooks, house.archive_workshop):
        with pytest.raises(StoreUnavailable) as refused:
            act(made)
        assert refused.value.code == "folder-read-only"


def test_a_room_whose_folder_went_is_not_taken_for_open_elsewhere(
    house: House, servers: type[QuickServers], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    monkeypatch.setattr("workshop_kit.hosting.listing.is_served", lambda _: True)
    house.read_again()
    house.find(made).path.rename(house.shelf.parent / "pulled")
    servers.made[0].broken = CannotServe("folder-gone-while-open", folder="x")
    await_state(house, made, "failed")
    monkeypatch.setattr("workshop_kit.hosting.listing.is_served", lambda _: False)
    house.read_again()
    assert card(house, made)["room"] == "pulled-out"


def test_forgetting_leaves_the_folder_as_it_is(house: House, tmp_path: Path) -> None:
    made = start(house)
    other = tmp_path / "ailleurs"
    house.find(made).path.rename(other)
    opened = house.open_folder(str(other))["workshop"]
    house.forget_folder(opened)
    assert (other / "workshop.db").exists()
    assert house.home_model()["workshops"] == []


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_workshop_does_not_break_the_list(house: House, shelf: Path, content: bytes) -> None:
    sound = start(house)
    (shelf / "abîmé").mkdir()
    (shelf / "abîmé" / "workshop.db").write_bytes(content)
    house.read_again()
    conditions = {one.path.name: one.condition for one in house.list_all()}
    assert conditions == {"abîmé": "damaged", house.find(sound).path.name: "ready"}
    broken = next(one.id for one in house.list_all() if one.condition == "damaged")
    assert card(house, broken)["next"] == {"code": "restore", "number": 0}
    with pytest.raises(StoreUnavailable):
        house.open_room(broken)


def test_an_older_workshop_is_listed_as_it_is_and_only_opening_brings_it_up_to_date(
    house: House, shelf: Path, servers: type[QuickServers]
) -> None:
    folder = shelf / "ancien"
    folder.mkdir()
    shutil.copy(OLD, folder / "workshop.db")
    before = (folder / "workshop.db").read_bytes()
    house.read_again()
    [listed] = house.list_all()
    assert (listed.condition, listed.title) == ("older", "Atelier de Val-Brume")
    assert card(house, listed.id)["next"] == {"code": "bring-up-to-date", "number": 0}
    assert (folder / "workshop.db").read_bytes() == before
    assert [one.name for one in folder.iterdir()] == ["workshop.db"]
    house.open_room(listed.id)
    await_state(house, listed.id, "open")
    house.read_again()
    assert house.find(listed.id).condition == "ready"
    assert list(folder.glob("workshop.db.before-*")), "a copy is kept"


def test_a_newer_workshop_is_left_alone(house: House, shelf: Path) -> None:
    import sqlite3

    made = start(house)
    folder = house.find(made).path
    with sqlite3.connect(folder / "workshop.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    house.read_again()
    assert card(house, made)["next"] == {"code": "update-kit", "number": 0}
    with pytest.raises(StoreUnavailable) as refused:
        house.open_room(made)
    assert refused.value.code == "store-too-new"


def test_a_full_disk_is_said(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(StoreUnavailable) as refused:
        start(house)
    assert "plein" in refusal(refused.value)


def test_a_place_that_is_none_and_one_without_a_workshop_are_told_apart(house: House, tmp_path: Path) -> None:
    with pytest.raises(MissingEntry) as refused:
        house.open_folder(str(tmp_path / "nowhere"))
    assert refused.value.code == "no-place"
    (tmp_path / "vide").mkdir()
    with pytest.raises(MissingEntry) as refused:
        house.open_folder(str(tmp_path / "vide"))
    assert refused.value.code == "no-workshop-there"


def test_a_place_is_listed_with_what_is_a_workshop_in_it(house: House, shelf: Path) -> None:
    made = house.find(start(house))
    (shelf / "autre").mkdir()
    (shelf / "colis.atelier.zip").touch()
    listing = house.list_place(str(shelf))
    assert [(one["name"], one["kind"]) for one in listing["entries"]] == [
        ("autre", "folder"),
        (made.path.name, "workshop"),
        ("colis.atelier.zip", "file"),
    ]
    assert listing["trail"][-1]["path"] == str(shelf)


# -- rooms


def test_a_room_is_prepared_then_opened_then_closed(house: House, servers: type[QuickServers]) -> None:
    made = start(house)
    house.prepare_room(made)
    await_state(house, made, "prepared")
    assert [one.lets_in for one in servers.made] == [False]
    house.open_room(made, seats=60)
    await_state(house, made, "open")
    assert len(servers.made) == 1, "the facilitator's page goes on"
    room = (house.home_model(made)["chosen"] or {})["room"]  # type: ignore[index]
    assert (room["seats"], room["typed"]) == (60, "192.168.1.24:8866")
    house.close_room(made)
    await_state(house, made, "closed")


def test_one_room_takes_phones_and_another_may_be_prepared_meanwhile(house: House, servers: type[QuickServers]) -> None:
    first, second = start(house, "Premier"), start(house, "Second")
    house.open_room(first)
    await_state(house, first, "open")
    house.prepare_room(second)
    await_state(house, second, "prepared")
    with pytest.raises(CannotServe) as refused:
        house.open_room(second)
    assert "Premier" in refusal(refused.value)


def test_a_folder_served_elsewhere_is_shown_as_such_and_refused_with_where(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    folder = house.find(made).path
    (folder / ".serve").mkdir()
    lock = FileLock(folder / ".serve" / "lock")
    assert lock.take()
    addresses = {"participants": "http://a/", "facilitator": "http://127.0.0.1:9/?token=x", "screen": "http://c/"}
    (folder / "serve.json").write_text(json.dumps({**addresses, "pid": os.getpid()}), encoding="utf-8")
    house.read_again()
    chosen = house.home_model(made)["chosen"]
    assert chosen is not None
    assert (chosen["room"]["state"], chosen["room"]["elsewhere"]) == ("elsewhere", addresses["facilitator"])
    assert chosen["card"]["next"] == {"code": "go-there", "number": 0}
    with pytest.raises(CannotServe) as refused:
        house.open_room(made)
    assert addresses["facilitator"] in refusal(refused.value)
    lock.release()
    house.read_again()
    assert card(house, made)["room"] == "closed"


def test_a_stick_pulled_while_the_room_is_open_fails_it_and_says_that_nothing_is_lost(
    house: House, servers: type[QuickServers]
) -> None:
    made, other = start(house), start(house, "Un autre")
    house.open_room(made)
    await_state(house, made, "open")
    folder = house.find(made).path
    shutil.rmtree(folder)
    servers.made[0].broken = CannotServe("folder-gone-while-open", folder=folder)
    await_state(house, made, "failed")
    house.read_again()
    chosen = house.home_model(made)["chosen"]
    assert chosen is not None, "it stays in the list"
    assert "n’est perdu" in chosen["room"]["failure"]
    assert chosen["card"]["next"] == {"code": "plug-in", "number": 0}
    servers.made[0].broken = None
    shutil.copytree(house.find(other).path, folder)
    house.read_again()
    shown = card(house, made)
    assert (shown["room"], shown["next"]) == ("pulled-out", {"code": "see-why", "number": 0}), "it is back"
    house.open_room(made)
    await_state(house, made, "open")


def test_a_room_that_cannot_open_says_why_and_may_be_tried_again(house: House, servers: type[QuickServers]) -> None:
    made = start(house)
    servers.failing = CannotServe("no-free-port", host="0.0.0.0", port=8866)
    house.open_room(made)
    await_state(house, made, "failed")
    assert card(house, made)["next"] == {"code": "see-why", "number": 0}
    servers.failing = None
    house.open_room(made)
    await_state(house, made, "open")


def test_another_network_is_shown_at_once_and_one_that_cannot_work_is_refused(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    networks = {one.name: one.id for one in house.networks}
    house.choose_network(made, networks["eth0"])
    room = (house.home_model(made)["chosen"] or {})["room"]  # type: ignore[index]
    assert room["join"] == "http://10.1.2.3:8866/"
    assert [one["name"] for one in room["networks"] if one["shown"]] == ["eth0"]
    assert [(one["name"], one["why"]) for one in room["networks"] if not one["usable"]] == [("tun0", "vpn")]
    with pytest.raises(InvalidEntry) as refused:
        house.choose_network(made, networks["tun0"])
    assert "tun0" in refusal(refused.value)


def test_the_test_with_a_phone_waits_passes_and_says_by_which_network(
    house: House, servers: type[QuickServers], clock: Clock
) -> None:
    made = start(house)
    with pytest.raises(InvalidEntry):
        house.begin_test(made)
    house.open_room(made)
    await_state(house, made, "open")
    servers.made[0].visit()
    assert trial_of(house, made)["state"] == "none", "nobody waited for it"
    house.begin_test(made)
    servers.made[0].visit(origin="this-machine")
    assert trial_of(house, made)["state"] == "waiting", "a visit to oneself proves nothing"
    assert card(house, made)["next"] == {"code": "wait-for-phone", "number": 0}
    servers.made[0].visit()
    told = trial_of(house, made)
    assert (told["state"], told["by"]) == ("passed", "wlan0")
    assert card(house, made)["next"] == {"code": "lead", "number": 0}


def test_a_test_passed_by_another_address_is_asked_for_again_until_somebody_is_in(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    house.begin_test(made)
    servers.made[0].visit()
    networks = {one.name: one.id for one in house.networks}
    house.choose_network(made, networks["eth0"])
    assert trial_of(house, made)["state"] == "none"
    assert card(house, made)["next"] == {"code": "test-phone", "number": 0}
    house.begin_test(made)
    servers.made[0].visit(way="10.1.2.3")
    house.choose_network(made, networks["eth0"])
    assert trial_of(house, made)["state"] == "passed"
    servers.made[0].report(Role.PARTICIPANT, {"seats": 1, "kept": 1, "devices": 1, "waiting": 0})
    house.choose_network(made, networks["wlan0"])
    assert card(house, made)["next"] == {"code": "lead", "number": 0}, "the room is at work"


def test_the_address_that_was_chosen_is_shown_again_after_a_kill_and_nowhere_else(
    house: House, servers: type[QuickServers], tmp_path: Path
) -> None:
    made = start(house)
    assert house.ways.look().host == "192.168.1.24"
    house.choose_network(made, next(one.id for one in house.networks if one.name == "eth0"))
    again = House(tmp_path / "state", networks=lambda: list_networks([WIFI, CABLE, VPN]))
    assert again.ways.look().host == "10.1.2.3"
    elsewhere = list_networks([WIFI, replace(CABLE, addresses=("10.9.9.9",))])
    assert House(tmp_path / "state", networks=lambda: elsewhere).ways.look().host == "192.168.1.24"


def test_a_phone_that_does_not_come_is_waited_for_half_a_minute(
    house: House, servers: type[QuickServers], clock: Clock
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    house.begin_test(made)
    clock.pass_seconds(31)
    told = trial_of(house, made)
    assert told["state"] == "silent"
    assert told["reasons"][0] == "wifi"
    servers.made[0].visit()
    assert trial_of(house, made)["state"] == "passed", "better late"


@pytest.mark.parametrize("answered", ["full", "door", "closed", "slow", "page"])
def test_a_phone_that_came_and_was_not_let_in_is_no_silent_one(
    house: House, servers: type[QuickServers], clock: Clock, answered: str
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    house.begin_test(made)
    servers.made[0].arrive(answered)
    clock.pass_seconds(31)
    told = trial_of(house, made)
    assert (told["state"], told["answered"], told["by"], told["reasons"]) == ("arrived", answered, "wlan0", [])
    assert card(house, made)["next"] == {"code": "lead", "number": 0}, "the network is good"
    servers.made[0].visit()
    assert trial_of(house, made)["state"] == "passed"


def test_once_any_other_device_came_the_test_is_not_asked_for_and_a_new_opening_asks_again(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    assert card(house, made)["next"] == {"code": "test-phone", "number": 0}
    servers.made[0].arrive("page")
    assert card(house, made)["next"] == {"code": "lead", "number": 0}
    house.close_room(made)
    await_state(house, made, "closed")
    house.open_room(made)
    await_state(house, made, "open")
    assert card(house, made)["next"] == {"code": "test-phone", "number": 0}


def test_who_is_in_is_counted_by_seats_that_somebody_joined_from_and_not_by_pages(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    servers.made[0].report(Role.PARTICIPANT, {"seats": 4, "kept": 3, "devices": 4, "waiting": 0})
    people: Any = card(house, made)["people"]
    assert people["here"] == 3


@pytest.mark.parametrize(
    ("system", "wall"), [("win32", "firewall-windows"), ("darwin", "firewall"), ("linux", "firewall-linux")]
)
def test_a_silent_phone_is_asked_about_the_firewall_of_this_system(
    house: House, servers: type[QuickServers], clock: Clock, monkeypatch: pytest.MonkeyPatch, system: str, wall: str
) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    house.begin_test(made)
    clock.pass_seconds(31)
    showing = house.ways.look()
    monkeypatch.setattr("workshop_kit.hosting.describing.sys.platform", system)
    told = describe_test(house.standing_of(made), showing.networks, showing.shown, clock())
    assert told["reasons"] == ["wifi", wall, "guest-network"]


def test_while_nobody_can_come_in_the_room_shows_no_code_and_says_so(tmp_path: Path, shelf: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    with House(state, networks=lambda: ()) as house:
        house.move_shelf(str(shelf))
        made = start(house)
        room = (house.home_model(made)["chosen"] or {})["room"]  # type: ignore[index]
    assert (room["join"], room["typed"], room["code"]) == ("", "", [])
    assert (room["reach"], room["no_network"]) == ("nobody", True)


def trial_of(house: House, workshop: str) -> dict[str, Any]:
    chosen = house.home_model(workshop)["chosen"]
    assert chosen is not None
    return dict(chosen["room"]["test"])


def test_what_moves_is_counted_so_that_pages_read_again(house: House, servers: type[QuickServers]) -> None:
    before = house.numbers()["home"]
    made = start(house)
    after = house.numbers()["home"]
    assert after > before
    house.open_room(made)
    await_state(house, made, "open")
    assert house.numbers()["home"] > after


def test_other_words_of_a_door_are_noticed_so_that_the_home_page_shows_them(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.prepare_room(made)
    await_state(house, made, "prepared")
    entrance = find_entrance(house.find(made).path)
    entrance.mkdir(parents=True, exist_ok=True)
    for words in ("tilleul cuivre matin loutre", "agneau lilas sapin renard", ""):
        before = house.numbers()["home"]
        write_code(entrance, words)
        await_number(house, before)
        chosen = house.home_model(made)["chosen"]
        assert chosen is not None
        assert chosen["room"]["door"] == words


def test_the_house_ends_when_asked_but_not_over_an_open_room(house: House, servers: type[QuickServers]) -> None:
    made = start(house)
    house.open_room(made)
    await_state(house, made, "open")
    with pytest.raises(NotAllowed) as refused:
        house.end_kit()
    assert "Personne" in refusal(refused.value)
    house.end_kit(with_rooms=True)
    assert house.ended.wait(30)


@pytest.mark.parametrize("act", ["speak_language", "__exit__", "keep", "close_rooms", "no_such_act", "read_again"])
def test_nothing_is_done_by_the_channel_but_the_acts_of_the_contract(house: House, act: str) -> None:
    with pytest.raises(InvalidEntry):
        house.ask(act)


def test_a_page_of_the_home_page_shows_what_the_house_shows_and_that_it_has_ended(
    house: House, servers: type[QuickServers]
) -> None:
    ended = False

    class Channel:
        def ask(self, act: str, /, **values: object) -> object:
            if ended:
                raise CannotServe("kit-ended")
            return house.ask(act, **json.loads(json.dumps(values)))

        def close(self) -> None:
            pass

    window = HomeWindow(Channel())
    window._open(Visit("someone", "lang=en"))
    asked = {"title": "Nobody alone", "territory": "Sainte-Aure", "language": "en"}
    made = window.carry_out("start_workshop", asked, "one")["workshop"]
    chosen = window.home_model()["chosen"]
    assert chosen is not None
    assert chosen["card"]["id"] == made
    seen: list[str] = []
    window.on_change(lambda changes: seen.extend(one.kind for one in changes))
    window.follow_once()
    window.carry_out("open_room", {"workshop": made}, "two")
    await_state(house, made, "open")
    seen.clear()
    window.follow_once()
    assert "home" in seen
    ended = True
    window.follow_once()
    model = window.home_model()
    assert model["connected"] is False
    assert find_faults(model, HomeModel, "home") == []
    with pytest.raises(CannotServe):
        window.carry_out("check_up", {}, "three")


def test_what_a_killed_program_kept_aside_is_gone_when_it_is_started_again(tmp_path: Path) -> None:
    left = tmp_path / "aside" / "workshop-kit-left" / "contacts.xlsx"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"people")
    with House(tmp_path, networks=lambda: ()) as house:
        assert not left.exists()
        house.begin_upload("a.zip", 3)
        assert [path.name for path in (tmp_path / "aside").rglob("*.zip")] == ["a.zip"]
    assert not list((tmp_path / "aside").rglob("*"))


def test_deleting_takes_the_papers_and_the_notebooks_of_the_kit_and_leaves_a_notebook_that_was_changed(
    house: House,
) -> None:
    made = start(house)
    folder = house.find(made).path
    for name in ("synthese.pdf", "report.html", "fiches-d-idee.pdf", "ballots.pdf", ".synthese.pdf.part"):
        (folder / name).touch()
    copied = [path for path, _ in copy_notebooks(notebooks_folder(), folder / OWN_NOTEBOOKS)]
    changed, run = copied[0], copied[1]
    changed.write_text(changed.read_text(encoding="utf-8").replace("# ", "# À moi : ", 1), encoding="utf-8")
    notebook = json.loads(run.read_text(encoding="utf-8"))
    next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["execution_count"] = 7
    run.write_text(json.dumps(notebook), encoding="utf-8")
    (folder / OWN_NOTEBOOKS / ".ipynb_checkpoints").mkdir()
    (folder / OWN_NOTEBOOKS / ".ipynb_checkpoints" / changed.name).touch()
    described = house.describe_deletion(made)
    assert described["own_files"] == 1
    house.delete_workshop(made, described["confirmation"])
    assert [one.relative_to(folder) for one in folder.rglob("*") if one.is_file()] == [changed.relative_to(folder)]


def test_a_folder_renamed_inside_the_folder_of_workshops_is_listed_once_under_its_new_name(
    house: House, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    house.find(start(house)).path.rename(stick / "a")
    house.open_folder(str(stick / "a"))
    house.move_shelf(str(stick))
    (stick / "a").rename(stick / "b")
    house.read_again()
    assert [(one.path.name, one.on_shelf, one.condition) for one in house.list_all()] == [("b", True, "ready")]


def test_the_tables_are_what_the_command_exports_in_one_zip(house: House, sample: str) -> None:
    house.make_takeaway(sample, TakeawayForm.TABLES)
    held = zipfile.ZipFile(io.BytesIO(fetch(house, sample, TakeawayForm.TABLES)))
    store = open_store(house.find(sample).path)
    exported = export_workshop(store, house.shelf.parent / "exported", "fr")
    store.close()
    assert {one.name for one in exported} == set(held.namelist())
    assert all(held.read(one.name) == one.read_bytes() for one in exported)
    assert house.takeaways.find(sample, TakeawayForm.TABLES).name.endswith(" - tableaux.zip")


def test_contact_details_past_the_day_announced_are_not_taken_away_in_tables(house: House, sample: str) -> None:
    folder = house.find(sample).path
    store = open_store(folder)
    reached = [one.email for one in store.read(lambda hall: hall.list_volunteers()) if one.email]
    past = datetime(2020, 1, 1, tzinfo=UTC)
    store.perform(None, lambda hall: hall.update_workshop(replace(hall.find_workshop(), retention_until=past)))
    store.close()
    write_announced(folder, past)
    house.make_takeaway(sample, TakeawayForm.TABLES)
    held = zipfile.ZipFile(io.BytesIO(fetch(house, sample, TakeawayForm.TABLES)))
    told = b"".join(held.read(name) for name in held.namelist()).decode()
    assert reached
    assert not [one for one in reached if one in told]


def test_the_number_of_seats_that_was_set_is_the_one_the_room_opens_with(
    house: House, servers: type[QuickServers]
) -> None:
    made = start(house)
    house.set_seats(made, 320)
    chosen = house.home_model(made)["chosen"]
    assert chosen is not None
    assert chosen["room"]["seats"] == 320
    house.open_room(made)
    await_state(house, made, "open")
    assert servers.made[-1].options.seats == 320
    with pytest.raises(CannotServe) as refused:
        house.set_seats(made, 10)
    assert refusal(refused.value)


def test_the_icon_is_put_on_the_desktop_and_taken_away_again_from_the_page(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = tmp_path / "Bureau"
    monkeypatch.setattr("workshop_kit.hosting.shortcuts.list_usual_folders", lambda *_: [desktop])
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    assert not house.checkup_model()["icon"]
    before = house.numbers()["checkup"]
    house.make_shortcut("fr")
    assert house.checkup_model()["icon"]
    assert house.numbers()["checkup"] > before
    house.remove_shortcut()
    assert not house.checkup_model()["icon"]
    assert list(desktop.iterdir()) == []


def test_a_backup_is_told_and_put_back_on_the_page_while_the_room_is_closed(
    house: House, servers: type[QuickServers], sample: str, shelf: Path
) -> None:
    folder = shelf / "Val-Brume"
    made = make_backup(folder, datetime.now(UTC))
    assert [one["name"] for one in house.list_backups(sample)["backups"]] == [made.path.name]
    with open_store(folder) as store:
        store.perform(None, lambda hall: hall.update_workshop(replace(hall.find_workshop(), title="Autre")))
    house.open_room(sample)
    await_state(house, sample, "open")
    with pytest.raises(CannotServe):
        house.restore_backup(sample, made.path.name)
    house.close_room(sample)
    await_state(house, sample, "closed")
    assert house.restore_backup(sample, made.path.name) == {"remembers": True}
    assert card(house, sample)["title"] != "Autre"
    assert len(house.list_backups(sample)["backups"]) == 2
    for wrong in ("../workshop.db", "nothing"):
        with pytest.raises(MissingEntry) as refused:
            house.restore_backup(sample, wrong)
        assert "sauvegarde" in refusal(refused.value)


def test_another_workshop_s_backup_is_named_on_the_page_and_put_back_only_when_somebody_says_so(
    house: House, sample: str, shelf: Path
) -> None:
    folder = shelf / "Val-Brume"
    made = make_backup(folder, datetime.now(UTC))
    with closing(sqlite3.connect(made.path)) as copy:
        copy.execute("UPDATE workshop SET title = 'Fête du pain', created_at = '2020-01-01 00:00:00.000000'")
        copy.commit()
    (told,) = house.list_backups(sample)["backups"]
    assert (told["state"], told["title"]) == ("other", "Fête du pain")
    with pytest.raises(InvalidEntry) as refused:
        house.restore_backup(sample, made.path.name)
    assert "deuxième question" in refusal(refused.value)
    assert house.restore_backup(sample, made.path.name, other=True) == {"remembers": True}
    assert card(house, sample)["title"] == "Fête du pain"


def test_an_erasure_by_date_is_announced_on_the_page_and_done_when_somebody_confirms(
    house: House, sample: str, shelf: Path
) -> None:
    folder = shelf / "Val-Brume"
    with open_store(folder) as store:
        past = datetime(2026, 1, 1, tzinfo=UTC)
        store.perform(None, lambda hall: hall.update_workshop(replace(hall.find_workshop(), retention_until=past)))
    house.read_again()
    model = house.home_model(sample)["chosen"]
    assert model is not None
    assert model["coming"] is not None
    assert model["coming"]["due"]
    house.erase_due(sample)
    again = house.home_model(sample)["chosen"]
    assert again is not None
    assert again["coming"] is None
    with open_store(folder) as store:
        assert store.read(lambda hall: [one for one in hall.list_volunteers() if one.email or one.phone]) == []
    assert [one["kind"] for one in house.list_backups(sample)["backups"]] == ["sealed"]


#: The clock of a computer three years ahead, and the day of the workshop's activity by its own.
AHEAD = datetime(2029, 12, 1, 12, tzinfo=UTC)


def give_contacts(folder: Path) -> datetime:
    """Have somebody say yes to being asked again in a workshop whose details are kept for a year; return when."""
    at = datetime.now(UTC) - timedelta(days=1)
    with open_store(folder) as store:
        person = Participant("yes", "Coquelicot", "resident", "", Origin.ROOM, at)
        offer = Volunteer("yes", "Jeanne Petit", "jeanne@exemple.fr", "", "", at, "rappel")
        store.perform(None, lambda hall: hall.add_participant(person))
        store.perform(None, lambda hall: hall.update_volunteer(offer))
    return at


def test_a_clock_years_ahead_makes_nothing_untrue_on_the_page(
    house: House, shelf: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = start(house)
    folder = house.find(made).path
    at = give_contacts(folder)
    clock.at = at + timedelta(days=3 * 365)
    with open_store(folder) as store:
        keep_retention(store, folder, clock.at)
    house.read_again()
    chosen: Any = house.home_model(made)["chosen"]
    contacts = next(one for one in chosen["takeaways"] if one["form"] == "contacts")
    assert (contacts["people"], contacts["past"]) == (1, False), "who said yes is still there, and handed on"
    assert chosen["erased_on"] == "", "no day that is over is promised"
    assert chosen["coming"]["doubtful"]
    assert chosen["coming"]["last"] == at.astimezone().date().isoformat()
    monkeypatch.setattr("workshop_kit.files.exporting.workbook.datetime", SimpleNamespace(now=lambda _: clock.at))
    with open_store(folder) as store:
        assert count_contacts(store) == 1
    clock.at = at + timedelta(days=1)  # put right: a year early nothing is announced
    again: Any = house.home_model(made)["chosen"]
    assert again["coming"] is None
    assert again["erased_on"] != ""


def test_contacts_past_their_day_by_a_clock_that_is_believed_are_told_and_not_handed_on(
    house: House, shelf: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = start(house)
    folder = house.find(made).path
    at = give_contacts(folder)
    clock.at = at + timedelta(days=500)
    house.read_again()
    chosen: Any = house.home_model(made)["chosen"]
    contacts = next(one for one in chosen["takeaways"] if one["form"] == "contacts")
    assert (contacts["people"], contacts["past"]) == (1, True)
    monkeypatch.setattr("workshop_kit.hosting.takeaways.datetime", SimpleNamespace(now=lambda _: clock.at))
    with pytest.raises(NotAllowed) as refused:
        export_as(folder, TakeawayForm.CONTACTS, "fr")
    assert refused.value.code == "contacts-past"
    assert export_as(folder, TakeawayForm.WORKBOOK, "fr")


def test_a_glance_and_the_open_workshop_agree_on_when_something_happened_last(house: House, sample: str) -> None:
    folder = house.find(sample).path
    with open_store(folder) as store:
        assert look_at(folder).last == store.read(find_last_moment)


def test_backups_say_what_they_hold_and_those_of_a_clock_that_was_ahead_come_last(house: House, sample: str) -> None:
    folder = house.find(sample).path
    now = house.list_backups(sample)
    early = make_backup(folder, datetime(2026, 11, 20, 20, 32, 47, tzinfo=UTC))
    ahead = make_backup(folder, AHEAD)
    with open_store(folder) as store:
        idea = store.read(lambda hall: hall.list_ideas())[0]
        store.perform(None, lambda hall: hall.add_idea(replace(idea, id="another", text="Une autre idée")))
    late = make_backup(folder, datetime(2026, 11, 23, 20, 32, tzinfo=UTC))
    spoilt = make_backup(folder, datetime(2026, 11, 19, 20, 32, tzinfo=UTC), BackupKind.REPLACED)
    spoilt.path.write_bytes(b"nothing")
    house.read_again()
    listing = house.list_backups(sample)
    told = listing["backups"]
    assert [one["name"] for one in told] == [one.path.name for one in (late, early, spoilt, ahead)]
    assert [one["ahead"] for one in told] == [False, False, False, True]
    assert [one["readable"] for one in told] == [True, True, False, True]
    assert told[1]["ideas"] + 1 == told[0]["ideas"] == listing["ideas"]
    assert told[0]["people"] == listing["people"] == now["people"] > 0
    assert told[0]["phase"] in set(Phase)


def test_a_full_disk_is_told_on_the_page_and_the_page_is_told_that_it_is_over(
    house: House, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def show() -> tuple[Any, Any]:
        house.read_again()
        model = house.home_model(sample)
        return (model["chosen"] or {})["disk_full"], model["shelf"]["state"]  # type: ignore[index]

    def refuse(_folder: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    assert show() == (False, "ready")
    before = house.numbers()["home"]
    monkeypatch.setattr("workshop_kit.store.health.shutil.disk_usage", lambda _: SimpleNamespace(free=19_000_000))
    assert show() == (False, "ready"), "little room is still room"
    monkeypatch.setattr("workshop_kit.store.health._try_writing", refuse)
    assert show() == (True, "full")
    assert house.numbers()["home"] > before
    before = house.numbers()["home"]
    monkeypatch.undo()
    assert show() == (False, "ready")
    assert house.numbers()["home"] > before


def test_a_full_disk_is_said_by_the_folder_s_name_and_not_by_its_path(tmp_path: Path) -> None:
    said = refusal(refuse_writing(tmp_path / "Val-Brume", OSError(errno.ENOSPC, "full")))
    assert "Val-Brume" in said
    assert str(tmp_path) not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", "workshop.db"])
@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("folder-gone", "folder"),
        ("folder-forbidden", "folder"),
        ("folder-not-writable", "folder"),
        ("folder-read-only", "folder"),
        ("store-busy", "place"),
        ("store-damaged", "place"),
        ("store-too-new", "place"),
        ("store-unavailable", "place"),
    ],
)
def test_a_page_names_a_folder_where_a_terminal_says_its_path(
    tmp_path: Path, code: str, value: str, name: str, language: str
) -> None:
    place = tmp_path / "Val-Brume" / name
    error = StoreUnavailable(code, **{value: str(place)}, reason="refused", detail="refused", revision="")
    say = Translator(language)
    assert str(place) in say.sentence(error)
    on_page = say.sentence_on_page(error)
    assert "Val-Brume" in on_page
    assert str(tmp_path) not in on_page
    assert (f"Val-Brume{os.sep}workshop.db" in on_page) == (name != "" and code == "store-damaged")


def test_what_the_system_says_of_a_file_does_not_bring_its_path(tmp_path: Path) -> None:
    (tmp_path / "Val-Brume").mkdir()
    place = tmp_path / "Val-Brume" / "workshop.db"
    error = unavailable(str(place), OSError(errno.EBUSY, "busy", str(place)))
    assert str(tmp_path) not in Translator("fr").sentence_on_page(error)


def test_where_no_file_window_opens_the_page_says_the_whole_path(tmp_path: Path) -> None:
    assert str(tmp_path) in Translator("fr").sentence_on_page(CannotServe("no-file-window", folder=tmp_path))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_folder_is_checked_from_the_page_in_its_language_without_naming_a_command(
    house: House, sample: str, shelf: Path, language: str
) -> None:
    folder = shelf / "Val-Brume"
    result = house.check_folder(sample, language)
    assert result["whole"]
    whole = {"fr": "Le fichier workshop.db est entier.", "en": "The file workshop.db is whole."}[language]
    assert whole in [one["sentence"] for one in result["found"]]
    make_backup(folder, datetime.now(UTC), BackupKind.SEALED)
    (folder / "workshop.db").write_bytes(b"spoilt" * 1000)
    result = house.check_folder(sample, language)
    assert not result["whole"]
    assert "broken" in [one["state"] for one in result["found"]]
    assert not [one for one in result["found"] if "workshop-kit" in one["sentence"]]
