"""A writer of invitations as messages (*RFC 5322*), one file each, that a mail program opens as drafts to be sent."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO
from typing import Final

from workshop_kit.domain.model import Stakeholder
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.printing import choose_challenges, find_mail_address, parse_day, shorten, write_header
from workshop_kit.i18n.dates import say_day_of_month
from workshop_kit.prints.agenda_file import write_calendar
from workshop_kit.prints.letters import list_parts, say_lead_in, say_reason, say_source, say_title
from workshop_kit.prints.literals import Rich, first_up, plainly
from workshop_kit.prints.matter import LINE, NAME, Matter, say_when, sign_for, tell_challenge

#: A file of a bundle bears no hour: the same messages are the same file.
_WHEN: Final = (1980, 1, 1, 0, 0, 0)
_NAME: Final = 60
_QUIET: Final = "font-size:smaller;color:#55636a"
_FRAME: Final = "border-left:6px solid #a8480c;padding:4px 12px;margin:12px 0"


def bundle_emails(matter: Matter, invited: Sequence[Stakeholder]) -> bytes:
    """Return one message to each of ``invited`` who has an address, as a zip."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in write_emails(matter, invited):
            bundle.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def write_emails(matter: Matter, invited: Sequence[Stakeholder]) -> Iterator[tuple[str, bytes]]:
    """Yield one message to each of ``invited`` who has an address, each with the name of its file."""
    calendar = write_calendar(matter)
    reached = [(one, address) for one in invited if (address := find_mail_address(one)) is not None]
    for number, (one, address) in enumerate(reached, start=1):
        yield f"{number:03}-{_name_file(one.name)}.eml", _write(matter, one, address, calendar)


def _name_file(name: str) -> str:
    """Return a name as any system takes it in a file's: plain letters, figures and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", fold_name(name))[:_NAME].strip("-") or "invitation"


def _write(matter: Matter, one: Stakeholder, address: Address, calendar: bytes) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["To"] = address
    territory = shorten(matter.workshop.territory, NAME)
    subject = matter.words("invitations.email.subject", title=say_title(matter), territory=territory)
    message["Subject"] = write_header(subject)
    message["X-Unsent"] = "1"
    message["Content-Language"] = matter.language
    message.set_content(_write_text(matter, one), cte="base64")
    message.add_alternative(_write_html(matter, one), subtype="html", cte="base64")
    if calendar:
        message.add_attachment(
            calendar.decode("utf-8"),
            subtype="calendar",
            filename=f"{matter.words('invitations.calendar.file')}.ics",
            params={"method": "PUBLISH"},
            cte="base64",
        )
    return message.as_bytes()


def _list_reply(matter: Matter, one: Stakeholder) -> list[str]:
    """Return how one answers, by when, and where help is offered online, as far as it is said."""
    words, invitation = matter.words, matter.invitation
    phone, by = invitation.phone, parse_day(invitation.answer_by)
    address = sign_for(matter, one.id)
    told = (
        words("invitations.email.reply-phone", phone=phone) if phone else words("invitations.email.reply"),
        "" if by is None else words("invitations.email.reply-by", day=say_day_of_month(by, matter.language)),
        words("invitations.email.online", address=address) if address else "",
    )
    return [line for line in told if line]


def _list_when(matter: Matter) -> str:
    place = shorten(matter.invitation.place, LINE)
    return first_up(", ".join(filter(None, (say_when(matter), place))))


def _list_signed(matter: Matter) -> list[str]:
    contact = shorten(matter.workshop.contact, LINE)
    return [first_up(matter.organiser), *([contact] if contact else [])]


def _write_text(matter: Matter, one: Stakeholder) -> str:
    words = matter.words
    about = [tell_challenge(matter, number, each) for number, each in choose_challenges(one, matter.challenges)]
    paragraphs = [
        words("invitations.letter.greeting"),
        *(plainly(each) for each in say_reason(matter, one)),
        say_lead_in(matter, len(about)),
        *(f"{each['label']}\n{each['statement']}".strip() for each in about),
        *(f"{heading}\n{plainly(said)}" for heading, said in list_parts(matter, one)),
        _list_when(matter),
        *_list_reply(matter, one),
        words("invitations.letter.thanks"),
        "\n".join(_list_signed(matter)),
        f"-- \n{say_source(matter, one)}",
    ]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _write_html(matter: Matter, one: Stakeholder) -> str:
    words = matter.words
    about = [tell_challenge(matter, number, each) for number, each in choose_challenges(one, matter.challenges)]
    when = _list_when(matter)
    pieces = [
        _paragraphs([words("invitations.letter.greeting")]),
        "".join(f"<p>{_weigh(each)}</p>" for each in say_reason(matter, one)),
        _paragraphs([say_lead_in(matter, len(about))]),
        "".join(
            f'<p style="{_FRAME}">{escape(each["label"])}<br><b>{escape(each["statement"])}</b></p>' for each in about
        ),
        "".join(f"<p><b>{escape(heading)}</b><br>{_weigh(said)}</p>" for heading, said in list_parts(matter, one)),
        f"<p><b>{escape(when)}</b></p>" if when else "",
        _paragraphs([*_list_reply(matter, one), words("invitations.letter.thanks")]),
        f"<p>{'<br>'.join(map(escape, _list_signed(matter)))}</p>",
        f'<p style="{_QUIET}">{escape(say_source(matter, one))}</p>',
    ]
    head = f'<meta charset="utf-8"><title>{escape(say_title(matter))}</title>'
    body = "\n".join(pieces)
    return (
        f'<!DOCTYPE html>\n<html lang="{matter.language}"><head>{head}</head>\n'
        f'<body style="font-family:sans-serif;line-height:1.5;max-width:40em">\n{body}\n</body></html>\n'
    )


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _weigh(said: Rich) -> str:
    return "".join(f"<b>{escape(piece)}</b>" if strong else escape(piece) for piece, strong in said)
