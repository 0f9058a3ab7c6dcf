"""Understand the headings of a table: the usual ones, the questions of forms, and what their columns hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.files.reading.bodies import find_people
from workshop_kit.files.reading.columns import COLUMNS, REQUIRED
from workshop_kit.files.reading.contacts import NOTHING_SAID, read_number
from workshop_kit.files.reading.moments import understand_moment
from workshop_kit.files.reading.questions import QUESTIONS
from workshop_kit.files.reading.usual import find_column, fold_header, strip_beside
from workshop_kit.files.reading.values import Choices, KnownNames
from workshop_kit.files.reading.whose import OF_PERSON, asks_for_no, speaks_of_another
from workshop_kit.files.reading.words import understand_consent

#: How much of a column is looked at to tell what it holds.
VALUES_LOOKED_AT: Final = 60
#: What of a column's filled cells must be of a kind, for the column to be of it.
_MOST: Final = 0.6

_SCALES: Final = {
    "competence": re.compile(r"\b(niveau de )?(competences?|comp|skills?|savoir faire|competent)\b"),
    "interest": re.compile(r"\b(interets?|int|envies?|motivations?|interest|souhaits?)\b"),
}
_SHORT_SCALES: Final = {"c": "competence", "i": "interest"}
#: Kinds whose columns stand once in a table: a question is asked for what no usual heading names.
_ONCE: Final = frozenset({"challenges", "stakeholders", "missions", "ideas"})
_FULL_NAME: Final = re.compile(
    r"\bnom\b.*\bprenom|\bprenom.*\bnom\b|complet|\bfull\b|identite|(first|last) and (first|last)"
)
_BIRTH_NAME: Final = re.compile(r"naissance|patronym|\bbirth|\bmaiden")
_BETWEEN: Final = re.compile(r"^[\s\-–—:/|.,()\[\]]+|[\s\-–—:/|.,()\[\]]+$")
_BRACKETED: Final = re.compile(r"[\[(]([^\[\]()]+)[\])]\s*[.:?]?\s*$")
#: A yes or a no with a condition is an answer all the same, which a person reads.
_BEGINS_AS_ANSWER: Final = re.compile(r"\W*(oui|non|yes|no|ok|d'accord|d’accord)\b", re.IGNORECASE)
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
#: How a number begins that one dials: a list of bodies has numbers of registers too.
_DIALLED: Final = re.compile(r"\s*(\+|\(?0)")
_NUMBER: Final = re.compile(r"(?:[^\d\n]{0,6}\d){9,15}\D{0,12}")


@dataclass(frozen=True)
class Heading:
    """Header cell (*intitulé*), and what its column was understood as.

    Attributes
    ----------
    written
        As the file writes it.
    column
        What it was understood as, ``None`` if it was not, an empty text if it was chosen to be left aside.
    part
        The challenge that the heading itself names.
    guessed
        Whether its words were not enough, and what the column holds told.
    contrary
        Whether a yes under it means no: ``Je refuse d'être recontacté``.
    spare
        Whether it is read only where the other columns of its meaning are empty: a name of birth.

    """

    written: str
    column: str | None
    part: str = ""
    guessed: bool = False
    contrary: bool = False
    spare: bool = False


#: What forms ask of a person in several columns under one question.
_PARTS_OF_PERSON: Final = ("name", "first_name", "email", "phone")
#: A heading with more signs is no question of a form, but the text of a document.
_LONGEST: Final = 2_000


def understand_headings(
    kind: str, written: Sequence[str], values: Sequence[Sequence[str]], known: KnownNames, choices: Choices
) -> tuple[Heading, ...]:
    """Tell what each column of a table holds.

    Parameters
    ----------
    kind
        One of ``columns.KINDS``.
    written
        The headings, empty where a column has none.
    values
        The filled cells of each column, or the first of them.
    known
        The workshop's own names.
    choices
        What was decided about headings goes before everything else.

    """
    found = [_understand(kind, text, known, choices) for text in written]
    taken = {one.column for one in found if one.column}
    wide = kind == "scores" and not {"competence", "interest"} & taken
    for place, heading in enumerate(found):
        if kind == "volunteers" and heading.column == "challenges" and heading.written not in choices.columns:
            found[place] = _find_option(heading, values[place], known)
        if heading.column is not None or len(heading.written) > _LONGEST:
            continue
        if wide:
            found[place] = _find_scale(heading, known)
        elif kind == "volunteers":
            found[place] = _find_option(heading, values[place], known)
        if found[place].column is None:
            column = _ask(kind, heading.written, values[place], known, taken if kind in _ONCE else frozenset())
            found[place] = replace(heading, column=column)
    found = _check_parts(found, known) if wide else found
    if kind == "stakeholders":
        found = _settle_addresses(found, values, choices)
        for place in find_people(written, [one.column for one in found], values):
            if written[place] not in choices.columns:
                found[place] = replace(found[place], column="contact")
    if kind == "volunteers":
        found = _settle_people(found, values, known, choices)
    return _guess_by_values(kind, found, values, known)


def _understand(kind: str, text: str, known: KnownNames, choices: Choices) -> Heading:
    if text in choices.columns:
        column = choices.columns[text]
        valid = column if column in COLUMNS[kind] or not column else None
        part = _find_scale(Heading(text, None), known).part if kind == "scores" else ""
        return Heading(text, valid, part)
    scale = _find_scale(Heading(text, None), known) if kind == "scores" else None
    if scale is not None and scale.part in known.challenges:
        return scale
    return Heading(text, find_column(kind, text) or _find_part_of_person(kind, text))


def _find_part_of_person(kind: str, text: str) -> str | None:
    """Return what a form's question asks of a person in its last words: ``Vos coordonnées [Nom]``, ``… - Prénom``."""
    head, tail = _part(text)
    column = find_column(kind, tail) if kind == "volunteers" and tail else None
    if column not in _PARTS_OF_PERSON or speaks_of_another(text):
        return None
    return column if find_column(kind, head) in (None, *_PARTS_OF_PERSON) else None


def _part(text: str) -> tuple[str, str]:
    """Return a heading before its last part, and that part; it is empty where there is none."""
    bracketed = _BRACKETED.search(text)
    if bracketed is not None:
        return text[: bracketed.start()], bracketed[1]
    head, _, tail = re.sub(r"\s[–—]\s", " - ", text).rpartition(" - ")
    return head, tail if head else ""


def _find_scale(heading: Heading, known: KnownNames) -> Heading:
    """Find in a heading a challenge and the scale it was answered on: ``Logement (compétence)``, ``Logement – C``."""
    text = heading.written.replace("_", " ")
    plain = fold_aligned(text)
    for column, pattern in _SCALES.items():
        found = list(pattern.finditer(plain))
        if found:
            rest = _BETWEEN.sub("", text[: found[-1].start()] + " " + text[found[-1].end() :])
            rest = re.sub(
                r"\(\s*[^)\w]*\)|\[\s*\]", "", re.sub(r"[(\[]?-?\d ?(a|à|to|[-–/]) ?\+?\d[)\]]?|/ ?\d\b", "", rest)
            )
            return _name_part(heading, column, rest, known)
    short = re.fullmatch(r"(.+?)[\s\-–—:/(\[]+([ci])[)\]]?", plain.strip())
    if short is not None:
        return _name_part(heading, _SHORT_SCALES[short[2]], text.lstrip()[: short.end(1)], known)
    return heading


def fold_aligned(text: str) -> str:
    """Return the text folded letter by letter, so that a place in it is a place in the text."""
    return "".join((fold_name(letter)[:1] or " ") if letter.isalpha() else letter for letter in text)


def _name_part(heading: Heading, column: str, rest: str, known: KnownNames) -> Heading:
    rest = _BETWEEN.sub("", rest)
    part = find_name(rest, known) or rest
    return replace(heading, column=column, part=part) if re.search(r"[^\W\d_]{2}", part) else heading


def _check_parts(found: Sequence[Heading], known: KnownNames) -> list[Heading]:
    """Believe a challenge that nobody knows only where both scales name it and no column does."""
    told = {one.column for one in found if not one.part}
    scales: dict[str, set[str | None]] = {}
    for one in found:
        scales.setdefault(one.part, set()).add(one.column)
    checked = []
    for one in found:
        if not one.part or one.part in known.challenges:
            checked.append(one)
        elif "challenge" in told:
            checked.append(replace(one, part=""))
        else:
            believed = len(scales[one.part]) == 2
            checked.append(one if believed else replace(one, part="", column=None))
    return checked


def find_name(text: str, known: KnownNames) -> str:
    """Return the workshop's name that ``text`` is or, the longest first, that stands in it as words; else nothing."""
    if not _words(text):
        return next((one for one in known.challenges if fold_name(one) == fold_name(text)), "")
    folded = f" {_words(text)} "
    named = sorted(filter(_words, known.challenges), key=len, reverse=True)
    exact = next((one for one in named if _words(one) == folded.strip()), "")
    return exact or next((one for one in named if len(one) > 2 and f" {_words(one)} " in folded), "")


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold_name(text)))


def _find_option(heading: Heading, values: Sequence[str], known: KnownNames) -> Heading:
    """Find a column that is one choice of a question: ``Quels défis ? [Logement]``, ticked or not."""
    bracketed = _BRACKETED.search(heading.written)
    pieces = [bracketed[1]] if bracketed else []
    pieces += [heading.written, *(heading.written.rpartition(sign)[2] for sign in (" – ", " - ", ":"))]
    for piece in pieces:
        name = next((one for one in known.challenges if _words(one) == _words(piece)), "")
        if name and all(understand_consent(value) is not None or _words(value) == _words(name) for value in values):
            return replace(heading, column="challenges", part=name)
    return heading


def _ask(kind: str, text: str, values: Sequence[str], known: KnownNames, taken: Collection[str | None]) -> str | None:
    plain = fold_name(re.sub(r"[·•]", "", text.replace("_", " ")))
    bare = strip_beside(plain)
    for one in QUESTIONS.get(kind, ()):
        if one.column in taken:
            continue
        asks = re.search(one.asks, plain) or re.search(one.asks, bare)
        asked = asks and not (one.other and re.search(one.other, plain))
        if asked and kind == "volunteers" and one.column in OF_PERSON and speaks_of_another(text):
            continue
        if asked and _hold(values, one.answers, known):
            return one.column
    return None


def _settle_people(
    found: Sequence[Heading], values: Sequence[Sequence[str]], known: KnownNames, choices: Choices
) -> list[Heading]:
    """Settle columns of people that say the same or the contrary, or are a second person's; unused ones are named."""
    settled = [replace(one, contrary=one.column == "consent" and asks_for_no(one.written)) for one in found]
    for place in (*_find_codes(found, values, known), *_find_second_person(found), *_find_spare_names(found)):
        if settled[place].written not in choices.columns:
            settled[place] = replace(settled[place], column=None)
    names = [place for place, one in enumerate(settled) if one.column == "name"]
    birth = [place for place in names if _BIRTH_NAME.search(fold_name(settled[place].written))]
    for place in birth if len(birth) < len(names) else ():
        # needless where every line looked at has the name in use: then it is named as left aside
        used = max(len(values[one]) for one in names if one not in birth)
        needless = len(values[place]) <= used < VALUES_LOOKED_AT and settled[place].written not in choices.columns
        settled[place] = replace(settled[place], spare=not needless, column=None if needless else "name")
    return settled


def _settle_addresses(found: Sequence[Heading], values: Sequence[Sequence[str]], choices: Choices) -> list[Heading]:
    """Tell a column called "Adresse" that holds e-mail addresses from one that says where a letter goes."""
    return [
        replace(one, column="email", guessed=True)
        if one.column == "address"
        and one.written not in choices.columns
        and sum("@" in value for value in values[place]) > len(values[place]) / 2
        else one
        for place, one in enumerate(found)
    ]


def _find_codes(found: Sequence[Heading], values: Sequence[Sequence[str]], known: KnownNames) -> Iterator[int]:
    """Yield the columns that are ticked for a challenge which only a code names: ``defis[SQ001]``."""
    for place, one in enumerate(found):
        if one.column == "challenges" and not one.part and values[place]:
            ticked = all(understand_consent(value) is not None for value in values[place])
            if ticked and not any(find_name(value, known) for value in values[place]):
                yield place


def _find_second_person(found: Sequence[Heading]) -> Iterator[int]:
    """Yield the columns of a second person in the same row, under the same headings: never the first one's."""
    names = [place for place, one in enumerate(found) if one.column == "name"]
    stems = [re.sub(r"[\W\d_]+", "", fold_header(found[place].written)) for place in names]
    second = next((place for number, place in enumerate(names) if stems[number] in stems[:number]), None)
    if second is None:
        return
    before = {one.column for one in found[:second]}
    for place in range(second, len(found)):
        if found[place].column in (OF_PERSON | {"consent"}) & before - {"sector"}:
            yield place


def _find_spare_names(found: Sequence[Heading]) -> Iterator[int]:
    """Yield the columns of names that say again what two others say."""
    told = {one.column for one in found}
    names = [
        (place, fold_name(_part(one.written)[1] if _find_part_of_person("volunteers", one.written) else one.written))
        for place, one in enumerate(found)
        if one.column == "name"
    ]
    full = [place for place, text in names if _FULL_NAME.search(text)]
    birth = [place for place, text in names if _BIRTH_NAME.search(text)]
    if full and birth:
        yield from birth
    if "first_name" in told and full:
        plain = len(names) > len(full) + len(birth)
        yield from full if plain else (place for place, one in enumerate(found) if one.column == "first_name")


def _hold(values: Sequence[str], answers: str, known: KnownNames) -> bool:
    """Tell whether most of the filled cells are answers of a kind; an empty column may be of any."""
    if answers == "words" or not values:
        return answers != "challenges" or bool(known.challenges)
    tests = {
        "email": lambda value: "@" in value,
        "phone": lambda value: _NUMBER.search(value) is not None or "E+" in value.upper(),
        "consent": lambda value: understand_consent(value) is not None or _BEGINS_AS_ANSWER.match(value) is not None,
        "withdrawn": lambda value: understand_consent(value) is not None or understand_moment(value) is not None,
        "moment": lambda value: re.search(r"\d{4}|\d\d:\d\d|\d[./]\d", value) is not None,
        "challenges": lambda value: bool(find_name(value, known)),
    }
    fitting = sum(1 for value in values if tests[answers](value))
    # who has no address or number says so in words: that is an answer, but no column is made of it
    nothing = sum(1 for value in values if read_number(value) == NOTHING_SAID) if answers in ("email", "phone") else 0
    return fitting >= _MOST * (len(values) - nothing) and (fitting > 0 or nothing == 0)


def _guess_by_values(
    kind: str, found: Sequence[Heading], values: Sequence[Sequence[str]], known: KnownNames
) -> tuple[Heading, ...]:
    """Understand by what they hold the columns whose headings say nothing, where nothing else is of that column."""
    taken = {one.column for one in found if one.column}
    guessed = list(found)
    tests: dict[str, Callable[[str], bool]] = {
        "email": lambda value: _EMAIL.fullmatch(value.strip()) is not None,
        "phone": lambda value: (
            _NUMBER.fullmatch(value) is not None
            and not read_number(value).refused
            and (kind != "stakeholders" or _DIALLED.match(value) is not None)
        ),
    }
    for column, fits in tests.items():
        if column not in COLUMNS[kind] or column in taken:
            continue
        places = [
            place
            for place, one in enumerate(found)
            if one.column is None and len(values[place]) >= 2 and _says_nothing(one.written)
            and all(fits(value) for value in values[place])
        ]  # fmt: skip
        if len(places) == 1:
            guessed[places[0]] = replace(found[places[0]], column=column, guessed=True)
    if kind == "volunteers" and "challenges" not in taken and known.challenges:
        for place, one in enumerate(guessed):
            if one.column is None and len(values[place]) >= 2 and all(find_name(v, known) for v in values[place]):
                guessed[place] = replace(one, column="challenges", guessed=True)
                break
    return tuple(guessed)


def _says_nothing(heading: str) -> bool:
    """Tell whether a heading does not say of whom or what else the column is."""
    return not speaks_of_another(heading) and not re.search(r"siret|adherent|licence|secu", fold_name(heading))


def find_missing(kind: str, headings: Sequence[Heading], *, sheet_is_challenge: bool = False) -> tuple[str, ...]:
    """Return the columns without which the table says nothing."""
    found = {one.column for one in headings}
    missing = [column for column in REQUIRED[kind] if column not in found]
    if kind == "challenges" and missing == ["statement"] and "action" in found:
        return ()  # the statement is assembled from the parts
    if "first_name" in found:
        missing = [column for column in missing if column not in ("name", "volunteer")]
    if "challenge" in missing and (sheet_is_challenge or any(one.part for one in headings)):
        missing.remove("challenge")
    return tuple(missing)
