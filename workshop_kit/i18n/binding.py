"""Why a place stays free and what would help, in sentences: the people and missions that bind, by their names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal, Protocol

from babel.lists import format_list

from workshop_kit.i18n.dates import say_iso_day
from workshop_kit.i18n.translator import Translator

#: Names that a sentence lists; the others are counted.
NAMES_AT_MOST: Final = 6
_MISSIONS_AT_MOST: Final = 3


class Job(Protocol):
    """A mission, as far as a sentence names it: ``domain.model.Mission``."""

    @property
    def title(self) -> str:
        """Return what it is called."""

    @property
    def min_competence(self) -> int:
        """Return the competence it asks for."""

    @property
    def sector(self) -> str:
        """Return where it is, ``""``: anywhere."""


class Bound(Protocol):
    """People and missions that bind: ``domain.assigning.explaining.Binding``."""

    @property
    def kind(self) -> str:
        """Return what is short."""

    @property
    def missions(self) -> Sequence[str]:
        """Return the missions' ids."""

    @property
    def people(self) -> Sequence[str]:
        """Return the ids of those who may come."""

    @property
    def asked(self) -> int:
        """Return how many are asked for."""

    @property
    def there(self) -> int:
        """Return how many there are."""

    @property
    def held(self) -> Sequence[str]:
        """Return the ids of those for whom something was decided."""

    @property
    def waiting(self) -> Sequence[str]:
        """Return the ids of those who could come if."""

    @property
    def near(self) -> Sequence[str]:
        """Return the ids of those who may take the first mission and are on another."""


class Wanted(Protocol):
    """Who would help: ``domain.assigning.explaining.Need``."""

    @property
    def competence(self) -> int:
        """Return what they need at least."""

    @property
    def mentor(self) -> bool:
        """Return whether they take somebody along."""

    @property
    def sector(self) -> str:
        """Return where they can go."""

    @property
    def car(self) -> bool:
        """Return whether they bring a car."""

    @property
    def language(self) -> str:
        """Return what they speak."""

    @property
    def days(self) -> Sequence[Sequence[str]]:
        """Return the days on which they can come: all of one of these."""

    @property
    def start(self) -> str:
        """Return the day on which they can still help, ``""``: any."""

    @property
    def opens(self) -> Sequence[str]:
        """Return the ids of the missions that they would open."""


def say_binding(
    bound: Bound,
    missions: Mapping[str, Job],
    names: Mapping[str, str],
    say: Translator,
    *,
    most: int = NAMES_AT_MOST,
    proposed: int = 0,
) -> str:
    """Say which missions ask for more people than may come, who may, and who could if.

    Parameters
    ----------
    bound
        What binds.
    missions, names
        Missions and the names of people, by their ids; a name that is not there is counted.
    say
        The language of the reader.
    most
        How many names a list has before it counts the rest.
    proposed
        On how many of the places somebody is already, though nothing there is decided: a count of places left beside
        the sentence leaves them out.

    """
    jobs = [missions[one] for one in bound.missions if one in missions]
    told = _name_missions(jobs, say)
    people = name_people(bound.people, names, say, most=most)
    if bound.kind == "places":
        places = say.plural("reasons.binding-places-there", bound.there) if bound.there else say("reasons.binding-full")
        wanted = say.plural("reasons.binding-places-asked", bound.asked)
        return say("reasons.binding-places", missions=told, places=places, people=wanted, names=people)
    sentences = []
    many = len(jobs) > _MISSIONS_AT_MOST
    if many and bound.near and bound.kind == "people":  # what is nearest comes before all that hangs together with it
        near = name_people(bound.near, names, say, most=most)
        sentences.append(say.plural("reasons.binding-near", len(bound.near), mission=jobs[0].title, names=near))
    if not many:
        key = "few" if len(jobs) > 1 else "one" if bound.there else "none"
        named = told if len(jobs) > 1 else jobs[0].title
        sentences.append(
            say.plural(f"reasons.binding-{key}", bound.asked, missions=named, there=bound.there, names=people)
        )
    else:
        values = {"missions": told, "asked": bound.asked, "there": bound.there}
        sentences.append(say("reasons.binding-many", count=len(jobs), **values))
    if proposed:
        sentences.append(say.plural("reasons.binding-proposed", proposed))
    if bound.waiting:
        waiting = name_people(bound.waiting, names, say, most=most)
        key = bound.kind if bound.kind in {"time", "both"} else "mentors"
        sentences.append(say.plural(f"reasons.binding-{key}", len(bound.waiting), names=waiting))
    elif bound.kind == "mentors":
        sentences.append(say("reasons.binding-mentors-alone"))
    if bound.held:
        held = name_people(bound.held, names, say, most=most)
        sentences.append(say.plural("reasons.binding-held", len(bound.held), names=held))
    return " ".join(sentences)


def say_need(need: Wanted, missions: Mapping[str, Job], say: Translator) -> str:
    """Say the smallest change that would help: who one more person would be, and which missions they would open."""
    what = [say("reasons.need-willing")]
    what += [say("reasons.need-competence", competence=need.competence)] if need.competence else []
    what += [say("reasons.need-sector", sector=need.sector)] if need.sector else []
    what += [say("reasons.need-car")] if need.car else []
    what += [say("reasons.need-language", language=need.language)] if need.language else []
    what += [say("reasons.need-days", days=_say_days(need.days, say))] if need.days else []
    start = say_iso_day(need.start, say.language)
    what += [say("reasons.need-start", day=start)] if start else []
    titles = [say("reasons.quoted", title=missions[one].title) for one in need.opens if one in missions]
    if need.mentor:
        return say("reasons.need-mentor", what=", ".join(what), missions=titles[0])
    return say("reasons.need", what=", ".join(what), missions=_list(titles[:_MISSIONS_AT_MOST], say, style="or"))


def name_people(people: Sequence[str], names: Mapping[str, str], say: Translator, *, most: int = NAMES_AT_MOST) -> str:
    """Return names as a sentence lists them; beyond a few, how many more."""
    known = [names[one] for one in people if one in names]
    shown = known[:most] if len(known) > most + 1 else known
    rest = len(people) - len(shown)
    if rest == 1:
        shown.append(say("reasons.names-one-more"))
    elif rest:
        shown.append(say("reasons.names-more", number=rest))
    return _list(shown, say)


def _name_missions(jobs: Sequence[Job], say: Translator) -> str:
    """Return the titles of missions, and what each of them asks for alike: what one alone asks for is not said."""
    titles = [say("reasons.quoted", title=one.title) for one in jobs[:_MISSIONS_AT_MOST]]
    competences, sectors = {one.min_competence for one in jobs}, {one.sector for one in jobs}
    alike = [say("reasons.binding-competence", competence=one) for one in competences if len(competences) == 1 and one]
    alike += [sector for sector in sectors if len(sectors) == 1 and sector]
    named = _list(titles, say)
    key = "reasons.binding-for" if len(jobs) == 1 else "reasons.binding-for-each"
    return say(key, missions=named, what=", ".join(alike)) if alike else named


def _say_days(days: Sequence[Sequence[str]], say: Translator) -> str:
    words = [_list([say(f"participant.offer.day.{day}") for day in one], say) for one in days]
    return _list(words, say, style="or")


def _list(names: Sequence[str], say: Translator, style: Literal["standard", "or"] = "standard") -> str:
    return format_list(list(names), style=style, locale=say.language)
