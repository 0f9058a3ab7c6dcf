"""One whole afternoon, with everything that goes differently from what was planned, and what its PDF says of it.

Five challenges, two of them in parallel, one reworded, one taken up again; seven people who work and three who come
when it is over: one comes late in each stage and phase, one leaves, one goes on with a second phone, one has no phone,
one reads English. A wrong button is taken back, two ideas share the first place, and somebody declines a mission.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.afternoon import Afternoon, read_retention, score, voices
from tests.browser.album import find_album, take_step
from tests.browser.conftest import NewContext
from tests.browser.counted import Deed, read_pdf
from tests.browser.people import say_again
from tests.browser.served import ServedWorkshop, workshop_kit
from workshop_kit.i18n.dates import say_day

STAKES = ("Logement", "Mobilité", "Alimentation", "Santé", "Voisinage")
PARTS = (
    ("Ouvrir un lieu chaud chaque nuit de gel", "les personnes sans abri", "le nombre de nuits ouvertes"),
    ("Relier chaque hameau au marché", "les personnes sans voiture", "le nombre de trajets partagés"),
    ("Cuisiner des légumes du territoire à la cantine", "les enfants de l’école", "la part de repas locaux"),
    ("Trouver un médecin près de chez soi", "les personnes âgées", "le temps de trajet"),
    ("Faire se rencontrer les voisins", "les nouveaux arrivants", "le nombre de rencontres"),
)
TERRITORY, DEADLINE = "Saint-Elme", "décembre 2028"

HALL, HALL_TOO = "Prêter la salle des fêtes quand il gèle", "Prêter la salle des fêtes la nuit, avec un poêle"
GATHERED = "La salle des fêtes, chauffée"
TEA, RADIO, TRAIN, LAUNDRY = (
    "Une veilleuse & un thé chaud <b>offert</b>",
    "Un appel à la radio pour trouver des couvertures",
    "Laisser ouverte la gare",
    "Une laverie le matin",
)
BUS, BIKES = "Un minibus conduit par des bénévoles", "Réparer les vélos au café"
GARDEN, MENU = "Un potager dans la cour de l’école", "Un menu dit par les enfants"
NURSE, VAN = "Une infirmière qui passe chez les gens", "Un cabinet médical qui roule"
TABLE = "Une longue table dans la rue en juin"
REWORDED = "Chaque enfant de Saint-Elme mange un légume du territoire à la cantine, chaque jour d’école."

WARM, RIDE = "Tenir la salle chauffée", "Conduire le minibus"
CONTACT, FOLLOW_UP = "Mairie de Saint-Elme, le matin", "La synthèse sera lue au conseil municipal."
ORGANISER = "Mairie de Saint-Elme, service des habitants"
#: Who stands where in the first matrix, and in the second: competence, interest.
FIRST_MATRIX = {
    "Rose 2": (3, 2), "Orme": (1, 1), "Lise": (0, 1), "Iris": (2, -1), "Noé": (1, 0), "Aubin": (2, 2),
}  # fmt: skip
SECOND_MATRIX = {"Rose 2": (0, -1), "Orme": (3, 2)}


def five_challenges_are_framed(afternoon: Afternoon) -> None:
    host = afternoon.host
    for stake, (action, population, indicator) in zip(STAKES, PARTS, strict=True):
        parts = {"action": action, "population": population, "indicator": indicator}
        host.write_challenge(stake, {**parts, "territory": TERRITORY, "deadline": DEADLINE})
    cards = host.page.locator(".wk-cards > li .wk-challenge p")
    expect(cards).to_have_count(len(STAKES))
    for number, (stake, parts_of_it) in enumerate(zip(STAKES, PARTS, strict=True), start=1):
        statement = cards.nth(number - 1).inner_text()
        afternoon.counted.frame(number, stake, statement, (*parts_of_it, TERRITORY, DEADLINE))


def three_people_come_in_one_of_them_without_a_phone(afternoon: Afternoon) -> None:
    afternoon.arrives("Rose", "resident")
    afternoon.arrives("Orme", "association")
    afternoon.open_room_page().add_someone("Aubin", "Retraités")
    afternoon.counted.people["Aubin"] = "Retraités"
    afternoon.phones["Rose"].sees(afternoon.phones["Rose"].say.plural("participant.join.here", 3))
    expect(afternoon.screen.get_by_text("3", exact=True).first).to_be_visible()


def a_wrong_button_is_taken_back(afternoon: Afternoon) -> None:
    host, rose = afternoon.host, afternoon.phones["Rose"]
    host.step("3_ideas")
    afternoon.go_on_together("open-writing", 1)
    rose.sees(PARTS[0][0])
    afternoon.writes("Rose", 1, HALL, "lived")
    afternoon.writes("Rose", 1, LAUNDRY, "data")
    afternoon.phones["Orme"].sees(afternoon.phones["Orme"].words("ideas.title"))
    afternoon.writes("Orme", 1, TEA, "field")
    rose.sees_nowhere(TEA)
    pressed = time.monotonic()
    afternoon.go_on_together("open-reveal", 1)
    rose.sees(TEA)
    host.take_back()
    rose.sees(rose.words("ideas.title"))
    rose.sees_nowhere(TEA)
    afternoon.shows_nowhere(TEA)
    afternoon.counted.glimpsed[1] = time.monotonic() - pressed


def ideas_are_read_first_then_shown_to_the_room(afternoon: Afternoon) -> None:
    host = afternoon.host
    lise = afternoon.arrives("Lise", "school", late="ideas.title")
    afternoon.writes("Lise", 1, HALL_TOO, "field")
    voices(afternoon).write_as("Aubin", RADIO, "hearsay")
    afternoon.counted.note_idea(1, RADIO, "Aubin", "hearsay", alone=True)
    host.go_on("open-reveal", 1, read_first=True)
    lise.sees(TEA)
    afternoon.shows_nowhere(TEA)
    iris = afternoon.arrives("Iris", "shop", "en", late="ideas.reveal-title")
    iris.sees(TEA)
    host.show_on_screen("reveal")
    afternoon.shows(TEA)
    host.write_for("Aubin", TRAIN, "lived")
    afternoon.counted.note_idea(1, TRAIN, "Aubin", "lived", alone=False)
    iris.sees(TRAIN)
    host.gather([HALL, HALL_TOO], GATHERED)
    afternoon.counted.groups[1] = {GATHERED: [HALL, HALL_TOO]}


def two_ideas_share_the_first_place(afternoon: Afternoon) -> None:
    host, room = afternoon.host, voices(afternoon)
    afternoon.go_on_together("open-vote", 1)
    afternoon.arrives("Marin", "company", late="vote.finish")
    afternoon.gives("Rose", 1, GATHERED, 2)
    afternoon.gives("Orme", 1, GATHERED, 1)
    afternoon.gives("Lise", 1, TEA, 2)
    afternoon.gives("Marin", 1, TEA, 1)
    afternoon.gives("Iris", 1, TRAIN, 1)
    room.vote_as("Aubin", RADIO, 2)
    afternoon.counted.note_dots(1, RADIO, "Aubin", 2)
    afternoon.shows_nowhere(TEA)
    afternoon.go_on_together("open-results", 1)
    lise = afternoon.phones["Lise"]
    lise.sees(lise.say.plural("participant.vote.covered", 3))
    for rank in (4, 3):
        host.unveil(rank)
        afternoon.shows_nowhere(TEA)
    host.unveil(1)
    afternoon.shows(TEA)
    afternoon.shows(GATHERED)
    afternoon.shows(host.say("words.results.tie"))
    lise.sees(TEA)


def one_goes_on_with_a_second_phone_and_one_leaves(afternoon: Afternoon) -> None:
    room = voices(afternoon)
    afternoon.phones.pop("Rose").page.close()
    afternoon.arrives("Rose 2", "resident", late="vote.results-title")
    room.join_seats("Rose", "Rose 2")
    afternoon.counted.rename("Rose", "Rose 2")
    room.note_departure("Marin")
    afternoon.counted.gone.add("Marin")
    afternoon.phones.pop("Marin").page.close()


def two_challenges_are_worked_on_at_once_and_one_is_reworded(afternoon: Afternoon) -> None:
    host, phones = afternoon.host, afternoon.phones
    afternoon.go_on_together("open-writing", 2)
    host.open_beside(3)
    for name in ("Orme", "Iris"):
        phones[name].go_to_challenge(3)
    afternoon.writes("Rose 2", 2, BUS, "lived")
    afternoon.writes("Lise", 2, BIKES, "field")
    afternoon.writes("Orme", 3, GARDEN, "lived")
    host.step("1_challenge")
    host.reword(STAKES[2], REWORDED)
    afternoon.counted.statements[3].append(REWORDED)
    host.step("3_ideas")
    for name in ("Orme", "Iris"):
        phones[name].sees(REWORDED)
        phones[name].sees(phones[name].words("place.reworded"))
    afternoon.writes("Iris", 3, MENU, "data")
    afternoon.go_on_together("open-reveal", 2)
    phones["Lise"].sees(BUS)
    for text in (GARDEN, MENU):
        phones["Lise"].sees_nowhere(text)
        afternoon.shows_nowhere(text)
    for text in (BUS, BIKES):
        phones["Orme"].sees_nowhere(text)
    afternoon.go_on_together("open-vote", 2)
    afternoon.gives("Rose 2", 2, BUS, 2)
    afternoon.gives("Lise", 2, BUS, 1)
    afternoon.gives("Lise", 2, BIKES, 1)
    afternoon.go_on_together("open-results", 2)
    for rank in (2, 1):
        host.unveil(rank)
    afternoon.go_on_together("turn", 3)
    afternoon.go_on_together("open-reveal", 3)
    phones["Lise"].sees(GARDEN)
    afternoon.go_on_together("open-vote", 3)
    afternoon.gives("Lise", 3, MENU, 2)
    afternoon.go_on_together("open-results", 3)
    host.unveil(1)
    afternoon.shows(MENU)


def a_challenge_is_closed_and_taken_up_again(afternoon: Afternoon) -> None:
    host, phones = afternoon.host, afternoon.phones
    afternoon.go_on_together("open-writing", 4)
    for name in ("Lise", "Orme"):
        phones[name].sees(PARTS[3][0])
    afternoon.writes("Lise", 4, NURSE, "lived")
    afternoon.writes("Orme", 4, VAN, "field")
    afternoon.go_on_together("open-reveal", 4)
    afternoon.go_on_together("open-vote", 4)
    for name in ("Lise", "Rose 2", "Iris"):
        afternoon.gives(name, 4, NURSE, 2)
    afternoon.go_on_together("open-results", 4)
    host.unveil(1)
    afternoon.go_on_together("open-writing", 5)
    phones["Iris"].sees(PARTS[4][0])
    afternoon.writes("Iris", 5, TABLE, "lived")
    afternoon.go_on_together("open-reveal", 5)
    afternoon.go_on_together("open-vote", 5)
    afternoon.go_on_together("open-results", 5)
    host.look_at(4)
    host.take_up_again("vote", 4)
    afternoon.counted.take_up_again(4)
    phones["Orme"].sees(VAN)
    afternoon.gives("Orme", 4, VAN, 1)
    afternoon.go_on_together("open-results", 4)
    for rank in (2, 1):
        host.unveil(rank)
    phones["Orme"].sees(NURSE)


def everybody_says_what_they_can_and_want(afternoon: Afternoon) -> None:
    afternoon.go_on_together("phase-scoring")
    afternoon.host.stands_at("4_matrix")
    afternoon.arrives("Noé", "health", late="scores.title")
    for name, (competence, interest) in FIRST_MATRIX.items():
        if name == "Aubin":
            voices(afternoon).score_as(name, STAKES[0], competence, interest)
        else:
            score(afternoon.phones[name], competence, interest)
        afternoon.counted.scores.setdefault(1, {})[name] = (competence, interest)
    for name, (competence, interest) in SECOND_MATRIX.items():
        following = say_again(afternoon.phones[name].words("scores.go", number=2, stake=STAKES[1]))
        afternoon.phones[name].page.get_by_role("button", name=re.compile(f"^{following}")).click()
        score(afternoon.phones[name], competence, interest)
        afternoon.counted.scores.setdefault(2, {})[name] = (competence, interest)
    expect(afternoon.screen.get_by_role("table")).to_be_visible()


def some_offer_help_and_missions_are_made(afternoon: Afternoon) -> None:
    host, phones = afternoon.host, afternoon.phones
    afternoon.go_on_together("phase-offer")
    afternoon.arrives("Yann", "resident", late="offer.title")
    phones["Rose 2"].offer_help("Rose Fictive", "rose@example.org")
    afternoon.counted.days = [say_day(date.today(), "fr"), read_retention(phones["Rose 2"])]
    phones["Orme"].offer_help("Orme Fictif", "orme@example.org")
    voices(afternoon).offer_as("Aubin", "Aubin Fictif", "06 39 98 00 00")
    phones["Iris"].would_help()
    phones["Iris"].sees(phones["Iris"].words("offer.details-later"))
    host.step("3_ideas")
    host.look_at(1)
    host.make_mission(GATHERED, WARM, places=2)
    host.step("5_missions")
    host.add_mission(STAKES[1], RIDE, places=1, competence=2)
    host.button(host.say("facilitator.missions.propose"))
    expect(host.page.locator(".wkf-next-action > [role=status]")).not_to_be_empty()
    afternoon.counted.deeds = [Deed(1, WARM, 2), Deed(2, RIDE, 1)]


def one_declines_a_mission_and_names_are_shown_once_accepted(afternoon: Afternoon) -> None:
    host, phones = afternoon.host, afternoon.phones
    afternoon.go_on_together("phase-missions")
    afternoon.arrives("Maud", "resident", late="mission.none-title")
    afternoon.shows(WARM)
    afternoon.shows_nowhere("Rose Fictive")
    phones["Rose 2"].sees(WARM)
    phones["Rose 2"].accept_mission(show_name=True)
    phones["Orme"].sees(RIDE)
    phones["Orme"].button("mission.decline")
    phones["Orme"].sees(phones["Orme"].words("mission.said-declined"))
    voices(afternoon).accept_as("Aubin", WARM)
    afternoon.shows("Rose Fictive")
    afternoon.shows_nowhere("Aubin Fictif")
    host.sees(host.words("missions.declined", pseudonym="Orme", mission=RIDE))
    afternoon.counted.find_deed(WARM).accepted = ["Rose Fictive", None]


def what_is_missing_is_filled_in_and_everybody_is_thanked(afternoon: Afternoon) -> None:
    host, phones = afternoon.host, afternoon.phones
    host.step("6_synthesis")
    host.sees(host.say.plural("facilitator.followup.gap.owner", 2))
    host.tell("contact", CONTACT)
    host.tell("follow-up", FOLLOW_UP)
    host.tell("organiser", ORGANISER)
    host.open_followed(1, STAKES[0])
    host.open_followed(2, STAKES[1])
    for mission, owner, day, step in (
        (WARM, "Odette Fictive", "2027-01-12", "Demander les clés"),
        (RIDE, "Basile Fictif", "2027-02-03", "Assurer le minibus"),
    ):
        host.tell("owner", owner, mission)
        host.tell("first-date", day, mission)
        host.tell("next-step", step, mission)
        afternoon.counted.find_deed(mission).told = (owner, day, step)
    host.sees(host.words("followup.nothing-missing"))
    afternoon.counted.afterwards = [CONTACT, FOLLOW_UP, ORGANISER]
    afternoon.go_on_together("phase-thanks")
    afternoon.arrives("Odile", "resident", late="thanks.next")
    for phone in phones.values():
        phone.sees(re.compile(re.escape(phone.words("thanks.lead"))))
    phones["Rose 2"].sees(CONTACT)
    afternoon.shows(FOLLOW_UP)


def the_pdf_is_made(afternoon: Afternoon, tmp_path: Path) -> str:
    host = afternoon.host
    host.stands_at("6_synthesis")
    host.button(host.say("facilitator.synthesis.pdf"))
    with host.page.expect_download(timeout=60_000) as download:
        host.page.get_by_role("button", name=host.say("facilitator.synthesis.download")).click(timeout=60_000)
    pdf = tmp_path / "synthese.pdf"
    download.value.save_as(pdf)
    return read_pdf(pdf)


ACTS: tuple[Callable[[Afternoon], None], ...] = (
    five_challenges_are_framed,
    three_people_come_in_one_of_them_without_a_phone,
    a_wrong_button_is_taken_back,
    ideas_are_read_first_then_shown_to_the_room,
    two_ideas_share_the_first_place,
    one_goes_on_with_a_second_phone_and_one_leaves,
    two_challenges_are_worked_on_at_once_and_one_is_reworded,
    a_challenge_is_closed_and_taken_up_again,
    everybody_says_what_they_can_and_want,
    some_offer_help_and_missions_are_made,
    one_declines_a_mission_and_names_are_shown_once_accepted,
    what_is_missing_is_filled_in_and_everybody_is_thanked,
)


@pytest.mark.browser
def test_an_afternoon_as_it_goes_ends_with_a_pdf_that_says_what_was_counted(
    tmp_path: Path, new_context: NewContext
) -> None:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", TERRITORY, "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder, port=32166) as served:
        afternoon = Afternoon(served, new_context)
        album = find_album()
        for number, act in enumerate(ACTS, start=1):
            act(afternoon)
            if album is not None:
                take_step(album, f"{number:02}_{act.__name__}", afternoon.pages)
        said = the_pdf_is_made(afternoon, tmp_path)
    assert afternoon.counted.find_faults(said) == []
    for blank in ("…….", "....", "____", "à compléter", "{"):
        assert blank not in said
    for secret in ("@example.org", "06 39", "Orme Fictif", "Aubin Fictif", *afternoon.counted.people):
        assert secret not in said
