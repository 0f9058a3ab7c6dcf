"""The lot on its page: from whom, what the panel holds, the panels made aside, the dice, and those drawn."""

from __future__ import annotations

import asyncio
import base64
import csv
import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import Laptop, Room
from workshop_kit.domain.candidates import Candidate, Register
from workshop_kit.domain.catalogue import Catalogue, Entry
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.errors import CannotServe
from workshop_kit.i18n import Translator
from workshop_kit.live.contract.facilitator.lot import BeginLotFile, TakeLotPiece
from workshop_kit.report.aside import MakingState
from workshop_kit.report.printed import Undrawn
from workshop_kit.store import Repository
from workshop_kit.widgets import lot_drawing
from workshop_kit.widgets.lot_drawing import LotDrawing
from workshop_kit.widgets.lot_worker import render

DOCS = Path(__file__).parents[2] / "docs" / "method" / "lot.md"
CATALOGUE = Catalogue((Entry("shops", "Commerces", "shop"), Entry("music", "Musique", "culture_sport")))
NAMES = ("Odette Lac", "Paul Rive", "Anne Val", "Luc Pont", "Marie Bois", "Jean Pré", "Rose Mont", "Éric Gué")
PEOPLE = "Nom;Genre;Quartier;Âge\n" + "".join(
    f"{name};{'F' if place % 2 else 'H'};{'Lac' if place < 6 else 'Bourg'};{20 + 7 * place}\n"
    for place, name in enumerate(NAMES)
)
PEOPLE_WITH_PHONES = "Nom;Téléphone;Adresse;Code postal;Ville\n" + "".join(
    f"{name};06399800{place:02};1 rue du Lac;59250;Val-Brume\n" for place, name in enumerate(NAMES)
)
QUOTAS = "category,feature,min,max\ngenre,f,1,1\ngenre,h,1,3\n"


class Here:
    """A making that is done where it is asked for, as its child does it."""

    def __init__(
        self, folder: Path, _form: str, _language: str, on_change: Callable[[], None], *, details: Mapping[str, str]
    ):
        self.state, self.share, self.step, self.error = MakingState.WORKING, 0.0, "quotas", None
        self.undrawn: tuple[Undrawn, ...] = ()
        self.steps: list[tuple[float, str]] = []
        self.result = render(
            {"folder": str(folder), **details}, lambda share, step: self.steps.append((share, step))
        ).content
        self.state = MakingState.READY
        on_change()

    def cancel(self) -> None: ...

    def wait(self) -> None: ...


class Hanging(Here):
    """A making that ends only when it is told to."""

    def __init__(
        self, _folder: Path, _form: str, _language: str, on_change: Callable[[], None], *, details: Mapping[str, str]
    ):
        self.state, self.share, self.step, self.error = MakingState.WORKING, 0.4, "panels", None
        self.on_change = on_change
        self.result = b""

    def cancel(self) -> None:
        self.state = MakingState.CANCELLED

    def fail(self, code: str) -> None:
        self.state, self.error = MakingState.FAILED, CannotServe(code, seconds=900)  # type: ignore[assignment]
        self.on_change()


def volunteers(hall: Repository) -> None:
    for place, name in enumerate(NAMES):
        one = Participant(
            f"v{place}",
            f"Pseudo {place}",
            "shop" if place % 4 else "elected",
            "",
            Origin.FORM,
            hall.find_workshop().created_at,
        )
        hall.add_participant(one)
        hall.update_volunteers([Volunteer(one.id, name, "", "", "Le Lac" if place < 5 else "Le Bourg", None, "")])


def registers(hall: Repository) -> None:
    hall.add_candidates(
        [
            Candidate(
                f"{place:014d}", Register.SIRENE, f"Boutique {place}", entry="shops" if place % 3 else "music",
                category="shop", sector="Le Lac" if place < 6 else "Le Bourg",
            )
            for place in range(12)
        ]
    )  # fmt: skip


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    return make_room(volunteers, registers)


@pytest.fixture
def laptop(room: Room) -> Laptop:
    return open_page(room)


def open_page(room: Room, start: Any = Here) -> Laptop:
    return room.laptop(catalogue=lambda _folder, _language: CATALOGUE, lots=LotDrawing(start))


def do(laptop: Laptop, intention: str, **asked: object) -> Any:
    return laptop.do("lot", intention, **asked)


def model(laptop: Laptop) -> dict[str, Any]:
    laptop.refresh("lot")
    return laptop.model("lot")


def put_down(laptop: Laptop, name: str, text: str) -> None:
    content = text.encode()
    file = do(laptop, "begin_lot_file", name=name, size=len(content))["file"]
    for at in range(0, len(content), 100):
        piece = base64.b64encode(content[at : at + 100]).decode()
        do(laptop, "take_lot_piece", file=file, at=at, piece=piece)


def draw_from(laptop: Laptop, source: str, size: int, *like: int) -> dict[str, Any]:
    do(laptop, "choose_pool", source=source)
    do(laptop, "size_lot", size=size)
    for column in like:
        do(laptop, "count_like_pool", column=column)
    do(laptop, "make_lot")
    return model(laptop)


def test_nothing_is_chosen_beforehand_and_each_pool_is_counted(laptop: Laptop) -> None:
    shown = model(laptop)
    assert (shown["source"], shown["size"], shown["columns"], shown["shown"]) == (None, 0, [], None)
    assert {one["source"]: one["people"] for one in shown["pools"]} == {"volunteers": 8, "candidates": 12, "file": 0}


def test_a_column_counts_like_the_list_and_follows_the_size(laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    assert laptop.refuse("lot", "count_like_pool", column=0) == Translator("fr")("errors.lot-size-first")
    do(laptop, "size_lot", size=4)
    do(laptop, "count_like_pool", column=1)
    column = model(laptop)["columns"][1]
    assert (column["name"], column["counts"], column["like"]) == ("Secteur", True, True)
    assert [(one["value"], one["people"], one["least"], one["most"]) for one in column["values"]] == [
        ("Le Lac", 5, 2, 3),
        ("Le Bourg", 3, 1, 2),
    ]
    do(laptop, "size_lot", size=8)
    assert [(one["least"], one["most"]) for one in model(laptop)["columns"][1]["values"]] == [(5, 5), (3, 3)]
    do(laptop, "count_column", column=1, least=[], most=[])
    assert not model(laptop)["columns"][1]["counts"]


def test_a_column_that_was_ticked_just_before_the_size_came_counts_like_the_list_too(laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    do(laptop, "size_lot", size=4)
    blank: dict[str, list[Any]] = {"least": [0, 0], "most": [None, None]}  # what a page sends that knows no size yet
    do(laptop, "count_column", column=1, **blank)
    assert [(one["least"], one["most"]) for one in model(laptop)["columns"][1]["values"]] == [(2, 3), (1, 2)]
    do(laptop, "count_column", column=1, **blank)  # cleared by hand, it stays so
    assert [(one["least"], one["most"]) for one in model(laptop)["columns"][1]["values"]] == [(0, None), (0, None)]


def test_chances_are_said_in_words_and_beside_a_simple_draw(laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    do(laptop, "size_lot", size=4)
    do(laptop, "count_column", column=1, least=[1, 3], most=[None, None])
    do(laptop, "make_lot")
    shown = model(laptop)["shown"]
    assert shown["fair"] == "Chacun a au moins 20 chances sur 100, et au plus 100 chances sur 100."
    assert "50 chances sur 100 à chacun" in shown["simple"]
    assert sum(bar["people"] for bar in shown["bars"]) == 8
    assert [bar["simple"] for bar in shown["bars"] if bar["simple"]] == [8]
    assert [one["chance"] for one in shown["people"]] == ["20 chances sur 100"] * 5 + ["100 chances sur 100"] * 3


def test_impossible_numbers_come_with_the_smallest_change_which_is_taken_by_one_press(laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    do(laptop, "size_lot", size=4)
    do(laptop, "count_column", column=1, least=[0, 4], most=[None, None])
    do(laptop, "make_lot")
    making = model(laptop)["making"]
    assert making["state"] == "impossible"
    assert making["changes"] == ["Secteur, Le Bourg\u00a0: au moins 3 au lieu de 4 (3 dans la liste)"]
    assert model(laptop)["shown"] is None
    do(laptop, "make_lot", relaxed=True)
    shown = model(laptop)["shown"]
    assert shown["notes"][1:] == making["changes"]
    do(laptop, "count_column", column=1, least=[0, 4], most=[2, None])
    assert model(laptop)["making"]["state"] == "none"


def test_bounds_that_cross_are_named(laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    do(laptop, "size_lot", size=4)
    do(laptop, "count_column", column=1, least=[3, 0], most=[2, None])
    refused = laptop.refuse("lot", "make_lot")
    assert refused == Translator("fr")("errors.lot-crossed", category="Secteur", feature="Le Lac", least=3, most=2)


def test_a_panel_larger_than_the_list_and_an_empty_list_are_refused(room: Room, laptop: Laptop) -> None:
    assert laptop.refuse("lot", "make_lot") == Translator("fr")("errors.lot-nobody-here")
    do(laptop, "choose_pool", source="volunteers")
    assert laptop.refuse("lot", "make_lot") == Translator("fr")("errors.lot-size-first")
    do(laptop, "size_lot", size=9)
    assert laptop.refuse("lot", "make_lot") == Translator("fr")("errors.lot-size", size=9, people=8)
    assert room.read(lambda hall: hall.list_lots()) == ()


def test_dice_draw_a_panel_and_a_second_roll_is_noted_beside_the_first(room: Room, laptop: Laptop) -> None:
    lot = draw_from(laptop, "volunteers", 3)["shown"]
    assert (lot["dice"], lot["drawn"]) == ("", [])
    assert "il en faut 3" in laptop.refuse("lot", "throw_dice", lot=lot["id"], dice="12")
    do(laptop, "throw_dice", lot=lot["id"], dice="0417")
    first = model(laptop)["shown"]
    (kept,) = room.read(lambda hall: hall.list_lots())
    assert first["panel"] == "417"
    assert tuple(one["number"] for one in first["drawn"]) == kept.drawn == kept.panels[417]
    do(laptop, "throw_dice", lot=lot["id"], dice="0417")
    assert len(room.read(lambda hall: hall.list_lots())) == 1
    do(laptop, "throw_dice", lot=lot["id"], dice=" 04-17 ")
    assert len(room.read(lambda hall: hall.list_lots())) == 1
    refused = laptop.refuse("lot", "throw_dice", lot=lot["id"], dice="0981")
    assert refused == Translator("fr")("errors.lot-drawn", dice="0417")
    room.moment += timedelta(minutes=5)
    do(laptop, "throw_dice", lot=lot["id"], dice="0981", again=True)
    second = model(laptop)["shown"]
    assert [("0417" in one["said"], "0981" in one["said"]) for one in second["throws"]] == [
        (True, False),
        (False, True),
    ]
    assert second["panel"] == "981"
    kept_lots = room.read(lambda hall: hall.list_lots())
    assert [one.drawn_at for one in kept_lots] == [room.moment - timedelta(minutes=5), room.moment]
    assert room.read(lambda hall: hall.list_lot_people(kept_lots[1].id)) == {n: f"v{n - 1}" for n in range(1, 9)}


def test_names_are_shown_only_once_they_are_asked_for(laptop: Laptop) -> None:
    lot = draw_from(laptop, "volunteers", 3)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="1234")
    hidden = model(laptop)
    assert not any(name in json.dumps(hidden, ensure_ascii=False) for name in NAMES)
    do(laptop, "look_at_lot", lot=lot, page=1, named=True)
    shown = model(laptop)["shown"]
    assert {one["name"] for one in shown["drawn"]} <= set(NAMES)
    assert all(one["name"] for one in shown["drawn"])


def test_names_never_reach_the_screen_of_the_room(room: Room, laptop: Laptop) -> None:
    screen = room.screen()
    lot = draw_from(laptop, "volunteers", 3)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="1234")
    do(laptop, "look_at_lot", lot=lot, page=1, named=True)
    screen.follow_once()
    assert not any(name in screen.everything() for name in NAMES)


def test_whoever_is_erased_is_named_no_more_in_a_lot(room: Room, laptop: Laptop) -> None:
    lot = draw_from(laptop, "volunteers", 8)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0000")
    laptop.do("synthesis", "erase_person", person="v0", with_ideas=False)
    do(laptop, "look_at_lot", lot=lot, page=1, named=True)
    shown = model(laptop)["shown"]
    assert NAMES[0] not in json.dumps(shown, ensure_ascii=False)
    assert NAMES[1] in json.dumps(shown, ensure_ascii=False)


def test_the_registers_are_drawn_from_as_they_are_searched_and_those_drawn_are_invited(
    room: Room, laptop: Laptop
) -> None:
    laptop.do("candidates", "look_at_candidates", entry="shops", sector="Le Lac")
    lot = draw_from(laptop, "candidates", 2)["shown"]["id"]
    assert next(one for one in model(laptop)["pools"] if one["source"] == "candidates")["people"] == 4
    do(laptop, "throw_dice", lot=lot, dice="0042")
    laptop.do("candidates", "look_at_candidates")  # another search changes nothing of the lot
    assert do(laptop, "invite_drawn", lot=lot)["added"] == 2
    assert do(laptop, "invite_drawn", lot=lot)["added"] == 0
    (kept,) = room.read(lambda hall: hall.list_lots())
    known = [
        one for one in room.read(lambda hall: hall.list_candidates()) if one.entry == "shops" and one.sector == "Le Lac"
    ]
    expected = {sorted(one.id for one in known)[number - 1] for number in kept.drawn}
    assert {one.register for one in room.read(lambda hall: hall.list_stakeholders())} == expected


@pytest.mark.parametrize("source", ["candidates", "volunteers"])
def test_a_lot_knows_its_people_again_on_a_page_in_another_language(room: Room, laptop: Laptop, source: str) -> None:
    lot = draw_from(laptop, source, 3, 0)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0042")
    do(laptop, "look_at_lot", lot=lot, page=1, named=True)
    before = [one["name"] for one in model(laptop)["shown"]["drawn"]]
    laptop.do("header", "switch_language", language="en")
    shown = model(laptop)["shown"]
    assert (shown["known"], [one["name"] for one in shown["drawn"]]) == (True, before)
    assert all(before)
    assert all(one in do(laptop, "fetch_lot", lot=lot, paper="drawn")["text"] for one in before)
    if source == "candidates":
        assert do(laptop, "invite_drawn", lot=lot)["added"] == 3
        assert {one.name for one in room.read(lambda hall: hall.list_stakeholders())} == set(before)


def test_volunteers_are_marked_and_not_invited_twice(laptop: Laptop) -> None:
    lot = draw_from(laptop, "volunteers", 2)["shown"]
    assert (lot["marked"], lot["invites"]) == (True, False)
    assert laptop.refuse("lot", "invite_drawn", lot=lot["id"]) == Translator("fr")("errors.lot-of-volunteers")


def test_a_file_that_is_dropped_is_the_list_and_another_its_quotas(room: Room, laptop: Laptop) -> None:
    put_down(laptop, "habitants.csv", PEOPLE)
    shown = model(laptop)
    assert (shown["source"], shown["file"]["state"]) == ("file", "ready")
    assert [one["name"] for one in shown["columns"]] == ["Genre", "Quartier"]
    assert shown["left"] == "Nom, Âge"
    put_down(laptop, "quotas.csv", QUOTAS)
    do(laptop, "size_lot", size=3)
    column = model(laptop)["columns"][0]
    assert {one["value"]: (one["least"], one["most"]) for one in column["values"]} == {"F": (1, 1), "H": (1, 3)}
    do(laptop, "make_lot")
    lot = model(laptop)["shown"]
    do(laptop, "throw_dice", lot=lot["id"], dice="0007")
    assert do(laptop, "invite_drawn", lot=lot["id"])["added"] == 3
    written = room.read(lambda hall: hall.list_stakeholders())
    invited = {one.name for one in written}
    assert {one.category for one in written} == {"resident"}
    drawn = do(laptop, "fetch_lot", lot=lot["id"], paper="drawn")["text"]
    assert {row["Nom"] for row in csv.DictReader(io.StringIO(drawn.lstrip("\ufeff")), delimiter=";")} == invited


def test_those_drawn_from_a_file_can_be_written_to_and_called(room: Room, laptop: Laptop) -> None:
    put_down(laptop, "habitants.csv", PEOPLE_WITH_PHONES)
    do(laptop, "size_lot", size=2)
    do(laptop, "make_lot")
    lot = model(laptop)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0007")
    do(laptop, "invite_drawn", lot=lot)
    invited = room.read(lambda hall: hall.list_stakeholders())
    assert [one.phone for one in invited] == [f"06 39 98 00 {NAMES.index(one.name):02}" for one in invited]
    assert {one.address for one in invited} == {"1 rue du Lac\n59250 Val-Brume"}


def test_nothing_of_a_files_people_is_kept(room: Room, laptop: Laptop) -> None:
    put_down(laptop, "habitants.csv", people := PEOPLE.replace("Odette", "Zénobie"))
    lot = draw_from(laptop, "file", 3, 0)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0007")
    files = b"".join(one.read_bytes() for one in room.folder.rglob("*") if one.is_file())
    assert b"Bourg" in files
    assert "Zénobie".encode() not in files
    later = open_page(room)
    shown = model(later)["shown"]
    assert (shown["id"], shown["known"], shown["invites"]) == (lot, False, False)
    assert "habitants.csv" in shown["unknown"]
    assert later.refuse("lot", "invite_drawn", lot=lot) == Translator("fr")("errors.lot-list-gone")
    put_down(later, "habitants.csv", people)
    assert model(later)["shown"]["known"]


@pytest.mark.parametrize("left", [True, False])
def test_a_list_that_is_read_slowly_replaces_neither_a_later_one_nor_none(
    monkeypatch: pytest.MonkeyPatch, left: bool
) -> None:
    drawing, read, go_on = LotDrawing(), lot_drawing._read, threading.Event()

    def read_slowly(name: str, *rest: Any) -> Any:
        if name == "slow.csv":
            go_on.wait()
        return read(name, *rest)

    def put(name: str) -> None:
        content = PEOPLE.encode()
        file = drawing.begin_file(BeginLotFile(name, len(content)))["file"]
        drawing.take_piece(TakeLotPiece(file, 0, base64.b64encode(content).decode()))

    async def live() -> None:
        put("slow.csv")
        slow = [one for one in threading.enumerate() if one.name == "lot-file"]
        if left:
            drawing.leave_file()
        else:
            put("quick.csv")
        others = [one for one in threading.enumerate() if one.name == "lot-file" and one not in slow]
        for thread in others:
            thread.join()
        go_on.set()
        for thread in slow:
            thread.join()
        await asyncio.sleep(0)

    monkeypatch.setattr(lot_drawing, "_read", read_slowly)
    asyncio.run(live())
    assert (drawing.people.state, drawing.people.name) == (("none", "") if left else ("ready", "quick.csv"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("photo.csv", b"\x89PNG\r\n\x1a\n", "file-not-table"),
        ("vide.csv", b"\n\n", "file-empty"),
        ("titres.csv", b"Nom;Quartier\n", "lot-list-empty"),
    ],
)
def test_a_bad_file_gets_a_sentence(laptop: Laptop, name: str, content: bytes, code: str) -> None:
    file = do(laptop, "begin_lot_file", name=name, size=len(content))["file"]
    do(laptop, "take_lot_piece", file=file, at=0, piece=base64.b64encode(content).decode())
    shown = model(laptop)
    assert shown["file"]["state"] == "unreadable"
    assert shown["file"]["sentence"] == Translator("fr")(f"errors.{code}", file=name)
    assert shown["source"] is None


def test_bad_quotas_get_a_sentence_and_the_list_stays(laptop: Laptop) -> None:
    put_down(laptop, "habitants.csv", PEOPLE)
    put_down(laptop, "quotas.csv", "category,feature,min,max\ngenre,f,deux,3\n")
    shown = model(laptop)
    assert "« deux »".replace(" ", "\u202f") in shown["quotas"]["sentence"]
    assert shown["file"]["state"] == "ready"


def test_a_file_that_is_too_large_is_refused_before_it_comes(laptop: Laptop) -> None:
    refused = laptop.refuse("lot", "begin_lot_file", name="grand.csv", size=50_000_000)
    assert refused == Translator("fr")("errors.file-too-large", file="grand.csv", megabytes=10)


def test_the_public_script_redoes_a_draw_of_the_page_from_its_papers(laptop: Laptop, tmp_path: Path) -> None:
    lot = draw_from(laptop, "candidates", 5, 0, 1)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0417")
    drawn = [one["number"] for one in model(laptop)["shown"]["drawn"]]
    papers = []
    for paper in ("panels", "people", "quotas"):
        papers.append(tmp_path / f"{paper}.csv")
        papers[-1].write_text(do(laptop, "fetch_lot", lot=lot, paper=paper)["text"], encoding="utf-8", newline="")
    assert "Boutique" not in papers[1].read_text(encoding="utf-8")
    script = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert script is not None
    done = subprocess.run(
        [sys.executable, "-I", "-c", script[1], *map(str, papers), "0417"], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    assert lines[0] == f"digest {model(laptop)['shown']['digest']}"
    assert lines[2] == "drawn " + " ".join(map(str, drawn))


def test_a_sheet_of_those_drawn_runs_no_formula(room: Room, laptop: Laptop) -> None:
    (known,) = (one for one in room.read(lambda hall: hall.list_volunteers()) if one.participant == "v0")
    room.write(lambda hall: hall.update_volunteers([replace(known, name="=1+1")]))
    lot = draw_from(laptop, "volunteers", 8)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0000")
    assert ";'=1+1;" in do(laptop, "fetch_lot", lot=lot, paper="drawn")["text"]


def test_the_page_lives_while_panels_are_made_and_they_can_be_stopped(room: Room) -> None:
    async def live() -> None:
        jobs: list[Hanging] = []

        def start(*given: Any, **named: Any) -> Hanging:
            jobs.append(Hanging(*given, **named))
            return jobs[-1]

        laptop = open_page(room, start)
        do(laptop, "choose_pool", source="volunteers")
        do(laptop, "size_lot", size=4)
        do(laptop, "make_lot")
        assert model(laptop)["making"]["state"] == "working"
        jobs[0].on_change()
        await asyncio.sleep(0)
        making = model(laptop)["making"]
        assert (making["share"], making["doing"]) == (0.4, "Composition des mille panels…")
        assert laptop.refuse("lot", "size_lot", size=5) == Translator("fr")("errors.lot-busy")
        do(laptop, "make_lot")
        assert len(jobs) == 1
        do(laptop, "stop_lot")
        assert jobs[0].state is MakingState.CANCELLED
        assert model(laptop)["making"]["state"] == "stopped"
        do(laptop, "make_lot")
        jobs[1].fail("report-too-slow")
        await asyncio.sleep(0)
        making = model(laptop)["making"]
        assert (making["state"], making["sentence"]) == ("failed", Translator("fr")("errors.lot-too-slow", seconds=900))
        assert room.read(lambda hall: hall.list_lots()) == ()

    asyncio.run(live())


def test_a_child_of_its_own_makes_the_panels_and_keeps_them(room: Room) -> None:
    laptop = room.laptop(catalogue=lambda _folder, _language: CATALOGUE, lots=LotDrawing())
    shown = draw_from(laptop, "volunteers", 4, 1)["shown"]
    assert shown["fair"].startswith("Chacun a")
    (kept,) = room.read(lambda hall: hall.list_lots())
    assert (len(kept.panels), kept.id) == (1000, shown["id"])


def test_a_new_page_begins_with_the_numbers_of_the_last_lot(room: Room, laptop: Laptop) -> None:
    do(laptop, "choose_pool", source="volunteers")
    do(laptop, "size_lot", size=4)
    do(laptop, "count_column", column=1, least=[1, 2], most=[3, 3])
    do(laptop, "make_lot")
    later = open_page(room)
    do(later, "choose_pool", source="volunteers")
    shown = model(later)
    assert shown["size"] == 4
    assert [(one["least"], one["most"]) for one in shown["columns"][1]["values"]] == [(1, 3), (2, 3)]


def test_first_names_are_no_criterion_and_only_what_counts_is_shown_and_handed_out(laptop: Laptop) -> None:
    told = (
        ("Zoé" if place % 2 else "Tom", f"Nom {place}", f"06 39 98 00 0{place // 2}", "F" if place % 3 else "H",
         "bail" if place % 4 else "seul")
        for place in range(12)
    )  # fmt: skip
    people = "\n".join(map(";".join, (("Prénom", "Nom", "Téléphone", "Genre", "Logement"), *told)))
    put_down(laptop, "liste.csv", people)
    assert [one["name"] for one in model(laptop)["columns"]] == ["Genre", "Logement"]
    lot = draw_from(laptop, "file", 4, 0)["shown"]["id"]
    do(laptop, "throw_dice", lot=lot, dice="0417")
    assert {one["about"] for one in model(laptop)["shown"]["people"]} == {"F", "H"}
    for paper in ("people", "chances"):
        text = do(laptop, "fetch_lot", lot=lot, paper=paper)["text"]
        assert "Genre" in text
        assert not any(word in text for word in ("Zoé", "Nom", "seul"))


def test_quotas_before_the_list_wait_for_it_and_what_they_name_in_vain_is_said(laptop: Laptop) -> None:
    put_down(laptop, "quotas.csv", QUOTAS + "métier,boulanger,1,1\ngenre,autre,0,1\n")
    assert model(laptop)["quotas"]["state"] == "ready"
    put_down(laptop, "habitants.csv", PEOPLE)
    shown = model(laptop)
    assert shown["columns"][0]["counts"]
    columns = {"missing": "métier", "found": "Genre, Quartier"}
    assert shown["notes"] == [
        Translator("fr")("errors.lot-columns-missing", file="quotas.csv", **columns),
        Translator("fr")("facilitator.lot.nobody", category="genre", feature="autre"),
    ]
