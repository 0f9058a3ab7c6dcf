"""One answer wherever a value comes from: a phone, a form filled in for somebody else, an organiser's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.widgets.room import NOON, Phone, Room, begin
from workshop_kit.domain.course import Moment
from workshop_kit.domain.model import Stakeholder
from workshop_kit.files import import_file


class Doors:
    """The same workshop through its three entrances."""

    def __init__(self, room: Room, phone: Phone, folder: Path) -> None:
        self.room, self.phone, self._folder = room, phone, folder
        self.laptop = room.laptop()

    def ask(self, panel: str, intention: str, /, **payload: object) -> bool:
        """Ask the facilitator's page, and tell whether it was done."""
        return bool(self.laptop.ask(panel, intention, **payload)["ok"])

    def take(self, kind: str, header: str, *cells: str) -> bool:
        """Import a file of one row, and tell whether it was taken."""
        quoted = ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)
        path = self._folder / f"{kind}.csv"
        path.write_text(f"{header}\n{quoted}\n", encoding="utf-8")
        return import_file(self.room.store, kind, path, now=NOON).rejected == ()


@pytest.fixture
def doors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    room = Room(tmp_path, monkeypatch, begin)
    phone = room.phone().join("Coquelicot")
    room.move(Moment.WRITING, phone)
    yield Doors(room, phone, tmp_path)
    room.close()


def texts(doors: Doors) -> list[str]:
    ideas = doors.room.read(lambda repository: repository.list_ideas("home"))
    return [idea.text for idea in ideas if idea.id != "guard"]


WRITERS: dict[str, Callable[[Doors, str], bool]] = {
    "phone": lambda doors, text: bool(doors.phone.ask("ideas", "write_idea", challenge="home", text=text)["ok"]),
    "proxy": lambda doors, text: doors.ask("ideas", "write_for", challenge="home", text=text),
    "file": lambda doors, text: doors.take("ideas", "défi;texte", "Logement", text),
}


@pytest.mark.parametrize("door", WRITERS)
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ok", None),
        ("Oui", "Oui"),
        ("x" * 1000, "x" * 1000),
        ("x" * 1001, None),
        ("\u200e \u202e", None),
        ("Une e\u0301cole\nouverte\u202e\x07 ", "Une école\nouverte"),
    ],
)
def test_an_idea_is_cleaned_and_measured_alike(doors: Doors, door: str, text: str, kept: str | None) -> None:
    assert WRITERS[door](doors, text) is (kept is not None)
    assert texts(doors) == ([] if kept is None else [kept])


@pytest.mark.parametrize("places", [0, 1, 99, 150, 1000, 1001])
def test_a_mission_has_as_many_places_on_a_page_as_in_a_file(doors: Doors, places: int) -> None:
    allowed = 1 <= places <= 1000
    asked = {"title": "Relais", "places": places, "min_competence": 0, "sector": ""}
    assert doors.ask("missions", "add_mission", challenge="home", **asked) is allowed
    assert doors.take("missions", "défi;intitulé;places", "Logement", "Garde", str(places)) is allowed


def test_a_mission_that_came_by_file_can_be_changed_on_the_page(doors: Doors) -> None:
    doors.take("missions", "défi;intitulé;places", "Logement", "Distribution", "150")
    (mission,) = doors.room.read(lambda repository: repository.list_missions())
    asked = {"title": "Grande distribution", "places": mission.places, "min_competence": 0, "sector": ""}
    assert doors.ask("missions", "change_mission", mission=mission.id, **asked)


PROXIES: dict[str, Callable[[Doors, str, str], bool]] = {
    "ideas": lambda doors, name, category: doors.ask(
        "ideas", "write_for", challenge="home", text="Une idée", pseudonym=name, category=category
    ),
    "matrix": lambda doors, name, category: doors.ask(
        "matrix", "score_for", challenge="home", pseudonym=name, category=category, unsure=True
    ),
}


@pytest.mark.parametrize("panel", PROXIES)
@pytest.mark.parametrize(
    ("category", "chosen", "said"),  # by oneself, from the list alone; by who speaks for somebody, in any word
    [
        ("shop", True, True),
        ("Pêcheurs", True, True),
        ("Marins", False, True),
        ("", False, False),
        (" ", False, False),
        ("x" * 61, False, False),
    ],
)
def test_a_category_is_the_workshops_or_the_word_of_who_speaks_for_somebody(
    doors: Doors, panel: str, category: str, chosen: bool, said: bool
) -> None:
    doors.room.write(lambda repository: repository.add_stakeholder(Stakeholder("s", "Pêcheurs", "Le club")))
    doors.laptop.refresh(panel)
    newcomer = doors.room.phone("browser-2")
    offered = {one["key"]: one["label"] for one in newcomer.model("join").get("categories", [])}
    assert {one["key"]: one["label"] for one in doors.laptop.model(panel)["categories"]} == offered
    assert PROXIES[panel](doors, "Violette", category) is said
    joined = newcomer.ask("join", "join", pseudonym="Bleuet", category=category, sector="")
    assert joined["ok"] is chosen


@pytest.mark.parametrize("panel", PROXIES)
@pytest.mark.parametrize("twin", ["Соquelicot", "Coqueli\u200bcot\u2800 "])  # two Cyrillic letters; two marks unseen
def test_nobody_new_looks_like_somebody_known_whoever_seats_them(doors: Doors, panel: str, twin: str) -> None:
    before = len(doors.room.read(lambda repository: repository.list_participants()))
    assert not PROXIES[panel](doors, twin, "shop")
    assert len(doors.room.read(lambda repository: repository.list_participants())) == before
    assert not doors.room.phone("browser-2").ask("join", "join", pseudonym=twin, category="shop", sector="")["ok"]


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("ana@example.org", True),
        ("ana@example", False),
        ("ana chez exemple", False),
        (f"{'a' * 250}@example.org", False),
    ],
)
def test_an_address_has_the_same_shape_on_a_phone_and_in_a_file(doors: Doors, address: str, allowed: bool) -> None:
    doors.room.move(Moment.OFFER, doors.phone)
    asked = {"name": "Ana", "email": address, "phone": "", "challenges": [], "consent": True}
    assert doors.phone.ask("offer", "offer_help", **asked)["ok"] is allowed
    assert doors.take("volunteers", "nom;courriel;consentement", "Ben", address, "oui") is allowed


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Zoe\u0301  Noe\u0308l\u200b", "Zoé Noël"), ("x" * 80, "x" * 80), ("x" * 81, None), ("\u200b\u2800", None)],
)
def test_a_name_is_cleaned_and_measured_alike_on_a_phone_and_in_a_file(
    doors: Doors, name: str, kept: str | None
) -> None:
    doors.room.move(Moment.OFFER, doors.phone)
    asked = {"name": name, "email": "a@example.org", "phone": "", "challenges": [], "consent": True}
    assert doors.phone.ask("offer", "offer_help", **asked)["ok"] is (kept is not None)
    assert doors.take("volunteers", "nom;pseudonyme", name, "Ben") is (kept is not None)
    names = [one.name for one in doors.room.read(lambda repository: repository.list_volunteers())]
    assert names == ([] if kept is None else [kept, kept])
