"""A colleague's file comes part by part: whatever is sent, it is whole and once, or nothing is left of it."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.hosting.conftest import start
from workshop_kit.errors import InvalidEntry, MissingEntry, UnreadableFile, WorkshopError
from workshop_kit.hosting.house import House
from workshop_kit.hosting.uploads import ABANDONED_AFTER, PART, Uploads
from workshop_kit.live.contract.home.shown import TakeawayForm

WHOLE = bytes(range(256)) * 4


class Seconds:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def uploads(tmp_path: Path, seconds: Seconds) -> Uploads:
    return Uploads(tmp_path, seconds)


def encode(content: bytes) -> str:
    return base64.b64encode(content).decode()


def kept(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


@pytest.mark.parametrize("size", [-1, True, 1.0, "12", None, 2_000_000_001, 10**30])
def test_what_is_no_size_of_a_workshop_is_refused(uploads: Uploads, tmp_path: Path, size: object) -> None:
    with pytest.raises(InvalidEntry):
        uploads.begin("a.zip", size)  # type: ignore[arg-type]
    assert kept(tmp_path) == []


def test_parts_in_order_make_the_file_and_one_sent_twice_is_taken_once(uploads: Uploads) -> None:
    begun = uploads.begin("a.zip", len(WHOLE))["upload"]
    for at in (0, 0, 300, 0, 300, 600, 900, 600):
        uploads.add(begun, at, encode(WHOLE[at : at + 300]))
    assert uploads.find_whole(begun).read_bytes() == WHOLE


def test_a_part_that_begins_in_what_is_there_adds_what_is_new(uploads: Uploads) -> None:
    begun = uploads.begin("a.zip", len(WHOLE))["upload"]
    uploads.add(begun, 0, encode(WHOLE[:500]))
    uploads.add(begun, 200, encode(WHOLE[200:]))
    assert uploads.find_whole(begun).read_bytes() == WHOLE


@pytest.mark.parametrize(
    ("start_at", "content"),
    [
        (301, encode(WHOLE[301:400])),
        (-5, encode(b"abc")),
        (300, encode(WHOLE)),
        (len(WHOLE), encode(b"more")),
        (300, "no base64 !"),
        (300, "é"),
        (300, encode(bytes(PART + 1))),
        (1.0, encode(b"a")),
        (300, None),
    ],
)
def test_what_leaves_a_gap_or_is_no_part_is_refused_and_changes_nothing(
    uploads: Uploads, tmp_path: Path, start_at: int, content: str
) -> None:
    begun = uploads.begin("a.zip", len(WHOLE))["upload"]
    uploads.add(begun, 0, encode(WHOLE[:300]))
    with pytest.raises(InvalidEntry):
        uploads.add(begun, start_at, content)
    assert [one.read_bytes() for one in kept(tmp_path)] == [WHOLE[:300]]


def test_a_file_of_which_a_part_is_missing_is_not_taken(uploads: Uploads) -> None:
    begun = uploads.begin("a.zip", len(WHOLE))["upload"]
    uploads.add(begun, 0, encode(WHOLE[:300]))
    with pytest.raises(MissingEntry):
        uploads.find_whole(begun)


def test_two_files_at_once_do_not_mix(uploads: Uploads) -> None:
    one, two = (uploads.begin("a.zip", 600)["upload"] for _ in range(2))
    for at in (0, 300):
        uploads.add(one, at, encode(b"a" * 300))
        uploads.add(two, at, encode(b"b" * 300))
    assert uploads.find_whole(one).read_bytes() == b"a" * 600
    assert uploads.find_whole(two).read_bytes() == b"b" * 600


@pytest.mark.parametrize(
    "name",
    ["../../secret", "/etc/passwd", "C:\\Windows\\x", "a\x00b", "a\nb", "..", "", "CON", "\u202egpj.zip", "é" * 255],
)
def test_a_name_leads_nowhere(uploads: Uploads, tmp_path: Path, name: str) -> None:
    begun = uploads.begin(name, 0)["upload"]
    path = uploads.find_whole(begun)
    assert path.parent.name == begun
    assert kept(tmp_path) == [path]


def test_a_file_that_nobody_goes_on_with_is_erased(uploads: Uploads, tmp_path: Path, seconds: Seconds) -> None:
    left, used = (uploads.begin("a.zip", len(WHOLE))["upload"] for _ in range(2))
    seconds.now = ABANDONED_AFTER * 0.9
    uploads.add(used, 0, encode(WHOLE))
    seconds.now = ABANDONED_AFTER * 1.1
    uploads.drop_abandoned()
    assert kept(tmp_path) == [uploads.find_whole(used)]
    with pytest.raises(MissingEntry):
        uploads.add(left, 0, encode(WHOLE))


def test_a_fourth_file_takes_the_place_of_the_one_that_rested_longest(uploads: Uploads, seconds: Seconds) -> None:
    first, second, third = (uploads.begin("a.zip", len(WHOLE))["upload"] for _ in range(3))
    for seconds.now, one in ((1.0, first), (2.0, third)):
        uploads.add(one, 0, encode(WHOLE))
    uploads.begin("a.zip", 3)
    uploads.find_whole(first)
    uploads.find_whole(third)
    with pytest.raises(MissingEntry):
        uploads.find_whole(second)


@pytest.mark.parametrize("content", [b"", b"no archive", WHOLE])
def test_nothing_is_left_of_a_file_that_was_refused(house: House, tmp_path: Path, content: bytes) -> None:
    begun = house.begin_upload("a.atelier.zip", len(content))["upload"]
    house.send_part(begun, 0, encode(content))
    with pytest.raises(UnreadableFile):
        house.take_in(begun)
    assert kept(tmp_path / "state" / "aside") == []
    with pytest.raises(MissingEntry):
        house.take_in(begun)


@pytest.mark.posix
def test_what_holds_secrets_or_people_is_for_this_user_alone(house: House, tmp_path: Path, shelf: Path) -> None:
    made = start(house)
    house.make_takeaway(made, TakeawayForm.FOLDER)
    house.make_takeaway(made, TakeawayForm.CONTACTS)
    for form in (TakeawayForm.FOLDER, TakeawayForm.CONTACTS):
        for _ in range(1000):
            if house.takeaways.find(made, form).state == "ready":
                break
            house.ended.wait(0.02)
    bundle = next((tmp_path / "state" / "aside").rglob("*.folder")).read_bytes()
    begun = house.begin_upload("a.atelier.zip", len(bundle))["upload"]
    house.send_part(begun, 0, encode(bundle))
    begun_too = house.begin_upload("b.atelier.zip", len(bundle))["upload"]
    house.send_part(begun_too, 0, encode(bundle))
    taken = house.find(house.take_in(begun)["workshop"]).path
    (tmp_path / "state").chmod(0o700)
    places = [tmp_path / "state", *(tmp_path / "state").rglob("*"), house.find(made).path, taken]
    places += [taken / "workshop.db", house.find(made).path / "workshop.db"]
    assert len(kept(tmp_path / "state")) >= 4
    assert {one.name: oct(one.stat().st_mode) for one in places if one.stat().st_mode & 0o077} == {}


def test_a_refusal_of_the_protocol_has_a_sentence_in_both_languages(uploads: Uploads) -> None:
    from workshop_kit.i18n import LANGUAGES, Translator

    with pytest.raises(WorkshopError) as refused:
        uploads.begin("a.zip", 3_000_000_000)
    assert all(Translator(one).sentence(refused.value) for one in LANGUAGES)
