"""What the people of a workshop do with their hands: the words they read are the words they click."""

from __future__ import annotations

import re
from typing import Protocol

from babel import Locale
from playwright.sync_api import BrowserContext, Locator, Page, expect

from workshop_kit.i18n import Translator


class Served(Protocol):
    """Where the pages of a workshop are, whoever serves them."""

    @property
    def participants(self) -> str: ...

    @property
    def facilitator(self) -> str: ...


def say_again(text: str) -> str:
    """Return a pattern of these words whatever spaces stand between them: the name of a control has plain ones."""
    return r"\s+".join(map(re.escape, text.split()))


class Phone:
    """A participant's phone."""

    def __init__(self, context: BrowserContext, served: Served, language: str = "fr") -> None:
        self.page: Page = context.new_page()
        self.requested: list[str] = []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.say = Translator(language)
        self.page.goto(served.participants)

    def words(self, key: str, **values: object) -> str:
        return self.say(f"participant.{key}", **values)

    def button(self, key: str, **values: object) -> None:
        self.page.get_by_role("button", name=self.words(key, **values), exact=True).click()

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def sees_nowhere(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def speak(self, language: str) -> None:
        """Switch the page's language."""
        name = Translator(self.say.language)(f"words.language.{language}")
        self.page.get_by_role("button", name=re.compile(f"{language.upper()}|{name}")).first.click()
        self.say = Translator(language)
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def ask_for_seat(self, pseudonym: str, category: str = "resident") -> None:
        """Fill in the form of those who arrive, and send it."""
        self.page.get_by_label(self.words("join.pseudonym")).fill(pseudonym)
        self.choose(self.words("join.category"), self.say.category(category))
        self.button("join.go")

    def join(self, pseudonym: str, category: str) -> None:
        """Take a seat before the workshop begins."""
        self.ask_for_seat(pseudonym, category)
        self.sees(self.words("join.in", pseudonym=pseudonym))

    def choose(self, legend: str, label: str) -> None:
        """Choose one of a group of radio buttons by touching its label."""
        pattern = re.compile(rf"^{re.escape(label)}(?![\w])")
        self.page.get_by_role("group", name=legend).get_by_role("radio", name=pattern).check()

    def write_idea(self, text: str, source: str) -> None:
        self.page.get_by_label(self.words("ideas.text")).fill(text)
        self.choose(self.words("ideas.source"), self.say(f"words.source.{source}"))
        self.button("ideas.add")
        self.sees(self.words("ideas.added"))

    def take_time(self) -> None:
        """Let the eye see what the last touch put under the finger: two touches within 600 ms are one."""
        now = self.page.evaluate("performance.now()")
        self.page.wait_for_function("(now) => performance.now() > now + 600", arg=now)

    def go_to_challenge(self, number: int) -> None:
        """Go to another challenge that is open too."""
        said = "|".join(re.escape(self.words(f"place.{key}", number=number)) for key in ("also-open", "vote-open"))
        beside = self.page.locator("p.wk-elsewhere").filter(has_text=re.compile(said))
        beside.get_by_role("button", name=self.words("place.go-there"), exact=True).click()
        self.sees(re.compile(re.escape(self.words("place.room-at", number="").split(".")[0].strip())))

    def give_dots(self, option: str, count: int) -> None:
        card = self.page.locator("main li, main article").filter(has_text=option).last
        give = re.compile("|".join(re.escape(self.words(f"vote.{key}")) for key in ("add", "again")))
        for number in range(count):
            self.take_time()
            card.get_by_role("button", name=give).first.click()
            expect(card.locator(".wk-dots .wk-on")).to_have_count(number + 1)

    def score(self, competence: str, interest: str) -> None:
        self.choose(self.words("scores.competence"), competence)
        self.sees(self.words("scores.saved-competence"))
        self.choose(self.words("scores.interest"), interest)
        self.sees(re.compile(re.escape(self.words("scores.saved-last").split(".")[0])))

    def would_help(self) -> None:
        """Say yes to whatever is asked about: any challenge by one gesture, or the only one."""
        self.sees(self.words("offer.title"))
        anyone = self.page.get_by_role("button", name=self.words("offer.all-yes"), exact=True)
        if anyone.count() > 0:
            anyone.click()
        else:
            self.choose(self.words("offer.title"), self.words("offer.yes"))
            self.page.get_by_role("button", name=re.compile(f"^{say_again(self.words('offer.to-offer'))}")).click()
        self.sees(self.words("offer.given-lead"))

    def offer_help(self, name: str, email: str) -> None:
        """Offer help with any challenge, and leave at once how to be reached, with consent."""
        self.would_help()
        self.reach(name, email)

    def accept_mission(self, show_name: bool = False) -> None:
        """Accept the mission on the page, and let it be said who one is where ``show_name`` says so."""
        self.button("mission.accept")
        self.sees(self.words("mission.said-accepted"))
        if show_name:
            self.page.get_by_text(self.words("after.show")).click()
            self.sees(self.words("after.show-kept"))

    def reach(self, name: str, email: str) -> None:
        """Say how to be reached, with consent to a mission alone."""
        self.button("offer.details-now")
        self.page.get_by_label(self.words("offer.name")).fill(name)
        self.page.get_by_label(self.words("offer.email")).fill(email)
        purpose = self.words("offer.purpose", title="@").split("@")[0].strip()
        self.page.get_by_role("checkbox", name=re.compile(f"^{say_again(purpose)}")).check()
        self.button("offer.keep-details")
        self.sees(self.words("offer.saved"))


#: The rooms of the facilitator's page, each with its pages.
ROOMS = {
    "prepare": ("1_challenge", "2_stakeholders", "import"),
    "lead": ("3_ideas", "4_matrix", "5_missions"),
    "room": ("room",),
    "after": ("6_synthesis",),
}
#: What the page asks about before it does it, even where no timer runs: something is shown, or names are.
ASKED = ("open-reveal", "open-results", "phase-missions")
#: What the screen shows first at a press that asks, where there are ideas or names in it.
READ_FIRST = ("reveal", "missions")


class Facilitator:
    """The facilitator's laptop."""

    def __init__(self, window: BrowserContext | Page, served: Served, language: str = "fr") -> None:
        self.page: Page = window.new_page() if isinstance(window, BrowserContext) else window
        self.requested: list[str] = []
        self.page.on("request", lambda request: self.requested.append(request.url))
        self.say = Translator(language)
        self.served = served
        self.page.goto(served.facilitator)

    def open_window(self) -> Page:
        """Open a window beside this one, in the same browser: a tab would hide this page, which is seldom drawn so."""
        with self.page.context.expect_page() as opened:
            self.page.evaluate("() => void open('about:blank', '', 'popup,noopener')")
        return opened.value

    def words(self, key: str, **values: object) -> str:
        return self.say(f"facilitator.{key}", **values)

    def speak(self, language: str) -> None:
        """Switch the page's language."""
        self.page.get_by_role("button", name=re.compile(f"^{language.upper()}")).click()
        self.say = Translator(language)
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def step(self, name: str) -> None:
        """Go to one page of the guide: by the room it is in, then by its own link where the room has several pages."""
        room = next(one for one, pages in ROOMS.items() if name in pages)
        links = self.page.get_by_role("navigation")
        door = links.get_by_role("link", name=self.words(f"header.room.{room}"), exact=True)
        expect(door).to_be_visible()
        if door.get_attribute("aria-current") is None:
            door.click()
            expect(door).to_have_attribute("aria-current", "true")
        if len(ROOMS[room]) > 1:
            links.get_by_role("link", name=self.words(f"header.step.{name}"), exact=True).click()
        self.stands_at(name)

    def open_section(self, name: str) -> None:
        """Open a part of a long page by its heading, which has this id."""
        fold = self.page.locator("details.wkf-section").filter(has=self.page.locator(f"#{name}"))
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()
        expect(fold).to_have_attribute("open", "")

    def stands_at(self, page: str) -> None:
        """See that the window is at one page of the guide, and that it is ready."""
        self.page.wait_for_url(re.compile(rf"/{page}\b"))
        expect(self.page.locator("main[aria-busy]")).to_have_count(0)
        expect(self.page.get_by_role("heading").locator("visible=true").first).to_be_visible()

    @property
    def ahead(self) -> Locator:
        """What comes next, with the one green button."""
        return self.page.get_by_role("region", name=self.words("course.next"), exact=True)

    def next_of(self, code: str, challenge: int | None = None) -> str:
        """Return the words of the green button for one move."""
        return self.words(f"course.next.{code}", number="" if challenge is None else challenge)

    def press_next(self, code: str, challenge: int | None = None) -> None:
        """Press the green button that says what comes next, whatever it asks then."""
        name = re.compile(rf"^{say_again(self.next_of(code, challenge))}( →)?$")
        self.ahead.get_by_role("button", name=name).click()

    @property
    def question(self) -> Locator:
        """What is asked before something is shown, hidden or cut short."""
        return self.page.get_by_role("dialog")

    def go_on(
        self, code: str, challenge: int | None = None, *, asked: bool | None = None, read_first: bool | None = None
    ) -> None:
        """Press the green button, answer yes where it asks, and wait until the room has moved.

        ``read_first`` answers whether the facilitator reads before the screen shows it; ``None`` leaves it as it is.
        """
        said = self.next_of(code, challenge)
        self.press_next(code, challenge)
        if code in ASKED if asked is None else asked:
            expect(self.question).to_be_visible()
            if read_first is not None:
                answer = self.words("course.ask.read-first" if read_first else "course.ask.together")
                self.question.get_by_role("radio", name=answer, exact=True).check()
            self.question.get_by_role("button", name=said, exact=True).click()
        expect(self.page.get_by_role("button", name=re.compile(say_again(said)))).to_have_count(0)
        expect(self.ahead).to_be_visible()

    def take_up_again(self, stage: str, challenge: int) -> None:
        """Take a challenge whose results were shown up again, at the stage that is chosen in the one question."""
        opener = self.ahead.get_by_role("button", name=self.words("course.again"), exact=True)
        opener.click()
        self.question.get_by_role("radio", name=self.words(f"course.back.again-{stage}"), exact=True).check()
        expect(self.question).to_contain_text(self.words(f"course.ask.back.again-{stage}"))
        self.question.get_by_role("button", name=self.words("course.again.title", number=challenge), exact=True).click()
        expect(opener).to_have_count(0)

    def take_back(self) -> None:
        """Press the button that takes the last move back, while there is one."""
        undo = self.words("course.undo", seconds=0).split("0")[0]
        self.page.get_by_role("button", name=re.compile(f"^{say_again(undo)}")).click()

    def show_on_screen(self, moment: str) -> None:
        """Press the remote's green button that lets the screen show what phones show already, and answer yes."""
        said = self.words("remote.show", what=self.words(f"remote.show.{moment}"))
        self.button(said)
        if moment in READ_FIRST:
            self.question.get_by_role("button", name=said, exact=True).click()
            expect(self.question).to_have_count(0)

    def unveil(self, rank: int) -> None:
        """Unveil one place of the results, on the screen and on phones; beside other challenges its own is named."""
        form = Locale(self.say.language).ordinal_form(rank)
        said = self.say(f"words.results.rank.{form}", rank=rank)
        alone = say_again(self.words("remote.unveil", rank=said))
        beside = say_again(self.words("remote.unveil.of", rank=said, challenge="@")).replace("@", r"\d")
        self.page.get_by_role("button", name=re.compile(f"^({alone}|{beside})$")).click()
        if rank == 1:  # the page knows that nothing is covered any more: what comes next asks nothing about it
            one = self.say.plural("facilitator.course.phones.covered", 1, what="@").split("@")[-1]
            many = self.say.plural("facilitator.course.phones.covered", 2, what="@").split("2")[-1]
            expect(self.ahead).not_to_contain_text(re.compile(f"{say_again(one)}|{say_again(many)}"))

    def open_beside(self, challenge: int) -> None:
        """Open another challenge while one is worked on: each table its own."""
        also = self.ahead.get_by_role("button", name=self.words("course.also", number=challenge), exact=True)
        also.click()
        expect(also).to_have_count(0)

    def gather(self, texts: list[str], title: str) -> None:
        """Tick ideas that say the same, and gather them under one title."""
        for text in texts:
            self.page.get_by_role("checkbox", name=self.words("ideas.choose.one", title=text), exact=True).check()
        form = self.page.get_by_role("form", name=self.words("ideas.gather"))
        form.get_by_label(self.words("ideas.gather.title")).fill(title)
        form.get_by_role("button", name=self.words("ideas.gather"), exact=True).click()
        expect(self.page.get_by_text(self.say.plural("facilitator.ideas.gather.done", len(texts)))).to_be_visible()

    def look_at(self, challenge: int) -> None:
        """Look at another challenge, by its tab in the strip."""
        tabs = self.page.get_by_role("list", name=self.words("header.strip")).locator(".wkf-tab-go")
        tabs.nth(challenge - 1).click()

    def button(self, text: str) -> None:
        """Press a button by its words, whatever sign stands beside them."""
        self.page.get_by_role("button", name=re.compile(rf"^(\+ )?{say_again(text)}(,.*| →)?$")).click()

    def sees(self, text: str) -> None:
        """See a text on the page itself, not among the choices of a closed list."""
        expect(self.page.locator("main").get_by_text(text).locator("visible=true").first).to_be_visible()

    def write_challenge(self, stake: str, parts: dict[str, str]) -> None:
        first = self.page.get_by_role("button", name=f"+ {self.words('challenges.add.first')}", exact=True)
        other = self.page.get_by_role("button", name=f"+ {self.words('challenges.add')}", exact=True)
        written = self.page.locator("[data-challenge]")
        expect(first.or_(other)).to_be_visible()
        before = written.count()
        first.or_(other).click()
        self.page.locator("summary", has_text=self.words("challenges.by-parts")).click()
        self.page.get_by_label(self.words("challenges.stake")).fill(stake)
        for part, text in parts.items():
            label = say_again(self.words(f"challenges.part.{part}"))
            self.page.get_by_label(re.compile(f"^{label}")).fill(text)  # the label goes on with an example
        expect(self.page.get_by_label(self.words("challenges.sentence"))).not_to_have_value("")  # made of the parts
        self.button(self.words("challenges.add.this"))
        expect(self.page.get_by_role("button", name=self.words("challenges.add.this"))).to_have_count(0)
        expect(written).to_have_count(before + 1)

    def reword(self, stake: str, statement: str) -> None:
        """Say a challenge in other words."""
        self.page.get_by_role("button", name=self.words("challenges.edit.one", stake=stake), exact=True).click()
        self.page.get_by_label(self.words("challenges.sentence")).fill(statement)
        self.page.locator(".wkf-write-main").get_by_role(
            "button", name=self.words("challenges.save"), exact=True
        ).click()
        expect(self.page.locator(".wkf-write")).to_have_count(0)
        self.sees(statement)

    def write_for(self, pseudonym: str, text: str, source: str) -> None:
        """Write down what somebody without a phone says aloud."""
        self.page.get_by_role("button", name=self.words("ideas.proxy"), exact=True).click()
        self.page.get_by_label(self.words("ideas.proxy.text")).fill(text)
        self.page.get_by_role("radio", name=self.words(f"ideas.told.{source}"), exact=True).check()
        self.page.get_by_label(re.compile(f"^{say_again(self.words('ideas.proxy.who'))}")).fill(pseudonym)
        self.page.get_by_role("button", name=self.words("ideas.proxy.add"), exact=True).click()
        self.sees(self.words("ideas.proxy.saved"))

    def make_mission(self, option: str, title: str, places: int) -> None:
        """Make a result a mission."""
        name = self.words("deeds.make-of", title=option)
        self.page.get_by_role("button", name=name, exact=True).click()
        form = self.page.get_by_role("form", name=name, exact=True)
        form.get_by_label(self.words("deeds.make-title")).fill(title)
        form.get_by_label(self.words("deeds.make-places")).fill(str(places))
        form.get_by_role("button", name=self.words("deeds.make-do"), exact=True).click()
        self.sees(title)

    def add_mission(self, stake: str, title: str, places: int, competence: int = 0) -> None:
        """Add a mission to a challenge by hand."""
        add = self.words("missions.add")
        self.page.get_by_role("button", name=re.compile(rf"^{say_again(add)}, .*{say_again(stake)}$")).click()
        form = self.page.get_by_role("form", name=add, exact=True)
        form.get_by_label(self.words("missions.field.title")).fill(title)
        form.get_by_label(self.words("missions.field.places")).fill(str(places))
        form.get_by_label(self.words("missions.field.min-competence")).select_option(str(competence))
        form.get_by_role("button", name=self.words("missions.save"), exact=True).click()
        self.sees(title)

    def open_followed(self, number: int, stake: str) -> None:
        """Unfold what became of a challenge's results, if it is folded."""
        label = self.words("followup.label", number=number, stake=stake)
        folded = self.page.locator("details.wkf-followed").filter(has=self.page.get_by_text(label, exact=True))
        expect(folded).to_be_visible()
        if folded.get_attribute("open") is None:
            folded.locator("summary").click()

    def tell(self, field: str, text: str, mission: str | None = None) -> None:
        """Fill in a field of the follow-up and leave it, which saves it."""
        label = self.words(f"deeds.{field}")
        name = label if mission is None else self.words("deeds.of", field=label, mission=mission)
        self.page.get_by_label(name, exact=True).fill(text)
        self.page.get_by_label(name, exact=True).blur()
        kept = self.page.locator(".wk-field").filter(has=self.page.get_by_label(name, exact=True))
        expect(kept.get_by_role("status")).to_have_text(self.say("words.saved"))
