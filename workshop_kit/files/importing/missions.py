"""Take in the missions: what is to be done, how many people it takes, when, and what it asks of them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import Final
from uuid import uuid4

from workshop_kit.domain.contacts import CONCEALED
from workshop_kit.domain.entries import IMPORTANCE, LANGUAGE, MIN_PLACES, MISSION_TITLE, NEXT_STEP, OWNER, SECTOR
from workshop_kit.domain.model import Mission, Reason
from workshop_kit.domain.names import fold_name
from workshop_kit.files.importing import cells as read
from workshop_kit.files.importing.cells import Cells
from workshop_kit.files.importing.intake import Intake, fill, list_by_words, write_each
from workshop_kit.files.importing.ledger import Ledger
from workshop_kit.files.importing.reference import Hall
from workshop_kit.files.importing.report import RowRefused
from workshop_kit.files.reading.helping import understand_days, understand_importance
from workshop_kit.files.reading.hours import Spell, understand_hours, understand_spell
from workshop_kit.files.reading.listed import holds_several
from workshop_kit.files.reading.repairs import says_none
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository


def _list_missions(repository: Repository) -> dict[Hashable, Mission]:
    """Return the missions by their titles, and those with a contact also by what the workbook shows of them."""
    return list_by_words(repository.list_missions(), lambda one, show: (one.challenge, fold_name(show(one.title))))


def _take_mission(cells: dict[str, str], hall: Hall, ledger: Ledger[Mission]) -> None:
    challenge = hall.find_challenge(cells)
    title = read.read_text(cells, "title", MISSION_TITLE)
    told: dict[str, object] = {
        **_read_places(cells),
        "min_competence": read.read_min_competence(cells),
        "importance": _read_importance(cells),
        "owner": read.read_text_if_any(cells, "owner", OWNER),
        "next_step": read.read_text_if_any(cells, "next_step", NEXT_STEP),
        **_read_when(cells, hall),
        "days": _read_days(cells, hall),
        "car": read.read_car(cells),
        "language": _read_language(cells),
    }
    sector = read.read_text_if_any(cells, "sector", SECTOR)
    key = _find_mission(ledger, challenge, title)
    known = ledger.look(key) or Mission(uuid4().hex, challenge, title, 1)
    mission = _keep_places(fill(known, **told), known, hall)
    _check_places(cells, mission)
    _check_when(cells, mission)
    option = hall.find_option(challenge, cells.get("idea", ""))
    ledger.put(key, fill(mission, sector=hall.note_sector(sector), option=option))


def _find_mission(ledger: Ledger[Mission], challenge: str, title: str) -> Hashable:
    """Return which mission of a title a row is about.

    A title that stands twice in a file is one mission, unless the workshop has two of it, or what told two apart is
    concealed in both.
    """
    said = (challenge, fold_name(title))
    times = ledger.number(said)
    apart = CONCEALED in title or ledger.look_before((*said, times)) is not None
    return (*said, times if apart else 0)


def _read_places(cells: Cells) -> dict[str, object]:
    """Return how many people are wanted, and at least; ``2 à 4`` under the places says both."""
    least, places = read.read_places(cells)
    text = cells.get("min_places", "")
    if text:
        least = read.read_whole(text)
        if least is None or not MIN_PLACES.least <= least <= MIN_PLACES.most:
            raise RowRefused("min_places", text, "min-places", most=MIN_PLACES.most)
    return {"places": places, "min_places": least}


def _check_places(cells: Cells, mission: Mission) -> None:
    """Refuse a mission that takes more people at least than it wants, in this row or with what is known of it."""
    if mission.min_places <= mission.places:
        return
    if cells.get("min_places"):
        raise RowRefused("min_places", cells["min_places"], "min-above-places", places=mission.places)
    raise RowRefused("places", cells["places"], "places-below-min", least=mission.min_places)


def _keep_places(mission: Mission, known: Mission, hall: Hall) -> Mission:
    """Return a mission with the places it has where a row gives it fewer than people are on it, and tell so.

    Nobody who said yes is taken off by a file.
    """
    if mission.places >= known.places or mission.places >= (there := hall.count_people_on(known.id)):
        return mission
    told: dict[str, str | int] = {"places": mission.places, "people": there, "kept": known.places}
    hall.line.notes.append(Reason("places-taken", told))
    return replace(mission, places=known.places)


def _read_importance(cells: Cells) -> int | None:
    text = cells.get("importance", "")
    if not text:
        return None
    number = read.read_whole(text)
    if number is None:
        number = understand_importance(text)
    if number is None or not IMPORTANCE.least <= number <= IMPORTANCE.most:
        raise RowRefused("importance", text, "importance")
    return number


def _read_when(cells: Cells, hall: Hall) -> dict[str, object]:
    """Return the days and hours of a mission: an hour stands in a column of its own, or beside the day."""
    start, end = (_read_spell(cells, column) for column in ("first_date", "last_date"))
    hours = {column: _read_hours(cells, column) for column in ("begins", "finishes")}
    ending = hours["finishes"]
    begins = [hours["begins"].begins, start.begins, end.begins if end.finishes else ""]
    finishes = [
        ending.finishes or ending.begins,
        end.finishes or end.begins,
        hours["begins"].finishes,
        start.finishes,
    ]
    return {
        "first_date": start.day,
        "last_date": end.day,
        "begins": _choose_hour(begins, hall),
        "finishes": _choose_hour(finishes, hall),
    }


def _read_spell(cells: Cells, column: str) -> Spell:
    text = cells.get(column, "")
    if not text:
        return Spell()
    spell = understand_spell(text)
    if spell is None:
        return Spell(read.read_day(cells, column))
    return spell._replace(day=read.check_day(spell.day, column, text))


def _read_hours(cells: Cells, column: str) -> Spell:
    text = cells.get(column, "")
    hours = understand_hours(text) if text else Spell()
    if hours is None:
        raise RowRefused(column, text, "hour")
    return hours


def _choose_hour(said: list[str], hall: Hall) -> str:
    """Return the first hour of those that a row says, and tell the others."""
    hours = list(dict.fromkeys(filter(None, said)))
    if len(hours) > 1:
        hall.line.notes.append(Reason("several-hours", {"kept": hours[0], "others": ", ".join(hours[1:])}))
    return hours[0] if hours else ""


def _check_when(cells: Cells, mission: Mission) -> None:
    """Refuse a mission that ends before it begins, in this row or with what is known of it."""
    first, last = mission.first_date, mission.last_date
    if first and last and last < first:
        if cells.get("last_date"):
            raise RowRefused("last_date", cells["last_date"], "end-before-start", start=first)
        raise RowRefused("first_date", cells["first_date"], "start-after-end", end=last)
    one_day = first and last in ("", first)
    if one_day and mission.begins and mission.finishes and mission.finishes < mission.begins:
        column = next(
            (one for one in ("finishes", "last_date", "begins", "first_date") if cells.get(one)), "first_date"
        )
        told: dict[str, str | int] = {"begins": mission.begins, "finishes": mission.finishes}
        raise RowRefused(column, cells.get(column, ""), "hours-turned", **told)


def _read_days(cells: Cells, hall: Hall) -> tuple[str, ...] | None:
    text = cells.get("days", "")
    if not text or says_none(text):
        return None
    understood = understand_days(text)
    if understood is None:
        raise RowRefused("days", text, "days")
    days, whole = understood
    if not whole:
        say = Translator(hall.language)
        words = ", ".join(say(f"participant.form.day.{day}") for day in days)
        hall.line.notes.append(Reason("days-kept", {"value": text, "days": words}))
    return days


def _read_language(cells: Cells) -> str:
    text = cells.get("language", "")
    if not text or says_none(text):
        return ""
    if holds_several(text):
        raise RowRefused("language", text, "language-several")
    return read.read_text_if_any(cells, "language", LANGUAGE)


MISSIONS: Final = Intake(_list_missions, _take_mission, write_each(Repository.add_mission, Repository.update_mission))
