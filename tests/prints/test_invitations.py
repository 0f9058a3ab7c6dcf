"""What is printed to invite people: valid PDF/UA-1 in every form, what is known and nothing else, nobody's markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.prints.invited import BAKER, CHALLENGES, INVITED, NOW, PEOPLE, SAID, make_invited
from tests.prints.valid import check_valid
from workshop_kit.domain.forms import Purpose
from workshop_kit.domain.invitations import Invitation
from workshop_kit.domain.model import Category, Origin, Participant, Stakeholder
from workshop_kit.domain.printing import Lack, PrintKind
from workshop_kit.domain.tables import TableSeat
from workshop_kit.errors import InvalidEntry, NotAllowed
from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.live.acts.arriving import name_invitation
from workshop_kit.prints.invitations import Invited, print_invitation
from workshop_kit.prints.matter import Options, gather, sign_for
from workshop_kit.store import open_store

SHEETS = tuple(kind for kind in PrintKind if kind is not PrintKind.EMAILS)
#: What the store keeps: it refuses halves of signs and the one that stands for nothing.
KEPT = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
#: A word of forty signs; Typst's own signs; what is read from the right; signs of the emoji face.
LONG = "Donaudampfschifffahrtsgesellschaftskapitän"
MARKUP = '#panic("x") $x^2$ \\u{41} *gras* _et_ <a> @b `c` // d /* e */ [f] "#eval(\\"1\\")'
STRANGE = (MARKUP, f"{LONG} et Fils", "שלום עולם ידידי", "🦊 Renard 👩‍👩‍👧", "عبد الله", "W" * 160)


def print_it(folder: Path, kind: PrintKind, **options: object) -> Invited:
    return print_invitation(folder, kind, Options(**options), now=NOW)  # type: ignore[arg-type]


def read_pages(content: bytes) -> list[str]:
    return [one.extract_text() for one in PdfReader(BytesIO(content)).pages]


def squeeze(text: str) -> str:
    """Drop what laying out adds: line ends, spaces, divisions of long words, and directions."""
    return re.sub(r"[\s\u00ad\u200b\u2068\u2069]+", "", text)


def read_text(made: Invited) -> str:
    return squeeze("".join(read_pages(made.printed.content)))


def say(key: str, /, **values: object) -> str:
    return squeeze(Translator("fr")(f"invitations.{key}", **values).replace("**", ""))


@cache
def list_papers(kind: PrintKind) -> tuple[str, ...]:
    return ("a4", "a3") if kind is PrintKind.POSTER else ("a4",)


# -- sentences that are right whatever was typed ----------------------------------------------------------------------


def test_what_begins_a_line_or_a_sentence_has_a_capital_and_a_number_stands_once(tmp_path: Path) -> None:
    contact = f"Accueil du CCAS, {SAID.phone}"
    mayor = replace(BAKER, contact="le maire")
    folder = make_invited(tmp_path, people=(mayor,), organiser="le CCAS de Val-Brume", contact=contact)
    letter = read_text(print_it(folder, PrintKind.LETTERS))
    assert say("letter.attention", contact="du maire") in letter
    assert letter.count(squeeze("Le CCAS de Val-Brume")) == 2  # at its head and where it is signed
    assert squeeze("Le CCAS de Val-Brume les garde") in read_text(print_it(folder, PrintKind.FORM))
    for kind, page in ((PrintKind.FORM, 1), (PrintKind.NEIGHBOURS, 0)):
        told = squeeze(read_pages(print_it(folder, kind).printed.content)[page])
        assert told.count(squeeze(SAID.phone)) == 1


def test_categories_that_are_too_many_to_name_end_in_one_sign(tmp_path: Path) -> None:
    others = tuple(Stakeholder(f"o{one}", one.value, f"Voisins {one.value}") for one in Category)
    letter = read_text(print_it(make_invited(tmp_path, people=(BAKER, *others)), PrintKind.LETTERS))
    assert "…" in letter
    assert "…." not in letter


@pytest.mark.parametrize(
    ("finishes", "french", "english"),
    [("20:30", "2 h 30", "2½ hours"), ("18:45", "45 minutes", "45 minutes"), ("19:20", "1 h 20", "1 h 20 min")],
)
def test_how_long_it_takes_is_said_as_people_say_it(tmp_path: Path, finishes: str, french: str, english: str) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, finishes=finishes))
    for language, said in (("fr", french), ("en", english)):
        assert squeeze(said) in read_text(print_it(folder, PrintKind.POSTER, language=language))


@pytest.mark.parametrize("kind", [PrintKind.FORM, PrintKind.NEIGHBOURS])
def test_a_number_and_an_address_are_never_parted_at_the_end_of_a_line(tmp_path: Path, kind: PrintKind) -> None:
    for long in range(1, 60, 7):
        contact = f"{'Accueil ' * (long // 8)}{'x' * (long % 8)} accueil-du-ccas@val-brume.example"
        folder = make_invited(tmp_path / str(long), contact=contact.strip())
        lines = "\n".join(read_pages(print_it(folder, kind).printed.content)).replace("\N{NO-BREAK SPACE}", " ")
        for whole in (SAID.phone, SAID.address, "accueil-du-ccas@val-brume.example"):
            assert whole in lines


def test_a_long_e_mail_address_stays_large_enough_to_be_read(tmp_path: Path) -> None:
    email = "commune-voisine-de-saint-aubin-la-brume@exemple-de-domaine.example"
    folder = make_invited(tmp_path, people=(replace(BAKER, email=email),))
    sizes: list[float] = []

    def note(text: str, _: object, __: object, ___: object, size: float) -> None:
        if "commune" in text or "domaine" in text:
            sizes.append(size)

    PdfReader(BytesIO(print_it(folder, PrintKind.CALLS).printed.content)).pages[0].extract_text(visitor_text=note)
    assert sizes
    assert min(sizes) >= 7.5


# -- every form of every kind ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bw", [False, True], ids=["colour", "black"])
def test_every_print_is_valid_pdf_ua_in_each_language_in_colour_and_black(
    tmp_path: Path, kind: PrintKind, language: str, bw: bool
) -> None:
    folder = make_invited(tmp_path)
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    for paper in list_papers(kind):
        made = print_it(folder, kind, language=language, bw=bw, paper=paper, password=True, challenge="c2")
        check_valid(made.printed.content)
        assert made.printed.undrawn == ()
        with pikepdf.open(BytesIO(made.printed.content)) as document:
            assert str(document.Root.Lang) == language
            wide, high = (float(one) for one in document.pages[0].MediaBox[2:])
            assert (round(wide), round(high)) == {"a4": (595, 842), "a3": (842, 1191)}[paper]


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("count", range(6))
def test_any_number_of_challenges_leaves_every_print_valid(tmp_path: Path, kind: PrintKind, count: int) -> None:
    check_valid(print_it(make_invited(tmp_path, challenges=CHALLENGES[:count]), kind).printed.content)


@pytest.mark.parametrize("kind", SHEETS)
def test_whatever_people_are_called_is_printed_as_text(tmp_path: Path, kind: PrintKind) -> None:
    folder = make_strange(tmp_path)
    made = print_it(folder, kind, everyone=True, password=True, challenge="c1")
    check_valid(made.printed.content)
    if kind in (PrintKind.LETTERS, PrintKind.CALLS, PrintKind.CARDS):
        text = read_text(made)
        assert squeeze(MARKUP)[:25] in text
        assert squeeze(LONG)[:30] in text.replace("-", "")


def make_strange(folder: Path) -> Path:
    """Make a workshop in which everybody and everything is called as nobody expects, as long as it may be."""
    people = tuple(
        replace(one, id=f"x{place}", name=name, contact=name, reason=name * 3, address=f"{name}\n{name}", register=name)
        for place, name in enumerate(STRANGE)
        for one in (BAKER,)
    )
    silent = replace(BAKER, id="silent", name=MARKUP, status=INVITED)
    return make_invited(
        folder,
        challenges=tuple((f"{name[:60]} {place}", (name * 9)[:500]) for place, name in enumerate(STRANGE[:5])),
        people=(*people, silent),
        seats=tuple(name[:40] for name in STRANGE),
        sectors=tuple(f"{LONG} {place}" for place in range(25)),
        invitation=replace(SAID, place=(MARKUP + LONG)[:200], wifi_name="W" * 32, wifi_password='a;b,c:"\\' * 7),
        organiser=(MARKUP + LONG)[:120],
        contact=f"{LONG} {LONG}",
        follow_up=MARKUP * 3,
    )


@pytest.mark.parametrize("kind", [PrintKind.LETTERS, PrintKind.CALLS])
def test_a_name_of_five_thousand_signs_takes_its_place_and_no_more(tmp_path: Path, kind: PrintKind) -> None:
    endless = replace(BAKER, name="Anne " * 1000, contact="x" * 5000, reason="y" * 5000, address="z" * 5000)
    made = print_it(make_invited(tmp_path, people=(endless,)), kind)
    check_valid(made.printed.content)
    assert len(read_pages(made.printed.content)) <= 2


@example(name="日本 中文字", reason="한국어 ไทย עברית")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(KEPT, min_size=1, max_size=80), reason=st.text(KEPT, max_size=200))
def test_any_text_at_all_makes_a_letter(tmp_path_factory: pytest.TempPathFactory, name: str, reason: str) -> None:
    odd = replace(BAKER, name=name, reason=reason, contact=name, address=reason)
    folder = make_invited(tmp_path_factory.mktemp("any"), people=(odd,))
    check_valid(print_it(folder, PrintKind.LETTERS).printed.content)


# -- what is not known is not there ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SHEETS)
def test_what_nobody_said_is_left_out_and_named(tmp_path: Path, kind: PrintKind) -> None:
    people = (replace(PEOPLE[1], email=""), replace(PEOPLE[3], phone="", invited_at=None))
    folder = make_invited(
        tmp_path,
        challenges=(),
        invitation=Invitation(),
        people=people,
        sectors=(),
        organiser="",
        contact="",
        follow_up="",
    )
    made = print_it(folder, kind)
    check_valid(made.printed.content)
    text = read_text(made)
    for gone in ("None", "null", "{", "}", "2027-", "cnil.fr:", ":.", ",,", "()"):
        assert gone not in text, gone
    said = made.say_lacks(Translator("fr"))
    assert (said == "") is (kind is PrintKind.TABLES)


@pytest.mark.parametrize(
    ("left_out", "lack", "gone"),
    [
        ({"day": ""}, Lack.DAY, "janvier2027,18"),
        ({"place": ""}, Lack.PLACE, "Salledesfêtes"),
        ({"phone": ""}, Lack.PHONE, "Appelezle"),
        ({"address": ""}, Lack.ADDRESS, "val-brume.example"),
        ({"answer_by": ""}, Lack.ANSWER_BY, "avantle"),
        ({"finishes": ""}, Lack.FINISHES, "Deuxheures"),
    ],
)
def test_a_sentence_of_a_letter_needs_what_it_says(
    tmp_path: Path, left_out: dict[str, str], lack: Lack, gone: str
) -> None:
    full, less = make_invited(tmp_path / "a"), make_invited(tmp_path / "b", invitation=replace(SAID, **left_out))
    assert gone in read_text(print_it(full, PrintKind.LETTERS))
    made = print_it(less, PrintKind.LETTERS)
    assert gone not in read_text(made)
    assert lack in made.lacks


def test_an_end_before_the_beginning_says_no_length(tmp_path: Path) -> None:
    text = read_text(print_it(make_invited(tmp_path, invitation=replace(SAID, finishes="17:00")), PrintKind.POSTER))
    assert "àpartirde18h" in text
    assert "17h" not in text


# -- letters --------------------------------------------------------------------------------------------------------


def test_those_to_invite_have_a_letter_each_on_one_page(tmp_path: Path) -> None:
    pages = read_pages(print_it(make_invited(tmp_path), PrintKind.LETTERS).printed.content)
    assert [one for one in ("Boulangerie", "Judo-club", "Cabinet") if sum(one in page for page in pages) != 1] == []
    assert len(pages) == 3


def test_with_all_of_them_everybody_has_one_but_who_said_no(tmp_path: Path) -> None:
    pages = read_pages(print_it(make_invited(tmp_path), PrintKind.LETTERS, everyone=True).printed.content)
    assert len(pages) == 5
    assert "Union locale" not in "".join(pages)


def test_a_letter_says_why_they_are_invited_and_for_which_challenge(tmp_path: Path) -> None:
    baker, judo, _ = map(squeeze, read_pages(print_it(make_invited(tmp_path), PrintKind.LETTERS).printed.content))
    assert squeeze("À l’heure où vous allumez le four") in baker
    assert squeeze(CHALLENGES[0][1]) in baker
    assert squeeze(CHALLENGES[1][1]) not in baker
    assert say("why.culture_sport") in judo
    assert all(squeeze(statement) in judo for _, statement in CHALLENGES)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (
            "voit les personnes seules chez elles",
            "Nous avons pensé à vous pour ceci : voit les personnes seules chez elles.",
        ),
        ("Élèves et parents", "Nous avons pensé à vous pour ceci : Élèves et parents."),
        ("vous connaissez tout le monde", "Vous connaissez tout le monde."),
        ("Ouvrez-vous le samedi ?", "Ouvrez-vous le samedi ?"),
    ],
)
def test_a_reason_noted_in_a_list_is_introduced_and_one_that_speaks_to_them_stands_as_a_sentence(
    tmp_path: Path, reason: str, said: str
) -> None:
    folder = make_invited(tmp_path, people=(replace(BAKER, reason=reason),))
    assert squeeze(f"Madame, Monsieur, {said} C’est pour cela") in read_text(print_it(folder, PrintKind.LETTERS))


@pytest.mark.parametrize("category", [*Category, "Un mot à nous"])
def test_every_category_has_its_sentence(tmp_path: Path, category: str) -> None:
    folder = make_invited(tmp_path, people=(Stakeholder("one", category, "Quelqu’un"),))
    known = category if category in tuple(Category) else "other"
    assert say(f"why.{known}") in read_text(print_it(folder, PrintKind.LETTERS))


@pytest.mark.parametrize(
    ("register", "source"),
    [
        ("W595000001", "source.rna"),
        ("123456789", "source.sirene"),
        ("123 456 789 00012", "source.sirene"),
        ("B-17", "source.register"),
        ("", "source.organiser"),
    ],
)
def test_a_letter_says_where_the_address_comes_from_and_until_when_it_is_kept(
    tmp_path: Path, register: str, source: str
) -> None:
    folder = make_invited(tmp_path, people=(replace(BAKER, register=register),))
    text = read_text(print_it(folder, PrintKind.LETTERS))
    assert say(source, number=register, organiser="Mairie de Val-Brume") in text
    assert squeeze("28 novembre 2027") in text


def test_who_else_is_invited_is_told_by_category_and_never_by_name(tmp_path: Path) -> None:
    text = read_text(print_it(make_invited(tmp_path, people=(BAKER, *PEOPLE[3:])), PrintKind.LETTERS))
    assert "2autresinvitations" in text
    assert say("letter.coming", number=1)[:10] in text or "Uneperson" in text
    assert not any(squeeze(one.name) in text for one in PEOPLE[3:])


def test_the_address_stands_where_the_window_of_an_envelope_is(tmp_path: Path) -> None:
    made = print_it(make_invited(tmp_path, people=(BAKER,)), PrintKind.LETTERS)
    found = []

    def note(text: str, around: list[float], _inside: object, _font: object, _size: object) -> None:
        if "00120" in text or "12, rue" in text:
            found.append((around[4] / 72 * 25.4, 297 - around[5] / 72 * 25.4))

    PdfReader(BytesIO(made.printed.content)).pages[0].extract_text(visitor_text=note)
    assert found
    assert all(100 <= left <= 200 and 45 <= top <= 90 for left, top in found), found


# -- what a code holds ----------------------------------------------------------------------------------------------


def test_the_wifis_password_is_printed_when_somebody_chose_it_and_not_otherwise(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    assert "brume2028" in read_text(print_it(folder, PrintKind.DOOR, password=True))
    without = print_it(folder, PrintKind.DOOR)
    assert "brume2028" not in read_text(without)
    assert say("door.wifi-ask") in read_text(without)
    assert count_pictures(without) == count_pictures(print_it(folder, PrintKind.DOOR, password=True)) - 1


def test_the_door_shows_the_rooms_own_address_while_it_is_open_without_its_words(tmp_path: Path) -> None:
    made = print_it(make_invited(tmp_path), PrintKind.DOOR, room="http://192.168.50.20:8000/?door=tilleul-cuivre")
    text = read_text(made)
    assert "192.168.50.20:8000" in text
    assert "tilleul" not in text
    assert "val-brume.example" not in text


def test_a_door_by_which_nobody_can_join_yet_promises_no_steps(tmp_path: Path) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, address=""))
    assert "etvousyêtes" not in read_text(print_it(folder, PrintKind.DOOR))


def test_without_a_web_address_a_poster_lives_by_telephone_and_counter(tmp_path: Path) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, address=""))
    made = print_it(folder, PrintKind.POSTER)
    assert count_pictures(made) == 0
    assert "0199000020" in read_text(made)
    assert say("poster.or-sheet") in read_text(made)


@pytest.mark.parametrize("kind", [PrintKind.LETTERS, PrintKind.POSTER, PrintKind.FORM, PrintKind.NEIGHBOURS])
@pytest.mark.parametrize("address", ["http://192.168.50.20:8000", "http://portable.local:8866/"])
def test_an_address_of_the_room_alone_is_on_no_print_that_leaves_it_and_that_is_said(
    tmp_path: Path, kind: PrintKind, address: str
) -> None:
    challenge = "c1" if kind is PrintKind.NEIGHBOURS else None
    made = print_it(make_invited(tmp_path, invitation=replace(SAID, address=address)), kind, challenge=challenge)
    text = read_text(made)
    assert "192.168" not in text
    assert "portable.local" not in text
    assert Lack.OUTSIDE in made.lacks
    assert Lack.ADDRESS not in made.lacks, "it is said once, and as it is"
    said = made.say_lacks(Translator("fr"))
    assert Translator("fr")("invitations.lack.outside") in said


def test_a_door_shows_an_address_of_the_room_alone(tmp_path: Path) -> None:
    folder = make_invited(tmp_path, invitation=replace(SAID, address="http://192.168.50.20:8000"))
    assert "192.168.50.20:8000" in read_text(print_it(folder, PrintKind.DOOR))


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", range(6))
def test_a_poster_is_one_page(tmp_path: Path, paper: str, language: str, count: int) -> None:
    long = tuple((f"{stake} et {LONG}", (statement * 9)[:500]) for stake, statement in CHALLENGES[:count])
    for challenges in (CHALLENGES[:count], long):
        folder = make_invited(tmp_path / f"{len(str(challenges))}", challenges=challenges, language=language)
        assert len(read_pages(print_it(folder, PrintKind.POSTER, paper=paper).printed.content)) == 1


def count_pictures(made: Invited) -> int:
    """Count the pictures that say something to who cannot see them."""
    with pikepdf.open(BytesIO(made.printed.content)) as document:
        return sum("/Alt" in one for one in document.objects if isinstance(one, pikepdf.Dictionary))


# -- forms, tables, lists -------------------------------------------------------------------------------------------


def test_forms_are_numbered_on_both_sides(tmp_path: Path) -> None:
    pages = read_pages(print_it(make_invited(tmp_path), PrintKind.FORM, first=7, copies=3).printed.content)
    assert [re.findall(r"feuille (\d+)", one) for one in pages] == [["0007"]] * 2 + [["0008"]] * 2 + [["0009"]] * 2
    assert ["côté 1" in one for one in pages] == [True, False] * 3


def test_a_form_stays_on_two_sides_whatever_the_workshop_is_called(tmp_path: Path) -> None:
    assert len(read_pages(print_it(make_strange(tmp_path), PrintKind.FORM).printed.content)) == 2


def test_a_form_asks_both_scales_for_each_challenge_and_consent_use_by_use(tmp_path: Path) -> None:
    recto, verso = map(squeeze, read_pages(print_it(make_invited(tmp_path), PrintKind.FORM).printed.content))
    assert verso.count(say("form.competence")) == verso.count(say("form.interest")) == 5
    assert all(say(f"form.consent.use.{use}") in recto for use in ("invite", "mission", "referent", "name"))
    assert say("form.consent.helped") in recto


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_letters_that_a_sheet_is_typed_in_by_stand_on_it(tmp_path: Path, language: str) -> None:
    made = make_invited(tmp_path, language=language)
    lines = read_pages(print_it(made, PrintKind.FORM).printed.content)[0].splitlines()
    told = Translator(language)("facilitator.list.paper-consents")
    for purpose in Purpose:
        (line,) = (one for one in lines if one.startswith(f"{purpose.value[0].upper()} · "))
        assert line[4:]
        assert line[0] in told


def test_a_form_asks_nothing_of_referents_that_nobody_has_named(tmp_path: Path) -> None:
    text = read_text(print_it(make_invited(tmp_path, sectors=()), PrintKind.FORM))
    assert say("form.consent.use.referent") not in text


@pytest.mark.parametrize("tables", [1, 12, 300])
def test_each_table_has_its_tent(tmp_path: Path, tables: int) -> None:
    pages = read_pages(print_it(make_invited(tmp_path), PrintKind.TABLES, copies=tables).printed.content)
    assert len(pages) == tables
    assert str(tables) in pages[-1]


def test_cards_name_each_person_once_and_hold_no_personal_code(tmp_path: Path) -> None:
    names = tuple(f"Personne {number:03}" for number in range(23))
    folder = make_invited(tmp_path, seats=names)
    pages = read_pages(print_it(folder, PrintKind.CARDS).printed.content)
    assert len(pages) == 3
    assert sorted(re.findall(r"Personne \d{3}", "".join(pages))) == list(names)


def test_cards_tell_namesakes_of_a_file_apart(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    with open_store(folder) as store:
        people = [Participant(f"f-{one}", "Ana Roux", "", one, Origin.FILE, NOW) for one in ("Bourg", "Le Haut")]
        store.perform(None, lambda hall: hall.add_participants(people))
    (page,) = read_pages(print_it(folder, PrintKind.CARDS).printed.content)
    assert "Ana Roux (Bourg)" in page
    assert "Ana Roux (Le Haut)" in page


def test_a_card_says_at_which_tables_its_person_sits_and_there_are_tents_for_all_of_them(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    late = TableSeat("p2", 2, 7, late=True)
    seats = [TableSeat("p0", 1, 4), TableSeat("p0", 2, 11), TableSeat("p1", 1, 2), TableSeat("p1", 2, 3), late]
    with open_store(folder) as store:
        store.perform(None, lambda hall: hall.replace_table_seats(seats))
    (page,) = read_pages(print_it(folder, PrintKind.CARDS).printed.content)
    assert "Table 4 puis 11" in page
    assert "Table 2 puis 3" in page
    assert "Table – puis 7" in page
    assert len(read_pages(print_it(folder, PrintKind.TABLES).printed.content)) == 11


def test_the_code_of_a_letter_bears_the_sign_of_its_invitation_and_says_so(tmp_path: Path) -> None:
    folder = make_invited(tmp_path)
    with open_store(folder) as store:
        matter = store.read(lambda hall: gather(hall, folder, Options(), NOW))
        signs = store.read(lambda hall: {one.id: name_invitation(hall, one.id) for one in PEOPLE})
    assert sign_for(matter, "baker") == f"https://val-brume.example/2028?i={signs['baker']}"
    assert len(set(signs.values())) == len(PEOPLE)
    assert say("letter.signed") in read_text(print_it(folder, PrintKind.LETTERS))
    bare = make_invited(tmp_path / "b", invitation=replace(SAID, address=""))
    assert say("letter.signed") not in read_text(print_it(bare, PrintKind.LETTERS))


def test_who_is_to_be_reminded_was_invited_and_has_not_answered(tmp_path: Path) -> None:
    early = replace(PEOPLE[3], id="early", name="Première", invited_at=NOW - timedelta(days=9))
    folder = make_invited(tmp_path, people=(*PEOPLE, early))
    text = read_text(print_it(folder, PrintKind.REMINDERS))
    assert text.index("Première") < text.index(squeeze("Hôtel de la Gare"))
    assert not any(squeeze(one.name) in text for one in PEOPLE if one.status is not INVITED)


def test_a_neighbours_kit_is_a_sheet_and_a_page_of_slips(tmp_path: Path) -> None:
    for folder in (make_invited(tmp_path / "a"), make_strange(tmp_path / "b")):
        sheet, slips = map(squeeze, read_pages(print_it(folder, PrintKind.NEIGHBOURS, challenge="c1").printed.content))
        assert say("neighbours.danger") in sheet
        assert slips.count(say("neighbours.offer.ask")) == slips.count(say("neighbours.need.ask")) == 2


# -- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (PrintKind.LETTERS, "nobody-to-write"),
        (PrintKind.CALLS, "nobody-to-write"),
        (PrintKind.EMAILS, "nobody-to-write"),
        (PrintKind.REMINDERS, "nobody-to-remind"),
        (PrintKind.CARDS, "nobody-to-seat"),
    ],
)
def test_an_empty_list_is_refused_with_a_sentence(tmp_path: Path, kind: PrintKind, code: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        print_it(make_invited(tmp_path, people=(), seats=()), kind)
    assert refused.value.code == code


LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="100" height="60" fill="#0b5a56"/>'
    '<text x="10" y="40" font-size="20" fill="#fff">Val-Brume</text></svg>'
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", b"not a picture"),
        ("logo.jpg", b"\xff\xd8\xff\xe0 cut"),
        ("logo.svg", b"<svg"),
        ("logo.svg", b"\xff\xfe\x00\x01"),
        ("logo.svg", b""),
        ("logo.png", LOGO.encode()),
        ("logo.svg", b'<!DOCTYPE s [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    ],
)
def test_a_logo_that_is_no_picture_is_refused_with_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    folder = make_invited(tmp_path)
    (folder / name).write_bytes(content)
    with pytest.raises(InvalidEntry) as refused:
        print_it(folder, PrintKind.POSTER)
    assert refused.value.code == "logo-broken"
    assert name in Translator("fr").sentence(refused.value)


def test_a_logo_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    from PIL import Image

    folder = make_invited(tmp_path)
    Image.new("1", (10_000, 10_000)).save(folder / "logo.png")
    with pytest.raises(InvalidEntry, match="logo-too-large"):
        print_it(folder, PrintKind.POSTER)
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5_000_001))
    with pytest.raises(InvalidEntry, match="logo-too-large"):
        print_it(folder, PrintKind.POSTER)


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "logo.svg"])
def test_a_logo_has_an_alternative_text_in_each_form(tmp_path: Path, name: str) -> None:
    from PIL import Image

    folder = make_invited(tmp_path, invitation=replace(SAID, address=""))
    if name.endswith("svg"):
        (folder / name).write_text(LOGO, encoding="utf-8")
    else:
        Image.new("CMYK" if name.endswith("jpg") else "P", (900, 300)).save(folder / name)
    made = print_it(folder, PrintKind.POSTER)
    check_valid(made.printed.content)
    with pikepdf.open(BytesIO(made.printed.content)) as document:
        alternatives = [
            str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one
        ]
    assert alternatives == ["Logo\u00a0: Mairie de Val-Brume"]
