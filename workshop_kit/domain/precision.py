"""A challenge's parts assembled into one sentence, and those that a sentence in somebody's own words lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Protocol

from workshop_kit.domain import english_links, french_links
from workshop_kit.domain.model import Challenge
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.parts import PARTS as PARTS
from workshop_kit.domain.parts import Part as Part
from workshop_kit.domain.wording import tidy_part


class Links(Protocol):
    """How the parts are joined in one language: a function a part, and the labels and marks between them."""

    LABELS: dict[str, str]
    COLON: str
    SEMICOLON: str

    def link_people(self, text: str) -> str | None:
        """Join the people, or say that the grammar is not sure."""
        ...

    def link_place(self, text: str) -> str | None:
        """Join the place, or say that the grammar is not sure."""
        ...

    def link_deadline(self, text: str) -> str | None:
        """Join the deadline, or say that the grammar is not sure."""
        ...

    def link_measure(self, text: str) -> str:
        """Join the indicator."""
        ...

    def show_part(self, part: str, text: str) -> str:
        """Return a part as it stands behind its label."""
        ...


_LANGUAGES: Final[tuple[Links, ...]] = (french_links, english_links)


def assemble_statement(challenge: Challenge, language: str) -> str:
    """Assemble the parts of a challenge into one sentence of ``language`` (``"fr"`` or ``"en"``).

    A part that the sentence already says is not said twice, and a part that begins with its own preposition keeps it.
    When the grammar of one part is not sure, all stand side by side, each behind its label ("Où : …"), which is right
    whatever they are. Missing parts are left out; an empty text comes back when there is no part at all.
    """
    action, mark = _split_question(challenge.action)
    parts = {part: _tidy(getattr(challenge, part)) for part in PARTS[1:]}
    links = french_links if language == "fr" else english_links
    sentence = _glue(action, parts, links)
    if sentence is None or (mark and parts[Part.INDICATOR]):
        sentence, mark = _set_side_by_side(action + mark, parts, links), ""
    return sentence[0].upper() + sentence[1:] + (mark or ".") if sentence else ""


def is_in_own_words(challenge: Challenge) -> bool:
    """Say whether a challenge's statement was written by a person, and not assembled from its parts."""
    return challenge.statement not in {"", *(assemble_statement(challenge, language) for language in ("fr", "en"))}


def list_lost(challenge: Challenge) -> tuple[Part, ...]:
    """List the parts that are filled, and that a statement in somebody's own words no more says as they stand there.

    A statement assembled from its parts says them all, whatever the joining did to their words; so does one that was
    assembled and then changed elsewhere.
    """
    if not is_in_own_words(challenge):
        return ()
    filled = ((part, _tidy(getattr(challenge, part))) for part in PARTS if getattr(challenge, part).strip())
    return tuple(
        part
        for part, text in filled
        if not any(_already_says(challenge.statement, said) for said in (text, *_list_joined(part, text)))
    )


def _list_joined(part: Part, text: str) -> Iterator[str]:
    """List a part as a sentence of either language says it: "Le bourg" is "au bourg" there, 2028-12-31 a day."""
    for links in _LANGUAGES:
        joining: dict[Part, Callable[[str], str | None]] = {
            Part.POPULATION: links.link_people,
            Part.TERRITORY: links.link_place,
            Part.DEADLINE: links.link_deadline,
        }
        if text and part in joining:
            yield links.show_part(part, text)
            yield joining[part](text) or text


def _split_question(action: str) -> tuple[str, str]:
    """Part a question from its mark, which closes the whole sentence; any other mark gives way to the full stop."""
    text = tidy_part(action.strip().rstrip(" ?!"))
    asked = re.search(r"(\s*)\?[\s.]*$", action)
    if asked is None:
        return text, ""
    return text, "\N{NARROW NO-BREAK SPACE}?" if asked[1] else "?"


def _tidy(part: str) -> str:
    """Return a part without closing marks and without the label that people repeat before it ("Où : Val-Brume")."""
    return tidy_part(_LABEL.sub("", tidy_part(part)).rstrip(" ?!"))


_LABEL: Final = re.compile(
    r"^(?:pour qui|où|pour quand|quand|mesure|indicateur|public|lieu|échéance|for whom|where|by when|when|measure)"
    r"\s*:\s*",
    re.IGNORECASE,
)


def _glue(action: str, parts: dict[Part, str], links: Links) -> str | None:
    """Join what each part adds; None as soon as one of them cannot be joined with certainty."""
    sentence = action
    for part, link in (
        (Part.POPULATION, links.link_people),
        (Part.TERRITORY, links.link_place),
        (Part.DEADLINE, links.link_deadline),
    ):
        if parts[part] and not _already_says(sentence, parts[part]):
            linked = link(parts[part])
            if linked is None:
                return None
            sentence += (", " if sentence else "") + linked
    indicator = parts[Part.INDICATOR]
    if indicator and not _already_says(sentence, indicator):
        sentence += (links.SEMICOLON if sentence else "") + links.link_measure(indicator)
    return None if _DANGLING.search(action) and sentence != action else sentence


def _set_side_by_side(action: str, parts: dict[Part, str], links: Links) -> str:
    said = [action] if action else []
    for part, label in links.LABELS.items():
        if parts[Part(part)] and not _already_says(action, parts[Part(part)]):
            said.append(f"{label}{links.COLON}{links.show_part(part, parts[Part(part)])}")
    return "\N{NO-BREAK SPACE}— ".join(said)  # a dash closes a line and opens none


# An action that stops on a preposition waits for a part of its own.
_DANGLING: Final = re.compile(r"\b(?:pour|à|dans|de|en|sur|chez|par|avec|for|in|at|by|to|with|of)$", re.IGNORECASE)


def _already_says(sentence: str, text: str) -> bool:
    core = fold_name(_LINK_WORDS.sub("", text))
    return bool(core) and re.search(rf"(?<!\w){re.escape(core)}(?!\w)", fold_name(sentence)) is not None


_LINK_WORDS: Final = re.compile(
    r"^(?:pour|à|au|aux|en|dans|sur|chez|d’ici|avant|for|in|at|on|by|before|across|within)(?![\w-])\s*"
    r"(?:le\b|la\b|les\b|l’|the\b)?\s*",
    re.IGNORECASE,
)
