"""Keyed digests (*HMAC*) by which a workshop remembers people it no longer holds."""

from __future__ import annotations

import hmac
from typing import Final

_SEPARATOR: Final = "\x1f"


def digest_words(secret: bytes, *words: str) -> str:
    """Return a digest of some words, keyed with a workshop's secret: without it the digest says nothing."""
    said = _SEPARATOR.join(words).encode("utf-8", "surrogatepass")
    return hmac.digest(secret, said, "sha256").hex()[:40]
