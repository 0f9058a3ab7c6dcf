"""Step 1: the stakes, each with its precise challenge; the sectors of the territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from workshop_kit.domain.challenge_adding import extend_statement, is_built_on
from workshop_kit.domain.course import OPEN_STAGES, Stage
from workshop_kit.domain.entries import STATEMENT, quote, read_one_of
from workshop_kit.domain.history import FACILITATOR
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Challenge, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.parts import Part
from workshop_kit.domain.precision import assemble_statement, is_in_own_words, list_lost
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.acts.moving import forget_focus
from workshop_kit.live.acts.rewording import asks_otherwise, change_challenge, keep_sentence
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.challenges import (
    ChallengeByParts,
    ChallengePrecision,
    ChallengePreview,
    ChallengesModel,
    DescribeWorkshop,
    ExtendChallenge,
    ExtendedChallenge,
    MoveChallenge,
    PreviewChallenge,
    RemoveSector,
    SplitChallenge,
    WriteChallenge,
    WriteSector,
)
from workshop_kit.live.contract.facilitator.header import NameChallenge
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.clarity import ClarityDesk, describe_ways
from workshop_kit.live.facilitator.followup import read_afterwards
from workshop_kit.live.facilitator.reading import Reader, describe_clarity, get_ready_to_read, read_sentence, says_part
from workshop_kit.live.facilitator.sector_names import count_users, rename_sector
from workshop_kit.live.joining import JOIN
from workshop_kit.store import Repository


class ChallengesDesk(ClarityDesk):
    """The workshop's own words, its challenges by parts, and its sectors."""

    @shows(
        *("workshop", "challenge", "sector", "idea", "clarity", "reader", JOIN),
        sections=("facilitator.challenges", "facilitator.deeds"),
    )
    def challenges_model(self) -> ChallengesModel:
        """Return what step 1 shows."""
        return self.store.read(self._read_challenges)

    @intention
    def describe_workshop(self, repository: Repository, asked: DescribeWorkshop) -> None:
        """Change the workshop's title, territory and the language pages start in."""
        language = read_one_of(asked.language, LANGUAGES, "unknown-language")
        workshop = repository.find_workshop()
        described = replace(workshop, title=asked.title, territory=asked.territory, language=language)
        repository.update_workshop(described)

    @intention
    def preview_challenge(self, asked: PreviewChallenge) -> ChallengePreview:
        """Say how a sentence is read, which one the parts make, and what saving tells, without writing anything."""
        return self.store.read(lambda repository: _preview(repository, asked, self._reader(repository)))

    @intention
    def extend_challenge(self, asked: ExtendChallenge) -> ExtendedChallenge:
        """Say the sentence with an answer in it, without writing anything.

        An answer by which the sentence says no more than before is not put into it: the question would come again, and
        nobody would know why.

        Raises
        ------
        InvalidEntry
            ``text-too-long``; ``answer-no-population``, ``answer-no-territory``, ``answer-no-deadline`` or
            ``answer-no-indicator``: it is no answer that anybody could check.

        """
        language = self.store.read(lambda repository: repository.find_workshop()).language
        read = read_sentence(asked.statement)
        found = {mark.part: asked.statement[mark.start : mark.end] for mark in read.marks}
        spoken = read.language if asked.statement else language
        extended = extend_statement(asked.statement, asked.part, asked.answer, spoken, found)
        statement = STATEMENT.read(extended)
        unheard = asked.part is not Part.ACTION and asked.part in read_sentence(statement).missing
        if unheard and not says_part(asked.answer, asked.part):  # in a language that is not the sentence's
            raise InvalidEntry(f"answer-no-{asked.part}", answer=quote(asked.answer))
        return {
            "statement": statement,
            "built": is_built_on(asked.statement, asked.part, asked.answer, spoken),
        }

    @intention
    def write_challenge(self, repository: Repository, asked: WriteChallenge) -> Entered:
        """Add a challenge, or change the one whose ``id`` is given.

        An empty ``statement`` takes the sentence that the parts make, in the workshop's language. So does one that was
        assembled and is sent back as it stood; what a person wrote stays.

        Raises
        ------
        InvalidEntry
            ``stake-missing``, ``text-too-long`` or ``statement-missing`` (nothing at all was said).
        NotAllowed
            ``challenges-full``: five is the most a workshop can work on.

        """
        language = repository.find_workshop().language
        if asked.id is not None:
            known = repository.find_challenge(asked.id)
            changed = _with_statement(_change_words(known, asked), language)
            self._keep_solution(known, asked.solution, repository)
            change_challenge(repository, replace(changed, stake=asked.stake), self.now(), FACILITATOR)
            return {"id": known.id}
        place = _find_room(repository)
        added = _with_statement(_take_words(Challenge(uuid4().hex, asked.stake, "", position=place), asked), language)
        repository.add_challenge(added)
        self._keep_solution(added, asked.solution, repository, is_new=True)
        keep_sentence(repository, added, self.now())
        return {"id": added.id}

    @intention
    def split_challenge(self, repository: Repository, asked: SplitChallenge) -> Entered:
        """Make two challenges of a sentence that held two; the second comes right after the first.

        Raises
        ------
        InvalidEntry
            As ``write_challenge``; ``statement-missing`` also where the second says nothing.
        NotAllowed
            ``challenges-full``.

        """
        if not asked.second:
            raise InvalidEntry("statement-missing")
        written = self.write_challenge(repository, asked)
        first = repository.find_challenge(written["id"])
        second = Challenge(uuid4().hex, asked.second_stake, asked.second, position=_find_room(repository))
        repository.add_challenge(second)
        keep_sentence(repository, second, self.now())
        order = [one for one in repository.list_challenges() if one.id != second.id]
        order.insert(order.index(first) + 1, second)
        _renumber(order, repository)
        return written

    @intention
    def move_challenge(self, repository: Repository, asked: MoveChallenge) -> None:
        """Move a challenge up (-1) or down (+1) the list; at the ends it stays where it is."""
        if asked.places == 0:
            raise InvalidEntry("malformed-intention")
        moved = repository.find_challenge(asked.challenge)
        order = list(repository.list_challenges())
        here = order.index(moved)
        there = min(max(here + asked.places, 0), len(order) - 1)
        order.insert(there, order.pop(here))
        _renumber(order, repository)

    @intention
    def remove_challenge(self, repository: Repository, asked: NameChallenge) -> None:
        """Remove a challenge; ``NotAllowed`` (``challenge-has-ideas``) once people wrote for it."""
        known = repository.find_challenge(asked.challenge)
        ideas = len(repository.list_ideas(challenge=known.id))
        if ideas:
            raise NotAllowed("challenge-has-ideas", stake=known.stake, ideas=ideas)
        if repository.find_workshop().current_challenge == known.id:
            forget_focus(repository, self.now())
        repository.remove_challenge(known.id)
        _renumber(repository.list_challenges(), repository)

    @intention
    def write_sector(self, repository: Repository, asked: WriteSector) -> Entered:
        """Add a sector, or change the one whose ``id`` is given; two sectors cannot bear one name.

        A new name is written, with it, wherever the old one stood: people, missions, stakeholders, volunteers.
        """
        sectors = repository.list_sectors()
        if any(fold_name(one.name) == fold_name(asked.name) and one.id != asked.id for one in sectors):
            raise InvalidEntry("sector-exists", name=asked.name)
        known = next((one for one in sectors if one.id == asked.id), None)
        if known is None:
            added = Sector(uuid4().hex, asked.name, asked.referent)
            repository.add_sector(added)
            return {"id": added.id}
        repository.update_sector(replace(known, name=asked.name, referent=asked.referent))
        if known.name != asked.name:
            rename_sector(repository, known.name, asked.name)
        return {"id": known.id}

    @intention
    def remove_sector(self, repository: Repository, asked: RemoveSector) -> None:
        """Remove a sector; ``NotAllowed`` (``sector-in-use``) while people or missions belong to it."""
        known = next((one for one in repository.list_sectors() if one.id == asked.sector), None)
        if known is None:
            return
        used = count_users(repository, known.name)
        if used:
            raise NotAllowed("sector-in-use", name=known.name, used=used)
        repository.remove_sector(known.id)

    def _keep_solution(
        self, challenge: Challenge, solution: str, repository: Repository, *, is_new: bool = False
    ) -> None:
        """Keep the means that somebody wrote first, before the sentence that it led to."""
        kept = {one.statement for one in repository.list_phrasings(challenge.id)}
        if not solution or solution in kept | {challenge.statement}:
            return
        if not kept and not is_new:
            keep_sentence(repository, challenge, repository.find_workshop().created_at)
        repository.add_phrasing(challenge.id, solution, self.now())

    def _reader(self, repository: Repository) -> Reader:
        return Reader(self.language, repository.find_workshop().territory, self.now().year)

    def _read_challenges(self, repository: Repository) -> ChallengesModel:
        get_ready_to_read()
        workshop = repository.find_workshop()
        ideas = Counter(idea.challenge for idea in repository.list_ideas())
        reader = self._reader(repository)
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "language": workshop.language,
            **read_afterwards(workshop),
            "challenges": [
                _describe_challenge(repository, one, ideas[one.id], workshop.language, reader)
                for one in repository.list_challenges()
            ],
            "ways": describe_ways(repository),
            "sectors": [
                {"id": one.id, "name": one.name, "referent": one.referent} for one in repository.list_sectors()
            ],
        }


def _find_room(repository: Repository) -> int:
    """Return the place of one more challenge; raises ``NotAllowed`` (``challenges-full``)."""
    place = len(repository.list_challenges())
    if place >= CHALLENGES_AT_MOST:
        raise NotAllowed("challenges-full", most=CHALLENGES_AT_MOST)
    return place


def _preview(repository: Repository, asked: PreviewChallenge, reader: Reader) -> ChallengePreview:
    language = repository.find_workshop().language
    known = Challenge("", "", "") if asked.id is None else repository.find_challenge(asked.id)
    changed = _change_words(known, asked)
    statement = changed.statement or assemble_statement(changed, language)
    renewed = known.stage in OPEN_STAGES and statement != "" and asks_otherwise(known.statement, statement)
    read = asked.statement or statement
    return {**_describe_precision(changed, read, language, reader), "renewed": renewed}


def _change_words(known: Challenge, asked: PreviewChallenge) -> Challenge:
    """Return a challenge in other words; a statement that was assembled, and comes back as it stood, is to be anew."""
    changed = _take_words(known, asked)
    assembled = changed.statement == known.statement and not is_in_own_words(known)
    return replace(changed, statement="") if assembled else changed


def _with_statement(challenge: Challenge, language: str) -> Challenge:
    if challenge.statement:
        return challenge
    statement = assemble_statement(challenge, language)
    if not statement:
        raise InvalidEntry("statement-missing")
    return replace(challenge, statement=statement)


def _describe_challenge(
    repository: Repository, challenge: Challenge, ideas: int, language: str, reader: Reader
) -> ChallengeByParts:
    kept = repository.list_phrasings(challenge.id)
    askings, ratings = repository.list_askings(challenge.id), repository.list_ratings(challenge.id)
    return {
        **_describe_precision(challenge, challenge.statement, language, reader),
        "id": challenge.id,
        "stake": challenge.stake,
        "statement": challenge.statement,
        "own_words": is_in_own_words(challenge),
        "action": challenge.action,
        "population": challenge.population,
        "territory": challenge.territory,
        "deadline": challenge.deadline,
        "indicator": challenge.indicator,
        "ideas": ideas,
        "open": challenge.stage is not Stage.UNOPENED,
        "sentences": reader.describe_sentences(challenge, kept, askings, ratings),
        "clarity": describe_clarity(challenge, repository),
    }


def _describe_precision(challenge: Challenge, statement: str, language: str, reader: Reader) -> ChallengePrecision:
    return {
        "assembled": assemble_statement(challenge, language),
        "lost": list(list_lost(challenge)),
        "reading": reader.read(statement, language),
    }


def _take_words(challenge: Challenge, asked: PreviewChallenge) -> Challenge:
    return replace(
        challenge,
        statement=asked.statement,
        action=asked.action,
        population=asked.population,
        territory=asked.territory,
        deadline=asked.deadline,
        indicator=asked.indicator,
    )


def _renumber(challenges: Sequence[Challenge], repository: Repository) -> None:
    for position, challenge in enumerate(challenges):
        if challenge.position != position:
            repository.update_challenge(replace(challenge, position=position))
