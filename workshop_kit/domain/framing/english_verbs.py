"""English words around verbs, and which words may be verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workshop_kit.domain.framing import english_words as lexicon
from workshop_kit.domain.framing.people_words import ENGLISH_PEOPLE
from workshop_kit.domain.framing.words import Word, find_lemma, list_plain

MARKS: Final = frozenset('.;:!?()[]"“”–—|/')
#: Given, and nothing one could check.
GIFTS: Final = list_plain(
    "voice say hope confidence chance pride future room space time attention priority respect support credit thought "
    "freedom prominence recognition dignity opportunities opportunity choice love care help visibility"
)
MONEY_WORDS: Final = list_plain("pounds euros dollars money funds funding cash")
#: Orders that are nouns too: with a bare noun behind them they open a sentence as orders, "End holiday hunger".
ENDING: Final = list_plain("end stop ban halt halve cut fill")
AFTER_NOUNS: Final = list_plain(
    "of and or is are was point date dates user users sign signs to in on at for prices result results"
)
#: Said with an adjective behind them, they are verbs: "tap water stays drinkable".
LASTING: Final = list_plain("stays remains becomes")
#: "Power cuts never last longer than two hours".
ENDURING: Final = list_plain("last lasts")
#: "How could residents …".
ASKING_MODALS: Final = list_plain("can could might may will would should shall do does must")
#: After these a figure moves: "falls below four per cent".
AROUND_FIGURES: Final = list_plain("below under above over beyond past from to by")
#: How figures move: hardly anything else after a subject.
MOVING: Final = list_plain(
    "reach fall rise drop stay remain become return climb exceed double halve increase grow decline pass hit get "
    "have meet keep"
)
RELATIVES: Final = list_plain("who which whose whom that where")
SUBORDINATES: Final = list_plain(
    "when if because as while whatever whoever wherever however whichever whenever unless although since until after "
    "before once how wherever though"
)
ADVERBS: Final = list_plain(
    "not never always still also only ever really fully all both each now again no longer "
    "soon then together safely easily once even just already"
)
ANYBODY: Final = list_plain(
    "nobody everyone everybody someone anyone anybody somebody noone no-one we they you "
    "he she it i none one nothing everything"
)
PEOPLE_PRONOUNS: Final = list_plain("we they you he she it i")
SINGULAR: Final = list_plain("half not every each no a an the one another any single this that its our their")
PLURAL_NOUNS: Final = list_plain(
    "folk youth clergy crew personnel mice geese teeth feet elderly unemployed people children men women police "
    "families salmon trout fish sheep deer cattle geese"
)
#: Verbs of ours that are nouns or adjectives more often when they open a sentence.
NOUNS_TOO: Final = list_plain(
    "open house support train help work plant place cover visit care share design home fund map welcome cut end "
    "stop start test trial order stage record "
    "film value respect act fight combat move look face battle love dream stand light paint group host report "
    "study review answer water power guide bus "
    "double half better clear close free lower clean empty level even green safe warm slow plan focus link rent "
    "lease bus book pool stock zone permit market shop school walk cycle"
)
OBJECT_STARTS: Final = list_plain(
    "a an the our every each all any no at to up down out more fewer less young older old those people everyone "
    "nobody anyone their its half with for in on "
    "from against towards together by and or as into off over new local isolated lonely disabled vulnerable "
    "homeless rural safe safely free"
)
AFTER_VERBS: Final = OBJECT_STARTS | list_plain(
    "this that his her some enough within near without of before "
    "after until during again still here there everywhere alone outside rough hungry well better home access two "
    "three four five not"
)
PARTICIPLES: Final = list_plain(
    "fed built met kept found given taught lit paid left made sold sent read heard "
    "known seen done gone lost won cut put shut set let housed warm dry safe free open"
)
SUBJECT_HEADS: Final = list_plain("every each no nobody everyone all half most one the our children people")
PLACES_GONE_TO: Final = (
    list_plain("school work market town church hospital court zero half bed date people university college")
    | lexicon.DETERMINERS
)
PREPOSITIONS: Final = list_plain("in for with at on from against towards by and or as into off over to of up down out")
COMPLEMENT: Final = list_plain(
    "ensure make see want guarantee get let help mean aim expect hope wish need allow enable keep ask say"
)
BEFORE_THAT: Final = COMPLEMENT | list_plain(
    "sure certain it so town village ensuring guaranteeing seeing committed determined agreed"
)
#: What opens a sentence and is not what it tells of: "this morning we …".
NOT_NAMED: Final = list_plain(
    "this last next here today now then so one once someday sometimes maybe perhaps together if when why how what "
    "where that could can should would will i we you they it he she let yesterday tomorrow years after before until "
    "because while although though since as unless"
)
#: What links a part of a sentence to the one before it.
LINKING: Final = list_plain(
    "meanwhile also then finally secondly thirdly firstly moreover furthermore besides likewise equally additionally "
    "similarly lastly next afterwards first second third two"
)
#: What something is to be brought under, without a figure.
LIMITS: Final = list_plain(
    "limit limits threshold standard standards guideline guidelines average norm norms ceiling level levels"
)
#: After these a participle says how one is or feels: "feel cut off".
FEELING: Final = list_plain(
    "feel feels felt get gets got be been being look looks seem seems become becomes stay stays remain remains go goes "
    "grow left kept keep with having"
)
ORDERS_OF_THINGS: Final = list_plain(
    "plant end stop fund start welcome double free halve clear help host switch "
    "throw sort swap ban cut raise lower clean fit film map fill warm level"
)
AFTER_A_TRAIN: Final = list_plain("station stations line lines service services fares times travel is")
#: Subjects that are one, whatever stands behind them.
ALWAYS_ONE: Final = list_plain("everyone everybody nobody every each no")
#: "access to work", "the right to work": no order.
BEFORE_NO_ORDER: Final = list_plain(
    "access right way ways able how ability chance end entrance approach answer threat damage barrier close subject "
    "due thanks prior route"
)
#: Adverbs between a subject and its verb.
BETWEEN: Final = list_plain(
    "longer still always also again now never only just soon safely easily no better finally all both"
)
#: Verbs that wish for what comes after "to".
WISHING: Final = list_plain(
    "want need have aim go hope plan commit be like intend manage try promise wish ought propose"
)
#: Verbs that let somebody do what comes after "to".
LETTING: Final = list_plain("enable allow help get ask teach encourage want invite train give have need")
#: What is built, and has no end: "build trust", "create a better town".
BUILT_WITHOUT_END: Final = list_plain(
    "community resilience trust bridges stronger better future confidence communities fairer connections links safer "
    "more sense greener vibrant happier welcoming"
)
AFTER_SO: Final = list_plain("that every no nobody everyone each all children people")
#: Base forms that are hardly ever nouns.
SURE: Final = list_plain(
    "eat speak hear learn teach know sleep live grow sit stand write send spend lose pay buy "
    "sell tell think understand feed keep come go get have do make take give find meet leave begin become receive "
    "breathe earn enjoy own wear bring choose carry obtain enter attend sing afford share inherit occupy join belong "
    "milk cycle travel vote drive ride fish swim finish pass graduate apply recover survive thrive gain lack mind "
    "spawn breed nest hatch graze borrow lend repair reuse recycle compost sort cook exercise commute settle raise "
    "manage speak speaks throw claim reach"
)
STATES: Final = list_plain(
    "fit safe dry warm clean free open legible step-free plastic-free carbon-neutral fireproof watertight"
)
NUMBERS: Final = list_plain(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty "
    "forty fifty sixty seventy eighty ninety hundred thousand half"
)
NO_VERBS: Final = (
    lexicon.DETERMINERS
    | PREPOSITIONS
    | list_plain(
        "gap gaps birth death round around along across through about past forward ahead together but so then people "
        "night "
        "nights day days week "
        "weeks year years club be ago anything back down up out off well like even near over under past home school "
        "litter "
        "town road way less more first last next best most full own key elderly one ones mad sad glad bad wet ground"
    )
)
#: Verbs whose "-ing" form the dictionary lists as a noun, and common irregular ones.
IRREGULAR: Final = list_plain(
    "hear fall feel speak leave meet build mean see say begin read eat drink drive ride swim sing teach learn know "
    "sleep live die grow sit stand wake write send spend lend lose pay buy sell tell "
    "think understand breed nest feed lead catch fly flow run cross hold keep come go get have do make take give "
    "find hang lie rise set shut hit win wear dine rest wait stay nurse play work walk cycle vote sign"
)


def is_ours(word: str) -> bool:
    """Say whether a verb stands in one of our lists."""
    return word in lexicon.VAGUE or word in lexicon.MEANS or word in lexicon.ENDS


def is_person(words: Sequence[Word], place: int) -> bool:
    """Say whether the word at a place names people."""
    return place < len(words) and words[place].lemma in ENGLISH_PEOPLE


def names_means(words: Sequence[Word], place: int, length: int) -> bool:
    """Say whether one of some words names a thing that is made or bought."""
    return any(word.lemma in lexicon.MEANS_THINGS for word in words[place : place + length])


def is_base(word: str) -> bool:
    """Say whether a word is the base form of a verb: the dictionary knows its "-ing" form by it."""
    if word in NO_VERBS or len(word) < 2:
        return word == "be"
    if is_ours(word) or word in IRREGULAR:
        return True
    stems = {word + "ing", word + word[-1] + "ing", (word[:-1] if word.endswith("e") else word) + "ing"}
    stems |= {word + "ed", word + "d"} if word.endswith("e") else {word + "ed", word + word[-1] + "ed"}
    return any(find_lemma(form, "en") == word for form in stems)


_NOUNS_IN_ED: Final = list_plain(
    "bed seed weed shed reed creed greed deed hundred sacred naked wicked kindred hatred sled sacred biped moped "
    "flowerbed seabed riverbed daybed homestead watershed bloodshed shred bobsled unused"
)


def is_form(word: Word) -> bool:
    """Say whether a word may be a verb in the present or a participle."""
    if word.plain in PARTICIPLES | LASTING | ENDURING or word.plain in lexicon.AUXILIARIES:
        return True
    if word.plain.endswith("ed") and word.plain not in _NOUNS_IN_ED:
        return True
    return is_base(word.plain) or (not word.plain.endswith("ing") and is_base(word.lemma))


def read_gerund(word: str) -> str:
    """Return the base of "keeping", "halving", "getting"; the word itself where none is known."""
    if not word.endswith("ing"):
        return word
    stem = word[:-3]
    forms = [stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem]
    return next((form for form in forms if is_ours(form)), word)
