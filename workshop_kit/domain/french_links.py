"""How each part of a challenge is joined to a French sentence, or None when no rule is sure of its French."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.french_places import (
    ALSO_TOWNS,
    COMMON,
    IDIOMS,
    NAMED,
    TOWNS_IN_S,
    TOWNS_WITH_ARTICLE,
    choose_preposition,
    find_noun,
    is_masculine,
)
from workshop_kit.domain.french_times import NEEDS_MORE, link_deadline, show_deadline
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.wording import is_awkward, list_words, lower_first, match_start, starts_with

__all__ = ["COLON", "LABELS", "SEMICOLON", "link_deadline", "link_measure", "link_people", "link_place", "show_part"]

_VOWEL: Final = re.compile(r"[aeiouyàâéèêëîïôûœæ]|h(?:ôp|opi|ôt|abit|omme|iver)", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:(?P<plain>le|la|les) |(?P<short>l)’)(?=\w)", re.IGNORECASE)
_SMALL_WORDS: Final = list_words("de du des la le les sur sous en lès lez et aux à au près d l")


# People -----------------------------------------------------------------------------------------------------------
_TO_PEOPLE: Final = match_start(
    "pour auprès_de auprès_des auprès_du auprès_d’ avec chez à au aux parmi envers en_faveur_de en_faveur_des "
    "à_destination à_l’intention au_profit au_bénéfice entre vers par en_direction"
)
_NOT_TO: Final = match_start("au_moins au_plus")
_DETERMINED: Final = match_start(
    "le la les l’ un une des tous toutes tout toute chaque chacun chacune ceux celles celui celle nos notre vos "
    "votre leur leurs mes mon ma ses son sa ces cette cet quelques plusieurs certains certaines aucun aucune "
    "quiconque nous eux elles deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante "
    "cinquante cent mille environ moins_de plus_de près_de au_moins jusqu’à jusqu’ beaucoup_de de_nombreux "
    "de_nombreuses d’autres tou·te·s tou·tes M. Mme une"
)
_AGES: Final = re.compile(r"(?:(?:moins|plus) de )?\d[\d\s-]*(?:à \d+ )?ans\b", re.IGNORECASE)
_SINGULAR_PEOPLE: Final = {
    fold_name(noun): f"{article}{noun}"
    for article, noun in (
        ("la ", "population"), ("la ", "jeunesse"), ("le ", "grand public"), ("le ", "public"), ("le ", "voisinage"),
        ("la ", "collectivité"), ("l’", "ensemble des habitants"), ("l’", "ensemble de la population"),
    )
}  # fmt: skip
_PEOPLE_ENDINGS: Final = re.compile(r"(?:eur|euse|trice|ant|ante|ent|iste|er|ère|é|ée|if|ive|aire)s$|eux$")
# Without their plural mark. "Ukrainiens" is not found, and would keep its capital where "comédiens" loses it.
_PEOPLE: Final = frozenset(
    fold_name(one)
    for one in list_words(
        "personne habitant habitante riverain riveraine famille jeune enfant aîné aînée senior sénior femme homme "
        "parent grand-parent "
        "voisin voisine bébé ado adulte malade proche élu élue fille garçon ménage couple foyer client ami amie chef "
        "petit ancien futur nouveau demandeur sportif public groupe gen actif club commerce entreprise association "
        "école maire citoyen citoyenne artisan artisane étudiant collègue camarade malvoyant veuf veuve propriétaire "
        "élève collégien collégienne lycéen lycéenne gardien gardienne comédien comédienne musicien musicienne "
        "pharmacien technicien technicienne médecin apprenti apprentie piéton piétonne patron maman papa copain "
        "orphelin villageoi marin sage-femme aide-soignant jumeau interne pupille parrain marraine"
    )
)


def link_people(text: str) -> str | None:
    """Return ``text`` after "pour", or as it stands when it brings its own preposition."""
    if is_awkward(text):
        return None
    text = re.sub(r"^[Aa] (?=\w)", "à ", text)
    if (kept := starts_with(_TO_PEOPLE, text)) and not starts_with(_NOT_TO, text):
        return _keep_preposition(text, kept)
    if starts_with(_AGES, text):
        return f"pour les {lower_first(text)}"
    if starts_with(_DETERMINED, text) or re.match(r"\d[\d ]* [^\W\d]", text):
        return f"pour {text if text[:2] in {'M.', 'Mm'} else lower_first(text)}"
    if fold_name(text) in _SINGULAR_PEOPLE:
        return f"pour {_SINGULAR_PEOPLE[fold_name(text)]}"
    pieces = [_link_plural(piece) for piece in re.split(r" et |, ", text)]
    said = [piece for piece in pieces if piece is not None]
    if len(said) < len(pieces):
        return None
    marks = re.findall(r" et |, ", text)
    return "pour " + "".join(piece + mark for piece, mark in zip(said, [*marks, ""], strict=True))


def _link_plural(text: str) -> str | None:
    """Return "les" and a plural; None for a singular, an acronym, and what may be a name."""
    if starts_with(_ARTICLE, text):
        return lower_first(text)
    first, _, rest = text.partition(" ")
    if re.match(r"sans[- ](?:abri|domicile|emploi|papiers|logis)\b", text, re.IGNORECASE):
        return f"les sans-{text[5:]}"
    if fold_name(text) in NAMED or fold_name(first) in TOWNS_IN_S or first.lower() in _SINGULAR_IN_S:
        return None
    if not re.search(r"[sx]$", first) or (first.isupper() and len(first) > 1):
        return None
    known = fold_name(first)[:-1] in _PEOPLE or _PEOPLE_ENDINGS.search(first.lower())
    if first[0].isupper() and (not known or (rest and rest.split()[0][0].isupper())):
        return None
    return f"les {lower_first(text)}"


_SINGULAR_IN_S: Final = list_words(
    "corps tiers bus fonds temps secours puits bras cas pays discours concours cours parcours dans sans vers plus"
)

# Places -----------------------------------------------------------------------------------------------------------
_AT_PLACES: Final = match_start(
    "à au aux en dans sur chez près_de près_d’ près_du près_des autour entre hors par parmi sous vers devant "
    "derrière depuis jusqu’à jusqu’au jusqu’aux au-delà le_long tout_le_long face_à loin_de auprès au_sein via "
    "contre aux_alentours"
)
_ADVERBS: Final = match_start("partout dehors ailleurs ici localement outre-mer là-bas n’importe_où")
_PLACE_DETERMINER: Final = re.compile(
    r"(?P<all>(?:tout|toute|tous|toutes) )?"
    r"(?P<which>(?:les?|la|nos|notre|vos|votre|leurs?|ses|son|sa|ces?|cette|cet|mon|ma|mes) |l’)"
    r"|(?P<any>(?:une?|des|chaque|toute?s?|tous|plusieurs|quelques|certaine?s|deux|trois|quatre|cinq|six|dix|\d+) )",
    re.IGNORECASE,
)
_STREET: Final = re.compile(
    r"\d+(?: ?(?:bis|ter))?,? (?:rue|avenue|place|boulevard|impasse|chemin|route|quai|allée|cours|ruelle)\b",
    re.IGNORECASE,
)
_COMMON_ENDINGS: Final = re.compile(
    r"(?:erie|tion|té|ment|age|ance|ence|isme|eur|ique|ée|oir|ette|ure|ière)s?$", re.IGNORECASE
)
# "Nord-Isère" and "Haut-Jura" are no towns.
_WIDE: Final = list_words("nord sud est ouest centre pays massif")
_VAGUE: Final = list_words("grand grande haut haute bas basse nord sud est ouest petit petite terre terres lieu dit")


def link_place(text: str) -> str | None:
    """Return ``text`` after the preposition that its noun or its name takes, or its own."""
    if is_awkward(text):
        return None
    text = re.sub(r"^[Aa] (?=\w)", "à ", text)
    if kept := starts_with(_AT_PLACES, text):
        return _keep_preposition(text, kept)
    if starts_with(_ADVERBS, text):
        return lower_first(text)
    if whole := _link_named(text) or (_link_one(text) if _STREET.match(text) else None):
        return whole
    pieces = [_link_one(piece) for piece in re.split(r", | et | ou ", text)]
    said = [piece for piece in pieces if piece is not None]
    if len(said) < len(pieces):
        return None
    linked = said[0]
    for mark, piece in zip(re.findall(r", | et | ou ", text), said[1:], strict=True):
        shared = next((one for one in ("dans ", "sur ") if linked.startswith(one) and piece.startswith(one)), "")
        linked += mark + piece.removeprefix(shared)
    return linked


def _keep_preposition(text: str, kept: str) -> str | None:
    """Keep the person's own preposition, with the contractions and the small letters that French wants after it."""
    text = lower_first(text)
    if NEEDS_MORE.match(text):
        return None
    head, rest = text[: len(kept)], text[len(kept) :].lstrip()
    article = _ARTICLE.match(rest)
    if head == "à" and article and article["plain"] and article["plain"].lower() != "la":
        return f"{'au' if article['plain'].lower() == 'le' else 'aux'} {rest[article.end() :]}"
    after = rest[article.end() :] if article else ""
    if article and after[:1].isupper():
        ordinary = fold_name(after) in NAMED
    else:
        ordinary = starts_with(_DETERMINED, rest) != "" and rest[:2] not in {"M.", "Mm"}
        ordinary = ordinary or (find_noun(rest.split()) is not None and rest != "Bourg")
    if ordinary:
        rest = lower_first(rest)
    return f"{head}{'' if head.endswith('’') else ' '}{rest}"


def _link_named(text: str) -> str | None:
    """Return a département, a region or an idiom as French says it."""
    article = _ARTICLE.match(text)
    bare = fold_name(text[article.end() :] if article else text)
    if article is None and bare in IDIOMS:
        return IDIOMS[bare]
    if not text[article.end() if article else 0 :][:1].isupper() or (article is None and bare in ALSO_TOWNS):
        return None
    return NAMED.get(bare)


def _link_one(text: str) -> str | None:
    if _STREET.match(text):
        return "au " + _STREET.sub(lambda street: street[0].lower(), text)
    if named := _link_named(text):
        return named
    if starts_with(_AT_PLACES, text) or starts_with(_ADVERBS, text):
        return lower_first(text)
    if re.match(r"ensemble (?:de|du|des) ", text, re.IGNORECASE):
        text = f"l’{lower_first(text)}"
    if determiner := _PLACE_DETERMINER.match(text):
        return _link_determined(text, determiner)
    if text == "Bourg" or find_noun(text.split()) is None:
        return f"à {text}" if _is_name(text) else None
    return _link_bare(text)


def _link_determined(text: str, determiner: re.Match[str]) -> str | None:
    rest = text[determiner.end() :]
    which = (determiner["which"] or determiner["any"]).strip().lower()
    definite = which in {"le", "la", "les", "l’"}
    words = rest.split()
    if not words:
        return None
    if fold_name(words[0]) == "ensemble" and len(words) > 1:
        noun = find_noun(re.sub(r"^\S+ (?:du |des |de la |de l’|de |d’)", "", rest).split())
        on = noun is not None and choose_preposition(noun[0], "", plural=False, definite=True) == "sur"
        return f"{'sur' if on else 'dans'} {lower_first(text)}"
    noun = find_noun(words)
    if noun is None:
        return _link_name_with_article(text[: determiner.end()], rest) if definite and not determiner["all"] else None
    after = rest.split(maxsplit=1)[1] if len(words) > 1 else ""
    exactly = definite and not determiner["all"]
    preposition = choose_preposition(noun[0], after, plural=noun[1], definite=exactly)
    said = lower_first(text)
    return _contract(said) if preposition == "à" else f"{preposition} {said}"


def _contract(said: str) -> str:
    """Join "à" to a small article: "au", "aux", "à la", "à l’"."""
    if said.startswith("le "):
        return f"au {said[3:]}"
    return f"aux {said[4:]}" if said.startswith("les ") else f"à {said}"


def _link_name_with_article(article: str, rest: str) -> str | None:
    """Return a town's name with its article, contracted; a small article with an unknown name may be a region's."""
    words = [word for word in re.split(r"[ ’]", rest) if word not in _SMALL_WORDS]
    if not all(word[:1].isupper() for word in words) or _COMMON_ENDINGS.search(words[0]):
        return None
    known = fold_name(words[0].split("-")[0]) in TOWNS_WITH_ARTICLE or re.search(r"-(?:sur|sous|en|de|d’|lès)", rest)
    if article[0].islower() and not known:
        return None
    kind = article.strip().lower()
    if kind in {"le", "les"}:
        return f"{'au' if kind == 'le' else 'aux'} {rest}"
    return f"à {article[0].upper()}{article[1:]}{rest}"


def _link_bare(text: str) -> str:
    """Give a common noun its article: "Villages du nord" is said "dans les villages du nord"."""
    words = text.split()
    found = find_noun(words)
    assert found is not None
    noun, plural = found
    said = lower_first(text)
    if words[0].isdigit() or fold_name(words[0]) in {"deux", "trois", "quatre", "cinq", "six", "dix"}:
        return f"{choose_preposition(noun, '', plural=True, definite=False)} {said}"
    if plural:
        article = "les "
    elif _VOWEL.match(said):
        article = "l’"
    else:
        article = "le " if is_masculine(noun) else "la "
    preposition = choose_preposition(noun, " ".join(words[1:]), plural=plural, definite=True)
    return _contract(article + said) if preposition == "à" else f"{preposition} {article}{said}"


def _is_name(text: str) -> bool:
    """Say whether a text without article is surely a place's name, and no common noun with a capital."""
    words = [word for word in re.split(r"[ ’]", text) if word and word not in _SMALL_WORDS]
    if not words or not all(word[0].isupper() for word in words) or fold_name(words[0]) in _VAGUE:
        return False
    first = words[0]
    if re.search(r"\d", text) or (text.isupper() and "-" not in text):
        return False
    if fold_name(text) in NAMED or fold_name(first) in COMMON:
        return False
    if "-" in first:
        start, *others = first.split("-")
        wide = fold_name(start) in _WIDE or (fold_name(start) in _VAGUE and fold_name(others[0]) in NAMED)
        return not wide and any(part[:1].isupper() for part in others)
    # Towns join their words with dashes: "Bords de la Brume" is a bank, not a name.
    if re.search(r" (?:de|du|des|de la|d’)\b", text):
        return False
    if fold_name(first) in TOWNS_IN_S:
        return True
    return not re.search(r"[sx]$", first) and not _COMMON_ENDINGS.search(first)


# The measure ------------------------------------------------------------------------------------------------------
_MEASURED: Final = match_start("mesuré mesurée mesurés mesurées on_mesure mesure évalué compté")
_FIGURES: Final = match_start(
    "nombre taux part pourcentage proportion durée délai temps montant total moyenne fréquence quantité baisse "
    "hausse évolution indice score coût distance surface le_nombre le_taux la_part le le_pourcentage la les l’ un "
    "une des"
)
_SURVEYS: Final = match_start(
    "enquête enquêtes sondage questionnaire comptage relevé bilan registre liste statistiques moins plus aucun "
    "aucune tous toutes chaque au_moins zéro satisfaction avis retours témoignages listes"
)


def link_measure(text: str) -> str:
    """Return the end of the sentence, after its semicolon: a label before what is no figure is always right."""
    if starts_with(_MEASURED, text):
        return lower_first(text)
    if starts_with(match_start("par au à_l’ avec"), text) and not starts_with(_NOT_TO, text):
        return f"mesuré {lower_first(text)}"
    if starts_with(_FIGURES, text):
        return f"mesuré par\N{NO-BREAK SPACE}: {lower_first(text)}"
    return f"mesure\N{NO-BREAK SPACE}: {_show_measure(text)}"


def _show_measure(text: str) -> str:
    """Lower the first letter of what is surely an ordinary word: a figure, a survey, an infinitive."""
    ordinary = starts_with(_FIGURES, text) or starts_with(_SURVEYS, text)
    return (
        lower_first(text)
        if ordinary or re.match(r"\w+(?:er|ir|re) (?:les? |la |l’|des |une? |combien )", text)
        else text
    )


#: The labels of the parts that stand side by side, and how each is shown behind its label.
LABELS = {"population": "Pour qui", "territory": "Où", "deadline": "Quand", "indicator": "Mesure"}
COLON = "\N{NO-BREAK SPACE}: "
SEMICOLON = "\N{NARROW NO-BREAK SPACE}; "


def show_part(part: str, text: str) -> str:
    """Return a part as it stands behind its label."""
    if part == "deadline":
        return show_deadline(text)
    if part == "indicator":
        text = re.sub(r"^(?:mesurée?s?|évaluée?s?) (?:par|à|avec)(?: ?:)? ", "", text, flags=re.IGNORECASE)
        return _show_measure(text)
    if part == "population":
        text = re.sub(r"^pour ", "", text, flags=re.IGNORECASE)
        if starts_with(_TO_PEOPLE, text):
            return link_people(text) or text
        return lower_first(text) if starts_with(_DETERMINED, text) and not text.startswith("M") else text
    if starts_with(_AT_PLACES, text):
        return link_place(text) or text
    article = _ARTICLE.match(text)
    ordinary = starts_with(_ADVERBS, text) or _PLACE_DETERMINER.match(text)
    named = article is not None and text[article.end() :][:1].isupper()
    return lower_first(text) if ordinary and not named else text
