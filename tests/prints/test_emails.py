"""Invitations as messages to send: what a mail program and a calendar read in them, whatever people are called."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from tests.prints.invited import BAKER, CHALLENGES, NOW, SAID, make_invited
from workshop_kit.domain.printing import PrintKind
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import Translator
from workshop_kit.prints.invitations import print_invitation
from workshop_kit.prints.matter import Options


def write_to(folder: Path, language: str | None = None) -> dict[str, EmailMessage]:
    """Return the messages by the names of their files, as a mail program reads them."""
    made = print_invitation(folder, PrintKind.EMAILS, Options(language=language), now=NOW)
    assert made.ending == ".zip"
    with zipfile.ZipFile(BytesIO(made.printed.content)) as bundle:
        assert bundle.testzip() is None
        found = {name: message_from_bytes(bundle.read(name), policy=policy.default) for name in bundle.namelist()}
    assert all(isinstance(one, EmailMessage) for one in found.values())
    return found


def read_part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def read_calendar(message: EmailMessage) -> icalendar.Calendar:
    (file,) = message.iter_attachments()
    assert file.get_content_type() == "text/calendar"
    assert str(file.get_filename()).endswith(".ics")
    calendar = icalendar.Calendar.from_ical(file.get_content())
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def test_each_person_with_an_address_has_a_message_that_is_a_draft(tmp_path: Path) -> None:
    found = write_to(make_invited(tmp_path))
    assert list(found) == ["001-boulangerie-du-moulin.eml", "002-judo-club-de-la-vallee.eml"]
    baker, judo = found.values()
    assert (baker["X-Unsent"], judo["X-Unsent"]) == ("1", "1")
    assert [one.addr_spec for one in baker["To"].addresses] == ["samia@moulin.example"]
    assert baker["To"].addresses[0].display_name == "Samia Ferrand"
    assert baker["From"] is None
    assert baker.defects == []
    assert " ".join(baker["Subject"].split()) == "Deux heures de votre temps, le 21 janvier ? – Val-Brume"


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_both_forms_of_a_message_say_why_for_what_when_and_how_to_answer(tmp_path: Path, kind: str) -> None:
    body = read_part(write_to(make_invited(tmp_path))["001-boulangerie-du-moulin.eml"], kind)
    wanted = [
        BAKER.reason[:60],
        CHALLENGES[0][1],
        SAID.place,
        SAID.phone,
        SAID.address,
        "Mairie de Val-Brume",
        "Sirene",
    ]
    wanted += ["Jeudi 21\xa0janvier\xa02027", "18\xa0h – 20\xa0h", "15\xa0janvier"]
    assert [one for one in wanted if one not in body] == []
    assert "**" not in body
    assert CHALLENGES[1][1] not in body


@pytest.mark.parametrize(
    ("zone", "named"),
    [
        ("Europe/Paris", "Europe/Paris"),
        ("Europe/Brussels", "Europe/Paris"),
        ("Europe/London", "Europe/London"),
        ("Indian/Reunion", "Indian/Reunion"),
        ("America/Martinique", "America/Guadeloupe"),
        ("Pacific/Noumea", "Pacific/Noumea"),
        ("UTC", "Europe/Paris"),
    ],
)
def test_a_calendar_has_the_hours_of_the_letter_in_the_zone_of_the_place(
    tmp_path: Path, zone: str, named: str, clock: Callable[[str], None]
) -> None:
    clock(zone)
    for day in ("2027-01-21", "2027-03-28", "2027-07-01"):
        folder = make_invited(tmp_path / day, invitation=replace(SAID, day=day))
        calendar = read_calendar(next(iter(write_to(folder).values())))
        (event,) = calendar.walk("VEVENT")
        assert event["DTSTART"].to_ical() == f"{day.replace('-', '')}T180000".encode()
        assert str(event["DTSTART"].params["TZID"]) == named
        assert event.decoded("DTSTART") == datetime.fromisoformat(f"{day}T18:00").replace(tzinfo=ZoneInfo(named))
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(hours=2)
        assert [str(one["TZID"]) for one in calendar.walk("VTIMEZONE")] == [named]
        assert str(event["LOCATION"]) == SAID.place


def test_a_calendar_made_in_a_zone_of_nobody_s_tells_the_moment_itself(
    tmp_path: Path, clock: Callable[[str], None]
) -> None:
    clock("America/Montreal")
    calendar = read_calendar(next(iter(write_to(make_invited(tmp_path)).values())))
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].to_ical() == b"20270121T230000Z"


def test_the_entry_of_a_workshop_stays_the_same_when_it_is_moved(tmp_path: Path) -> None:
    before, after = (
        read_calendar(next(iter(write_to(make_invited(tmp_path / day, invitation=replace(SAID, day=day))).values())))
        for day in ("2027-01-21", "2027-02-18")
    )
    names = {str(one.walk("VEVENT")[0]["UID"]) for one in (before, after)}
    assert len(names) == 1


def test_a_workshop_without_an_hour_takes_the_day_and_without_a_day_has_no_calendar(tmp_path: Path) -> None:
    folder = make_invited(tmp_path / "a", invitation=replace(SAID, begins=""))
    (event,) = read_calendar(next(iter(write_to(folder).values()))).walk("VEVENT")
    start = event.decoded("DTSTART")
    assert (start, isinstance(start, datetime)) == (date(2027, 1, 21), False)
    folder = make_invited(tmp_path / "b", invitation=replace(SAID, day=""))
    assert list(next(iter(write_to(folder).values())).iter_attachments()) == []


def test_names_and_words_cannot_add_a_header_nor_markup(tmp_path: Path) -> None:
    odd = replace(
        BAKER,
        name="../../etc/passwd\r\nBcc: all@victim.example",
        contact='"Ann" <a@b.example>\r\nBcc: all@victim.example, x',
        reason="<script>alert(1)</script> & <b>**gras**</b>",
    )
    folder = make_invited(tmp_path, people=(odd,), organiser="A\r\nBcc: all@victim.example")
    ((name, message),) = write_to(folder).items()
    assert "/" not in name
    assert ".." not in name
    assert message["Bcc"] is None
    assert [one.addr_spec for one in message["To"].addresses] == ["samia@moulin.example"]
    body = read_part(message, "html")
    assert "<script>" not in body
    assert "&lt;script&gt;" in body
    assert "**gras**" in read_part(message, "plain")


@pytest.mark.parametrize(
    "hidden",
    [
        "=?utf-8?q?x_=3Call=40victim=2Eexample=3E=2C_y?=",
        "=?utf-8?q?x=22_=3Call=40victim=2Eexample=3E=2C?=",
        "=?utf-8?b?eCA8YWxsQHZpY3RpbS5leGFtcGxlPiwgeQ==?=",
        "=?utf-8?q?a=0D=0ABcc=3A_all=40victim=2Eexample?=",
    ],
)
def test_a_name_in_code_hides_no_recipient_and_no_header(tmp_path: Path, hidden: str) -> None:
    folder = make_invited(tmp_path, people=(replace(BAKER, name=hidden, contact=hidden),), territory=hidden)
    made = print_invitation(folder, PrintKind.EMAILS, now=NOW)
    with zipfile.ZipFile(BytesIO(made.printed.content)) as bundle:
        (written,) = (bundle.read(name) for name in bundle.namelist())
    lines = written.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").split(b"\r\n")
    assert not [line for line in lines if line.startswith(b"Bcc")]
    message = message_from_bytes(written, policy=policy.default)
    assert message["Bcc"] is None
    assert [one.addr_spec for one in message["To"].addresses] == ["samia@moulin.example"]


@pytest.mark.parametrize(
    "address",
    ["", "nobody", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "«é»@ü.example", "a..b@c.example"],
)
def test_an_address_that_is_none_is_left_out_and_named(tmp_path: Path, address: str) -> None:
    folder = make_invited(tmp_path / "a", people=(BAKER, replace(BAKER, id="odd", name="Chez Odile", email=address)))
    made = print_invitation(folder, PrintKind.EMAILS, now=NOW)
    with zipfile.ZipFile(BytesIO(made.printed.content)) as bundle:
        reached = len(bundle.namelist())
    assert (reached, made.unreached) in ((1, ("Chez Odile",)), (2, ()))
    if reached == 1:
        assert "Chez Odile" in made.say_lacks(Translator("fr"))


def test_with_no_address_at_all_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="nobody-with-email"):
        print_invitation(make_invited(tmp_path, people=(replace(BAKER, email=""),)), PrintKind.EMAILS, now=NOW)


def test_the_same_invitation_is_the_same_file(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    texts = [[read_part(one, "html") for one in write_to(folder, "en").values()] for _ in range(2)]
    assert texts[0] == texts[1]
    assert 'lang="en"' in texts[0][0]
