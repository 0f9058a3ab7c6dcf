"""Take everything out of a workshop: one CSV a kind, in the columns that import reads, and one JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.clarity import is_complete, sort_ratings
from workshop_kit.domain.deeds import link_missions
from workshop_kit.domain.ideas import list_options
from workshop_kit.domain.judgment import Judgment
from workshop_kit.domain.model import Mission, Score, Volunteer
from workshop_kit.domain.stakes import StakesStage, judge_stakes, list_stakes
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.exporting.votes import VOTE_COLUMNS, list_votes
from workshop_kit.files.formulas import protect_cell
from workshop_kit.files.importing.offers import AGREED, is_no_place
from workshop_kit.files.importing.reference import name_challenges_apart
from workshop_kit.files.reading.columns import BETWEEN_CHALLENGES, COLUMNS, ONLY_READ
from workshop_kit.files.reading.listed import write_list
from workshop_kit.files.reading.repairs import says_none
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository, Store
from workshop_kit.store.persons import Persons

#: Excel splits a CSV opened with a double-click at its country's list separator: ``;`` in France, ``,`` in English.
DELIMITERS: Final[Mapping[str, str]] = {"fr": ";", "en": ","}

_ASSIGNMENT_COLUMNS: Final = (
    "volunteer",
    "mission",
    "challenge",
    "competence",
    "interest",
    "reason",
    "by_hand",
    "status",
    "beside",
    "another",
)

Line = Mapping[str, object]


def export_workshop(store: Store, folder: Path, language: str) -> list[Path]:
    """Write everything into ``folder`` and return the files written.

    ``challenges.csv``, ``stakeholders.csv``, ``volunteers.csv``, ``missions.csv``, ``scores.csv`` and ``ideas.csv``
    restore a workshop when imported in that order into a new one, and ``missions.csv`` once more for a mission to
    know the idea it came from. The column ``key`` says whose seat a row is: by it alone a row taken in again finds
    its seat, and in a new workshop the rows of one person find each other. ``assignments.csv`` and ``votes.csv`` are
    to be read; ``workshop.json`` holds every other value. Volunteers' e-mail addresses and telephone numbers stand in
    ``volunteers.csv`` alone, and stakeholders' in ``stakeholders.csv``; what somebody wrote when they declined a
    mission stands in ``workshop.json`` alone. ``assignments.csv`` and ``votes.csv`` count two seats that were joined
    as one person; the other files keep every seat's own lines. Elsewhere the people of the room stand under their
    pseudonym, those known from a file under the name it gave.
    CSV files begin with a BOM, without which Excel spoils the accents.

    Raises
    ------
    InvalidEntry
        The folder cannot be written (``export-refused``).

    """
    tables, everything = store.read(lambda repository: (list_tables(repository, language), _gather(repository)))
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (columns, lines) in tables.items():
            path = folder / f"{name}.csv"
            path.unlink(missing_ok=True)  # in somebody else's folder it may be a link, and lead anywhere
            _write_csv(path, columns, lines, DELIMITERS[language])
            written.append(path)
        path = folder / "workshop.json"
        path.unlink(missing_ok=True)
        path.write_text(json.dumps(everything, ensure_ascii=False, indent=2, default=_write_value), encoding="utf-8")
        written.append(path)
    except OSError as error:
        raise InvalidEntry("export-refused", folder=folder, detail=error.strerror or str(error)) from error
    return written


def _write_csv(path: Path, columns: Sequence[str], lines: Iterable[Line], delimiter: str) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(columns)
        for line in lines:
            writer.writerow([protect_cell(_write_cell(line.get(column))) for column in columns])


def _write_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return write_list(value)
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _write_value(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in the export")


def list_tables(repository: Repository, language: str) -> dict[str, tuple[Sequence[str], list[Line]]]:
    """Return everything by kind: the columns of its table, and its lines, values as the workshop holds them."""
    challenges = name_challenges_apart(repository.list_challenges())
    pseudonyms = {person.id: person.pseudonym for person in repository.list_participants()}
    order = {person: rank for rank, person in enumerate(pseudonyms)}
    lines: dict[str, list[Line]] = {
        "challenges": [asdict(one) for one in repository.list_challenges()],
        "stakeholders": [
            {
                **asdict(one),
                "challenges": BETWEEN_CHALLENGES.join(challenges[key] for key in one.challenges if key in challenges),
            }
            for one in repository.list_stakeholders()
        ],
        "volunteers": _list_volunteers(repository, challenges),
        "missions": _list_missions(repository, challenges),
        "scores": [
            _write_score(one, challenges, pseudonyms)
            for challenge in challenges
            for one in sorted(repository.list_scores(challenge), key=lambda score: order[score.participant])
        ],
        "ideas": [
            {
                **asdict(one),
                "challenge": challenges[one.challenge],
                "author": pseudonyms.get(one.author or ""),
                "key": one.author,
            }
            for one in repository.list_ideas()
        ],
    }
    tables: dict[str, tuple[Sequence[str], list[Line]]] = {
        kind: (tuple(column for column in COLUMNS[kind] if column not in ONLY_READ), of_kind)
        for kind, of_kind in lines.items()
    }
    tables["assignments"] = (_ASSIGNMENT_COLUMNS, _list_assignments(repository, challenges, pseudonyms, language))
    tables["votes"] = (VOTE_COLUMNS, list_votes(repository, challenges, language))
    return tables


def _list_volunteers(repository: Repository, challenges: Mapping[str, str]) -> list[Line]:
    people = {one.id: one for one in repository.list_participants()}
    return [
        {
            **_tell_fields(one if one.list_purposes() else replace(one, email="", phone="")),
            **{AGREED[given.purpose]: given.at for given in one.consents},
            "reach": write_list(one.reach, is_no_place),
            "languages": write_list(one.languages, says_none),
            "pseudonym": people[one.participant].pseudonym,
            # what somebody said of themselves in the room stands beside no name
            "category": "" if people[one.participant].origin.seated else people[one.participant].category,
            "key": one.participant,
            "consent": True if one.consented_at is not None else None,  # who said nothing did not say no
            "show_name": one.may_show_name,
            "challenges": BETWEEN_CHALLENGES.join(challenges[challenge] for challenge in one.challenges),
            "declined": BETWEEN_CHALLENGES.join(challenges[challenge] for challenge in one.declined),
        }
        for one in repository.list_volunteers()
    ]


def _tell_fields(value: Volunteer | Mission) -> dict[str, object]:
    """Return the fields of a value by name, those that hold several as they are."""
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _list_missions(repository: Repository, challenges: Mapping[str, str]) -> list[Line]:
    origins: dict[str, str] = {}
    for challenge in challenges:
        options = list_options(repository.list_ideas(challenge), repository.list_groups(challenge))
        groups = repository.list_groups(challenge, undone=True)
        linked = link_missions(options, repository.list_missions(challenge), groups)
        origins |= {one.id: option.title for option in options for one in linked.get(option.id, ())}
    return [
        {**_tell_fields(one), "challenge": challenges[one.challenge], "idea": origins.get(one.id)}
        for one in repository.list_missions()
    ]


def _write_score(score: Score, challenges: Mapping[str, str], pseudonyms: Mapping[str, str]) -> Line:
    return {
        "volunteer": pseudonyms[score.participant],
        "key": score.participant,
        "challenge": challenges[score.challenge],
        "competence": "?" if score.unsure else score.competence,
        "interest": "?" if score.unsure else score.interest,
    }


def _list_assignments(
    repository: Repository, challenges: Mapping[str, str], pseudonyms: Mapping[str, str], language: str
) -> list[Line]:
    say = Translator(language)
    missions = {mission.id: mission for mission in repository.list_missions()}
    persons = Persons(repository)
    scores = {(score.participant, score.challenge): score for score in persons.list_scores()}
    lines: list[Line] = []
    for one in persons.list_assignments():
        mission = missions[one.mission]
        score = scores.get((one.participant, mission.challenge))
        lines.append(
            {
                "volunteer": pseudonyms[one.participant],
                "mission": mission.title,
                "challenge": challenges[mission.challenge],
                "competence": None if score is None else score.competence,
                "interest": None if score is None else score.interest,
                "reason": say.reason(one.reason),
                "by_hand": one.by_hand,
                "status": one.status,
                "beside": pseudonyms.get(one.beside or ""),
                "another": one.another,
            }
        )
    return lines


def _gather(repository: Repository) -> dict[str, Any]:
    """Return every value of the workshop but the contact details."""
    contacts = {"name", "email", "phone"}
    addresses = {"contact", "email", "phone", "address"}
    return {
        "workshop": asdict(replace(repository.find_workshop(), helper_code="")),  # it opens a door
        "stakes": _describe_stakes(repository),
        "challenges": [asdict(one) for one in repository.list_challenges()],
        "phrasings": [asdict(one) for one in repository.list_phrasings()],
        "clarity": _list_clarity(repository),
        "sectors": [asdict(one) for one in repository.list_sectors()],
        "stakeholders": [
            {name: value for name, value in asdict(one).items() if name not in addresses}
            for one in repository.list_stakeholders()
        ],
        "participants": [asdict(one) for one in repository.list_participants()],
        "volunteers": [
            {name: value for name, value in asdict(one).items() if name not in contacts}
            for one in repository.list_volunteers()
        ],
        "ideas": [asdict(one) for one in repository.list_ideas()],
        "groups": [asdict(one) for one in repository.list_groups(undone=True)],
        "dots": [asdict(one) for one in repository.list_dots(every_round=True)],
        "ballots": [asdict(one) for one in repository.list_ballot_marks()],
        "vote_rules": {
            one.id: {str(number): asdict(rule) for number, rule in repository.list_vote_rules(one.id).items()}
            for one in repository.list_challenges()
        },
        "costs": {one.id: dict(repository.list_costs(one.id)) for one in repository.list_challenges()},
        "scores": [asdict(one) for one in repository.list_scores()],
        "missions": [asdict(one) for one in repository.list_missions()],
        "assignments": [asdict(one) for one in repository.list_assignments()],
        "assignment_rule": asdict(repository.find_assignment_rule()),
        "assignment_steps": [asdict(one) for one in repository.list_assignment_steps()],
        "tables": [asdict(one) for one in repository.list_work_tables()],
        "table_seats": [asdict(one) for one in repository.list_table_seats()],
        "lots": [
            {**asdict(replace(one, panels=())), "panels": [" ".join(map(str, panel)) for panel in one.panels]}
            for one in repository.list_lots()
        ],
    }


def _describe_stakes(repository: Repository) -> dict[str, Any]:
    """Return what was proposed as a stake and what each was judged: as the facilitator may see it, and nobody's.

    What phones propose waits for the end of the gathering, what people found for the end of the judging.
    """
    course, everything = repository.find_stakes_course(), repository.list_proposed_stakes()
    shown = [one for one in everything if course.stage is not StakesStage.GATHERING or not one.by]
    judged: tuple[Judgment, ...] = ()
    if course.stage in (StakesStage.JUDGED, StakesStage.CLOSED):
        grades = repository.list_stake_grades()
        judged = judge_stakes(list_stakes(shown), grades, blanks_count=course.blanks_count) if grades else ()
    proposed = [
        {"id": one.id, "text": one.text, "title": one.title, "into": one.into, "left_out": one.left_out}
        for one in sorted(shown, key=lambda one: (one.text, one.id))  # which came when is nobody's business
    ]
    return {**asdict(course), "proposed": proposed, "judged": [asdict(one) for one in judged]}


def _list_clarity(repository: Repository) -> list[dict[str, Any]]:
    """Return how clear people said sentences are: once all who were asked have answered, and without a name."""
    ratings = repository.list_ratings()
    given = {
        (one.challenge, one.phrasing): [
            rating for rating in ratings if (rating.challenge, rating.phrasing) == (one.challenge, one.phrasing)
        ]
        for one in repository.list_askings()
    }
    return [
        {"challenge": asking.challenge, "phrasing": asking.phrasing, "clearness": one.clearness, "remark": one.remark}
        for asking in repository.list_askings()
        if is_complete(asking, given[asking.challenge, asking.phrasing])
        for one in sort_ratings(given[asking.challenge, asking.phrasing])
    ]
