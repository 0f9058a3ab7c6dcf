"""French words for people that only tell of which kind a thing is: "un salaire d'ouvrier", "un foyer rural"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing.force_words import FAUNA
from workshop_kit.domain.framing.french_people import ACCENTED
from workshop_kit.domain.framing.words import Word, is_listed, list_plain

#: What is named by the people it is for: "un salaire d'ouvrier", "une chambre d'étudiant".
_KINDS: Final = list_plain(
    "salaire métier poste emploi vie tenue statut cabinet carte bureau logement chambre maison tarif place diplôme "
    "brevet contrat travail école stage habit permis titre rôle certificat licence fonction profession paie revenu "
    "retraite pension groupe salle loge vestiaire sac bleu talent concours prix nid lit manuel programme tournée"
)
#: Streets, squares and houses called after people: "rue des Tanneurs".
_CALLED_AFTER: Final = list_plain(
    "rue avenue place impasse chemin quai boulevard allée cité résidence quartier square pont hôtel auberge stade "
    "lotissement passage ruelle faubourg cours porte parc clos esplanade sentier route montée fontaine école moulin "
    "ehpad"
)
_HAPPENS: Final = list_plain("retraite")
_ANIMAL_PAIRS: Final = list_plain("couple paire famille")


def is_other_word(words: Sequence[Word], place: int) -> bool:
    """Say whether a word only looks like people: "à la retraite", "le centre de dialyse", "un couple de cigognes"."""
    word, before = words[place], words[place - 1].plain if place else ""
    bare = word.plain.rstrip("s")
    if bare in {"tant", "autant"}:
        return True
    if bare in ACCENTED and not word.marked.rstrip("s").endswith(("é", "ée")) and is_listed(word.marked, "fr"):
        return True
    if word.marked in _HAPPENS and before in {"la", "à", "de", "en", "une", "sa", "leur"}:
        return True
    if word.is_name and place > 1 and before in {"des", "du", "de", "d'", "aux"}:
        return words[place - 2].lemma in _CALLED_AFTER
    if before in {"de", "d'"} and place > 1 and words[place - 2].plain in {"faute", "plus", "peu", "trop", "manque"}:
        return words[place - 2].plain in {"faute", "manque"} and not word.plain.endswith("s")
    after = words[place + 1].plain if place + 1 < len(words) else ""
    paired = bare in _ANIMAL_PAIRS and after in {"de", "d'"} and place + 2 < len(words)
    return paired and bool({words[place + 2].lemma, words[place + 2].plain.rstrip("s")} & FAUNA)


def is_kind_of(words: Sequence[Word], place: int) -> bool:
    """Say whether people in the singular, without article, only tell of which kind a thing is."""
    if words[place].plain == "foyer" and place + 1 < len(words):
        after = words[place + 1]
        return after.plain in _FOYERS or after.is_name
    bare = place > 1 and words[place - 1].plain in {"d'", "de"} and not words[place].plain.endswith("s")
    return bare and words[place - 2].lemma in _KINDS


_FOYERS: Final = list_plain(
    "rural ruraux socio-éducatif logement municipal communal culturel laïque socioculturel d'accueil"
)


def is_meant(words: Sequence[Word], place: int, before: str) -> bool:
    """Say whether people of a trade are those meant, and not who helps: "payer les vacataires", "avec les maires"."""
    behind = words[place - 2].plain if place > 1 else ""
    return before in _DETERMINED and behind not in {"avec", "par", "chez", "contre", "auprès", "aupres"}


def opens_clause(words: Sequence[Word], place: int, verbs: Sequence[int]) -> bool:
    """Say whether people are the subject behind "que", a comma or "et": "pour que les internes restent"."""
    behind = [w.plain for w in words[max(0, place - 3) : place]]
    return any(0 < verb - place < 8 for verb in verbs) and bool({"que", "qu'", ",", ":", "et"} & set(behind))


_DETERMINED: Final = list_plain("les aux nos tous ces leurs")
