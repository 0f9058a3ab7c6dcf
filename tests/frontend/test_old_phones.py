"""Old phones: what was built is read anew, and what is newer than the oldest browsers is found in it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from tests.frontend.test_frontend import FRONTEND, build, run_npm, served  # noqa: F401 - fixtures


def test_what_was_built_asks_for_nothing_newer_than_the_oldest_browsers(build: ModuleType, served: Path) -> None:  # noqa: F811
    done = run_npm(build, "run", "floor")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("participant.js", "class Place { static { console.log(1); } }"),
        ("facilitator.js", "export const parts = (text) => text.split(/(?<=[./])/);"),
        ("participant.js", "export const last = (all) => all.at(-1);"),
        ("voices.js", "export const send = (form) => form.requestSubmit();"),
        ("page.js", "export const name = () => crypto.randomUUID();"),
        ("participant.js", 'export const one = () => document.querySelector("p:has(b)");'),
        ("participant.css", "body:has(.wk-late) p { display: none }"),
        ("participant.css", ".wk-page { min-height: 100dvh }"),
        ("page.css", "p { color: color-mix(in srgb, red, blue) }"),
        ("participant.css", "p { b { color: red } }"),
    ],
)
def test_what_is_newer_is_found(build: ModuleType, tmp_path: Path, name: str, text: str) -> None:  # noqa: F811
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run_npm(build, "run", "floor", "--", str(tmp_path / name))
    assert done.returncode == 1
    assert f"{name}: " in done.stderr, done.stdout + done.stderr


def test_what_tells_old_browsers_so_can_be_read_by_them(build: ModuleType, served: Path) -> None:  # noqa: F811
    command, environment = build.find_npm()
    [early] = served.glob("early-*.js")
    told = [
        subprocess.run(
            [*command, "exec", "--", "esbuild", f"--target={target}", "--minify-whitespace"],
            cwd=FRONTEND,
            env=environment,
            input=early.read_text(encoding="utf-8"),
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for target in ("es2015", "esnext")
    ]
    assert told[0] == told[1]
