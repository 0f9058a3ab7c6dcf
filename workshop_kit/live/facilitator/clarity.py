"""Step 1: asking two or three people how clear a challenge's sentence is, from their phones or at this page."""

from __future__ import annotations

from urllib.parse import quote
from uuid import uuid4

from workshop_kit.live.acts.clarity import LINK, ask_clarity, close_to_readers, rate_clarity, wait_no_more
from workshop_kit.live.contract.asking import intention
from workshop_kit.live.contract.facilitator.clarity import AskClarity, ForgetClarity, RateHere, WaitNoMore, WaysToRead
from workshop_kit.live.door import open_with_words, read_words
from workshop_kit.live.facilitator.desk import Desk
from workshop_kit.live.joining import read_join_address
from workshop_kit.qr import draw_code
from workshop_kit.store import Repository


class ClarityDesk(Desk):
    """Whom a sentence is shown to beforehand; what they say is shown once all have answered, and not before."""

    @intention
    def ask_clarity(self, repository: Repository, asked: AskClarity) -> None:
        """Ask two or three people how clear the present sentence of a challenge is; asked again it begins anew."""
        language = repository.find_workshop().language
        ask_clarity(repository, asked.challenge, asked.wanted, self.now(), language)

    @intention
    def rate_here(self, repository: Repository, asked: RateHere) -> None:
        """Take the answer of somebody who reads the sentence at this page; raises as ``rate_clarity``."""
        rate_clarity(repository, asked.challenge, uuid4().hex, asked.clearness, asked.remark)

    @intention
    def wait_no_more(self, repository: Repository, asked: WaitNoMore) -> None:
        """Wait for no more answers about a challenge; what one alone said is erased, unseen."""
        wait_no_more(repository, asked.challenge)

    @intention
    def forget_clarity(self, repository: Repository, asked: ForgetClarity) -> None:
        """Erase what was said of a sentence."""
        repository.remove_asking(asked.challenge, asked.number)

    @intention
    def close_to_readers(self, repository: Repository) -> None:
        """Let nobody read challenges beforehand any more; what all have answered stays."""
        close_to_readers(repository)


def describe_ways(repository: Repository) -> WaysToRead:
    """Return how people come to read beforehand; nothing of it while nobody is asked."""
    code = repository.find_clarity_code()
    address = read_join_address()
    link = _add_code(open_with_words(address, read_words()), code) if code and address else ""
    return {
        "code": code,
        "address": address if code else "",
        "link": link,
        "rows": draw_code(link) if link else [],
        "readers": len(repository.list_readers()),
    }


def _add_code(address: str, code: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{LINK}={quote('-'.join(code.split()))}"
