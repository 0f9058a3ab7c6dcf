"""WebSocket close codes and reasons: why a connection between a page and its kernel ends."""

from __future__ import annotations

from typing import Final

#: The browser leaves the page.
GOING_AWAY: Final = 1001
#: More frames that say nothing than any browser sends; a page comes back by itself.
FLOODS: Final = 1008
#: A message is none.
MALFORMED: Final = 1007
#: The page's kernel is gone.
KERNEL_GONE: Final = 4404
#: Nobody took a seat on the page for a while: its kernel ended, and it comes back as soon as somebody touches it.
RESTED: Final = 4408
RESTING: Final = "rest"
#: Words between server and page, as text, which are those of the page's strip: whether somebody is there, before a page
#: rests, and for the last time; that it stays, somebody having joined; the page's answer that somebody is there.
ASKING: Final = "rest"
ASKING_LAST: Final = "last"
STAYING: Final = ""
HERE: Final = "here"
#: Whoever served the room closed it; the reason says whether the workshop is over, and is a key of the page's words.
ROOM_CLOSED: Final = 4410
#: It goes on another time.
CLOSED: Final = "closed"
#: The room was thanked.
OVER: Final = "over"


def say_farewell(*, over: bool) -> bytes:
    """Return the word that tells a server why it is about to end: on purpose, the workshop being ``over`` or not."""
    return f"{OVER if over else CLOSED}\n".encode()


def read_farewell(said: bytes) -> str | None:
    """Return the reason that was told; ``None``: whoever started this server died, or ended it without a word."""
    return next((reason for reason in (CLOSED, OVER) if said == f"{reason}\n".encode()), None)
