"""The room: people without a phone, the helpers who speak for them, and the papers they write on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from workshop_kit.domain.answer_traces import ANSWERED
from workshop_kit.domain.model import Idea, Origin, Participant
from workshop_kit.live.acts.helping import change_code, close_door, let_go, make_code, name_helper
from workshop_kit.live.acts.holding import hold_papers
from workshop_kit.live.acts.speaking import change_voice
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.synthesis import Fetched, MakingStands
from workshop_kit.live.contract.facilitator.voices import (
    Helper,
    HoldPapers,
    PaperKind,
    PapersAsked,
    PapersModel,
    VoicesDeskModel,
    WhichHelper,
    WhichPapers,
)
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.contract.voices import WhichVoice
from workshop_kit.live.door import open_with_words, read_words
from workshop_kit.live.facilitator.papers import PAPER_KIND, PapersDesk
from workshop_kit.live.facilitator.slips import SlipsDesk
from workshop_kit.live.held import PAPER, is_held_for
from workshop_kit.live.joining import read_join_address
from workshop_kit.live.voice_book import VoiceBook
from workshop_kit.live.voices import SpeaksForOthers
from workshop_kit.store import Repository


class VoicesDesk(SpeaksForOthers, SlipsDesk, PapersDesk):
    """The people without a phone (*voix sans téléphone*), the helpers' code, and the papers to print."""

    @shows(
        *("workshop", "challenge", "participant", "stakeholder", "sector", "idea", "group", "vote", "score"),
        *("volunteer", "mission", "assignment", "helper", ANSWERED, PAPER_KIND),
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "helper", PAPER_KIND),
        sections=("voices",),
    )
    def voices_model(self) -> VoicesDeskModel:
        """Return the people without a phone, what is open for each, the helpers' code, and how the papers stand."""
        self._follow_answers()
        return self.store.read(self._read_voices)

    @intention
    def take_voice(self, repository: Repository, asked: WhichVoice) -> None:
        """Speak for somebody whose phone is dead; raises ``InvalidEntry`` (``speaks-for-themselves``)."""
        change_voice(repository, asked.participant, without_phone=True)

    @intention
    def give_voice_back(self, repository: Repository, asked: WhichVoice) -> None:
        """Let somebody speak by their own phone again; raises ``InvalidEntry`` (``speaks-for-themselves``)."""
        change_voice(repository, asked.participant, without_phone=False)

    @intention
    def change_helper_code(self, repository: Repository) -> None:
        """Make another code for helpers; who is in stays in."""
        change_code(repository, make_code(self.language))

    @intention
    def let_helper_go(self, repository: Repository, asked: WhichHelper) -> None:
        """Let one helper out; what they typed stays."""
        let_go(repository, asked.helper)

    @intention
    def hold_papers(self, repository: Repository, asked: HoldPapers) -> None:
        """Hold back the ideas of all papers that one helper typed in, or give them back; ballots stand."""
        typed = {paper for visitor, paper in repository.list_typists() if name_helper(visitor) == asked.helper}
        hold_papers(repository, typed, held=asked.held)

    @intention
    def close_to_helpers(self, repository: Repository) -> None:
        """Let no helper in any more; all who were in are out."""
        close_door(repository)

    @intention
    def make_papers(self, asked: PapersAsked) -> MakingStands:
        """Begin to make slips, ballots or a board to print; asking again while they are being made changes nothing."""
        details = {
            "challenge": asked.challenge or "",
            "first": str(asked.first),
            "copies": str(asked.copies),
            "paper": "a4",
            "room_address": open_with_words(read_join_address(), read_words()),
            "password": "",
            **{name: "yes" if getattr(asked, name) else "" for name in ("bw", "everyone")},
        }
        return {"state": self.papers.begin(self.folder, asked.kind, self.language, **details)}

    @intention
    def cancel_papers(self, asked: WhichPapers) -> MakingStands:
        """End the making of papers at once."""
        return {"state": self.papers.cancel(asked.kind)}

    @intention
    def fetch_papers(self, asked: WhichPapers) -> Fetched:
        """Hand over the papers that were made, as a PDF in base64."""
        return self.papers.fetch(asked.kind)

    def _note_typist(self, repository: Repository, paper: Participant) -> None:
        """Have a paper that the facilitator alone typed be in doubt no more, whoever had typed it before."""
        if all(typed != paper.id for _, typed in repository.list_typists()):
            hold_papers(repository, {paper.id}, held=False)

    def _read_voices(self, repository: Repository) -> VoicesDeskModel:
        people = repository.list_participants()
        phones = [one for one in people if one.origin is Origin.ROOM and one.joined_to is None]
        named = sorted(phones, key=lambda person: person.pseudonym.casefold())
        numbers = [one.slip for one in people if one.slip is not None]
        return {
            **VoiceBook(repository, self.language, self.role).read(),
            "others": [{"id": one.id, "pseudonym": one.pseudonym} for one in named],
            "helper_code": repository.find_workshop().helper_code,
            "helpers": _list_helpers(repository),
            "papers": self._describe_papers(max(numbers, default=0) + 1),
            "slips": self._read_slips(repository),
        }

    def _describe_papers(self, first: int) -> PapersModel:
        return {
            "slips": self.describe_making(PaperKind.SLIPS),
            "ballots": self.describe_making(PaperKind.BALLOTS),
            "board": self.describe_making(PaperKind.BOARD),
            "missions": self.describe_making(PaperKind.MISSIONS),
            "files": {kind.value: self.name_file(f"voices.file.{kind}", ".pdf") for kind in PaperKind},
            "first": first,
        }


def _list_helpers(repository: Repository) -> list[Helper]:
    """List the helpers who are in, then those who are out and typed papers in."""
    inside = repository.list_helpers()
    typed: defaultdict[str, set[str]] = defaultdict(set)
    for visitor, paper in repository.list_typists():
        typed[visitor].add(paper)
    ideas = repository.list_ideas() if typed else ()
    return [
        _tell_helper(repository, one, typed.get(one, set()), ideas, inside=one in inside)
        for one in dict.fromkeys((*inside, *typed))
    ]


def _tell_helper(
    repository: Repository, visitor: str, papers: Collection[str], ideas: Iterable[Idea], *, inside: bool
) -> Helper:
    seat = repository.find_participant_by_visitor(visitor)
    reasons = [idea.held for idea in ideas if idea.author in papers]
    return {
        "id": name_helper(visitor),
        "pseudonym": "" if seat is None else seat.pseudonym,
        "papers": len(papers),
        "inside": inside,
        "ideas": sum(not reason for reason in reasons),
        "held": sum(is_held_for(PAPER, reason) for reason in reasons),
    }
