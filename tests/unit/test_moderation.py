"""Moderation before the projector: insults, people and contacts are found, and honest words are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.moderation import Finding, FindingKind, find_reason, find_unfit
from workshop_kit.i18n import LANGUAGES, Translator

LINES: Final = Path(__file__).with_name("moderation")
DOCS: Final = Path(__file__).parents[2] / "docs" / "method" / "moderation.md"
MARKS: Final = {"i": FindingKind.INSULT, "n": FindingKind.PERSON, "c": FindingKind.CONTACT}


class Line(NamedTuple):
    """An idea, and what somebody marked in it."""

    text: str
    marked: tuple[Finding, ...]


def read_lines(name: str) -> Iterator[Line]:
    for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            continue
        text, marked = "", []
        for piece in re.split("(⟦.*?⟧)", line):
            said = re.sub("^⟦[inc] |⟧$", "", piece)
            if piece.startswith("⟦"):
                marked.append(Finding(MARKS[piece[1]], len(text), len(text) + len(said)))
            text += said
        yield Line(text, tuple(marked))


def is_met(one: Finding, others: tuple[Finding, ...]) -> bool:
    return any(one.kind is other.kind and one.start < other.end and other.start < one.end for other in others)


def measure(name: str) -> dict[FindingKind, tuple[int, int, int]]:
    """Return how many of each kind were marked, how many of them are found, and how many that nobody marked."""
    figures = dict.fromkeys(FindingKind, (0, 0, 0))
    for line in read_lines(name):
        found = find_unfit(line.text)
        for kind in FindingKind:
            marked = [one for one in line.marked if one.kind is kind]
            hit = sum(is_met(one, found) for one in marked)
            beside = sum(one.kind is kind and not is_met(one, line.marked) for one in found)
            total = figures[kind]
            figures[kind] = (total[0] + len(marked), total[1] + hit, total[2] + beside)
    return figures


def say(kind: FindingKind) -> str:
    return {FindingKind.INSULT: "insult", FindingKind.PERSON: "name of a person", FindingKind.CONTACT: "contact"}[kind]


@pytest.mark.parametrize("line", list(read_lines("written_for")), ids=lambda line: line.text)
def test_what_a_person_marked_is_found_and_nothing_else(line: Line) -> None:
    found = find_unfit(line.text)
    assert all(is_met(one, found) for one in line.marked)
    assert all(is_met(one, line.marked) for one in found)


@pytest.mark.parametrize("name", ["written_for", "kept"])
def test_the_docs_say_how_many_are_found_and_how_many_nobody_marked(name: str) -> None:
    docs = DOCS.read_text(encoding="utf-8")
    for kind, (marked, hit, beside) in measure(name).items():
        row = f"| `{name}.txt` | {say(kind)} | {marked} | {hit} | {beside} |"
        assert row in docs, row


def test_there_are_honest_lines_among_those_of_each_table() -> None:
    for name in ("written_for", "kept"):
        lines = list(read_lines(name))
        assert len(lines) >= 60
        assert sum(not line.marked for line in lines) >= 25


@pytest.mark.parametrize(
    "text",
    [
        "c\u200bo\u200bn\u200bn\u200bard de voisin",
        "ＣＯＮＮＡＲＤ",
        "соnnаrd",  # with letters of Cyrillic
        "ᴄᴏɴɴᴀʀᴅ",
        "🅲🅾🅽🅽🅰🆁🅳",
        "🇨🇴🇳🇳🇦🇷🇩",
        "c∅nnard",
        "co\nnnard",
        "en cu lé",
        "CONNARD !",
        "connard.",
        "con-nard",
        "conn ard",
        "groscon",
        "k o n n a r d",
        "c_o_n_n_a_s_s_e",
        "Enc*lé",
        "sa1ope",
        "Des puuuutes",
        "p.u.t.a.i.n",
        "f.u.c.k this",
        "fuuuuck",
        "sh*thead",
        "M0r0n",
        "espèce de gros porc",
        "quel con ce maire",
        "le maire est trop con",
        "Maire débile",
        "conne !",
        "gros tas de merde",
        "Connard·e",
        "enculé.e.s",
        "$alope",
        "f.d.p",
        "a$$hole",
        "sale boche",
    ],
)
def test_an_insult_is_found_in_its_disguises(text: str) -> None:
    assert find_reason(find_unfit(text)) is FindingKind.INSULT


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil consulte, conclut et construit un bâtiment concret",
        "J'ai pu te voir au concert",
        "On a pu\nte voir au bord de la mer\nde Val-Brume",
        "Un débat contradictoire à Connerré",
        "Une demeure à rénover, des pédales de vélo, un tas d'ordures à ramasser",
        "Qu'on ferme la rue le dimanche",
        "Les billets sont tous vendus",
        "Une bande de chiens errants derrière le stade",
        "C'est con de jeter du pain",
        "Un gros tas de bois à couper",
        "Le meilleur engrais est un fumier de cheval",
        "Remove the scum from the pond",
        "Une espèce de rats envahissante",
        "A jerk chicken stall at the market",
        "Analyser les besoins, constituer un groupe",
        "Assassins de la route : ralentisseurs",
        "Des coquelicots et des bitumes clairs",
        "rue du Nègre à renommer",
        "Une eau trop sale, noire, sort du robinet",
        "2 * 3 = 6 places, 10€ par mois, wifi 4G",
        "Une grosse merde de chien devant la porte",
        "Idiot de fermer la poste avant midi",
        "Le pneu crève sur ces cailloux",
        "The scheme is not stupid",
        "A.M.A.P. et S.N.C.F. à la gare",
    ],
)
def test_honest_words_are_left_alone(text: str) -> None:
    assert find_unfit(text) == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("La maison de Julien Lambert est vide", "Julien Lambert"),
        ("DUPONT Jean bloque le passage", "DUPONT Jean"),
        ("Que Karen W. rende la clé", "Karen W"),
        ("demandez à julien lambert", "julien lambert"),
        ("Voir avec J. Zidouni pour les clés", "J. Zidouni"),
        ("M Durand ne répond pas", "M Durand"),
        ("Voir le président Marchetti", "Marchetti"),
        ("Madame Le Goff a raison", None),
        ("Mme Zidouni, de la voirie", "Mme Zidouni"),
        ("Monsіeur Durand bloque tout", "Monsіeur Durand"),  # with a letter of Cyrillic
    ],
)
def test_people_are_found_by_title_office_or_both_names(text: str, named: str | None) -> None:
    found = [text[one.start : one.end] for one in find_unfit(text) if one.kind is FindingKind.PERSON]
    assert found == ([named] if named else [])


@pytest.mark.parametrize(
    "text",
    [
        "Un banc devant l'école Jules Ferry",
        "Des arbres rue du Docteur Perrin",
        "La salle Marcel Pagnol est froide",
        "M. et Mme Tout-le-Monde",
        "Monsieur le maire, Madame la préfète, Messieurs les élus",
        "La Saint Martin au village",
        "Un musée Georges Brassens",
        "Le maire LREM et le président SNCF",
        "Ralentir Nelson Mandela Road",
        "Pierre par pierre, refaire le mur",
        "UNE PLACE POUR JEAN JAURES",
        "Claire et nette : une signalétique simple",
        "5 M de travaux",
        "Merci à l'officier. Demain, le bus",
        "Le groupe A. Le bus aussi",
        "rue J. Jaurès",
    ],
)
def test_a_place_that_bears_a_name_names_nobody(text: str) -> None:
    assert find_unfit(text) == ()


def test_a_first_name_is_found_only_where_somebody_in_the_room_is_called_so() -> None:
    text = "Que Samia range les chaises"
    assert find_unfit(text) == ()
    (found,) = find_unfit(text, ["Samia", "Jardin", "Léa B."])
    assert (found.kind, text[found.start : found.end]) == (FindingKind.PERSON, "Samia")
    assert find_unfit("que samia range", ["Samia"]) != ()
    assert find_unfit("Jardin partagé derrière la gare, un jardin pour tous", ["Jardin"]) == ()
    assert find_unfit("la rose du jardin", ["Rose"]) == ()
    assert find_unfit("l'école Samia", ["Samia"]) == ()


def test_an_idea_is_held_back_for_what_hurts_most() -> None:
    found = find_unfit("M. Dupont est un connard, son numéro : 06 39 98 12 34")
    assert [one.kind for one in found] == [FindingKind.PERSON, FindingKind.INSULT, FindingKind.CONTACT]
    assert find_reason(found) is FindingKind.INSULT
    assert find_reason(()) is None


def test_every_reason_is_said_in_both_languages() -> None:
    for kind in FindingKind:
        assert {Translator(language)(f"words.held.{kind}") for language in LANGUAGES}


@given(st.text(alphabet="conardputesMmeJnDu .*-_@0é'!\u200b\n", max_size=60), st.booleans())
def test_what_is_found_lies_within_the_text_in_order(text: str, known: bool) -> None:
    found = find_unfit(text, ["Jean"] if known else [])
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(found) == sorted(found, key=lambda one: (one.start, one.end, one.kind))


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(text[one.start : one.end] for one in find_unfit(text))
