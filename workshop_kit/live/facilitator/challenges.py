"""Step 1: the stakes, each with its precise challenge; the sectors of the territory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from workshop_kit.domain.model import CHALLENGES_AT_MOST, Challenge, Sector
from workshop_kit.domain.names import fold_name
from workshop_kit.domain.precision import PARTS, assemble_statement, measure_precision
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.facilitator.entries import need_line, new_identifier, read_line
from workshop_kit.live.facilitator.sector_names import count_users, rename_sector
from workshop_kit.store import Repository

#: The most characters of a stake or a name, of a part, and of a whole statement.
NAME_AT_MOST: Final = 120
PART_AT_MOST: Final = 240
STATEMENT_AT_MOST: Final = 500


class ChallengesDesk(Desk):
    """The workshop's own words, its challenges by parts, and its sectors."""

    def challenges_model(self) -> dict[str, Any]:
        """Return what step 1 shows."""
        return self.store.read(self._read_challenges)

    def describe_workshop(
        self, *, title: object, territory: object, language: object, intention: str | None = None
    ) -> dict[str, Any]:
        """Change the workshop's title, territory and the language pages start in."""
        new_title = need_line(title, NAME_AT_MOST, "title-missing")
        new_territory = need_line(territory, NAME_AT_MOST, "territory-missing")
        if not isinstance(language, str) or language not in LANGUAGES:
            raise InvalidEntry("unknown-language", received=language)

        def action(repository: Repository) -> dict[str, Any]:
            workshop = repository.find_workshop()
            repository.update_workshop(replace(workshop, title=new_title, territory=new_territory, language=language))
            return {"title": new_title}

        return self.store.perform(intention, action)

    def preview_challenge(self, fields: Mapping[str, object]) -> dict[str, Any]:
        """Say the sentence that the parts make and what they lack, without writing anything."""
        challenge = _read_challenge(fields, identifier="", position=0, needs_stake=False)
        return self._describe_precision(challenge)

    def write_challenge(self, fields: Mapping[str, object], *, intention: str | None = None) -> dict[str, Any]:
        """Add a challenge, or change the one whose ``id`` is given.

        An empty ``statement`` takes the sentence that the parts make.

        Raises
        ------
        InvalidEntry
            ``stake-missing``, ``text-too-long`` or ``statement-missing`` (nothing at all was said).
        NotAllowed
            ``challenges-full``: five is the most a workshop can work on.

        """
        identifier = fields.get("id")

        def action(repository: Repository) -> dict[str, Any]:
            if isinstance(identifier, str) and identifier:
                known = repository.find_challenge(identifier)
                changed = self._with_statement(_read_challenge(fields, identifier, known.position))
                repository.update_challenge(replace(changed, revealed_at=known.revealed_at))
                return {"id": identifier}
            challenges = repository.list_challenges()
            if len(challenges) >= CHALLENGES_AT_MOST:
                raise NotAllowed("challenges-full", most=CHALLENGES_AT_MOST)
            added = self._with_statement(_read_challenge(fields, new_identifier(), len(challenges)))
            repository.add_challenge(added)
            return {"id": added.id}

        return self.store.perform(intention, action)

    def move_challenge(self, *, challenge: str, places: int, intention: str | None = None) -> dict[str, Any]:
        """Move a challenge up (-1) or down (+1) the list; at the ends it stays where it is."""
        if places not in (-1, 1):
            raise InvalidEntry("malformed-intention")

        def action(repository: Repository) -> dict[str, Any]:
            repository.find_challenge(challenge)
            order = list(repository.list_challenges())
            here = next(index for index, one in enumerate(order) if one.id == challenge)
            there = min(max(here + places, 0), len(order) - 1)
            order.insert(there, order.pop(here))
            _renumber(order, repository)
            return {"position": there}

        return self.store.perform(intention, action)

    def remove_challenge(self, *, challenge: str, intention: str | None = None) -> dict[str, Any]:
        """Remove a challenge; ``NotAllowed`` (``challenge-has-ideas``) once people wrote for it."""

        def action(repository: Repository) -> dict[str, Any]:
            known = repository.find_challenge(challenge)
            ideas = len(repository.list_ideas(challenge=challenge))
            if ideas:
                raise NotAllowed("challenge-has-ideas", stake=known.stake, ideas=ideas)
            workshop = repository.find_workshop()
            if workshop.current_challenge == challenge:
                repository.update_workshop(replace(workshop, current_challenge=None))
            repository.remove_challenge(challenge)
            _renumber(list(repository.list_challenges()), repository)
            return {"removed": challenge}

        return self.store.perform(intention, action)

    def write_sector(self, fields: Mapping[str, object], *, intention: str | None = None) -> dict[str, Any]:
        """Add a sector, or change the one whose ``id`` is given; two sectors cannot bear one name.

        A new name is written, with it, wherever the old one stood: people, missions, stakeholders, volunteers.
        """
        identifier = fields.get("id")
        name = need_line(fields.get("name"), NAME_AT_MOST, "sector-missing")
        referent = read_line(fields.get("referent", ""), NAME_AT_MOST)

        def action(repository: Repository) -> dict[str, Any]:
            sectors = repository.list_sectors()
            if any(fold_name(one.name) == fold_name(name) and one.id != identifier for one in sectors):
                raise InvalidEntry("sector-exists", name=name)
            known = next((one for one in sectors if one.id == identifier), None)
            if known is None:
                added = Sector(new_identifier(), name, referent)
                repository.add_sector(added)
                return {"id": added.id}
            repository.update_sector(replace(known, name=name, referent=referent))
            if known.name != name:
                rename_sector(repository, known.name, name)
            return {"id": known.id}

        return self.store.perform(intention, action)

    def remove_sector(self, *, sector: str, intention: str | None = None) -> dict[str, Any]:
        """Remove a sector; ``NotAllowed`` (``sector-in-use``) while people or missions belong to it."""

        def action(repository: Repository) -> dict[str, Any]:
            known = next((one for one in repository.list_sectors() if one.id == sector), None)
            if known is None:
                return {"removed": sector}
            used = count_users(repository, known.name)
            if used:
                raise NotAllowed("sector-in-use", name=known.name, used=used)
            repository.remove_sector(sector)
            return {"removed": sector}

        return self.store.perform(intention, action)

    def _with_statement(self, challenge: Challenge) -> Challenge:
        if challenge.statement:
            return challenge
        statement = assemble_statement(challenge, self.language)
        if not statement:
            raise InvalidEntry("statement-missing")
        return replace(challenge, statement=statement)

    def _read_challenges(self, repository: Repository) -> dict[str, Any]:
        workshop = repository.find_workshop()
        ideas = Counter(idea.challenge for idea in repository.list_ideas())
        return {
            "title": workshop.title,
            "territory": workshop.territory,
            "language": workshop.language,
            "most": CHALLENGES_AT_MOST,
            "parts": list(PARTS),
            "challenges": [self._describe_challenge(one, ideas[one.id]) for one in repository.list_challenges()],
            "sectors": [
                {"id": one.id, "name": one.name, "referent": one.referent} for one in repository.list_sectors()
            ],
        }

    def _describe_challenge(self, challenge: Challenge, ideas: int) -> dict[str, Any]:
        parts = {part: getattr(challenge, part) for part in PARTS}
        return {
            "id": challenge.id,
            "stake": challenge.stake,
            "statement": challenge.statement,
            **parts,
            "ideas": ideas,
            **self._describe_precision(challenge),
        }

    def _describe_precision(self, challenge: Challenge) -> dict[str, Any]:
        precision = measure_precision(challenge)
        return {
            "assembled": assemble_statement(challenge, self.language),
            "missing": list(precision.missing),
            "ratio": precision.ratio,
        }


def _read_challenge(
    fields: Mapping[str, object], identifier: str, position: int, *, needs_stake: bool = True
) -> Challenge:
    stake = fields.get("stake", "")
    parts = {part: read_line(fields.get(part, ""), PART_AT_MOST) for part in PARTS}
    return Challenge(
        id=identifier,
        stake=need_line(stake, NAME_AT_MOST, "stake-missing") if needs_stake else read_line(stake, NAME_AT_MOST),
        statement=read_line(fields.get("statement", ""), STATEMENT_AT_MOST),
        position=position,
        **parts,  # type: ignore[arg-type]  # the parts are the names of texts
    )


def _renumber(challenges: list[Challenge], repository: Repository) -> None:
    for position, challenge in enumerate(challenges):
        if challenge.position != position:
            repository.update_challenge(replace(challenge, position=position))
