"""Step 3: nobody reads before the reveal, gathering can be undone, tallies wait for the end of the vote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.widgets.facilitator_stage import NOON, Stage, add_ideas, set_stage
from tests.widgets.rooms import Stopwatch
from workshop_kit.domain.course import Phase
from workshop_kit.domain.model import Dots, Idea, IdeaGroup, Origin, Participant, Source
from workshop_kit.store import Repository
from workshop_kit.widgets.facilitator import ideas_panel
from workshop_kit.widgets.panel import Panel

TEXTS = (
    "Ouvrir le gymnase les nuits de grand froid",
    "Ouvrir le gymnase pendant les nuits de grand froid",
    "Une laverie près de la gare",
    "Former dix bénévoles à la maraude",
)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, challenges=2, people=6)
    set_phase(made, "writing")
    yield made
    made.close()


@pytest.fixture
def panel(stage: Stage) -> Panel:
    return ideas_panel(stage.window)


def set_phase(stage: Stage, phase: str) -> None:
    """Move the room to a phase of the first challenge, whose ideas are revealed then."""

    def move_on(repository: Repository) -> None:
        challenge = repository.find_challenge("c0")
        if phase == "reveal" and challenge.revealed_at is None:
            repository.update_challenge(replace(challenge, revealed_at=stage.window.now()))
        workshop = repository.find_workshop()
        repository.update_workshop(replace(workshop, phase=Phase(phase), current_challenge="c0"))

    stage.write(move_on)


def move(stage: Stage, panel: Panel, phase: str) -> None:
    set_phase(stage, phase)
    panel.refresh()


def groups(stage: Stage, *, undone: bool = False) -> tuple[IdeaGroup, ...]:
    return stage.read(lambda repository: repository.list_groups("c0", undone=undone))


def synced(panel: Panel) -> str:
    """Everything that leaves the kernel for this panel."""
    return json.dumps(panel.get_state(), default=str, ensure_ascii=False)


@pytest.mark.parametrize("phase", ["welcome", "writing"])
def test_no_text_leaves_the_kernel_before_the_reveal(stage: Stage, panel: Panel, phase: str) -> None:
    add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, phase)
    assert panel.model["counts"]["ideas"] == 4
    assert not any(text in synced(panel) for text in TEXTS)
    move(stage, panel, "reveal")
    assert all(text in synced(panel) for text in TEXTS)


def test_the_ideas_of_another_challenge_stay_out(stage: Stage, panel: Panel) -> None:
    add_ideas(stage, "c1", "Une idée pour plus tard")
    move(stage, panel, "reveal")
    assert panel.model["counts"]["ideas"] == 0
    assert "plus tard" not in synced(panel)


def test_who_wrote_and_who_finished_are_counted(stage: Stage, panel: Panel) -> None:
    add_ideas(stage, "c0", *TEXTS[:2])
    stage.write(lambda repository: repository.add_finished(Phase.WRITING, "p5"))
    stage.write(lambda repository: repository.add_participant(Participant("f", "Absente", "", "", Origin.FILE, NOON)))
    panel.refresh()
    assert panel.model["counts"] == {"people": 6, "ideas": 2, "finished": 1, "silent": 3}


def test_gauges_come_with_a_sentence(stage: Stage, panel: Panel) -> None:
    add_ideas(stage, "c0", *TEXTS)
    panel.refresh()
    assert [gauge["key"] for gauge in panel.model["gauges"]] == ["diversity", "field"]
    move(stage, panel, "reveal")
    assert [gauge["key"] for gauge in panel.model["gauges"]] == ["diversity", "field", "independence", "originality"]
    assert all(gauge["sentence"] for gauge in panel.model["gauges"])


def test_independence_is_the_share_written_before_this_challenge_s_reveal(stage: Stage, panel: Panel) -> None:
    add_ideas(stage, "c0", *TEXTS[:3])
    move(stage, panel, "reveal")
    late = datetime.now(UTC) + timedelta(minutes=1)
    stage.write(lambda repository: repository.add_idea(Idea("late", "c0", "Une idée soufflée", None, "p4", late)))
    panel.refresh()
    (gauge,) = [one for one in panel.model["gauges"] if one["key"] == "independence"]
    assert gauge["value"] == pytest.approx(3 / 4)
    assert "3 sur 4" in gauge["sentence"]


def test_an_idea_arrives_by_the_feed(stage: Stage, panel: Panel) -> None:
    add_ideas(stage, "c0", TEXTS[0])
    assert panel.model["counts"]["ideas"] == 0
    stage.window.follow_once()
    assert panel.model["counts"]["ideas"] == 1


def test_many_ideas_are_drawn_at_most_twice_a_second_and_a_new_phase_at_once(stage: Stage) -> None:
    stage.window.follow_once()
    watch = Stopwatch()
    panel = Panel(stage.window, "ideas", clock=watch, later=watch.later)
    drawn: list[tuple[str, int]] = []
    panel.observe(lambda change: drawn.append((change["new"]["stage"], change["new"]["counts"]["ideas"])), "model")
    for text in TEXTS[:2]:
        idea = Idea(text, "c0", text, None, "p0", NOON)
        stage.write(lambda repository, idea=idea: repository.add_idea(idea))  # type: ignore[misc]
        stage.window.follow_once()
    assert drawn == [("hidden", 1)]
    set_phase(stage, "reveal")
    stage.window.follow_once()
    assert drawn == [("hidden", 1), ("reveal", 2)]


def test_nearly_identical_ideas_are_suggested_until_gathered(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    assert panel.model["suggestions"] == [ids[:2]]
    stage.do(panel, "gather_ideas", ideas=ids[:2], title="Le gymnase")
    assert panel.model["suggestions"] == []
    (first, *_others) = panel.model["options"]
    assert (first["title"], first["lone"], len(first["ideas"])) == ("Le gymnase", False, 2)


def test_an_undone_group_keeps_its_lineage(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    group = stage.do(panel, "gather_ideas", ideas=ids[:3], title="Ensemble")["group"]
    stage.do(panel, "undo_group", group=group)
    assert all(option["lone"] for option in panel.model["options"])
    (kept,) = groups(stage, undone=True)
    assert (kept.members, kept.title) == (tuple(ids[:3]), "Ensemble")
    assert kept.undone_at is not None


def test_gathering_with_a_group_brings_all_its_ideas_and_keeps_the_old_one_on_record(
    stage: Stage, panel: Panel
) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    old = stage.do(panel, "gather_ideas", ideas=ids[:2], title="Deux")["group"]
    new = stage.do(panel, "gather_ideas", ideas=[ids[2], ids[0]], title="Trois")
    assert sorted(new["members"]) == sorted(ids[:3])
    assert [group.title for group in groups(stage)] == ["Trois"]
    assert {group.id for group in groups(stage, undone=True)} == {old, new["group"]}


def test_the_same_gathering_twice_makes_one_group(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    payload = {"ideas": ids[:2], "title": "Le gymnase"}
    assert panel.answer("gather_ideas", payload, "same") == panel.answer("gather_ideas", payload, "same")
    assert len(groups(stage, undone=True)) == 1


def test_a_group_needs_two_ideas_a_title_and_one_challenge(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    other = add_ideas(stage, "c1", "Ailleurs")
    move(stage, panel, "reveal")
    for ideas, title in [
        (ids[:1], "Seule"),
        ([], "Rien"),
        ("i0", "Texte"),
        (ids[:2], "  "),
        ([ids[0], *other], "Mixte"),
    ]:
        stage.refuse(panel, "gather_ideas", ideas=ideas, title=title)
    stage.refuse(panel, "gather_ideas", ideas=[ids[0], "nobody"], title="Inconnue")
    assert groups(stage, undone=True) == ()


def test_a_group_is_renamed(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    group = stage.do(panel, "gather_ideas", ideas=ids[:2], title="Avant")["group"]
    stage.do(panel, "rename_group", group=group, title="Après")
    assert [one.title for one in groups(stage)] == ["Après"]


def test_nothing_is_gathered_before_the_reveal(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    assert "Révéler" in stage.refuse(panel, "gather_ideas", ideas=ids[:2], title="Trop tôt")


def test_nothing_is_gathered_or_parted_once_the_vote_has_begun(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    group = stage.do(panel, "gather_ideas", ideas=ids[:2], title="Le gymnase")["group"]
    move(stage, panel, "vote")
    stage.write(lambda repository: repository.update_dots(Dots("p0", "c0", ids[2], 1)))
    for phase in ("vote", "reveal"):  # also back at the reveal: dots are there already
        move(stage, panel, phase)
        assert not panel.model["may_gather"]
        stage.refuse(panel, "gather_ideas", ideas=ids[2:], title="Trop tard")
        stage.refuse(panel, "undo_group", group=group)
        stage.refuse(panel, "rename_group", group=group, title="Autre")
    assert [one.id for one in groups(stage)] == [group]


def test_tallies_wait_for_the_results(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "vote")
    for person, option, count in [("p0", ids[2], 2), ("p1", ids[2], 1), ("p0", ids[3], 1)]:
        dots = Dots(person, "c0", option, count)
        stage.write(lambda repository, dots=dots: repository.update_dots(dots))  # type: ignore[misc]
    panel.refresh()
    assert panel.model["voted"] == 2
    assert not any("tally" in option for option in panel.model["options"])
    move(stage, panel, "results")
    first = panel.model["options"][0]
    assert (first["id"], first["tally"]) == (ids[2], {"dots": 3, "supporters": 2, "rank": 1})


def test_an_idea_is_written_for_someone_without_a_phone(stage: Stage, panel: Panel) -> None:
    payload = {"text": "Garder la porte ouverte", "pseudonym": "Violette", "category": "resident", "source": "lived"}
    stage.do(panel, "write_for", **payload)
    (idea,) = stage.read(lambda repository: repository.list_ideas("c0"))
    author = stage.read(lambda repository: repository.find_participant_by_pseudonym("Violette"))
    assert author is not None
    assert (idea.author, idea.source, author.origin) == (author.id, Source.LIVED, Origin.PROXY)


def test_the_second_idea_of_the_same_person_finds_the_same_seat(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_for", text="Une", pseudonym="Violette", category="resident")
    stage.do(panel, "write_for", text="Deux", pseudonym="VIOLETTE")
    ideas = stage.read(lambda repository: repository.list_ideas("c0"))
    assert len({idea.author for idea in ideas}) == 1


def test_an_idea_may_have_no_author_at_all(stage: Stage, panel: Panel) -> None:
    stage.do(panel, "write_for", text="Sans nom")
    (idea,) = stage.read(lambda repository: repository.list_ideas("c0"))
    assert idea.author is None
    assert idea.source is None


@pytest.mark.parametrize(
    "wrong", [{"text": " "}, {"text": "x" * 1001}, {"source": "rumour"}, {"pseudonym": "Inconnue", "category": ""}]
)
def test_a_wrong_idea_is_refused(stage: Stage, panel: Panel, wrong: dict[str, object]) -> None:
    stage.refuse(panel, "write_for", **{"text": "Une idée", **wrong})
    assert stage.read(lambda repository: repository.list_ideas()) == ()


def test_a_newcomer_without_a_category_is_told_what_is_missing(stage: Stage, panel: Panel) -> None:
    said = stage.refuse(panel, "write_for", text="Une idée", pseudonym="Violette", category="")
    assert "nouvelle dans la salle" in said
    twin = stage.refuse(panel, "write_for", text="Une idée", pseudonym="Flеur 0", category="shop")  # a Cyrillic е
    assert "Flеur 0 2" in twin


def test_no_idea_joins_a_list_people_already_vote_on(stage: Stage, panel: Panel) -> None:
    move(stage, panel, "vote")
    stage.refuse(panel, "write_for", text="Trop tard")
    assert stage.read(lambda repository: repository.list_ideas()) == ()


def test_a_removed_idea_gives_its_dots_back(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "vote")
    stage.write(lambda repository: repository.update_dots(Dots("p0", "c0", ids[0], 2)))
    stage.do(panel, "remove_idea", idea=ids[0])
    assert stage.read(lambda repository: repository.list_votes("c0")) == ()
    assert panel.model["counts"]["ideas"] == 3


def test_removing_one_of_three_leaves_a_group_of_two(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    stage.do(panel, "gather_ideas", ideas=ids[:3], title="Trois")
    stage.do(panel, "remove_idea", idea=ids[1])
    assert [group.members for group in groups(stage)] == [(ids[0], ids[2])]


def test_the_dots_of_a_group_of_two_pass_to_the_idea_that_stays(stage: Stage, panel: Panel) -> None:
    ids = add_ideas(stage, "c0", *TEXTS)
    move(stage, panel, "reveal")
    group = stage.do(panel, "gather_ideas", ideas=ids[:2], title="Deux")["group"]
    move(stage, panel, "vote")
    stage.write(lambda repository: repository.update_dots(Dots("p0", "c0", group, 2)))
    stage.do(panel, "remove_idea", idea=ids[0])
    assert groups(stage) == ()
    assert stage.read(lambda repository: repository.list_votes("c0")) == (Dots("p0", "c0", ids[1], 2),)


def test_without_a_challenge_the_panel_says_so(tmp_path: Path) -> None:
    stage = set_stage(tmp_path / "other")
    assert ideas_panel(stage.window).model["challenge"] is None
    stage.close()
