"""``workshop-kit precision``: what it prints, from where it reads, and how it ends."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.browser.served import workshop_kit
from workshop_kit.environment import PYTHON


def read_input(content: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [*PYTHON, "-m", "workshop_kit", "precision", "-", *options]
    return subprocess.run(command, input=content, capture_output=True, check=False)


def test_the_answer_for_programs_has_each_part_or_nothing() -> None:
    said = workshop_kit("precision", "Garder l’école ouverte à la rentrée", "--json")
    assert said.returncode == 0, said.stderr
    answer = json.loads(said.stdout)
    assert list(answer) == ["kind", "score", "has", "missing", "questions", "rewrite"]
    assert answer["kind"] == "challenge"
    assert answer["score"] == 0.4
    assert answer["has"] == {
        "action": "Garder l’école ouverte",
        "population": None,
        "territory": None,
        "deadline": "à la rentrée",
        "indicator": None,
    }
    assert answer["missing"] == ["population", "territory", "indicator"]
    assert len(answer["questions"]) == 3
    assert answer["rewrite"] is None


def test_the_answer_is_in_the_language_named_and_else_in_the_sentences_own() -> None:
    own = workshop_kit("precision", "Buy three minibuses")
    french = workshop_kit("precision", "Buy three minibuses", "--lang", "fr")
    assert "to reach what?" in own.stdout
    assert "pour atteindre quoi" in french.stdout
    assert french.stdout.startswith("Une solution")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_sentence_may_come_from_standard_input(encoding: str) -> None:
    said = read_input("Garder l’école ouverte à la rentrée\n".encode(encoding), "--json")
    assert json.loads(said.stdout)["has"]["deadline"] == "à la rentrée"


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_an_empty_sentence_is_refused_with_what_to_do(text: str) -> None:
    said = workshop_kit("precision", text, "--lang", "en")
    assert said.returncode == 1
    assert "There is nothing to read" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_text_of_any_length_and_any_signs_gets_an_answer() -> None:
    for content in ("Loger tous les jeunes " * 1000).encode(), b"a\x00\x07\xff", "😀".encode():
        said = read_input(content, "--json")
        assert said.returncode == 0, said.stderr
        assert json.loads(said.stdout)["kind"] in {"theme", "challenge", "solution", "several"}
