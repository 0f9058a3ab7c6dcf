"""The page of the room: who is here, who left, which two seats are one, and the voices of those without a phone."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.people import Facilitator, say_again
from tests.browser.served import ServedWorkshop


class RoomPage(Facilitator):
    """A second window of the facilitator, that stays at the page of the room."""

    def __init__(self, window: BrowserContext | Page, served: ServedWorkshop) -> None:
        super().__init__(window, served)
        self.page.goto(served.facilitator_page("room"))
        self.stands_at("room")

    def said(self, key: str, **values: object) -> str:
        """Say what the people without a phone are spoken for with."""
        return self.say(f"voices.{key}", **values)

    @property
    def form(self) -> Locator:
        """The open form of one act for one person."""
        return self.page.locator("form.wk-card.wkv-form").first

    def add_someone(self, pseudonym: str, category: str) -> None:
        """Let somebody in who has no phone; the category may be any word."""
        self.page.get_by_role("button", name=self.said("add"), exact=True).click()
        self.form.get_by_label(self.said("add.pseudonym")).fill(pseudonym)
        self.form.get_by_label(self.said("add.category")).fill(category)
        self.form.get_by_role("button", name=self.said("add.go"), exact=True).click()
        expect(self.page.get_by_role("rowheader", name=pseudonym)).to_be_visible()

    def open(self, act: str, pseudonym: str) -> Locator:
        """Open the form of one act, by its button in the person's row."""
        row = self.page.get_by_role("row").filter(has_text=pseudonym)
        row.get_by_role(
            "button", name=re.compile(f"^{say_again(self.said(f'open.{act}', pseudonym=pseudonym))}")
        ).click()
        expect(self.form).to_be_visible()
        return self.form

    def write_as(self, pseudonym: str, text: str, source: str, challenge: str | None = None) -> None:
        """Write somebody's idea in their words; ``challenge`` chooses by its stake where several are open."""
        form = self.open("write", pseudonym)
        if challenge is not None:
            self.choose_challenge(form, challenge)
        form.get_by_label(self.said("write.text")).fill(text)
        form.get_by_role("radio", name=self.say(f"words.source.{source}"), exact=True).check()
        form.get_by_role("button", name=self.said("write.go"), exact=True).click()
        expect(form.get_by_text(self.said("write.saved"))).to_be_visible()
        form.get_by_role("button", name=self.said("close"), exact=True).click()

    def choose_challenge(self, form: Locator, stake: str) -> None:
        choice = form.get_by_label(self.said("challenge"), exact=True)
        choice.select_option(label=next(one for one in choice.locator("option").all_inner_texts() if stake in one))

    def vote_as(self, pseudonym: str, option: str, dots: int) -> None:
        """Give somebody's dots to one option, by its number in the list that is read to them."""
        form = self.open("vote", pseudonym)
        line = form.get_by_role("listitem").filter(has_text=option)
        number = line.locator(".wkv-number").inner_text()
        form.get_by_label(self.said("vote.numbers")).fill(" ".join([number] * dots))
        form.get_by_role("button", name=self.said("vote.go"), exact=True).click()
        expect(self.form).to_have_count(0)

    def score_as(self, pseudonym: str, challenge: str, competence: int, interest: int) -> None:
        """Answer one matrix in somebody's name."""
        form = self.open("score", pseudonym)
        row = form.get_by_role("group").filter(has_text=challenge)
        row.get_by_label(self.said("score.competence")).fill(str(competence))
        row.get_by_label(self.said("score.interest")).fill(str(interest))
        form.get_by_role("button", name=self.said("score.go"), exact=True).click()
        expect(self.form).to_have_count(0)

    def offer_as(self, pseudonym: str, name: str, phone: str) -> None:
        """Offer somebody's help, with the consent they gave aloud."""
        form = self.open("offer", pseudonym)
        form.get_by_label(self.said("offer.name"), exact=True).fill(name)
        form.get_by_label(self.said("offer.phone"), exact=True).fill(phone)
        form.get_by_label(self.said("offer.consent")).check()
        form.get_by_role("button", name=self.said("offer.go"), exact=True).click()
        expect(self.form).to_have_count(0)

    def accept_as(self, pseudonym: str, mission: str) -> None:
        """Accept a mission in somebody's name."""
        form = self.open("answer", pseudonym)
        form.get_by_role("button", name=self.said("answer.accept-this", title=mission), exact=True).click()
        expect(self.form).to_have_count(0)

    def search(self, pseudonym: str) -> Locator:
        """Look somebody up; returns their card."""
        self.page.get_by_label(self.words("people.search")).fill(pseudonym)
        card = self.page.locator(".wkf-found > li").filter(has=self.page.get_by_text(pseudonym, exact=True))
        expect(card).to_be_visible()
        return card

    def note_departure(self, pseudonym: str) -> None:
        """Note that somebody left: the room does not wait for them."""
        card = self.search(pseudonym)
        card.get_by_role("button", name=self.words("people.do.away.one", name=pseudonym), exact=True).click()
        expect(card.get_by_text(self.words("people.state.away"))).to_be_visible()

    def join_seats(self, first: str, second: str) -> None:
        """Count two seats as one person, who sits in the ``second`` now."""
        card = self.search(first).first
        card.get_by_role("button", name=self.words("people.do.join.one", name=first), exact=True).click()
        card.get_by_label(self.words("people.join.question", name=first)).select_option(label=second)
        card.get_by_role("button", name=self.words("people.join.yes"), exact=True).click()
        expect(card.get_by_text(self.words("people.state.joined", stands=second))).to_be_visible()
