"""Sentences read as challenges: their kind, their parts, what is asked next, and what is never done to them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.precision.evaluate import evaluate, read_labels
from workshop_kit.domain.challenge_reading import Kind, read_challenge
from workshop_kit.domain.framing.reader import read
from workshop_kit.domain.parts import PARTS, Part
from workshop_kit.i18n import Translator

SEEN = Path(__file__).parent / "sentences_seen.jsonl"
LABELLED = [*read_labels(SEEN), *read_labels(SEEN.with_name("sentences_field.jsonl"))]

KINDS = [
    (Kind.THEME, "La pauvreté"),
    (Kind.THEME, "Améliorer le cadre de vie"),
    (Kind.THEME, "Repenser la mobilité ensemble"),
    (Kind.THEME, "Comment mieux accueillir les nouveaux arrivants ?"),
    (Kind.THEME, "Val-Brume 2030"),
    (Kind.THEME, "Lutter contre l’isolement des aînés"),
    (Kind.THEME, "Tackle loneliness in our town"),
    (Kind.THEME, "Promote a healthy lifestyle by 2030"),
    (Kind.THEME, "20 % des logements du bourg sont vacants"),
    (Kind.THEME, "Personne ne nous écoute"),
    (Kind.THEME, "Une personne à la rue est une personne de trop."),
    (Kind.CHALLENGE, "Supprimer le sans-abrisme sur le territoire"),
    (Kind.CHALLENGE, "Plus aucun enfant ne dort dehors avant Noël 2027"),
    (Kind.CHALLENGE, "Garder l’école ouverte à la rentrée"),
    (Kind.CHALLENGE, "Réduire les impayés de loyer de 30 % d’ici deux ans"),
    (Kind.CHALLENGE, "Comment faire pour que plus personne ne dorme dehors ?"),
    (Kind.CHALLENGE, "Personne du quartier ne meurt seul"),
    (Kind.CHALLENGE, "Nobody sleeps rough in our town by winter 2028"),
    (Kind.CHALLENGE, "Zero waste in the canteen by next Easter"),
    (Kind.CHALLENGE, "Set up a bus so that every pupil gets to school on time by 2028"),
    (Kind.SOLUTION, "Créer une application pour rompre l’isolement"),
    (Kind.SOLUTION, "Acheter trois minibus"),
    (Kind.SOLUTION, "Développer 50 logements au-dessus de la gare"),
    (Kind.SOLUTION, "Un minibus !"),
    (Kind.SOLUTION, "Hire two GPs before the end of 2027"),
    (Kind.SOLUTION, "Give every pupil a tablet"),
    (Kind.CHALLENGE, "Newcomers to the island are greeted by name within their first month"),
    (Kind.CHALLENGE, "There are no longer any lorries on School Lane"),
    (Kind.THEME, "There is no longer a bank in the village"),
    (Kind.CHALLENGE, "How might every night-shift worker in Luton travel home by train?"),
    (Kind.CHALLENGE, "Tap water stays drinkable throughout Lower Penmarsh"),
    (Kind.CHALLENGE, "Rent arrears at the Larkhill flats fall below 3 % by March 2029"),
    (Kind.CHALLENGE, "Préserver les deux classes de Plouguerneau"),
    (Kind.THEME, "Plus personne ne peut se loger dans la vallée"),
    (Kind.THEME, "Les bus ne passent plus après 19 h"),
    (Kind.SOLUTION, "Interdire les camions devant l’école"),
    (Kind.SOLUTION, "Rendre obligatoire le compostage dans les restaurants"),
    (Kind.THEME, "Que les anciens aient enfin leur mot à dire !"),
    (Kind.THEME, "On nous promet un médecin tous les ans et on ne voit rien venir"),
    (Kind.THEME, "La moitié des lits sont fermés, où va-t-on accoucher ?"),
    (Kind.THEME, "Rien ne se fera sans argent public"),
    (Kind.THEME, "Cessons de bétonner nos meilleures terres"),
    (Kind.THEME, "They keep cutting the grass verges and the bees have gone"),
    (Kind.THEME, "No scheme works unless people want it"),
    (Kind.THEME, "Members were reminded that the audit is due in March"),
    (Kind.CHALLENGE, "Et si un commerce sur deux de la Grande Rue restait ouvert le lundi d’ici 2028 ?"),
    (Kind.CHALLENGE, "Des 60 apprentis de la vallée, cinquante ont leur diplôme en 2028"),
    (Kind.CHALLENGE, "Un carnaval sans un seul confetti en plastique en 2028"),
    (Kind.CHALLENGE, "Une sage-femme pour neuf grossesses sur dix en 2028"),
    (Kind.CHALLENGE, "We'll have succeeded when no widow on the estate eats alone on a Sunday"),
    (Kind.CHALLENGE, "Burglaries under 40 a year"),
    (Kind.SOLUTION, "Rouvrir la maternité de Clamecy"),
    (Kind.SOLUTION, "Faire naviguer une barge à légumes sur le canal"),
    (Kind.SOLUTION, "An app to find a lift to market"),
    (Kind.SOLUTION, "It would be wonderful to have a lido on the front"),
    (Kind.SEVERAL, "Un marché de nuit chaque mois + tous les fossés curés"),
    (Kind.SEVERAL, "Truancy under 3%; otters breeding on the Teme"),
    (Kind.SEVERAL, "Tous les habitants ont un médecin avant 2028, et la bibliothèque ouvre enfin le dimanche"),
    (Kind.SEVERAL, "Loger tous les saisonniers et garder l’école ouverte"),
    (Kind.SEVERAL, "Halve food waste by 2030 and reopen the village school"),
    (Kind.SEVERAL, "Zéro mort sur la D906. Zéro cambriolage au lotissement des Acacias."),
]  # fmt: skip

WORDS = [
    (Part.DEADLINE, "Loger tous les saisonniers d’ici deux ans", "d’ici deux ans"),
    (Part.DEADLINE, "Loger tous les saisonniers sous six mois", "sous six mois"),
    (Part.DEADLINE, "Loger chacun avant les municipales", "avant les municipales"),
    (Part.DEADLINE, "Loger chacun avant le quinze mars deux mille trente", "avant le quinze mars deux mille trente"),
    (Part.DEADLINE, "House everyone by next Easter", "by next Easter"),
    (Part.DEADLINE, "House everyone within two years", "within two years"),
    (Part.DEADLINE, "Chaque aîné reçoit une visite chaque semaine", None),
    (Part.DEADLINE, "Chaque personne de plus de 75 ans mange chaud", None),
    (Part.DEADLINE, "Rouvrir l’immeuble de la rue du 11 novembre", None),
    (Part.DEADLINE, "Everyone over 65 gets a call every week", None),
    (Part.INDICATOR, "La moitié des élèves viennent à vélo en 2028", "La moitié des élèves"),
    (Part.INDICATOR, "Un jeune sur deux vote aux municipales", "Un jeune sur deux vote"),
    (Part.INDICATOR, "Ramener la vacance de 12 à 6 % d’ici 2030", "de 12 à 6 %"),
    (Part.INDICATOR, "Chaque personne de plus de 75 ans mange chaud", None),
    (Part.INDICATOR, "Chaque aîné reçoit deux visites par semaine", None),
    (Part.INDICATOR, "Acheter trois minibus", None),
    (Part.INDICATOR, "Nobody sleeps rough", "Nobody"),
    (Part.POPULATION, "Plus personne ne dort dehors", "personne"),
    (Part.POPULATION, "Les services à la personne", None),
    (Part.POPULATION, "Améliorer le menu de la cantine", None),
    (Part.POPULATION, "Chaque aîné de plus de 75 ans qui vit seul mange", "aîné de plus de 75 ans qui vit seul"),
    (Part.TERRITORY, "Loger chacun à Val-Brume", "à Val-Brume"),
    (Part.TERRITORY, "loger chacun à val-brume", "à val-brume"),
    (Part.TERRITORY, "Loger chacun avant Noël", None),
    (Part.TERRITORY, "House everyone in our small seaside town", "in our small seaside town"),
    (Part.TERRITORY, "House everyone across the coalfield", "across the coalfield"),
    (Part.TERRITORY, "House everyone behind the leisure centre", "behind the leisure centre"),
    (Part.TERRITORY, "Publish bus times in Polish", None),
    (Part.TERRITORY, "Que les Toulonnais respirent un air sain", None),
    (Part.POPULATION, "Que les Toulonnais respirent un air sain", "Toulonnais"),
    (Part.POPULATION, "Accompagner les entreprises locales", "entreprises locales"),
    (Part.POPULATION, "Fund two youth workers so that no teenager sleeps rough", "teenager"),
    (Part.INDICATOR, "Qu’il n’y ait plus de dépôt sauvage le long du canal", "plus de dépôt sauvage"),
    (Part.INDICATOR, "Oxley has at least one midwife per thousand women", "at least one midwife per thousand women"),
    (Part.INDICATOR, "Groundwater rises above its 2010 level", "above its 2010 level"),
    (Part.ACTION, "Plus aucun enfant ne dort dehors à Val-Brume", "Plus aucun enfant ne dort dehors"),
    (Part.ACTION, "Améliorer le cadre de vie", None),
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def the_same_words_of_a_language_are_looked_through_once() -> Iterator[None]:
    """Several tests read the labelled sentences; once its language is known, a sentence says the same again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workshop_kit.domain.challenge_reading.read", cache(read))
        yield


@pytest.mark.parametrize(("kind", "sentence"), KINDS)
def test_a_sentence_is_what_it_says(kind: Kind, sentence: str) -> None:
    assert read_challenge(sentence).kind is kind


@pytest.mark.parametrize(("part", "sentence", "words"), WORDS)
def test_a_part_is_found_in_the_words_that_say_it(part: Part, sentence: str, words: str | None) -> None:
    assert read_challenge(sentence).words(part) == words


#: What the labelled sentences reach, a little below: whoever changes a rule sees what it costs, of the unseen ones too.
KEPT: dict[str, dict[Part | str, float]] = {
    "seen": {
        Part.ACTION: 0.95,
        Part.POPULATION: 0.94,
        Part.TERRITORY: 0.97,
        Part.DEADLINE: 0.98,
        Part.INDICATOR: 0.96,
        "kind": 0.97,
    },
    "held": {
        Part.ACTION: 0.95,
        Part.POPULATION: 0.94,
        Part.TERRITORY: 0.97,
        Part.DEADLINE: 0.96,
        Part.INDICATOR: 0.94,
        "kind": 0.97,
    },
    "unseen": {
        Part.ACTION: 0.90,
        Part.POPULATION: 0.92,
        Part.TERRITORY: 0.90,
        Part.DEADLINE: 0.93,
        Part.INDICATOR: 0.87,
        "kind": 0.85,
    },
    "field": {
        Part.ACTION: 0.96,
        Part.POPULATION: 0.96,
        Part.TERRITORY: 0.97,
        Part.DEADLINE: 0.98,
        Part.INDICATOR: 0.96,
        "kind": 0.96,
    },
    "fresh": {
        Part.ACTION: 0.93,
        Part.POPULATION: 0.90,
        Part.TERRITORY: 0.97,
        Part.DEADLINE: 0.97,
        Part.INDICATOR: 0.95,
        "kind": 0.94,
    },
}


@pytest.mark.parametrize("told", [True, False], ids=["told its language", "guessing it"])
@pytest.mark.parametrize("lot", KEPT)
def test_the_figures_of_the_labelled_sentences_do_not_fall(lot: str, told: bool) -> None:
    figures = evaluate(read_labels(Path(__file__).parent / f"sentences_{lot}.jsonl"), told=told)
    reached: dict[Part | str, float] = {part: figures.f1(part) for part in PARTS}
    reached["kind"] = figures.accuracy()
    assert {name: figure for name, figure in reached.items() if figure < KEPT[lot][name]} == {}


def test_the_kinds_of_the_authors_own_sentences_do_not_fall() -> None:
    """Many lots, each read on sight before a rule was changed for it; what that gave stands in the docs."""
    lines = (Path(__file__).parent / "kinds.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line.split("|", 2) for line in lines]
    wrong = [text for language, kind, text in sentences if read_challenge(text, language).kind.value != kind]
    assert len(wrong) <= 0.05 * len(sentences), wrong


@pytest.mark.parametrize(
    "whole",
    [
        "Doubling the grant, and keeping the lido open, would be our suggestion by 2030",
        "So that no pupil misses class, let every parent walk; why shouldn't all of them?",
        "GP vacancies: from fourteen to nought by 2029, and every teen in a safe bed",
    ],
)
def test_every_beginning_of_a_sentence_is_read(whole: str) -> None:
    for end in range(len(whole) + 1):
        assert read_challenge(whole[:end], "en").text == whole[:end]


def test_the_challenges_of_the_sample_workshop_are_challenges() -> None:
    rows = (Path(__file__).parents[2] / "data_samples" / "defis.csv").read_bytes().decode("cp1252").splitlines()
    readings = [read_challenge(row.split(";")[1]) for row in rows[1:]]
    assert [reading.text for reading in readings if reading.kind is not Kind.CHALLENGE] == []
    hamlets = next(reading for reading in readings if "hameau" in reading.text)
    assert hamlets.words(Part.TERRITORY) == "Depuis chaque hameau"
    young = next(reading for reading in readings if "16 à 25 ans" in reading.text)
    assert young.words(Part.POPULATION) == "jeune de 16 à 25 ans sans solution"


@pytest.mark.parametrize(
    ("typed", "part", "words"),
    [
        ("reduire de moitie le gaspi a la cantine dici 2ans", Part.DEADLINE, "dici 2ans"),
        ("plus personne a froid chez soi lhiver prochain", Part.DEADLINE, "lhiver prochain"),
        ("tt le monde trouve un medecin a moins de 20 min d'ici fin 27", Part.DEADLINE, "d'ici fin 27"),
        ("la ligne 14 roule aussi le dimanche a partir de septembre 27", Part.DEADLINE, "a partir de septembre 27"),
        ("no1 sleeps rough in Oxley by summer 28", Part.POPULATION, "no1"),
    ],
)
def test_what_is_typed_on_a_phone_is_read_and_marked_where_it_stands(typed: str, part: Part, words: str) -> None:
    assert read_challenge(typed).words(part) == words


@pytest.mark.parametrize(
    ("sentence", "kind", "part", "words"),
    [
        ("TOUT LE MONDE TROUVE UN MÉDECIN À MONTBARLA", Kind.CHALLENGE, Part.TERRITORY, "À MONTBARLA"),
        ("A NEW BENCH ON CHAPEL HILL", Kind.SOLUTION, Part.TERRITORY, "ON CHAPEL HILL"),
        ("tout le monde conait trois voisins", Kind.CHALLENGE, Part.ACTION, "conait trois voisins"),
        ("ke ts les ados sachent nager", Kind.CHALLENGE, Part.POPULATION, "ados"),
        (
            "Boulangère ici, j’ai vu fermer trois commerces, alors voici mon souhait : que chaque hameau soit livré",
            Kind.CHALLENGE,
            Part.ACTION,
            "soit livré",
        ),
        (
            "I have lost two shops; the one thing I ask is that every pupil eats hot in Oxley",
            Kind.CHALLENGE,
            Part.POPULATION,
            "pupil",
        ),
        ("Culture : 20 000 € pour le cinéma", Kind.SOLUTION, Part.TERRITORY, None),
        ("(a) que la Sorne redevienne baignable (b) que chaque aîné mange chaud", Kind.SEVERAL, Part.DEADLINE, None),
        ("OXLEY, 2031: NO TENANT IS EVICTED", Kind.CHALLENGE, Part.DEADLINE, "2031"),
        ("Is it so mad to ask that every child can swim?", Kind.CHALLENGE, Part.POPULATION, "child"),
        ("What about a repair café?", Kind.SOLUTION, Part.INDICATOR, None),
    ],
)  # fmt: skip
def test_capitals_slips_introductions_headings_and_numbers_hide_nothing(
    sentence: str, kind: Kind, part: Part, words: str | None
) -> None:
    reading = read_challenge(sentence)
    assert (reading.kind, reading.words(part)) == (kind, words)


def test_every_reason_and_question_is_said_in_both_languages() -> None:
    for sentence in LABELLED:
        reading = read_challenge(sentence["text"])
        for language in ("fr", "en"):
            say = Translator(language)
            for reason in (*reading.why, *reading.questions):
                said = say.reason(reason, "framing")
                assert said
                assert "{" not in said


def test_what_is_missing_is_asked_and_what_is_said_is_not() -> None:
    reading = read_challenge(
        "Chaque personne de plus de 75 ans qui vit seule à Val-Brume reçoit une visite d’ici juin 2027"
    )
    say = Translator("fr")
    assert reading.missing == (Part.INDICATOR,)
    assert [say.reason(one, "framing") for one in reading.questions] == [
        "À quoi verra-t-on, en juin 2027, que c’est fait\u202f?"
    ]


def test_a_means_is_asked_what_it_is_to_reach() -> None:
    first = read_challenge("Acheter trois minibus").questions[0]
    assert (
        Translator("fr").reason(first, "framing")
        == "«\u202fAcheter trois minibus\u202f»\u00a0: pour atteindre quoi\u202f?"
    )


def test_two_challenges_are_asked_which() -> None:
    first = read_challenge("Loger tous les saisonniers et garder l’école ouverte").questions[0]
    assert first.code == "ask-which"
    assert first.values == {"first": "Loger tous les saisonniers", "second": "garder l’école ouverte"}


def test_each_point_of_the_score_stands_in_the_sentence() -> None:
    reading = read_challenge("Plus aucun enfant ne dort dehors à Val-Brume avant Noël 2027")
    assert reading.score == 1.0
    points = [reason for reason in reading.why if reason.code.startswith("point-")]
    assert len(points) == len(PARTS)
    assert all(str(reason.values["words"]) in reading.text for reason in points)


def test_what_does_not_count_is_said() -> None:
    reading = read_challenge("Chaque personne de plus de 75 ans mange chaud deux fois par semaine, au 12 rue des Lilas")
    said = {reason.code: reason.values["words"] for reason in reading.why if reason.code.startswith("uncounted")}
    assert said == {
        "uncounted-rhythm": "deux fois par semaine",
        "uncounted-age": "de plus de 75 ans",
        "uncounted-name": "au 12 rue des Lilas",
    }


def test_a_sentence_that_is_no_challenge_has_half_its_points() -> None:
    assert read_challenge("Améliorer le cadre de vie à Val-Brume d’ici 2028").score == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("sentence", "rewritten"),
    [
        ("Réduire les déchets d’ici 2030", "Réduire les déchets de … % d’ici 2030."),
        ("Comment réduire le gaspillage ?", "Réduire le gaspillage de … %."),
        ("Increase cycling", "Increase cycling by … %."),
        ("La pauvreté", None),
        ("Plus aucun enfant ne dort dehors", None),
        ("Acheter trois minibus", None),
    ],
)
def test_a_proposal_uses_the_sentences_own_words_and_a_gap(sentence: str, rewritten: str | None) -> None:
    assert read_challenge(sentence).rewrite == rewritten


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "?",
        "😀",
        "\x00\x07",
        "a" * 20_000,
        "zéro " * 4_000,
        "d'" * 9_000,
        "1 000 " * 3_000,
        "\u202e\ud800",
        "İ ﬁ ½ ²",
        "—" * 50,
        "Saint-" * 3_000,
        "Rue de la " * 900,
        "de la " * 900,
        "tous les de l'" * 900,
        "in the whole of our " * 900,
        "1" * 20_000,
        "112 " * 900,
        "vingt-et-un-" * 900,
        "twenty-one-" * 900,
        "A." * 9_000,
        "svp " * 900,
        "the one thing is " * 900,
        "(a) (b) " * 900,
        "QXZAEIOUAE " * 900,
    ],
)
def test_any_text_at_all_is_read(text: str) -> None:
    reading = read_challenge(text)
    assert reading.text == text
    assert set(reading.missing) | {mark.part for mark in reading.marks} == set(PARTS)


def test_of_a_very_long_text_the_beginning_is_read_and_that_is_said() -> None:
    assert read_challenge("Loger tous les jeunes " * 900).why[-1].code == "beginning"


@pytest.mark.parametrize("sentence", [one["text"] for one in LABELLED[::7]])
def test_accents_apostrophes_and_spaces_change_no_mark(sentence: str) -> None:
    """Decomposed letters, the other apostrophe and no-break spaces are how some keyboards write."""
    import unicodedata

    written = unicodedata.normalize("NFD", sentence).replace("'", "’")
    plain, other = read_challenge(sentence), read_challenge(written)
    assert other.kind is plain.kind
    assert [unicodedata.normalize("NFC", other.words(part) or "").replace("’", "'") for part in PARTS] == [
        (plain.words(part) or "").replace("’", "'") for part in PARTS
    ]


def test_the_language_that_is_named_gives_way_where_the_sentence_plainly_is_in_the_other() -> None:
    assert read_challenge("Nobody sleeps rough in our town", "fr").language == "en"
    assert read_challenge("Plus personne ne dort dehors", "en").language == "fr"
    assert read_challenge("Agenda 2030", "en").language == "en"
    assert read_challenge("Agenda 2030", "fr").language == "fr"


@pytest.mark.parametrize("page", ["participant", "screen"])
def test_phones_and_the_screen_load_neither_the_reading_nor_its_dictionaries(page: str) -> None:
    code = f"import sys, workshop_kit.widgets.{page}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "workshop_kit.widgets.panel" in loaded
    assert not [one for one in loaded if "simplemma" in one or (".framing" in one and ".domain." in one)]
