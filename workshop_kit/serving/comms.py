"""Comm registry of a page: silent while the page is being made, spoken once its kernel runs.

Widgets open a comm as they are created. In a page that is made ahead nobody listens yet, so nothing is said; the
visitor's browser asks for every widget's state when it arrives. Their identifiers are a plain sequence, so that
each process that runs the same cells gives its widgets the same names, and the page's HTML is rendered only once.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import comm
from comm.base_comm import BaseComm, CommManager

#: ``(message type, content, metadata, buffers, topic)`` of what a comm says.
Speaker = Callable[[str, dict[str, Any], dict[str, Any], list[bytes] | None, bytes | None], None]

_speaker: Speaker | None = None
_manager = CommManager()
_made_ahead: int | None = None


class PageComm(BaseComm):
    """A comm that says nothing until somebody can hear it."""

    def publish_msg(
        self,
        msg_type: str,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        buffers: list[bytes] | None = None,
        **keys: Any,
    ) -> None:
        """Say something to the browser, if a kernel runs; numbers and dates are cleaned as it is packed."""
        if _speaker is not None:
            content = {"data": data or {}, "comm_id": self.comm_id, **keys}
            _speaker(msg_type, content, metadata or {}, buffers, self.topic)


def install() -> CommManager:
    """Make these the comms of this process, and return their manager."""
    comm.create_comm = _create_comm
    comm.get_comm_manager = lambda: _manager
    return _manager


def number_from_now() -> None:
    """Give the comms created from now on the identifiers 0, 1, 2…, as every process making this page does."""
    global _made_ahead
    _made_ahead = 0


def speak_through(speaker: Speaker | None) -> None:
    """Let the comms be heard, and give those created from now on identifiers of their own."""
    global _speaker, _made_ahead
    _speaker, _made_ahead = speaker, None


def _create_comm(*positional: Any, **named: Any) -> PageComm:
    global _made_ahead
    if _made_ahead is not None and not named.get("comm_id"):
        named["comm_id"] = uuid.UUID(int=_made_ahead).hex
        _made_ahead += 1
    elif not named.get("comm_id"):
        named["comm_id"] = uuid.uuid4().hex
    return PageComm(*positional, **named)
