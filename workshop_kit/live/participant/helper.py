"""A helper at a participant's browser: let in with the code of the day, they speak for people without a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workshop_kit.domain.course import Role
from workshop_kit.domain.model import Change, Participant
from workshop_kit.domain.permits import PERMITS
from workshop_kit.errors import NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.helping import is_helper, let_in, name_helper
from workshop_kit.live.contract.asking import Intention, intention
from workshop_kit.live.contract.participant.helper import ComeToHelp, HelperModel
from workshop_kit.live.contract.showing import DRAW_EVERY, shows
from workshop_kit.live.participant.clarity import ReadsBeforehand
from workshop_kit.live.participant.following import SEAT_KIND
from workshop_kit.live.voice_book import VoiceBook
from workshop_kit.live.voices import SpeaksForOthers
from workshop_kit.store import Repository
from workshop_kit.visit import Visit

_SECTION = "voices"


class HelpsOthers(SpeaksForOthers, ReadsBeforehand):
    """What a helper may do besides what everybody may: the acts of the role ``helper``, and no other.

    Whether this browser was let in is looked up in the transaction of each act. Who was not let in holds nothing of
    it: a door that says "I help someone", and no word more.
    """

    guests = (Role.HELPER,)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.on_change(self._notice_helper)
        self.on_rehearsal(self._learn_voices)

    def _forget(self) -> None:
        super()._forget()
        self._helps = False

    def _is_helping(self, _change: Change, shown: Mapping[str, Any]) -> bool:
        return bool(shown.get("helping"))

    @shows(
        *("participant", "stakeholder", "sector", "idea", "group", "vote", "score", "volunteer", "mission"),
        *("assignment", "helper", "clarity"),
        when=_is_helping,
        pace=DRAW_EVERY,
        at_once=("workshop", "challenge", "helper", "clarity", SEAT_KIND),
    )
    def helper_model(self) -> HelperModel:
        """Return the people without a phone to a helper; to others the way in: any neighbour may help.

        Who was let in to read challenges is shown those first, while there are any to be read.
        """
        reading = self._read_clarity()
        if reading is not None and (reading["sentences"] or not self._helps):
            return reading
        if self._helps:
            return {
                "visible": True,
                "helping": "voices",
                "seated": self.participant is not None,
                "voices": self.store.read(lambda found: VoiceBook(found, self.language, Role.HELPER).read()),
                "said": Translator(self.language).section(_SECTION),
            }
        return {"visible": True, "helping": ""}

    @intention
    def come_to_help(self, asked: ComeToHelp) -> None:
        """Let oneself in with the code of the day, as a helper or as who reads beforehand; wrong tries are counted.

        Raises
        ------
        InvalidEntry
            ``helper-code-wrong``, ``helper-code-slow``.

        """
        let_in(self.store, self.visitor, asked.code, self.now())

    @intention
    def stop_helping(self, repository: Repository) -> None:
        """Stop being a helper on this device."""
        repository.remove_helper(self.visitor)

    @property
    def _speaker(self) -> str:
        return name_helper(self.visitor)

    def _note_typist(self, repository: Repository, paper: Participant) -> None:
        repository.note_typist(self.visitor, paper.id)

    def _admit(self, found: Intention, repository: Repository) -> dict[str, Any]:
        if found.name in PERMITS[Role.HELPER] and not is_helper(repository, self.visitor):
            raise NotAllowed("not-a-helper")
        return super()._admit(found, repository)

    def _settle(self, found: Intention, asked: Any) -> None:
        super()._settle(found, asked)
        if found.name in ("come_to_help", "stop_helping"):
            self._look_at_helping()

    def _welcome(self, visit: Visit) -> None:
        super()._welcome(visit)
        self._helps = self.store.read(lambda repository: is_helper(repository, self.visitor))
        self._say_whether_kept(before=False)

    def _notice_helper(self, changes: Sequence[Change]) -> None:
        if any(change.kind == "helper" and change.entity == self.visitor for change in changes):
            self._look_at_helping()

    def _look_at_helping(self) -> None:
        before, kept = self._helps, self._is_kept()
        self._helps = self.store.read(lambda repository: is_helper(repository, self.visitor))
        self._say_whether_kept(before=kept)
        if self._helps != before:
            self._announce(SEAT_KIND)

    def _is_kept(self) -> bool:
        """Tell whether this visit matters: also to whoever helps here, or reads beforehand."""
        return super()._is_kept() or self._helps or self._reads

    def _learn_voices(self) -> None:
        """Read a helper's words beforehand, in every language."""
        for language in LANGUAGES:
            Translator(language).section(_SECTION)
