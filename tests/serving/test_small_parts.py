from __future__ import annotations

import asyncio
import base64
import hashlib
import html
import io
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.serving.running import HERE, make_config
from workshop_kit.domain.course import Role
from workshop_kit.errors import CannotServe
from workshop_kit.hosting.configuring import choose_words
from workshop_kit.i18n import Translator, choose_from_header
from workshop_kit.serving import KernelMode, read_config
from workshop_kit.serving.assets import accepts, read_assets, read_manifest
from workshop_kit.serving.jupyter import KEPT_BYTES, KEPT_MESSAGES, BoundedBuffer
from workshop_kit.serving.pages import PageProcess, PageRequest
from workshop_kit.serving.server import listen_at, make_socket_folder
from workshop_kit.serving.sources import choose_mode
from workshop_kit.serving.visitors import cookie_names, read_secret
from workshop_kit.serving.waiting import door_page, error_page, slow_page, starting_page, waiting_page
from workshop_kit.tokens import read_dark_tokens, read_tokens


@pytest.mark.parametrize(
    ("header", "encoding", "taken"),
    [
        ("gzip, deflate, br", "br", True),
        ("gzip;q=0.5", "gzip", True),
        ("br;q=0, gzip", "br", False),
        ("br;q=0.0", "br", False),
        ("", "gzip", False),
        ("brotli", "br", False),
    ],
)
def test_the_accept_encoding_header_is_taken_at_its_word(header: str, encoding: str, taken: bool) -> None:
    assert accepts(header, encoding) is taken


def test_assets_are_read_with_their_compressed_forms() -> None:
    assets = read_assets(HERE / "assets")
    page = assets["page-0123abcdef.js"]
    assert page.fingerprinted
    assert page.choose("gzip, br")[0] == "br"
    assert page.choose("gzip")[0] == "gzip"
    assert page.choose("identity") == ("", (HERE / "assets/page-0123abcdef.js").read_bytes())
    assert not assets["plain.txt"].fingerprinted
    assert "manifest.json" not in assets
    assert "page-0123abcdef.js.br" not in assets


def test_a_front_end_that_is_not_built_has_no_assets(tmp_path: Path) -> None:
    assert read_assets(None) == read_assets(tmp_path / "nowhere") == {}
    assert read_manifest(None) == read_manifest(tmp_path) == {}


def test_a_configuration_reads_back_as_it_was_written(tmp_path: Path) -> None:
    config = make_config(tmp_path, token="t", page_settings={"words": {"fr": {"a": "b"}}}, kernels=KernelMode.SPAWN)
    file = tmp_path / "config.json"
    file.write_text(config.to_json(), encoding="utf-8")
    assert read_config(file) == config


@pytest.mark.parametrize("text", ["", "{}", '{"pages": {}}', "[]"])
def test_a_configuration_that_cannot_be_read_is_said(tmp_path: Path, text: str) -> None:
    file = tmp_path / "config.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CannotServe) as caught:
        read_config(file)
    assert caught.value.code == "config-unreadable"


def test_every_error_has_a_sentence_in_both_languages() -> None:
    codes = set()
    for module in Path(HERE.parent.parent / "workshop_kit" / "serving").glob("*.py"):
        codes |= set(re.findall(r'CannotServe\(\s*"([a-z-]+)"', module.read_text(encoding="utf-8")))
    assert codes
    for language in ("fr", "en"):
        assert [code for code in codes if not Translator(language).knows(f"errors.{code}")] == []


def test_auto_forks_on_linux_only() -> None:
    assert choose_mode(KernelMode.AUTO, "linux") is KernelMode.FORK
    assert choose_mode(KernelMode.AUTO, "darwin") is KernelMode.PREHEAT
    assert choose_mode(KernelMode.AUTO, "win32") is KernelMode.PREHEAT
    assert choose_mode(KernelMode.SPAWN, "linux") is KernelMode.SPAWN


@pytest.mark.posix
def test_the_cookie_secret_survives_a_restart_and_is_nobody_elses(tmp_path: Path) -> None:
    secret = read_secret(tmp_path / "run")
    assert read_secret(tmp_path / "run") == secret
    assert len(secret) >= 32
    assert (tmp_path / "run" / "cookie-secret").stat().st_mode & 0o077 == 0


def test_a_damaged_cookie_secret_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "cookie-secret").write_bytes(b"short")
    assert len(read_secret(tmp_path)) >= 32


def test_rooms_have_cookies_of_their_own() -> None:
    assert cookie_names("one-participant") != cookie_names("one-facilitator")
    assert re.fullmatch(r"visitor-[0-9A-Za-z]+", cookie_names("é/;x")[0])


@pytest.mark.parametrize(
    ("header", "language"),
    [("fr-FR,fr;q=0.9,en;q=0.8", "fr"), ("de, en;q=0.5", "en"), ("en;q=0.4, fr;q=0.5", "fr"), ("de", "en"), ("", "en")],
)
def test_small_pages_speak_the_browsers_language(header: str, language: str) -> None:
    assert choose_from_header(header, "en") == language


def test_the_waiting_page_says_ones_place_and_is_light() -> None:
    page = waiting_page("fr", "L’atelier <b>", 12, full=False)
    assert "numéro 12" in page.html
    assert "<b>" not in page.html
    assert len(page.html.encode()) < 6000


def test_the_waiting_page_has_the_colours_of_the_pages_it_stands_in_for() -> None:
    shown = waiting_page("fr", "L’atelier", 12, full=False).html
    light, dark = shown.split("prefers-color-scheme:dark")
    for part, tokens in ((light, read_tokens()), (dark, read_dark_tokens())):
        colours = {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}\b", part)}
        assert colours == {tokens["paper"], tokens["ink"], tokens["lead"], tokens["bad"]}


def test_the_letters_of_a_small_page_are_as_large_as_the_device_asks_for() -> None:
    for page in (
        waiting_page("fr", "L’atelier", 12, full=False),
        door_page("fr", "L’atelier", []),
        error_page("fr", 404),
    ):
        assert re.findall(r"font(?:-size)?:[\d.]+px", page.html) == []


@pytest.mark.parametrize(("language", "said"), [("fr", "données mobiles"), ("en", "mobile data")])
def test_whoever_waits_reads_that_no_internet_is_as_it_should_be(language: str, said: str) -> None:
    for page in (waiting_page(language, "Atelier", 3, full=False), starting_page(language, "Atelier")):
        assert said in page.html


def test_the_waiting_page_says_that_the_room_is_full() -> None:
    assert Translator("en")("serving.waiting.full") in waiting_page("en", "A room", 1, full=True).html


def test_a_small_page_runs_its_own_script_and_no_other() -> None:
    page = waiting_page("en", "A room", 1, full=False)
    scripts = re.findall(r"<script type=module>(.*?)</script>", page.html, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert re.findall(r"script-src '([^']*)'", page.policy) == [f"sha256-{digest}" for digest in digests]
    assert "script-src 'none'" in error_page("en", 404).policy
    assert "http" not in re.sub(r"<!doctype html>", "", page.html)


def test_the_words_of_the_waiting_page_cannot_close_its_script() -> None:
    page = waiting_page("fr", "</script>", 1, full=False)
    words = re.search(r"id=words>(.*?)</script>", page.html)
    assert words is not None
    assert set(json.loads(words[1])) == {"place", "full", "lost", "starting", "closed", "over"}


@pytest.mark.parametrize(("language", "keep"), [("fr", "Gardez cette page ouverte"), ("en", "Keep this page open")])
def test_the_waiting_page_says_each_thing_once(language: str, keep: str) -> None:
    for full in (True, False):
        shown = waiting_page(language, "Atelier", 3, full=full).html.partition("<script")[0]
        assert shown.count(keep) == 1
        full_said, many_said = (
            Translator(language)("serving.waiting.full"),
            Translator(language)("serving.waiting.place", number=3),
        )
        assert (html.escape(full_said) in shown, html.escape(many_said) in shown) == (full, not full)


def test_whoever_waits_may_choose_the_other_language_and_keeps_the_rest_of_the_address() -> None:
    rest = [("place", "3"), ("x", '">')]
    for page in (
        waiting_page("fr", "Atelier", 3, full=False, rest=rest),
        slow_page("fr", "Atelier", "home", rest),
        starting_page("fr", "Atelier", rest=rest),
        door_page("fr", "Atelier", [*rest, ("lang", "fr")]),
    ):
        assert 'lang=en hreflang=en href="?place=3&amp;x=%22%3E&amp;lang=en">English</a>' in page.html
    assert ">Français</a>" in waiting_page("en", "A room", 3, full=False).html


@pytest.mark.parametrize(
    ("language", "seat", "kept"), [("fr", "sa place est allée", "gardé"), ("en", "its seat went", "kept")]
)
def test_whose_page_made_way_reads_where_the_place_went_and_that_nothing_is_lost(
    language: str, seat: str, kept: str
) -> None:
    shown = waiting_page(language, "Atelier", 3, full=True, gave_way=True).html.partition("<script")[0]
    assert seat in shown
    assert kept in shown
    assert seat not in waiting_page(language, "Atelier", 3, full=True).html.partition("<script")[0]


def test_what_a_laptop_says_of_a_lost_connection_names_no_phone() -> None:
    for role in Role:
        for language in ("fr", "en"):
            said = str(choose_words(role, language)["lost-more"])
            assert bool(re.search("téléphone|phone", said)) == (role is Role.PARTICIPANT), (role, said)


def test_only_a_phone_is_told_of_what_its_reader_sent_and_a_room_reads_nothing_of_closing_its_screen() -> None:
    for role in Role:
        for language in ("fr", "en"):
            words = choose_words(role, language)
            said = " ".join(str(words[name]) for name in ("back-more", "closed-more", "over-more"))
            assert bool(re.search("que vous avez envoyé|you sent", said)) == (role is Role.PARTICIPANT), (role, said)
            assert role is not Role.SCREEN or not re.search(r"\b(vous|you|your)\b", said), said
            home = re.search("Mes ateliers|My workshops", str(words["over-more"]))
            assert bool(home) == (role not in (Role.PARTICIPANT, Role.SCREEN)), (role, said)


def test_both_catalogs_say_the_same_things() -> None:
    assert set(Translator("fr").section("serving")) == set(Translator("en").section("serving"))


class Torn:
    """A page's process that was ended while it said what its cells show."""

    pid = 0

    def __init__(self) -> None:
        self.stdin: IO[bytes] | None = io.BytesIO()
        self.stdout: IO[bytes] | None = io.BytesIO(b'{"finished": [[{"output_ty')

    def poll(self) -> int | None:
        return -9

    def wait(self) -> int:
        return -9

    def send_signal(self, _number: int, /) -> None:
        pass

    def terminate(self) -> None:
        pass

    def kill(self) -> None:
        pass


def test_a_page_that_is_ended_in_the_middle_of_a_word_is_known_to_have_ended(tmp_path: Path) -> None:
    asked = PageRequest(tmp_path / "page.ipynb", {}, tmp_path)
    started = PageProcess.start(asked, forks=True, rehearsals=0, launch=lambda _environment: Torn())
    with pytest.raises(CannotServe, match="kernel-ended"):
        asyncio.run(asyncio.wait_for(started, 20))


@pytest.mark.skipif(sys.platform == "win32", reason="there, kernels have ports instead of paths")
def test_socket_folders_of_killed_servers_are_removed_and_those_of_living_ones_kept(tmp_path: Path) -> None:
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    left = tmp_path / f"room-{int(gone.stdout)}-abc"
    living = tmp_path / f"room-{os.getpid()}-abc"
    other = tmp_path / "room-service-abc"
    for folder in (left, living, other):
        folder.mkdir()
    made = Path(make_socket_folder(tmp_path))
    assert made.is_dir()
    assert not left.exists()
    assert living.exists()
    assert other.exists()


def test_messages_for_an_absent_page_are_kept_within_bounds() -> None:
    overflows: list[str] = []
    many = BoundedBuffer(lambda: overflows.append("many"))
    for _ in range(KEPT_MESSAGES):
        many.append(("iopub", [b"x"]))
    assert overflows == []
    many.append(("iopub", [b"x"]))
    large = BoundedBuffer(lambda: overflows.append("large"))
    large.append(("iopub", [bytes(KEPT_BYTES + 1)]))
    assert overflows == ["many", "large"]


def test_everywhere_of_six_is_everywhere_of_four_too() -> None:
    if not socket.has_dualstack_ipv6():
        pytest.skip("this system cannot listen on IPv4 and IPv6 with one socket")
    with listen_at("::", 0) as listening:
        port = listening.getsockname()[1]
        for address in ("127.0.0.1", "::1"):
            socket.create_connection((address, port), timeout=5).close()
    with listen_at("0.0.0.0", 0) as listening, pytest.raises(OSError, match=r"refused|reachable|assign"):
        socket.create_connection(("::1", listening.getsockname()[1]), timeout=5)


def test_where_the_workshop_is_over_nobody_is_asked_to_keep_the_page() -> None:
    shown = waiting_page("en", "A room", 1, full=True, farewell="over").html.partition("<script")[0]
    assert Translator("en")("serving.waiting.over") in shown
    assert "<p class=open hidden>Keep this page open" in shown
