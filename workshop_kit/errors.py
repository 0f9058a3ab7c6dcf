"""The one tree of errors, all with a code and the values of its sentence.

::

    WorkshopError
    ├── InvalidEntry        a value that the method's rules refuse
    ├── MissingEntry        something named that is not there
    ├── NotAllowed          this role, or this phase, may not do that
    ├── UnreadableFile      an organiser's file that cannot be read at all
    ├── StoreUnavailable    the workshop's database cannot be opened or written
    └── CannotServe         a server, a port or a page that cannot be had

An error carries no prose: ``i18n.Translator.sentence(error)`` says it in the reader's language, from the
catalog entry ``errors.<code>``, which states what failed, what was received and what to do.
"""

from __future__ import annotations

from typing import Self


class WorkshopError(Exception):
    """Something that was asked cannot be done; ``code`` names the sentence, ``values`` fill it.

    Parameters
    ----------
    code
        The end of the catalog key ``errors.<code>``, such as ``"score-out-of-range"``.
    **values
        The placeholders of that sentence: what was received, and what would be accepted.

    Attributes
    ----------
    field
        The entry of a form that it is about, by its name in what the page sent; empty: no one entry.

    """

    field: str = ""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(code, values)

    def at(self, field: str) -> Self:
        """Return the same error, about one entry of a form: the page marks it, and says there why."""
        self.field = field
        return self

    def __str__(self) -> str:
        received = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code} ({received})" if received else self.code


class InvalidEntry(WorkshopError):
    """A value that the method's rules refuse, such as a competence of 4."""


class MissingEntry(WorkshopError):
    """Something named that is not there, such as a challenge nobody wrote."""


class NotAllowed(WorkshopError):
    """This role may not do that, or not in this phase of the workshop."""


class UnreadableFile(WorkshopError):
    """An organiser's file that cannot be read at all; rows that are merely wrong are reported one by one."""


class StoreUnavailable(WorkshopError):
    """The workshop's database cannot be opened, upgraded or written."""


class CannotServe(WorkshopError):
    """A server cannot start, a port cannot be had, or a page cannot be built."""
