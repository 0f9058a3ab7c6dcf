"""What the kit is made of besides itself: permissive licences, versions that are named, and an audit that goes on.

Known weaknesses are looked up on the network, so that it is the nightly workflow that asks for them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parent.parent.parent
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: Words of licences that an MIT kit may be given away with; what bears another is looked at by a person first.
PERMISSIVE: Final = (
    "0BSD", "Apache", "BSD", "CC0", "CC-BY-4.0", "ISC", "MIT", "MPL", "Mozilla Public License 2.0", "OFL",
    "PSF", "Python Software Foundation", "Unlicense", "Zlib",
)  # fmt: skip
#: Packages that say their licence, MIT, in a form of old (``licenses``), which the lock does not repeat.
SAID_OF_OLD: Final = re.compile(r"node_modules/(compute-(gcd|lcm)|validate\.io-[a-z-]+)")
FORBIDDEN: Final = re.compile(r"\b(A|L)?GPL|General Public|SSPL|Commons Clause|\bNC\b", re.IGNORECASE)


def name_of(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", Requirement(requirement).name).lower()


def walk(requirement: Requirement, known: dict[str, metadata.Distribution]) -> None:
    """Note a distribution with all that it needs here, as far as it is installed."""
    name = name_of(str(requirement.name))
    if name in known:
        return
    try:
        known[name] = metadata.distribution(requirement.name)
    except metadata.PackageNotFoundError:  # of another system
        return
    extras = tuple(requirement.extras) or ("",)
    for needed in map(Requirement, known[name].requires or ()):
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
            walk(needed, known)


def list_installed() -> dict[str, metadata.Distribution]:
    known: dict[str, metadata.Distribution] = {}
    for requirement in PROJECT["dependencies"]:
        walk(Requirement(requirement), known)
    return known


def say_licence(found: metadata.Distribution) -> str:
    told = found.metadata.get_all
    kinds = "; ".join(one for one in told("Classifier") or () if one.startswith("License ::"))
    return "".join(told("License-Expression") or ()) or kinds or "".join(told("License") or ())[:200]


def test_everything_that_is_installed_with_the_kit_bears_a_permissive_licence() -> None:
    installed = list_installed()
    assert len(installed) > 50, "the walk goes on from what the kit names to what that needs"
    said = {name: say_licence(found) for name, found in installed.items()}
    assert {name: one for name, one in said.items() if not any(word in one for word in PERMISSIVE)} == {}
    assert {name: one for name, one in said.items() if FORBIDDEN.search(one)} == {}


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "LGPL-2.1-or-later", "GNU Affero General Public License v3"])
def test_a_licence_that_asks_the_same_of_others_is_seen(licence: str) -> None:
    assert FORBIDDEN.search(licence)


def list_bundled() -> Iterator[tuple[str, str]]:
    """Yield what the pages' scripts are built from, with its licence: what is needed to build alone is left out."""
    lock = json.loads((ROOT / "templates" / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    for path, package in lock["packages"].items():
        if path and not package.get("dev") and not package.get("optional"):
            yield path, "MIT" if SAID_OF_OLD.fullmatch(path) else str(package.get("license", ""))


def test_what_pages_are_built_from_bears_a_permissive_licence() -> None:
    bundled = dict(list_bundled())
    assert bundled
    assert {name: one for name, one in bundled.items() if not any(word in one for word in PERMISSIVE)} == {}
    assert {name: one for name, one in bundled.items() if FORBIDDEN.search(one)} == {}


def test_every_version_is_named_and_no_address() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [one for one in lines if not re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.+!-]+( ;|$)", one)] == []
    locked = {name_of(one.partition(" ;")[0]) for one in lines}
    named = {name_of(one) for extra in PROJECT["optional-dependencies"].values() for one in extra}
    assert {name_of(one) for one in PROJECT["dependencies"]} | named <= locked


def test_known_weaknesses_are_asked_for_every_night() -> None:
    nightly = (ROOT / ".github" / "workflows" / "nightly.yml").read_text(encoding="utf-8")
    assert "pip-audit --requirement requirements.lock" in nightly
    assert "npm audit --omit=dev" in nightly
