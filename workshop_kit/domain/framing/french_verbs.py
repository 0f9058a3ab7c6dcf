"""French words around verbs, and which words may be verbs."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.framing import french_words as lexicon
from workshop_kit.domain.framing.words import Word, find_lemma, is_listed, list_plain

CLITICS: Final = list_plain(
    "se s' me m' te t' l' le la les lui leur y en ne n' pas plus jamais nous vous mieux "
    "enfin aussi toujours bien vraiment tous toutes"
)
RELATIVES: Final = list_plain(
    "qui dont lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels où"
)
MODALS: Final = list_plain("pouvoir devoir falloir vouloir aller souhaiter savoir viser espérer")
CAUSATIVES: Final = list_plain("faire laisser voir")
BEFORE_QUE: Final = list_plain(
    "pour afin sorte ce faut veut voulons souhaitons faudrait objectif but ambition "
    "assurer garantir obtenir permettre dire agit temps urgent essentiel indispensable primordial important nécessaire "
    "importe suffit suffirait pourvu vivement impératif prioritaire vital capital crucial rêve voeu souhait demande "
    "volonté envie besoin convient"
)
#: Of these, the ones that leave a verb behind which only says so: "il suffit que", "il est temps que".
IMPERSONAL: Final = list_plain(
    "agit temps urgent essentiel indispensable primordial important nécessaire importe suffit suffirait impératif "
    "prioritaire vital capital crucial convient"
)
#: Adverbs between a verb that wishes and its "que": "j'aimerais juste que".
BETWEEN: Final = list_plain(
    "juste seulement simplement surtout vraiment bien tellement tant aussi donc enfin beaucoup ardemment fortement "
    "également plutôt avant_tout uniquement"
)
#: Verbs after which "de" or "à" and another verb say what is to be done, whoever the subject is.
PROPOSING: Final = list_plain(
    "proposer demander envisager décider projeter promettre accepter prévoir suggérer choisir recommander préconiser "
    "suffire convenir"
)
#: Endings that nouns and adjectives have and no verb in the third person.
_NEVER_VERBS: Final = ("iers", "eurs", "aires", "ables", "ibles", "iques", "oirs", "ismes", "istes", "ives", "euses")
#: Endings of nouns of doing, whose plural looks like an order to ourselves: "consultations".
_DOING: Final = ("tion", "sion")
MARKS: Final = frozenset('.;:!?()[]«»"“”•–—|/\n')
SUBORDINATES: Final = list_plain("quand lorsque lorsqu' si tandis puisque puisqu' parce comme tant quoique")
CONJUNCTIONS: Final = list_plain("et ou puis mais ni donc & +")
COMPARED: Final = list_plain("plus moins autant aussi mieux même tel telle")
OBJECT_STARTS: Final = list_plain(
    "le la l' les un une des du de d' au aux à son sa ses leur leurs chaque tous "
    "aussi également toutes tout toute deux trois en dans sur par pour chez avec ce cet cette dehors seul seule "
    "seuls seules plus moins que "
    "au-dessus au-dessous en-dessous qu' gratuitement bien encore toujours enfin jamais mieux autant ensemble "
    "avant partout jusqu' "
    "dès d'ici sous entre vers jusqu'à jusqu'au jusqu'aux jusqu'en"
)
WISHING: Final = list_plain("vouloir souhaiter falloir demander espérer aimer rêver exiger attendre viser")
GETTING: Final = list_plain("obtenir demander exiger imposer convaincre garantir assurer promettre imaginer")
BEFORE_CE_QUE: Final = list_plain("à a de jusqu'à pour en")
#: Verbs that leave what they stand for to the next one.
PREVENTING: Final = list_plain("arrêter cesser éviter empêcher interdire")
LEADING: Final = list_plain("finir réussir parvenir arriver décider commencer")
#: Verbs that only wish for what "que" begins.
WISHED_FOR: Final = list_plain(
    "faire assurer garantir falloir vouloir souhaiter obtenir veiller agir demander espérer permettre arriver parvenir "
    "réussir aimer viser tendre pouvoir contribuer rêver réclamer exiger proposer voter ambitionner parier"
)
PUSHING: Final = list_plain("faire agir oeuvrer travailler mobiliser engager lutter tout")
#: "venir", "tenir" and their family: their forms are verbs and nothing else.
COMES_OR_HOLDS: Final = re.compile(
    r"(?:re|de|rede|par|sou|main|ob|con|inter|pré|ap|ab|en)?(?:v|t)ien(?:t|s|ne|"
    r"nes|nent|dra|dras|dront|drait|draient)"
)
MEALS: Final = list_plain("goûter déjeuner dîner souper coucher lever")
#: Verbs after which an adjective says the state.
STAYING: Final = list_plain("reste restent demeure demeurent devient deviennent redevient redeviennent")
LIGHT_NOUNS: Final = list_plain("objectif but ambition défi projet mission priorité cap enjeu volonté")

#: What one keeps by preventing that it goes: "empêcher que la dernière boulangerie ne ferme".
LAST_ONES: Final = frozenset(
    {"dernier", "derniere", "dernieres", "derniers", "seul", "seule", "aucun", "aucune", "chaque"}
)
#: What gets worse rather than is lost.
NOT_LOST: Final = list_plain(
    "situation conflit tension haine violence guerre débat crise colère peur dispute monde population problème ton vie"
)
#: What one does not let happen: "ne pas laisser fermer la gare".
LOSING: Final = frozenset(
    {"fermer", "disparaitre", "partir", "mourir", "tomber", "detruire", "raser", "perdre", "filer", "mettre", "demolir"}
    | {"eteindre", "perir", "deperir", "pourrir", "vendre"}
)
#: What grows, or falls, by itself.
GROWING: Final = list_plain(
    "grandir naître bouger rayonner émerger croître baisser reculer progresser tomber chuter monter descendre diminuer "
    "augmenter évoluer changer aimer vivre revivre renaître germer fleurir avancer comprendre prendre passer "
    "reconnaître"
)
#: What one has done that is reached: "faire traverser le bourg sans danger", "faire revenir le train".
BROUGHT_ABOUT: Final = frozenset(
    {"traverser", "revenir", "aller", "dormir", "manger", "boire", "disparaitre", "cesser"}
)


def is_first_person(word: str) -> bool:
    """Say whether a word is "construisons", "loger" said to ourselves."""
    return (
        word.endswith("ons")
        and not word.endswith(("tions", "sions"))
        and len(word) > 5
        and is_verb_entry(word[:-3] + "er", word[:-3] + "er")
    )


def is_verb_entry(word: str, written: str) -> bool:
    """Say whether a word is an infinitive the dictionary knows, or one written like it with its accents lost."""
    if word in lexicon.VAGUE or word in lexicon.MEANS or word in lexicon.ENDS or word in lexicon.IRREGULAR_INFINITIVES:
        return True
    if word.endswith("re"):
        return re.search(
            r"(?:[aeo]ndre|[aeo]indre|erdre|[aeo]ttre|aitre|oitre|uire|ivre|aire|oudre|clure|rompre|"
            r"faire|ire|oire|etre)$",
            word,
        ) is not None and conjugates(written)
    return conjugates(written)


def conjugates(word: str) -> bool:
    """Say whether the dictionary knows a form of the verb that a word would be the infinitive of."""
    stem = word[:-2]
    if word.endswith("er"):
        stem = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
        forms = [stem + "ons", stem.rstrip("e") + "ions", word + "a", stem + "ant"]
    elif word.endswith("ir"):
        forms = [stem + "issons", stem + "ons", word + "a", word[:-1] + "ront"]
    else:
        forms = [word[:-1] + "a", word[:-1] + "ont"]
    return any(find_lemma(form, "fr") == word or is_listed(form, "fr") for form in forms)


def may_be_verb(word: Word) -> bool:
    """Say whether a word may be a verb in a person."""
    if word.plain in lexicon.DETERMINERS or word.plain.endswith(_NEVER_VERBS) or word.lemma.endswith(_DOING):
        return False
    if word.plain in lexicon.FINITE or (
        word.lemma != word.plain
        and word.lemma.endswith(("er", "ir", "re"))
        and word.lemma not in lexicon.NOT_INFINITIVES - lexicon.FINITE
    ):
        return True
    if word.lemma in {"etre", "avoir", "pouvoir", "savoir", "devoir"}:
        return True
    if word.plain.endswith("it") and len(word.plain) > 4:
        return is_listed(word.marked[:-1] + "re", "fr") or is_listed(word.marked[:-1] + "sent", "fr")
    if word.plain.endswith("e") and len(word.plain) > 3:
        return word.plain + "r" not in lexicon.NOT_INFINITIVES - MEALS and conjugates(word.marked + "r")
    return False


def is_past(word: Word) -> bool:
    """Say whether only a participle is written so: "monté", and not "crée"."""
    return word.marked.endswith(("é", "és", "ée", "ées")) and not word.plain.endswith(("cree", "crees", "gree"))


def is_participle(word: Word) -> bool:
    """Say whether a word is a past participle and no verb in a person: "servie", "logés"."""
    if is_past(word):
        return True
    if word.plain in lexicon.FINITE:
        return False
    return (word.marked.endswith(("i", "ie", "ies")) and word.lemma.endswith("ir")) or (
        word.marked.endswith(("u", "ue", "ues")) and word.lemma.endswith(("oir", "re", "ir"))
    )


def read_lemma(word: Word) -> str:
    """Return the infinitive of a verb in a person, where the dictionary takes it for a noun too."""
    if word.plain.endswith(("aie", "oie", "uie")) and conjugates(word.plain[:-2] + "yer"):
        return word.plain[:-2] + "yer"
    if word.lemma == word.plain and word.plain.endswith("e") and word.plain + "r" not in lexicon.NOT_INFINITIVES:
        return word.plain + "r"
    if word.lemma == word.plain and word.plain.endswith("ent"):
        return word.plain[:-3] + "er"
    if word.lemma == "ouvrer":
        return "ouvrir"
    return word.lemma


def is_future(word: str) -> bool:
    """Say whether a form is of the future."""
    return re.search(r"r(?:a|ont|ons|ez)$", word) is not None and word not in {"pourra", "pourront"}


def is_order_to_us(word: str, before: str) -> bool:
    """Say whether a form tells ourselves what to do: "construisons"."""
    return word.endswith("ons") and before not in {"nous"} and not word.endswith("rons")


def read_gerund(word: str) -> str:
    """Return the infinitive of "gardant", "maintenant", "réduisant"; the word itself where none is known."""
    if not word.endswith("ant"):
        return word
    stem = word[:-3]
    known = lexicon.ENDS | lexicon.MEANS | lexicon.VAGUE | lexicon.SOFT
    forms = [stem + "er", stem.rstrip("e") + "er", stem + "ir", stem + "re", stem[:-2] + "ir", stem[:-1] + "re"]
    return next((form for form in forms if form in known), word)
