"""What every panel has in common: a read model and words out, intentions in, each answered once."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

import anywidget
import traitlets

from workshop_kit.domain.model import Change
from workshop_kit.errors import InvalidEntry, WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.window import LiveWorkshop
from workshop_kit.visit import Visit, when_rehearsed
from workshop_kit.widgets.bundle import bundle_module, bundle_style

_log = logging.getLogger(__name__)

#: Answers a panel remembers: a page that heard none sends its intention again, even while it is being carried out.
ANSWERS_KEPT: Final = 16
#: The sender's ids are kept in the store: short, and made of what a page makes them of.
_IDENTIFIER: Final = re.compile(r"[0-9A-Za-z_.:-]{1,100}")
_INTENTION: Final = re.compile(r"[a-z_]{1,60}")

#: The values of an error that a page may know besides its sentence, by code: none that tells of somebody else.
_SAFE_VALUES: Final = {"pseudonym-taken-suggestion": ("suggestion",)}

Payload = dict[str, Any]
Handler = Callable[[Payload, str], Any]


class Panel(anywidget.AnyWidget):
    """One panel of a page.

    A subclass names its component (``component``), its bundle, its catalog section and the kinds of change it shows
    (``cares_about``), and defines ``read()``, its read model. Each method ``handle_<intention>(payload, intention_id)``
    answers an intention; what it returns (JSON) travels back with the acknowledgement. An intention is
    ``{"intention": name, "id": sender's id, "payload": {…}}``, its answer ``{"ack": id, "ok": true, "result": …}`` or
    ``{"ack": id, "ok": false, "sentence": why and what to do}``, with ``"values"`` where a button may act on them.
    """

    bundle: ClassVar[str]
    component: ClassVar[str]
    section: ClassVar[str]
    cares_about: ClassVar[frozenset[str]] = frozenset()

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    panel = traitlets.Unicode().tag(sync=True)
    model = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    lang = traitlets.Unicode("fr").tag(sync=True)

    def __init__(self, window: LiveWorkshop) -> None:
        super().__init__(panel=self.component, _esm=bundle_module(self.bundle), _css=bundle_style(self.bundle))
        self.window = window
        self._answers: dict[str, dict[str, Any]] = {}
        self.on_msg(self._receive)
        window.on_open(self.refresh)
        when_rehearsed(self._learn_words)
        window.on_change(self._notice)

    def read(self) -> dict[str, Any]:
        """Return the read model, JSON values only: everything this role may know for this panel, and no more."""
        raise NotImplementedError

    def language(self) -> str:
        """Return the language this panel speaks."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the present state; traits that did not change send nothing."""
        language = self.language()
        with self.hold_sync():
            if language != self.lang or not self.words:
                self.lang = language
                self.words = {**Translator(language).section("words"), **Translator(language).section(self.section)}
            self.model = self.read()

    def _learn_words(self, _nobody: Visit) -> None:
        """Read the words of every language, since a visitor may choose another than the workshop's."""
        for language in LANGUAGES:
            Translator(language).section("words")
            Translator(language).section(self.section)

    def _notice(self, changes: Sequence[Change]) -> None:
        if any(change.kind in self.cares_about for change in changes):
            self.refresh()

    def set_state(self, sync_data: object) -> None:
        """Take nothing that a page writes into the widget: it shows what is read here, and asks by intentions."""

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        identifier = content.get("id")
        if not isinstance(identifier, str) or _IDENTIFIER.fullmatch(identifier) is None:
            return
        if identifier not in self._answers:
            self._answers[identifier] = self.answer(content.get("intention"), content.get("payload"), identifier)
            if len(self._answers) > ANSWERS_KEPT:
                del self._answers[next(iter(self._answers))]
        self.send(self._answers[identifier])

    def answer(self, intention: object, payload: object, identifier: str) -> dict[str, Any]:
        """Carry out one intention and return its acknowledgement; never raises, never tells a traceback."""
        translator = Translator(self.lang)
        try:
            handler = self._find_handler(intention)
            if not isinstance(payload, dict):
                raise InvalidEntry("malformed-intention")
            result = handler(payload, identifier)
            self.refresh()
        except WorkshopError as error:
            return {"ack": identifier, "ok": False, "sentence": translator.sentence(error)} | _safe_values(error)
        except Exception:  # the visitor must not read a traceback; the log keeps it
            _log.exception("the intention %r failed", intention)
            return {"ack": identifier, "ok": False, "sentence": translator("errors.unexpected")}
        return {"ack": identifier, "ok": True, "result": result}

    def _find_handler(self, intention: object) -> Handler:
        if not isinstance(intention, str) or _INTENTION.fullmatch(intention) is None:
            raise InvalidEntry("malformed-intention")
        name = f"handle_{intention}"
        # the base has methods called handle_… too, which are no intentions
        handler = None if hasattr(anywidget.AnyWidget, name) else getattr(self, name, None)
        if handler is None:
            raise InvalidEntry("malformed-intention")
        return handler  # type: ignore[no-any-return]


def _safe_values(error: WorkshopError) -> dict[str, Any]:
    names = _SAFE_VALUES.get(error.code, ())
    return {"values": {name: error.values[name] for name in names}} if names else {}
