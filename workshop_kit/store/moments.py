"""When something happened last in a workshop (*last activity*), as it remembers itself."""

from __future__ import annotations

from datetime import datetime

from workshop_kit.store.repository import Repository


def find_last_moment(repository: Repository) -> datetime:
    """Return when something happened last; ``glance`` asks the same of a database that is only looked at."""
    workshop = repository.find_workshop()
    moments = [workshop.created_at]
    moments += [one.at for one in repository.list_steps()]
    moments += [one.written_at for one in repository.list_ideas()]
    moments += [one.joined_at for one in repository.list_participants()]
    moments += [one.at for one in repository.list_imports()]
    moments += [given.at for one in repository.list_volunteers() for given in one.list_purposes()]
    return max(moments)
