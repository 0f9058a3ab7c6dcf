"""The room: who is there, who is missing, and what is to be settled about who left or sits twice."""

from __future__ import annotations

from workshop_kit.domain.model import Change
from workshop_kit.live.acts.erasing import erase_person, keep_seat
from workshop_kit.live.acts.settling import join_seats, part_seats, set_away
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.people import AnswerErasure, JoinSeats, KeepApart, PeopleModel, SetAway
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.people_book import PeopleBook
from workshop_kit.store import Repository


class PeopleDesk(Desk):
    """Who is in the room (*la salle*), and who is no longer waited for."""

    def _forget(self) -> None:
        super()._forget()
        self._feed: list[Change] = []

    @shows(
        *("workshop", "challenge", "participant", "stakeholder", "idea", "vote", "score", "volunteer", "step", "apart"),
        pace=DRAW_EVERY,
    )
    def people_model(self) -> PeopleModel:
        """Return who is there and what is to be settled, by pseudonym alone."""
        self._feed += self.store.changes_since(self._feed[-1].sequence if self._feed else 0)
        return self.store.read(lambda repository: PeopleBook(repository, self.translator, self.now()).read(self._feed))

    @intention
    def set_away(self, repository: Repository, asked: SetAway) -> None:
        """Note that somebody left, so that nobody waits for them, or that they are there; ``MissingEntry``.

        Whatever they do on their phone says that they are there.
        """
        set_away(repository, asked.participant, self.now() if asked.away else None)

    @intention
    def join_seats(self, repository: Repository, asked: JoinSeats) -> None:
        """Have two seats count as one person's, or part them again; what each of them gave is not touched.

        Raises
        ------
        InvalidEntry
            ``seat-to-itself``, ``seats-already-one``, or ``seat-not-joined``.
        MissingEntry
            One of them is not there.

        """
        if asked.to is None:
            part_seats(repository, asked.participant, self.now())
        else:
            join_seats(repository, asked.participant, asked.to, self.now())

    @intention
    def keep_apart(self, repository: Repository, asked: KeepApart) -> None:
        """Note that two who look like one person are two, or ask about them again; raises ``MissingEntry``."""
        if asked.apart:
            repository.add_apart(asked.participant, asked.other, self.now())
        else:
            repository.remove_apart(asked.participant, asked.other)

    @intention
    def answer_erasure(self, repository: Repository, asked: AnswerErasure) -> None:
        """Erase a seat that was joined to one erased on a phone, or leave it; raises ``MissingEntry``."""
        if asked.erased:
            erase_person(repository, asked.participant, self.now(), with_ideas=asked.with_ideas)
        else:
            keep_seat(repository, asked.participant)
