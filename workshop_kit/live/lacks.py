"""What a print leaves out since nobody said it yet, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.printing import UNREACHED, Lack, PrintKind, shorten
from workshop_kit.i18n import Translator

#: Names that a sentence lists, and the signs of each.
_NAMED: Final = 5
_LONGEST: Final = 40
#: Of a list to call there is the telephone to be lacking.
_NUMBER: Final = "number"


def say_shared(words: Translator, lacks: Sequence[Lack]) -> str:
    """Return what is left out of several prints; ``""`` where nothing is lacking."""
    said = ", ".join(words(f"invitations.lack.{one}") for one in lacks)
    return words("invitations.lack.shared", lacks=said) if said else ""


def say_lacks(words: Translator, kind: PrintKind, lacks: Sequence[Lack], unreached: Sequence[str]) -> str:
    """Return what is left out of a print, and who is not reached by it; ``""`` where nothing is lacking."""
    said = [words(f"invitations.lack.{one}") for one in lacks]
    if unreached:
        named = [shorten(one, _LONGEST) for one in unreached[:_NAMED]]
        names = ", ".join([*named, *(["…"] if len(unreached) > _NAMED else [])])
        key = UNREACHED.get(kind, _NUMBER)
        said.append(words.plural(f"invitations.lack.{key}", len(unreached), names=names))
    return words("invitations.lack.all", lacks=", ".join(said)) if said else ""
