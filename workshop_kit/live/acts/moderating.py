"""Reading an idea before the room does (*modération*): whether it waits for the facilitator, and for which reason."""

from __future__ import annotations

from workshop_kit.domain.moderation import find_reason, find_unfit
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository


def find_unfit_reason(repository: Repository, text: str, before: str = "") -> str:
    """Return for what ``text`` is held back until the facilitator has read it, in the workshop's language.

    It is an insult, a person's name or a way to reach somebody; ``""``: nothing was found, or nothing but what stood
    there ``before``, which was read as it was.
    """
    people = frozenset(one.pseudonym for one in repository.list_participants())
    known = {before[one.start : one.end] for one in find_unfit(before, people)} if before else frozenset()
    found = [one for one in find_unfit(text, people) if text[one.start : one.end] not in known]
    reason = find_reason(found)
    if reason is None:
        return ""
    return Translator(repository.find_workshop().language)(f"words.held.{reason}")
