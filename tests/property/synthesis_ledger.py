"""What a synthesis may say, counted again by plain loops over what the store holds, and said by the catalogs.

It shares no counting with the package, and is long because every sentence and every table has its count here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time
from typing import Final

from babel.lists import format_list

from workshop_kit.domain.assigning.times import list_days_asked
from workshop_kit.domain.course import Stage
from workshop_kit.domain.diversity import USUAL_CATEGORIES
from workshop_kit.domain.gauges import EVEN, Given, measure_gauges
from workshop_kit.domain.history import Step, StepKind
from workshop_kit.domain.margins import measure_dots_margin
from workshop_kit.domain.material import Material
from workshop_kit.domain.model import (
    Assignment,
    AssignmentStatus,
    Challenge,
    Dots,
    Idea,
    Mission,
    Origin,
    Participant,
    Remover,
    Score,
    Stakeholder,
    StakeholderStatus,
    Volunteer,
    Vote,
)
from workshop_kit.i18n import Translator, signed
from workshop_kit.i18n.dates import say_day, say_hour
from workshop_kit.i18n.solidity import say_margin
from workshop_kit.report.blocks import Bullet

ZONES: Final = ("ready", "learning", "advice", "resting")


def name_zone(competence: int, interest: int) -> str:
    """Name the zone of a cell as the method's table has it."""
    if interest > 0:
        return "ready" if competence > 1 else "learning"
    return "advice" if competence > 1 and interest > -2 else "resting"


def join_entry(entry: Bullet) -> str:
    return f"{entry.text} — {entry.remark}" if entry.remark else entry.text


def brings(offer: Volunteer | None, home: str, mission: Mission) -> bool:
    """Tell whether somebody can get to a mission, can still help then, and brings what it asks for."""
    if offer is None:
        return not mission.car and not mission.language
    near = {*offer.reach, offer.sector or home} if offer.reach else {mission.sector}
    return (
        (not offer.challenges or mission.challenge in offer.challenges)
        and (not mission.sector or mission.sector in near)
        and (not mission.car or offer.car is True)
        and (not mission.language or mission.language in offer.languages)
        and (not offer.until or mission.first_date <= offer.until)
    )


#: A yes or a no of any seat counts before a "later", and that before no answer.
UNDECIDED = {AssignmentStatus.LATER: 1, AssignmentStatus.PROPOSED: 2}


class Ledger:
    """What may be said, counted again from the store's own values."""

    def __init__(self, material: Material, say: Translator) -> None:
        self.material, self.say = material, say
        self.joined = {one.id: one.joined_to for one in material.participants}
        self.holder = {one.id: self.end_of(one.id) for one in material.participants}
        self.people = [one for one in material.participants if one.joined_to is None]
        there = {self.holder[one.id] for one in material.participants if one.origin is not Origin.FILE}
        gave = self._list_givers()
        self.room = [
            self.seat(one) for one in self.people if one.id in there and (one.away_at is None or one.id in gave)
        ]
        self.seated = {one.id for one in self.room}
        self.ideas = [idea for idea in material.ideas if not idea.held]
        self.unread = [idea for idea in material.ideas if idea.held]
        self.scores = self._read_scores()
        self.given = self._read_assignments()
        self.votes = self._read_votes()

    def _list_givers(self) -> set[str]:
        """Who gave anything on any of their seats; being proposed a mission is not giving."""
        held = self.material
        given = [one.participant for kind in (held.votes, held.scores, held.volunteers) for one in kind]
        given += [one.participant for one in held.assignments if one.status is not AssignmentStatus.PROPOSED]
        return {self.holder[one] for one in (*given, *(idea.author for idea in held.ideas if idea.author))}

    def end_of(self, seat: str) -> str:
        after = self.joined[seat]
        return seat if after is None else self.end_of(after)

    def seat(self, person: Participant) -> Participant:
        """Somebody of a file says nothing of themselves: the first of their seats in the room does."""
        if person.origin is not Origin.FILE:
            return person
        own = [one for one in self.material.participants if self.holder[one.id] == person.id]
        first = next(one for one in own if one.origin is not Origin.FILE)
        category, sector = person.category or first.category, person.sector or first.sector
        return replace(person, category=category, sector=sector)

    def in_turn(self, person: str) -> list[str]:
        """The seats of a person in the order in which they are heard: the one that stands, then the newest first."""
        own = [one for one in self.material.participants if self.holder[one.id] == person and one.id != person]
        return [person, *(one.id for one in sorted(own, key=lambda one: (one.joined_at, one.id), reverse=True))]

    def author(self, idea: Idea) -> str | None:
        return None if idea.author is None else self.holder[idea.author]

    def _read_scores(self) -> list[Score]:
        found = []
        for person in (one.id for one in self.people):
            for challenge in (one.id for one in self.material.challenges):
                given = {one.participant: one for one in self.material.scores if one.challenge == challenge}
                own = [given[seat] for seat in self.in_turn(person) if seat in given]
                own.sort(key=lambda one: not one.unsure and one.competence is None and one.interest is None)
                found += [replace(one, participant=person) for one in own[:1]]
        return found

    def _read_assignments(self) -> list[Assignment]:
        found = []
        for person in (one.id for one in self.people):
            for mission in (one.id for one in self.material.missions):
                given = {one.participant: one for one in self.material.assignments if one.mission == mission}
                own = [given[seat] for seat in self.in_turn(person) if seat in given]
                own.sort(key=lambda one: UNDECIDED.get(one.status, 0))
                found += [replace(one, participant=person) for one in own[:1]]
        return found

    def _read_votes(self) -> list[Vote]:
        found: list[Vote] = []
        for person in (one.id for one in self.people):
            for challenge in (one.id for one in self.material.challenges):
                for seat in self.in_turn(person):
                    own = [v for v in self.material.votes if v.participant == seat and v.challenge == challenge]
                    if own:
                        found += [replace(one, participant=person) for one in own]
                        break
        return found

    def _read_offers(self) -> list[Volunteer]:
        found = []
        given = {one.participant: one for one in self.material.volunteers}
        for person in (one.id for one in self.people):
            own = [given[seat] for seat in self.in_turn(person) if seat in given]
            own.sort(key=lambda one: one.consented_at is None)
            found += [replace(one, participant=person) for one in own[:1]]
        return found

    def count(self, key: str, number: int, **values: object) -> str:
        return self.say.plural(f"report.{key}", number, **values)

    def join(self, words: Iterable[str]) -> str:
        *start, end = list(words)
        return ", ".join(start) + self.say("report.and") + end if start else end

    def list_pieces(self) -> Iterator[str]:
        yield from self.front()
        yield from self.leads()
        aside = sum(self.left_aside(one) for one in self.material.challenges)
        if aside:
            yield self.count("challenges.unworked", aside)
        for challenge in self.material.challenges:
            yield from self.first(challenge)
            yield from self.asked(challenge)
            yield from self.written(challenge)
            yield from self.placed(challenge)
        yield from self.deeds()
        yield from self.there()
        yield from self.missions()
        yield from self.end()

    # what was worked on, and how it was voted

    def of(self, challenge: Challenge) -> list[Idea]:
        return [idea for idea in self.ideas if idea.challenge == challenge.id]

    def worked(self, challenge: Challenge) -> bool:
        all_ideas = (*self.ideas, *self.unread)
        wrote = any(idea.challenge == challenge.id and self.author(idea) in self.seated for idea in all_ideas)
        acted = {one.challenge for one in self.material.votes} | {one.challenge for one in self.material.removals}
        return wrote or challenge.id in acted or challenge.results_at is not None

    def options(self, challenge: Challenge) -> dict[str, list[Idea]]:
        found: dict[str, list[Idea]] = {}
        for idea in self.of(challenge):
            holders = [one for one in self.material.groups if idea.id in one.members and one.undone_at is None]
            found.setdefault(max(holders, key=lambda one: one.formed_at).id if holders else idea.id, []).append(idea)
        return found

    def title(self, option: str) -> str:
        titles = {group.id: group.title for group in self.material.groups}
        return titles[option] if option in titles else next(i.text for i in self.material.ideas if i.id == option)

    def dots(self, challenge: Challenge) -> dict[str, dict[str, int]]:
        given: dict[str, dict[str, int]] = {}
        for option, members in self.options(challenge).items():
            for vote in self.votes:
                assert isinstance(vote, Dots)
                if vote.option == option or vote.option in {idea.id for idea in members}:
                    people = given.setdefault(option, {})
                    person = vote.participant
                    people[person] = min(2, people.get(person, 0) + vote.count)
        return given

    def results(self, challenge: Challenge) -> list[tuple[str, int, int]]:
        """Return option, dots and supporters, the best first."""
        given = self.dots(challenge) if self.told(challenge) else {}
        return sorted(
            ((option, sum(people.values()), len(people)) for option, people in given.items()),
            key=lambda row: (-row[1], -row[2]),
        )

    def told(self, challenge: Challenge) -> bool:
        return challenge.results_at is not None and challenge.stage in (Stage.RESULTS, Stage.CLOSED)

    def untold(self, challenge: Challenge) -> str:
        return "vote-untold" if challenge.stage is Stage.CLOSED else "vote-open"

    def forgotten(self, challenge: Challenge) -> bool:
        """Whether an older version kept the challenge, and nobody has led it anywhere since."""
        known_from = [one.by for one in self.material.history if one.challenge == challenge.id]
        return challenge.stage is Stage.CLOSED and set(known_from) == {"migration"}

    def voted(self, challenge: Challenge) -> bool:
        undone = {step.undoes for step in self.material.history}
        opened = any(
            step.challenge == challenge.id and step.stage is Stage.VOTE and step.move not in undone
            for step in self.material.history
        )
        shown = challenge.results_at is not None or challenge.stage in (Stage.VOTE, Stage.RESULTS)
        return opened or shown or bool(self.dots(challenge))

    def best(self, challenge: Challenge) -> list[tuple[str, int, int]]:
        results = self.results(challenge)
        return [row for row in results if row[1:] == results[0][1:]]

    # the first pages

    def front(self) -> Iterator[str]:
        say, figures = self.say, self.material
        worked = [one for one in figures.challenges if self.worked(one)]
        filled, places = self.filled()
        counts = (
            ("participants", len(self.room)),
            ("worked", len(worked)) if worked else ("challenges", len(figures.challenges)),
            ("ideas", len(self.ideas)),
            ("filled", filled),
        )
        yield say_day(self.day(), say.language)
        for name, number in counts:
            if number:
                yield f"{number} {self.count(f'count.{name}', number)}"
        parts: list[str] = []
        kinds = {one.category for one in self.room} - {"", "other"}
        if self.room and kinds:
            parts.append(self.count("brief.people", len(self.room), categories=self.count("categories", len(kinds))))
        elif self.room:
            parts.append(self.count("brief.people-alone", len(self.room)))
        known = self.known()
        if known:
            parts.append(self.count("brief.known" if self.room else "brief.known-alone", known))
        wrote = [idea for idea in self.ideas if self.author(idea) in self.seated]
        if wrote:
            on = self.count("on-challenges", len({idea.challenge for idea in wrote}))
            parts.append(self.count("brief.ideas", len(wrote), challenges=on))
        if len(self.ideas) > len(wrote):
            parts.append(self.count("brief.ideas-elsewhere", len(self.ideas) - len(wrote)))
        if self.unread:
            parts.append(self.count("brief.held", len(self.unread)))
        if figures.missions:
            parts.append(self.count("brief.missions", len(figures.missions), filled=filled, places=places))
        if self.waiting():
            parts.append(self.count("brief.waiting", self.waiting()))
        if self.room and self.absent():
            parts.append(say("report.brief.absent", categories=self.join(map(say.category, self.absent()))))
        idle = [one.stake for one in figures.challenges if not self.worked(one)]
        if idle and worked:
            parts.append(self.count("brief.unworked", len(idle), stakes=self.join(idle)))
        elif idle:
            parts.append(say("report.brief.unworked-all"))
        if parts:
            yield " ".join(parts)

    def day(self) -> date:
        """The day on which the room wrote the most, the earliest of several; else joined; else the workshop's own."""
        days = [idea.written_at.date() for idea in self.material.ideas if self.author(idea) in self.seated]
        days = days or [one.joined_at.date() for one in self.room] or [self.material.workshop.created_at.date()]
        return min(days, key=lambda day: (-days.count(day), day))

    def kicker(self, challenge: Challenge) -> str:
        number = self.material.challenges.index(challenge) + 1
        return self.say("report.challenge-kicker", number=number, stake=challenge.stake)

    def first(self, challenge: Challenge) -> Iterator[str]:
        if not self.worked(challenge):
            return
        ideas, best = len(self.of(challenge)), self.best(challenge)
        entries: list[str] = []
        voters = self.voters(challenge)
        if best and voters < 3:
            text = self.count("first.few", voters)
        elif best:
            key = "first.one" if len(best) == 1 else "first.tied" if len(best) <= 3 else "first.many-tied"
            text = self.count(key, len(best), ballots=self.count("ballots", voters))
            if len(best) <= 3:
                entries = sorted(self.crown(row) for row in best)
        elif not ideas:
            text = self.say("report.first.no-ideas")
        elif not self.voted(challenge):
            text = self.count("first.no-vote", ideas)
        elif self.told(challenge):
            text = self.count("first.no-dots", ideas)
        else:
            key = "vote-forgotten" if self.forgotten(challenge) else self.untold(challenge)
            text = self.say(f"report.first.{key}")
        yield "|".join((challenge.stake, text, *entries))

    def voters(self, challenge: Challenge) -> int:
        return len({person for people in self.dots(challenge).values() for person in people})

    def crown(self, row: tuple[str, int, int]) -> str:
        option, dots, people = row
        support = self.count("first.support", people, dots=self.count("first.dots", dots))
        return f"{self.title(option)} — {support}"

    def asked(self, challenge: Challenge) -> Iterator[str]:
        answered = Counter(idea.wording for idea in self.of(challenge))
        earlier = [n for n in (1, 2, 3) if n != challenge.wording and answered[n]]
        parts = []
        if self.left_aside(challenge):
            yield f"{challenge.statement} — {self.kicker(challenge)}"
            return
        yield self.kicker(challenge)
        if earlier:
            present = answered[challenge.wording]
            said = self.count("wording.present", present) if present else self.say("report.wording.present-none")
            parts.append(said)
            if answered[None]:
                parts.append(self.count("wording.unknown", answered[None]))
        if parts:
            yield " ".join(parts)
        for number in earlier:
            text = next(
                one.statement
                for one in self.material.wordings
                if one.challenge == challenge.id and one.number == number
            )
            yield self.count("wording.earlier", answered[number], statement=text)

    def left_aside(self, challenge: Challenge) -> bool:
        return not self.worked(challenge) and any(self.worked(one) for one in self.material.challenges)

    def deeds(self) -> Iterator[str]:
        rows, others = [], []
        for challenge in self.material.challenges:
            for mission in (one for one in self.material.missions if one.challenge == challenge.id):
                cells = self.deed(challenge, mission)
                if any((cells[1], mission.owner.strip(), mission.first_date, mission.next_step.strip())):
                    rows.append(cells)
                else:
                    others.append(mission.title)
        kept = [column for column in range(5) if any(row[column] for row in rows)]
        lacks = ["", *(" — " + self.say(f"report.who.no-{one}") for one in ("people", "owner", "date", "step"))]
        for row in rows:
            yield "|".join(row[column] or lacks[column] for column in kept)
        if others and rows:
            yield self.say("report.who.others", missions=self.say("report.separator").join(others))
        elif others and (self.material.workshop.contact.strip() or self.material.workshop.follow_up.strip()):
            yield self.say("report.who.unsettled")

    def deed(self, challenge: Challenge, mission: Mission) -> list[str]:
        origin = self.origin(challenge, mission)
        idea = "" if origin is None else " — " + self.say("report.who.idea", idea=self.title(origin))
        names, unnamed = self.accepted(mission)
        people = [name for name, _ in names]
        people += [self.count("who.accepted", unnamed)] if unnamed else []
        when = self.say_day_typed(mission.first_date)
        if mission.first_date and mission.last_date > mission.first_date:
            when = self.say("report.who.dates", first=when, last=self.say_day_typed(mission.last_date))
        hours = [
            say_hour(time.fromisoformat(one), self.say.language) for one in (mission.begins, mission.finishes) if one
        ]
        if mission.begins:
            when = ", ".join(one for one in (when, "\u00a0– ".join(hours)) if one)
        who = ";".join(["", *sorted(people)]) if people else ""
        return [mission.title + idea, who, mission.owner.strip(), when, mission.next_step]

    def say_day_typed(self, day: str) -> str:
        return say_day(date.fromisoformat(day), self.say.language) if re.match(r"\d{4}-", day) else day

    def origin(self, challenge: Challenge, mission: Mission) -> str | None:
        """What a mission came from, as it stands now; of a group that is none any more, its first idea that stands."""
        parted = next((list(one.members) for one in self.material.groups if one.id == mission.option), [])
        for wanted in (mission.option, *parted):
            for option, members in self.options(challenge).items():
                if wanted in (option, *(one.id for one in members)):
                    return option
        return None

    # people on missions

    def said_of_asking(self, answer: bool) -> set[str]:
        """Who said so on any of their seats."""
        return {self.holder[one.id] for one in self.material.participants if one.may_ask is answer}

    def known(self) -> int:
        """Count those who were never there, and offer help: they, or the file they stand in, say so."""
        told = {one.participant for one in self._read_offers() if one.name or one.consented_at is not None}
        helping = (told | {one.participant for one in self.scores} | self.said_of_asking(True)) - self.said_of_asking(
            False
        )
        there = {self.holder[one.id] for one in self.material.participants if one.origin is not Origin.FILE}
        return sum(one.id in helping and one.id not in there for one in self.people)

    def accepted(self, mission: Mission) -> tuple[list[tuple[str, str]], int]:
        """Return the names of those who agreed to be named, with whom they go, and count the others."""
        shown = self.names()
        names, unnamed = [], 0
        for one in self.given:
            if one.mission == mission.id and one.status is AssignmentStatus.ACCEPTED:
                if one.participant in shown:
                    mates = self.mates(one)
                    pair = self.say("report.missions.pair", names=self.join(mates)) if mates else ""
                    names.append((shown[one.participant], pair))
                else:
                    unnamed += 1
        return sorted(names), unnamed

    def mates(self, mine: Assignment) -> list[str]:
        """Name those who go with somebody on a mission, or with whom they go, if both said yes, to being named too."""
        shown, found = self.names(), set()
        others = [one for one in self.given if one.mission == mine.mission and one.participant != mine.participant]
        for one in others:
            asked = None if mine.beside is None else self.holder[mine.beside]
            goes = one.beside is not None and self.holder[one.beside] == mine.participant
            if (
                one.status is AssignmentStatus.ACCEPTED
                and one.participant in shown
                and (goes or asked == one.participant)
            ):
                found.add(shown[one.participant])
        return sorted(found, key=str.casefold)

    def names(self) -> dict[str, str]:
        """How those are called who agreed to it: by the name they left for a mission, else as they did in the room."""
        called = {one.id: "" if one.origin is Origin.FILE else one.pseudonym for one in self.people}
        shown = {}
        for one in self._read_offers():
            own = called[one.participant]
            if one.may_show_name:
                shown[one.participant] = own if own and one.consented_at is None else one.name or own
        return {person: name for person, name in shown.items() if name}

    def on(self, mission: Mission, status: AssignmentStatus) -> int:
        return sum(one.mission == mission.id and one.status is status for one in self.given)

    def filled(self) -> tuple[int, int]:
        missions = self.material.missions
        taken = (min(one.places, self.on(one, AssignmentStatus.ACCEPTED)) for one in missions)
        return sum(taken), sum(one.places for one in missions)

    def waiting(self) -> int:
        return sum(self.thinking(one) for one in self.material.missions)

    def thinking(self, mission: Mission) -> int:
        return self.on(mission, AssignmentStatus.PROPOSED) + self.on(mission, AssignmentStatus.LATER)

    def later(self) -> int:
        return sum(self.on(one, AssignmentStatus.LATER) for one in self.material.missions)

    def another(self) -> int:
        """Count who asked for another mission with a no, and neither has one nor is asked about one."""
        found = 0
        for person in self.people:
            own = [one for one in self.given if one.participant == person.id]
            found += any(one.another for one in own) and all(one.status is AssignmentStatus.DECLINED for one in own)
        return found

    def able(self, mission: Mission) -> int:
        silent = self.said_of_asking(False)
        silent |= {
            self.holder[one.participant] for one in self.material.volunteers if mission.challenge in one.declined
        }
        offers = {one.participant: one for one in self._read_offers()}
        homes = {one.id: one.sector for one in (*self.people, *self.room)}
        number = 0
        for score in self.scores:
            own = [one for one in self.given if one.participant == score.participant]
            taken = any(one.status is not AssignmentStatus.DECLINED or one.mission == mission.id for one in own)
            fits = score.challenge == mission.challenge and score.competence is not None and score.interest is not None
            if fits and not taken and score.participant not in silent:
                comes = brings(offers.get(score.participant), homes[score.participant], mission)
                number += comes and (score.competence or 0) >= mission.min_competence and (score.interest or 0) >= 1
        return number

    def missions(self) -> Iterator[str]:
        if not self.material.missions:
            return
        filled, places = self.filled()
        yield self.count("missions.lead", len(self.material.missions), filled=filled, places=places)
        asking = [one for one in self.material.missions if one.min_places]
        short = [one for one in asking if self.on(one, AssignmentStatus.ACCEPTED) < one.min_places]
        if asking:
            yield self.count("missions.minima", len(asking), reached=len(asking) - len(short))
        first = sum(one.importance == 1 for one in short)
        if first:
            yield self.count("missions.first-short", first)
        if any(one.status is AssignmentStatus.ACCEPTED for one in self.given):
            yield self.say("report.missions.names")
        for challenge in self.material.challenges:
            own = [one for one in self.material.missions if one.challenge == challenge.id]
            if own:
                yield self.kicker(challenge)
                yield self.say("report.missions.caption", stake=challenge.stake)
            for mission in own:
                yield from self.mission(mission)
            yield from self.needs(own)

    def needs(self, missions: list[Mission]) -> Iterator[str]:
        """Say who one more person would be, for each kind of person that the places held by nobody ask for."""
        free = {}
        for one in missions:
            held = min(one.places, self.on(one, AssignmentStatus.ACCEPTED)) + self.thinking(one)
            if held < one.places:
                free[one.id] = one.places - held
        said = set()
        vacant = [one for rank in (1, 2, 3) for one in missions if one.id in free and one.importance == rank]
        for one in vacant:
            asked = self.asks(one)
            if asked in said:
                continue
            said.add(asked)
            opened = [job for job in vacant if self.asks(job) == asked]
            what = [self.say("reasons.need-willing")]
            what += [self.say("reasons.need-competence", competence=one.min_competence)] if one.min_competence else []
            what += [self.say("reasons.need-sector", sector=one.sector)] if one.sector else []
            what += [self.say("reasons.need-car")] if one.car else []
            what += [self.say("reasons.need-language", language=one.language)] if one.language else []
            if days := list_days_asked(one):
                words = [[self.say(f"participant.offer.day.{day}") for day in of] for of in days]
                each = [format_list(of, locale=self.say.language) for of in words]
                what.append(self.say("reasons.need-days", days=format_list(each, style="or", locale=self.say.language)))
            start = max(mission.first_date for mission in opened)
            if start[:1].isdigit():
                day = say_day(date.fromisoformat(start), self.say.language)
                what.append(self.say("reasons.need-start", day=day))
            titles = [self.say("reasons.quoted", title=mission.title) for mission in opened]
            listed = format_list(titles[:3], style="or", locale=self.say.language)
            need = self.say("reasons.need", what=", ".join(what), missions=listed)
            yield self.count("missions.need", sum(free[mission.id] for mission in opened), need=need)

    @staticmethod
    def asks(mission: Mission) -> tuple[object, ...]:
        """Return what a mission asks of a person, in competence, place, means and time."""
        means = mission.sector, mission.car, mission.language
        return mission.min_competence, *means, list_days_asked(mission)

    def mission(self, mission: Mission) -> Iterator[str]:
        rank = {1: "importance-1", 3: "importance-3"}.get(mission.importance)
        needs = [self.say(f"report.missions.{rank}")] if rank else []
        needs += [mission.sector] if mission.sector else []
        if mission.min_competence:
            needs.append(self.say("report.missions.competence", number=mission.min_competence))
        needs += [self.say("report.missions.car")] if mission.car else []
        needs += [self.say("report.missions.language", language=mission.language)] if mission.language else []
        names, unnamed = self.accepted(mission)
        lines = [join_entry(Bullet(name, pair)) for name, pair in names]
        if unnamed:
            lines.append(self.count("missions.somebody", unnamed))
        accepted = min(mission.places, len(names) + unnamed)
        nobody = "" if lines else self.say("report.missions.nobody")
        needed = ", ".join(needs)
        title = join_entry(Bullet(mission.title, needed))
        of = self.say("report.missions.of", filled=accepted, places=mission.places)
        of += self.say("report.missions.minimum", number=mission.min_places) if mission.min_places else ""
        more = len(names) + unnamed - accepted
        of += self.count("missions.beyond", more) if more else ""
        yield "|".join((title, ";".join((nobody, *sorted(lines))), of))
        free = mission.places - accepted
        if free:
            waiting, able = self.thinking(mission), self.able(mission)
            later, short = self.on(mission, AssignmentStatus.LATER), mission.min_places - accepted
            parts = [self.count("missions.free-places", free)]
            parts += [self.count("missions.short", short)] if short > 0 else []
            parts += [self.say("report.missions.reached")] if mission.min_places and short <= 0 else []
            parts += [self.count("missions.waiting", waiting)] if waiting else []
            parts += [self.count("missions.later", later)] if later else []
            parts += [self.count("missions.able", able)] if able else []
            parts += [] if able or waiting else [self.say("report.missions.able-none")]
            yield f"{mission.title} — {', '.join(parts)}"

    # who was there

    def absent(self) -> list[str]:
        heard = {one.category for one in self.room}
        own = sorted({one.category for one in self.material.stakeholders} - {*USUAL_CATEGORIES, "other", ""})
        return [one for one in (*USUAL_CATEGORIES, *own) if one not in heard]

    def there(self) -> Iterator[str]:
        yield from self.invitations()
        if self.room and self.absent():
            yield self.say("report.presence.absent", categories=self.join(map(self.say.category, self.absent())))
        elif self.room:
            yield self.say("report.presence.absent-none")
        measured = (
            ("diversity", self.diversity()),
            ("independence", self.independence()),
            ("decentralisation", self.decentralisation()),
            ("aggregation", self.aggregation()),
        )
        if (self.invited() or self.room) and any(share is not None for _, (share, _, _) in measured):
            for name, (share, code, values) in measured:
                parts = {"independence": "alone", "decentralisation": "first_hand", "aggregation": "counted"}
                whole = values.get("people" if name == "aggregation" else "ideas", 0)
                said = self.say(f"report.measured.{code}", **values)
                yield self.meter(name, share, said, values.get(parts.get(name, "")), whole)
            yield from self.gauges()

    def gauges(self) -> Iterator[str]:
        """Say how original ideas are, compared as elsewhere, and how evenly they and the ballots come."""
        revealed = {one.id for one in self.material.challenges if one.revealed_at is not None}
        shown = [idea for idea in self.ideas if idea.challenge in revealed]
        lone = [idea.id for idea in shown if self.alone(idea)]
        original = measure_gauges(Given((), shown, lone=lone)).originality
        if original.value is not None:
            said = self.say(f"report.measured.{original.reason.code}", **original.reason.values)
            compared = [one for one in shown if sum(other.challenge == one.challenge for other in shown) > 1]
            yield self.meter("originality", original.value, said, len(original.ideas), len(compared))
        told = {one.id for one in self.material.challenges if self.told(one)}
        given = [
            sum(self.author(idea) == one.id for idea in self.material.ideas)
            + len({vote.challenge for vote in self.votes if vote.participant == one.id and vote.challenge in told})
            for one in self.room
        ]
        if len(given) < 2 or not any(given):
            return
        apart = sum(abs(one - other) for one in given for other in given)
        share = 1 - apart / (2 * len(given) * sum(given))
        wrote = len(given) - given.count(0)
        code = "silent" if wrote < len(given) else "even" if share >= EVEN else "few"
        said = self.say(f"report.measured.participation-{code}", part=wrote, whole=len(given))
        yield self.meter("participation", share, said, wrote, len(given))

    def bodies(self) -> list[Stakeholder]:
        return [one for one in self.material.stakeholders if one.category]

    def invited(self) -> bool:
        told = any(one.status is not StakeholderStatus.TO_INVITE for one in self.bodies())
        return told or any(one.category for one in self.room)

    def invitations(self) -> Iterator[str]:
        if not self.invited():
            return
        rows = []
        bodies = self.bodies()
        for category in {one.category for one in bodies} | {one.category for one in self.room if one.category}:
            own = [one for one in bodies if one.category == category]
            invited = sum(one.status is not StakeholderStatus.TO_INVITE for one in own)
            coming = sum(one.status in {StakeholderStatus.COMING, StakeholderStatus.CAME} for one in own)
            present = sum(one.category == category for one in self.room)
            if invited or coming or present:
                rows.append((category, invited, coming, present))
        asked = any(row[1] or row[2] for row in rows)
        yield self.say("report.presence.lead" if asked else "report.presence.lead-uninvited")
        for category, invited, coming, present in rows:
            name = self.say.category(category)
            yield f"{name}|{invited}|{coming}|{present}" if asked else f"{name}|{present}"
        if asked:
            yield self.say("report.presence.all", categories=self.say("report.separator").join(self.in_words(rows)))

    def in_words(self, rows: list[tuple[str, int, int, int]]) -> list[str]:
        order = [*USUAL_CATEGORIES, *sorted({row[0] for row in rows} - set(USUAL_CATEGORIES), key=str.casefold)]
        rows.sort(key=lambda row: order.index(row[0]))
        rows.sort(key=lambda row: (-row[3], -row[1]))
        return [
            self.say("report.presence.one", category=self.say.category(name), present=present, invited=invited)
            for name, invited, _, present in rows
        ]

    def meter(self, name: str, share: float | None, sentence: str, part: object = None, of: object = 0) -> str:
        """Say a share: of fewer than five in these numbers, which a part of is given for."""
        figure = self.say("report.conditions.unknown")
        if share is not None and part is not None and isinstance(of, int) and of < 5:
            figure = self.say("report.conditions.few", part=part, whole=of)
        elif share is not None:
            whole = 0 if share == 0 else 100 if share == 1 else min(99, max(1, round(share * 100)))
            figure = f"{whole}\u202f%" if self.say.language == "fr" else f"{whole}%"
        meaning = self.say(f"report.conditions.{name}-meaning")
        return f"{self.say(f'report.conditions.{name}')}|{figure}|{meaning} {sentence}"

    def diversity(self) -> tuple[float | None, str, dict[str, object]]:
        heard = {one.category for one in self.room} - {""}
        if not heard:
            return None, "diversity-unknown", {}
        usual = len(USUAL_CATEGORIES)
        present = len(heard & set(USUAL_CATEGORIES))
        wrote = {self.author(idea) for idea in self.material.ideas}
        silent = heard - {one.category for one in self.room if one.id in wrote}
        values: dict[str, object] = {"present": present, "usual": usual}
        if silent and self.material.ideas:
            return present / usual, "diversity-silent", {**values, "silent": len(silent)}
        return present / usual, "diversity-complete" if present == usual else "diversity-absent", values

    def independence(self) -> tuple[float | None, str, dict[str, object]]:
        if not self.ideas:
            return None, "independence-unknown", {}
        when = {one.id: one.revealed_at for one in self.material.challenges if one.revealed_at is not None}
        shown = [idea for idea in self.ideas if idea.challenge in when]
        if not shown:
            return None, "independence-unrevealed", {}
        own = [idea for idea in shown if self.author(idea) in self.seated]
        if not own:
            return None, "independence-unattributed", {"ideas": len(shown)}
        alone = sum(idea.written_at <= when[idea.challenge] for idea in own)
        values: dict[str, object] = {"alone": alone, "ideas": len(own), "uncounted": len(self.ideas) - len(own)}
        code = "-partial" if values["uncounted"] else "-complete" if alone == len(own) else ""
        seen = sum(self.seen(challenge) for challenge in self.material.challenges)
        if seen:
            values["seen"] = seen
            code = "-partial-slip" if values["uncounted"] else "-slip"
        return alone / len(own), f"independence{code}", values

    def decentralisation(self) -> tuple[float | None, str, dict[str, object]]:
        told = [idea for idea in self.ideas if idea.source is not None]
        if not told:
            return None, "decentralisation-unknown", {}
        first_hand = sum(idea.source is not None and idea.source.value in ("lived", "field") for idea in told)
        where = {one.id: one.sector for one in self.room}
        voiced = {where.get(self.author(idea) or "") for idea in self.material.ideas}
        silent = [one.name for one in self.material.sectors if one.name not in voiced]
        values: dict[str, object] = {"first_hand": first_hand, "ideas": len(told)}
        if len(told) < min(5, len(self.ideas)):
            return first_hand / len(told), "decentralisation-few", {**values, "whole": len(self.ideas)}
        if silent:
            return first_hand / len(told), "decentralisation-silent", {**values, "sectors": ", ".join(silent)}
        return first_hand / len(told), "decentralisation", values

    def aggregation(self) -> tuple[float | None, str, dict[str, object]]:
        if not self.room:
            return None, "aggregation-unknown", {}
        told = {one.id for one in self.material.challenges if self.told(one)}
        counted = {vote.participant for vote in self.votes if vote.challenge in told}
        counted |= {one.participant for one in self.scores if one.unsure or None not in (one.competence, one.interest)}
        counted &= self.seated
        values: dict[str, object] = {"counted": len(counted), "people": len(self.room)}
        code = "aggregation" if len(counted) == len(self.room) else "aggregation-partial"
        return len(counted) / len(self.room), code, values

    # the ideas of a challenge

    def leads(self) -> Iterator[str]:
        if self.ideas:
            yield self.say("report.ideas.lead")
        voted = [one for one in self.material.challenges if self.results(one)]
        if voted:
            yield self.say("report.ideas.lead-votes")
        if any(self.without_dots(one) for one in voted):
            yield self.say("report.ideas.lead-kept")
        marks = [self.marks(one) for one in self.material.challenges]
        if any(full or unsure for full, unsure in marks):
            yield self.say("report.matrices.lead")
        if any(full or unsure for full, unsure in marks if len(full) < 5):
            yield self.say("report.matrices.lead-few")

    def without_dots(self, challenge: Challenge) -> bool:
        """Tell whether an idea outside any group has no dot."""
        dotted = {option for option, _, _ in self.results(challenge)}
        return any(
            option == members[0].id and option not in dotted for option, members in self.options(challenge).items()
        )

    def marks(self, challenge: Challenge) -> tuple[list[Score], list[Score]]:
        scores = [one for one in self.scores if one.challenge == challenge.id]
        full = [one for one in scores if one.competence is not None and one.interest is not None]
        return full, [one for one in scores if one.unsure]

    def written(self, challenge: Challenge) -> Iterator[str]:
        ideas = self.of(challenge)
        held = sum(idea.challenge == challenge.id for idea in self.unread)
        removed = any(one.challenge == challenge.id for one in self.material.removals)
        if not (ideas or held or removed or self.worked(challenge)):
            return
        yield self.kicker(challenge)
        yield " ".join(self.course(challenge, ideas, held))
        results = self.results(challenge)
        if results:
            yield self.say("report.ideas.votes-caption", stake=challenge.stake)
            yield self.solid(challenge)
        options = self.options(challenge)
        for option, dots, people in results:
            same = [row for row in results if row[1:] == (dots, people)]
            rank = str(1 + sum((row[1], row[2]) > (dots, people) for row in results))
            place = self.say("report.ideas.tied", rank=rank) if len(same) > 1 else rank
            members = options[option]
            if option == members[0].id:
                yield "|".join((place, self.idea(members[0]), str(people), str(dots)))
            else:
                gathered = self.count("ideas.gathered", len(members))
                cell = ";".join((f"{self.title(option)} — {gathered}", *sorted(map(self.idea, members))))
                yield "|".join((place, cell, str(people), str(dots)))
        dotted = {option for option, _, _ in results}
        for option, members in options.items():
            if option not in dotted:
                if option != members[0].id:
                    gathered = self.count("ideas.gathered", len(members))
                    yield self.say("report.ideas.group", title=self.title(option), gathered=gathered)
                yield from map(self.idea, members)

    def solid(self, challenge: Challenge) -> str:
        """Say on how many ballots it hangs; how these are counted is held against brute force elsewhere."""
        ballots: dict[str, dict[str, int]] = {}
        for option, people in self.dots(challenge).items():
            for person, count in people.items():
                ballots.setdefault(person, {})[option] = count
        margin = measure_dots_margin(sorted(self.options(challenge)), ballots, len(self.seated | set(ballots)))
        return say_margin(self.say, margin.ballots, margin.added, margin.absent)

    def course(self, challenge: Challenge, ideas: list[Idea], held: int) -> Iterator[str]:
        own = [idea for idea in ideas if self.author(idea) in self.seated]
        yield self.count("ideas.count", len(ideas)) if ideas else self.say("report.ideas.none")
        if own and len(own) < len(ideas):
            yield self.count("ideas.elsewhere", len(ideas) - len(own))
        elif ideas and not own:
            yield self.count("ideas.all-elsewhere", len(ideas))
        if held:
            yield self.count("ideas.held", held)
        returned = sum(idea.once_held for idea in ideas)
        if returned:
            yield self.count("ideas.returned", returned)
        for by, key in ((Remover.AUTHOR, "withdrawn"), (Remover.FACILITATOR, "dismissed")):
            for one in self.material.removals:
                if (one.challenge, one.by) == (challenge.id, by):
                    yield self.count(f"ideas.{key}", one.count)
        voters = {person for people in self.dots(challenge).values() for person in people}
        if not self.told(challenge):
            voters = set()
            if self.voted(challenge):
                yield self.say(f"report.ideas.{self.untold(challenge)}")
        elif voters:
            yield self.count("ideas.voters", len(voters))
        else:
            yield self.say("report.ideas.no-voters")
        if challenge.stage is Stage.CLOSED and not self.voted(challenge):
            yield self.say("report.ideas.before-vote")
        if challenge.round > 1:
            yield self.count("ideas.rounds", challenge.round)
            kept = challenge.stage is Stage.CLOSED and challenge.announced not in (None, challenge.round)
            if self.told(challenge) and kept:
                yield self.say("report.ideas.announced-before")
            elif voters:
                yield self.say("report.ideas.last-round")
        glimpse = self.glimpse(challenge)
        if glimpse:
            yield self.count("ideas.glimpsed", glimpse)
        if challenge.revealed_at is not None and own:
            alone = sum(idea.written_at <= challenge.revealed_at for idea in own)
            seen = self.seen(challenge)
            if seen:
                yield self.say("report.ideas.alone-slip", alone=alone, ideas=len(own), seen=seen)
            elif alone == len(own):
                yield self.count("ideas.all-alone", alone)
            else:
                yield self.say("report.ideas.alone", alone=alone, ideas=len(own))
        if self.worked(challenge) and ideas and challenge.revealed_at is None and not glimpse:
            yield self.say("report.ideas.unshown")

    def slip(self, challenge: Challenge) -> Step | None:
        """The reveal by mistake: one that showed no idea showed nothing, one after the reveal nothing new."""
        found = [step for step in self.material.history if step.move == f"slip-{challenge.id}" and step.ideas != 0]
        return found[0] if found else None

    def glimpse(self, challenge: Challenge) -> int:
        slip = self.slip(challenge)
        if slip is None:
            return 0
        (back,) = (one for one in self.material.history if one.undoes == slip.move and one.kind is StepKind.UNDO)
        return max(1, round((back.at - slip.at).total_seconds()))

    def seen(self, challenge: Challenge) -> int:
        """Count the ideas of the room written after a slip and before the reveal."""
        slip, until = self.slip(challenge), challenge.revealed_at
        own = [idea for idea in self.of(challenge) if self.author(idea) in self.seated]
        return 0 if slip is None or until is None else sum(slip.at < idea.written_at <= until for idea in own)

    def idea(self, idea: Idea) -> str:
        remarks = [] if idea.source is None else [self.say(f"report.source.{idea.source.value}")]
        return join_entry(Bullet(idea.text, ", ".join(remarks + self.alone(idea))))

    def alone(self, idea: Idea) -> list[str]:
        """A lone idea is in no group, and nobody used its words; each text here is one of four, and a nonsense word."""
        if any(idea.id in one.members and one.undone_at is None for one in self.material.groups):
            return []
        near = [one for one in self.ideas if one.challenge == idea.challenge and one.id != idea.id]
        like = any(one.text.rsplit(" ", 1)[0] == idea.text.rsplit(" ", 1)[0] for one in near)
        return [self.say("report.ideas.original")] if near and not like else []

    # the matrices

    def placed(self, challenge: Challenge) -> Iterator[str]:
        full, unsure = self.marks(challenge)
        if not full and not unsure:
            return
        yield self.kicker(challenge)
        if len(full) < 5:
            yield self.count("matrices.few", len(full) + len(unsure))
            return
        drawn = self.words_of(full, len(unsure))
        files = {one.id for one in self.people if one.id not in self.seated}
        known = sum(one.participant in files for one in full)
        yield f"{drawn} {self.count('matrices.known', known)}" if known else drawn
        yield drawn
        yield self.say("report.matrices.table-caption", stake=challenge.stake)
        yield from "0123"
        cells = Counter((one.interest, one.competence) for one in full)
        for interest in (2, 1, 0, -1, -2):
            name = self.say(f"report.interest.{interest}")
            yield "|".join((name, *(str(cells[interest, competence]) for competence in range(4))))

    def words_of(self, full: list[Score], unsure: int) -> str:
        parts = [self.count("matrix.answers", len(full))]
        zones = Counter(name_zone(one.competence or 0, one.interest or 0) for one in full)
        parts += [self.count(f"matrix.in-{zone}", zones[zone]) for zone in ZONES if zones[zone]]
        cells = Counter((one.competence or 0, one.interest or 0) for one in full)
        most, competence, interest = max((n, c, i) for (c, i), n in cells.items())
        if list(cells.values()).count(most) == 1:  # several cells that hold as many are none of them the fullest
            parts.append(self.count("matrix.most", most, competence=competence, interest=signed(interest)))
        if unsure:
            parts.append(self.count("matrix.unsure", unsure))
        return " ".join(parts)

    # what is left, and how it was done

    def end(self) -> Iterator[str]:
        filled, places = self.filled()
        if self.room and self.absent():
            yield self.count("remaining.absent", len(self.absent()))
        if places > filled:
            yield self.count("remaining.vacant", places - filled)
        if self.waiting():
            yield self.count("remaining.to-confirm", self.waiting())
        if self.later():
            yield self.count("remaining.later", self.later())
        if self.another():
            yield self.count("remaining.another", self.another())
        served = {one.challenge for one in self.material.missions}
        chosen = [one for one in self.material.challenges if self.results(one) and self.voters(one) >= 3]
        lacking = [one for one in chosen if one.id not in served]
        if lacking:
            yield self.count("remaining.no-mission", len(lacking))
        for key, said in (("owner", "owner"), ("date", "first_date"), ("step", "next_step")):
            silent = sum(not getattr(one, said).strip() for one in self.material.missions)
            if silent:
                yield self.count(f"remaining.{key}", silent)
        yield from (self.say(f"report.method.{key}") for key in self.method())
        standing = [one for one in self.given if one.status is not AssignmentStatus.DECLINED]
        hand = [one for one in standing if one.reason.code == "by-hand"]
        if hand:
            yield self.count("method.by-hand", len(hand))
        if self.kept_consents():
            day = say_day(self.material.workshop.retention_until.date(), self.say.language)
            yield self.say("report.method.retention", day=day)
        if self.material.workshop.organiser and self.knows_somebody():
            yield self.say("report.method.organiser", organiser=self.material.workshop.organiser)

    def method(self) -> Iterator[str]:
        if self.ideas:
            yield "ideas"
            yield "concealed"
        grouped = [
            option
            for one in self.material.challenges
            for option, members in self.options(one).items()
            if option != members[0].id
        ]
        if grouped:
            yield "groups"
        if any(self.results(one) for one in self.material.challenges):
            yield "votes"
        if any(one.unsure for one in self.scores):
            yield "matrices"
        standing = [one for one in self.given if one.status is not AssignmentStatus.DECLINED]
        computed = [one for one in standing if one.reason.code != "by-hand"]
        if computed and all(int(one.reason.values["interest"]) >= 1 for one in computed):
            yield "missions"
        if standing:
            yield "decline"
        if self.kept_consents():
            yield "apart"
        if self.knows_somebody():
            yield "rights"

    def kept_consents(self) -> bool:
        return any(one.consented_at is not None for one in self._read_offers())

    def knows_somebody(self) -> bool:
        return bool(self.people)
