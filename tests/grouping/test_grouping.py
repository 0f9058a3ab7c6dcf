"""Which ideas are suggested together, which are a tension, and which words say so."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from workshop_kit.domain.grouping.comparing import Comparison, compare
from workshop_kit.domain.grouping.marking import mark_opposing
from workshop_kit.domain.grouping.reading import read_idea
from workshop_kit.domain.grouping.suggesting import Pairing, find_tensions, pair_ideas, suggest_groups
from workshop_kit.domain.grouping.weighing import weigh_pair
from workshop_kit.domain.ideas import mark_shared, measure_originality
from workshop_kit.domain.model import Idea

NOW = datetime(2027, 1, 12, tzinfo=UTC)
WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "fermer ouvrir la rue aux voitures ne pas sans un minibus pour le marché l'hôpital gratuit payant plus moins "
        "de planter des arbres école vélos deux trois . , close the street to cars no free paid bus more fewer",
    )
)
SENTENCES = st.lists(WORDS, max_size=9).map(" ".join)


def make_ideas(*texts: str, challenge: str = "c") -> list[Idea]:
    return [Idea(f"{challenge}{place}", challenge, text, None, None, NOW) for place, text in enumerate(texts)]


def pair(first: str, second: str) -> Pairing:
    return pair_ideas(first, second)[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fermer la rue aux voitures", "Ouvrir la rue aux voitures"),
        ("Un bus gratuit", "Un bus payant"),
        ("Plus de caméras dans les rues", "Moins de caméras dans les rues"),
        ("Ne pas fermer la poste", "Fermer la poste"),
        ("Une place avec des voitures", "Une place sans voitures"),
        ("Supprimer la gratuité de la piscine", "Une piscine gratuite"),
        ("Arrêter d'éteindre les lampadaires", "Éteindre les lampadaires"),
        ("Des vélos plutôt que des voitures", "Des voitures plutôt que des vélos"),
        ("Armer la police", "Désarmer la police"),
        ("Des éoliennes sur le plateau", "Des éoliennes sur le plateau, on n'en veut pas"),
        ("Close the street to cars", "Open the street to cars"),
        ("Cars should be banned from the square", "Cars should be allowed in the square"),
        ("Keep the library open", "Close the library"),
        ("More buses on Sundays", "Fewer buses on Sundays"),
        ("Touchez pas aux tilleuls de la place", "Abattre les tilleuls de la place"),
        ("Faire partir les forains de la place", "Faire revenir les forains sur la place"),
        ("Charge a fee for parking permits", "Drivers should not be charged any fee for parking permits"),
        ("Landlords should pay the broker, not tenants", "Tenants should pay the broker, not landlords"),
        ("Pupils mentor the old folk on phones", "The old folk should teach the pupils on phones"),
        ("Ask the residents, then draw the plan", "Draw the plan, then ask the residents"),
        ("The academy should leave the trust", "Our academy is better off staying with the trust"),
        ("Let developers build on the green belt", "Defend the green belt from developers"),
        ("Remplacer les trams par des bus", "Remplacer les bus par des trams"),
        ("Baisser les loyers", "Augmenter les loyers"),
        ("Passer la rue Haute de 50 à 30", "Passer la rue Haute de 30 à 50"),
        ("Externaliser le ménage des écoles", "Internaliser le ménage des écoles"),
        ("Louer la vieille halle du port", "Vendre la vieille halle du port"),
        ("Bring in outsourced cleaners at the school", "Bring in in-house cleaners at the school"),
        ("Soften the rules at the allotments", "Toughen the rules at the allotments"),
    ],
)
def test_opposites_are_a_tension(first: str, second: str) -> None:
    assert pair(first, second) is Pairing.TENSION


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ramasser les poubelles une fois par semaine", "Ramasser les poubelles deux fois par semaine"),
        ("Un marché hebdomadaire sur le quai", "Un marché sur le quai tous les jours"),
        ("La rue du Four en un seul sens", "La rue du Four dans les deux sens"),
        ("Trois rondes par nuit au lieu de deux", "Deux rondes par nuit au lieu de trois"),
        ("Bins emptied once a week", "Empty the bins twice a week"),
        ("Collect the bins every week", "Collect the bins every fortnight"),
        ("Half the council seats for women", "A third of council seats for women"),
        ("Des concerts sur le quai le matin", "Des concerts le soir sur le quai"),
        ("A park for the young by the quay", "By the quay, a park for the elderly"),
        ("Burn the garden waste of the allotments", "Compost the garden waste of the allotments"),
    ],
)
def test_numbers_how_often_and_words_that_exclude_each_other_are_never_the_same_however_near_in_meaning(
    first: str, second: str
) -> None:
    assert pair_ideas(first, second, 0.95)[0] is not Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Un marché chaque semaine sur le quai", "Un marché hebdomadaire sur le quai"),
        ("Bins emptied once a week", "The bins should be emptied weekly"),
        ("Pensioners ought to have a seat on the board", "Give a board seat to pensioners"),
        ("Limiter à 30 la rue Haute", "La rue Haute limitée à 30"),
        ("Un atelier où réparer les vélos", "Lancer un atelier pour réparer les vélos"),
    ],
)
def test_other_ways_to_say_how_often_and_what_to_do_are_still_the_same(first: str, second: str) -> None:
    assert pair_ideas(first, second, 0.7)[0] is Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fermer la rue aux voitures", "Interdire les voitures dans la rue"),
        ("Fermer la rue aux voitures", "Une rue sans voitures"),
        ("Ne pas fermer la poste", "Garder la poste ouverte"),
        ("Supprimer la gratuité du bus", "Rendre le bus payant"),
        ("Une bibliotheque ouverte le dimanche", "Ouvrir la médiathèque le dimanche"),
        ("La réparation des vélos", "Réparer les bicyclettes"),
        ("Des vélos en libre service", "des vellos en libre servise"),
        ("Ban cars from the square", "No cars in the square"),
        ("Don't close the library", "Keep the library open"),
        ("Des logements pour les jeunes", "Housing for young people"),
        ("Remove the turns on Mill Road", "Get rid of turns on Mill Road"),
        ("Pas de chantier sans apprentis", "Des chantiers avec des apprentis"),
        ("Baisser le prix des loyers", "Des loyers moins chers"),
        ("The path by the mill is shut off, reopen it", "Reopen the footpath by the mill"),
    ],
)
def test_the_same_in_other_words_is_suggested(first: str, second: str) -> None:
    assert pair(first, second) is Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Une piscine ouverte plus longtemps le soir", "la piscine, qu'elle ouvre moins tard le soir"),
        ("Let people light bonfires when they like", "There should be days when lighting bonfires isn't allowed"),
        ("The fair ought to be ticketed", "Nobody should have to pay to go in to the fair"),
    ],
)
def test_what_one_of_two_denies_keeps_them_apart_however_near_in_meaning(first: str, second: str) -> None:
    assert pair_ideas(first, second, 0.9)[0] is not Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [("nettoyer le lavoir", "nettoyer les fossés du chemin"), ("Repaint the bus shelter", "repaint our old bandstand")],
)
def test_one_deed_done_to_two_things_is_two_ideas_even_of_some_likeness_of_meaning(first: str, second: str) -> None:
    assert pair_ideas(first, second, 0.5)[0] is Pairing.NOTHING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Portage de repas pour les anciens qui ne sortent plus", "Portage de repas pour les personnes âgées"),
        ("Don't let the bakery close", "Keep the bakery"),
        ("Un four commun pas cher", "Un four commun"),
        ("A shared oven so that wood isn't wasted", "A shared oven to save wood"),
    ],
)
def test_a_denial_on_the_way_to_what_is_wanted_keeps_nothing_apart(first: str, second: str) -> None:
    assert pair_ideas(first, second, 0.9)[0] is Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Un minibus pour le marché", "Un minibus pour l'hôpital"),
        ("Ouvrir la piscine le lundi", "Ouvrir la piscine le jeudi"),
        ("Limiter la vitesse à 30", "Limiter la vitesse à 50"),
        ("Un cours de natation pour les bébés", "Un cours de natation pour les pompiers"),
        ("Construire une école", "Garder l'école"),
        ("Réparer les bancs de la place", "Installer des bancs sur la place"),
        ("A bus to the hospital", "A bus to the airport"),
        ("Ouvrir la patinoire le soir", "Un orchestre ouvert en soirée"),
    ],
)
def test_another_thing_place_time_or_number_is_neither(first: str, second: str) -> None:
    assert pair(first, second) is Pairing.NOTHING


def test_a_likeness_of_meaning_never_opens_the_gate() -> None:
    assert pair_ideas("Fermer la rue aux voitures", "Ouvrir la rue aux voitures", 1.0)[0] is Pairing.TENSION
    assert pair_ideas("Un minibus pour le marché", "Un minibus pour l'hôpital", 1.0)[0] is Pairing.NOTHING


def test_the_same_words_ask_for_more_of_meaning_than_others_do() -> None:
    same, other = (
        ("Des illuminations dans la rue du port", "Une fanfare dans la rue du port"),
        ("Un verger au village", "Planter des pommiers"),
    )
    assert pair_ideas(*same, 0.45)[0] is Pairing.NOTHING
    assert pair_ideas(*other, 0.45)[0] is Pairing.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Un cours de deux heures le mardi", "Un cours de deux heures et demie le mardi"),
        ("Open the pool for three hours", "Open the pool for three and a half hours"),
    ],
)
def test_a_half_more_is_another_number(first: str, second: str) -> None:
    assert pair_ideas(first, second, 0.8)[0] is not Pairing.SAME


def test_a_number_and_a_half_is_one_number() -> None:
    assert read_idea("Deux heures et demie de sport").numbers == read_idea("2,5 heures de sport").numbers == {"2.5"}


def test_what_stands_behind_so_says_why() -> None:
    plain = read_idea("A covered walk so people stay dry")
    assert next(term.weight for term in plain.terms if term.plain == "dry") < 0.5


def test_a_word_agrees_with_itself_before_another_of_its_class() -> None:
    compared = compare(read_idea("A slide by the playground"), read_idea("A fountain by the playground"))
    assert ("playground", "playground") in [(one.plain, other.plain) for one, other in compared.agreed]


def test_the_more_of_the_words_agree_the_surer_it_is_and_another_word_in_one_mould_takes_it_back() -> None:
    base = Comparison((), (), (), 0.2, 0.2, 0.2, replaced=False, aligned=False)
    alike, moulded = replace(base, likeness=0.7), replace(base, template=0.8, replaced=True)
    assert weigh_pair(base, 0.3) < weigh_pair(alike, 0.3) < weigh_pair(alike, 0.45)
    assert weigh_pair(moulded, 0.3) < weigh_pair(base, 0.3)


def test_every_sum_of_weights_is_a_share() -> None:
    base = Comparison((), (), (), 1.0, 1.0, 1.0, replaced=True, aligned=True)
    assert all(0 <= weigh_pair(base, meant) <= 1 for meant in (-1.0, 0.0, 1.0))


def test_what_is_replaced_is_the_same_either_way_to_say_it() -> None:
    first, second = (
        "Remplacer les thuyas par des haies champêtres",
        "Planter des haies champêtres à la place des thuyas",
    )
    assert pair_ideas(first, second, 0.7)[0] is Pairing.SAME


def turn(angle: float) -> NDArray[np.float32]:
    return np.array([np.cos(angle), np.sin(angle), 0], dtype=np.float32)


def test_meaning_finds_what_no_word_tells() -> None:
    ideas = make_ideas("Arroser les massifs avec la pluie", "Des cuves sous les toits", "Un tournoi de belote")
    meanings: Mapping[str, NDArray[np.float32]] = {"c0": turn(0.0), "c1": turn(0.3), "c2": turn(3.0)}
    assert suggest_groups(ideas) == ()
    assert suggest_groups(ideas, meanings) == (("c0", "c1"),)


def test_without_a_meaning_for_each_idea_words_decide_alone() -> None:
    ideas = make_ideas("Arroser les massifs avec la pluie", "Des cuves sous les toits")
    assert suggest_groups(ideas, {"c0": turn(0.0)}) == ()


def test_groups_do_not_chain_across_an_opposition() -> None:
    ideas = make_ideas("Un bus gratuit pour le marché", "Un bus pour le marché", "Un bus payant pour le marché")
    for group in suggest_groups(ideas):
        assert not {"c0", "c2"} <= set(group)


def test_tensions_stay_within_a_challenge() -> None:
    apart = make_ideas("Fermer la poste") + make_ideas("Ouvrir la poste", challenge="d")
    assert find_tensions(apart) == ()
    assert find_tensions(make_ideas("Fermer la poste", "Ouvrir la poste")) == (("c0", "c1"),)


def test_opposing_words_are_marked_where_they_stand() -> None:
    first, second = mark_opposing("Fermer la rue aux voitures", "Il faut ouvrir la rue aux voitures")
    assert first == ("", "Fermer", " la rue aux voitures")
    assert second == ("Il faut ", "ouvrir", " la rue aux voitures")


def test_a_quality_that_opposes_is_marked_and_its_verb_is_not() -> None:
    first, second = mark_opposing("Créer un parking gratuit", "Créer un parking payant")
    assert (first[1::2], second[1::2]) == (("gratuit",), ("payant",))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Des feux d'artifice au 14 juillet", "Les feux d'artifice au 14 juillet, ça suffit"),
        ("Des éoliennes sur la colline", "Les éoliennes sur la colline : non merci"),
        ("A tram to the airport", "Forget about a tram to the airport"),
        ("Wind turbines on the hill", "Wind turbines on the hill, no thanks!"),
    ],
)
def test_a_cry_turns_round_what_stands_before_it(first: str, second: str) -> None:
    assert pair(first, second) is Pairing.TENSION


@pytest.mark.parametrize("text", ["Créer une piste cyclable, pour lutter", "Plant trees in town, good enough"])
def test_other_words_that_stop_something_turn_nothing_round(text: str) -> None:
    assert all(term.sign > 0 for term in read_idea(text).terms)


def test_synonyms_that_agree_are_marked() -> None:
    first, second = mark_shared(["Prêter des vélos aux lycéens", "Un prêt de bicyclettes pour le lycée"])
    assert "vélos" in first[1::2]
    assert "bicyclettes" in second[1::2]


def test_whoever_says_the_same_in_other_words_is_not_original() -> None:
    ideas = make_ideas("Fermer la rue aux voitures", "Interdire la rue aux autos", "Un concours de soupe")
    assert measure_originality(ideas) == ("c2",)


@given(SENTENCES, SENTENCES)
def test_two_ideas_are_offered_as_the_same_thing_either_way_round(first: str, second: str) -> None:
    assert pair_ideas(first, second) == pair_ideas(second, first)


@given(SENTENCES)
def test_an_idea_never_opposes_itself(text: str) -> None:
    assert pair(text, text) is not Pairing.TENSION


@given(st.lists(SENTENCES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_ideas_changes_no_group_and_no_tension(texts: list[str], chance: random.Random) -> None:
    ideas = make_ideas(*texts)
    shuffled = ideas[:]
    chance.shuffle(shuffled)
    assert {frozenset(one) for one in suggest_groups(ideas)} == {frozenset(one) for one in suggest_groups(shuffled)}
    assert {frozenset(one) for one in find_tensions(ideas)} == {frozenset(one) for one in find_tensions(shuffled)}


@given(st.lists(SENTENCES, max_size=8))
def test_no_group_holds_a_tension(texts: list[str]) -> None:
    ideas = make_ideas(*texts)
    groups = [set(group) for group in suggest_groups(ideas)]
    assert not any({first, second} <= group for first, second in find_tensions(ideas) for group in groups)


@given(st.lists(SENTENCES, max_size=6))
@example(["voitures", "voitures no"])  # one word, read in two languages
def test_every_pair_that_is_something_is_looked_at(texts: list[str]) -> None:
    ideas = make_ideas(*texts)
    tensions = {frozenset(one) for one in find_tensions(ideas)}
    for place, one in enumerate(ideas):
        for other in ideas[place + 1 :]:
            tense = pair(one.text, other.text) is Pairing.TENSION
            assert (frozenset({one.id, other.id}) in tensions) == tense


@given(st.text(max_size=80), st.text(max_size=80))
def test_whatever_is_written_is_read_and_its_pieces_join_again(first: str, second: str) -> None:
    marked = mark_opposing(first, second)
    assert ("".join(marked[0]), "".join(marked[1])) == (first, second)
