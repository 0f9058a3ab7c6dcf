"""The language a page begins in, before any of its panels is there to speak."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient

from tests.serving.running import PAGES, Running, make_config, run
from workshop_kit.environment import ACCEPT_LANGUAGE_VARIABLE
from workshop_kit.places import voila_templates


def serve(folder: Path, *, follows_browser: bool) -> Running:
    return Running(
        make_config(
            folder,
            pages={"counter": PAGES / "counter.ipynb"},
            template="workshop",
            template_paths=(voila_templates(),),
            language="fr",
            follows_browser=follows_browser,
        )
    )


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serve(tmp_path_factory.mktemp("following"), follows_browser=True) as running:
        yield running


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serve(tmp_path_factory.mktemp("steady"), follows_browser=False) as running:
        yield running


async def fetch(room: Running, path: str, accepts: str) -> str:
    answer = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{room.port}{path}", headers={"Accept-Language": accepts})
    return answer.body.decode()


@pytest.mark.parametrize(
    ("accepts", "path", "language"),
    [
        ("en-GB,en", "/", "en"),
        ("fr", "/", "fr"),
        ("de", "/", "fr"),
        ("en", "/?lang=fr", "fr"),
        ("fr", "/?lang=en", "en"),
    ],
)
def test_a_page_that_follows_its_browser_begins_in_its_language(
    following: Running, accepts: str, path: str, language: str
) -> None:
    html = run(fetch(following, path, accepts))
    assert f'<html lang="{language}"' in html
    assert "@@" not in html


def test_a_page_that_does_not_begins_in_the_server_s(steady: Running) -> None:
    assert '<html lang="fr"' in run(fetch(steady, "/", "en"))
    assert '<html lang="en"' in run(fetch(steady, "/?lang=en", "fr"))


def test_the_languages_a_browser_asks_for_have_the_name_that_cgi_gives_them() -> None:
    assert ACCEPT_LANGUAGE_VARIABLE == "HTTP_ACCEPT_LANGUAGE"
