"""The words people write for the categories of stakeholders, in French and English, and the category each means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from workshop_kit.domain.model import Category
from workshop_kit.domain.names import fold_name

_CATEGORIES: Final[Mapping[Category, Sequence[str]]] = {
    Category.ELECTED: (
        "élue ou élu",
        "élu", "élue", "élus", "élues", "élu·e", "élu·e·s", "élu(e)", "élu(e)s", "élus locaux", "élu local",
        "maire", "mairie", "elected official", "elected officials", "elected", "councillor", "councillors",
    ),
    Category.CIVIL_SERVANT: (
        "agent public", "agents publics", "agent", "agents", "agente publique", "agent territorial",
        "fonctionnaire", "fonctionnaires", "service public", "services publics", "administration", "civil servant",
        "civil servants", "public servant", "public service",
    ),
    Category.ASSOCIATION: (
        "association", "associations", "asso", "assos", "associatif", "voluntary organisation", "ngo",
    ),
    Category.SHOP: (
        "commerce", "commerces", "commerçant", "commerçante", "commerçants", "commerçant·e", "commerçant·e·s",
        "commerçant(e)", "magasin", "boutique", "shop", "shops", "shopkeeper", "shopkeepers", "retail",
    ),
    Category.COMPANY: (
        "entreprise", "entreprises", "société", "employeur", "artisan", "artisans", "company", "companies",
        "business", "businesses", "employer",
    ),
    Category.RESIDENT: (
        "habitante ou habitant",
        "habitant", "habitante", "habitants", "habitantes", "habitant·e", "habitant·e·s", "habitant(e)",
        "habitant(e)s", "citoyen", "citoyenne", "citoyens", "citoyen·ne", "citoyen·ne·s", "riverain", "riverains",
        "resident", "residents", "citizen", "citizens", "inhabitant", "inhabitants",
    ),
    Category.HEALTH: (
        "santé", "soin", "soins", "soignant", "soignants", "professionnel de santé", "professionnels de santé",
        "médical", "health", "healthcare", "health care",
    ),
    Category.SCHOOL: (
        "école", "écoles", "éducation", "enseignement", "collège", "lycée", "établissement scolaire", "school",
        "schools", "education",
    ),
    Category.CULTURE_SPORT: (
        "culture et sport", "culture", "sport", "sports", "culture, sport", "culture/sport", "culture & sport",
        "sport et culture", "club sportif", "culture and sport", "culture and sports", "arts and sport",
    ),
    Category.CHARITY: (
        "solidarité", "solidarités", "caritatif", "association caritative", "action sociale", "social", "charity",
        "charities",
    ),
    Category.UNION: (
        "syndicat", "syndicats", "syndicat professionnel", "organisation syndicale", "union", "unions",
        "trade union", "trade unions",
    ),
    Category.OTHER: ("autre", "autres", "divers", "other", "others"),
}  # fmt: skip


def fold_word(text: str) -> str:
    """Return what two writings of a word share: as for names, and without the dots and brackets of inclusive forms."""
    return re.sub(r"[·•().]", "", fold_name(text)).strip()


_CATEGORY_OF: Final = {
    fold_word(text.replace("_", " ")): category
    for category, texts in _CATEGORIES.items()
    for text in (*texts, category.value)
}


def understand_category(text: str) -> str:
    """Return the category of the method that ``text`` names, else the organiser's own word as it is."""
    return _CATEGORY_OF.get(fold_word(text.replace("_", " ")), text)
