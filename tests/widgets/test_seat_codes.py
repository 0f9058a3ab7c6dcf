"""The personal code of a seat: it brings its person back, nobody else reads it, and guessing is slow."""

from __future__ import annotations

import hmac
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import ANAS, NOON, SECRETS, Phone, Room, begin, fill
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Origin
from workshop_kit.domain.seat_codes import SIGNS, read_code, write_code
from workshop_kit.files import export_workshop
from workshop_kit.live.acts.returning import OF_A_BROWSER, OF_A_DEVICE, TOGETHER
from workshop_kit.store import Repository
from workshop_kit.store.schema import seat_try


def code_of(phone: Phone) -> str:
    return str(phone.model("seat")["code"])


def come(room: Room, visitor: str, address: str = "") -> Phone:
    """Open a browser's page, from a device of its own unless an address is given."""
    phone = room.phone(visitor)
    assert phone.window.visit is not None
    phone.window.visit = replace(phone.window.visit, address=address or f"10.0.0.{len(visitor)}")
    return phone


def other_than(code: str) -> str:
    """Return a code that is nobody's here, as far as chance goes."""
    signs = read_code(code) or ""
    return write_code(signs[:-1] + next(one for one in SIGNS if one != signs[-1]))


def test_who_takes_a_seat_reads_their_code_and_a_newcomer_none(make_room: MakeRoom) -> None:
    room = make_room(begin)
    phone = room.phone("new").join("Mésange")
    assert re.fullmatch(rf"[{SIGNS}]{{3}}-[{SIGNS}]{{3}}", code_of(phone))
    assert code_of(room.phone("new")) == code_of(phone), "it stays the same"
    assert code_of(room.phone("another")) == ""
    assert code_of(room.phone("third").join("Pinson")) != code_of(phone)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{bare}", "{spaced}", "{alike}", "{wide}", "{cyrillic}"])
def test_a_code_brings_back_however_it_is_typed(make_room: MakeRoom, typed: str) -> None:
    room = make_room(begin)
    room.write(lambda hall: hall.link_visitor("old", "bob"))
    room.write(lambda hall: hall.set_seat_code("bob", "K2D58V"))
    forms = {
        "lower": "k2d-58v",
        "bare": "K2D58V",
        "spaced": "k 2 d – 5 8 v",
        "alike": "KZO-SBU",
        "wide": "Ｋ２Ｄ５８Ｖ",
    }
    forms["cyrillic"] = "\u043a2d\u06658v"  # and a figure of an Arabic keyboard
    phone = room.phone("new")
    phone.do("join", "return_to_seat", code=typed.format("K2D-58V", **forms))
    assert phone.me.id == "bob"
    assert code_of(phone) == "K2D-58V"
    assert room.phone("new").me.id == "bob", "the browser stays that person's"


@pytest.mark.parametrize("typed", ["", "  ", "K7P", "K7P-4MXX", "IL1-111", "'; DROP", "🐦🐦🐦-🐦🐦🐦", "x" * 41])
def test_what_can_be_no_code_says_how_one_looks_and_counts_as_no_try(make_room: MakeRoom, typed: str) -> None:
    phone = make_room(begin).phone("new")
    for _ in range(OF_A_BROWSER + 1):
        said = phone.refuse("join", "return_to_seat", code=typed)
    assert "K7P-4MX" in said or "40" in said


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("AAA-AA1", ["«\u202f1\u202f»", "ni 1, ni I, ni L"]),
        ("LaI-1?7", ["«\u202fL I 1 ?\u202f»"]),
        ("🐦AAAAA", ["«\u202f🐦\u202f»"]),
        ("K7P-4M", ["vous en avez tapé 5"]),
        ("--", ["Tapez votre code"]),
    ],
)
def test_what_can_be_no_code_says_which_signs_or_how_many(make_room: MakeRoom, typed: str, says: list[str]) -> None:
    said = make_room(begin).phone("new").refuse("join", "return_to_seat", code=typed)
    for one in says:
        assert one in said


def test_the_same_person_on_two_browsers_gives_once_and_both_show_it(make_room: MakeRoom) -> None:
    room = make_room(fill)
    phone = room.phone("new")
    phone.do("join", "return_to_seat", code="K7P-4MX")
    assert phone.me.id == "ana"
    people = room.read(lambda hall: hall.list_participants())
    assert sum(one.origin is Origin.ROOM for one in people) == 4, "nobody was added"
    phone.do("join", "return_to_seat", code="K7P-4MX")


def test_a_browser_that_sits_elsewhere_is_not_moved_and_learns_nothing(make_room: MakeRoom) -> None:
    room = make_room(begin)
    first, second = room.phone("one").join("Mésange"), room.phone("two").join("Pinson")
    said = second.refuse("join", "return_to_seat", code=code_of(first))
    assert said == second.refuse("join", "return_to_seat", code=other_than(code_of(first)))
    assert second.me.pseudonym == "Pinson"
    assert "Pinson" in said
    assert "Mésange" not in said


def test_nobody_else_reads_a_code(make_room: MakeRoom) -> None:
    room = make_room(fill)
    mine = room.phone(ANAS)
    assert "K7P-4MX" in mine.everything()
    others = (room.phone("stranger"), room.phone("helper"), room.laptop(), room.screen())
    room.write(lambda hall: hall.add_helper("helper", NOON))
    for page in others:
        page.follow_once()
        assert not {"K7P-4MX", "K7P4MX"} & set(re.findall(r"[A-Z0-9]{3}-?[A-Z0-9]{3}", page.everything()))


def test_a_code_goes_with_its_seat(make_room: MakeRoom) -> None:
    room = make_room(begin)
    phone = room.phone("one").join("Mésange")
    code = code_of(phone)
    phone.do("thanks", "erase", with_ideas=True)
    assert code_of(phone) == ""
    assert "personne" in room.phone("two").refuse("join", "return_to_seat", code=code)
    database = b"".join(path.read_bytes() for path in room.folder.iterdir() if path.name.startswith("workshop.db"))
    assert (read_code(code) or "").encode() not in database


def test_who_came_with_a_code_is_seen_and_can_be_put_out_by_who_was_there_before(make_room: MakeRoom) -> None:
    room = make_room(begin)
    owner = room.phone("one").join("Mésange")
    code = code_of(owner)
    assert owner.model("seat")["returned"] is None
    room.moment += timedelta(minutes=3)
    looker = room.phone("two")
    looker.do("join", "return_to_seat", code=code)
    owner.follow_once()
    assert owner.model("seat")["returned"] == int(room.moment.timestamp() * 1000)
    assert looker.model("seat")["returned"] is None
    looker.do("seat", "put_others_out")
    owner.follow_once()
    assert owner.me.pseudonym == "Mésange", "who came later puts nobody out who was there"
    changed = code_of(owner)
    owner.do("seat", "put_others_out")
    looker.follow_once()
    assert looker.window.participant is None
    assert changed != code_of(owner) != code
    assert code_of(looker) == ""
    for old in (code, changed):
        assert "personne" in looker.refuse("join", "return_to_seat", code=old)
    assert owner.model("seat")["returned"] is None


def test_who_came_with_a_code_reads_no_contact_details(make_room: MakeRoom) -> None:
    room = make_room(fill)
    room.walk_to(Moment.OFFER)
    mine, other = room.phone(ANAS), room.phone("two")
    other.do("join", "return_to_seat", code="K7P-4MX")
    for phone in (mine, other):
        phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert "jeanne@exemple.fr" in mine.everything()
    assert not any(secret in other.everything() for secret in SECRETS)
    assert other.model("offer")["offer"]["concealed"]
    assert other.model("thanks")["given"]["offer"]["concealed"]


def test_who_came_with_a_code_reads_nothing_of_what_one_can_do(make_room: MakeRoom) -> None:
    def say(hall: Repository) -> None:
        kept = hall.find_volunteer("ana")
        assert kept is not None
        hall.update_volunteer(replace(kept, often="tard le soir", languages=("zarma",)))

    room = make_room(fill, say)
    room.walk_to(Moment.OFFER)
    mine, other = room.phone(ANAS), room.phone("two")
    other.do("join", "return_to_seat", code="K7P-4MX")
    for phone in (mine, other):
        phone.do("thanks", "look_at_what_i_gave", opened=True)
    assert mine.model("thanks")["given"]["terms"]["often"] == "tard le soir"
    assert other.model("offer")["terms"] is other.model("thanks")["given"]["terms"] is None
    assert not any(said in other.everything() for said in ("tard le soir", "zarma"))


def test_an_export_holds_no_code(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room(fill)
    for path in export_workshop(room.store, tmp_path / "out", "fr"):
        assert "K7P" not in path.read_text(encoding="utf-8-sig")


def refusals(phone: Phone, wrong: str, times: int) -> list[str]:
    return [phone.refuse("join", "return_to_seat", code=wrong) for _ in range(times)]


def is_slow(said: str) -> bool:
    return "\u00a0min" in said  # the wait, in minutes


def wait_told(said: str) -> timedelta:
    found = re.search(r"(\d+)\s+min", said)
    assert found is not None, said
    return timedelta(minutes=int(found[1]))


@pytest.mark.parametrize("together", [False, True])
def test_the_wait_that_is_told_is_the_true_one(make_room: MakeRoom, together: bool) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    guesser = come(room, "guesser", "10.9.9.9")
    refusals(guesser, other_than(code), OF_A_BROWSER)
    for number in range(TOGETHER if together else 0):
        refusals(come(room, f"cookie {number}", f"10.1.0.{number}"), other_than(code), 1)
    wait = wait_told(guesser.refuse("join", "return_to_seat", code=code))
    assert wait == timedelta(minutes=10 if together else 1)
    if together:  # the room goes on guessing
        for minute in range(9):
            room.moment += timedelta(minutes=1)
            for number in range(TOGETHER):
                refusals(come(room, f"later {minute} {number}", f"10.{minute + 2}.0.{number}"), other_than(code), 1)
        assert is_slow(guesser.refuse("join", "return_to_seat", code=code))
        room.moment -= timedelta(minutes=9)
    room.moment += wait
    guesser.do("join", "return_to_seat", code=code)


def test_one_browser_guesses_a_few_times_a_minute_and_then_even_the_right_code_waits(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    guesser = come(room, "guesser")
    said = refusals(guesser, other_than(code), OF_A_BROWSER + 1)
    assert [is_slow(one) for one in said] == [False] * OF_A_BROWSER + [True]
    assert is_slow(guesser.refuse("join", "return_to_seat", code=code)), "it tells nobody that it was right"
    room.moment += timedelta(minutes=1)
    guesser.do("join", "return_to_seat", code=code)


def test_a_device_without_its_cookie_is_the_same_device(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    for number in range(OF_A_DEVICE):
        assert not is_slow(refusals(come(room, f"cookie {number}", "10.0.0.9"), other_than(code), 1)[0])
    assert is_slow(come(room, "a new cookie", "10.0.0.9").refuse("join", "return_to_seat", code=code))
    come(room, "neighbour", "10.0.0.10").do("join", "return_to_seat", code=code)


def test_behind_one_address_who_was_never_wrong_comes_in_though_a_few_browsers_guess(make_room: MakeRoom) -> None:
    room = make_room(fill)
    for number in range(4):
        guesser = come(room, f"guesser{number}", "192.0.2.1")
        for _ in range(OF_A_BROWSER):
            guesser.refuse("join", "return_to_seat", code="AAA-222")
    assert is_slow(guesser.refuse("join", "return_to_seat", code="K7P-4MX"))
    owner = come(room, "owner", "192.0.2.1")
    owner.do("join", "return_to_seat", code="K7P-4MX")
    assert owner.me.id == "ana"


def test_fresh_cookies_behind_one_address_guess_no_more_than_is_said(make_room: MakeRoom) -> None:
    room = make_room(fill)
    for number in range(2 * TOGETHER):
        guesser = come(room, f"guesser{number}", "192.0.2.1")
        for _ in range(OF_A_BROWSER if number < 3 else 1):
            guesser.refuse("join", "return_to_seat", code="AAA-222")
    assert len(room.read(lambda hall: hall.list_seat_tries())) <= 27


def test_six_takes_no_address_of_its_network_for_another_device(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    for number in range(OF_A_DEVICE):
        refusals(come(room, f"cookie {number}", f"fd00::{number + 1:x}"), other_than(code), 1)
    assert is_slow(come(room, "a new cookie", "fd00::ffff").refuse("join", "return_to_seat", code=code))
    come(room, "mapped", "::ffff:10.0.0.8").do("join", "return_to_seat", code=code)


def test_while_the_room_guesses_much_who_was_wrong_waits_and_who_was_not_comes_back(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    for number in range(TOGETHER):
        refusals(come(room, f"cookie {number}", f"10.1.0.{number}"), other_than(code), 1)
    assert is_slow(come(room, "cookie 1", "10.1.9.9").refuse("join", "return_to_seat", code=code))
    assert is_slow(come(room, "new cookie", "10.1.0.1").refuse("join", "return_to_seat", code=code))
    come(room, "somebody", "10.1.0.200").do("join", "return_to_seat", code=code)


def test_tries_are_forgotten_after_ten_minutes_and_a_clock_put_back_keeps_none(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    refusals(come(room, "guesser"), other_than(code), OF_A_BROWSER)
    room.moment -= timedelta(days=1)
    come(room, "guesser").refuse("join", "return_to_seat", code=other_than(code))
    room.moment += timedelta(minutes=11)
    come(room, "guesser").do("join", "return_to_seat", code=code)
    assert room.read(lambda hall: hall.list_seat_tries()) == []


def test_what_is_kept_of_a_guess_names_no_address(make_room: MakeRoom) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    refusals(come(room, "guesser", "10.77.66.55"), other_than(code), 1)
    [(_, device, _)] = room.read(lambda hall: hall.list_seat_tries())
    assert "10.77" not in device
    assert {column.name for column in seat_try.c} == {"id", "visitor", "device", "slot"}


def test_codes_are_compared_in_a_time_that_tells_nothing(make_room: MakeRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    room = make_room(begin)
    code = code_of(room.phone("one").join("Mésange"))
    compared: list[Any] = []
    real = hmac.compare_digest

    def compare(one: Any, other: Any) -> bool:
        compared.append((one, other))
        return real(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    come(room, "two").do("join", "return_to_seat", code=code)
    assert len(compared) == 1
