"""The words that two ideas share, marked where they stand, so that a person can tell whether the ideas are the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.ideas import mark_shared


def test_words_that_agree_are_marked_where_they_stand() -> None:
    first, second = mark_shared(
        ["Ouvrir le gymnase les nuits de grand froid", "ouvrir le gymnase l’hiver, la nuit, quand il gèle"]
    )
    assert first == ("", "Ouvrir le gymnase", " les ", "nuits", " de ", "grand froid", "")
    assert second == ("", "ouvrir le gymnase", " l’hiver, la ", "nuit", ", quand il ", "gèle", "")


def test_small_words_alone_say_nothing() -> None:
    assert mark_shared(["Il faut une piscine", "Il faut une école"]) == (
        ("Il faut une piscine",),
        ("Il faut une école",),
    )


def test_accents_and_case_do_not_set_words_apart() -> None:
    assert mark_shared(["ÉCOLE du soir", "une ecole"])[0][1] == "ÉCOLE"


def test_strangers_share_nothing() -> None:
    assert mark_shared(["Planter des haies", "Réparer un vélo"]) == (("Planter des haies",), ("Réparer un vélo",))


@given(st.lists(st.text(max_size=60), max_size=4))
def test_the_pieces_join_to_the_text_again(texts: list[str]) -> None:
    assert ["".join(pieces) for pieces in mark_shared(texts)] == texts
