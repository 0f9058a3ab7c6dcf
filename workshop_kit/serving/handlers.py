"""Request handlers: every address the server answers, besides the websocket."""

from __future__ import annotations

import asyncio
import gzip
from typing import Any, Final
from urllib.parse import urlencode

import brotli
from tornado.web import HTTPError, RequestHandler

from workshop_kit.environment import HOME_VARIABLE
from workshop_kit.errors import WorkshopError
from workshop_kit.i18n import choose_from_header, choose_language
from workshop_kit.serving.admission import Place
from workshop_kit.serving.arrivals import Answered
from workshop_kit.serving.assets import Asset, accepts
from workshop_kit.serving.leases import is_this_machine
from workshop_kit.serving.pacing import LONGEST_PAUSE
from workshop_kit.serving.visitors import IdentifiesVisitors
from workshop_kit.serving.waiting import (
    SmallPage,
    closed_page,
    door_page,
    error_page,
    locked_page,
    slow_page,
    starting_page,
    waiting_page,
)

#: Seconds a visitor's first request waits for its turn before a page says so.
PATIENCE: Final = 2.0
#: Bytes of a file that may be copied for an answer, which then takes one packet less.
COPIED_BELOW: Final = 32_768
#: Why a page stays closed to a browser.
_WITHOUT_KEY: Final = ("no key", "wrong token")
#: Seconds within which a sign of life is given, however many are asked for.
SIGN_WITHIN: Final = 1.0


class RoomHandler(IdentifiesVisitors, RequestHandler):
    """A request to the room: same headers, same refusals, same small error pages."""

    def set_default_headers(self) -> None:
        """Say what the browser may do with the answer, and nothing about ourselves."""
        self.clear_header("Server")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    async def prepare(self) -> None:
        """Refuse hosts and browsers that may not come in, and answer slowly who asks too fast."""
        self.hear()
        self.refuse_other_hosts()
        if not self.has_key():
            raise HTTPError(403, _WITHOUT_KEY[0])
        await self.slow_down()

    def hear(self) -> None:
        """Note that the connection has asked for something."""
        self.room.connections.hear(getattr(self.request.connection, "stream", None))

    async def slow_down(self) -> None:
        """Wait a little where too much is asked; where that would be long, say so instead."""
        pause = self._find_pause()
        if pause > LONGEST_PAUSE:
            self.set_status(429)
            self.set_header("Retry-After", str(round(pause)))
            self.say_slow()
        elif pause > 0:
            await asyncio.sleep(pause)

    def _find_pause(self) -> float:
        return self.room.pace.ask(self.find_visitor() if self.was_in() else None, self.address)

    def say_slow(self) -> None:
        """Answer somebody who asks far too fast."""
        self.finish()

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return self.request.remote_ip or ""

    def check_xsrf_cookie(self) -> None:
        """Nothing here changes anything on behalf of another page: cookies are ``SameSite``."""

    def language(self) -> str:
        """Return the language to speak to this browser."""
        return choose_from_header(self.request.headers.get("Accept-Language", ""), self.room.config.language)

    def say(self, page: SmallPage) -> None:
        """Answer with a small page."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", page.policy)
        self.finish(self.compress(page.html.encode()))

    def compress(self, body: bytes) -> bytes:
        """Return ``body`` as small as the browser takes it, and say so in the headers."""
        accepted = self.request.headers.get("Accept-Encoding", "")
        self.set_header("Vary", "Accept-Encoding")
        if accepts(accepted, "br"):
            self.set_header("Content-Encoding", "br")
            return bytes(brotli.compress(body, quality=4))
        if accepts(accepted, "gzip"):
            self.set_header("Content-Encoding", "gzip")
            return gzip.compress(body, 6)
        return body

    def write_error(self, status_code: int, **_named: Any) -> None:
        """Say in a sentence what happened and what to do."""
        self.say(error_page(self.language(), status_code))


class PageHandler(RoomHandler):
    """A page, made for the visit; or the waiting page until it is the visitor's turn."""

    _place: Place | None = None
    _gone = False

    def initialize(self, page: str) -> None:
        """Take the page's name."""
        self.page = page

    async def prepare(self) -> None:
        """Let a browser in that brings the token, or the door's words, and have it forget that address."""
        self.hear()
        self.refuse_other_hosts()
        token = self.get_query_argument("token", None)
        if token is None or self.room.config.token is None:
            await super().prepare()
            if not self._finished:
                self._pass_door()
        elif self.give_key(token):
            self._go_on_without("token")
        else:
            raise HTTPError(403, _WITHOUT_KEY[1])

    def _pass_door(self) -> None:
        """Stop whoever the door is closed to, and newcomers who do not know its words."""
        visitor, keeper = self.find_visitor(), self.room.doorkeeper
        if keeper.refuses(visitor, self.address, self.request.headers.get("User-Agent", "")):
            self.set_status(403)
            self.say(closed_page(self._spoken_language()), "closed")
            return
        words = self.get_query_argument("door", None)
        if self.was_in():
            if words is not None:
                self._go_on_without("door")
        elif keeper.asks_words:
            self._ask_words(words)
        elif words is not None:
            self._go_on_without("door")

    def _ask_words(self, words: str | None) -> None:
        """Let a newcomer in who says the door's words; others are asked for them, the too eager ones in a while."""
        language, title, rest = self._spoken_language(), self.room.config.title, self._list_rest("door")
        if not words:
            self.say(door_page(language, title, rest), "door")
        elif (pause := self.room.pace.wait_to_guess(self.address)) > 0:
            self.set_header("Refresh", str(round(pause) + 2))
            self.say(door_page(language, title, rest, words, "slow"), "door")
        elif self.room.doorkeeper.knows(words):
            self.let_in(self.know_visitor())
            self._go_on_without("door")
        else:
            self.room.pace.note_wrong_guess(self.address)
            self.room.doorkeeper.note_turned()
            self.say(door_page(language, title, rest, words, "wrong"), "door")

    def _go_on_without(self, argument: str) -> None:
        query = urlencode(self._list_rest(argument))
        self.redirect(self.request.path + (f"?{query}" if query else ""))

    def _list_rest(self, argument: str) -> list[tuple[str, str]]:
        """Return what the page is asked with besides one argument."""
        return [(name, one) for name, values in self._arguments().items() if name != argument for one in values]

    def say_slow(self) -> None:
        """Say that the page comes by itself."""
        page = slow_page(self._spoken_language(), self.room.config.title, self.page, rest=self._list_rest("lang"))
        self.say(page, "slow")

    def say(self, page: SmallPage, answered: Answered = "page") -> None:
        """Answer with a small page, and note which: a device that is not let in has come through all the same."""
        self.room.arrivals.note(self.address, answered)
        super().say(page)

    def write_error(self, status_code: int, **named: Any) -> None:
        """Say what happened; to whoever lacks a key on this very machine, where it is to be had.

        The way there holds no secret: it opens for a browser that was there before.
        """
        error = named.get("exc_info", (None, None))[1]
        if isinstance(error, HTTPError) and error.log_message in _WITHOUT_KEY and is_this_machine(self.address):
            self.say(locked_page(self._spoken_language(), self.room.config.environment.get(HOME_VARIABLE, "")))
        else:
            super().write_error(status_code, **named)

    async def get(self) -> None:
        """Give the page, a place in the queue, or a few words until the page is there."""
        visitor = self.know_visitor()
        if self.room.farewell is not None:
            self._say_waiting(visitor, 1)
            return
        if not self.room.is_ready:
            self.say(starting_page(self._spoken_language(), self.room.config.title, rest=self._list_rest("lang")))
            return
        visit = self.room.find_begun(visitor, self.page, self.request.query)
        if visit is None:
            visit = await self._await_turn(visitor)
        if visit is None:
            return
        await asyncio.wait([visit], timeout=PATIENCE)
        if not visit.done():
            self.say(starting_page(self._spoken_language(), self.room.config.title, self.page))
            return
        if not self.room.take_begun(visit):  # another tab was quicker
            self.redirect(self.request.uri or "/")
            return
        try:
            kernel = visit.result()
        except WorkshopError as error:
            raise HTTPError(503, str(error)) from error
        if not self.room.leases.belongs_to(kernel, visitor):  # it made way while it began
            self.redirect(self.request.uri or "/")
            return
        self.let_in(visitor)
        self.room.arrivals.note(self.address, "page")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", self.room.policy(self.request.host))
        self.finish(self.compress(self.room.html(self.page, kernel, self._page_language())))

    async def _await_turn(self, visitor: str) -> asyncio.Task[str] | None:
        """Return the visit once it is the visitor's turn; ``None`` after a word on their place, or when they left."""
        address, admission = self.address, self.room.admission
        while True:
            if not admission.has(visitor) and self.room.pace.enter(visitor, address, known=self.was_in()) > 0:
                self.say_slow()
                return None
            self._place = place = admission.join(visitor, address, joined=self.room.knows_seat(visitor))
            if admission.is_blocked(place):
                self.room.doubt(visitor)
            turn = await admission.wait(place, PATIENCE)
            if self._gone:
                admission.leave(place)
                return None
            if not turn:
                self._say_waiting(visitor, admission.number(place), full=admission.is_blocked(place))
                return None
            if admission.take(place):
                return self.room.begin_visit(self.page, visitor, address, self.request)

    def _say_waiting(self, visitor: str, number: int, *, full: bool = False) -> None:
        """Tell somebody who waits their place, or that the room was closed."""
        self.room.note_asked()
        page = waiting_page(
            self._spoken_language(),
            self.room.config.title,
            number,
            full=full,
            rest=self._list_rest("lang"),
            gave_way=self.room.gave_way(visitor),
            farewell=self.room.farewell or "",
        )
        self.say(page, "full" if full else "page")

    def _spoken_language(self) -> str:
        """Return the language of the small pages: that of ``?lang=``, else the browser's."""
        return choose_language(self.get_query_argument("lang", None), self.language())

    def _page_language(self) -> str:
        """Return the language the page begins in: that of ``?lang=``, else the browser's where pages follow it."""
        config = self.room.config
        begins = self.language() if config.follows_browser else config.language
        return choose_language(self.get_query_argument("lang", None), begins)

    def on_connection_close(self) -> None:
        """Give up the place of someone who does not wait any more."""
        self._gone = True
        if self._place is not None:
            self.room.admission.leave(self._place)

    def _arguments(self) -> dict[str, list[str]]:
        return {name: self.get_query_arguments(name) for name in self.request.query_arguments}


class VisitHandler(RoomHandler):
    """The question of a page that comes back, whether its kernel still lives."""

    def get(self, kernel: str) -> None:
        """Answer for the visitor's own kernels; those of others do not exist."""
        if not self.room.is_ready:
            raise HTTPError(503)
        self.finish({"alive": self.room.leases.belongs_to(kernel, self.find_visitor())})


class AliveHandler(RoomHandler):
    """The page's heartbeat: an answer means that the server can be reached."""

    def get(self) -> None:
        """Answer with nothing: 204 once every page is finished, before that 503."""
        self.set_status(204 if self.room.is_ready else 503)
        self.finish()

    head = get

    async def slow_down(self) -> None:
        """Answer later, but always: a page that hears nothing tells its person that the connection is lost."""
        await asyncio.sleep(min(self._find_pause(), SIGN_WITHIN))


class AssetHandler(RoomHandler):
    """A file of the front end."""

    async def prepare(self) -> None:
        """Files of the front end are nobody's secret."""
        self.hear()
        self.refuse_other_hosts()
        await self.slow_down()

    def get(self, name: str) -> None:
        """Give the file in the smallest form the browser takes."""
        asset: Asset | None = self.room.assets.get(name)
        if asset is None:
            raise HTTPError(404)
        encoding, body = asset.choose(self.request.headers.get("Accept-Encoding", ""))
        lasting = "public, max-age=31536000, immutable" if asset.fingerprinted else "no-cache"
        self.set_header("Cache-Control", lasting)
        self.set_header("Content-Type", asset.content_type)
        self.set_header("Etag", asset.tag)
        self.set_header("Vary", "Accept-Encoding")
        if encoding:
            self.set_header("Content-Encoding", encoding)
        if self.check_etag_header():
            self.set_status(304)
            self.finish()
        else:
            if len(body) > COPIED_BELOW:
                self.set_header("Content-Length", len(body))
                self.flush()  # apart from the body, which would be copied for each answer otherwise, read or not
            self.finish(body)

    head = get


class IconHandler(RoomHandler):
    """The icon that browsers ask for by themselves: there is none, and that may be remembered."""

    async def prepare(self) -> None:
        """An icon is nobody's secret."""
        self.hear()

    def get(self) -> None:
        """Answer with nothing."""
        self.set_status(204)
        self.set_header("Cache-Control", "public, max-age=86400")
        self.finish()


class NothingHandler(RoomHandler):
    """Every other address."""

    async def prepare(self) -> None:
        """There is nothing here, whoever asks; who asks too fast waits as elsewhere."""
        self.hear()
        await self.slow_down()
        if not self._finished:
            raise HTTPError(404)
