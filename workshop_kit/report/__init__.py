"""The synthesis: a notebook that anyone can edit, written as a tagged PDF or as a web page.

Store → ``domain.synthesis`` (what is said) → blocks (how it is laid out) → Typst and HTML, inside the notebook's
outputs → one document → PDF/UA-1 through Typst, or HTML through an nbconvert template.
"""

from workshop_kit.report.making import make_report
from workshop_kit.report.opened import OpenSynthesis, Section, open_synthesis

__all__ = ["OpenSynthesis", "Section", "make_report", "open_synthesis"]
