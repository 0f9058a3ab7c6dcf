"""The people of a workshop, with a browser of any engine in their hands."""

from __future__ import annotations

from babel import Locale

from tests.browser.engines.hands import Hands, words
from tests.browser.engines.tab import Tab
from workshop_kit.i18n import Translator


class Guest(Hands):
    """A participant's phone."""

    def __init__(self, tab: Tab, address: str, language: str = "fr") -> None:
        super().__init__(tab)
        self.say = Translator(language)
        tab.go(address)

    def words(self, key: str, **values: object) -> str:
        """Return a pattern of what the participant's page says."""
        return words(self.say(f"participant.{key}", **values))

    def presses(self, key: str, times: int = 1, **values: object) -> None:
        """Press a button by its words."""
        self.touch("button", f"^{self.words(key, **values)}$", times=times)

    def chooses(self, legend: str, label: str) -> None:
        """Choose one of a group of radio buttons."""
        self.touch("radio", rf"^{words(label)}(?!\w)", group=f"^{legend}")
        self.waits(
            "(label) => [...document.querySelectorAll('input[type=radio]:checked')]"
            ".some((one) => one.labels[0].textContent.trim().startsWith(label))",
            label,
        )

    def takes_seat(self, pseudonym: str, category: str = "resident") -> None:
        """Fill in the form of those who arrive, and send it."""
        self.types(f"^{self.words('join.pseudonym')}", pseudonym)
        self.chooses(self.words("join.category"), self.say.category(category))
        self.presses("join.go")
        self.counts(0, "field", f"^{self.words('join.pseudonym')}")

    @property
    def draft(self) -> str:
        """The field of an idea being written."""
        return f"^{self.words('ideas.text')}"

    def sends(self, text: str, source: str | None = None, times: int = 1) -> None:
        """Write an idea and press the button."""
        self.types(self.draft, text)
        if source is not None:
            self.chooses(self.words("ideas.source"), self.say(f"words.source.{source}"))
        self.presses("ideas.add", times=times)

    def gives_dots(self, option: str, count: int) -> None:
        """Give dots to what is called so."""
        give = "|".join(self.words(f"vote.{key}") for key in ("add", "again"))
        card = f"main li >> {option}"
        for number in range(count):
            self.touch("button", give, card)
            self.counts(number + 1, ".wk-dots .wk-on", scope=card)

    def scores(self, competence: str, interest: str) -> None:
        """Answer both questions about a challenge."""
        self.chooses(self.words("scores.competence"), competence)
        self.sees(self.words("scores.saved-competence"))
        self.chooses(self.words("scores.interest"), interest)
        self.sees(words(self.say("participant.scores.saved-last").split(".")[0]))

    def reads_that_connection_is(self, state: str) -> None:
        """Read the strip at the top of the page."""
        self.sees(words(self.say(f"page.{state}")), "#page-strip")

    def reads_no_strip(self) -> None:
        """See that the page has nothing to say of its connection."""
        self.waits("() => document.getElementById('page-strip').textContent", until="")

    def has_nothing_to_send(self) -> None:
        """See that nothing waits on the phone."""
        self.waits("() => Object.keys(localStorage).filter((key) => key.includes(':outbox:')).length", until=0)


class Host(Hands):
    """The facilitator's laptop."""

    def __init__(self, tab: Tab, address: str, language: str = "fr") -> None:
        super().__init__(tab)
        self.say = Translator(language)
        tab.go(address)
        self.counts(0, "main[aria-busy]")

    def words(self, key: str, **values: object) -> str:
        """Return a pattern of what the facilitator's page says."""
        return words(self.say(f"facilitator.{key}", **values))

    def presses(self, key: str, scope: str = "", **values: object) -> None:
        """Press a button by its words, whatever sign stands beside them."""
        self.touch("button", rf"^(\+ )?{self.words(key, **values)}(,.*| →)?$", scope)

    def goes_on(self, code: str, challenge: int | None = None, *, asked: bool = False) -> None:
        """Press the green button that says what comes next, say yes where it asks, and wait until it is done."""
        said = self.words(f"course.next.{code}", number="" if challenge is None else challenge)
        self.touch("button", f"^{said}( →)?$")
        if asked:
            self.touch("button", f"^{said}$", "dialog[open], [role=dialog]")
        self.counts(0, "button", f"^{said}( →)?$")

    def unveils(self, rank: int) -> None:
        """Unveil one place of the results, on the screen and on phones."""
        said = self.say(f"words.results.rank.{Locale(self.say.language).ordinal_form(rank)}", rank=rank)
        alone = self.words("remote.unveil", rank=said)
        beside = self.words("remote.unveil.of", rank=said, challenge="@").replace("@", r"\d")
        self.touch("button", f"^({alone}|{beside})$")
