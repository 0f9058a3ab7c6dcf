"""A detector of homes: where one household lives, written where the name of a hamlet or a quarter is expected."""

from __future__ import annotations

import re
from typing import Final

from workshop_kit.domain.contacts import find_contacts

_WAYS: Final = (
    "rue|ruelle|avenue|av|boulevard|bd|bld|chemin|che|route|rte|impasse|imp|allée|allee|all|place|pl|quai|square|cours|"
    "sentier|passage|lotissement|lot|résidence|residence|rés|montée|montee|venelle|villa|cité|faubourg|fbg|"
    "street|road|rd|lane|drive|close|court|crescent|terrace|way"
)
_HOME: Final = re.compile(
    rf"\b\d{{1,4}}\s*(?:bis|ter|quater|[a-d])?\s*[,;]?\s+(?:\w+\s+){{0,3}}?(?:{_WAYS})\b"  # 12 bis, rue des Lilas
    rf"|\b(?:{_WAYS})\b[^\d]{{2,40}}\b\d{{1,4}}\s*(?:bis|ter|[a-d])?\s*(?:,|;|$)"  # rue des Lilas, 12
    r"|\b(?:chez|c/o|apt|appt|appartement|app|étage|etage|bât|bat|bâtiment|escalier|esc|flat|apartment)\b",
    re.IGNORECASE,
)


def is_home(text: str) -> bool:
    """Tell whether ``text`` leads to one household's door or telephone, rather than naming a part of the territory."""
    return _HOME.search(text) is not None or bool(find_contacts(text))
