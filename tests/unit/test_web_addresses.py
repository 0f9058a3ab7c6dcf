"""Which web addresses lead somewhere from home, and which in the room alone."""

from __future__ import annotations

import pytest

from workshop_kit.domain.web_addresses import is_of_room_alone


@pytest.mark.parametrize(
    "address",
    [
        "192.168.50.20:8000",
        "http://10.0.0.4/",
        "https://172.20.1.7:8866/?door=tilleul",
        "localhost:8866",
        "http://127.0.0.1:8866/",
        "portable.local",
        "http://mairie.lan/atelier",
        "HTTP://PORTABLE.LOCAL.",
        "http://portable:8866",
        "http://[fe80::1]:8866/",
        "[fd12:3456::7]",
        "169.254.3.4",
        "100.64.0.9",
    ],
)
def test_a_number_or_a_name_of_a_network_leads_nowhere_outside(address: str) -> None:
    assert is_of_room_alone(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "val-brume.example/2028",
        "https://www.val-brume.fr/atelier?un=1",
        "ateliers.val-brume.fr:8866",
        "http://8.8.8.8/",
        "http://[2001:4860:4860::8888]/",
        "formulaire.example/#local",
    ],
)
def test_a_site_leads_somewhere_from_everywhere(address: str) -> None:
    assert not is_of_room_alone(address)
