"""Session cookies, who is visiting: a signed one a room, a key where a token is asked for, the hosts one may name."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import re
import uuid
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from tornado.web import HTTPError, RequestHandler

from workshop_kit.serving.room import Room

_log = logging.getLogger(__name__)

#: Days a browser is remembered; counted anew at each visit.
REMEMBERED: Final = 30
_A_DAY: Final = 24 * 60 * 60
#: A visitor's name as a browser keeps it: in capitals once they were let in.
_VISITOR: Final = re.compile(r"[0-9a-f]{32}|[0-9A-F]{32}")
_LOCAL_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})


def read_secret(folder: Path) -> bytes:
    """Return the secret that signs cookies, made at the first start and kept for the next."""
    path = folder / "cookie-secret"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_bytes()
        if len(kept) >= 32:
            return kept
        descriptor = os.open(path, os.O_WRONLY | os.O_TRUNC, 0o600)
    secret = os.urandom(32).hex().encode()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret)
    return secret


def cookie_names(room: str) -> tuple[str, str]:
    """Return the names of a room's cookies, for the visitor and for the key: browsers share cookies between ports."""
    name = re.sub(r"[^0-9A-Za-z]", "", room)[:32] or "room"
    return f"visitor-{name}", f"key-{name}"


def digest(token: str) -> str:
    """Return what a browser that has shown ``token`` keeps: another token makes it worthless."""
    return hashlib.sha256(token.encode()).hexdigest()


def same_secret(received: str, expected: str) -> bool:
    """Compare two secrets in a time that tells nothing of where they differ."""
    return hmac.compare_digest(received.encode(), expected.encode())


class IdentifiesVisitors(RequestHandler if TYPE_CHECKING else object):  # type: ignore[misc]
    """What every handler asks of a request."""

    @property
    def room(self) -> Room:
        """The server's shared state."""
        return cast("Room", self.settings["room"])

    def find_visitor(self) -> str | None:
        """Return the visitor of a cookie that this server signed, else ``None``."""
        kept = self._read(cookie_names(self.room.config.room)[0], _VISITOR)
        return None if kept is None else kept.lower()

    def know_visitor(self) -> str:
        """Return the visitor, new if need be, and have the browser remember them."""
        visitor = self.find_visitor() or uuid.uuid4().hex
        self._keep(cookie_names(self.room.config.room)[0], visitor.upper() if self.was_in() else visitor)
        return visitor

    def was_in(self) -> bool:
        """Tell whether this browser was let in before, by whatever door there was."""
        kept = self._read(cookie_names(self.room.config.room)[0], _VISITOR)
        return kept is not None and kept.isupper()

    def let_in(self, visitor: str) -> None:
        """Have the browser keep that its visitor was let in."""
        self._keep(cookie_names(self.room.config.room)[0], visitor.upper())

    def has_key(self) -> bool:
        """Tell whether this browser may come in."""
        token = self.room.config.token
        if token is None:
            return True
        kept = self._read(cookie_names(self.room.config.room)[1], re.compile(r"[0-9a-f]{64}"))
        return kept is not None and same_secret(kept, digest(token))

    def give_key(self, received: str) -> bool:
        """Have the browser keep the key if ``received`` is the token; tell whether it is."""
        token = self.room.config.token
        if token is None or not same_secret(received, token):
            return False
        self._keep(cookie_names(self.room.config.room)[1], digest(token))
        return True

    def log_exception(self, typ: Any, value: BaseException | None, tb: Any) -> None:
        """Log what failed here, without who asked or the query, which may hold a token; refusals are no failures."""
        where = (self.request.method, self.request.path[:100])
        if not isinstance(value, HTTPError):
            _log.error("%s %s failed", *where, exc_info=(typ, value, tb) if typ and value else None)
        elif value.status_code >= 500:
            _log.error("%s %s: %s", *where, value.log_message or value.status_code)

    def refuse_other_hosts(self) -> None:
        """Refuse a name that merely leads here, where only this machine may come (DNS rebinding)."""
        if self.room.config.is_local:
            host = self.request.host.lower().removesuffix(".")
            name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
            if name not in _LOCAL_HOSTS:
                raise HTTPError(403, "this host name is not served")

    def _read(self, name: str, form: re.Pattern[str]) -> str | None:
        # a cookie of the form before this one would be written into the log, whole, by who reads it; of whatever age:
        # a clock that is put right by years, as once a laptop finds a network, must make strangers of nobody
        value: Any = self.get_signed_cookie(name, max_age_days=inf, min_version=2)
        text = value.decode("ascii", "replace") if value else ""
        return text if form.fullmatch(text) else None

    def _keep(self, name: str, value: str) -> None:
        # in seconds from now, and by no date: that of a laptop whose clock stands in the past is over on every phone
        self.set_signed_cookie(
            name, value, expires_days=None, max_age=REMEMBERED * _A_DAY, path="/", httponly=True, samesite="Lax"
        )
