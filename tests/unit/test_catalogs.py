"""French and English are equal: the same keys, the same placeholders, each language's typography."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from workshop_kit.domain.model import INTERESTS, Category, StakeholderStatus
from workshop_kit.domain.permits import PERMITS
from workshop_kit.places import GUIDE
from workshop_kit.store.shelf import Noun
from workshop_kit.widgets.panel import STALE

CATALOGS = Path(__file__).parents[2] / "workshop_kit" / "i18n"
NAMES = sorted(path.name for path in (CATALOGS / "fr").glob("*.po"))
#: A segment of a key.
WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: What the key of a control's name adds to that of the words read on it; and keys that end so and name nothing.
NAMED = (".one", "-of", "-to", "-this", "-from", ".label")
NO_NAMES = {"remote.unveil.one", "remote.say.one", "synthesis.erase.one"}
#: What a key may end in as the program spells it.
VALUES = {*Category, *StakeholderStatus, *GUIDE, *map(str, INTERESTS)}


def read(language: str, name: str) -> dict[str, Message]:
    with (CATALOGS / language / name).open("rb") as file:
        entries = [message for message in read_po(file, locale=language) if message.id]
    keys = [str(message.id[0] if isinstance(message.id, tuple) else message.id) for message in entries]
    return dict(zip(keys, entries, strict=True))


def texts(message: Message) -> tuple[str, ...]:
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    return tuple(str(text or "") for text in said)


def test_both_languages_have_the_same_catalogs() -> None:
    assert sorted(path.name for path in (CATALOGS / "en").glob("*.po")) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_name_of_a_control_holds_the_words_read_on_it(language: str, name: str) -> None:
    """Who speaks to their device says what they read (WCAG 2.5.3); signs between the words are not said."""

    def plain(message: Message) -> str:
        return " ".join(re.findall(r"\w+", texts(message)[0].casefold()))

    entries = read(language, name)
    pairs = [(key, end) for key in entries for end in NAMED if key.endswith(end) and key.removesuffix(end) in entries]
    apart = [key for key, end in pairs if plain(entries[key.removesuffix(end)]) not in plain(entries[key])]
    assert set(apart) <= NO_NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_keys_segments_are_parted_by_dots_and_their_words_by_dashes(name: str) -> None:
    for key in read("fr", name):
        *path, last = key.split(".")
        assert last in VALUES or WORDS.fullmatch(last), f"{key}: a dash stands between words"
        assert all(WORDS.fullmatch(segment) for segment in path), f"{key}: a dash stands between words"


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_said_in_both_languages(name: str) -> None:
    french, english = read("fr", name), read("en", name)
    assert french.keys() == english.keys()
    for key in french:
        assert all(texts(french[key])), f"{key} says nothing in French"
        assert all(texts(english[key])), f"{key} says nothing in English"


@pytest.mark.parametrize("name", NAMES)
def test_no_key_is_said_twice(name: str) -> None:
    for language in ("fr", "en"):
        ids = re.findall(r'^msgid "(.+)"$', (CATALOGS / language / name).read_text(encoding="utf-8"), re.M)
        assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_fill_the_same_placeholders(name: str) -> None:
    french, english = read("fr", name), read("en", name)
    for key in french:
        said = [set(re.findall(r"\{(\w+)", "".join(texts(side[key])))) for side in (french, english)]
        assert said[0] - {"number"} == said[1] - {"number"}, key


@pytest.mark.parametrize("name", NAMES)
def test_french_typography_is_right(name: str) -> None:
    for key, message in read("fr", name).items():
        for text in texts(message):
            bare = re.sub(r"https?://\S+|\{[^}]*\}|--\S+", "x", text)
            assert not re.search(r"[^\u202f\s?!][;?!](?!\w)", bare), f"{key}: a narrow space stands before ; ? !"
            assert not re.search(r"[^\u00a0\d]:(?=\s|$)", bare), f"{key}: a no-break space stands before a colon"
            assert not re.search(r"«[^\u202f]|[^\u202f]»", bare), f"{key}: narrow spaces stand inside « »"
            assert "'" not in bare, f"{key}: the apostrophe is ’"
            units = r"(?:\}|\d) (?:h|min|s|Mo|ko|Go|%|€|ms)(?![\w-])|\bh (?:\{|\d)"
            assert not re.search(units, text), f"{key}: a no-break space stands before a unit, and after h"


@pytest.mark.parametrize(
    "name", ["errors.po", "page.po", "participant.po", "screen.po", "serving.po", "voices.po", "ways.po"]
)
def test_what_people_in_the_room_choose_for_themselves_has_one_name_in_english(name: str) -> None:
    for key, message in read("en", name).items():
        for text in texts(message):
            assert "pseudonym" not in re.sub(r"\{[^}]*\}", "", text).lower(), f"{key}: the form asks for a nickname"


def test_no_sign_stands_apart_between_the_words_of_a_page_since_each_language_spaces_its_own() -> None:
    """Between what two keys say, ``{…} :{…}`` would be French spacing in English, and a space that breaks in French."""
    panels = CATALOGS.parents[1] / "templates" / "frontend" / "src" / "panels"
    pages = [path for path in panels.rglob("*.tsx") if not path.name.endswith(".test.tsx")]
    assert pages != []
    apart = [path.name for path in pages if re.search(r"[}>] [:;!?](?=[{<])", path.read_text(encoding="utf-8"))]
    assert apart == []


def test_every_error_has_its_sentence() -> None:
    said = read("fr", "errors.po").keys()
    tree = {"InvalidEntry", "MissingEntry", "NotAllowed", "UnreadableFile", "StoreUnavailable", "CannotServe"}
    for module in CATALOGS.parent.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in tree):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                code = node.args[0].value
                assert code in said, f"{module.name} raises {code!r}, which no catalog says"


@pytest.mark.parametrize(("language", "asks"), [("fr", "rechargez"), ("en", "reload")])
def test_a_sentence_that_asks_to_reload_the_page_has_its_button(language: str, asks: str) -> None:
    catalog = read(language, "errors.po")
    assert {key for key, message in catalog.items() if asks in "".join(texts(message)).lower()} == STALE


def test_what_the_access_control_table_refuses_has_its_sentence() -> None:
    permits = [permit for acts in PERMITS.values() for permit in acts.values()]
    assert permits
    assert {code for permit in permits for code in (permit.early, permit.late)} <= read("fr", "errors.po").keys()


def test_what_the_store_does_not_find_has_its_sentence() -> None:
    """The table data gateway makes the code of the noun's name: ``no-idea``, ``no-mission``."""
    modules = [import_module(f"workshop_kit.store.{path.stem}") for path in (CATALOGS.parent / "store").glob("*.py")]
    nouns = {one for module in modules for one in vars(module).values() if isinstance(one, Noun)}
    looked_up = {noun.name for noun in nouns if "id" in noun.columns}
    assert {"idea", "mission", "participant"} <= looked_up
    assert {f"no-{name}" for name in looked_up} <= read("fr", "errors.po").keys()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", ["remote.say.one", "remote.say.tie"])
def test_who_unveils_a_place_says_how_many_people_chose_it_before_how_many_dots_it_has(language: str, key: str) -> None:
    (said,) = texts(read(language, "facilitator.po")[key])
    assert said.index("{people}") < said.index("{points}")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_that_a_sentence_sends_to_is_called_as_the_header_calls_it(language: str) -> None:
    names = ("header.room.", "header.step.", "home.pages.", "home.title")
    shown = [*read(language, "facilitator.po").items(), *read(language, "home.po").items()]
    called = {text for key, one in shown if key.startswith(names) for text in texts(one)}
    named = re.compile(r"page\s+[«“]\s*([^»”{]+?)\s*[»”]")
    said = [text for name in NAMES for one in read(language, name).values() for text in texts(one)]
    pages = {page for text in said for page in named.findall(text)}
    assert pages
    assert pages <= called, pages - called
