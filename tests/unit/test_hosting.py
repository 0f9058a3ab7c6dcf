"""What the supervisor of the servers decides before anything runs."""

from __future__ import annotations

import errno
import json
import shutil
import socket
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from workshop_kit.domain.course import Role
from workshop_kit.domain.model import new_workshop
from workshop_kit.environment import (
    HOME_VARIABLE,
    JOIN_FILE_VARIABLE,
    JOIN_VARIABLE,
    SCREEN_VARIABLE,
    STATE_VARIABLE,
    WAYS_FILE_VARIABLE,
)
from workshop_kit.errors import CannotServe, InvalidEntry
from workshop_kit.hosting import supervisor
from workshop_kit.hosting.locking import FileLock
from workshop_kit.hosting.networks import Adapter, list_networks
from workshop_kit.hosting.options import ServeOptions
from workshop_kit.hosting.owning import is_ours, own, seal
from workshop_kit.hosting.process import ServerProcess
from workshop_kit.hosting.supervisor import Servers
from workshop_kit.hosting.ways import Ways
from workshop_kit.i18n import Translator
from workshop_kit.live.joining import read_ways, write_wanted
from workshop_kit.places import GUIDE, IMPORT, ROOM, notebooks_folder
from workshop_kit.serving import server
from workshop_kit.serving.config import KernelMode, read_config
from workshop_kit.serving.server import listen_at
from workshop_kit.store import create_store
from workshop_kit.store.marks import MARK_FILE, Mark, read_mark, write_mark
from workshop_kit.trust import digest_programs, vouch


def options(folder: Path, **changes: object) -> ServeOptions:
    chosen: dict[str, object] = {
        "folder": folder,
        "host": "127.0.0.1",
        "port": 18866,
        "facilitator_port": 18867,
        "seats": 10,
        "kernels": KernelMode.AUTO,
        "language": "fr",
        "title": "Atelier",
    }
    return ServeOptions(**{**chosen, **changes})  # type: ignore[arg-type]


def test_a_taken_port_is_passed_over(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        servers = Servers(options(tmp_path, port=port))
    assert f":{port}/" not in servers.addresses.participants


def test_three_roles_get_three_ports(tmp_path: Path) -> None:
    servers = Servers(options(tmp_path, facilitator_port=18866))
    ports = {address.split(":")[2].split("/")[0] for address in vars(servers.addresses).values()}
    assert len(ports) == 3


def test_only_the_facilitators_address_carries_a_token(tmp_path: Path) -> None:
    addresses = Servers(options(tmp_path)).addresses
    assert "token=" in addresses.facilitator
    assert "token=" not in addresses.participants + addresses.screen


def test_the_facilitator_and_the_screen_stay_on_this_machine(tmp_path: Path) -> None:
    addresses = Servers(options(tmp_path, host="0.0.0.0")).addresses
    assert addresses.facilitator.startswith("http://127.0.0.1:")
    assert addresses.screen.startswith("http://127.0.0.1:")


def test_an_address_of_another_machine_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CannotServe) as refused:
        Servers(options(tmp_path, host="no-such-host.invalid"))
    assert refused.value.code == "unknown-host"


def test_the_organisers_own_copy_of_a_page_is_served_instead_of_the_kits(tmp_path: Path) -> None:
    own = tmp_path / "notebooks" / "participant.ipynb"
    own.parent.mkdir()
    own.touch()
    vouch(digest_programs(tmp_path))
    configurations = Servers(options(tmp_path)).configurations
    assert configurations[Role.PARTICIPANT].pages == {"participant": own}
    assert configurations[Role.SCREEN].pages == {"screen": notebooks_folder() / "screen.ipynb"}


def test_the_facilitators_pages_are_the_steps_of_the_guide_and_the_room(tmp_path: Path) -> None:
    assert tuple(Servers(options(tmp_path)).configurations[Role.FACILITATOR].pages) == (*GUIDE, ROOM, IMPORT)
    assert {f"{step}.ipynb" for step in GUIDE} == {path.name for path in notebooks_folder().glob("[0-9]_*.ipynb")}


def test_each_server_is_told_what_it_reads_back(tmp_path: Path) -> None:
    for role, told in Servers(options(tmp_path)).configurations.items():
        file = tmp_path / f"{role.value}.json"
        file.write_text(told.to_json(), encoding="utf-8")
        assert read_config(file) == told


def test_the_address_of_the_screen_is_told_to_the_facilitator_alone(tmp_path: Path) -> None:
    configurations = Servers(options(tmp_path)).configurations
    assert [role for role, told in configurations.items() if SCREEN_VARIABLE in told.environment] == [Role.FACILITATOR]


def test_a_workshop_keeps_its_room_name(tmp_path: Path) -> None:
    rooms = [Servers(options(tmp_path)).configurations for _ in range(2)]
    assert [one.room for one in rooms[0].values()] == [one.room for one in rooms[1].values()]


def leave_serve_file(folder: Path, port: int) -> None:
    """Leave what a serve that was killed did not clear away."""
    addresses = {
        "participants": f"http://127.0.0.1:{port}/",
        "facilitator": f"http://127.0.0.1:{port + 1}/?token=kept",
        "screen": f"http://127.0.0.1:{port + 2}/",
    }
    own(folder)
    sealed = seal("\n".join(addresses[name] for name in ("participants", "facilitator", "screen")))
    told = {**addresses, "pid": 1, "seal": sealed}
    (folder / "serve.json").write_text(json.dumps(told), encoding="utf-8")


def leave_secrets(folder: Path) -> None:
    """Leave what signs the cookies of a killed serve, too."""
    (folder / ".serve" / "participant").mkdir()
    (folder / ".serve" / "participant" / "cookie-secret").write_text("known elsewhere", encoding="utf-8")


def test_a_copied_folder_is_served_with_a_token_and_secrets_of_its_own(tmp_path: Path) -> None:
    first, copy = tmp_path / "first", tmp_path / "copy"
    first.mkdir()
    leave_serve_file(first, 18871)
    leave_secrets(first)
    room = Servers(options(first)).configurations[Role.SCREEN].room
    shutil.copytree(first, copy)
    servers = Servers(options(copy))
    assert "kept" not in servers.addresses.facilitator
    assert servers.configurations[Role.SCREEN].room != room
    assert not (copy / "serve.json").exists()
    assert not (copy / ".serve" / "participant").exists()
    assert "token=kept" in Servers(options(first)).addresses.facilitator, "the first is as it was"


def test_a_token_that_somebody_wrote_into_a_folder_of_ours_is_not_taken(tmp_path: Path) -> None:
    leave_serve_file(tmp_path, 18871)
    file = tmp_path / "serve.json"
    file.write_text(file.read_text(encoding="utf-8").replace("token=kept", "token=abc"), encoding="utf-8")
    token = Servers(options(tmp_path)).addresses.facilitator.partition("token=")[2]
    assert token not in ("abc", "kept")
    assert len(token) >= 24


def test_a_folder_from_another_computer_is_served_with_a_token_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_serve_file(tmp_path, 18871)
    leave_secrets(tmp_path)
    monkeypatch.setenv(STATE_VARIABLE, str(tmp_path / "another"))
    assert "kept" not in Servers(options(tmp_path)).addresses.facilitator
    assert not (tmp_path / ".serve" / "participant").exists()


def test_a_renamed_folder_finds_its_token_again(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    leave_serve_file(tmp_path / "before", 18871)
    (tmp_path / "before").rename(tmp_path / "after")
    assert "token=kept" in Servers(options(tmp_path / "after")).addresses.facilitator


def test_a_copy_in_the_place_of_the_folder_begins_with_secrets_of_its_own(tmp_path: Path) -> None:
    folder, away = tmp_path / "atelier", tmp_path / "away"
    folder.mkdir()
    leave_serve_file(folder, 18871)
    leave_secrets(folder)
    folder.rename(away)
    shutil.copytree(away, folder)  # as a colleague brings back what they were given
    assert not is_ours(folder)
    assert is_ours(away)
    assert "kept" not in Servers(options(folder)).addresses.facilitator
    assert not (folder / ".serve" / "participant").exists()
    assert list((folder / ".serve").glob(".tried-*")) == []


@pytest.mark.parametrize("keeps_rights", [True, False])
def test_on_a_disk_that_numbers_its_files_anew_the_path_says_whose_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keeps_rights: bool
) -> None:
    leave_serve_file(tmp_path, 18871)
    kept = json.loads((tmp_path / ".serve" / "owner").read_text(encoding="utf-8"))
    (tmp_path / ".serve" / "owner").write_text(json.dumps({**kept, "file": "of another time"}), encoding="utf-8")
    if not keeps_rights:  # a stick's disk takes no other
        monkeypatch.setattr(Path, "chmod", lambda *_: None)
    assert is_ours(tmp_path) is not keeps_rights


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"file": 1, "path": null}'])
def test_a_mark_that_says_nothing_is_nobodys(tmp_path: Path, content: str) -> None:
    leave_serve_file(tmp_path, 18871)
    (tmp_path / ".serve" / "owner").write_text(content, encoding="utf-8")
    assert not is_ours(tmp_path)


def test_a_killed_serve_is_taken_up_on_its_own_ports_with_its_token(tmp_path: Path) -> None:
    leave_serve_file(tmp_path, 18871)
    addresses = Servers(options(tmp_path)).addresses
    assert addresses.participants == "http://127.0.0.1:18871/"
    assert addresses.facilitator == "http://127.0.0.1:18872/?token=kept"
    assert addresses.screen == "http://127.0.0.1:18873/"


def test_ports_that_a_killed_serve_still_holds_are_waited_for(tmp_path: Path) -> None:
    with socket.socket() as ending:
        ending.bind(("127.0.0.1", 0))
        ending.listen()
        port = ending.getsockname()[1]
        leave_serve_file(tmp_path, port)
        threading.Timer(0.3, ending.close).start()
        servers = Servers(options(tmp_path, port=port))
    assert servers.addresses.participants == f"http://127.0.0.1:{port}/"


def test_a_port_that_something_holds_for_a_moment_is_waited_for_by_the_server_too() -> None:
    with socket.socket() as ending:
        ending.bind(("127.0.0.1", 0))
        ending.listen()
        port = ending.getsockname()[1]
        threading.Timer(0.3, ending.close).start()
        listening = listen_at("127.0.0.1", port)
    with listening:
        assert listening.getsockname() == ("127.0.0.1", port)


def test_a_port_that_stays_taken_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_LET_GO_WITHIN", 0.1)
    with socket.socket() as staying:
        staying.bind(("127.0.0.1", 0))
        staying.listen()
        with pytest.raises(CannotServe) as taken:
            listen_at("127.0.0.1", staying.getsockname()[1])
    assert taken.value.code == "port-taken"


def test_a_workshop_that_is_served_already_is_refused_with_where_it_is(tmp_path: Path) -> None:
    leave_serve_file(tmp_path, 18871)
    lock = FileLock(tmp_path / ".serve" / "lock")
    assert lock.take()
    with pytest.raises(CannotServe) as refused:
        Servers(options(tmp_path))
    assert refused.value.code == "served-elsewhere"
    assert refused.value.values["address"] == "http://127.0.0.1:18872/?token=kept"
    lock.release()
    assert Servers(options(tmp_path)).addresses.participants == "http://127.0.0.1:18871/"


def test_a_server_that_died_is_tried_again_where_the_machine_has_no_room_for_it_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create_store(tmp_path / "hall", new_workshop("Salle", "Val-Brume", "fr", datetime.now(UTC))):
        pass
    servers = Servers(options(tmp_path / "hall"))
    ended = threading.Event()
    dead, alive = (
        SimpleNamespace(
            process=SimpleNamespace(poll=lambda status=status: status),
            ask_to_end=lambda *_: None,
            end=lambda _seconds: None,
            wait_until_ready=lambda _seconds: ended.set(),
        )
        for status in (1, None)
    )
    tried: list[Role] = []

    def start(role: Role) -> Any:
        tried.append(role)
        if len(tried) == 1:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        return alive

    monkeypatch.setattr(servers, "_start", start)
    servers._running = {Role.SCREEN: cast("ServerProcess", dead)}
    servers.watch(ended)
    assert tried == [Role.SCREEN] * 2


def test_a_folder_that_goes_while_it_is_served_ends_the_serve_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "_GONE_AFTER", 0.1)
    servers = Servers(options(tmp_path))
    with pytest.raises(CannotServe) as gone:
        servers.watch(threading.Event())
    assert gone.value.code == "folder-gone-while-open"
    for language in ("fr", "en"):
        assert str(tmp_path) in Translator(language).sentence(gone.value)


def test_another_address_to_join_by_is_written_down_whole_for_the_pages(tmp_path: Path) -> None:
    networks = [list_networks([Adapter("wlan0", "wlan0", ("192.168.1.24",))])]
    clock = iter(range(0, 100, 10))
    ways = Ways(networks=lambda: networks[-1], routed=lambda: "", clock=lambda: float(next(clock)))
    servers = Servers(options(tmp_path, host="0.0.0.0"), ways=ways)
    assert servers.addresses.participants.startswith("http://192.168.1.24:")
    (tmp_path / ".serve").mkdir(exist_ok=True)
    networks.append(list_networks([Adapter("wlan0", "wlan0", ("10.1.2.3",))]))
    servers.follow_address()
    told = (tmp_path / ".serve" / "join").read_text(encoding="utf-8")
    assert told == servers.addresses.participants
    assert told.startswith("http://10.1.2.3:")
    for role in (Role.FACILITATOR, Role.SCREEN):
        assert servers.configurations[role].environment[JOIN_FILE_VARIABLE] == str(tmp_path / ".serve" / "join")
    assert JOIN_FILE_VARIABLE not in servers.configurations[Role.PARTICIPANT].environment
    assert not (tmp_path / "serve.json").exists(), "nothing is served yet"


def test_whoever_serves_is_told_when_the_address_changes(tmp_path: Path) -> None:
    networks = [list_networks([Adapter("wlan0", "wlan0", ("192.168.1.24",))])]
    clock = iter(range(0, 1000, 10))
    ways = Ways(networks=lambda: networks[-1], routed=lambda: "", clock=lambda: float(next(clock)))
    told: list[str] = []
    servers = Servers(
        options(tmp_path, host="0.0.0.0"), ways=ways, on_showing=lambda _: told.append(servers.addresses.participants)
    )
    (tmp_path / ".serve").mkdir(exist_ok=True)
    servers.follow_address()
    networks.append(list_networks([Adapter("wlan0", "wlan0", ("10.1.2.3",))]))
    servers.follow_address()
    assert [one.partition(":18")[0] for one in told] == ["http://10.1.2.3"]
    assert (tmp_path / ".serve" / "join").read_text() == told[-1]


def test_a_page_of_the_facilitators_has_another_way_in_shown_and_nobody_a_code_without_one(tmp_path: Path) -> None:
    networks = [list_networks([Adapter("wlan0", "wlan0", ("192.168.1.24",)), Adapter("eth0", "eth0", ("10.1.2.3",))])]
    clock = iter(range(0, 1000, 10))
    ways = Ways(networks=lambda: networks[-1], routed=lambda: "", clock=lambda: float(next(clock)))
    servers = Servers(options(tmp_path, host="0.0.0.0"), ways=ways)
    runtime = tmp_path / ".serve"
    runtime.mkdir(exist_ok=True)
    servers._tell_addresses()
    told = servers.configurations[Role.FACILITATOR].environment[WAYS_FILE_VARIABLE]
    for role in (Role.PARTICIPANT, Role.SCREEN):
        assert WAYS_FILE_VARIABLE not in servers.configurations[role].environment
    with pytest.MonkeyPatch.context() as page:
        page.setenv(WAYS_FILE_VARIABLE, told)
        assert [one["shown"] for one in read_ways()["networks"]] == [True, False]
        for wanted in ("gone/1", "x" * 9000):
            with pytest.raises(InvalidEntry, match="network-gone"):
                write_wanted(wanted)
        write_wanted("eth0/10.1.2.3")
        servers.follow_address()
        assert (runtime / "join").read_text(encoding="utf-8").startswith("http://10.1.2.3:")
        assert [one["shown"] for one in read_ways()["networks"]] == [False, True]
        Path(f"{told}.wanted").write_bytes(b"\xff\xfe nonsense")
        networks.append(())
        servers.follow_address()
        servers.follow_address()
        assert read_ways()["reach"] == "nobody"
        assert not (runtime / "join").exists()
    assert servers.addresses.participants.startswith("http://127.0.0.1:"), "the port is found again after a kill"


def test_another_port_wanted_is_another_port(tmp_path: Path) -> None:
    leave_serve_file(tmp_path, 18871)
    assert Servers(options(tmp_path, port=19866)).addresses.participants == "http://127.0.0.1:19866/"


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"participants": 1, "facilitator": 2, "screen": 3}'])
def test_what_cannot_be_read_of_a_killed_serve_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / "serve.json").write_text(content, encoding="utf-8")
    addresses = Servers(options(tmp_path)).addresses
    assert len(addresses.facilitator.partition("token=")[2]) >= 24


def test_a_stick_pulled_while_the_room_opens_ends_it_within_seconds_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    create_store(folder, new_workshop("Atelier", "Sainte-Aure", "fr", datetime.now(UTC))).close()

    class Pulled(ServerProcess):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            if self.role is Role.SCREEN:
                shutil.rmtree(folder)

    monkeypatch.setattr(supervisor, "ServerProcess", Pulled)
    begun = time.monotonic()
    with pytest.raises(CannotServe) as refused, Servers(options(folder)):
        pass
    assert refused.value.code == "folder-gone-while-open"
    assert time.monotonic() - begun < 30, "not the two minutes a server may take to get ready"


@pytest.mark.parametrize("whole", [True, False])
def test_links_in_somebody_elses_folder_are_written_through_by_no_server(tmp_path: Path, whole: bool) -> None:
    folder, mine = tmp_path / "stick", tmp_path / "mine"
    folder.mkdir()
    mine.mkdir()
    files = [mine / name for name in ("participant.json", "participant.log", "room")]
    for file in files:
        file.write_text("mine", encoding="utf-8")
    if whole:
        (folder / ".serve").symlink_to(mine, target_is_directory=True)
    else:
        (folder / ".serve").mkdir()
        (folder / ".serve" / "screen").symlink_to(mine, target_is_directory=True)
        for file in files:
            (folder / ".serve" / file.name).symlink_to(file)
    servers = Servers(options(folder))
    servers._take_folder()
    configuration = servers.configurations[Role.PARTICIPANT]
    server = ServerProcess(Role.PARTICIPANT, configuration, folder / ".serve")
    server.ask_to_end()
    server.end(8)
    servers._end()
    assert [file.read_text(encoding="utf-8") for file in files] == ["mine"] * 3
    assert sorted(mine.iterdir()) == sorted(files)
    assert not any(path.is_symlink() for path in (folder / ".serve", *(folder / ".serve").rglob("*")))


def test_a_link_in_place_of_a_draft_is_not_written_through(tmp_path: Path) -> None:
    folder, mine = tmp_path / "stick", tmp_path / "mine.txt"
    folder.mkdir()
    mine.write_text("mine", encoding="utf-8")
    (folder / f"{MARK_FILE}.new").symlink_to(mine)
    write_mark(folder, Mark("2026-12-03", "18:00"))
    assert mine.read_text(encoding="utf-8") == "mine"
    assert read_mark(folder).day == "2026-12-03"


def test_before_phones_are_let_in_no_page_shows_a_code(tmp_path: Path) -> None:
    servers = Servers(options(tmp_path), lets_in=False)
    (tmp_path / ".serve").mkdir(exist_ok=True)
    told = servers.configurations[Role.FACILITATOR].environment
    assert JOIN_VARIABLE not in told
    file = Path(told[JOIN_FILE_VARIABLE])
    servers._tell_addresses()
    assert not file.exists()


def test_the_facilitators_pages_alone_lead_back_to_the_home_page(tmp_path: Path) -> None:
    told = Servers(options(tmp_path, home="http://127.0.0.1:8864/")).configurations
    assert told[Role.FACILITATOR].environment[HOME_VARIABLE] == "http://127.0.0.1:8864/"
    assert all(HOME_VARIABLE not in told[role].environment for role in (Role.PARTICIPANT, Role.SCREEN))
