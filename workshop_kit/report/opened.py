"""The API of the synthesis notebook: one method a section, each shown by JupyterLab and written to the page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any, Final

from workshop_kit.domain.synthesis import Synthesis, make_synthesis
from workshop_kit.domain.wordless import leave_out_unchosen
from workshop_kit.environment import FOLDER_VARIABLE, LANGUAGE_VARIABLE
from workshop_kit.errors import MissingEntry
from workshop_kit.i18n import Translator, choose_language, list_said
from workshop_kit.report.blocks import Block
from workshop_kit.report.closing import write_method, write_remaining
from workshop_kit.report.framing import (
    stands_on_one_page,
    write_challenges,
    write_contents,
    write_cover,
    write_in_brief,
    write_who_does_what,
)
from workshop_kit.report.html_source import write_html
from workshop_kit.report.outcome import write_ideas, write_matrices, write_missions
from workshop_kit.report.presence import write_presence
from workshop_kit.report.typst_source import write_typst
from workshop_kit.store import open_store
from workshop_kit.store.material import gather_material

TYPST: Final = "text/vnd.typst"
#: What the exporters read back from the notebook, beside the sections: the document's language, title and place.
ABOUT: Final = "application/vnd.workshop-kit.synthesis+json"


class Section:
    """One section of the synthesis, as HTML for JupyterLab and the web, and as Typst for the PDF."""

    def __init__(self, blocks: Iterable[Block], about: dict[str, str]) -> None:
        self.blocks = tuple(blocks)
        self.about = about

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {
            "text/html": f'<div class="synthesis">\n{write_html(self.blocks)}\n</div>',
            TYPST: write_typst(self.blocks),
            ABOUT: self.about,
        }


class OpenSynthesis:
    """The synthesis of one workshop in one language; each method returns one section to show.

    Parameters
    ----------
    synthesis
        What is said.
    language
        ``"fr"`` or ``"en"``: in which it is said.

    """

    def __init__(self, synthesis: Synthesis, language: str) -> None:
        self.synthesis = synthesis
        self.translator = Translator(language)
        self._about = {
            "language": self.translator.language,
            "title": synthesis.title,
            "territory": synthesis.territory,
            "day": synthesis.held_on.isoformat(),
        }

    def cover(self) -> Section:
        """Show the first pages: what to remember, who does what and when, the contents where there is room."""
        deeds = write_who_does_what(self.synthesis, self.translator)
        contents = write_contents(self.synthesis, self.translator)
        return self._show(
            (
                *write_cover(self.synthesis, self.translator),
                *write_in_brief(self.synthesis, self.translator),
                *((*deeds, *contents) if stands_on_one_page(self.synthesis) else (*contents, *deeds)),
            )
        )

    def challenges(self) -> Section:
        """Show each challenge as the room read it."""
        return self._show(write_challenges(self.synthesis, self.translator))

    def presence(self) -> Section:
        """Show who was there, who was missing, and the four conditions measured."""
        return self._show(write_presence(self.synthesis, self.translator))

    def ideas(self) -> Section:
        """Show every idea by challenge, with its votes."""
        return self._show(write_ideas(self.synthesis, self.translator))

    def matrices(self) -> Section:
        """Show the matrices of the challenges as figures and as tables."""
        return self._show(write_matrices(self.synthesis, self.translator))

    def missions(self) -> Section:
        """Show the missions, who accepted them, and the places still free."""
        return self._show(write_missions(self.synthesis, self.translator))

    def next_steps(self) -> Section:
        """Show what is still to be done, how this was made and how data are protected."""
        return self._show(
            write_remaining(self.synthesis, self.translator) + write_method(self.synthesis, self.translator)
        )

    def _show(self, blocks: Iterable[Block]) -> Section:
        return Section(blocks, self._about)

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.translator('report.opened', title=self.synthesis.title))}</p>"


def open_synthesis(folder: str | Path | None = None, language: str | None = None) -> OpenSynthesis:
    """Open the synthesis of the workshop in ``folder``.

    Parameters
    ----------
    folder
        The workshop's folder; ``None`` takes the one named by ``WORKSHOP_FOLDER``.
    language
        ``"fr"`` or ``"en"``; ``None`` takes ``WORKSHOP_LANGUAGE``, else the workshop's own.

    Raises
    ------
    MissingEntry
        ``no-folder`` when no folder is named, ``no-workshop`` when it holds no workshop.

    """
    named = folder or os.environ.get(FOLDER_VARIABLE)
    if not named:
        raise MissingEntry("no-folder")
    store = open_store(Path(named))
    try:
        material = leave_out_unchosen(store.read(gather_material), list_said("participant.thanks.idea-removed"))
    finally:
        store.close()
    wanted = language or os.environ.get(LANGUAGE_VARIABLE)
    return OpenSynthesis(make_synthesis(material), choose_language(wanted, material.workshop.language))
