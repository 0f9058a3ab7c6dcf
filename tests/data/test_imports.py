"""What the organiser's analysis needs costs a visitor's page nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"pandas", "numpy", "scipy", "matplotlib", "openpyxl", "typst", "workshop_kit.data"}


def imported_by(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_package_itself_imports_nothing_of_ours() -> None:
    found = imported_by("import workshop_kit; workshop_kit.__version__")
    assert not found & {*HEAVY, "sqlalchemy", "ipywidgets"}
    assert {name for name in found if name.startswith("workshop_kit")} == {"workshop_kit"}


def test_the_data_are_imported_when_they_are_asked_for() -> None:
    assert {"pandas", "workshop_kit.data"} <= imported_by("from workshop_kit import open_data")


@pytest.mark.parametrize("page", ["participant", "screen"])
def test_a_visitors_page_does_without(page: str) -> None:
    assert not imported_by(f"import workshop_kit.widgets.{page}") & HEAVY
