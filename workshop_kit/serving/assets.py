"""Static files of the built front end: fingerprinted, compressed ahead, kept in memory, cached a year by browsers."""

from __future__ import annotations

import hashlib
import json
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FINGERPRINT: Final = re.compile(r"[-.][0-9A-Za-z_]{8,}\.[a-z0-9]+$")
_COMPRESSED: Final = {".br": "br", ".gz": "gzip"}
_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class Asset:
    """One file: its bytes by encoding (``""`` is plain), its type, its tag, and whether its name changes with it."""

    bodies: Mapping[str, bytes]
    content_type: str
    tag: str
    fingerprinted: bool

    def choose(self, accepted: str) -> tuple[str, bytes]:
        """Return the smallest form that an ``Accept-Encoding`` header takes, and its encoding."""
        for encoding in ("br", "gzip"):
            if encoding in self.bodies and accepts(accepted, encoding):
                return encoding, self.bodies[encoding]
        return "", self.bodies[""]


def accepts(header: str, encoding: str) -> bool:
    """Tell whether an ``Accept-Encoding`` header takes ``encoding``; a weight of 0 refuses it."""
    for part in header.lower().split(","):
        name, _, parameters = part.strip().partition(";")
        if name.strip() == encoding:
            weight = parameters.replace(" ", "").removeprefix("q=")
            return weight.strip("0.") != "" if weight else True
    return False


def read_assets(folder: Path | None) -> dict[str, Asset]:
    """Read every file of ``folder`` by its name; ``None`` or a folder that is not there holds none."""
    if folder is None or not folder.is_dir():
        return {}
    plain = [path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix not in _COMPRESSED]
    return {path.name: _read_asset(path) for path in plain if path.name != "manifest.json"}


def read_manifest(folder: Path | None) -> dict[str, str]:
    """Read the manifest: logical name to file name; empty if there is none."""
    path = None if folder is None else folder / "manifest.json"
    if path is None or not path.is_file():
        return {}
    manifest: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


def _read_asset(path: Path) -> Asset:
    body = path.read_bytes()
    bodies = {"": body}
    for suffix, encoding in _COMPRESSED.items():
        compressed = path.with_name(path.name + suffix)
        if compressed.is_file():
            bodies[encoding] = compressed.read_bytes()
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return Asset(bodies, kind, tag, _FINGERPRINT.search(path.name) is not None)
