"""Whole headings of lists and forms in everyday words: of whom each column is, and what a tick under it means."""

from __future__ import annotations

import pytest

from tests.files.conftest import Take
from tests.files.reading_of import columns, names, read, tell
from workshop_kit.files.reading.everyday import EVERYDAY
from workshop_kit.files.reading.usual import find_column
from workshop_kit.files.reading.values import Choices
from workshop_kit.files.reading.whose import asks_for_no, speaks_of_another
from workshop_kit.files.reading.words import understand_consent
from workshop_kit.store import Store

#: Headings of lists and forms, and a row under them.
LAYOUTS = {
    "A. Votre nom;B. Votre prénom;C. Mail;E. Pouvons-nous vous recontacter ?": "Roux;Ana;a@example.org;Oui",
    "Prénom*;NOM*;Courriel*;J'accepte d'être rappelé": "Ana;Roux;a@example.org;oui",
    "2. Votre prénom;1. Votre nom;3. Email;RGPD": "Ana;Roux;a@example.org;Oui, sans problème",
    "Given Name;Family Name;E-mail 1 - Value;Consent given": "Ana;Roux;a@example.org;Yes, I agree",
    "What is your first name?;What is your surname?;Your email;May we contact you?": "Ana;Roux;a@example.org;Yes",
    "Prénom participant;Nom participant;Mail participant;Accord participant": "Ana;Roux;a@example.org;oui",
    "Prénom & NOM;Adr. mail;Accord contact": "Ana Roux;a@example.org;ok",
    "Participant·e;Adresse de courriel;OK pour être recontacté·e": "Ana Roux;a@example.org;X",
    "Nom;Prénom;Nom complet;Mail;Consentement": "Roux;Ana;Ana Roux;a@example.org;☑",
    "Nom de naissance;Nom;Prénom;Mail;Consentement": "Delaunay;Roux;Ana;a@example.org;oui",
}


@pytest.mark.parametrize("heads", LAYOUTS)
def test_first_and_last_names_join_under_any_usual_headings(heads: str) -> None:
    reading = read(f"{heads}\n{LAYOUTS[heads]}\n")
    assert [one.casefold() for one in names(reading)] == ["ana roux"]
    ((email, consent),) = tell(reading, "email", "consent")
    assert (email, understand_consent(consent)) == ("a@example.org", True)


OF_ANOTHER = [
    "Téléphone d'un proche", "Téléphone (conjoint)", "Tél (mari)", "Téléphone de la personne à prévenir",
    "Portable en cas d'urgence", "Numéro de la mère", "Tél. du tuteur légal", "Emergency phone", "Spouse's phone",
    "Parent phone number", "Next of kin (mobile)", "Téléphone de l'employeur", "Téléphone de la mairie", "Fax",
    "Autre téléphone", "Téléphone du payeur",
]  # fmt: skip


@pytest.mark.parametrize("heading", OF_ANOTHER)
def test_the_number_of_somebody_else_is_named_and_never_the_persons(heading: str) -> None:
    reading = read(f"Nom;{heading};Accord\nAna;06 39 98 07 09;oui\nLuc;06 39 98 07 08;oui\n")
    assert columns(reading)[heading] is None
    assert heading in reading.ignored
    assert tell(reading, "phone") == [("",), ("",)]


@pytest.mark.parametrize("group", ["Personne à prévenir", "Enfant", "Emergency contact"])
@pytest.mark.parametrize("own", ["Adhérent", ""])
def test_what_stands_under_somebody_elses_heading_is_theirs(own: str, group: str) -> None:
    reading = read(f"{own};;{group};\nNom;Courriel;Nom;Téléphone\nAna;a@example.org;Bob;06 39 98 07 09\n")
    assert tell(reading, "name", "phone") == [("Ana", "")]


def test_a_second_person_in_a_row_lends_nothing_to_the_first() -> None:
    reading = read("Nom;Tél;Mail;Nom;Tél;Mail\nAna;;;Bob;06 39 98 07 09;b@example.org\n")
    assert tell(reading, "name", "phone", "email") == [("Ana", "", "")]
    assert set(reading.ignored) == {"Nom", "Tél", "Mail"}


def test_who_is_a_child_or_pays_is_no_volunteer() -> None:
    assert read("Nom de l'enfant;Prénom de l'enfant;Mail du parent\nRoux;Milo;a@example.org\n").missing == ("name",)
    reading = read("Nom inscrit;Prénom inscrit;Nom acheteur;Email acheteur\nRoux;Tom;Roux;s@example.org\n")
    assert tell(reading, "first_name", "name", "email") == [("Tom", "Roux", "")]


ASKS_FOR_NO = {
    "Désinscrit [Oui]": True,
    "Désinscrit [Non]": False,
    "Désinscrit (oui/non)": True,
    "Je refuse d'être recontacté": True,
    "Ne souhaite pas être contacté·e": True,
    "Je ne consens pas": True,
    "Opposition": True,
    "Opt-out": True,
    "Do not contact": True,
    "Accord pour être recontacté ? [Non]": True,
    "Accord pour être recontacté ? – Non": True,
    "Accord pour être recontacté ? [Oui]": False,
    "J'accepte d'être recontacté, et peux m'y opposer à tout moment": False,
    "J'accepte ; mes données ne sont pas transmises": False,
    "Consentement": False,
    "I agree to be contacted": False,
}


@pytest.mark.parametrize("heading", ASKS_FOR_NO)
def test_a_heading_says_whether_a_tick_under_it_is_a_yes_or_a_no(heading: str) -> None:
    assert asks_for_no(heading) is ASKS_FOR_NO[heading]


@pytest.mark.parametrize("heading", ["Je refuse d'être recontacté", "Opposition", "Do not contact", "RGPD [Refus]"])
@pytest.mark.parametrize("tick", ["X", "oui", "1", "☑"])
def test_a_tick_under_a_refusal_is_a_no_and_is_said(heading: str, tick: str) -> None:
    reading = read(f"Nom;{heading}\nAna;{tick}\nLuc;\nZoé;non\n")
    assert [one and understand_consent(one) for (one,) in tell(reading, "consent")] == [False, "", ""]
    assert [one.why.code for one in reading.lines[0].repairs] == ["consent-contrary"]


@pytest.mark.parametrize(
    "heading",
    [
        "Désinscrit", "Désinscrite le", "Désinscription", "Date de désinscription", "Unsubscribed", "Unsubscribed on",
        "Consentement retiré", "Consentement retiré le", "Date de retrait de l'accord", "Accord révoqué",
        "Accord refusé", "Ne plus contacter", "À ne pas rappeler", "STOP", "Do not call",
        "Données personnelles à supprimer", "RGPD : suppression demandée", "Accord échu",
        "Consent withdrawn", "Withdrawal of consent", "Date of withdrawal", "Retrait du consentement",
    ],
)  # fmt: skip
@pytest.mark.parametrize("said", ["x", "12/03/2026"])
@pytest.mark.parametrize("beside", ["", "Accord"])
def test_who_withdrew_is_kept_without_details(store: Store, take: Take, heading: str, said: str, beside: str) -> None:
    yes = "oui" if beside else ""
    report = take(
        "volunteers",
        f"Nom;Courriel;{heading};{beside}\nAna;a@example.org;{said};{yes}\nLuc;l@example.org;;oui\n",
    )
    assert [one.line for one in report.rejected] == ([2] if beside else [])
    people = {one.name: one.email for one in store.read(lambda repository: repository.list_volunteers())}
    assert people == ({"Luc": "l@example.org"} if beside else {"Ana": "", "Luc": ""})


@pytest.mark.parametrize(
    "heading",
    [
        "Accord manquant", "Accord demandé", "Consentement à recueillir", "Consent pending", "Accord du conjoint",
        "Accord employeur",
    ],
)  # fmt: skip
def test_a_tick_that_no_consent_is_there_yet_or_that_another_gave_it_is_none(
    store: Store, take: Take, heading: str
) -> None:
    take("volunteers", f"Nom;Courriel;{heading}\nAna;a@example.org;x\nLuc;l@example.org;x\n")
    assert {one.email for one in store.read(lambda repository: repository.list_volunteers())} == {""}


@pytest.mark.parametrize(
    "heading",
    [
        "Permission de conduire", "Accord pour le prélèvement SEPA", "J'accepte de travailler la nuit",
        "Acceptez-vous un rôle de référent ?", "J'accepte que mes coordonnées soient transmises aux partenaires",
        "I agree to my details being shared with sponsors", "Consentement au don du sang",
    ],
)  # fmt: skip
def test_a_yes_to_something_else_is_no_consent_and_its_column_is_named(store: Store, take: Take, heading: str) -> None:
    report = take("volunteers", f"Nom;Courriel;{heading}\nAna;a@example.org;oui\nLuc;l@example.org;oui\n")
    assert heading in report.ignored_columns
    assert {one.email for one in store.read(lambda repository: repository.list_volunteers())} == {""}


@pytest.mark.parametrize(
    "heading",
    [
        "Accord du participant", "Acceptez-vous que l’on vous appelle ?", "Autorisation (oui / non)",
        "OK pour un appel",
        "J'accepte que mes données soient utilisées pour l'atelier ; elles ne seront pas transmises à des tiers",
    ],
)  # fmt: skip
def test_a_yes_to_the_contact_or_to_what_is_left_open_is_consent(store: Store, take: Take, heading: str) -> None:
    take("volunteers", f"Nom;Courriel;{heading}\nAna;a@example.org;oui\nLuc;l@example.org;non\n")
    assert {one.email for one in store.read(lambda repository: repository.list_volunteers())} == {"a@example.org", ""}


def test_columns_of_consent_that_contradict_each_other_are_left_to_a_person(store: Store, take: Take) -> None:
    report = take(
        "volunteers",
        "Nom;Courriel;J'accepte d'être rappelé;Je refuse d'être rappelé;RGPD\n"
        "Ana;ana@example.org;X;;oui\nLuc;luc@example.org;X;X;\nEva;eva@example.org;X;;non\nZoé;zoe@example.org;;X;\n",
    )
    assert [(one.line, one.reason.code) for one in report.rejected] == [(3, "consent"), (4, "consent")]
    assert {one.repair.why.code for one in report.mended} == {"consent-contradicts", "consent-contrary"}
    people = {one.name: one.email for one in store.read(lambda repository: repository.list_volunteers())}
    assert people == {"Ana": "ana@example.org", "Zoé": ""}


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("Oui ou non", None), ("oui et non", None), ("oui ?", None), ("X / non", None), ("Pas encore", None),
        ("Oui, à confirmer", None), ("en attente", None), ("No problem", None), ("Not yet", None),
        ("Oui, pas de souci", True), ("Yes, please", True), ("Agreed", True), ("☑", True), ("✅", True),
        ("☐", False), ("✗", False), ("No, thank you", False), ("Opt out", False), ("I don't consent", False),
    ],
)  # fmt: skip
def test_an_unclear_word_is_no_yes(written: str, says: bool | None) -> None:
    assert understand_consent(written) is says


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("Accord manquant", None), ("Consentement à recueillir", None), ("consent pending", None),
        ("validé par erreur", None), ("Oui, puis désinscrite le 3 mars", None), ("oui (retiré)", None),
        ("Yes, opted out", None), ("Accord expiré", None), ("Accord demandé", None), ("J'accepte aucun appel", None),
        ("J'ai lu mes droits et non, merci", None), ("Oui, a changé d'avis", None),
        ("J'ai pris connaissance et m'y oppose", None), ("accordé puis retiré", None),
        ("I agree to be removed", None), ("J'accepte que mes coordonnées soient effacées", None),
        ("Accord retiré", False), ("Consentement a été révoqué", False), ("Consent withdrawn", False),
        ("Accord refusé", False), ("Je souhaite être désinscrite", False), ("Je veux être retiré de la liste", False),
        ("I want to be removed", False), ("Accord écrit le 3 mars", True), ("Accord verbal", True),
        ("J'accepte d'être recontacté au sujet des défis", True),
        ("J'accepte ; je peux retirer mon accord à tout moment", True), ("J'accepte et peux m'y opposer", True),
        ("J'ai pris connaissance de mes droits d'effacement et d'opposition", True),
        ("I agree. You can withdraw at any time.", True), ("J'accepte qu'une personne de la mairie m'appelle", True),
        ("J'accepte, vous pouvez vous désinscrire à tout moment", True),
        ("J'accepte, vous pouvez me désinscrire", None),
    ],
)  # fmt: skip
def test_a_yes_that_was_taken_back_or_never_came_is_none(written: str, says: bool | None) -> None:
    assert understand_consent(written) is says


def test_a_choice_that_only_a_code_names_is_named_and_not_taken_for_a_challenge() -> None:
    reading = read("nom;choix_defis[A1];choix_defis[A2];rgpd\nAna;Y;;Y\nLuc;;Y;N\n")
    assert reading.ignored == ("choix_defis[A1]", "choix_defis[A2]")
    assert tell(reading, "challenges") == [("",), ("",)]


def test_a_form_writes_n_a_where_nobody_answered() -> None:
    reading = read("Nom;Mail;Défis ? [Logement];RGPD\nAna;a@example.org;Oui;Oui\nN/A;N/A;N/A;N/A\nLuc;N/A;Non;N/A\n")
    assert tell(reading, "name", "email", "challenges", "consent") == [
        ("Ana", "a@example.org", "Logement", "Oui"),
        ("", "", "", ""),
        ("Luc", "", "", ""),
    ]
    assert {one.why.code for one in reading.lines[1].repairs} == {"no-answer-given"}


@pytest.mark.parametrize(
    "written",
    [
        "Logement et Mobilité", "LOGEMENT & mobilite", "1. Logement 2. Mobilité", "- Logement\n- Mobilité",
        "Logement, puis Mobilité", "Logement + Mobilité", "Logement ; Mobilité", "Housing",
    ],
)  # fmt: skip
def test_challenges_are_told_apart_however_they_are_joined(written: str) -> None:
    (found,) = tell(read(f'Nom\tDéfis\nAna\t"{written}"\n'), "challenges")
    assert found == (("Housing",) if written == "Housing" else ("Logement | Mobilité",))


def test_two_columns_of_challenges_are_both_taken() -> None:
    reading = read("Nom;Défi n°1;Défi n°2\nAna;Logement;Mobilité\nLuc;;Mobilité\n")
    assert tell(reading, "challenges") == [("Logement | Mobilité",), ("Mobilité",)]


@pytest.mark.parametrize(
    ("kind", "heads", "cells", "expected"),
    [
        ("stakeholders", "Sorte d'acteur;Dénomination;Représentée par;Mél", "Asso;Les Amis;Mme T;t@example.org", 4),
        ("stakeholders", "Kind of organisation;Organisation;Contact person;Coming?", "NGO;Friends;Ms T;yes", 4),
        ("stakeholders", "Quel type d'acteur ?;Quel est son nom ?;Qui contacter ?", "Commerce;Épicerie;M. B", 3),
        ("missions", "Défi rattaché;Tâche;Besoin en bénévoles;Niveau attendu;Qui pilote ?", "Logement;Tri;3;1;Eva", 5),
        ("missions", "Which challenge?;Task;How many people?;Skill level;Where", "Logement;Sort;3;1;Bourg", 5),
        ("challenges", "Topic;Our challenge;For whom?;Where?;By when?;How measured?", "A;B;C;D;E;F", 6),
        ("challenges", "Quel enjeu ?;Notre défi;Pour quel public ?;D'ici quand ?;Comment saura-t-on ?", "A;B;C;D;E", 5),
        (
            "ideas",
            "Pour quel défi ?;Votre proposition;Qui êtes-vous ?;Comment le savez-vous ?",
            "Logement;B;Ana;vécu",
            4,
        ),
        ("ideas", "Thème;Que faudrait-il faire ?;Proposé par;Source de l'info", "Logement;B;Ana;vécu", 4),
        ("scores", "Prénom NOM;Sujet;Savoir-faire;Envie", "Ana;Logement;2;1", 4),
    ],
)
def test_everyday_headings_of_every_kind_are_understood(kind: str, heads: str, cells: str, expected: int) -> None:
    reading = read(f"{heads}\n{cells}\n", kind)
    assert (reading.missing, reading.ignored) == ((), ())
    assert sum(bool(cell) for cell in reading.lines[0].cells.values()) == expected


@pytest.mark.parametrize("kind", EVERYDAY)
def test_every_everyday_name_of_a_column_is_understood_as_it(kind: str) -> None:
    for column, listed in EVERYDAY[kind].items():
        assert {find_column(kind, name) for name in listed.split("|")} == {column}
        assert kind != "volunteers" or column == "consent" or not any(map(speaks_of_another, listed.split("|")))


@pytest.mark.parametrize(("kind", "who"), [("scores", "volunteer"), ("ideas", "author")])
def test_a_first_name_beside_the_name_of_who_speaks_is_joined_to_it(kind: str, who: str) -> None:
    rest = {"scores": ("Compétence;Intérêt", "2;1"), "ideas": ("Idée;Origine", "Un banc;vécu")}[kind]
    reading = read(f"Nom;Prénom;Défi;{rest[0]}\nRoux;Ana;Logement;{rest[1]}\n", kind)
    assert tell(reading, who) == [("Ana Roux",)]


def test_invited_yes_is_an_invitation_and_not_a_coming() -> None:
    reading = read("Catégorie;Nom;Invité ?\nCommerce;A;oui\nCommerce;B;non\nCommerce;C;vient\n", "stakeholders")
    assert tell(reading, "status") == [("invited",), ("to_invite",), ("vient",)]


def test_a_row_of_answers_is_no_second_row_of_headings() -> None:
    reading = read("Type d'acteur;Structure;Mail\nAssociation;Commerce;a@example.org\n", "stakeholders")
    assert tell(reading, "category", "name") == [("Association", "Commerce")]


PARTLY = Choices(partly=True)


def test_where_nobody_can_correct_it_a_person_is_kept_without_a_bad_cell_and_it_is_said() -> None:
    content = "Nom;Courriel;Tél\nAna;ana@@example.org;06 39 98\nLuc;anonymous;néant\nZoé;;6,4E+08\n"
    reading = read(content, choices=PARTLY)
    assert tell(reading, "name", "email", "phone") == [("Ana", "", ""), ("Luc", "", ""), ("Zoé", "", "")]
    told = [(one.before, one.why.code) for line in reading.lines for one in line.repairs]
    assert told == [
        ("ana@@example.org", "email-two-ats-left-out"),
        ("06 39 98", "phone-left-out"),
        ("anonymous", "none-given"),
        ("néant", "none-given"),
        ("6,4E+08", "phone-digits-lost-left-out"),
    ]
    assert tell(read(content), "email", "phone")[0] == ("ana@@example.org", "06 39 98")


def test_an_idea_is_kept_without_a_source_that_is_none_of_the_four() -> None:
    reading = read("Défi;Idée;Source\nLogement;Un banc;par ma tante\n", "ideas", PARTLY)
    assert tell(reading, "text", "source") == [("Un banc", "")]
    assert [one.why.code for one in reading.lines[0].repairs] == ["source-left-out"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("XXX", "no-name"), ("à compléter", "no-name"), ("Anonyme", "no-name"), ("N. C.", "no-name"),
        ("Ana Roux (†)", "name-gone"), ("Ana Roux (décédée)", "name-gone"), ("ROUX Ana [parti]", "name-gone"),
        ("Ana Roux - à supprimer", "name-gone"),
    ],
)  # fmt: skip
def test_a_name_that_nobody_filled_in_or_whose_bearer_is_gone_makes_no_person(
    take: Take, written: str, code: str
) -> None:
    report = take("volunteers", f"Nom;Courriel;Accord\n{written};a@example.org;oui\nLuc Parti;l@example.org;oui\n")
    assert (report.added, [one.reason.code for one in report.rejected]) == (1, [code])


@pytest.mark.parametrize("mark", ["1. ", "2) ", "12 - ", "- ", "• ", "(3) "])
def test_the_number_or_the_bullet_of_a_list_is_no_part_of_a_name(mark: str) -> None:
    reading = read(f"Nom;Courriel\n{mark}Ana Roux;a@example.org\nLuc;l@example.org\n")
    assert names(reading) == ["Ana Roux", "Luc"]
    assert [one.why.code for one in reading.lines[0].repairs] == ["list-mark"]


def test_the_consent_of_a_second_person_in_a_row_is_not_the_firsts(store: Store, take: Take) -> None:
    text = "Nom;Mail;Accord;Nom;Mail;Accord\nAna;ana@example.org;;Bob;b@example.org;oui\n"
    report = take("volunteers", text)
    assert {one.name: one.email for one in store.read(lambda repository: repository.list_volunteers())} == {"Ana": ""}
    assert set(report.ignored_columns) == {"Nom", "Mail", "Accord"}


def test_what_is_no_name_makes_no_person(take: Take) -> None:
    report = take("volunteers", "Nom;Courriel;Tél\nana@example.org;;\n06 39 98 07 01;;\nAna;;\n")
    assert (report.added, [one.reason.code for one in report.rejected]) == (1, ["no-name", "no-name"])


def test_a_table_that_lies_on_its_side_makes_nobody_called_telephone(take: Take) -> None:
    report = take(
        "volunteers",
        "Nom;Ana Roux;Zoé Noël\nCourriel;ana@example.org;zoe@example.org\nTéléphone;;\nConsentement;oui;oui\n",
    )
    assert report.added == 0
    assert {one.reason.code for one in report.rejected} == {"no-name"}


def test_a_name_that_came_out_of_a_workshop_is_what_somebody_called_themselves(take: Take) -> None:
    report = take("volunteers", "nom;clé\n0;1f0c\n")
    assert (report.added, report.rejected) == (1, ())
