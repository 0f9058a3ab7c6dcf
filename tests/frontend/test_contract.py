"""The front end and the doors agree: on the contract, on what may be asked, and on what the catalogs say."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import workshop_kit
from tests.frontend.test_imports import SOURCES, read_imports
from workshop_kit.domain.course import Role
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.typescript import DOORS, write_contract, write_limits
from workshop_kit.live.window import LiveWorkshop, intentions_of, panels_of

PANELS: Final = SOURCES / "panels"
#: What a phone fetches once people are seated at tables.
TABLE: Final = PANELS / "table"
#: What a browser fetches that was let in to read challenges beforehand.
CLARITY: Final = PANELS / "clarity"
#: What a helper's browser fetches, and no facilitator's.
SPEAKING: Final = PANELS / "voices" / "index.tsx"
#: What a phone fetches once it is needed: by the panel of its page, the bundle that draws it or a part of it.
FETCHED: Final = {
    **{"stakes": "stakes", "form": "form", "vote": "ballots", "ideas": "contacts"},
    **{"offer": "offering", "mission": "offering"},
}
SENT: Final = re.compile(r"""\bsend\(\s*(?:[^()"]*\?\s*"(\w+)"\s*:\s*)?"(\w+)\"""")
SAID: Final = re.compile(r"""\bsay(?:Many)?\(\s*words,\s*(?:lang,\s*)?"([^"]+)\"""")
LITERAL: Final = re.compile(r'"([^"\n]*)"')
TEMPLATE: Final = re.compile(r"`((?:[^`\\]|\\.)*)`")
HOLE: Final = re.compile(r"\$\{[^{}]*\}")
#: Template strings shorter than this, holes aside, would stand for any key at all, unless they hold a whole word.
_LETTERS_AT_LEAST: Final = 3
_WHOLE_WORD: Final = re.compile(r"(?:^|\.)[a-z]{2,}(?:\.|$)")

each_door = pytest.mark.parametrize("door", DOORS, ids=[door.role.value for door in DOORS])


def read_source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def list_files(role: Role) -> list[str]:
    """List a role's own files, named from the front end's sources, and those of speaking for somebody if it may."""
    own = {*(PANELS / role).glob("*.ts*")}
    speaking = {*(PANELS / "voices").glob("*.ts*")} - ({SPEAKING} if role is Role.FACILITATOR else set())
    found = own if role in (Role.SCREEN, Role.HOME) else own | speaking
    if role is Role.PARTICIPANT:
        found |= {path for name in FETCHED.values() for path in (PANELS / name).glob("*.ts*")}
        found |= {*TABLE.glob("*.ts*"), *CLARITY.glob("*.ts*")}
    return sorted(path.relative_to(SOURCES).as_posix() for path in found)


@pytest.fixture(scope="module")
def imports() -> Mapping[str, set[str]]:
    return read_imports(SOURCES)


def find_reached(imports: Mapping[str, set[str]], start: str) -> set[str]:
    """Return the files that ``start`` imports, their own imports as well, and itself."""
    found, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += imports[name]
    return found


def find_panels_files(imports: Mapping[str, set[str]], door: type[LiveWorkshop]) -> dict[str, set[str]]:
    """Return for each panel of a role the files that make it."""
    files = {name: find_reached(imports, f"panels/{door.role.value}/{name}.tsx") for name in panels_of(door)}
    if door.role is Role.FACILITATOR:  # a helper's browser fetches the same pieces, and their words
        files["voices"].add(SPEAKING.relative_to(SOURCES).as_posix())
    if door.role is Role.PARTICIPANT:
        for name, bundle in FETCHED.items():
            files[name] |= find_reached(imports, f"panels/{bundle}/index.tsx")
    return files


@pytest.mark.parametrize(("name", "write"), [("contract.ts", write_contract), ("limits.ts", write_limits)])
def test_the_contract_of_the_front_end_is_the_present_one(name: str, write: Callable[[], str]) -> None:
    written = read_source(name) == write()
    assert written, "write it anew: python -m workshop_kit.live.contract"


@each_door
def test_every_panel_of_a_role_has_its_component(door: type[LiveWorkshop]) -> None:
    index = read_source(f"panels/{door.role.value}/index.tsx")
    shown = re.search(r"panels\(\{(.*?)\}\)", index, re.S)
    assert shown is not None
    assert {name.strip() for name in re.findall(r"(\w+)\s*:", shown[1])} == set(panels_of(door))
    assert panels_of(door)


@each_door
def test_a_page_sends_only_its_roles_intentions(door: type[LiveWorkshop]) -> None:
    sent = {
        (name, intention)
        for name in list_files(door.role)
        for match in SENT.findall(read_source(name))
        for intention in match
        if intention
    }
    assert sorted(sent - {(name, known) for name, _ in sent for known in intentions_of(door)}) == []


@each_door
def test_every_intention_of_a_role_is_sent_by_its_page(door: type[LiveWorkshop]) -> None:
    said = {one for name in list_files(door.role) for one in LITERAL.findall(read_source(name))}
    assert sorted(set(intentions_of(door)) - said) == []


@pytest.mark.parametrize("language", ["fr", "en"])
@each_door
def test_whatever_a_page_says_is_in_the_catalogs(
    imports: Mapping[str, set[str]], door: type[LiveWorkshop], language: str
) -> None:
    """A piece may serve several panels, each with other words: one of them must know the key."""
    files = find_panels_files(imports, door)
    words = {name: read_words(panels_of(door)[name].sections, language) for name in files}
    unknown = {
        (name, key)
        for name in set().union(*files.values())
        for key in SAID.findall(read_source(name))
        if not any(key in words[panel] for panel, made_of in files.items() if name in made_of)
    }
    assert sorted(unknown) == []


def read_words(sections: Iterable[str], language: str = "fr") -> set[str]:
    translator = Translator(language)
    return {key for section in ("words", *sections) for key in translator.section(section)}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_phone_says_of_its_table_is_what_comes_with_the_table(language: str) -> None:
    """Its words come with the read model, since most phones never need them."""
    text = "".join(path.read_text(encoding="utf-8") for path in TABLE.glob("*.tsx") if ".test." not in path.name)
    assert set(SAID.findall(text)) <= set(Translator(language).section("tables.phone"))
    literals = set(LITERAL.findall(text))
    assert [key for key in Translator(language).section("tables.phone") if key not in literals] == []


def test_whatever_the_catalogs_have_for_a_page_is_said(imports: Mapping[str, set[str]]) -> None:
    sections: dict[str, set[str]] = {}
    for door in DOORS:
        for name, made_of in find_panels_files(imports, door).items():
            for section in panels_of(door)[name].sections:
                sections.setdefault(section, set()).update(made_of)
    python = Patterns.of_python()
    said = {section: Patterns.of_typescript(made_of) for section, made_of in sections.items()}
    unsaid = {
        f"{section}.{key}"
        for section in sections
        for key in Translator("fr").section(section)
        if not said[section].match(key) and not python.match(f"{section}.{key}")
    }
    assert sorted(unsaid) == []


@each_door
def test_a_pages_catalog_has_no_section_that_no_panel_speaks(door: type[LiveWorkshop]) -> None:
    spoken = tuple(f"{section}." for panel in panels_of(door).values() for section in panel.sections)
    python = Patterns.of_python()
    whole = [f"{door.role.value}.{key}" for key in Translator("fr").section(door.role.value)]
    assert [key for key in whole if not key.startswith(spoken) and not python.match(key)] == []


def test_every_word_that_all_pages_share_is_said(imports: Mapping[str, set[str]]) -> None:
    said, python = Patterns.of_typescript(imports), Patterns.of_python()
    shared = Translator("fr").section("words")
    assert [key for key in shared if not said.match(key) and not python.match(f"words.{key}")] == []


class Patterns:
    """The texts a program writes out, and those it composes, as what a key may look like."""

    def __init__(self, whole: Iterable[str], composed: Iterable[str]) -> None:
        self._whole = frozenset(whole)
        self._composed = [re.compile(one) for one in sorted(set(composed))]

    def match(self, key: str) -> bool:
        """Tell whether ``key`` is written out, or may be composed."""
        return key in self._whole or any(pattern.fullmatch(key) for pattern in self._composed)

    @classmethod
    def of_typescript(cls, names: Iterable[str]) -> Patterns:
        """Read some files of the front end."""
        text = "\n".join(read_source(name) for name in names if not name.endswith((".test.ts", ".test.tsx")))
        whole = set(LITERAL.findall(text))
        composed = {pattern for found in TEMPLATE.findall(text) if (pattern := _as_pattern(HOLE.split(found)))}
        # a key such as `${axis}.${value}` has both its ends in the program
        return cls(
            whole, composed | {f"{re.escape(one)}\\.-?\\w+" for one in whole if one in {"competence", "interest"}}
        )

    @classmethod
    @cache
    def of_python(cls) -> Patterns:
        """Read the whole package."""
        whole: set[str] = set()
        composed: set[str] = set()
        for module in Path(workshop_kit.__file__).parent.rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    whole.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    composed.add(_as_pattern(_split_text(node)))
        return cls(whole, composed - {""})


def _split_text(text: ast.JoinedStr) -> Iterator[str]:
    for part in text.values:
        yield str(part.value) if isinstance(part, ast.Constant) else ""


def _as_pattern(parts: Iterable[str]) -> str:
    known = list(parts)
    letters = sum(len(re.findall(r"[a-z]", part)) for part in known)
    word = any(_WHOLE_WORD.search(part) and "." in part for part in known)
    return ".+".join(map(re.escape, known)) if word or letters >= _LETTERS_AT_LEAST else ""
