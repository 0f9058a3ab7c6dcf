"""What the papers for developers name is there, under that name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.papers import read_floors
from tests.unit.test_floors import MAY_IMPORT

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")
FOLDERS = r"(?:workshop_kit|templates|tests|docs|notebooks|data_samples|\.github|\.ci)"
#: Papers in which every path is meant to be followed by a newcomer.
PAPERS = [
    DOCS / "architecture.md",
    DOCS / "method.md",
    DOCS / "glossary.md",
    *sorted((DOCS / "method").glob("*.md")),
    *sorted((DOCS / "how-to").glob("*.md")),
    ROOT / "CONTRIBUTING.md",
    ROOT / "RELEASING.md",
]
LINKED = sorted(p for p in [*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / ".github").rglob("*.md")])


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def paths_in(text: str) -> list[str]:
    """Return the repository's paths in back quotes; `*` and `<name>` stand for anything."""
    files = r"[A-Za-z_.-]+\.(?:py|toml|md|yml|lock|cff|json)|Makefile|\.ci/run"
    found = re.findall(rf"`({FOLDERS}/[^`\s]*|{files})(?::[\w.]+)?`", text)
    return [path.rstrip("/") for path in found]


@pytest.mark.parametrize("page", PAPERS, ids=name_of)
def test_every_path_a_paper_names_is_in_the_repository(page: Path) -> None:
    missing = [path for path in paths_in(page.read_text(encoding="utf-8")) if not find(path)]
    assert not missing, f"{name_of(page)} names {missing}"


def find(path: str) -> bool:
    pattern = re.sub(r"<[^>]*>", "*", path)
    if "/" in pattern:
        return any(ROOT.glob(pattern))
    return (ROOT / pattern).exists()


def test_the_look_up_of_paths_finds_what_is_missing() -> None:
    assert paths_in("see `workshop_kit/nowhere.py` and `Makefile`") == ["workshop_kit/nowhere.py", "Makefile"]
    assert not find("workshop_kit/nowhere.py")
    assert find("workshop_kit/i18n/<language>/page.po")


def test_each_heading_of_the_changelog_has_one_list() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    lists = re.split(r"^##.*$", text.partition("## [Unreleased]")[2], flags=re.MULTILINE)
    assert [one for one in lists if "\n\n" in one.strip()] == []


@pytest.mark.parametrize("page", LINKED, ids=name_of)
def test_what_a_paper_links_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)]*))?\)", text):
        if "://" in target or target.startswith("mailto:"):
            continue
        file = page.parent / target if target else page
        assert file.exists(), f"{name_of(page)} links to {target}"
        if anchor and file.suffix == ".md":
            titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
            assert anchor in anchors, f"{name_of(page)} links to #{anchor} of {target or 'itself'}"


NAMED = re.findall(r"`(\w+)` in `([^`]+)`", GLOSSARY)


@pytest.mark.parametrize(("name", "file"), NAMED, ids=[name for name, _ in NAMED])
def test_what_the_glossary_names_is_defined_where_it_says(name: str, file: str) -> None:
    source = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^(?:export )?(?:class|def|function|interface) {name}\b", source, re.MULTILINE)


def test_the_glossary_has_the_images_of_the_code() -> None:
    images = (
        "window desk seat room hall door shelf noun ledger letter outbox overlay standing strip pace flow heap lifeline"
    )
    rows = {row.split()[0] for row in re.findall(r"^\| ([^|]+) \|", GLOSSARY.split("## The images")[1], re.MULTILINE)}
    assert not set(images.split(" ")) - rows


def test_the_floors_of_the_architecture_are_those_of_the_imports() -> None:
    drawn = {floor: imported for floor, (_, imported) in read_floors().items()}
    assert drawn == {floor: allowed - {floor} for floor, allowed in MAY_IMPORT.items()}, "run python -m tests.papers"


def test_each_floor_says_what_it_holds() -> None:
    assert not [floor for floor, (holds, _) in read_floors().items() if holds == "…"]


def test_every_target_of_the_makefile_is_described_to_contributors() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    described = re.findall(r"^\| `make (\w+)` \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    assert not set(targets) - set(described)
