"""The widget of any panel: a read model and words out, intentions in, each answered once."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from time import monotonic
from types import MappingProxyType
from typing import Any, ClassVar, Final
from uuid import uuid4
from weakref import WeakKeyDictionary

import anywidget
import traitlets
from ipywidgets import Layout

from workshop_kit.domain.course import Role
from workshop_kit.domain.model import Change
from workshop_kit.errors import StoreUnavailable, WorkshopError
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.window import LiveWorkshop, panels_of
from workshop_kit.visit import Visit, when_rehearsed
from workshop_kit.widgets.bucket import Bucket
from workshop_kit.widgets.bundle import bundle_module, bundle_style
from workshop_kit.widgets.pace import Later, Pace

_log = logging.getLogger(__name__)

#: Answers a panel remembers: a page that heard none sends its intention again, even while it is being carried out.
ANSWERS_KEPT: Final = 16
#: Intentions that could not be saved whose answers a panel remembers: more than a phone's line takes in at once.
UNSAVED_KEPT: Final = 100
#: Seconds within which what could not be saved is not tried again.
_TRY_AFTER: Final = 1.0
#: The sender's ids are kept in the store: short, and made of what a page makes them of.
_IDENTIFIER: Final = re.compile(r"[0-9A-Za-z_.:-]{1,100}")

#: The section of the catalogs that every panel speaks.
_SHARED: Final = "words"
#: What a panel has to say before the visit has begun.
_NO_WORDS: Final = "{}"

#: The values of an error that a page may know besides its sentence, by code: none that tells of somebody else.
_SAFE_VALUES: Final = {
    "pseudonym-taken-suggestion": ("suggestion",),
    "score-given": ("challenge",),
    "slip-there-already": ("number",),
    "ballot-there-already": ("number",),
    "idea-holds-phone": ("again",),
    "idea-holds-address": ("again",),
    "idea-holds-both": ("again",),
}

#: The values of an error that tell of the laptop: its sentence is written for whoever has it before them.
_ON_THE_LAPTOP: Final = frozenset({"detail", "file", "folder", "path", "place"})
#: The errors of whoever writes a notebook.
_OF_NOTEBOOKS: Final = frozenset({"no-folder"})

#: The errors of what came after the end of what it belongs to: a page that has gone on meanwhile still says so.
_CLOSED: Final = frozenset({"vote-not-open", "vote-of-before"})

#: The errors of a page that shows what is no more: their sentences ask to load it again, and a button beside does it.
STALE: Final = frozenset(
    {
        "already-there",
        "malformed-intention",
        "no-assignment",
        "no-assignment-step",
        "no-challenge",
        "no-group",
        "no-idea",
        "no-mission",
        "no-option",
        "no-participant",
        "no-sector",
        "no-stakeholder",
        "no-candidate",
        "no-sweep",
        "no-volunteer",
        "unknown-phase",
        "unknown-status",
        "unreadable-value",
        "visit-not-begun",
    }
)


class _PlainLayout(Layout):
    """A layout that says what a notebook sets alone, and takes nothing that a page writes into it."""

    _is: dict[str, Any] | None = None
    _set: frozenset[str] = frozenset()

    def notify_change(self, change: Any) -> None:
        """Keep what was set, to be told with what it is from then on."""
        if change["name"] in self.keys and not change["name"].startswith("_"):
            self._set |= {change["name"]}
        super().notify_change(change)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """Return what it is, and of how it looks what was set: a visit does not go through forty traits for that."""
        if key is not None:
            state: dict[str, Any] = super().get_state(key, drop_defaults)
            return state
        if self._is is None:
            self._is = {name: value for name, value in super().get_state().items() if name.startswith("_")}
        return {**self._is, **{name: getattr(self, name) for name in self._set}}

    def set_state(self, sync_data: object) -> None:
        """Stay as it is."""


#: The one layout of all the panels of a page: each of its own would cost every visitor a widget.
_layouts: WeakKeyDictionary[LiveWorkshop, Layout] = WeakKeyDictionary()
#: The one bucket of all the panels of a participant's page.
_buckets: WeakKeyDictionary[LiveWorkshop, Bucket] = WeakKeyDictionary()


class Panel(anywidget.AnyWidget):
    """The widget of one panel of the contract.

    It shows what the door's read model returns, and hands the door what the page asks. An intention is
    ``{"intention": name, "id": sender's id, "payload": {…}}``, its answer ``{"ack": id, "ok": true, "result": …}`` or
    ``{"ack": id, "ok": false, "sentence": why and what to do}``, with ``"values"`` where a button may act on them,
    ``"field"`` where it is about one entry of what was sent,
    ``"closed": true`` where it came too late, ``"waiting": true`` where the page keeps it and sends it again, and
    ``"reload": true`` where the page is to be loaded again.

    Parameters
    ----------
    window
        The door of the page's role.
    name
        The panel's name in the contract.
    clock, later
        A clock that never goes back, in seconds, and what calls something after some seconds; for tests.

    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    panel = traitlets.Unicode().tag(sync=True)
    model = traitlets.Dict().tag(sync=True)
    words = traitlets.Unicode(_NO_WORDS).tag(sync=True)
    lang = traitlets.Unicode("fr").tag(sync=True)
    _anywidget_id = traitlets.Unicode().tag(sync=True)

    #: The traits that change, or that a notebook may change; each holds JSON as it is. The others seldom change.
    _changing: ClassVar = frozenset({"model", "words", "lang", "_dom_classes", "_view_count", "tabbable", "tooltip"})
    _steady: Mapping[str, Any] = MappingProxyType({})

    def __init__(
        self,
        window: LiveWorkshop,
        name: str,
        *,
        clock: Callable[[], float] | None = None,
        later: Later | None = None,
    ) -> None:
        bundle = window.role.value
        layout = _layouts.get(window) or _layouts.setdefault(window, _PlainLayout())
        super().__init__(panel=name, _esm=bundle_module(bundle), _css=bundle_style(bundle), layout=layout)
        self.window = window
        self.spec = panels_of(type(window))[name]
        self._first_sections = (_SHARED, self.spec.sections[0])
        self._all_sections = (_SHARED, *reversed(self.spec.sections))
        self._sections: tuple[str, ...] = ()
        self.pace = None if self.spec.pace is None else Pace(self.refresh, self.spec.pace, clock, later)
        self._answers: dict[str, dict[str, Any]] = {}
        self._bucket = _find_bucket(window, clock, later)
        self._unsaved: dict[str, tuple[float, dict[str, Any]]] = {}
        self.on_msg(self._receive)
        window.on_open(self.refresh)
        window.on_language(self.refresh)
        window.on_rehearsal(self._rehearse)
        when_rehearsed(self._learn_words)
        window.on_change(self._notice)

    def add_traits(self, **traits: traitlets.TraitType[Any, Any]) -> None:
        """Take the values of traits that the class has, and add the others.

        anywidget adds one to each widget, its class's name, and with it a class for each widget alone: what the
        interpreter learns of one would serve no other, and every visitor's process would learn it anew.
        """
        known = {name for name in traits if self.has_trait(name)}
        for name in known:
            setattr(self, name, traits[name].default_value)
        if others := {name: trait for name, trait in traits.items() if name not in known}:
            super().add_traits(**others)

    @property
    def shown(self) -> Mapping[str, Any]:
        """The read model as the page has it."""
        shown: dict[str, Any] = self.model
        return shown

    def read(self) -> dict[str, Any]:
        """Return the read model, JSON values only: everything this role may know for this panel, and no more."""
        model: dict[str, Any] = getattr(self.window, self.spec.read)()
        return model

    def refresh(self) -> None:
        """Show the present state; traits that did not change send nothing."""
        language, model = self.window.language, self.read()
        sections = self._choose_sections(model)
        if (language, sections) == (self.lang, self._sections) and model == self.shown:
            return
        with self.hold_sync():
            if (language, sections) != (self.lang, self._sections):
                self.lang, self._sections = language, sections
                self.words = _write_words(language, sections)
            self._show(model)

    def get_state(self, key: Any = None, drop_defaults: bool = False) -> dict[str, Any]:
        """Return the state of the traits in ``key``, one or several; of all without it, but for what is ``None``.

        Theirs goes through every trait of the class each time, also where nothing is to be said.
        """
        if key is None:
            if not self._steady:
                told = super().get_state().items()
                self._steady = {name: value for name, value in told if name not in self._changing}
            changing = {name: getattr(self, name) for name in self._changing}
            return {**self._steady, **{name: value for name, value in changing.items() if value is not None}}
        names = (key,) if isinstance(key, str) else tuple(key)
        if self._changing.issuperset(names):
            return {name: getattr(self, name) for name in names}
        state: dict[str, Any] = super().get_state(names)
        return state

    def notify_change(self, change: Any) -> None:
        """Tell what seldom changes anew once it did: a notebook may give a panel another layout."""
        if change["name"] in self._steady:
            self._steady = {}
        super().notify_change(change)

    def set_state(self, sync_data: object) -> None:
        """Take nothing that a page writes into the widget: it shows what is read here, and asks by intentions."""

    def answer(self, intention: object, payload: object, identifier: str) -> dict[str, Any]:
        """Carry out one intention and return its acknowledgement; never raises, never tells a traceback."""
        try:
            result = self.window.carry_out(intention, payload, identifier)
            self.refresh()
        except StoreUnavailable as error:
            return self._keep_unsaved(identifier, error)
        except WorkshopError as error:
            return {"ack": identifier, "ok": False, "sentence": self._say_refusal(error)} | _act_on(error)
        except Exception:  # the visitor must not read a traceback; the log keeps it
            _log.exception("the intention %r failed", intention)
            return {"ack": identifier, "ok": False, "sentence": Translator(self.lang)("errors.unexpected")}
        return {"ack": identifier, "ok": True, "result": result}

    def _keep_unsaved(self, identifier: str, error: StoreUnavailable) -> dict[str, Any]:
        """Answer that a phone keeps what could not be saved: it sends it again by itself, and it is done once.

        The facilitator decides anew instead: what was pressed before a full disk may be wrong after it.
        """
        self.window.note_unsaved(identifier)
        kept = {"waiting": True} if self.window.role is Role.PARTICIPANT else {}
        return {"ack": identifier, "ok": False, "sentence": self._say_refusal(error)} | kept

    def _show(self, model: dict[str, Any]) -> None:
        self.model = model

    def _say_refusal(self, error: WorkshopError) -> str:
        """Say why something was refused; a phone is told nothing of the laptop's places, programs and databases.

        The home page names folders as its list does, and not by their paths.
        """
        translator = Translator(self.lang)
        if self.window.role is Role.PARTICIPANT:
            if isinstance(error, StoreUnavailable):
                return translator("errors.not-saved-yet")
            if error.code in _OF_NOTEBOOKS or not _ON_THE_LAPTOP.isdisjoint(error.values):
                _log.warning("a phone was refused: %s", error.code)
                return translator("errors.unexpected")
        at_home = self.window.role is Role.HOME
        return _make_sendable(translator.sentence_on_page(error) if at_home else translator.sentence(error))

    def _choose_sections(self, model: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the sections to speak, the last over the others: the panel's own once it has had something to show."""
        if self._sections == self._all_sections:
            return self._sections
        if not (self.spec.speaks_hidden or model.get("visible", True)):
            return (_SHARED,)
        opened = self.spec.opens is None or model.get(self.spec.opens) is not None
        return self._all_sections if opened else self._first_sections

    def _learn_words(self, _nobody: Visit) -> None:
        """Write the words of every language, since a visitor may choose another than the workshop's."""
        for language in LANGUAGES:
            for sections in ((_SHARED,), self._first_sections, self._all_sections):
                _write_words(language, sections)

    def _rehearse(self) -> None:
        for panel, intention, payload in self.window.rehearsals():
            if panel == self.panel and self.comm is not None:
                asked = {"intention": intention, "payload": payload, "id": uuid4().hex}  # one that no page has sent
                self.comm.handle_msg({"content": {"data": {"method": "custom", "content": asked}}, "buffers": []})
        self._answers.clear()
        self._unsaved.clear()

    def _notice(self, changes: Sequence[Change]) -> None:
        noticed = {one.kind for one in changes if self.window.concerns(self.spec, one, self.shown)}
        if not noticed:
            return
        if self.pace is None or noticed & self.spec.at_once:
            self.refresh()
        else:
            self.pace.ask()

    def _receive(self, _widget: object, content: object, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        identifier = content.get("id")
        if not isinstance(identifier, str) or _IDENTIFIER.fullmatch(identifier) is None:
            return
        if identifier in self._answers:
            self.send(self._answers[identifier])
        elif self._bucket is None:
            self._reply(content, identifier)
        elif not self._bucket.ask(identifier, partial(self._reply, content, identifier)):
            sentence = Translator(self.lang)("errors.sent-too-fast")
            self.send({"ack": identifier, "ok": False, "waiting": True, "sentence": sentence})  # it is sent again

    def _reply(self, content: Mapping[str, Any], identifier: str) -> None:
        self.send(self._answer_anew(content, identifier))

    def _answer_anew(self, content: Mapping[str, Any], identifier: str) -> dict[str, Any]:
        """Answer what was not answered for good; of what waited in line while saving failed, the rest is not tried."""
        at, answer = self._unsaved.pop(identifier, (0.0, {}))
        if not answer or monotonic() - at > _TRY_AFTER:
            answer = self.answer(content.get("intention"), content.get("payload"), identifier)
            at = monotonic()
        if answer.get("waiting"):
            self._unsaved[identifier] = at, answer
            if len(self._unsaved) > UNSAVED_KEPT:  # it stands on the phone, which was told so, and is tried again
                del self._unsaved[next(iter(self._unsaved))]
            return answer
        self.window.note_saved(identifier)
        self._answers[identifier] = answer
        if len(self._answers) > ANSWERS_KEPT:
            del self._answers[next(iter(self._answers))]
        return answer


def _find_bucket(window: LiveWorkshop, clock: Callable[[], float] | None, later: Later | None) -> Bucket | None:
    """Return the bucket that a page's letters go through; the facilitator's and the screen's go through none."""
    if window.role is not Role.PARTICIPANT:
        return None
    return _buckets.get(window) or _buckets.setdefault(window, Bucket(clock, later))


@cache
def _write_words(language: str, sections: tuple[str, ...]) -> str:
    """Return the words of ``sections``, the last over the others, as a JSON object in text.

    One string of a page made ahead is shared by its copies whole; of a mapping each copy would take every word into
    its own memory, only to hand it on.
    """
    translator = Translator(language)
    words: dict[str, Any] = {}
    for section in sections:
        words |= translator.section(section)
    return json.dumps(words, ensure_ascii=False)


def _make_sendable(sentence: str) -> str:
    """Return a sentence that any page can be sent: an answer that cannot be encoded would be no answer at all."""
    return sentence.encode("utf-8", "replace").decode("utf-8")


def _act_on(error: WorkshopError) -> dict[str, Any]:
    """Return what the page's buttons need to act on a refusal."""
    names = _SAFE_VALUES.get(error.code, ())
    values = {"values": {name: error.values[name] for name in names}} if names else {}
    field = {"field": error.field} if error.field else {}
    late = {"closed": True} if error.code in _CLOSED else {}
    return values | field | late | ({"reload": True} if error.code in STALE else {})
