"""What arrives from a form, made into values or refused."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from workshop_kit.errors import InvalidEntry


def new_identifier() -> str:
    """Return an identifier nobody else will make."""
    return uuid4().hex


def read_line(value: object, most: int) -> str:
    """Return ``value`` as one line without spare spaces; ``InvalidEntry`` if no text or longer than ``most``."""
    if not isinstance(value, str):
        raise InvalidEntry("malformed-intention")
    line = " ".join(value.split())
    if len(line) > most:
        raise InvalidEntry("text-too-long", length=len(line), most=most)
    return line


def need_line(value: object, most: int, code: str) -> str:
    """Return ``value`` as one line; ``InvalidEntry`` with ``code`` when it is empty."""
    line = read_line(value, most)
    if not line:
        raise InvalidEntry(code)
    return line


def read_identifier(fields: Mapping[str, object], name: str) -> str:
    """Return the identifier called ``name``; ``InvalidEntry`` when it is missing."""
    value = fields.get(name)
    if not isinstance(value, str) or not value:
        raise InvalidEntry("malformed-intention")
    return value
