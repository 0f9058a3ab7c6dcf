"""Participants, the browsers they come with, and the volunteers' contact details, kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import uuid4

from sqlalchemy import Table

from workshop_kit.domain.answer_traces import ANSWERED, AnswerTrace, write_answer
from workshop_kit.domain.course import Stage
from workshop_kit.domain.forms import Consent
from workshop_kit.domain.model import Origin, Participant, Volunteer
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.seat_traces import SeatTrace, write_trace
from workshop_kit.errors import InvalidEntry, MissingEntry
from workshop_kit.store import schema, seating_tables
from workshop_kit.store.shelf import Noun, Shelf, row_of

PARTICIPANT: Final = Noun("participant", Participant, schema.participant)
VOLUNTEER: Final = Noun("volunteer", Volunteer, schema.volunteer)
#: What stands, before their id, where a seat has its folded pseudonym; an id cannot be guessed and so not be typed.
_UNSEATED: Final = "file"


class Named(NamedTuple):
    """Who bears a pseudonym."""

    id: str
    pseudonym: str


class Attending(NamedTuple):
    """What tells whether somebody is in the room, see ``domain.presence``."""

    id: str
    origin: Origin
    away_at: datetime | None
    joined_to: str | None
    slip: int | None


class PeopleShelf(Shelf):
    """Table data gateway of participants, visitors, volunteers, and who has finished a phase."""

    def list_participants(self) -> tuple[Participant, ...]:
        """Return the participants in the order they came."""
        return self._list(PARTICIPANT)

    def list_named(self) -> tuple[Named, ...]:
        """Return who bears a pseudonym in the room, by their ids: nobody who is known from a file or the form alone."""
        rows = self._rows(schema.participant, "id", "pseudonym", "origin")
        return tuple(Named(row.id, row.pseudonym) for row in rows if row.origin.seated)

    def list_attending(self) -> tuple[Attending, ...]:
        """Return what tells who is in the room: what every page that is waited on asks for, of everybody."""
        rows = self._rows(schema.participant, *Attending._fields)
        return tuple(Attending(*row) for row in rows)

    def find_participant(self, participant: str) -> Participant:
        """Return the participant with this id; raises ``MissingEntry``."""
        return self._get(PARTICIPANT, participant)

    def list_joined(self, participant: str) -> tuple[Participant, ...]:
        """Return the seats that were joined to this one, in the order they came."""
        return self._list(PARTICIPANT, joined_to=participant)

    def is_any_joined(self) -> bool:
        """Tell whether any seat was joined to another; of a whole room no more is read for it than its ids."""
        rows = self._rows(schema.participant, "joined_to")
        return any(row.joined_to is not None for row in rows)

    def note_parting(self, participant: str) -> None:
        """Note that somebody said on their phone that another seat is not theirs; the facilitator reads it."""
        self._require_participant(participant)
        self._note("parting", participant)

    def note_trace(self, trace: SeatTrace) -> None:
        """Note who joined or parted two seats, and when; the facilitator reads it."""
        self._note(trace.kind, write_trace(trace))

    def note_answer(self, trace: AnswerTrace) -> None:
        """Note who typed in what somebody answers to a mission, and when; the facilitator reads it."""
        self._note(ANSWERED, write_answer(trace))

    def note_erasure(self, participant: str, *, with_ideas: bool) -> None:
        """Note that a person joined to this seat was erased on their phone; the facilitator is asked."""
        self._require_participant(participant)
        self._note("erasure" if with_ideas else "erasure-but-ideas", participant)

    def note_keeping(self, participant: str) -> None:
        """Note that the facilitator answered: this seat stays."""
        self._require_participant(participant)
        self._note("keeping", participant)

    def find_participant_by_pseudonym(self, pseudonym: str) -> Participant | None:
        """Return the seat of the room that bears this pseudonym, whatever its case, accents and spaces."""
        return self._find(PARTICIPANT, folded=fold_name(pseudonym))

    def find_participant_by_visitor(self, visitor: str) -> Participant | None:
        """Return who sits behind this browser."""
        linked = self._rows(schema.visitor, "participant", id=visitor)
        return self._find(PARTICIPANT, id=linked[0][0]) if linked else None

    def link_visitor(self, visitor: str, participant: str) -> None:
        """Remember that this browser is this participant's; one participant may have several."""
        self._require_participant(participant)
        self._write_pair(schema.visitor, {"id": visitor, "participant": participant})
        self._note("participant", participant)

    def has_browser(self, participant: str) -> bool:
        """Tell whether some browser is this participant's."""
        return self._is_there(schema.visitor, participant=participant)

    def list_with_browser(self) -> frozenset[str]:
        """Return the participants that have a browser; the others are known from files and papers."""
        return frozenset(row.participant for row in self._rows(schema.visitor, "participant"))

    def note_typist(self, visitor: str, participant: str) -> None:
        """Note at whose browser a participant's numbered paper was typed in; it goes with the participant."""
        self._require_participant(participant)
        self._write_pair(schema.paper_typist, {"participant": participant, "visitor": visitor})
        self._note("helper", visitor)

    def forget_typists(self, participant: str) -> None:
        """Forget at whose browsers a participant's numbered paper was typed in: nothing of what they typed stands."""
        for (visitor,) in self._rows(schema.paper_typist, "visitor", participant=participant):
            self._note("helper", visitor)
        self._erase(schema.paper_typist, participant=participant)

    def list_typists(self) -> tuple[tuple[str, str], ...]:
        """Return the browsers at which papers were typed in, each with the voice of one paper."""
        rows = self._rows(schema.paper_typist, "visitor", "participant", order=("visitor", "participant"))
        return tuple((row.visitor, row.participant) for row in rows)

    def note_printed(self, numbers: range, at: datetime) -> None:
        """Note that papers with these numbers were printed; only printed numbers are let in from then on."""
        self._write_pair(schema.paper_printing, {"first": numbers[0], "last": numbers[-1], "at": at})

    def list_printed(self) -> tuple[range, ...]:
        """Return the numbers of the papers that were printed, a printing after the other."""
        rows = self._rows(schema.paper_printing, "first", "last", order=("at", "first", "last"))
        return tuple(range(row.first, row.last + 1) for row in rows)

    def add_participant(self, participant: Participant) -> None:
        """Add a participant; a pseudonym that another seat bears raises ``InvalidEntry``.

        People known from a file alone are called as the file calls them: their names are nobody's to take.
        """
        self._insert(PARTICIPANT, self._participant_row(participant))

    def add_participants(self, participants: Sequence[Participant]) -> None:
        """Add many people of a file at once, as ``add_participant`` adds one."""
        known = self._list_keys(schema.participant) if participants else ()

        def make_rows() -> Iterator[dict[str, Any]]:
            for one in participants:
                if (one.id,) in known:
                    raise InvalidEntry("already-there", id=one.id)
                yield {**self._participant_row(one), "added": self._writer.next_sequence}
                self._note(PARTICIPANT.name, one.id)

        self._add(schema.participant, make_rows())

    def update_participant(self, participant: Participant) -> None:
        """Replace the participant with the same id; raises ``MissingEntry``, or ``InvalidEntry`` as when adding."""
        self._change(PARTICIPANT, self._participant_row(participant))

    def remove_participant(self, participant: str) -> None:
        """Erase a person: contact details, scores, votes, assignments and browsers go; ideas stay without author.

        The right to erasure (GDPR, article 17). Copies made before a migration are files of the folder's owner.
        """
        self._require_participant(participant)
        self._writer.erases = True
        for kind, table in (*(("vote", table) for table in schema.VOTES), ("score", schema.score)):
            for (challenge,) in self._rows(table, "challenge", participant=participant):
                self._note(kind, participant, challenge)
        for idea, challenge in self._rows(schema.idea, "id", "challenge", author=participant):
            self._note("idea", idea, challenge)
        for (challenge,) in self._rows(schema.drawing_mark, "challenge", participant=participant):
            # one mark less in a picture that the room knows would say whose it was
            self._replace(schema.drawing, {"withdrawn": True}, challenge=challenge)
            self._note("drawing", challenge, challenge)
        for kind, table in (
            ("volunteer", schema.volunteer),
            ("finished", schema.finished),
            ("assignment", schema.assignment),
            ("table", seating_tables.table_stay),
        ):
            if self._is_there(table, participant=participant):
                self._note(kind, participant)
        for (beginner,) in self._rows(schema.assignment, "participant", beside=participant):
            self._note("assignment", beginner)  # who went with them goes alone
        for (number,) in self._rows(seating_tables.table_seat, "number", participant=participant):
            self._note("table", str(number))
        self._delete(PARTICIPANT, participant)

    def list_volunteers(self) -> tuple[Volunteer, ...]:
        """Return those who offered help, in the order they came."""
        return self._volunteers()

    def find_volunteer(self, participant: str) -> Volunteer | None:
        """Return the contact details this participant left, if any."""
        found = self._volunteers(participant=participant)
        return found[0] if found else None

    def update_volunteer(self, volunteer: Volunteer) -> None:
        """Add or replace the contact details of a participant."""
        self._require_participant(volunteer.participant)
        for challenge in (*volunteer.challenges, *volunteer.declined):
            self._require_challenge(challenge)
        is_there = self._is_there(schema.volunteer, participant=volunteer.participant)
        self._write_volunteers([volunteer], {(volunteer.participant,)} if is_there else ())

    def update_volunteers(self, volunteers: Sequence[Volunteer]) -> None:
        """Add or replace the contact details of many at once, each person's once."""
        people, challenges = self._list_keys(schema.participant), self._list_keys(schema.challenge)
        for one in volunteers:
            if (one.participant,) not in people:
                raise MissingEntry("no-participant", id=one.participant)
            for challenge in (*one.challenges, *one.declined):
                if (challenge,) not in challenges:
                    raise MissingEntry("no-challenge", id=challenge)
        self._write_volunteers(volunteers, self._list_keys(schema.volunteer))

    def _write_volunteers(self, volunteers: Sequence[Volunteer], known: Collection[tuple[str, ...]]) -> None:
        old = [one for one in volunteers if (one.participant,) in known]
        self._add(
            schema.volunteer, self._make_rows_of_new(one for one in volunteers if (one.participant,) not in known)
        )
        self._replace_all(schema.volunteer, (_volunteer_row(one) for one in old))
        for one in old:
            self._writer.erases = True  # the details that were corrected
            self._note(VOLUNTEER.name, one.participant)
        self._write_named(schema.volunteer_challenge, {one.participant: one.challenges for one in volunteers}, known)
        self._write_named(schema.volunteer_declined, {one.participant: one.declined for one in volunteers}, known)
        self._write_consents(volunteers, known)

    def _write_consents(self, volunteers: Sequence[Volunteer], known: Collection[tuple[str, ...]]) -> None:
        """Write what else each agreed to; of those not ``known`` nothing stands yet."""
        for one in volunteers:
            if (one.participant,) in known:
                self._erase(schema.consent, participant=one.participant)
        self._add(
            schema.consent,
            (
                {"participant": one.participant, "purpose": given.purpose, "at": given.at}
                for one in volunteers
                for given in one.consents
            ),
        )

    def _make_rows_of_new(self, volunteers: Iterable[Volunteer]) -> Iterator[dict[str, Any]]:
        for one in volunteers:
            yield {**_volunteer_row(one), "added": self._writer.next_sequence}
            self._note(VOLUNTEER.name, one.participant)

    def _write_named(
        self, table: Table, named: Mapping[str, Iterable[str]], known: Collection[tuple[str, ...]]
    ) -> None:
        """Write the challenges that people name, in their order; of those not ``known`` nothing stands yet."""
        for participant in named:
            if (participant,) in known:
                self._erase(table, participant=participant)
        rows = (
            {"participant": participant, "challenge": challenge, "rank": rank}
            for participant, challenges in named.items()
            for rank, challenge in enumerate(dict.fromkeys(challenges))
        )
        self._add(table, rows)

    def remove_volunteer(self, participant: str) -> None:
        """Erase the contact details of a participant, who stays in the room; raises ``MissingEntry``."""
        if not self._is_there(schema.volunteer, participant=participant):
            raise MissingEntry("no-volunteer", id=participant)
        self._erase(schema.volunteer, participant=participant)
        self._writer.erases = True
        self._note("volunteer", participant)

    def list_finished(self, challenge: str, stage: Stage) -> frozenset[str]:
        """Return the ids of the participants who said they have finished this stage of a challenge."""
        rows = self._rows(schema.finished, "participant", challenge=challenge, stage=stage)
        return frozenset(row.participant for row in rows)

    def add_finished(self, challenge: str, stage: Stage, participant: str) -> None:
        """Note that a participant has finished a stage of a challenge; saying it twice changes nothing more."""
        self._require_participant(participant)
        self._require_challenge(challenge)
        self._write_pair(schema.finished, {"challenge": challenge, "stage": stage, "participant": participant})
        self._note("finished", participant, challenge)

    def remove_finished(self, challenge: str, stage: Stage, participant: str) -> None:
        """Note that a participant goes on with a stage after all."""
        self._erase(schema.finished, challenge=challenge, stage=stage, participant=participant)
        self._note("finished", participant, challenge)

    def remove_all_finished(self, challenge: str, stage: Stage) -> None:
        """Note that everybody goes on with a stage after all."""
        people = self.list_finished(challenge, stage)
        if people:
            self._erase(schema.finished, challenge=challenge, stage=stage)
            self._note_many("finished", people, challenge)

    def list_helpers(self) -> tuple[str, ...]:
        """Return the browsers that were let in as helpers."""
        return tuple(row.visitor for row in self._rows(schema.helper, "visitor", order=("at", "visitor")))

    def add_helper(self, visitor: str, at: datetime) -> None:
        """Let a browser in as a helper's."""
        self._write_pair(schema.helper, {"visitor": visitor, "at": at})
        self._note("helper", visitor)

    def remove_helper(self, visitor: str) -> None:
        """Let a browser be a helper's no more."""
        self._erase(schema.helper, visitor=visitor)
        self._note("helper", visitor)

    def list_tries(self) -> tuple[tuple[str, datetime], ...]:
        """Return the browsers that tried to be a helper's and were refused, and when, each once a try."""
        rows = self._rows(schema.helper_try, "visitor", "at", order=("at", "id"))
        return tuple((row.visitor, row.at) for row in rows)

    def add_try(self, visitor: str, at: datetime) -> None:
        """Note that a browser tried to be a helper's and was refused; nothing on any page changes."""
        self._add(schema.helper_try, [{"id": uuid4().hex, "visitor": visitor, "at": at}])

    def forget_tries(self, before: datetime) -> None:
        """Forget who tried before then and was refused."""
        for row in self._rows(schema.helper_try, "id", "at"):
            if row.at < before:
                self._erase(schema.helper_try, id=row.id)

    def remove_helpers(self) -> None:
        """Let no browser be a helper's any more."""
        for visitor in self.list_helpers():
            self.remove_helper(visitor)

    def _participant_row(self, participant: Participant) -> dict[str, Any]:
        if not participant.origin.seated:  # no name of a list is ever looked up by who types one
            return {**row_of(participant), "folded": f"{_UNSEATED} {participant.id}"}
        folded = fold_name(participant.pseudonym)
        bearer = self.find_participant_by_pseudonym(participant.pseudonym)
        if bearer is not None and bearer.id != participant.id:
            raise InvalidEntry("pseudonym-taken", pseudonym=participant.pseudonym)
        return {**row_of(participant), "folded": folded}

    def _volunteers(self, **equal: str) -> tuple[Volunteer, ...]:
        offered = self._challenges_of(schema.volunteer_challenge, **equal)
        declined = self._challenges_of(schema.volunteer_declined, **equal)
        agreed: dict[str, list[Consent]] = {}
        for row in self._rows(
            schema.consent, "participant", "purpose", "at", order=("participant", "purpose"), **equal
        ):
            agreed.setdefault(row.participant, []).append(Consent(row.purpose, row.at))
        rows = self._rows(schema.volunteer, *VOLUNTEER.columns, order=("added",), **equal)
        return tuple(
            Volunteer(
                **row._asdict(),
                challenges=tuple(offered.get(row.participant, ())),
                declined=tuple(declined.get(row.participant, ())),
                consents=tuple(agreed.get(row.participant, ())),
            )
            for row in rows
        )

    def _challenges_of(self, table: Table, **equal: str) -> dict[str, list[str]]:
        """Return the challenges that ``table`` names for each participant, in their order."""
        challenges: dict[str, list[str]] = {}
        for participant, challenge in self._rows(
            table, "participant", "challenge", order=("participant", "rank"), **equal
        ):
            challenges.setdefault(participant, []).append(challenge)
        return challenges


def _volunteer_row(volunteer: Volunteer) -> dict[str, Any]:
    return row_of(volunteer, "challenges", "declined", "consents")
