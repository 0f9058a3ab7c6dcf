"""Names by which somebody would pass for who leads the room, or for the town hall (*reserved names*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, groupby
from typing import Final, NamedTuple

from workshop_kit.domain.disguises import drop_signs, read_words, spell_digits, spell_word
from workshop_kit.domain.look_alikes import SOUNDS

#: Trades of a room that are nobody's surname: beside a name, too, they say who leads it.
_LEADERS: Final = (
    "animateur animateurs animatrice animatrices animateurice facilitateur facilitateurs facilitatrice "
    "facilitatrices facilitator facilitators moderateur moderateurs moderatrice moderatrices moderator moderators "
    "organisateur organisateurs organisatrice organisatrices organiser organisers organizer organizers "
    "administrateur administrateurs administratrice administrator administrators admin admins superadmin sysadmin "
    "webmaster coordinateur coordinatrice coordonnateur coordonnatrice coordinator moderador moderadora animador "
    "animadora facilitador facilitadora administrador administradora администратор админ адмін адміністратор "
    "модератор ведущий организатор ադմին moderatore animatore amministratore moderatör yönetici διαχειριστής "
    "συντονιστής"
)
#: What stands for them only where a name says nothing else: some are surnames, or what somebody is besides.
_ROLES: Final = (
    "animateuse organising organizing service services communication team animation animator animators anim "
    "facilitation moderation modo organisation organization orga administration coordination mairie mairies maire "
    "maires adjoint adjointe adjoints commune municipalite ville prefecture prefet equipe staff ecran projecteur "
    "systeme system root support atelier serveur server host hosts hostess hote hotesse townhall cityhall council "
    "councillor councillors councilor councilors councilman mayor mayors mayoress screen workshop workshopkit "
    "official officials officiel officielle officiels technicien technicienne hoteldeville conseil conseiller "
    "conseillere conseillers municipal municipale municipaux municipality elu elue elus elues elected responsable "
    "responsables accueil aidant aidante aidants aidantes assistance helper helpers president presidente presidence "
    "directeur directrice direction gendarmerie police dgs office department comite communaute informatique "
    "technique mairesse mairesses bourgmestre bourgmestres echevin echevine echevins syndic syndique mediateur "
    "mediatrice mediateurs mediator mediators communes intercommunalite agglo agglomeration metropole departemental "
    "departementale regional regionale gendarme gendarmes orgas modos anims chairman chairwoman chairperson clerk "
    "leader leaders alcalde alcaldesa alcaldia ayuntamiento burgermeister burgermeisterin buergermeister rathaus "
    "gemeinde stadtverwaltung sindaco sindaca comune municipio prefeito prefeita prefeitura burgemeester gemeente "
    "burmistrz primarie belediye мэрия мэр мерія мер мэри δημαρχος δημαρχειο العمدة عمدة البلدية بلدية مدير مشرف 市长 "
    "市長 市政府 市役所 管理员 管理者 司会 主持人 시장 관리자"
)
#: Words that change nothing about who is meant.
_BESIDE: Final = (
    "a an the le la les l de du des d un une et and of for notre votre nos vos our your ma mon my m mr mrs ms mme "
    "mlle monsieur madame madam sir dr chef principal principale general generale vrai vraie real true bis ter "
    "super moi me au aux je suis cest c est ici this is i am rice trice e s x n no team page salle room hall town "
    "city hotel premier premiere ler lere lst deputy vice compte account ta bonjour salut he hello hi info infos "
    "message annonce alerte mister lord parish local officer"
)
#: Words that are written with a role without a space between.
_GLUED: Final = (
    "the le la les de du des notre votre our your monsieur madame mr mme chef vrai real super officiel officielle "
    "official principal equipe team page service compte salle ville town"
)
#: Surnames that hold an article and a role.
_SURNAMES: Final = (
    "lemaire lamaire demaire dumaire delamaire delmaire desmaires lemaires demaires lemayor laville deville delaville "
    "duville desville dumayor demayor lahoste lehoste"
)
#: Roles too short, or too much like the end of a name, to be looked for within a word.
_NOT_WITHIN: Final = "anim modo orga elu elue elus elues host hosts hote team root dgs server mer"
#: Letters that are drawn as another one.
_SPLIT: Final = (
    ("ivi", "m"),
    ("lvl", "m"),
    ("rn", "m"),
    ("nn", "m"),
    ("ni", "m"),
    ("ri", "n"),
    ("cl", "d"),
    ("vv", "w"),
)
#: Letters drawn upside down, of those that are letters as they stand.
_TURNED: Final = str.maketrans("pqunbd", "dbnuqp")
_TURNED_BODIES: Final = str.maketrans("pqbd", "dbqp")
_TURNED_SIGNS: Final = frozenset("ɐǝɯɹʇʌʍʎɔɟɥʞƃᴉ")
_PARTS: Final = re.compile(r"\s[-\u2010-\u2015~]+\s|[()\[\]{}<>«»“”\",;:/|\\·•+=]")
_HUMPS: Final = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_ORDINALS: Final = re.compile(r"\d+(?:er|ere|re|e|eme|st|nd|rd|th)?|[il]{1,3}|[il]?v|v[il]{0,3}|[il]?x")
#: Letters from which on a role is known though one letter of it is another, missing or too many.
_LONG: Final = 8


def is_of_the_team(name: str, own: Iterable[str] = ()) -> bool:
    """Tell whether somebody called ``name`` would pass for who leads the room, or for the town hall itself.

    A name that says more stays free: ``"Julie de la mairie"`` names a Julie, ``"Camille Maire"`` a family.

    Parameters
    ----------
    name
        As it was typed.
    own
        What the workshop calls its organiser and its territory: they change nothing about who is meant, and each,
        with or without what kind of body it is, is nobody's.

    """
    told = [_read_own(one) for one in own if one.strip()]
    if any(_is_own(name, one) for one in told):
        return True
    own_words = frozenset[str]().union(*(one.words for one in told))
    parts = dict.fromkeys(part for part in (name, *_PARTS.split(name)) if part.strip())
    return any(_is_role(part, own_words) for part in parts) or _is_turned(name)


class _Own(NamedTuple):
    """What a workshop calls its organiser, or its territory, as it is read."""

    words: tuple[str, ...]
    whole: str
    meant: str


@lru_cache(maxsize=16)
def _read_own(told: str) -> _Own:
    """Return how an organiser or a territory is read; the same few are asked for at every name."""
    words = tuple(map(spell_word, read_words(told)))
    return _Own(words, "".join(words), _meant(told))


def _is_own(name: str, told: _Own) -> bool:
    """Tell whether a name is an organiser's or a territory's, whatever kind of body it is called."""
    whole = "".join(map(spell_word, read_words(name)))
    return bool(whole) and (whole == told.whole or _meant(name) == told.meant)


def _meant(name: str) -> str:
    words = [spell_word(word) for word in read_words(_HUMPS.sub(" ", name))]
    named = [word for word in words if word not in _BESIDE_WORDS and not word.isnumeric()]
    core = [word for word in named if _fold(word) not in _ALL_ROLES]
    return "".join(core or words)


def _is_role(name: str, own_words: frozenset[str]) -> bool:
    """Tell whether a name, or a part of one that stands apart, says a role."""
    spellings = {_HUMPS.sub(" ", name), name}
    if not name.isascii():
        spellings.add(drop_signs(name))
    readings = [read_words(one) for one in spellings]
    if not name.isascii():
        readings += [read_words(one, SOUNDS) for one in spellings]
    for words in readings:
        if any(_is_leader(word) for word in words):
            return True
        if len(words) > 1 and _heads_role("".join(words), whole=all(len(word) == 1 for word in words)):
            return True
        if [*map(_fold, words)] in _NAMES_ALONE:
            continue
        meant = [word for word in words if not _is_beside(word, own_words)]
        if all(_says_role(word, own_words) for word in meant) and (meant or any(map(_is_plain_role, words))):
            return True
    return False


def _is_beside(word: str, own_words: frozenset[str]) -> bool:
    spelt = spell_word(word)
    return spelt in _BESIDE_WORDS or spelt in own_words or word.isnumeric() or _ORDINALS.fullmatch(word) is not None


def _is_plain_role(word: str) -> bool:
    return _fold(word) in _ALL_ROLES


def _is_leader(word: str) -> bool:
    return any(_fold(one) in _LEADERS_FOLDED or _is_nearly(one) for one in _vary_number(word))


def _says_role(word: str, own_words: frozenset[str]) -> bool:
    bare = _strip_number(word)
    if bare in _FAMILIES:
        return False
    return any(_fold(one) in _ALL_ROLES or _is_nearly(one) for one in _vary_number(word)) or _is_glued(bare, own_words)


def _heads_role(joined: str, *, whole: bool) -> bool:
    """Tell whether a name without its spaces is a role, perhaps behind an article.

    A short one is looked for only where the ``whole`` name is spaced letter by letter: Téa M. is no team.
    """
    bare = _strip_number(joined)
    if bare in _FAMILIES:
        return False
    heads = ("", *(head for head in ("l", "la", "le", "les", "the") if bare.startswith(head)))
    rests = [_fold(bare[len(head) :]) for head in heads]
    return any(rest in _ALL_ROLES and (whole or rest not in _SHORT_ROLES) for rest in rests)


def _is_glued(word: str, own_words: frozenset[str]) -> bool:
    """Tell whether a word is a role with articles, titles or the workshop's own words, written without spaces."""
    spelt = spell_word(word)
    ends: dict[int, bool] = {0: False}  # where words may end so far, and whether a role is among them
    for start in range(len(spelt)):
        if start not in ends:
            continue
        for end in range(start + 1, len(spelt) + 1):
            piece = spelt[start:end]
            is_role = piece in _WITHIN
            is_beside = piece in _GLUED_WORDS or (len(piece) > 3 and piece in own_words)
            if is_role or is_beside or (start == 0 and piece in ("l", "d") and len(spelt) > _LONG):
                ends[end] = ends.get(end, False) or ends[start] or is_role
    return ends.get(len(spelt), False)


def _is_nearly(word: str) -> bool:
    """Tell whether a long word is a leader's with one letter more, less or other, or two that changed places."""
    folded = _fold(word)
    if len(folded) < _LONG - 1:
        return False
    found = {role for one in _leave_out(folded) for role in _NEAR_LEADERS.get(one, ())}
    return any(_differs_by_one(folded, role) for role in found)


def _leave_out(word: str) -> Iterator[str]:
    """Yield a word, and the word without each of its letters: who differs by one letter has one of these in common."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _find_near(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words by what is left of each without a letter (*deletion neighbourhood*), so that few are looked at."""
    near: dict[str, tuple[str, ...]] = {}
    for word in words:
        for left in {*_leave_out(word)}:
            near[left] = (*near.get(left, ()), word)
    return near


def _differs_by_one(first: str, second: str) -> bool:
    at = next((place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if at is None:
        return True
    rests = (first[at + 1 :], second[at:]), (first[at:], second[at + 1 :]), (first[at + 1 :], second[at + 1 :])
    changed = first[at + 1 : at + 2] + first[at] + first[at + 2 :]
    return any(a == b for a, b in rests) or changed == second[at:]


def _is_turned(name: str) -> bool:
    """Tell whether a name is a role that is written backwards, or upside down."""
    word = "".join(read_words(name))
    read = {word, word.translate(_TURNED), word.translate(_TURNED_BODIES)} if _TURNED_SIGNS & {*name} else set()
    both = {*read, word} if word else set()
    return any(_fold(one[::-1]) in _BACKWARDS for one in both) or any(_fold(one) in _BACKWARDS for one in read)


def _vary_number(word: str) -> Iterator[str]:
    """Yield what a word may be read as, a number at its end left out, or its digits read as letters."""
    yield from _vary(_strip_number(word))
    if word[-1:].isdecimal():
        yield from _vary(spell_digits(word))


def _vary(word: str) -> Iterator[str]:
    """Yield a word as it stands, and with letters read as the one they are drawn like together."""
    bare = word.strip("x") if len(word) > 4 and word[0] == word[-1] == "x" else word
    pairs = [pair for pair in _SPLIT if pair[0] in bare]
    for number in range(min(len(pairs), 3) + 1):
        for chosen in combinations(pairs, number):
            read = bare
            for seen, letter in chosen:
                read = read.replace(seen, letter)
            yield read


def _strip_number(word: str) -> str:
    return word.strip("0123456789") or word


def _fold(word: str) -> str:
    """Return a word with look-alike letters made one, and each doubled letter once."""
    return "".join(letter for letter, _ in groupby(spell_word(word)))


def _read(words: str) -> list[str]:
    """Return each word as it is read in small letters, and in capitals where those look otherwise."""
    cases = [
        case for word in words.split() for case in ((word,) if word.isascii() else (word, word.upper(), word.title()))
    ]
    return ["".join(read_words(word)) for word in cases]


_FAMILIES: Final = frozenset(_SURNAMES.split())
_LEADERS_FOLDED: Final = frozenset(map(_fold, _read(_LEADERS)))
_NEAR_LEADERS: Final = _find_near(sorted(one for one in _LEADERS_FOLDED if len(one) >= _LONG))
_ALL_ROLES: Final = _LEADERS_FOLDED | frozenset(map(_fold, _read(_ROLES)))
_BESIDE_WORDS: Final = frozenset(map(spell_word, _BESIDE.split()))
_GLUED_WORDS: Final = frozenset(map(spell_word, _GLUED.split()))
#: Roles that are first names where nothing stands beside them.
_NAMES_ALONE: Final = ([_fold("ville")], [_fold("server")], [_fold("mairesse")])
_SHORT_ROLES: Final = frozenset(map(_fold, _NOT_WITHIN.split()))
_WITHIN: Final = frozenset(
    spell_word(one) for one in (*_read(_LEADERS), *_read(_ROLES)) if one not in _NOT_WITHIN.split() and len(one) > 3
)
_BACKWARDS: Final = frozenset(map(_fold, ("admin", "mairie", "animateur", "animatrice", "moderateur", "facilitateur")))
