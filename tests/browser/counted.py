"""What a test counts of what people do, and what a synthesis must therefore say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from pathlib import Path
from typing import Final

from pypdf import PdfReader

from tests.browser.weighed import (
    LIKE_NO_OTHER,
    Ballot,
    count_added,
    count_changed,
    measure_nearest,
    measure_participation,
)
from workshop_kit.domain.diversity import USUAL_CATEGORIES
from workshop_kit.i18n import Translator
from workshop_kit.i18n.dates import say_day

SAY: Final = Translator("fr")
#: Fewer ballots put nothing first.
FEW_BALLOTS: Final = 3
ZONES: Final = ("ready", "learning", "advice", "resting")


def read_pdf(pdf: Path) -> str:
    """Return a PDF's text on one line, every kind of space the same, without its page numbers."""
    texts = [page.extract_text() for page in PdfReader(pdf).pages]
    for number, text in enumerate(texts, start=1):
        assert number == 1 or f"Page {number}/{len(texts)}" in text
    return flatten("\n".join(re.sub(r"Page \d+/\d+", "", text) for text in texts))


def flatten(text: str) -> str:
    """Make every space of a text the same, and a word with a hyphen whole where a line ends within it."""
    return re.sub(r"\s+", " ", re.sub(r"(\w-)\n", r"\1", text)).strip()


def name_zone(competence: int, interest: int) -> str:
    """Name the zone of a cell as the method's table has it."""
    if interest > 0:
        return "ready" if competence > 1 else "learning"
    return "advice" if competence > 1 and interest > -2 else "resting"


def count(key: str, number: int, **values: object) -> str:
    """Say a number with its noun, as the synthesis does."""
    return SAY.plural(f"report.{key}", number, **values)


@dataclass
class Written:
    """An idea: whether it was written before the reveal of its challenge (``alone``), and if so after a slip."""

    text: str
    author: str
    source: str
    alone: bool
    wording: int
    after_slip: bool


@dataclass
class Deed:
    """A mission: who accepted it by name (``None``: unnamed), and what was told of it."""

    challenge: int
    title: str
    places: int
    accepted: list[str | None] = field(default_factory=list)
    told: tuple[str, str, str] = ("", "", "")


class Counted:
    """Everything that was done in one afternoon, in plain lists; each challenge by its number."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.gone: set[str] = set()
        self.asked: dict[int, set[str]] = {}
        self.stakes: dict[int, str] = {}
        self.statements: dict[int, list[str]] = {}
        self.parts: dict[int, tuple[str, ...]] = {}
        self.ideas: dict[int, list[Written]] = {}
        self.dots: dict[int, dict[str, dict[str, int]]] = {}
        self.groups: dict[int, dict[str, list[str]]] = {}
        self.scores: dict[int, dict[str, tuple[int, int]]] = {}
        self.deeds: list[Deed] = []
        self.glimpsed: dict[int, float] = {}
        self.rounds: dict[int, int] = {}
        self.before: dict[int, dict[str, dict[str, int]]] = {}
        self.afterwards: list[str] = []
        self.days: list[str] = []

    def frame(self, number: int, stake: str, statement: str, parts: tuple[str, ...]) -> None:
        """Note a challenge as it was framed."""
        self.stakes[number], self.statements[number], self.parts[number] = stake, [statement], parts

    def note_idea(self, challenge: int, text: str, author: str, source: str, *, alone: bool) -> None:
        """Note an idea under the wording that its author read."""
        after_slip = alone and challenge in self.glimpsed
        written = Written(text, author, source, alone, len(self.statements[challenge]), after_slip)
        self.ideas.setdefault(challenge, []).append(written)

    def note_dots(self, challenge: int, option: str, person: str, dots: int) -> None:
        """Note how many dots somebody has on an option."""
        self.dots.setdefault(challenge, {}).setdefault(option, {})[person] = dots

    def take_up_again(self, challenge: int) -> None:
        """Note that a vote goes on in a second round, in which everybody keeps what they gave."""
        self.rounds[challenge] = self.rounds.get(challenge, 1) + 1
        self.before[challenge] = {option: dict(given) for option, given in self.dots[challenge].items()}

    def end_vote(self, challenge: int) -> None:
        """Note who is there as the results of a vote are opened."""
        self.asked[challenge] = set(self.people) - self.gone

    def find_deed(self, title: str) -> Deed:
        """Return the mission of that title."""
        return next(one for one in self.deeds if one.title == title)

    def rename(self, before: str, after: str) -> None:
        """Count what somebody gave from their first seat as theirs in the second."""
        self.people[after] = self.people.pop(before)
        self.asked = {one: {after if who == before else who for who in asked} for one, asked in self.asked.items()}
        for written in (one for ideas in self.ideas.values() for one in ideas if one.author == before):
            written.author = after
        votes = (*self.dots.values(), *self.before.values())
        for given in (one for options in votes for one in options.values() if before in one):
            given[after] = given.pop(before)

    def rank(self, challenge: int) -> list[tuple[int, bool, str, int, int]]:
        """Return each option with dots: its rank, whether it shares it, its title, its supporters, its dots."""
        results = [(sum(given.values()), len(given), title) for title, given in self.dots.get(challenge, {}).items()]
        shared = Counter((dots, people) for dots, people, _ in results)
        return [
            (1 + sum((d, p) > (dots, people) for d, p, _ in results), shared[dots, people] > 1, title, people, dots)
            for dots, people, title in sorted(results, reverse=True)
        ]

    def find_faults(self, said: str) -> list[str]:
        """Return what a synthesis ought to say and does not, and the figures in it that nobody counted."""
        faults, left = [], said
        for row in self._list_rows():
            faults += [] if re.search(row, said) else [f"no row like {row}"]
            left = re.sub(row, " ¶ ", left)
        sentences = dict.fromkeys(map(flatten, (*self._list_sentences(), *self._list_told(), *self.days)))
        faults += [sentence for sentence in sentences if sentence not in said]
        for sentence in sorted((*sentences, *map(flatten, _FIXED)), key=len, reverse=True):
            left = left.replace(sentence, " ¶ ")
        left = _NEED.sub(" ¶ ", left)
        helped = sum(int(one[1]) for one in _NEED.finditer(said))
        vacant = sum(one.places - len(one.accepted) for one in self.deeds)
        faults += [f"help for {helped} places of {vacant} that are vacant"] if helped > vacant else []
        figures = [left[max(0, one.start() - 50) : one.end() + 50] for one in re.finditer(r"\d+", left)]
        return [*faults, *self._find_untold(said), *(f"nobody counted: {figure}" for figure in figures)]

    def _find_untold(self, said: str) -> list[str]:
        """Return, of each vote, what is not said at its own place of how solid it is, and of who votes again."""
        faults = []
        for number, stake in self.stakes.items():
            _, *told = said.split(SAY("report.ideas.votes-caption", stake=stake))
            section = "".join(told).split(SAY("report.challenge-kicker", number=number + 1, stake=""))[0]
            sentences = map(flatten, (*self._say_solid(number), *self._say_shift(number)))
            faults += [f"not said of {stake}: {one}" for one in sentences if one not in section]
        return faults

    def _every_idea(self) -> list[Written]:
        return [written for ideas in self.ideas.values() for written in ideas]

    def _list_ballots(self, challenge: int) -> dict[str, Ballot]:
        """List by person what each gave: who gave nothing cast no ballot."""
        return _turn(self.dots.get(challenge, {}))

    def _list_options(self, challenge: int) -> list[str]:
        """List what is voted on: the groups, and the ideas in none."""
        groups = self.groups.get(challenge, {})
        gathered = {text for members in groups.values() for text in members}
        return [*groups, *(one.text for one in self.ideas[challenge] if one.text not in gathered)]

    def _count_judges(self) -> int:
        """Count who gave a dot or answered a matrix."""
        voters = {person for options in self.dots.values() for given in options.values() for person in given}
        return len(voters.union(*self.scores.values()))

    def _list_told(self) -> Iterator[str]:
        """Yield what was typed, and stands as it is."""
        yield from self.afterwards
        for number, statements in self.statements.items():
            yield SAY("report.challenge-kicker", number=number, stake=self.stakes[number])
            yield from (*statements, *self.parts[number])
        yield from (written.text for written in self._every_idea())
        for deed in self.deeds:
            owner, day, step = deed.told
            yield from (deed.title, owner, say_day(date.fromisoformat(day), "fr"), step)
            yield from (name for name in deed.accepted if name is not None)

    def _list_sentences(self) -> Iterator[str]:
        """Yield the sentences that hold a figure."""
        yield from self._say_room()
        for number in self.stakes:
            yield from self._say_first(number)
            yield from self._say_wordings(number)
            yield from self._say_course(number)
            yield from self._say_shift(number)
            yield from self._say_solid(number)
        yield from self._say_gauges()
        yield from self._say_matrices()
        yield from self._say_missions()

    def _say_room(self) -> Iterator[str]:
        ideas, categories = self._every_idea(), set(self.people.values())
        absent = [one for one in USUAL_CATEGORIES if one not in categories]
        usual, present = len(USUAL_CATEGORIES), len(USUAL_CATEGORIES) - len(absent)
        silent = categories - {self.people[written.author] for written in ideas}
        alone = sum(written.alone for written in ideas)
        first_hand = sum(written.source in ("lived", "field") for written in ideas)
        yield count("brief.people", len(self.people), categories=count("categories", len(categories)))
        yield count("brief.ideas", len(ideas), challenges=count("on-challenges", len(self.ideas)))
        yield SAY("report.measured.diversity-silent", present=present, usual=usual, silent=len(silent))
        seen = sum(written.after_slip for written in ideas)
        slip = "-slip" if seen else ""
        yield SAY(
            f"report.measured.independence{slip}", alone=alone, ideas=len(ideas), **({"seen": seen} if seen else {})
        )
        yield SAY("report.measured.decentralisation", first_hand=first_hand, ideas=len(ideas))
        counted = self._count_judges()
        partial = "" if counted == len(self.people) else "-partial"
        yield SAY(f"report.measured.aggregation{partial}", counted=counted, people=len(self.people))
        for condition, share in (
            ("diversity", present / usual),
            ("independence", alone / len(ideas)),
            ("decentralisation", first_hand / len(ideas)),
            ("aggregation", counted / len(self.people)),
        ):
            yield f"{SAY(f'report.conditions.{condition}')} {round(100 * share)} %"
        yield count("remaining.absent", len(absent))

    def _say_first(self, number: int) -> Iterator[str]:
        first = [row for row in self.rank(number) if row[0] == 1]
        if not first:
            yield count("first.no-dots", len(self.ideas[number]))
            return
        cast = len(self._list_ballots(number))
        if cast < FEW_BALLOTS:
            yield f"{self.stakes[number]} {count('first.few', cast)}"
            return
        ballots = count("ballots", cast)
        said = (
            count("first.tied", len(first), ballots=ballots)
            if len(first) > 1
            else SAY("report.first.one", ballots=ballots)
        )
        yield f"{self.stakes[number]} {said}"
        for _, _, title, people, dots in first:
            yield f"{title} — {count('first.support', people, dots=count('first.dots', dots))}"

    def _say_wordings(self, number: int) -> Iterator[str]:
        *earlier, _ = statements = self.statements[number]
        answered = Counter(written.wording for written in self.ideas[number])
        if earlier:
            yield count("wording.present", answered[len(statements)])
        for wording, statement in enumerate(earlier, start=1):
            yield count("wording.earlier", answered[wording], statement=statement)

    def _say_course(self, number: int) -> Iterator[str]:
        ideas = self.ideas[number]
        voters = {person for given in self.dots.get(number, {}).values() for person in given}
        alone = sum(written.alone for written in ideas)
        yield count("ideas.count", len(ideas))
        yield count("ideas.voters", len(voters)) if voters else SAY("report.ideas.no-voters")
        if number in self.rounds:
            yield f"{count('ideas.rounds', self.rounds[number])} {SAY('report.ideas.last-round')}"
        seen = sum(written.after_slip for written in ideas)
        if seen:
            yield SAY("report.ideas.alone-slip", alone=alone, ideas=len(ideas), seen=seen)
        elif alone == len(ideas):
            yield count("ideas.all-alone", alone)
        else:
            yield SAY("report.ideas.alone", alone=alone, ideas=len(ideas))
        for members in self.groups.get(number, {}).values():
            yield count("ideas.gathered", len(members))

    def _say_shift(self, number: int) -> Iterator[str]:
        before, now = _turn(self.before.get(number, {})), self._list_ballots(number)
        again = [person for person in before if person in now]
        if again:
            assert all(before[one] == now[one] for one in again), "how far ballots move is counted nowhere here"
            yield count("result.shift-none", len(again))

    def _say_solid(self, number: int) -> Iterator[str]:
        """Say how solid a first place is, every other ballot tried."""
        ballots = self._list_ballots(number)
        if not ballots:
            return
        options, cast = self._list_options(number), list(ballots.values())
        absent = len(self.asked[number] - set(ballots))
        changed = f"{SAY('report.result.solid')} {count('margin.changed', count_changed(options, cast))}"
        if absent == 0:
            yield f"{changed} {SAY('report.margin.all-voted')}"
            return
        added = count_added(options, cast)
        could = count("margin.could" if added <= absent else "margin.could-not", absent)
        yield f"{changed} {count('margin.added', added)} {could}"

    def _say_gauges(self) -> Iterator[str]:
        """Say how far ideas stand from one another, and how evenly people gave ideas and ballots."""
        near = {key: one for number in self.ideas for key, one in self._measure_near(number).items()}
        apart = sum(1 - one for one in near.values()) / len(near)
        yield f"{SAY('report.conditions.originality')} {round(100 * apart)} %"
        yield SAY("report.measured.originality-lone", number=len(list(self._list_lone())))
        for challenge, text in self._list_lone():
            (source,) = {one.source for one in self.ideas[challenge] if one.text == text}
            yield f"{text} — {SAY(f'report.source.{source}')}, {SAY('report.ideas.original')}"
        votes = [*self.dots.values(), *self.before.values()]
        given = Counter(written.author for written in self._every_idea())
        given.update(person for options in votes for person in _turn(options))
        shared = measure_participation([given[person] for person in self.people])
        yield f"{SAY('report.conditions.participation')} {round(100 * shared)} %"
        yield SAY("report.measured.participation-silent", part=len(given), whole=len(self.people))

    def _measure_near(self, challenge: int) -> dict[tuple[int, str], float]:
        near = measure_nearest([one.text for one in self.ideas[challenge]])
        return {(challenge, text): likeness for text, likeness in near.items()}

    def _list_lone(self) -> Iterator[tuple[int, str]]:
        """Yield the ideas like no other of their challenge, and in no group."""
        for challenge in self.ideas:
            apart = set(self._list_options(challenge))
            near = self._measure_near(challenge)
            yield from (key for key, likeness in near.items() if likeness < LIKE_NO_OTHER and key[1] in apart)

    def _say_matrices(self) -> Iterator[str]:
        for number, scores in self.scores.items():
            if len(scores) < 5:
                yield count("matrices.few", len(scores))
                continue
            zones = Counter(name_zone(competence, interest) for competence, interest in scores.values())
            parts = [count(f"matrix.in-{zone}", zones[zone]) for zone in ZONES if zones[zone]]
            caption = SAY("report.matrices.table-caption", stake=self.stakes[number])
            yield f"{caption} {SAY('report.column.interest')} 0 1 2 3"
            yield " ".join((count("matrix.answers", len(scores)), *parts))

    def _say_missions(self) -> Iterator[str]:
        filled, places = sum(len(one.accepted) for one in self.deeds), sum(one.places for one in self.deeds)
        yield count("brief.missions", len(self.deeds), filled=filled, places=places)
        yield count("missions.lead", len(self.deeds), filled=filled, places=places)
        yield count("remaining.vacant", places - filled)
        yield from (count("who.accepted", deed.accepted.count(None)) for deed in self.deeds if None in deed.accepted)
        led = {deed.challenge for deed in self.deeds}
        leading = [one for one in self.stakes if len(self._list_ballots(one)) >= FEW_BALLOTS]
        yield count("remaining.no-mission", sum(one not in led for one in leading))
        for place, what in enumerate(("owner", "date", "step")):
            silent = sum(not deed.told[place] for deed in self.deeds)
            if silent:
                yield count(f"remaining.{what}", silent)

    def _list_rows(self) -> Iterator[str]:
        """Yield patterns of the rows of tables, and of what stands beside one another."""
        figures = (
            ("participants", len(self.people)),
            ("worked", len(self.ideas)),
            ("ideas", len(self._every_idea())),
            ("filled", sum(len(one.accepted) for one in self.deeds)),
        )
        yield r" ?".join(rf"{number} ?{re.escape(count(f'count.{name}', number))}" for name, number in figures)
        for category, people in Counter(self.people.values()).items():
            yield rf"{re.escape(SAY.category(category))} {people}\b"  # nobody was invited: no column says so
        for number in self.stakes:
            yield from (self._match_option(number, *row) for row in self.rank(number))
        for scores in self.scores.values():
            if len(scores) >= 5:
                cells = Counter(scores.values())
                for interest in (2, 1, 0, -1, -2):
                    counts = " ".join(str(cells[competence, interest]) for competence in range(4))
                    yield rf"{re.escape(flatten(SAY(f'report.interest.{interest}')))} {counts}\b"
        for deed in self.deeds:
            filled = re.escape(SAY("report.missions.of", filled=len(deed.accepted), places=deed.places))
            yield rf"{re.escape(deed.title)}\D{{0,260}}?(?:\d+ personnes?)?(?:compétence 2)?\D{{0,260}}?{filled}\b"
            free = deed.places - len(deed.accepted)
            if free:
                yield rf"{re.escape(deed.title)}\D{{0,3}}{re.escape(count('missions.free-places', free))}"
        for most in self.glimpsed.values():
            yield "|".join(re.escape(count("ideas.glimpsed", seconds)) for seconds in range(1, ceil(most) + 1))

    def _match_option(self, number: int, rank: int, tied: bool, title: str, people: int, dots: int) -> str:
        place = SAY("report.ideas.tied", rank=rank) if tied else str(rank)
        members = self.groups.get(number, {}).get(title, [])
        gathered = f" — {count('ideas.gathered', len(members))}" if members else ""
        before = self.before.get(number)
        earlier = "" if before is None else f" {sum(before.get(title, {}).values())}"
        return rf"\b{place} {re.escape(title)}{gathered}\D{{0,260}}? ?{people} {dots}{earlier}\b"


def _turn(given: Mapping[str, Mapping[str, int]]) -> dict[str, Ballot]:
    """Return by person what by option is known."""
    people = {person: None for one in given.values() for person, dots in one.items() if dots}
    return {person: {option: one[person] for option, one in given.items() if one.get(person)} for person in people}


#: What a synthesis says in figures whoever was there: how competence and interest are told, and what a matrix is.
_FIXED: Final = tuple(SAY(f"report.{key}") for key in ("matrices.lead", *(f"matrices.zone-{zone}" for zone in ZONES)))
#: Who one more person would have to be, and for how many places that nobody holds.
_NEED: Final = re.compile(
    r"Une personne de plus, qui veut aider \(intérêt \+1 ou \+2\)(?:, compétence [123] ou plus)?[^.]*?"
    r", pourrait prendre[^.]*\."
    r"\s*Places? concernées?\s*:\s*(\d+)\s*\."
)
