"""Step 3: nobody reads before the reveal, gathering can be undone, tallies wait for the end of the vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from tests.widgets.conftest import MakeRoom
from tests.widgets.room import MILL, NOON, Laptop, Room, Stopwatch, lay_out, seat, show_in, write_ideas
from workshop_kit.domain.course import Moment, Role, Stage
from workshop_kit.domain.model import Dots, Idea, IdeaGroup, Origin, Participant, Sector, Source
from workshop_kit.i18n import Translator
from workshop_kit.store import Repository
from workshop_kit.widgets.panel import Panel

TEXTS = (
    "Ouvrir le gymnase les nuits de grand froid",
    "Ouvrir le gymnase pendant les nuits de grand froid",
    "Une laverie près de la gare",
    "Former dix bénévoles à la maraude",
)


@pytest.fixture
def room(make_room: MakeRoom) -> Room:
    room = make_room(lay_out, seat)
    room.move(Moment.WRITING)
    return room


def move(room: Room, laptop: Laptop, moment: Moment) -> None:
    """Move the room, and have the page see it whether or not its pace is due."""
    room.move(moment, laptop)
    laptop.refresh("ideas")


def groups(room: Room, *, undone: bool = False) -> tuple[IdeaGroup, ...]:
    return room.read(lambda repository: repository.list_groups("home", undone=undone))


@pytest.mark.parametrize("moment", [Moment.WELCOME, Moment.WRITING, Moment.SCORING])
def test_no_text_leaves_the_kernel_before_the_reveal(room: Room, laptop: Laptop, moment: Moment) -> None:
    room.write(write_ideas(*TEXTS))
    move(room, laptop, moment)
    assert laptop.model("ideas")["counts"]["ideas"] == 4
    assert not any(text in laptop.everything() for text in TEXTS)
    move(room, laptop, Moment.REVEAL)
    assert all(text in laptop.everything() for text in TEXTS)


def test_the_ideas_of_another_challenge_stay_out(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas("Une idée pour plus tard", challenge="move"))
    move(room, laptop, Moment.REVEAL)
    assert laptop.model("ideas")["counts"]["ideas"] == 0
    assert "Une idée pour plus tard" not in laptop.everything()


def test_who_wrote_and_who_finished_are_counted(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas(*TEXTS[:2]))
    room.write(lambda repository: repository.add_finished("home", Stage.WRITING, "dan"))
    room.write(lambda repository: repository.add_participant(Participant("f", "Absente", "", "", Origin.FILE, NOON)))
    laptop.refresh("ideas")
    assert laptop.model("ideas")["counts"] == {"people": 4, "ideas": 2, "wrote": 2, "finished": 1, "silent": 1}


def test_gauges_come_with_a_sentence(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas(*TEXTS))
    laptop.refresh("ideas")
    written = ["diversity", "decentralisation", "independence", "participation"]
    assert [gauge["name"] for gauge in laptop.model("ideas")["gauges"]] == written, "nobody compares unread ideas"
    move(room, laptop, Moment.REVEAL)
    gauges = laptop.model("ideas")["gauges"]
    assert [gauge["name"] for gauge in gauges] == ["diversity", "decentralisation", "originality", *written[2:]]
    assert all(gauge["sentence"] for gauge in laptop.model("ideas")["gauges"])


def test_independence_is_the_share_written_before_this_challenge_s_reveal(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas(*TEXTS[:3]))
    move(room, laptop, Moment.REVEAL)
    late = room.moment + timedelta(minutes=1)
    room.write(lambda repository: repository.add_idea(Idea("late", "home", "Une idée soufflée", None, "dan", late)))
    laptop.refresh("ideas")
    (gauge,) = [one for one in laptop.model("ideas")["gauges"] if one["name"] == "independence"]
    assert gauge["value"] == pytest.approx(3 / 4)
    assert "3 sur 4" in gauge["sentence"]


def test_an_idea_arrives_by_the_feed(room: Room, laptop: Laptop) -> None:
    room.write(write_ideas(TEXTS[0]))
    assert laptop.model("ideas")["counts"]["ideas"] == 0
    laptop.follow_once()
    assert laptop.model("ideas")["counts"]["ideas"] == 1


def test_many_ideas_are_drawn_at_most_twice_a_second_and_a_new_stage_at_once(room: Room, laptop: Laptop) -> None:
    laptop.follow_once()
    watch = Stopwatch()
    panel = Panel(laptop.window, "ideas", clock=watch, later=watch.later)
    drawn: list[tuple[str, int]] = []
    panel.observe(lambda change: drawn.append((change["new"]["stage"], change["new"]["counts"]["ideas"])), "model")
    for text in TEXTS[:2]:
        idea = Idea(text, "home", text, None, "ana", NOON)
        room.write(lambda repository, idea=idea: repository.add_idea(idea))  # type: ignore[misc]
        laptop.follow_once()
    assert drawn == [("hidden", 1)]
    room.move(Moment.REVEAL, laptop)
    assert drawn == [("hidden", 1), ("reveal", 2)]


def test_nearly_identical_ideas_are_suggested_until_gathered(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    assert [sorted(one["ideas"]) for one in laptop.model("ideas")["suggestions"]] == [ids[:2]]
    laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Le gymnase")
    assert laptop.model("ideas")["suggestions"] == []
    (first,) = [one for one in laptop.model("ideas")["options"] if not one["lone"]]
    assert (first["title"], first["lone"], len(first["ideas"])) == ("Le gymnase", False, 2)


def test_an_undone_group_keeps_its_lineage(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    group = laptop.do("ideas", "gather_ideas", ideas=ids[:3], title="Ensemble")["group"]
    laptop.do("ideas", "undo_group", group=group)
    assert all(option["lone"] for option in laptop.model("ideas")["options"])
    (kept,) = groups(room, undone=True)
    assert (kept.members, kept.title) == (tuple(ids[:3]), "Ensemble")
    assert kept.undone_at is not None


def test_gathering_with_a_group_brings_all_its_ideas_and_keeps_the_old_one_on_record(
    room: Room, laptop: Laptop
) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    old = laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Deux")["group"]
    new = laptop.do("ideas", "gather_ideas", ideas=[ids[2], ids[0]], title="Trois")
    assert sorted(new["members"]) == sorted(ids[:3])
    assert [group.title for group in groups(room)] == ["Trois"]
    assert {group.id for group in groups(room, undone=True)} == {old, new["group"]}


def test_the_same_gathering_twice_makes_one_group(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    payload = {"ideas": ids[:2], "title": "Le gymnase"}
    assert laptop.ask("ideas", "gather_ideas", "same", **payload) == laptop.ask(
        "ideas", "gather_ideas", "same", **payload
    )
    assert len(groups(room, undone=True)) == 1


def test_a_group_needs_two_ideas_a_title_and_one_challenge(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    other = room.write(write_ideas("Ailleurs", challenge="move"))
    move(room, laptop, Moment.REVEAL)
    for ideas, title in [
        (ids[:1], "Seule"),
        ([], "Rien"),
        ("i0", "Texte"),
        (ids[:2], "  "),
        ([ids[0], *other], "Mixte"),
    ]:
        laptop.refuse("ideas", "gather_ideas", ideas=ideas, title=title)
    laptop.refuse("ideas", "gather_ideas", ideas=[ids[0], "nobody"], title="Inconnue")
    assert groups(room, undone=True) == ()


def test_a_group_is_renamed(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    group = laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Avant")["group"]
    laptop.do("ideas", "rename_group", group=group, title="Après")
    assert [one.title for one in groups(room)] == ["Après"]


def test_nothing_is_gathered_before_the_reveal(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    assert "Révéler" in laptop.refuse("ideas", "gather_ideas", ideas=ids[:2], title="Trop tôt")


def test_nothing_is_gathered_or_parted_once_the_vote_has_begun(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    group = laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Le gymnase")["group"]
    move(room, laptop, Moment.VOTE)
    room.write(lambda repository: repository.update_dots(Dots("ana", "home", ids[2], 1)))
    for moment in (Moment.VOTE, Moment.REVEAL):  # also back at the reveal: dots are there already
        move(room, laptop, moment)
        assert not laptop.model("ideas")["may_gather"]
        laptop.refuse("ideas", "gather_ideas", ideas=ids[2:], title="Trop tard")
        laptop.refuse("ideas", "undo_group", group=group)
        laptop.refuse("ideas", "rename_group", group=group, title="Autre")
    assert [one.id for one in groups(room)] == [group]


def test_the_facilitator_sees_what_the_table_of_the_course_says(
    room: Room, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_in(monkeypatch, Role.FACILITATOR, ideas=(Stage.VOTE,))
    move(room, laptop, Moment.REVEAL)
    model = laptop.model("ideas")
    assert (model["stage"], model["options"]) == ("hidden", [])
    show_in(monkeypatch, Role.FACILITATOR, tallies=(Stage.VOTE,))
    move(room, laptop, Moment.VOTE)
    assert laptop.model("ideas")["stage"] == "results"


def test_tallies_wait_for_the_results(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.VOTE)
    for person, option, count in [("ana", ids[2], 2), ("bob", ids[2], 1), ("ana", ids[3], 1)]:
        dots = Dots(person, "home", option, count)
        room.write(lambda repository, dots=dots: repository.update_dots(dots))  # type: ignore[misc]
    laptop.refresh("ideas")
    assert laptop.model("ideas")["voted"] == 2
    assert not any("tally" in option for option in laptop.model("ideas")["options"])
    move(room, laptop, Moment.RESULTS)
    first = laptop.model("ideas")["options"][0]
    assert first["id"] == ids[2]
    assert {name: first["tally"][name] for name in ("dots", "supporters", "rank")} == {
        "dots": 3,
        "supporters": 2,
        "rank": 1,
    }


def test_an_idea_is_written_for_someone_without_a_phone(room: Room, laptop: Laptop) -> None:
    payload = {"text": "Garder la porte ouverte", "pseudonym": "Violette", "category": "resident", "source": "lived"}
    laptop.do("ideas", "write_for", challenge="home", **payload)
    (idea,) = room.read(lambda repository: repository.list_ideas("home"))
    author = room.read(lambda repository: repository.find_participant_by_pseudonym("Violette"))
    assert author is not None
    assert (idea.author, idea.source, author.origin) == (author.id, Source.LIVED, Origin.PROXY)


def test_the_second_idea_of_the_same_person_finds_the_same_seat(room: Room, laptop: Laptop) -> None:
    laptop.do("ideas", "write_for", challenge="home", text="Une", pseudonym="Violette", category="resident")
    laptop.do("ideas", "write_for", challenge="home", text="Deux", pseudonym="VIOLETTE")
    ideas = room.read(lambda repository: repository.list_ideas("home"))
    assert len({idea.author for idea in ideas}) == 1


def test_nothing_is_written_for_somebody_whose_phone_speaks_for_them(room: Room, laptop: Laptop) -> None:
    said = laptop.refuse("ideas", "write_for", challenge="home", text="Une idée", pseudonym="coquelicot")
    assert "Coquelicot a son téléphone" in said
    assert room.read(lambda repository: repository.list_ideas("home")) == ()
    dead = replace(room.read(lambda repository: repository.find_participant("ana")), origin=Origin.PROXY)
    room.write(lambda repository: repository.update_participant(dead))
    laptop.do("ideas", "write_for", challenge="home", text="Une idée", pseudonym="coquelicot")
    (idea,) = room.read(lambda repository: repository.list_ideas("home"))
    assert idea.author == "ana"


def test_nothing_is_written_on_a_seat_whose_person_speaks_by_another(room: Room, laptop: Laptop) -> None:
    silent = replace(room.read(lambda repository: repository.find_participant("dan")), origin=Origin.PROXY)
    room.write(lambda repository: repository.update_participant(replace(silent, joined_to="ana")))
    laptop.refuse("ideas", "write_for", challenge="home", text="Une idée", pseudonym="Boussole")
    assert room.read(lambda repository: repository.list_ideas("home")) == ()


def test_somebody_new_is_written_for_under_any_word(room: Room, laptop: Laptop) -> None:
    newcomer = {"pseudonym": "Violette", "category": "Retraités"}
    laptop.do("ideas", "write_for", challenge="home", text="Une idée", **newcomer)
    author = room.read(lambda repository: repository.find_participant_by_pseudonym("Violette"))
    assert author is not None
    assert author.category == "Retraités"
    assert "Retraités" in [one["key"] for one in laptop.model("ideas")["categories"]]


def test_an_idea_may_have_no_author_at_all(room: Room, laptop: Laptop) -> None:
    laptop.do("ideas", "write_for", challenge="home", text="Sans nom")
    (idea,) = room.read(lambda repository: repository.list_ideas("home"))
    assert idea.author is None
    assert idea.source is None


@pytest.mark.parametrize(
    "wrong", [{"text": " "}, {"text": "x" * 1001}, {"source": "rumour"}, {"pseudonym": "Inconnue", "category": ""}]
)
def test_a_wrong_idea_is_refused(room: Room, laptop: Laptop, wrong: dict[str, object]) -> None:
    laptop.refuse("ideas", "write_for", challenge="home", **{"text": "Une idée", **wrong})
    assert room.read(lambda repository: repository.list_ideas()) == ()


def test_a_newcomer_without_a_category_is_told_what_is_missing(room: Room, laptop: Laptop) -> None:
    said = laptop.refuse("ideas", "write_for", challenge="home", text="Une idée", pseudonym="Violette", category="")
    assert "nouvelle dans la salle" in said
    twin = laptop.refuse(
        "ideas", "write_for", challenge="home", text="Une idée", pseudonym="Cоquelicot", category="shop"
    )  # a Cyrillic о
    assert "Cоquelicot 2" in twin


def test_no_idea_joins_a_list_people_already_vote_on(room: Room, laptop: Laptop) -> None:
    move(room, laptop, Moment.VOTE)
    laptop.refuse("ideas", "write_for", challenge="home", text="Trop tard")
    assert room.read(lambda repository: repository.list_ideas()) == ()


@pytest.mark.parametrize("moment", [Moment.VOTE, Moment.REVEAL, Moment.RESULTS])
def test_no_idea_is_removed_once_people_voted_with_it(room: Room, laptop: Laptop, moment: Moment) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.VOTE)
    assert voted_on(laptop) == {False}
    room.write(lambda repository: repository.update_dots(Dots("ana", "home", ids[0], 2)))
    move(room, laptop, moment)
    assert voted_on(laptop) == {True}, "those without a dot too, or the page would tell the dots before the results"
    for idea in ids:
        said = laptop.refuse("ideas", "remove_idea", idea=idea)
        assert said == Translator("fr")("errors.removal-after-vote")
    assert room.read(lambda repository: repository.list_dots("home")) == (Dots("ana", "home", ids[0], 2),)
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="Elle blesse quelqu’un")
    assert laptop.model("ideas")["counts"]["ideas"] == 3


def voted_on(laptop: Laptop) -> set[bool]:
    return {idea["voted_on"] for one in laptop.model("ideas")["options"] for idea in one["ideas"]}


def test_an_idea_that_nobody_voted_with_is_removed_during_the_vote(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.VOTE)
    laptop.do("ideas", "remove_idea", idea=ids[0])
    assert laptop.model("ideas")["counts"]["ideas"] == 3


def test_removing_one_of_three_leaves_a_group_of_two(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    laptop.do("ideas", "gather_ideas", ideas=ids[:3], title="Trois")
    laptop.do("ideas", "remove_idea", idea=ids[1])
    assert [group.members for group in groups(room)] == [(ids[0], ids[2])]


def test_a_group_goes_on_with_its_dots_without_the_idea_that_is_held_back(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    move(room, laptop, Moment.REVEAL)
    group = laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Deux")["group"]
    move(room, laptop, Moment.VOTE)
    room.write(lambda repository: repository.update_dots(Dots("ana", "home", group, 2)))
    laptop.refuse("ideas", "remove_idea", idea=ids[0])
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="Elle blesse quelqu’un")
    laptop.refresh("ideas")
    (option,) = [one for one in laptop.model("ideas")["options"] if one["id"] == group]
    assert [idea["id"] for idea in option["ideas"]] == [ids[1]]
    assert room.read(lambda repository: repository.list_dots("home")) == (Dots("ana", "home", group, 2),)


def test_dots_put_elsewhere_while_a_whole_group_was_held_do_not_count_twice(room: Room, laptop: Laptop) -> None:
    ids = [*room.write(write_ideas(*TEXTS)), "oven"]
    room.write(lambda hall: hall.add_idea(Idea("oven", "home", "Un four commun", None, "bob", NOON)))
    room.write(lambda hall: hall.link_visitor("of bob", "bob"))
    phone = room.phone("of bob")
    move(room, laptop, Moment.REVEAL)
    group = laptop.do("ideas", "gather_ideas", ideas=ids[:2], title="Deux")["group"]
    move(room, laptop, Moment.VOTE)
    for options, reason in (((group,), "Elle blesse quelqu’un"), (ids[2:], "")):
        phone.follow_once()
        for option, count in zip(options, (2, 2, 1), strict=False):
            phone.do("vote", "place_dots", challenge="home", option=option, count=count)
        for idea in ids[:2]:
            laptop.do("ideas", "hold_idea", idea=idea, reason=reason)
    given = {one.option: one.count for one in room.read(lambda hall: hall.list_dots("home"))}
    assert given == dict(zip(ids[2:], (2, 2, 1), strict=True))


def test_without_a_challenge_the_panel_says_so(make_room: MakeRoom) -> None:
    assert make_room().laptop().model("ideas")["challenge"] is None


def test_an_idea_held_back_leaves_the_room_and_its_author_alone_reads_why(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    room.write(lambda hall: hall.link_visitor("of ana", "ana"))
    room.write(lambda hall: hall.link_visitor("of bob", "bob"))
    author, other, screen = room.phone("of ana"), room.phone("of bob"), room.screen()
    move(room, laptop, Moment.REVEAL)
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="Quelqu’un y est nommé")
    for page in (author, other, screen):
        page.follow_once()
        page.refresh(next(iter(page.panels)))
    (held,) = author.model("ideas")["challenges"][0]["held"]
    assert (held["text"], held["held"]) == (TEXTS[0], "Quelqu’un y est nommé")
    assert other.model("ideas")["challenges"][0]["held"] == []
    for page in (other, screen):
        assert f'"{TEXTS[0]}"' not in page.everything()
        assert "est nommé" not in page.everything()
    (shown,) = laptop.model("ideas")["held"]
    assert shown["held"] == "Quelqu’un y est nommé"
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="")
    other.follow_once()
    assert f'"{TEXTS[0]}"' in other.everything()


def test_an_idea_held_back_is_not_voted_on_and_the_dots_it_had_come_back_with_it(room: Room, laptop: Laptop) -> None:
    ids = room.write(write_ideas(*TEXTS))
    room.write(lambda hall: hall.link_visitor("of bob", "bob"))
    phone = room.phone("of bob")
    move(room, laptop, Moment.VOTE)
    phone.follow_once()
    phone.do("vote", "place_dots", challenge="home", option=ids[0], count=2)
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="À relire")
    phone.follow_once()
    phone.refuse("vote", "place_dots", challenge="home", option=ids[0], count=1)
    assert ids[0] not in {one["id"] for one in phone.model("vote")["challenges"][0]["options"]}
    laptop.do("ideas", "hold_idea", idea=ids[0], reason="")
    phone.follow_once()
    dots = {one["id"]: one["dots"] for one in phone.model("vote")["challenges"][0]["options"]}
    assert dots[ids[0]] == 2


def test_a_reason_to_hold_an_idea_back_is_a_line(room: Room, laptop: Laptop) -> None:
    (idea,) = room.write(write_ideas(TEXTS[0]))
    laptop.refuse("ideas", "hold_idea", idea=idea, reason="x" * 161)
    laptop.refuse("ideas", "hold_idea", idea="nobody's", reason="Parce que")
    assert room.read(lambda hall: hall.find_idea(idea)).held == ""


def test_an_idea_tells_a_category_only_where_that_names_nobody(room: Room, laptop: Laptop) -> None:
    room.write(lambda hall: hall.add_participant(Participant("one", "Seul", "health", "", Origin.ROOM, NOON)))
    room.write(write_ideas("Un four commun"))
    room.write(lambda hall: hall.add_idea(Idea("alone", "home", "Un cabinet le soir", None, "one", NOON)))
    move(room, laptop, Moment.REVEAL)
    told = {idea["text"]: idea["category"] for one in laptop.model("ideas")["options"] for idea in one["ideas"]}
    assert told == {"Un four commun": "Commerce", "Un cabinet le soir": None}


def test_how_people_of_a_sector_know_is_told_where_that_tells_nobody_apart(make_room: MakeRoom) -> None:
    room = make_room(lay_out)
    room.write(lambda hall: hall.add_sector(Sector("high", "Le Bourg")))

    def tell(*sectors: str) -> list[str]:
        for number, sector in enumerate(sectors):
            room.write(partial(_write, person=f"{sector} {number}", sector=sector))
        laptop = room.laptop()
        (gauge,) = [one for one in laptop.model("ideas")["gauges"] if one["name"] == "decentralisation"]
        return [one["sector"] for one in gauge["sectors"]]

    room.move(Moment.WRITING)
    assert tell(MILL, MILL, "Le Bourg") == []
    assert tell("Le Bourg") == []
    assert set(tell(*[MILL] * 3, *["Le Bourg"] * 3)) == {MILL, "Le Bourg"}


def _write(hall: Repository, person: str, sector: str) -> None:
    identifier = f"{person} {len(hall.list_participants())}"
    hall.add_participant(Participant(identifier, identifier, "commune", sector, Origin.ROOM, NOON))
    hall.add_idea(Idea(identifier, "home", f"Une idée de {identifier}", Source.LIVED, identifier, NOON))
