"""What each kind of file brings, what is refused and why, and that twice changes nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.files.conftest import NOON, Take
from workshop_kit.domain.category_words import understand_category
from workshop_kit.domain.model import Category, Challenge, Origin, Score, Source, StakeholderStatus
from workshop_kit.domain.names import fold_name
from workshop_kit.errors import InvalidEntry
from workshop_kit.files import KINDS, ImportReport
from workshop_kit.files.reading import last_reading
from workshop_kit.files.reading.columns import COLUMNS, REQUIRED
from workshop_kit.files.reading.read_file import OpenedFile
from workshop_kit.files.reading.words import understand_source, understand_status
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.store import Repository, Store, open_store


def refused(report: ImportReport) -> list[tuple[int, str, str, str]]:
    return [(one.line, one.column, one.value, one.reason.code) for one in report.rejected]


def find_score(store: Store, name: str, stake: str = "Logement") -> Score:
    def find(repository: Repository) -> Score:
        person = next(one for one in repository.list_participants() if fold_name(one.pseudonym) == fold_name(name))
        challenge = next(one for one in repository.list_challenges() if one.stake == stake)
        found = repository.find_score(person.id, challenge.id)
        assert found is not None
        return found

    return store.read(find)


def test_a_challenge_is_assembled_when_its_statement_is_blank(store: Store, take: Take) -> None:
    take(
        "challenges", "enjeu;énoncé;action;public;territoire;échéance;indicateur\nLogement;;Agir;tous;Val-Brume;2028;\n"
    )
    (challenge,) = store.read(lambda repository: repository.list_challenges())
    assert challenge.statement == "Agir, pour tous, à Val-Brume, d’ici 2028."
    assert (challenge.action, challenge.population, challenge.indicator) == ("Agir", "tous", "")


def test_a_volunteer_has_the_category_of_their_list_and_keeps_it(store: Store, take: Take) -> None:
    assert take("volunteers", "nom;catégorie\nAna Roux;Commerces\nBo Lin;chasseur\nCy Mo;\n").added == 3
    people = store.read(lambda repository: repository.list_participants())
    assert {one.pseudonym: one.category for one in people} == {"Ana Roux": "shop", "Bo Lin": "chasseur", "Cy Mo": ""}
    report = take("volunteers", "nom;catégorie\nAna Roux;commerce\nBo Lin;Habitant\nCy Mo;\n")
    assert (report.added, report.unchanged) == (0, 3)
    assert [(note.line, note.reason.code) for note in report.line_notes] == [(3, "category-kept")]
    assert store.read(lambda repository: repository.list_participants()) == people


def test_a_sixth_challenge_is_refused_with_the_remedy(store: Store, take: Take) -> None:
    report = take("challenges", "enjeu;énoncé\n" + "".join(f"Enjeu {i};Défi {i}\n" for i in range(6)))
    assert report.added == 5
    assert refused(report) == [(7, "enjeu", "Enjeu 5", "too-many-challenges")]
    positions = [one.position for one in store.read(lambda repository: repository.list_challenges())]
    assert positions == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("name", ["Logement", "LOGEMENT", "logément", "Plus personne ne dort dehors.", " plus  personne ne DORT dehors"])  # fmt: skip  # noqa: E501
def test_a_challenge_is_named_by_its_statement_or_its_stake(framed: Store, take: Take, name: str) -> None:
    assert take("scores", f"bénévole;défi;compétence;intérêt\nAna;{name};2;1\n").added == 1


def test_a_stake_with_two_challenges_does_not_tell_which(store: Store, take: Take) -> None:
    take("challenges", "enjeu;énoncé\nLogement;Premier\nLogement;Second\n")
    report = take("ideas", "défi;texte\nLogement;Un banc\nLogement / Second;Un toit\n")
    assert refused(report) == [(2, "défi", "Logement", "ambiguous-challenge")]


@pytest.mark.parametrize(
    ("competence", "interest", "score"),
    [
        ("2", "1", (2, 1, False)),
        ("0", "-2", (0, -2, False)),
        ("2,0", "+1", (2, 1, False)),
        ("2.0", "−1", (2, -1, False)),
        ("", "1", (None, 1, False)),
        ("", "", (None, None, False)),
        ("?", "?", (None, None, True)),
        ("je ne sais pas", "", (None, None, True)),
        ("NSP", "nsp", (None, None, True)),
        ("don't know", "", (None, None, True)),
        ("?", "2", (None, 2, False)),
    ],
)
def test_an_answer_is_read_as_people_write_it(
    framed: Store, take: Take, competence: str, interest: str, score: tuple[int | None, int | None, bool]
) -> None:
    take("scores", f'bénévole;défi;compétence;intérêt\nAna;Logement;"{competence}";{interest}\n')
    found = find_score(framed, "ana")
    assert (found.competence, found.interest, found.unsure) == score


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Ana;Logement;4;1", ("compétence", "4", "competence")),
        ("Ana;Logement;-1;1", ("compétence", "-1", "competence")),
        ("Ana;Logement;1,5;1", ("compétence", "1,5", "competence")),
        ("Ana;Logement;deux;1", ("compétence", "deux", "competence")),
        ("Ana;Logement;1;3", ("intérêt", "3", "interest")),
        ("Ana;Logement;9;9", ("compétence", "9", "competence")),
        ("Ana;Voirie;1;1", ("défi", "Voirie", "unknown-challenge")),
        ("Ana;;1;1", ("défi", "", "empty")),
        (";Logement;1;1", ("bénévole", "", "empty")),
    ],
)
def test_a_bad_score_is_reported_and_the_good_ones_are_kept(
    framed: Store, take: Take, row: str, expected: tuple[str, str, str]
) -> None:
    report = take("scores", f"bénévole;défi;compétence;intérêt\nBen;Logement;1;1\n{row}\nCleo;Logement;2;2\n")
    assert (report.read, report.added, report.unchanged) == (3, 2, 0)
    assert refused(report) == [(3, *expected)]
    assert len(framed.read(lambda repository: repository.list_participants())) == 2


def test_someone_not_yet_known_is_added_under_that_name_once(framed: Store, take: Take) -> None:
    take("scores", "bénévole;défi;compétence;intérêt\nZoé Noël;Logement;1;1\nZOE NOEL;Mobilité;2;2\n")
    take("ideas", "défi;texte;auteur\nLogement;Un banc;zoé  noël\n")
    (person,) = framed.read(lambda repository: repository.list_participants())
    assert (person.pseudonym, person.origin) == ("Zoé Noël", Origin.FILE)
    assert framed.read(lambda repository: repository.list_ideas())[0].author == person.id


def test_a_volunteer_named_in_a_score_is_the_same_person(framed: Store, take: Take) -> None:
    take("volunteers", "nom;pseudonyme;consentement\nZoé Noël;Mésange;oui\n")
    take("scores", "bénévole;défi;compétence;intérêt\nzoe noel;Logement;1;1\n")
    assert len(framed.read(lambda repository: repository.list_participants())) == 1


def test_without_consent_the_person_is_kept_and_the_contact_details_are_not(store: Store, take: Take) -> None:
    report = take(
        "volunteers",
        "nom;courriel;téléphone;secteur;consentement\n"
        "Ana;ana@example.org;0199000001;Bourg;oui\nBen;ben@example.org;0199000002;Moulin;non\nCleo;;0199000003;;\n",
    )
    ana, ben, cleo = store.read(lambda repository: repository.list_volunteers())
    assert (ana.email, ana.phone, ana.consented_at) == ("ana@example.org", "01 99 00 00 01", NOON)
    assert ana.purpose
    assert (ben.email, ben.phone, ben.consented_at, ben.sector) == ("", "", None, "Moulin")
    assert (cleo.name, cleo.phone) == ("Cleo", "")
    assert [(note.code, note.values) for note in report.notes] == [("no-consent", {"number": 2})]
    assert any("2" in line for line in report.to_lines("b.csv", "fr")[1:2])


def test_consent_taken_back_takes_the_contact_details_away(store: Store, take: Take) -> None:
    take("volunteers", "nom;courriel;consentement\nAna;ana@example.org;oui\n")
    take("volunteers", "nom;courriel;consentement\nAna;ana@example.org;non\n")
    (ana,) = store.read(lambda repository: repository.list_volunteers())
    assert (ana.email, ana.consented_at) == ("", None)


def test_consent_keeps_its_first_date(store: Store, take: Take) -> None:
    text = "nom;courriel;consentement\nAna;ana@example.org;non\nana;ana@example.org;x\n"
    take("volunteers", text)
    report = take("volunteers", text, now=NOON + timedelta(days=9))
    assert (report.added, report.unchanged) == (0, 2)
    assert store.read(lambda repository: repository.list_volunteers())[0].consented_at == NOON


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("volunteers", "nom;courriel\nAna;ana chez example\n", ("courriel", "ana chez example", "email")),
        ("volunteers", "nom;consentement\nAna;peut-être\n", ("consentement", "peut-être", "consent")),
        ("stakeholders", "catégorie;nom;statut\nCommerce;Épicerie;bof\n", ("statut", "bof", "status")),
        ("missions", "défi;intitulé;places\nLogement;Garde;0\n", ("places", "0", "places")),
        ("missions", "défi;intitulé;places\nLogement;Garde;07000\n", ("places", "07000", "places")),
        ("missions", "défi;intitulé;places\nLogement;Garde;beaucoup\n", ("places", "beaucoup", "places")),
        (
            "missions",
            "défi;intitulé;places;compétence min\nLogement;Garde;1;4\n",
            ("compétence min", "4", "competence"),
        ),
        ("ideas", "défi;texte;source\nLogement;Un banc;tarot\n", ("source", "tarot", "source")),
        ("ideas", "défi;texte\nLogement;\nLogement;Deux\n", ("texte", "", "empty")),
    ],
)
def test_each_bad_row_says_its_column_and_value(
    framed: Store, take: Take, kind: str, text: str, expected: tuple[str, str, str]
) -> None:
    report = take(kind, text)
    assert refused(report) == [(2, *expected)]
    for language in LANGUAGES:
        (said,) = report.to_json(language)["rejected"]
        assert "{" not in said["reason"]
        assert report.to_lines("f.csv", language)[-1].endswith(said["reason"])


@pytest.mark.parametrize(("kind", "column"), [(kind, column) for kind in KINDS for column in REQUIRED[kind]])
def test_a_missing_column_makes_the_file_unusable_and_is_named(
    framed: Store, take: Take, kind: str, column: str
) -> None:
    others = [name for name in REQUIRED[kind] if name != column] + ["remarque"]
    report = take(kind, ";".join(others) + "\n" + ";".join("1" for _ in others) + "\n")
    assert report.unusable
    assert (report.read, report.added, report.unchanged) == (0, 0, 0)
    assert refused(report) == [(1, column, "", "missing-column")]
    for language in LANGUAGES:
        reason = report.to_json(language)["rejected"][0]["reason"]
        assert column in reason
        assert "remarque" in reason


SAMPLES = {
    "challenges": (
        "enjeu;énoncé;action\nLogement;Plus personne ne dort dehors;Loger\nLOGEMENT;plus personne ne dort DEHORS;Agir\n"
    ),
    "stakeholders": (
        "catégorie;nom;statut;secteur\nCommerçants;Épicerie;vient;Bourg\ncommerce;epicerie;décline;\nPêcheurs;Club;;\n"
    ),
    "volunteers": (
        "nom;courriel;téléphone;consentement\n"
        "Ana;ana@example.org;0199000001;oui\nana;;0199000002;\nBen;;;non\nCleo;;;oui\n"
    ),
    "missions": "défi;intitulé;places\nLogement;Garde;2\nLogement;garde;3\nMobilité;Garde;1\n",
    "scores": "bénévole;défi;compétence;intérêt\nAna;Logement;1;1\nANA;logement;2;\nBen;Mobilité;?;\nBen;Mobilité;;1\n",
    "ideas": "défi;texte;source;auteur\nLogement;Un banc;vécu;Ana\nlogement;UN BANC;terrain;ana\nLogement;Un banc;;\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_file_twice_changes_nothing(framed: Store, take: Take, kind: str) -> None:
    first = take(kind, SAMPLES[kind])
    before = framed.latest_sequence()
    second = take(kind, SAMPLES[kind], now=NOON + timedelta(days=1))
    assert first.added > 0
    assert (second.added, second.unchanged) == (0, second.read)
    assert framed.latest_sequence() == before
    assert first.read == first.added + first.unchanged + len(first.rejected)


def test_a_changed_row_updates_and_an_empty_cell_leaves_what_is_known(store: Store, take: Take) -> None:
    take("stakeholders", "catégorie;nom;courriel;statut\nCommerce;Épicerie;e@example.org;invité\n")
    report = take("stakeholders", "category;name;email;status\nshop;epicerie;;coming\n")
    assert (report.added, report.unchanged) == (1, 0)
    (body,) = store.read(lambda repository: repository.list_stakeholders())
    assert (body.name, body.email, body.status) == ("Épicerie", "e@example.org", StakeholderStatus.COMING)


def test_sectors_not_yet_known_are_added_once(framed: Store, take: Take) -> None:
    take("missions", "défi;intitulé;places;secteur\nLogement;A;1;Le Moulin\nLogement;B;1;le moulin\nLogement;C;1;\n")
    assert [one.name for one in framed.read(lambda repository: repository.list_sectors())] == ["Le Moulin"]


def test_the_territory_itself_is_no_sector_of_it(store: Store, take: Take) -> None:
    town = store.read(lambda repository: repository.find_workshop()).territory
    take("stakeholders", f"catégorie;nom;commune\nCommerce;Épicerie;{town.upper()}\nCommerce;Forge;Le Moulin\n")
    assert [one.name for one in store.read(lambda repository: repository.list_sectors())] == ["Le Moulin"]
    assert [one.sector for one in store.read(lambda repository: repository.list_stakeholders())] == ["", "Le Moulin"]


def test_a_refused_row_leaves_no_person_and_no_sector_behind(framed: Store, take: Take) -> None:
    take("volunteers", "nom;courriel;secteur\nAna;pas une adresse;Moulin\n")
    take("ideas", "défi;texte;auteur;source\nLogement;Un banc;Ben;tarot\n")
    assert framed.read(lambda repository: repository.list_participants()) == ()
    assert framed.read(lambda repository: repository.list_sectors()) == ()


def test_a_categorys_other_names_are_known_and_an_own_word_is_kept(store: Store, take: Take) -> None:
    take("stakeholders", "catégorie;nom\nÉlu(e)s;A\nCOMMERÇANT·E·S;B\nHealth;C\nPêcheurs de la Brume;D\n")
    bodies = store.read(lambda repository: repository.list_stakeholders())
    assert [one.category for one in bodies] == ["elected", "shop", "health", "Pêcheurs de la Brume"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_shown_on_the_pages_are_understood_in_files(language: str) -> None:
    say = Translator(language)
    assert [understand_category(say(f"words.category.{one}")) for one in Category] == list(Category)
    assert [understand_source(say(f"words.source.{one}")) for one in Source] == list(Source)
    assert [understand_status(say(f"words.status.{one}")) for one in StakeholderStatus] == list(StakeholderStatus)
    assert [understand_category(one.value) for one in Category] == list(Category)
    assert [understand_source(one.value) for one in Source] == list(Source)
    assert [understand_status(one.value) for one in StakeholderStatus] == list(StakeholderStatus)


def test_an_empty_source_is_not_a_source(framed: Store, take: Take) -> None:
    take("ideas", "défi;texte;source\nLogement;Un banc;\nLogement;Deux bancs;ouï-dire\n")
    assert [one.source for one in framed.read(lambda repository: repository.list_ideas())] == [None, Source.HEARSAY]


def test_a_score_before_any_challenge_says_to_import_them_first(store: Store, take: Take) -> None:
    report = take("scores", "bénévole;défi;compétence;intérêt\nAna;Logement;1;1\n")
    assert refused(report) == [(2, "défi", "Logement", "no-challenge-yet")]


def test_the_report_has_the_keys_that_others_read(framed: Store, take: Take) -> None:
    report = take("ideas", "défi;texte\nLogement;Un banc\nVoirie;Un banc\n").to_json("en")
    assert list(report)[:5] == ["kind", "read", "added", "unchanged", "rejected"]
    assert {key: report[key] for key in ("kind", "read", "added", "unchanged")} == {
        "kind": "ideas", "read": 2, "added": 1, "unchanged": 0,
    }  # fmt: skip
    assert [list(one) for one in report["rejected"]] == [["line", "column", "value", "reason"]]


def test_an_unknown_kind_is_refused(take: Take) -> None:
    with pytest.raises(InvalidEntry) as unknown:
        take("recipes", "nom\n")
    assert unknown.value.code == "unknown-kind"


def test_no_two_columns_of_a_kind_share_a_name() -> None:
    from workshop_kit.files.reading.usual import fold_header

    for columns in COLUMNS.values():
        names = [folded for column, others in columns.items() for folded in {fold_header(n) for n in (column, *others)}]
        assert len(names) == len(set(names))


def test_where_somebody_lives_is_no_sector_that_everybody_who_joins_reads(store: Store, take: Take) -> None:
    rows = "Ana Roux;12 rue des Lilas;non\nPaul Dur;chez Mme Petit, 06 39 98 09 01;non\nZoé Noël;Le Moulin;non\n"
    assert take("volunteers", f"nom;lieu de résidence;consentement\n{rows}").added == 3
    assert [one.name for one in store.read(lambda repository: repository.list_sectors())] == ["Le Moulin"]


def test_phones_write_while_a_file_is_read_and_what_they_change_is_taken_into_account(
    framed: Store, take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = open_store(tmp_path / "atelier")
    readings: list[Any] = []

    def read_slowly(*args: Any, **options: Any) -> Any:
        if not readings:
            challenge = Challenge(uuid4().hex, "Eau", "La fontaine coule")
            phone.perform(None, lambda repository: repository.add_challenge(challenge))  # nobody holds the store
        readings.append(options["known"])
        return OpenedFile(*args, **options)

    monkeypatch.setattr(last_reading, "OpenedFile", read_slowly)
    take("ideas", "défi;texte\nEau;Un puits\n")
    phone.close()
    assert len(readings) == 2, "read again, since the names that it is understood by changed"
    assert "Eau" in readings[1].challenges
    assert [idea.text for idea in framed.read(lambda repository: repository.list_ideas())] == ["Un puits"]


def test_an_idea_that_several_people_say_counts_as_often_and_the_report_says_so(take: Take) -> None:
    take("challenges", "enjeu;énoncé\nGare;Rouvrir la gare\n")
    text = "défi;idée\nGare;Un banc\nGare;un banc\nGare;Une horloge\n"
    report = take("ideas", text)
    assert (report.new, [one.reason.code for one in report.line_notes]) == (3, ["said-again"])
    assert take("ideas", text).line_notes == ()


@pytest.mark.parametrize("stake", ["Le logement", "logements", "LES LOGEMENTS"])
def test_a_stake_is_found_whatever_its_article_or_its_plural(framed: Store, take: Take, stake: str) -> None:
    assert refused(take("scores", f"bénévole;défi;compétence;intérêt\nAna;{stake};1;1\n")) == []


def test_under_invitation_a_word_for_who_comes_says_so_and_a_yes_that_they_were_invited(
    store: Store, take: Take
) -> None:
    rows = "Les Toits;association;décliné\nCars du Val;entreprise;confirmé\nMairie;élu;oui\nÉcole;école;non\n"
    take("stakeholders", f"Structure;Type;Statut invitation\n{rows}")
    found = {one.name: one.status for one in store.read(lambda repository: repository.list_stakeholders())}
    assert found == {"Les Toits": "declined", "Cars du Val": "coming", "Mairie": "invited", "École": "to_invite"}


def test_a_second_contact_of_one_body_takes_the_place_of_the_first_and_says_so(take: Take) -> None:
    rows = "Les Toits;association;Mme Aube;aube@example.org\nLes Toits;association;M. Brun;brun@example.org\n"
    report = take("stakeholders", f"Structure;Type;Contact;Mail\n{rows}")
    told = [dict(one.reason.values) for one in report.line_notes if one.reason.code == "replaced"]
    assert [(one["before"], one["after"]) for one in told] == [
        ("Mme Aube", "M. Brun"),
        ("aube@example.org", "brun@example.org"),
    ]
