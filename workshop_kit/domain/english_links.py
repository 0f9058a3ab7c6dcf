"""How each part of a challenge is joined to an English sentence, or None when no rule is sure of its English."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.names import fold_name
from workshop_kit.domain.wording import is_awkward, list_words, lower_first, match_start, spell_date, starts_with

_ARTICLE: Final = re.compile(r"the (?=\w)", re.IGNORECASE)
_NEEDS_MORE: Final = re.compile(r"(?:for|in|at|on|by|before|with|to|within|across|near)$", re.IGNORECASE)

# People -----------------------------------------------------------------------------------------------------------
_TO_PEOPLE: Final = match_start("for among with to alongside amongst between")
_DETERMINED: Final = match_start(
    "the a an all every everyone everybody anyone anybody each any some many most those these our your their his her "
    "no nobody us them both few several two three four five six seven eight nine ten twelve twenty thirty fifty "
    "hundred a_hundred at_least at_most up_to around about more_than fewer_than less_than over under whoever others"
)
_PEOPLE: Final = re.compile(
    r"(?:people|children|women|men|elders|youth|folk|parents|carers|kids|teens|families|seniors|adults|girls|boys|tenants)$"
)
_PEOPLE_ENDINGS: Final = re.compile(r"(?:ers|ors|ents|ants|ists|ees|ians|ens|ies|ives|ults|ours|urs|ots|als|ics)$")
_QUALITIES: Final = match_start(
    "young older old single new local disabled lonely homeless isolated elderly working retired low-income poor rural"
)
_COLLECTIVE: Final = list_words("elderly homeless unemployed public lonely disabled community neighbourhood poor")


def link_people(text: str) -> str | None:
    """Return ``text`` after "for", or as it stands when it brings its own preposition."""
    if is_awkward(text) or _NEEDS_MORE.match(text):
        return None
    if kept := starts_with(_TO_PEOPLE, text):
        return _keep_preposition(text, kept)
    if starts_with(_DETERMINED, text) or re.match(r"\d", text):
        return f"for {lower_first(text)}"
    if fold_name(text) in _COLLECTIVE:
        return f"for the {lower_first(text)}"
    first, *rest = text.split()
    if first.isupper() and len(first) > 1:
        return None
    noun = rest[0] if starts_with(_QUALITIES, text) and rest else first
    if text[0].islower() and any(_PEOPLE.match(word) for word in rest[:2]):
        return f"for {text}"
    plural = _PEOPLE.match(noun.lower()) or (noun.lower().endswith("s") and not noun.lower().endswith("ss"))
    known = _PEOPLE.match(noun.lower()) or _PEOPLE_ENDINGS.search(noun.lower())
    if not plural or (first[0].isupper() and (not known or any(word[0].isupper() for word in rest[:1]))):
        return None
    return f"for {lower_first(text)}"


def _keep_preposition(text: str, kept: str) -> str:
    """Keep the person's own preposition, and a small letter after it for a word that is no name."""
    rest = text[len(kept) :].lstrip()
    return f"{kept.lower()} {lower_first(rest) if starts_with(_DETERMINED, rest) else rest}".strip()


# Places -----------------------------------------------------------------------------------------------------------
_AT_PLACES: Final = match_start(
    "in at across on throughout around near within between along by beside outside inside over to from next_to "
    "close_to up under beyond all_over all_around everywhere anywhere nationwide online locally countywide here "
    "outdoors indoors abroad"
)
_DETERMINER: Final = re.compile(
    r"(?:all (?:of )?)?"
    r"(?:the|our|your|their|its|this|these|a|an|each|every|any|some|all|both|two|three|four|five|ten|\d+) ",
    re.IGNORECASE,
)
_IN: Final = list_words(
    "town village hamlet city centre center district county parish valley region area neighbourhood neighborhood park "
    "forest countryside commune canton building garden zone suburb suburbs outskirts borough street lane country "
    "estate department province community territory prison shop business hall room house home kitchen company "
    "workplace surroundings north south east west quarter"
)
_AT: Final = list_words(
    "school college university hospital station library harbour harbor airport mill pool stadium gym church town_hall "
    "city_hall community_centre community_center village_hall community_hall leisure_centre bus_stop health_centre "
    "youth_centre day_centre shopping_centre market"
)
_ON: Final = list_words(
    "island coast road square_ plateau campus farm riverbank pavement high_street main_street seafront quay"
)
_NO_ARTICLE: Final = {"town": "in town", "home": "at home", "school": "at school", "countryside": "in the countryside"}
_MODIFIERS: Final = list_words(
    "old new whole entire main local historic north south east west northern southern eastern western upper lower "
    "small big rural urban nearby other surrounding city town village primary secondary nursery bus train railway "
    "industrial public central former swimming parish sports same larger wider whole two three four five six ten"
)
_STREET: Final = re.compile(r"(?!The )\d* ?(?:[A-Z][\w’.-]*\s)+(?:Street|Road|Avenue|Lane|Drive|Boulevard)$")
_VAGUE: Final = re.compile(
    r"(?:s|ing|tion|ment|ness|ity|age|(?:farm|wood|grass|marsh|high|low|main|home)land)$", re.IGNORECASE
)
_CLOSES_NOUN: Final = list_words("of in and or on near with around for where who that which by at without from")
_COMPASS: Final = list_words("north south east west upper lower new great saint st mount")


def link_place(text: str) -> str | None:
    """Return ``text`` after "in", "at" or "on", as its noun takes it, or after its own."""
    if is_awkward(text) or _NEEDS_MORE.match(text):
        return None
    if kept := starts_with(_AT_PLACES, text):
        return _keep_preposition(text, kept)
    pieces = [_link_one(piece) for piece in re.split(r", | and | or ", text)]
    said = [piece for piece in pieces if piece is not None]
    if len(said) < len(pieces):
        return None
    linked = said[0]
    for mark, piece in zip(re.findall(r", | and | or ", text), said[1:], strict=True):
        shared = next((one for one in ("in ", "at ", "on ") if linked.startswith(one) and piece.startswith(one)), "")
        linked += mark + piece.removeprefix(shared)
    return linked


def _link_one(text: str) -> str | None:
    if _STREET.match(text):
        return f"{'at' if text[0].isdigit() else 'on'} {text}"
    if fold_name(text) in _NO_ARTICLE:
        return _NO_ARTICLE[fold_name(text)]
    if starts_with(_AT_PLACES, text):
        return lower_first(text)
    if determiner := _DETERMINER.match(text):
        rest = text[determiner.end() :]
        if found := _find_noun(rest):
            return f"{found[0]} {lower_first(text)}"
        return f"in {text}" if text.startswith("The ") and rest[0].isupper() and len(rest.split()) == 1 else None
    found = _find_noun(text)
    # "North Wales" is a name as "Village hall" is none.
    if found and not (fold_name(text.split()[0]) in _COMPASS and _is_name(text)):
        preposition, plural = found
        # Schools as a whole, "in schools"; one place, "at the school".
        said = lower_first(text)
        return f"{'in' if plural and preposition == 'at' else preposition} {said if plural else 'the ' + said}"
    return f"in {text}" if _is_name(text) else None


def _find_noun(text: str) -> tuple[str, bool] | None:
    """Return the preposition of the place that ``text`` (without article) begins with, and whether it is plural."""
    words = [fold_name(word) for word in text.split()]
    for length in (2, 1):
        said = " ".join(words[:length])
        for preposition, nouns in (("at", _AT), ("on", _ON), ("in", _IN)):
            for noun, plural in ((said, False), (said.removesuffix("s"), True), (re.sub("ies$", "y", said), True)):
                # "town and hamlets" is a town; "town shop" is a shop, and "village green" neither.
                compound = len(words) > length and words[length] not in _CLOSES_NOUN
                if noun in nouns and (noun != said or not plural) and not compound:
                    return preposition, plural
    ordinary = words[0] in _MODIFIERS | _IN | _AT | _ON or words[0].isdigit()
    if len(words) > 1 and ordinary and words[1] not in _CLOSES_NOUN:
        return _find_noun(" ".join(words[1:]))
    return None


def _is_name(text: str) -> bool:
    words = [word for word in text.split() if word not in {"of", "the", "upon", "on", "in", "and", "le", "la", "de"}]
    if not words or not all(word[0].isupper() for word in words) or (text.isupper() and "-" not in text):
        return False
    if re.search(r"\d|\b[LD]’", text):  # figures, and French words
        return False
    if len(words) > 1 or "-" in text:
        return any(part[:1].isupper() for part in re.split(r"[ -]", text)[1:])
    return not _VAGUE.search(words[0]) or fold_name(words[0]) in {
        "paris",
        "wales",
        "leeds",
        "athens",
        "reading",
        "worthing",
    }


# Deadlines --------------------------------------------------------------------------------------------------------
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AT_TIMES: Final = match_start(
    "by before in within until till from at no_later during over on this as_soon_as_possible soon immediately now "
    "today every each after between throughout for not_later as_soon_as"
)
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})"
_SEASON: Final = r"(?:spring|summer|autumn|winter)"
_NUMBERS: Final = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a few)"
_DAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_BY: Final = re.compile(
    rf"(?:(?:early|late|mid)[ -])?(?:(?:19|20)\d\d|{_MONTH}(?: \d{{4}})?|{_SEASON}(?: \d{{4}})?)$"
    rf"|(?:{_DAY},? )?(?:\d\d?(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d\d?(?:st|nd|rd|th)?)(?:,? \d{{4}})?$"
    r"|\d{1,4}[/.-]\d\d?[/.-]\d{2,4}$|(?:next|the next) \w+(?: \w+)?$|(?:Christmas|Easter|tomorrow)(?: \d{4})?$"
    rf"|{_DAY}$|Q[1-4] \d{{4}}$"
    r"|the (?:end|start|beginning|middle|first|second|third|last|summer|winter|holidays|elections?|\d)\b.*",
    re.IGNORECASE,
)
_SMALL: Final = re.compile(
    rf"(?:{_SEASON}|next|the|early|late|mid|tomorrow|end|start|beginning|middle|{_NUMBERS})\b", re.IGNORECASE
)


def link_deadline(text: str) -> str | None:
    """Return ``text`` after "by" or "within", or as it stands when it brings its own preposition."""
    text = show_deadline(text)
    if _NEEDS_MORE.match(text):
        return None
    if starts_with(_AT_TIMES, text):
        return None if is_awkward(text) else text
    if re.match(rf"{_NUMBERS} (?:years?|months?|weeks?|days?)$", text, re.IGNORECASE):
        return f"within {text}"
    if re.match(r"(?:end|start|beginning|middle) of \w", text):
        return None if is_awkward(text) else f"by the {text}"
    if re.match(r"(?:end|start) \d{4}$", text):
        return f"by the {text.replace(' ', ' of ', 1)}"
    return f"by {text}" if _BY.match(text) else None


def show_deadline(text: str) -> str:
    """Write a deadline as people say it: dates spelt, a small letter for a word that is no month or feast."""
    text = re.sub(
        rf"\b(?!may\b|march\b)(?:{_MONTH}|{_DAY}|christmas|easter)\b",
        lambda name: name[0].capitalize(),
        spell_date(text, _MONTHS, "1"),
        flags=re.IGNORECASE,
    )
    if kept := starts_with(_AT_TIMES, text):
        rest = text[len(kept) :].lstrip()
        return f"{kept.lower()} {lower_first(rest) if _SMALL.match(rest) else rest}".strip()
    return lower_first(text) if _SMALL.match(text) else text


# The measure ------------------------------------------------------------------------------------------------------
_FIGURES: Final = match_start(
    "number rate share percentage proportion how amount total average length frequency score cost distance the a an"
)
_SURVEYS: Final = match_start("survey surveys count poll fewer less more no every all at_least feedback records")


def link_measure(text: str) -> str:
    """Return the end of the sentence, after its semicolon: a label before what is no figure is always right."""
    if starts_with(match_start("measured we_measure counted"), text):
        return lower_first(text)
    if starts_with(match_start("by with through"), text):
        return f"measured {lower_first(text)}"
    if starts_with(_FIGURES, text):
        return f"measured by: {lower_first(text)}"
    return f"measure: {lower_first(text) if starts_with(_SURVEYS, text) else text}"


#: The labels of the parts that stand side by side.
LABELS = {"population": "For whom", "territory": "Where", "deadline": "When", "indicator": "Measure"}
COLON = ": "
SEMICOLON = "; "


def show_part(part: str, text: str) -> str:
    """Return a part as it stands behind its label."""
    if part == "deadline":
        return show_deadline(text)
    if part == "indicator":
        text = re.sub(r"^measured (?:by|with):? ", "", text, flags=re.IGNORECASE)
        return lower_first(text) if starts_with(_FIGURES, text) or starts_with(_SURVEYS, text) else text
    if part == "population":
        text = re.sub(r"^for ", "", text, flags=re.IGNORECASE)
        return lower_first(text) if starts_with(_DETERMINED, text) else text
    article = _ARTICLE.match(text)
    named = article is not None and text[article.end() :][:1].isupper()
    ordinary = starts_with(_AT_PLACES, text) or _DETERMINER.match(text)
    return lower_first(text) if ordinary and not named else text
