"""What is voted on, what is alike, what is like no other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workshop_kit.domain.ideas import list_opposed, list_options, measure_originality, suggest_groups
from workshop_kit.domain.model import Idea, IdeaGroup

NOW = datetime(2027, 1, 12, tzinfo=UTC)


def make_ideas(*texts: str, challenge: str = "c") -> list[Idea]:
    return [Idea(f"{challenge}{index}", challenge, text, None, None, NOW) for index, text in enumerate(texts)]


def test_a_lone_idea_stays_an_option_by_itself() -> None:
    ideas = make_ideas("Ouvrir le gymnase", "Ouvrir le dojo", "Une laverie")
    group = IdeaGroup("g", "c", "Ouvrir des salles", ("c0", "c1"), NOW)
    options = list_options(ideas, [group])
    assert [(option.id, option.title, option.lone) for option in options] == [
        ("g", "Ouvrir des salles", False),
        ("c2", "Une laverie", True),
    ]
    assert [idea.id for idea in options[0].ideas] == ["c0", "c1"]


def test_a_group_undone_gives_its_ideas_back() -> None:
    ideas = make_ideas("Ouvrir le gymnase", "Ouvrir le dojo")
    undone = IdeaGroup("g", "c", "Salles", ("c0", "c1"), NOW, undone_at=NOW)
    assert [option.lone for option in list_options(ideas, [undone])] == [True, True]


def test_an_idea_in_two_groups_belongs_to_the_last_one() -> None:
    ideas = make_ideas("a", "b", "c")
    early = IdeaGroup("early", "c", "early", ("c0", "c1"), NOW)
    late = IdeaGroup("late", "c", "late", ("c1", "c2"), NOW + timedelta(minutes=1))
    options = {option.id: [idea.id for idea in option.ideas] for option in list_options(ideas, [late, early])}
    assert options == {"early": ["c0"], "late": ["c1", "c2"]}


def test_nearly_the_same_ideas_are_suggested_together_whatever_the_accents() -> None:
    ideas = make_ideas(
        "Des repas chauds le soir à la salle des fêtes",
        "Un numéro unique affiché dans chaque vitrine",
        "repas chaud tous les soirs, SALLE DES FETES",
        "Former dix bénévoles à la maraude",
        "un numéro de téléphone unique dans les vitrines des commerces",
    )
    assert {frozenset(group) for group in suggest_groups(ideas)} == {frozenset({"c0", "c2"}), frozenset({"c1", "c4"})}


def test_ideas_of_two_challenges_are_never_suggested_together() -> None:
    assert suggest_groups(make_ideas("Une laverie") + make_ideas("Une laverie", challenge="d")) == ()


def test_an_idea_like_no_other_is_original() -> None:
    ideas = make_ideas("Une laverie près de la gare", "Laverie gratuite à la gare", "Prêter des caravanes l’hiver")
    assert measure_originality(ideas) == ("c2",)


def test_ideas_of_small_words_alone_are_alike_to_nobody() -> None:
    ideas = make_ideas("de la", "et pour", "?")
    assert suggest_groups(ideas) == ()
    assert measure_originality(ideas) == ("c0", "c1", "c2")


def test_nothing_is_suggested_without_ideas() -> None:
    assert suggest_groups([]) == ()
    assert measure_originality([]) == ()


def test_two_options_oppose_each_other_once_and_none_opposes_itself() -> None:
    open_, close, shut = make_ideas("Ouvrir le gymnase", "Fermer le gymnase", "Le gymnase, qu’on le ferme")
    options = list_options([open_, close, shut], [IdeaGroup("g", "c", "Fermer", (close.id, shut.id), NOW)])
    found = [(open_.id, shut.id), (open_.id, close.id), (close.id, shut.id)]
    assert list_opposed(options, found) == ((open_, shut),)
