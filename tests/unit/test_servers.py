"""What the supervisor of the servers decides before anything runs."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from workshop_kit.errors import CannotServe
from workshop_kit.servers import ServeOptions, Servers


def options(folder: Path, **changes: object) -> ServeOptions:
    chosen: dict[str, object] = {
        "folder": folder,
        "host": "127.0.0.1",
        "port": 18866,
        "facilitator_port": 18867,
        "seats": 10,
        "kernels": "auto",
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


def test_a_workshop_keeps_its_room_name(tmp_path: Path) -> None:
    rooms = [Servers(options(tmp_path))._configurations for _ in range(2)]
    assert [one["room"] for one in rooms[0].values()] == [one["room"] for one in rooms[1].values()]
