"""Section builders, the last page: what is still to be done, how it was made, how people's data are protected."""

from __future__ import annotations

from workshop_kit.domain.briefs import Synthesis
from workshop_kit.domain.claims import DATA, METHOD, REMAINING
from workshop_kit.i18n import Translator
from workshop_kit.report.blocks import Block, Bullet, Bullets, Heading, Paragraph, Together
from workshop_kit.report.saying import say_claims


def write_remaining(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return what the workshop leaves to be done, if anything."""
    remaining = say_claims(REMAINING, synthesis, translator)
    if not remaining:
        return ()
    bullets = Bullets(tuple(Bullet(sentence) for sentence in remaining))
    return (Heading(1, translator("report.next.remaining")), bullets)


def write_method(synthesis: Synthesis, translator: Translator) -> tuple[Block, ...]:
    """Return how the workshop was held and how people's data are protected."""
    method = say_claims(METHOD, synthesis, translator)
    data = say_claims(DATA, synthesis, translator)
    if not method and not data:
        return ()
    blocks: list[Block] = [Heading(1, translator("report.method.title"))]
    if method:
        blocks.append(Bullets(tuple(Bullet(sentence) for sentence in method)))
    if data:
        title = Heading(2, translator("report.method.data-title"))
        blocks.append(Together((title, *(Paragraph(sentence) for sentence in data))))
    return tuple(blocks)
