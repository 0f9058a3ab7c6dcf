"""A file that is planned again after each answer is planned as if it had never been seen before."""

from __future__ import annotations

import random

import pytest

from tests.files.conftest import NOON, Take
from workshop_kit.files import preview_import
from workshop_kit.files.importing.memory import PlanMemory
from workshop_kit.files.reading.last_reading import LastReadings
from workshop_kit.files.reading.values import Choices, Place
from workshop_kit.store import Store

KNOWN = "Nom;Courriel;Téléphone;Consentement\nJean Martin;jean.martin@example.org;06 39 98 01 01;oui\nAna Roux;;;\n"
HEADINGS = "Nom;Courriel;Téléphone;Secteur;Consentement"
NAMES = ("Jean Martin", "J. Martin", "Jean Martins", "Ana Roux", "Roux Ana", "Anna Roux", "Bob Noir", "Robert Noir", "")
ADDRESSES = ("", "", "jean.martin@example.org", "ana.roux@example.org", "noir@example.org", "n@@example.org")
NUMBERS = ("", "06 39 98 01 01", "639980102", "0639980103", "12")


@pytest.mark.parametrize("seed", range(12))
def test_a_list_planned_again_after_each_answer_is_as_it_is_planned_whole(store: Store, take: Take, seed: int) -> None:
    chance = random.Random(seed)
    take("volunteers", KNOWN)
    rows = [
        ";".join(map(chance.choice, (NAMES, ADDRESSES, NUMBERS, ("", "Bourg", "Le Lac"), ("oui", "non", ""))))
        for _ in range(14)
    ]
    content = "\n".join((HEADINGS, *rows)).encode()
    readings, memory, choices = LastReadings(), PlanMemory(), Choices()
    for _ in range(8):
        again = preview_import(
            store, "volunteers", "l.csv", content, choices, now=NOON, read=readings.read, memory=memory
        )
        whole = preview_import(store, "volunteers", "l.csv", content, choices, now=NOON)
        assert again == whole
        place = Place("", chance.randrange(2, 16))
        doubts = [one for one in whole.lines if one.doubt is not None and one.doubt.candidates]
        match chance.randrange(3):
            case 0:
                cells = {chance.choice(("name", "email")): chance.choice(NAMES + ADDRESSES)}
                choices = Choices(cells={**choices.cells, place: cells}, left=choices.left, people=choices.people)
            case 1:
                choices = Choices(cells=choices.cells, left=choices.left ^ {place}, people=choices.people)
            case _ if doubts:
                line = chance.choice(doubts)
                person = chance.choice(("", line.doubt.candidates[0].person if line.doubt else ""))
                choices = Choices(cells=choices.cells, left=choices.left, people={**choices.people, line.place: person})
