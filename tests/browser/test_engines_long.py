"""A whole workshop in each engine, with what happens to phones meanwhile; played by `make engines`.

A phone is put to sleep and woken, left and come back to, led by the keyboard alone, dark, with large letters; the
facilitator frames the challenge, and prints a page. At every step nothing is wider than the page, and no group of
choices is taller than what is in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader

from tests.browser.cable import Cable
from tests.browser.conftest import PICTURES_OF_FAILURES, find_port
from tests.browser.engines.hands import words
from tests.browser.engines.people import Guest, Host
from tests.browser.engines.room import DESK, HAND, Give
from tests.browser.engines.tab import Device
from tests.browser.outages import FragileWorkshop
from tests.browser.served import wait_for, workshop_kit
from tests.browser.test_engines import engine, give  # noqa: F401 - fixtures

pytestmark = pytest.mark.browser

STATEMENT: Final = {
    "action": "Ouvrir un lieu chaud chaque nuit de gel",
    "population": "les personnes sans abri",
    "territory": "Saint-Elme",
    "deadline": "décembre 2028",
    "indicator": "le nombre de nuits ouvertes",
}
#: What stands too wide, and which group of choices is taller than what is in it.
_ILL_DRAWN: Final = """() => {
  const width = document.documentElement.scrollWidth;
  const wide = width > innerWidth ? [`${width} wide`] : [];
  const under = (one) => one.getBoundingClientRect().bottom - one.lastElementChild.getBoundingClientRect().bottom;
  const groups = [...document.querySelectorAll("fieldset")].filter((one) => one.offsetHeight > 0);
  const tall = groups.filter((one) => one.lastElementChild && under(one) > 12);
  return [...wide, ...tall.map((one) => one.textContent.slice(0, 40))];
}"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[FragileWorkshop]:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with FragileWorkshop(folder, port=find_port(27766)) as workshop_served:
        yield workshop_served


@pytest.fixture
def cable(served: FragileWorkshop) -> Iterator[Cable]:
    with Cable(find_port(27866), find_port(27766)) as plugged:
        yield plugged


class Play:
    """The people of one play, and the pictures taken of it."""

    def __init__(self, engine: str, host: Host, guests: list[Guest]) -> None:  # noqa: F811
        self.engine, self.host, self.guests = engine, host, guests
        self.folder = PICTURES_OF_FAILURES / "engines"
        self.folder.mkdir(parents=True, exist_ok=True)

    def look(self, step: str) -> None:
        """Take a picture of every page, and see that each is drawn well."""
        for number, person in enumerate([self.host, *self.guests]):
            (self.folder / f"{self.engine}-{step}-{number}.png").write_bytes(person.tab.picture())
            person.waits(_ILL_DRAWN, until=[], what=f"{step}, person {number}")


def test_a_whole_workshop_in_this_engine(
    engine: str,  # noqa: F811
    give: Give,  # noqa: F811
    served: FragileWorkshop,
    cable: Cable,
) -> None:
    host = Host(give(DESK), served.facilitator_page("1_challenge"))
    rose = Guest(give(HAND), cable.address)
    night = Guest(give(Device(390, 844, dark=True, letters=32)), served.participants)
    play = Play(engine, host, [rose, night])
    frame(host)
    join_by_keyboard(rose, "Rose")
    night.takes_seat("Nuit", "shop")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    night.waits(ground, until="rgb(17, 24, 26)")
    play.look("1-joined")

    host.tab.go(served.facilitator_page("3_ideas"))
    host.goes_on("open-writing", 1)
    rose.sees(words("Ouvrir un lieu chaud"))
    write_by_keyboard(rose, "Une soupe le soir")
    leave_and_come_back(rose)
    sleep_and_wake(rose, cable, served)
    night.sends("Un thé chaud", "data")
    night.sees(night.words("ideas.added"))
    in_sight(night)
    play.look("2-written")

    host.goes_on("open-reveal", 1, asked=True)
    rose.sees("Un thé chaud")
    play.look("3-revealed")
    host.goes_on("open-vote", 1)
    rose.gives_dots("Un thé chaud", 2)
    night.gives_dots("Une soupe le soir", 1)
    play.look("4-voted")
    host.goes_on("open-results", 1, asked=True)
    host.unveils(2)
    host.unveils(1)
    rose.sees("2 points")
    play.look("5-results")

    host.goes_on("phase-scoring")
    rose.scores("2", "+2")
    play.look("6-scored")
    host.goes_on("phase-offer")
    offer_help(rose)
    play.look("7-offered")
    give_a_mission(host, rose, served)
    play.look("8-missions")
    print_page(host)
    host.goes_on("phase-thanks")
    rose.sees(rose.words("thanks.title", pseudonym="Rose"))
    play.look("9-thanked")


def frame(host: Host) -> None:
    host.presses("challenges.add.first")
    host.types(f"^{host.words('challenges.stake')}", "Logement")
    host.touch("button", f"^{host.words('challenges.by-parts')}")
    for part, text in STATEMENT.items():
        host.types(f"^{host.words(f'challenges.part.{part}')}", text)
    host.presses("challenges.add.this")
    host.counts(0, "button", f"^{host.words('challenges.add.this')}$")
    host.sees(words(STATEMENT["indicator"]))


def join_by_keyboard(guest: Guest, pseudonym: str) -> None:
    guest.counts(1, "field", f"^{guest.words('join.pseudonym')}")
    guest.walks_to("field", f"^{guest.words('join.pseudonym')}")
    guest.tab.write(pseudonym)
    guest.walks_to("radio", "", group=f"^{guest.words('join.category')}")
    guest.tab.press("Space", "ArrowRight")
    guest.walks_to("button", f"^{guest.words('join.go')}$")
    shown = (
        "() => ['outlineStyle', 'outlineWidth'].map((one) => getComputedStyle(document.activeElement)[one]).join(' ')"
    )
    guest.waits(shown, until="solid 3px", what="the ring around what has the focus")
    guest.tab.press("Enter")
    guest.sees(guest.words("join.in", pseudonym=pseudonym))


def write_by_keyboard(guest: Guest, text: str) -> None:
    guest.walks_to("field", guest.draft)
    guest.tab.write(text)
    guest.walks_to("radio", "", group=f"^{guest.words('ideas.source')}")
    guest.tab.press("Space")
    guest.walks_to("button", f"^{guest.words('ideas.add')}$")
    guest.tab.press("Enter")
    guest.sees(guest.words("ideas.added"))


def leave_and_come_back(guest: Guest) -> None:
    """Go to another page and back, then forward and back: the same seat, the same draft, and the page lives."""
    guest.types(guest.draft, "Et le do")
    guest.tab.go("data:text/html,<p>Ailleurs")
    guest.tab.move("back")
    guest.reads_in(guest.draft, "Et le do")
    guest.tab.move("forward")
    guest.tab.move("back")
    guest.reads_in(guest.draft, "Et le do")
    guest.sees("Rose")
    guest.reads_no_strip()
    guest.types(guest.draft, "jo")
    guest.presses("ideas.add")
    # an engine that had kept the page as it was may load it anew just now: the list says what is stored
    guest.counts(1, "li", "^Et le dojo", scope="main ul")
    guest.has_nothing_to_send()


def sleep_and_wake(guest: Guest, cable: Cable, served: FragileWorkshop) -> None:
    """Sleep with an idea on its way and another begun, while the network goes: both are there on waking."""
    cable.fall_silent()
    guest.sends("Veiller à deux")
    guest.types(guest.draft, "Un four")
    guest.tab.sleep()
    cable.plug_in()
    guest.tab.wake()
    wait_for(lambda: "Veiller à deux" in served.texts("Rose"), 60, "the idea's arrival")
    guest.reads_in(guest.draft, "Un four")
    guest.reads_no_strip()
    guest.has_nothing_to_send()
    assert served.texts("Rose") == ["Une soupe le soir", "Et le dojo", "Veiller à deux"]
    guest.touch("field", guest.draft)
    guest.tab.press(*["Backspace"] * len("Un four"))


def in_sight(guest: Guest) -> None:
    """See that what was said of the last action is in sight, however large the letters are."""
    seen = "(said) => [...document.querySelectorAll('.wk-saved')].filter((one) => one.textContent.includes(said))"
    seen += ".every((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight)"
    guest.waits(seen, guest.say("participant.ideas.added"), what="the answer in sight")


def offer_help(guest: Guest) -> None:
    guest.sees(guest.words("offer.title"))
    guest.chooses(guest.words("offer.title"), guest.say("participant.offer.yes"))
    guest.touch("button", f"^{guest.words('offer.to-offer')}")
    guest.presses("offer.details-now")
    guest.types(f"^{guest.words('offer.name')}", "Rose Durand-Fictive")
    guest.types(f"^{guest.words('offer.email')}", "rose@example.org")
    purpose = guest.say("participant.offer.purpose", title="@").split("@")[0].strip()
    guest.touch("checkbox", f"^{words(purpose)}")
    guest.presses("offer.keep-details")
    guest.sees(guest.words("offer.saved"))


def give_a_mission(host: Host, guest: Guest, served: FragileWorkshop) -> None:
    host.tab.go(served.facilitator_page("5_missions"))
    host.counts(0, "main[aria-busy]")
    host.presses("missions.add")
    host.types(f"^{host.words('missions.field.title')}", "Ouvrir la salle")
    host.presses("missions.save")
    host.sees("Ouvrir la salle")
    host.presses("missions.propose")
    host.sees("Rose")
    host.goes_on("phase-missions", asked=True)
    guest.sees("Ouvrir la salle")
    guest.presses("mission.accept")
    guest.sees(guest.words("mission.said-accepted"))


def print_page(host: Host) -> None:
    """Print the page of who does what; WebKit's driver cannot be asked to."""
    printed = host.tab.print_page()
    if printed is not None:
        said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages)
        assert "Ouvrir la salle" in " ".join(said.split())
