"""A file that is read and planned again after an answer is so as if it had never been seen before."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.files.reading.last_reading import LastReadings
from workshop_kit.files.reading.read_file import read_file
from workshop_kit.files.reading.values import Choices, KnownNames, Place

KNOWN: Final = KnownNames(("Logement", "Gare"), "fr")
PEOPLE: Final = (
    "Liste au 3 mars;;;;\nNom;Prénom;Téléphone;Secteur;Consentement\n"
    "Roux;Ana;639980101;Bourg;oui\nNoir;Yann;06.39.98.01.02;;non\nTotal;2;;;\nNom;Prénom;Téléphone;Secteur;Consentement\n"
    "Martin;Martin;0639980103;Le Lac;peut-être\n"
)
SCORES: Final = (
    "Nom;Logement - compétence;Logement - intérêt;Gare - compétence;Gare - intérêt\nAna;2;1;;\nYann;;;3;-2\nÉva;;;;\n"
)
COLUMNS: Final = ("name", "first_name", "phone", "sector", "consent", "challenge", "competence", "volunteer")
CELLS: Final = st.sampled_from(
    ["", "Ana", "Martin", "06 39 98 01 09", "639980104", "oui", "N/A", "Gare", "\u200bBourg", "2"]
)
PLACES: Final = st.builds(Place, st.just(""), st.integers(1, 9), st.sampled_from(["", "", "Logement", "Gare"]))
CHOICES: Final = st.builds(
    Choices,
    hidden=st.booleans(),
    columns=st.dictionaries(
        st.sampled_from(["Secteur", "Prénom"]), st.sampled_from(["", "sector", "name"]), max_size=1
    ),
    cells=st.dictionaries(PLACES, st.dictionaries(st.sampled_from(COLUMNS), CELLS, max_size=3), max_size=3),
    taken=st.frozensets(PLACES, max_size=2),
    left=st.frozensets(PLACES, max_size=2),
    people=st.dictionaries(PLACES, st.just(""), max_size=1),
    partly=st.booleans(),
)


@given(st.sampled_from([("volunteers", PEOPLE), ("scores", SCORES)]), st.lists(CHOICES, min_size=2, max_size=5))
def test_a_list_read_again_after_each_answer_is_as_it_is_read_whole(file: tuple[str, str], told: list[Choices]) -> None:
    kind, text = file
    readings = LastReadings()
    for choices in told:
        again = readings.read("liste.csv", text.encode(), kind, choices, known=KNOWN)
        assert again == read_file("liste.csv", text.encode(), kind, choices, known=KNOWN)
