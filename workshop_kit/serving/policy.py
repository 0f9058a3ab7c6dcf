"""Content security policies: what a page may load, run and speak to."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Final

_HOST: Final = re.compile(r"[0-9A-Za-z.:\[\]_-]+")


def trust_script(text: str) -> str:
    """Return the source of a policy that lets this very script run, and no other; the same for a style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def describe_policy(host: str, *, scripts: Iterable[str], framed_by: Iterable[str]) -> str:
    """Return the policy of a page that was asked for at ``host``: everything from here, nothing from elsewhere.

    Parameters
    ----------
    host
        The name and port that the browser asked for.
    scripts
        Further sources of scripts.
    framed_by
        Origins that may show the page in a frame.

    """
    framers = " ".join(framed_by) or "'none'"
    trusted = " ".join(("'self'", *scripts))
    # older phones do not count a websocket as 'self'
    sockets = f"ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        f"default-src 'self'; script-src {trusted}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"font-src 'self' data:; connect-src 'self' {sockets}; object-src 'none'; base-uri 'none'; "
        f"form-action 'self'; frame-ancestors {framers}"
    )
