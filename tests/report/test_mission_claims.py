"""What the synthesis says of missions: minima, dates, pairs by name where both agreed, and what would help."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from tests.report.test_claims import HELD, read, show, small
from workshop_kit.domain.assigning.people import Candidate
from workshop_kit.domain.assigning.rules import find_barriers
from workshop_kit.domain.material import Material
from workshop_kit.domain.model import Assignment, AssignmentStatus, Mission, Reason, Score, Volunteer
from workshop_kit.domain.needs import list_needs
from workshop_kit.domain.synthesis import make_synthesis

ACCEPTED, DECLINED, LATER = AssignmentStatus.ACCEPTED, AssignmentStatus.DECLINED, AssignmentStatus.LATER


def say_all(material: Material, language: str = "fr") -> str:
    """Return the text of the whole synthesis."""
    return unescape("".join(map(read, show(material, language).values()))).replace("\u202f", " ").replace("\xa0", " ")


def paired(*, shown: tuple[bool, bool], status: AssignmentStatus = ACCEPTED) -> Material:
    """Return a workshop where a beginner goes beside somebody."""
    names = (("p1", "Jeanne Martin"), ("p2", "Omar Diallo"))
    volunteers = [
        Volunteer(one, name, "", "", "", HELD, "", may_show_name=may)
        for (one, name), may in zip(names, shown, strict=True)
    ]
    beginner = Assignment("p1", "m0", Reason("assigned-beside", {"competence": 1, "interest": 2}), beside="p2")
    mentor = Assignment("p2", "m0", Reason("assigned", {"competence": 3, "interest": 1}), status=status)
    given = [replace(beginner, status=ACCEPTED), mentor]
    return replace(small(), volunteers=volunteers, assignments=given)


def test_a_pair_is_named_on_both_sides_alike_and_does_not_say_who_begins() -> None:
    text = say_all(paired(shown=(True, True)))
    assert "en binôme avec Omar Diallo" in text
    assert "en binôme avec Jeanne Martin" in text
    assert "débute" not in text


@pytest.mark.parametrize("shown", [(True, False), (False, True), (False, False)])
def test_of_a_pair_nothing_is_said_unless_both_agreed_to_be_named(shown: tuple[bool, bool]) -> None:
    assert "binôme" not in say_all(paired(shown=shown))


@pytest.mark.parametrize("status", [AssignmentStatus.PROPOSED, LATER, DECLINED])
def test_of_somebody_who_did_not_say_yes_nothing_is_said(status: AssignmentStatus) -> None:
    material = paired(shown=(True, True), status=status)
    said = [replace(one, said="Mal au dos") if one.status is DECLINED else one for one in material.assignments]
    text = say_all(replace(material, assignments=said))
    assert "Jeanne Martin" in text
    for hidden in ("Omar Diallo", "binôme", "Mal au dos"):
        assert hidden not in text


def test_why_somebody_was_proposed_a_mission_stands_beside_no_name() -> None:
    """Beside "interest and competence", "interest" alone would say of whom it stands that they know nothing of it."""
    chosen = paired(shown=(True, True))
    for material in (chosen, replace(chosen, volunteers=[])):
        pages = show(material, "fr")
        told = unescape(read(pages["missions"]))
        for reason in ("l’intérêt", "la compétence", "choix fait à la main", "pourquoi"):
            assert reason not in told


def test_what_a_mission_lacks_is_said_beside_it_and_counted_in_what_is_to_be_done() -> None:
    first, second = small().missions
    missions = [replace(first, owner="Mme Roy", first_date="2026-12-01", next_step=""), replace(second, owner=" ")]
    text = say_all(replace(small(), missions=missions))
    assert "Nommer la personne référente de 1 mission." in text
    assert "Fixer la première date de 1 mission." in text
    assert "Décider des prochaines étapes de 2 missions." in text
    first, second = (replace(one, owner="Mme Roy", next_step="Appeler") for one in missions)
    text = say_all(replace(small(), missions=[first, replace(second, owner="", next_step="")]))
    assert "Décider de la prochaine étape de 1 mission." in text
    told = say_all(replace(small(), missions=[first, replace(second, owner="", next_step="Afficher")]))
    for lacking in ("à nommer", "à fixer"):
        assert f">{lacking}<" in told


def test_a_minimum_is_said_and_whether_it_is_reached() -> None:
    first, second = small().missions
    missions = [replace(first, min_places=1, importance=1), replace(second, min_places=2, importance=1)]
    text = say_all(replace(small(), missions=missions))
    assert "1 sur 2, minimum 1" in text
    assert "2 missions demandent un minimum de personnes ; minimum atteint : 1." in text
    assert "minimum atteint" in text
    assert "il manque 2 personnes pour le minimum" in text
    assert "1 mission à pourvoir d’abord n’a pas encore son minimum de personnes" in text


def test_days_and_hours_are_said_as_far_as_they_are_known() -> None:
    first, second = small().missions
    spread = replace(first, last_date="2026-12-20", begins="19:00", finishes="21:30")
    text = say_all(replace(small(), missions=[spread, replace(second, first_date="2026-12-08", begins="19:00")]))
    assert "du 1er décembre 2026 au 20 décembre 2026, 19 h – 21 h 30" in text
    assert "8 décembre 2026, 19 h" in text
    undated = replace(first, first_date="", begins="19:00", finishes="21:30", owner="Mme Roy")
    assert "19 h – 21 h 30" in say_all(replace(small(), missions=[undated, second])), "hours are said without a day too"
    often = replace(second, days=("evenings", "weekends"), first_date="2026-12-08")
    text = say_all(replace(small(), missions=[first, often]))
    assert text.count("le soir, le week-end") == 2, "where missions are listed, and where who does what is"
    assert "8 décembre 2026, le soir, le week-end" in text


def test_later_is_an_answer_awaited_and_a_wish_for_another_is_said_until_it_is_met() -> None:
    away = Assignment("p3", "m1", Reason("assigned"), status=DECLINED, another=True)
    thinking = Assignment("p4", "m1", Reason("assigned"), status=LATER)
    text = say_all(replace(small(), assignments=[away, thinking]))
    assert "Proposer une autre mission à 1 personne qui la demande." in text
    assert "Revenir vers les personnes qui ont dit « pas maintenant » : 1 réponse." in text
    assert "1 réponse attendue, dont 1 « pas maintenant »" in text
    met = Assignment("p3", "m0", Reason("assigned"))
    assert make_synthesis(replace(small(), assignments=[away, met])).figures.another == 0


def test_what_would_help_is_said_once_for_each_kind_of_person_and_of_no_place_that_somebody_holds() -> None:
    missions = [
        Mission("m0", "c0", "Conduire", 1, 2, "Nord", car=True),
        Mission("m1", "c0", "Accueillir", 2),
        Mission("m2", "c0", "Conduire encore", 1, 2, "Nord", car=True),
        Mission("m3", "c0", "Déjà tenue", 1),
    ]
    held = Assignment("p4", "m3", Reason("assigned"), status=LATER)
    text = say_all(replace(small(), missions=missions, assignments=[held]))
    helps = "compétence 2 ou plus, qui peut aller dans le secteur « Nord », avec une voiture, pourrait prendre"
    assert text.count(helps) == 1
    assert "« Conduire » ou « Conduire encore »" in text
    assert text.count("« Accueillir »") == 1, "a mission stands with what it asks for, and nowhere else"
    assert text.count("Places concernées : 2.") == 2
    assert "« Déjà tenue »" not in text


def test_whoever_would_help_may_take_each_place_that_is_named() -> None:
    missions = [
        Mission("m0", "c0", "A", 1, 2, "Nord", car=True, language="portugais"),
        Mission("m1", "c0", "B", 1, 1, ""),
        Mission("m2", "c0", "C", 1, 3, "Sud"),
        Mission("m3", "c1", "D", 1, 0, "Nord"),
    ]
    for one in list_needs(missions, {job.id: 1 for job in missions}):
        need = one.need
        offer = Volunteer(
            "x", "", "", "", need.sector, HELD, "", reach=(need.sector or "elsewhere",), car=need.car,
            languages=(need.language,) if need.language else (),
        )  # fmt: skip
        scores = {need.challenge: Score("x", need.challenge, need.competence, 1)}
        person = Candidate("x", ("x",), need.sector or "elsewhere", (), (), scores, offer)
        assert need.opens
        for job in need.opens:
            assert find_barriers(person, one.missions[job]) == ()
