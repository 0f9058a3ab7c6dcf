"""Logs of the servers: of a bounded size, whatever is written into them."""

from __future__ import annotations

import errno
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.serving.running import make_config
from workshop_kit.domain.course import Role
from workshop_kit.hosting import logs
from workshop_kit.hosting.logs import AT_MOST, BoundedLog
from workshop_kit.hosting.process import ServerProcess
from workshop_kit.serving import __main__ as serving_main
from workshop_kit.serving.config import ServerConfig
from workshop_kit.serving.logs import A_MINUTE, LONGEST, MinuteQuota, ShortForm


def test_a_log_that_grew_too_long_is_moved_aside_once_at_the_start(tmp_path: Path) -> None:
    path, kept = tmp_path / "participant.log", tmp_path / "participant.log.1"
    for number in (1, 2):
        path.write_bytes(bytes([64 + number]) * 101)
        BoundedLog(path, at_most=100).close()
        assert (path.read_bytes(), kept.read_bytes()) == (b"", bytes([64 + number]) * 101)
    assert len(list(tmp_path.iterdir())) == 2
    assert not sys.platform.startswith("linux") or kept.stat().st_mode & 0o077 == 0


def test_a_log_of_other_days_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "participant.log"
    path.write_bytes(b"yesterday\n")
    log = BoundedLog(path, at_most=100)
    log.file.write(b"today\n")
    log.close()
    assert path.read_bytes() == b"yesterday\ntoday\n"


def test_a_log_is_bounded_while_a_server_writes_and_its_end_is_kept(tmp_path: Path) -> None:
    path, kept = tmp_path / "participant.log", tmp_path / "participant.log.1"
    log = BoundedLog(path, at_most=10_000)
    writes = (
        "import sys; [print('line', sys.stdin.readline().strip() * 500, file=sys.stderr, flush=True) for _ in '12']"
    )
    with subprocess.Popen(
        [sys.executable, "-c", f"{writes}; sys.stdin.readline()"], stdin=subprocess.PIPE, stderr=log.file, bufsize=0
    ) as server:
        assert server.stdin is not None
        log.file.write(b"x" * 20_000)
        log.file.flush()
        log.look()
        assert path.stat().st_size == 0
        assert kept.read_bytes() == b"x" * 10_000
        server.stdin.write(b"a\nb\n\n")
    assert path.read_bytes() == b"line " + b"a" * 500 + b"\nline " + b"b" * 500 + b"\n", "from its beginning, no hole"
    log.close()


def test_a_full_disk_keeps_nothing_of_before_and_the_log_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "participant.log"
    log = BoundedLog(path, at_most=100)
    log.file.write(b"x" * 200)
    log.file.flush()
    monkeypatch.setattr(logs, "make_private", refuse)
    log.look()
    assert path.stat().st_size == 0
    log.close()
    log.close()


def test_a_servers_log_is_bounded_from_its_start(tmp_path: Path) -> None:
    before = threading.active_count()
    configuration = ServerConfig(pages={}, runtime_folder=tmp_path, room="r", port=0)
    (tmp_path / "screen.log").write_bytes(b"x" * (AT_MOST + 1))
    server = ServerProcess(Role.SCREEN, configuration, tmp_path)
    server.ask_to_end()
    server.end(8)
    server.ask_to_end(b"over")  # as where it could not be started again: asking twice is harmless
    assert (tmp_path / "screen.log").stat().st_size < 100_000
    assert (tmp_path / "screen.log.1").stat().st_size == AT_MOST + 1
    assert threading.active_count() == before, "nobody looks after it any more"


def test_a_server_that_the_machine_has_no_room_for_leaves_nobody_to_look_after_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = threading.active_count()

    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("workshop_kit.hosting.process.subprocess.Popen", refuse)
    with pytest.raises(OSError, match="unavailable"):
        ServerProcess(Role.SCREEN, ServerConfig(pages={}, runtime_folder=tmp_path, room="r", port=0), tmp_path)
    assert threading.active_count() == before


def test_a_server_writes_at_most_its_quota_to_standard_error() -> None:
    floods = "from workshop_kit.serving.logs import open_log; import logging; open_log(); "
    floods += "[logging.error('said %d', number) for number in range(5000)]"
    said = subprocess.run([sys.executable, "-c", floods], capture_output=True, check=True, text=True)
    assert A_MINUTE <= said.stderr.count("\n") <= 2 * A_MINUTE + 1  # the minute may have turned
    assert "ERROR root: said 0\n" in said.stderr
    module = Path(serving_main.__file__ or "").read_text(encoding="utf-8")
    assert "open_log()" in module


def test_a_server_writes_only_so_many_lines_a_minute_and_says_how_many_it_left_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    now = 0.0
    quota = MinuteQuota(10, lambda: now)
    record = logging.LogRecord("any", logging.ERROR, "", 0, "said", None, None)
    assert sum(quota.filter(record) for _ in range(500)) == 10
    now = 61.0
    assert quota.filter(record)
    assert [one.args for one in caplog.records] == [(490,)]


def test_a_record_is_written_at_a_bounded_length() -> None:
    record = logging.LogRecord("any", logging.ERROR, "", 0, "a" * 50_000 + "the end", None, None)
    written = ShortForm("%(message)s").format(record)
    assert len(written) <= LONGEST + 3
    assert written.endswith("the end")


def test_a_server_is_heard_on_though_what_it_reports_cannot_be_passed_on(tmp_path: Path) -> None:
    heard: list[object] = []

    def fail(_role: Role, report: object) -> None:
        heard.append(report)
        raise OSError("the terminal is gone")

    server = ServerProcess(Role.SCREEN, make_config(tmp_path), tmp_path, on_report=fail)
    try:
        server.wait_until_ready(60)
    finally:
        server.ask_to_end()
        server.end(8)
    assert heard
