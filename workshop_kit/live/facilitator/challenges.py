"""Step 1: the stakes, each with its precise challenge; the sectors of the territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from workshop_kit.domain.course import OPEN_STAGES
from workshop_kit.domain.entries import read_one_of
from workshop_kit.domain.history import FACILITATOR
from workshop_kit.domain.model import CHALLENGES_AT_MOST, Challenge, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.precision import assemble_statement, is_in_own_words, list_lost, measure_precision
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.acts.moving import forget_focus
from workshop_kit.live.acts.rewording import asks_otherwise, change_challenge
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.challenges import (
    ChallengeByParts,
    ChallengePrecision,
    ChallengePreview,
    ChallengesModel,
    DescribeWorkshop,
    MoveChallenge,
    PreviewChallenge,
    RemoveSector,
    WriteChallenge,
    WriteSector,
)
from workshop_kit.live.contract.facilitator.header import NameChallenge
from workshop_kit.live.contract.shared import Entered
from workshop_kit.live.contract.showing import shows
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.followup import read_afterwards
from workshop_kit.live.facilitator.sector_names import count_users, rename_sector
from workshop_kit.store import Repository


class ChallengesDesk(Desk):
    """The workshop's own words, its challenges by parts, and its sectors."""

    @shows("workshop", "challenge", "sector", "idea", sections=("facilitator.challenges", "facilitator.deeds"))
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
        """Say the sentence that the parts make, what they lack and what saving them tells, without writing anything."""
        return self.store.read(lambda repository: _preview(repository, asked))

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
            change_challenge(repository, replace(changed, stake=asked.stake), self.now(), FACILITATOR)
            return {"id": known.id}
        place = len(repository.list_challenges())
        if place >= CHALLENGES_AT_MOST:
            raise NotAllowed("challenges-full", most=CHALLENGES_AT_MOST)
        added = _with_statement(_take_words(Challenge(uuid4().hex, asked.stake, "", position=place), asked), language)
        repository.add_challenge(added)
        return {"id": added.id}

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

    def _read_challenges(self, repository: Repository) -> ChallengesModel:
        workshop = repository.find_workshop()
        ideas = Counter(idea.challenge for idea in repository.list_ideas())
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "language": workshop.language,
            **read_afterwards(workshop),
            "challenges": [
                _describe_challenge(one, ideas[one.id], workshop.language) for one in repository.list_challenges()
            ],
            "sectors": [
                {"id": one.id, "name": one.name, "referent": one.referent} for one in repository.list_sectors()
            ],
        }


def _preview(repository: Repository, asked: PreviewChallenge) -> ChallengePreview:
    language = repository.find_workshop().language
    known = Challenge("", "", "") if asked.id is None else repository.find_challenge(asked.id)
    changed = _change_words(known, asked)
    statement = changed.statement or assemble_statement(changed, language)
    renewed = known.stage in OPEN_STAGES and statement != "" and asks_otherwise(known.statement, statement)
    return {**_describe_precision(changed, language), "renewed": renewed}


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


def _describe_challenge(challenge: Challenge, ideas: int, language: str) -> ChallengeByParts:
    return {
        **_describe_precision(challenge, language),
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
    }


def _describe_precision(challenge: Challenge, language: str) -> ChallengePrecision:
    precision = measure_precision(challenge)
    return {
        "assembled": assemble_statement(challenge, language),
        "missing": list(precision.missing),
        "ratio": precision.ratio,
        "lost": list(list_lost(challenge)),
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
