"""A whole workshop, from the first stake to the PDF, by the hands of those who hold it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import LAPTOP, PHONE, PROJECTOR, NewContext
from tests.browser.people import Facilitator, Phone
from tests.browser.served import ServedWorkshop, workshop_kit

STATEMENT = {
    "action": "Ouvrir un lieu chaud chaque nuit de gel",
    "population": "les personnes sans abri",
    "territory": "Saint-Elme",
    "deadline": "décembre 2028",
    "indicator": "le nombre de nuits ouvertes",
}
IDEAS = [
    "Prêter la salle des fêtes « l’hiver »",
    "Une veilleuse & un thé chaud <b>offert</b>",
    "Prêter la salle des fêtes",
]


@pytest.mark.browser
def test_a_whole_workshop_ends_with_a_pdf_of_what_people_typed(tmp_path: Path, new_context: NewContext) -> None:
    folder = tmp_path / "atelier"
    made = workshop_kit("new", folder, "--title", "Atelier de Saint-Elme", "--territory", "Saint-Elme", "--lang", "fr")
    assert made.returncode == 0, made.stderr
    with ServedWorkshop(folder) as served:
        host = Facilitator(new_context(viewport=LAPTOP, locale="fr-FR"), served)
        screen = new_context(viewport=PROJECTOR, locale="fr-FR").new_page()
        screen.goto(served.screen)

        # frame
        host.write_challenge("Logement", STATEMENT)

        # join: the third phone speaks English
        rose = Phone(new_context(viewport=PHONE, locale="fr-FR"), served)
        orme = Phone(new_context(viewport=PHONE, locale="fr-FR"), served)
        iris = Phone(new_context(viewport=PHONE, locale="en-GB"), served)
        iris.speak("en")
        rose.join("Rose", "resident")
        orme.join("Orme", "association")
        iris.join("Iris", "shop")
        expect(screen.get_by_text("3", exact=True).first).to_be_visible()

        # write
        host.step("3_ideas")
        host.go_on("open-writing", 1)
        for phone, text, source in ((rose, IDEAS[0], "lived"), (orme, IDEAS[1], "field"), (iris, IDEAS[2], "data")):
            phone.sees(re.compile("Ouvrir un lieu chaud"))
            phone.write_idea(text, source)
        for text in IDEAS:
            expect(screen.get_by_text(text)).to_have_count(0)
        rose.sees_nowhere(IDEAS[1])

        # a reload in the middle of a sentence: the same seat, the same draft, nothing sent
        rose.page.get_by_label(rose.words("ideas.text")).fill("Et si le dojo")
        rose.page.reload()
        expect(rose.page.get_by_label(rose.words("ideas.text"))).to_have_value("Et si le dojo")
        expect(rose.page.get_by_text("Rose").first).to_be_visible()
        rose.page.get_by_label(rose.words("ideas.text")).fill("")

        # reveal: text is text, for everybody; the facilitator reads first, then the room
        host.go_on("open-reveal", 1, read_first=True)
        rose.sees(IDEAS[1])
        expect(screen.get_by_text(IDEAS[1])).to_have_count(0)
        host.show_on_screen("reveal")
        expect(screen.get_by_text(IDEAS[1])).to_be_visible()

        # gather two ideas that say the same
        host.gather([IDEAS[0], IDEAS[2]], "La salle des fêtes, l’hiver")

        # vote, tallies unseen
        host.go_on("open-vote", 1)
        rose.give_dots("La salle des fêtes, l’hiver", 2)
        orme.give_dots("La salle des fêtes, l’hiver", 1)
        orme.give_dots(IDEAS[1], 2)
        expect(screen.get_by_text(re.compile(r"\b3 points\b"))).to_have_count(0)
        host.go_on("open-results", 1)
        rose.sees_nowhere("3 points")
        host.unveil(2)
        rose.sees(re.compile("2 points"))
        rose.sees_nowhere("3 points")
        host.unveil(1)
        rose.sees(re.compile("3 points"))
        expect(screen.get_by_text(re.compile("3 points")).first).to_be_visible()

        # score
        host.go_on("phase-scoring")
        rose.score("2", "+2")
        orme.score("1", "+1")
        iris.choose(iris.words("scores.unsure-legend"), iris.words("scores.unsure"))
        iris.sees(iris.words("scores.saved-all"))
        host.stands_at("4_matrix")
        expect(host.page.get_by_role("table").first).to_be_visible()

        # offer help
        host.go_on("phase-offer")
        rose.offer_help("Rose Durand-Fictive", "rose@example.org")

        # missions
        host.stands_at("5_missions")
        host.button(host.say("facilitator.missions.add"))
        host.page.get_by_label(host.say("facilitator.missions.field.title")).fill("Ouvrir la salle")
        host.page.get_by_label(host.say("facilitator.missions.field.places")).fill("1")
        host.button(host.say("facilitator.missions.save"))
        host.sees("Ouvrir la salle")
        host.button(host.say("facilitator.missions.propose"))
        host.sees("Rose")
        host.go_on("phase-missions", read_first=False)
        rose.sees("Ouvrir la salle")
        rose.accept_mission(show_name=True)
        expect(screen.get_by_text("Rose")).to_be_visible()

        # synthesise
        host.step("6_synthesis")
        host.button(host.say("facilitator.synthesis.pdf"))
        with host.page.expect_download(timeout=60_000) as download:
            host.page.get_by_role("link", name=host.say("facilitator.synthesis.download")).or_(
                host.page.get_by_role("button", name=host.say("facilitator.synthesis.download"))
            ).click(timeout=60_000)
        pdf = tmp_path / "synthese.pdf"
        download.value.save_as(pdf)
        host.go_on("phase-thanks")
        iris.sees(iris.words("thanks.title", pseudonym="Iris"))

        for person in (host, rose, orme, iris):
            outside = [url for url in person.requested if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
            assert outside == []

    said = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(pdf).pages))
    for text in (*IDEAS, "La salle des fêtes, l’hiver", "Ouvrir la salle", STATEMENT["indicator"]):
        assert text.replace("\u202f", " ") in said.replace("\u202f", " "), text
    assert "rose@example.org" not in said
    assert not (folder / "serve.json").exists()
