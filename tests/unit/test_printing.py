"""What prints rest on: codes that phones read, addresses as people write them, days, hours, and for whom a print is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.entries import read_web_address
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Challenge, Stakeholder, StakeholderStatus, new_workshop
from workshop_kit.domain.printing import (
    Lack,
    PrintKind,
    Provenance,
    choose_challenges,
    choose_to_remind,
    choose_to_write,
    count_minutes,
    find_lacks,
    find_register,
    open_address,
    part_lacks,
    says_phone,
    shorten,
    show_address,
    write_wifi,
)
from workshop_kit.errors import InvalidEntry
from workshop_kit.i18n.dates import name_weekdays, say_day_of_month, say_hour, say_weekday
from workshop_kit.prints.colours import CONTRAST, choose_colours, darken, measure_contrast

NOW = datetime(2026, 11, 28, tzinfo=UTC)


# -- codes and addresses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("Val-Brume", "brume2028", "WIFI:T:WPA;S:Val-Brume;P:brume2028;;"),
        ("Salle", "", "WIFI:T:nopass;S:Salle;;"),
        ('a;b,c:d"e\\f', "x;y", 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:x\\;y;;'),
        ("", "x", ""),
    ],
)
def test_a_wifis_code_shields_the_signs_that_part_it(name: str, password: str, code: str) -> None:
    assert write_wifi(name, password) == code


@given(st.text(min_size=1, max_size=32), st.text(min_size=1, max_size=63))
def test_a_phone_reads_from_a_wifis_code_what_was_put_in(name: str, password: str) -> None:
    fields, field, shielded = [], "", False
    for sign in write_wifi(name, password).removeprefix("WIFI:"):
        if shielded or sign not in "\\;":
            field, shielded = field + sign, False
        elif sign == "\\":
            shielded = True
        else:
            fields.append(field)
            field = ""
    assert fields == ["T:WPA", f"S:{name}", f"P:{password}", ""]


@pytest.mark.parametrize(
    ("typed", "shown", "opened"),
    [
        ("val-brume.example/2028", "val-brume.example/2028", "https://val-brume.example/2028"),
        ("HTTPS://val-brume.example/", "val-brume.example", "HTTPS://val-brume.example/"),
        ("http://192.168.50.20:8000/?door=tilleul-cuivre", "192.168.50.20:8000", None),
        ("", "", ""),
    ],
)
def test_an_address_is_shown_as_people_write_it_and_opened_as_a_phone_does(
    typed: str, shown: str, opened: str | None
) -> None:
    assert show_address(typed) == shown
    assert open_address(typed) == (typed if opened is None else opened)


@pytest.mark.parametrize("typed", ["val-brume.example", "http://[fe80::1]:8000/", "http://localhost:8866/", "a.fr?x#y"])
def test_what_a_browser_opens_is_a_web_address(typed: str) -> None:
    assert read_web_address(typed) == typed


@pytest.mark.parametrize("typed", ["notre site", "site", "javascript:alert(1)", "ftp://a.example", "a@b.example", ".."])
def test_what_it_does_not_is_none(typed: str) -> None:
    with pytest.raises(InvalidEntry, match="web-address-shape"):
        read_web_address(typed)


# -- days, hours, words ---------------------------------------------------------------------------------------------


def test_days_and_hours_are_said_as_on_a_notice_and_never_parted() -> None:
    first, day = date(2027, 3, 1), date(2027, 1, 21)
    assert say_weekday(day, "fr") == "jeudi 21\u00a0janvier\u00a02027"
    assert say_weekday(day, "en", year=False) == "Thursday 21\u00a0January"
    assert say_day_of_month(first, "fr") == "1er\u00a0mars"
    assert [say_hour(time(18, 30), language) for language in ("fr", "en")] == ["18\u00a0h\u00a030", "6.30\u00a0pm"]
    assert [say_hour(hour, "en") for hour in (time(0), time(12), time(9, 5))] == [
        "12\u00a0am",
        "12\u00a0pm",
        "9.05\u00a0am",
    ]
    assert (name_weekdays("fr")[0], name_weekdays("en")[-1]) == ("lundi", "Sunday")


@pytest.mark.parametrize(
    ("begins", "finishes", "minutes"),
    [
        ("18:00", "20:00", 120),
        ("18:00", "18:00", None),
        ("20:00", "18:00", None),
        ("", "18:00", None),
        ("x", "y", None),
    ],
)
def test_a_length_is_said_only_where_there_is_one(begins: str, finishes: str, minutes: int | None) -> None:
    assert count_minutes(Invitation(begins=begins, finishes=finishes)) == minutes


@given(st.text(max_size=300), st.integers(2, 80))
def test_a_text_is_cut_to_what_there_is_room_for(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


# -- for whom -------------------------------------------------------------------------------------------------------


def make_list() -> tuple[Stakeholder, ...]:
    return tuple(Stakeholder(status.value, "shop", status.value, status=status) for status in StakeholderStatus)


def test_those_to_invite_are_written_to_and_with_the_whole_list_all_but_who_said_no() -> None:
    assert [one.id for one in choose_to_write(make_list(), everyone=False)] == ["to_invite"]
    assert {one.id for one in choose_to_write(make_list(), everyone=True)} == {"to_invite", "invited", "coming", "came"}


def test_the_longest_silent_is_reminded_first_and_who_knows_since_when_last() -> None:
    silent = Stakeholder("never", "shop", "x", status=StakeholderStatus.INVITED)
    later = replace(silent, id="later", invited_at=datetime(2026, 11, 20, tzinfo=UTC))
    sooner = replace(silent, id="sooner", invited_at=datetime(2026, 11, 2, tzinfo=UTC))
    assert [one.id for one in choose_to_remind((silent, later, *make_list()[:1], sooner))] == [
        "sooner",
        "later",
        "never",
    ]


def test_who_is_invited_for_challenges_that_are_no_more_is_invited_for_all() -> None:
    challenges = tuple(Challenge(f"c{number}", "x", "y") for number in range(3))
    one = Stakeholder("a", "shop", "a", challenges=("c2", "gone"))
    assert [number for number, _ in choose_challenges(one, challenges)] == [3]
    assert [number for number, _ in choose_challenges(replace(one, challenges=("gone",)), challenges)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("number", "register"),
    [
        ("W595000001", Provenance.RNA),
        ("w59 5000 001", Provenance.RNA),
        ("123456789", Provenance.SIRENE),
        ("123 456 789 00012", Provenance.SIRENE),
        ("12345", Provenance.OTHER),
        ("  ", Provenance.ORGANISER),
    ],
)
def test_a_register_is_known_by_the_shape_of_its_numbers(number: str, register: Provenance) -> None:
    assert find_register(Stakeholder("a", "shop", "a", register=number)) is register


@pytest.mark.parametrize("kind", PrintKind)
def test_nothing_is_lacking_where_all_is_said(kind: PrintKind) -> None:
    workshop = replace(new_workshop("T", "V", "fr", NOW), organiser="x", contact="x", follow_up="x")
    said = Invitation(*["val-brume.example"] * 10)
    challenges = (Challenge("c", "x", "y"),)
    assert find_lacks(kind, workshop, said, challenges, logo=True, room=False) == ()
    bare = find_lacks(kind, new_workshop("T", "V", "fr", NOW), Invitation(), (), logo=False, room=False)
    assert (Lack.CHALLENGES in bare) is (
        kind in {PrintKind.LETTERS, PrintKind.EMAILS, PrintKind.POSTER, PrintKind.FORM}
    )


# -- colours --------------------------------------------------------------------------------------------------------


@given(st.integers(0, 0xFFFFFF))
def test_text_in_any_communes_colour_can_be_read_on_white(colour: int) -> None:
    written = f"#{colour:06x}"
    assert measure_contrast(darken(written)) >= CONTRAST
    if measure_contrast(written) >= CONTRAST:
        assert darken(written) == written


def test_in_black_and_white_every_mark_is_black_and_every_ground_white() -> None:
    tokens = choose_colours("#ffe000", bw=True)
    assert {tokens[name] for name in ("ink", "quiet", "lead", "warm")} == {"#000000"}
    assert {tokens[name] for name in ("soft", "warm-soft", "lead-soft")} == {"#ffffff"}


def test_what_several_prints_lack_is_parted_from_what_one_lacks_alone() -> None:
    shared, own = part_lacks(
        {
            kind: find_lacks(kind, new_workshop("T", "V", "fr", NOW), Invitation(), (), logo=True, room=True)
            for kind in PrintKind
        }
    )
    assert (Lack.PLACE in shared, Lack.WIFI_NAME in shared) == (True, False)
    assert own[PrintKind.DOOR] == (Lack.WIFI_NAME,)
    assert own[PrintKind.LETTERS] == ()


@pytest.mark.parametrize(
    ("contact", "phone", "said"),
    [
        ("Mairie, 03 28 68 00 00", "03 28 68 00 00", True),
        ("Mairie, 03.28.68.00.00 (9 h-12 h)", "03 28 68 00 00", True),
        ("Mairie, +33 (0)3 28 68 00 00", "03 28 68 00 00", True),
        ("Mairie, 03-28-68-00-00", "+33 3 28 68 00 00", True),
        ("12 03 28 68 00 00 06 12 34 56 78", "03 28 68 00 00 (le matin)", True),
        ("Mairie : 3975", "3975", True),
        ("Mairie, 01 42 39 75 10", "3975", False),
        ("Mairie, 03 28 68 00 00", "03 28 68 00 00, 3975", False),
        ("Mairie", "le secrétariat", False),
        ("", "03 28 68 00 00", False),
    ],
)
def test_a_number_that_a_contact_says_is_known_again_however_it_is_written(
    contact: str, phone: str, said: bool
) -> None:
    assert says_phone(contact, phone) is said
