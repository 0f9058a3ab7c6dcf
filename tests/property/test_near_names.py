"""Names that were compared once need not be compared again: what is found is the same, in whichever order they come."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.domain.likeness import NameMemory, NearNames, sort_name

FIRST: Final = ("Jean", "Jeanne", "J.", "Jean-Luc", "Bob", "Robert", "Ana", "")
LAST: Final = ("Martin", "Martins", "Marin", "Martn", "Martin 2", "Roux", "Rous", "Roux Martin", "")
NAMES: Final = st.builds(lambda *words: sort_name(" ".join(words)), st.sampled_from(FIRST), st.sampled_from(LAST))
PASSES: Final = st.lists(st.lists(NAMES.filter(bool), max_size=40), min_size=1, max_size=4)


@given(PASSES)
def test_names_are_found_nearly_the_same_with_a_memory_and_without(passes: list[list[str]]) -> None:
    memory = NameMemory()
    for names in passes:
        remembering, anew = NearNames(memory), NearNames()
        for name in names:
            assert remembering.find(name) == anew.find(name)
            remembering.add(name)
            anew.add(name)


@given(st.permutations([f"martin paul {letter}{other}" for letter in "abcdef" for other in "uvwxyz"]))
def test_of_very_many_alike_the_same_ones_are_found_again(names: list[str]) -> None:
    memory = NameMemory()
    for listed in (names[:30], names[5:], names):
        remembering, anew = NearNames(memory), NearNames()
        for name in listed:
            assert remembering.find(name) == anew.find(name)
            remembering.add(name)
            anew.add(name)
