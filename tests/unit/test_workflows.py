"""The files that other machines read. They run elsewhere, so whether what they name exists is asked here."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from workshop_kit import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
MARKERS = {marker.split(":")[0] for marker in PROJECT["tool"]["pytest"]["ini_options"]["markers"]}


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def steps_of(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


def name_of(file: Path) -> str:
    return file.name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)
def test_what_a_workflow_runs_is_in_the_repository(workflow: Path) -> None:
    named = 0
    for command in (step["run"] for step in steps_of(workflow) if "run" in step):
        for path in re.findall(r"(?<![\w/.])(?:\.ci|tests|workshop_kit)/[\w./-]+|[\w-]+\.lock", command):
            assert (ROOT / path).exists(), f"{workflow.name} runs {path}"
            named += 1
        for target in re.findall(r"\bmake (\w+)", command):
            assert target in TARGETS
    assert named


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)
def test_an_action_is_pinned_to_its_major_version(workflow: Path) -> None:
    used = [step["uses"] for step in steps_of(workflow) if "uses" in step]
    assert used
    assert not [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+", action)]


def test_the_tests_left_out_elsewhere_are_chosen_by_markers_that_exist() -> None:
    matrix = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]["everywhere"]["strategy"]["matrix"]
    assert {one["os"] for one in matrix["include"]} == set(matrix["os"])
    for one in matrix["include"]:
        assert set(re.findall(r"not (\w+)", one["choose"])) <= MARKERS, one


def test_the_oldest_python_that_is_promised_is_tried() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"].values()
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    for job in jobs:
        assert oldest in job["strategy"]["matrix"]["python"]


def test_the_three_systems_are_tried() -> None:
    matrix = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]["everywhere"]["strategy"]["matrix"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "windows", "macos"}


def test_the_robots_look_where_dependencies_are_named() -> None:
    manifests = {"pip": "pyproject.toml", "npm": "package.json", "github-actions": ".github/workflows"}
    updates = read(ROOT / ".github" / "dependabot.yml")["updates"]
    assert {one["package-ecosystem"] for one in updates} == set(manifests)
    for one in updates:
        assert (ROOT / one["directory"].strip("/") / manifests[one["package-ecosystem"]]).exists()


def test_the_hooks_before_a_commit_are_those_of_make_lint() -> None:
    hooks = [hook for repo in read(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]]
    assert {hook["entry"].split(" --")[0] for hook in hooks} == {"python -m ruff check", "python -m ruff format"}


def test_there_is_a_form_for_a_bug_an_idea_and_a_field_report() -> None:
    assert {form.stem for form in FORMS} == {"bug", "idea", "field-report"}


@pytest.mark.parametrize("form", FORMS, ids=name_of)
def test_a_form_asks_in_english_and_in_french(form: Path) -> None:
    content = read(form)
    assert " / " in content["name"]
    assert content["description"]
    asked = [field for field in content["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in asked}) == len(asked) > 0
    for field in asked:
        label = field["attributes"]["label"]
        assert " / " in label, f"{form.name}: {label!r} is in one language"


def test_a_field_report_asks_what_a_room_needs() -> None:
    asked = {field.get("id") for field in read(ROOT / ".github" / "ISSUE_TEMPLATE" / "field-report.yml")["body"]}
    assert {"phones", "network", "laptop", "broke", "said"} <= asked


def test_one_version_is_told_everywhere() -> None:
    citation = read(ROOT / "CITATION.cff")
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["project"]["license"]
    assert citation["title"] == PROJECT["project"]["name"]


def test_the_source_archive_holds_what_the_papers_speak_of() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]
    assert not [name for name in included if not (ROOT / name).exists()]
    papers = {file.name for file in ROOT.glob("*.md")} | {"CITATION.cff", ".github"}
    assert papers <= set(included)
