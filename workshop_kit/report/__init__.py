"""The report generator: the synthesis is a notebook that anyone can edit, written as a tagged PDF or as a web page.

Store → ``domain.synthesis`` (what is said) → blocks (how it is laid out) → Typst and HTML, inside the notebook's
outputs → one document → PDF/UA-1 through Typst, or HTML through an nbconvert template.

Names are imported when they are asked for (lazy import): a page that has a report made in another process
(``report.aside``) loads nothing of what makes it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshop_kit.report.making import make_report
    from workshop_kit.report.opened import OpenSynthesis, Section, open_synthesis

__all__ = ["OpenSynthesis", "Section", "make_report", "open_synthesis"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'making' if name == 'make_report' else 'opened'}"), name)
