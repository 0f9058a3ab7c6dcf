"""Slips and ballots for people without a phone: tagged PDF files, numbered, that say the rule and hold no markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.prints.valid import check_valid
from tests.store.made_once import copy_new_store
from workshop_kit.cli.group import workshop_kit
from workshop_kit.domain.ballots import BallotMark, VoteKind, VoteRule
from workshop_kit.domain.course import Stage
from workshop_kit.domain.entries import STATEMENT
from workshop_kit.domain.ideas import Option
from workshop_kit.domain.model import Challenge, Dots, Idea, Origin, Participant, new_workshop
from workshop_kit.domain.moves import Move
from workshop_kit.domain.plans import Plan
from workshop_kit.domain.voting import name_series, read_ballot
from workshop_kit.errors import InvalidEntry, MissingEntry, NotAllowed, WorkshopError
from workshop_kit.i18n import Translator
from workshop_kit.live.acts.moving import carry_out_move
from workshop_kit.live.challenge import read_options
from workshop_kit.live.contract.facilitator.voices import PaperKind
from workshop_kit.prints.aside import WORKER
from workshop_kit.prints.making import KINDS, make_papers
from workshop_kit.prints.papers import turn_options
from workshop_kit.report.aside import Making, MakingState
from workshop_kit.store import Repository, open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MakeHall = Callable[..., Path]


@pytest.fixture
def make_hall(tmp_path: Path) -> MakeHall:
    """Make a workshop with one challenge, voted on unless it is said otherwise."""

    def make(
        *ideas: str, statement: str = "Plus personne ne dort dehors.", stage: Stage = Stage.VOTE, language: str = "fr"
    ) -> Path:
        folder = tmp_path / "atelier"
        store = copy_new_store(folder, new_workshop("Atelier", "Val-Brume", language, NOW))
        with store:
            store.perform(None, lambda hall: hall.add_challenge(Challenge("home", "Logement", statement)))
            for number, text in enumerate(ideas):
                idea = Idea(f"idea-{number}", "home", text, None, None, NOW)
                store.perform(None, partial(add_idea, idea))
            move = Move(focus="home", stages={"home": stage})
            store.perform(None, lambda hall: carry_out_move(hall, move, NOW))
        return folder

    return make


def add_idea(idea: Idea, hall: Repository) -> None:
    hall.add_idea(idea)


def read_pages(content: bytes) -> list[str]:
    return [squeeze(page.extract_text()) for page in PdfReader(BytesIO(content)).pages]


def squeeze(text: str) -> str:
    """Drop what laying out adds: line ends, spaces and divisions of long words."""
    return re.sub(r"[\s\u00ad\u200b]+", "", text)


def series_of(folder: Path) -> str:
    with open_store(folder) as store:
        return store.read(
            lambda hall: name_series(read_options(hall, hall.find_challenge("home")), hall.find_vote_rule("home"))
        )


def list_titles(folder: Path) -> list[str]:
    with open_store(folder) as store:
        return store.read(lambda hall: [one.title for one in read_options(hall, hall.find_challenge("home"))])


# -- the files ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_papers_are_tagged_declare_pdf_ua_and_say_their_language(make_hall: MakeHall, kind: str, language: str) -> None:
    content = make_papers(make_hall("Une laverie", language=language), kind, copies=3)
    with pikepdf.open(BytesIO(content)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in document.Root
        assert str(document.Root.Lang) == language
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "Logement" in str(metadata["dc:title"])


def test_four_slips_stand_on_a_page_each_with_its_number(make_hall: MakeHall) -> None:
    pages = read_pages(make_papers(make_hall(stage=Stage.WRITING), "slips", first=9, copies=5))
    assert len(pages) == 2
    numbers = [[int(one) for one in re.findall(r"n°(\d+)", page)] for page in pages]
    assert numbers == [[9, 10, 11, 12], [13]]


def test_a_slip_shows_the_challenge_and_asks_where_the_idea_comes_from(make_hall: MakeHall) -> None:
    (page,) = read_pages(make_papers(make_hall(stage=Stage.WRITING), "slips", copies=1))
    say = Translator("fr")
    wanted = ["Plus personne ne dort dehors.", say("prints.slip.idea"), say("prints.slip.source")]
    wanted += [say(f"words.source.{one}") for one in ("lived", "field", "data", "hearsay")]
    assert [one for one in wanted if squeeze(one) not in page] == []


def test_a_ballot_numbers_the_options_says_the_rule_and_bears_its_series(make_hall: MakeHall) -> None:
    folder = make_hall("Une laverie", "Un gymnase", "Un car")
    (page,) = read_pages(make_papers(folder, "ballots", first=12, copies=1))
    numbered = [f"{number}{title}" for number, title in enumerate(list_titles(folder), start=1)]
    assert sorted(one[1:] for one in numbered) == ["Un car", "Un gymnase", "Une laverie"]
    for shown in (*numbered, "n°12", series_of(folder)):
        assert squeeze(shown) in page
    assert squeeze(Translator("fr")("prints.ballot.rule", number=5, most=2)) in page


@pytest.mark.parametrize(
    ("rule", "key", "shown"),
    [
        (VoteRule(budget=3, most=1), "rule", {"number": 3, "most": 1}),
        (VoteRule(budget=1, most=1), "rule", {"number": 1, "most": 1}),
        (VoteRule(budget=12, most=6), "rule-written", {"number": 12, "most": 6}),
        (VoteRule(VoteKind.GRADES), "rule-grades", {}),
        (VoteRule(VoteKind.GRADES, grades=5, blanks_count=False), "rule-grades-blanks-out", {}),
        (VoteRule(VoteKind.STATEMENTS), "rule-statements", {}),
        (VoteRule(VoteKind.BUDGET, to_spend=9000), "rule-approvals", {"total": "9 000 €"}),
        (VoteRule(VoteKind.BUDGET, to_spend=9000, points=10), "rule-points", {"number": 10}),
        (VoteRule(VoteKind.BUDGET, to_spend=9000, points=1), "rule-points", {"number": 1}),
    ],
)
def test_a_ballot_of_every_kind_says_its_own_rule_and_no_other(
    make_hall: MakeHall, rule: VoteRule, key: str, shown: dict[str, Any]
) -> None:
    folder = make_hall("Une laverie", "Un gymnase", "Un car")
    with open_store(folder) as store:
        store.perform(None, lambda hall: hall.update_vote_rule("home", 1, rule))
        options = store.read(lambda hall: read_options(hall, hall.find_challenge("home")))
        store.perform(None, lambda hall: hall.update_costs("home", {options[0].id: 400, options[2].id: 300}))
    (page,) = read_pages(make_papers(folder, "ballots", copies=1))
    say = Translator("fr")
    number, others = shown.get("number"), {name: value for name, value in shown.items() if name != "number"}
    told = (
        say(f"prints.ballot.{key}", **shown) if number is None else say.plural(f"prints.ballot.{key}", number, **others)
    )
    assert squeeze(told) in page
    graded = rule.kind is VoteKind.GRADES
    assert (squeeze(say("stakes.grade.5")) in page) is graded
    assert (squeeze(say("stakes.grade.2")) in page) is (graded and rule.grades == 7)
    assert (squeeze(say("prints.ballot.disagree")) in page) is (rule.kind is VoteKind.STATEMENTS)
    assert (squeeze(options[1].title) in page) is (rule.kind is not VoteKind.BUDGET), "no cost, no place on the ballot"
    assert (squeeze(f"3{options[2].title} – 300 €") in page) is (rule.kind is VoteKind.BUDGET)


def test_a_number_that_somebody_wrote_is_blotted_out_on_paper(make_hall: MakeHall) -> None:
    (page,) = read_pages(make_papers(make_hall("Une laverie, 06 12 34 56 78"), "ballots", copies=1))
    assert "Unelaverie" in page
    assert "0612345678" not in page


def test_short_ballots_stand_two_on_a_page_and_long_ones_alone(make_hall: MakeHall) -> None:
    assert len(read_pages(make_papers(make_hall("Une laverie", "Un gymnase"), "ballots", copies=4))) == 2


def test_forty_long_ideas_are_all_there_whatever_room_they_take(make_hall: MakeHall) -> None:
    ideas = [f"Idée {number} : " + "un car chaque dimanche pour le marché, " * 8 for number in range(1, 41)]
    pages = read_pages(make_papers(make_hall(*ideas), "ballots", copies=1))
    assert len(pages) > 1
    assert all(squeeze(f"Idée {number} :") in "".join(pages) for number in range(1, 41))
    assert all(squeeze("Bulletin 1") in page for page in pages)


def test_the_longest_challenge_leaves_the_whole_slip_on_its_quarter(make_hall: MakeHall) -> None:
    statement = ("Chaque personne trouve une place " * 20)[: STATEMENT.longest].strip()
    (page,) = read_pages(make_papers(make_hall(statement=statement, stage=Stage.WRITING), "slips", copies=1))
    assert squeeze(statement) in page
    assert squeeze(Translator("fr")("prints.slip.care")) in page


# -- numbers --------------------------------------------------------------------------------------------------------


def make_options(number: int) -> tuple[Option, ...]:
    ideas = [Idea(f"i{one}", "home", f"Idée {one}", None, None, NOW) for one in range(number)]
    return tuple(Option(one.id, one.text, "home", (one,), lone=True) for one in ideas)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 60), st.integers(1, 9999))
def test_whatever_comes_first_on_a_ballot_each_option_keeps_its_number(count: int, number: int) -> None:
    options = make_options(count)
    turned = turn_options(options, number)
    assert sorted(turned, key=lambda one: one[0]) == list(enumerate(options, start=1))
    for place, option in turned:
        assert read_ballot(options, [place]) == {option.id: 1}


def test_every_option_comes_first_on_some_ballot() -> None:
    for count in (1, 2, 3, 7, 33, 40):
        options = make_options(count)
        first = {turn_options(options, number)[0][0] for number in range(1, count + 1)}
        assert first == set(range(1, count + 1))


def test_another_option_or_another_order_is_another_series() -> None:
    options = make_options(5)
    series = {name_series(one) for one in (options, options[:-1], options[1:], (*options[1:], options[0]))}
    assert len(series) == 4
    assert all(re.fullmatch(r"[A-Z]\d\d", one) for one in series)


def test_another_rule_is_another_series() -> None:
    options = make_options(5)
    rules = (
        VoteRule(), VoteRule(budget=8), VoteRule(budget=8, most=8), VoteRule(VoteKind.GRADES),
        VoteRule(VoteKind.GRADES, grades=5), VoteRule(VoteKind.GRADES, blanks_count=False),
        VoteRule(VoteKind.STATEMENTS), VoteRule(VoteKind.BUDGET, to_spend=90),
        VoteRule(VoteKind.BUDGET, to_spend=90, points=10),
    )  # fmt: skip
    assert len({name_series(options, rule) for rule in rules}) == len(rules)
    assert len({name_series(options, rules[0], round) for round in (1, 2, 3)}) == 3, "another vote is another ballot"
    assert name_series(options, VoteRule()) == name_series(options)
    beside = (VoteRule(VoteKind.STATEMENTS, points=3), VoteRule(VoteKind.STATEMENTS, grades=5))
    assert len({name_series(options, rule) for rule in beside}) == 1, "what another kind asks for says nothing here"


# -- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [Stage.WRITING, Stage.REVEAL, Stage.RESULTS])
def test_ballots_are_printed_only_while_their_numbers_stand(make_hall: MakeHall, stage: Stage) -> None:
    with pytest.raises(NotAllowed, match="no-ballot-yet"):
        make_papers(make_hall("Une laverie", stage=stage), "ballots", copies=1)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"kind": "posters"}, InvalidEntry("paper-kind")),
        ({"first": 0}, InvalidEntry("slip-number")),
        ({"first": 9999, "copies": 2}, InvalidEntry("slip-number")),
        ({"copies": 0}, InvalidEntry("copies-number")),
        ({"copies": 301}, InvalidEntry("copies-number")),
        ({"challenge": "gone"}, MissingEntry("no-challenge")),
    ],
)
def test_what_cannot_be_printed_is_refused(
    make_hall: MakeHall, changed: dict[str, object], error: WorkshopError
) -> None:
    with pytest.raises(type(error)) as refused:
        make_papers(make_hall("Une laverie"), **{"kind": "slips", **changed})  # type: ignore[arg-type]
    assert refused.value.code == error.code


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=3, max_size=120).filter(lambda text: text.strip() != ""))
def test_whatever_somebody_wrote_is_printed_as_text(text: str) -> None:
    from workshop_kit.prints.papers import Papers, write_ballots
    from workshop_kit.report.printing import compile_source

    idea = Idea("i", "home", text, None, None, NOW)
    challenge = Challenge("home", text, text)
    papers = Papers("Val-Brume", "Atelier", challenge, 1, [1])
    options = (Option("i", text, "home", (idea,), lone=True),)
    assert compile_source(write_ballots(papers, options, Translator("fr"))).content.startswith(b"%PDF")


# -- the two ways to it ---------------------------------------------------------------------------------------------


def test_the_command_writes_the_file_into_the_folder(make_hall: MakeHall) -> None:
    folder = make_hall("Une laverie", stage=Stage.WRITING)
    result = CliRunner().invoke(workshop_kit, ["print", str(folder), "slips", "--copies", "4", "--challenge", "1"])
    assert result.exit_code == 0, result.output
    file = Path(result.output.strip())
    assert file.parent == folder
    assert len(read_pages(file.read_bytes())) == 1


def test_the_command_names_a_challenge_that_is_not_there(make_hall: MakeHall) -> None:
    folder = make_hall("Une laverie")
    result = CliRunner().invoke(workshop_kit, ["print", str(folder), "slips", "--challenge", "4"])
    assert result.exit_code == 1


@pytest.mark.parametrize("kind", [one for one in PaperKind if one is not PaperKind.MISSIONS])
def test_the_page_makes_them_in_a_process_of_their_own(make_hall: MakeHall, kind: PaperKind) -> None:
    details = {"challenge": "home", "first": "7", "copies": "2"}
    making = Making(make_hall("Une laverie"), kind.value, "fr", worker=WORKER, details=details)
    making.wait()
    assert making.state is MakingState.READY, making.error
    wanted = "Unelaverie" if kind is PaperKind.BOARD else "n°8"
    assert wanted in "".join(read_pages(making.result))


def test_a_refusal_comes_back_from_the_process_as_itself(make_hall: MakeHall) -> None:
    details = {"challenge": "home", "first": "1", "copies": "2"}
    making = Making(make_hall("Une laverie", stage=Stage.REVEAL), "ballots", "fr", worker=WORKER, details=details)
    making.wait()
    assert making.error is not None
    assert making.error.code == "no-ballot-yet"


def test_the_numbers_that_were_printed_are_remembered(make_hall: MakeHall) -> None:
    folder = make_hall(stage=Stage.WRITING)
    make_papers(folder, "slips", first=9, copies=5)
    make_papers(folder, "slips", first=101, copies=1)
    with open_store(folder) as store:
        printed = store.read(lambda hall: hall.list_printed())
        helpers = store.read(lambda hall: hall.list_helpers())
    assert printed == (range(9, 14), range(101, 102))
    assert helpers == ()


# -- the board ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", VoteKind)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_board_says_what_was_asked_what_the_vote_gave_and_what_opposes(
    make_hall: MakeHall, kind: VoteKind, language: str
) -> None:
    texts = ("Fermer la rue aux voitures", "Ouvrir la rue aux voitures", "Une laverie, 06 12 34 56 78", "Un car")
    folder = make_hall(*texts, language=language)
    with open_store(folder) as store:
        store.perform(None, partial(vote_on, kind))
    content = make_papers(folder, "board")
    check_valid(content)
    text = "".join(read_pages(content))
    say = Translator(language)
    for shown in ("Plus personne ne dort dehors.", *texts[:2], "Une laverie", say(f"prints.board.results-{kind}")):
        assert squeeze(shown) in text
    assert squeeze(say("prints.board.tensions")) in text
    assert "061234" not in text
    others = [one for one in VoteKind if one is not kind]
    assert not any(squeeze(say(f"prints.board.results-{one}")) in text for one in others)


@pytest.mark.parametrize("blanks_count", [True, False])
def test_a_board_tells_grades_that_nobody_gave_apart(make_hall: MakeHall, *, blanks_count: bool) -> None:
    folder = make_hall("Une laverie", "Un car")
    with open_store(folder) as store:
        store.perform(None, partial(grade_some, VoteRule(VoteKind.GRADES, blanks_count=blanks_count)))
    content = make_papers(folder, "board")
    check_valid(content)
    text = "".join(read_pages(content))
    assert squeeze("Passable : 4, 3 sans mention") in text
    assert squeeze("À rejeter :") not in text, "nobody gave it"


def test_a_board_tells_what_the_vote_before_gave_beside_each_option(make_hall: MakeHall) -> None:
    folder = make_hall("Une laverie", "Un car")
    with open_store(folder) as store:
        store.perform(None, vote_twice)
    text = "".join(read_pages(make_papers(folder, "board")))
    assert squeeze("3 points, de 3 personnes ; vote d’avant : 1 point, de 1 personne") in text


def vote_twice(hall: Repository) -> None:
    """Have one person give an idea a dot, and three in the second vote."""
    hall.update_challenge(replace(hall.find_challenge("home"), plan=Plan.NOMINAL))
    option = read_options(hall, hall.find_challenge("home"))[0].id
    for round, people in ((1, 1), (2, 3)):
        for number in range(people):
            if round == 1 or number:
                hall.add_participant(Participant(f"p{number}", f"P{number}", "resident", "", Origin.ROOM, NOW))
            hall.update_dots(Dots(f"p{number}", "home", option, 1, round))
        carry_out_move(hall, Move(focus="home", stages={"home": Stage.RESULTS}), NOW)
        hall.update_challenge(replace(hall.find_challenge("home"), uncovered=(option,)))
        if round == 1:
            carry_out_move(hall, Move(focus="home", stages={"home": Stage.VOTE}), NOW)


def grade_some(rule: VoteRule, hall: Repository) -> None:
    """Have seven people grade one idea, and three of them leave the other blank."""
    hall.update_vote_rule("home", 1, rule)
    first, second = (one.id for one in read_options(hall, hall.find_challenge("home")))
    for number in range(7):
        hall.add_participant(Participant(f"p{number}", f"P{number}", "resident", "", Origin.ROOM, NOW))
        hall.update_ballot_mark(BallotMark(f"p{number}", "home", first, VoteKind.GRADES, 5))
        if number < 4:
            hall.update_ballot_mark(BallotMark(f"p{number}", "home", second, VoteKind.GRADES, 2))
    carry_out_move(hall, Move(focus="home", stages={"home": Stage.RESULTS}), NOW)
    hall.update_challenge(replace(hall.find_challenge("home"), uncovered=(first, second)))


def vote_on(kind: VoteKind, hall: Repository) -> None:
    hall.update_vote_rule("home", 1, VoteRule(kind, to_spend=1000))
    for number in range(5):
        person = Participant(f"p{number}", f"P{number}", "resident", "", Origin.ROOM, NOW)
        hall.add_participant(person)
        for place, option in enumerate(read_options(hall, hall.find_challenge("home"))):
            hall.update_costs("home", {option.id: 300})
            if kind is VoteKind.DOTS and place < 3:
                hall.update_dots(Dots(person.id, "home", option.id, 1))
            elif kind is not VoteKind.DOTS:
                hall.update_ballot_mark(BallotMark(person.id, "home", option.id, kind, 1))
    known = hall.find_challenge("home")
    uncovered = tuple(one.id for one in read_options(hall, known))
    carry_out_move(hall, Move(focus="home", stages={"home": Stage.RESULTS}), NOW)
    hall.update_challenge(replace(hall.find_challenge("home"), uncovered=uncovered))


@pytest.mark.parametrize("stage", [Stage.WRITING])
def test_no_board_is_printed_before_ideas_are_revealed(make_hall: MakeHall, stage: Stage) -> None:
    with pytest.raises(NotAllowed, match="board-before-reveal"):
        make_papers(make_hall("Une laverie", stage=stage), "board")


def test_a_board_shows_no_result_that_the_screen_still_covers(make_hall: MakeHall) -> None:
    folder = make_hall("Une laverie", "Un car")
    with open_store(folder) as store:
        store.perform(None, partial(vote_on, VoteKind.DOTS))
        store.perform(None, lambda hall: hall.update_challenge(replace(hall.find_challenge("home"), uncovered=())))
    with pytest.raises(NotAllowed, match="board-covered"):
        make_papers(folder, "board")


def test_a_board_during_a_vote_shows_ideas_and_no_result(make_hall: MakeHall) -> None:
    (page,) = read_pages(make_papers(make_hall("Une laverie", "Un car"), "board"))
    assert squeeze(Translator("fr")("prints.board.ideas")) in page
    assert "Résultats" not in page
