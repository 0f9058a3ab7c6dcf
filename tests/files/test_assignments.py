"""Volunteers assigned from files, and told in the organiser's words."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.files.conftest import Take
from workshop_kit.domain.assigning.locks import Lock
from workshop_kit.domain.model import Assignment, AssignmentStatus, Reason
from workshop_kit.errors import UnreadableFile
from workshop_kit.files import describe_assignments, describe_difference, import_file, read_locks
from workshop_kit.live.acts.assigning import assign_workshop, compare_tries
from workshop_kit.live.acts.trying import part_tries
from workshop_kit.store import Repository, Store, open_store

#: Files of which somebody finds no mission, a mission finds nobody, and a beginner goes along with somebody.
MANY = {
    "challenges": "enjeu;énoncé\nMobilité;Chaque hameau rejoint le marché\nLogement;Plus personne ne dort dehors\n",
    "missions": "défi;intitulé;places;compétence_min\nLogement;Garde;2;2\nMobilité;Minibus;2;0\nLogement;Repas;1;0\n"
    "Mobilité;Atelier vélo;1;3\nLogement;accueil;1;0\nMobilité;Navette;1;3\n",
    "scores": "bénévole;défi;compétence;intérêt\nAna;Logement;3;2\nBen;Logement;1;2\nCleo;Logement;0;1\n"
    "Dan;Mobilité;1;1\nEve;Mobilité;0;-2\nFlo;Logement;1;1\nGil;Logement;0;0\nHal;Logement;1;2\nIda;Logement;1;1\n",
}


@pytest.fixture
def ready(framed: Store, take: Take) -> Store:
    take("volunteers", "nom;secteur\nAna Auvray;Le Moulin\nBen Besnard;Bourg\n")
    take(
        "missions",
        "défi;intitulé;places;compétence_min;secteur\nLogement;Garde;1;1;le moulin\nMobilité;Conduire;2;0;\n",
    )
    take(
        "scores",
        "bénévole;défi;compétence;intérêt\n"
        "Ana Auvray;Logement;2;2\nBen Besnard;Logement;2;2\nBen Besnard;Mobilité;0;1\nCleo;Logement;3;0\n",
    )
    return framed


def test_everybody_and_every_mission_is_told_by_name_with_a_reason(ready: Store) -> None:
    told = describe_assignments(ready, assign_workshop(ready), "en")
    assert told == {
        "assignments": [
            {
                "volunteer": "Ben Besnard",
                "mission": "Conduire",
                "challenge": "Chaque hameau rejoint le marché sans voiture",
                "competence": 0,
                "interest": 1,
                "reason": "Competence 0, interest +1.",
            },
            {
                "volunteer": "Ana Auvray",
                "mission": "Garde",
                "challenge": "Plus personne ne dort dehors",
                "competence": 2,
                "interest": 2,
                "reason": "Competence 2, interest +2; same area (Le Moulin).",
            },
        ],
        "unassigned": [{"volunteer": "Cleo", "reason": "Did not say yes: do not press."}],
        "unfilled": [
            {
                "mission": "Conduire",
                "places": 2,
                "filled": 1,
                "reason": "“Conduire” has 2 places to fill. Only 1 can be: Ben Besnard.",
                "binding": {
                    "missions": ["Conduire"],
                    "people": ["Ben Besnard"],
                    "needs": "One more person, who wants to help (interest +1 or +2), "
                    "could take a free place in “Conduire”.",
                },
            }
        ],
        "pairs": [],
        "levels": {
            "min_places": [0, 0, 0],
            "people": 2,
            "places": 2,
            "fit": 5,
            "least_fit": 1,
            "same_sector": 1,
        },
    }


def test_the_same_files_print_the_same_whatever_the_order_of_their_rows(
    blank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_STORE", raising=False)
    said = set()
    for seed in range(4):
        rng, folder = Random(seed), tmp_path / str(seed)
        shutil.copytree(blank, folder)
        with open_store(folder) as store:
            for kind, text in MANY.items():
                heading, *rows = text.splitlines()
                (tmp_path / f"{kind}.csv").write_text("\n".join((heading, *rng.sample(rows, len(rows)))))
                assert import_file(store, kind, tmp_path / f"{kind}.csv").rejected == ()
            found = assign_workshop(store)
            locks = read_locks_of(store, tmp_path)
            told = (
                describe_assignments(store, found, "fr"),
                describe_difference(store, compare_tries(store, locks), "fr"),
            )
        assert all(told[0][part] for part in ("assignments", "unassigned", "unfilled", "pairs"))
        assert told[1]["moved"]
        said.add(json.dumps(told, ensure_ascii=False))
    assert len(said) == 1


def read_locks_of(store: Store, folder: Path) -> tuple[Lock, ...]:
    tries = folder / "essais.csv"
    tries.write_text("Ana;Garde;jamais\nBen;Repas;jamais\nDan;Minibus;jamais\n")
    return store.read(lambda repository: read_locks(repository, tries)).locks


def test_the_assignments_are_kept_in_the_store(ready: Store) -> None:
    found = assign_workshop(ready)
    kept = ready.read(lambda repository: repository.list_assignments())
    assert sorted(map(repr, kept)) == sorted(map(repr, found.assignments))


def test_assigning_again_changes_nothing(ready: Store) -> None:
    assign_workshop(ready)
    sequence = ready.latest_sequence()
    assign_workshop(ready)
    assert ready.latest_sequence() == sequence


def test_what_people_decided_is_kept(ready: Store) -> None:
    def decide(repository: Repository) -> None:
        ana, ben, _ = repository.list_participants()
        garde = repository.list_missions()[0]
        repository.update_assignment(Assignment(ben.id, garde.id, Reason("by-hand"), by_hand=True))
        declined = Assignment(ana.id, garde.id, Reason("assigned"))
        repository.update_assignment(replace(declined, status=AssignmentStatus.DECLINED))

    ready.perform(None, decide)
    told = describe_assignments(ready, assign_workshop(ready), "fr")
    assert [(one["volunteer"], one["mission"]) for one in told["assignments"]] == [("Ben Besnard", "Garde")]
    assert told["assignments"][0]["reason"] == "Votre choix."
    statuses = [one.status for one in ready.read(lambda repository: repository.list_assignments())]
    assert sorted(statuses) == [AssignmentStatus.DECLINED, AssignmentStatus.PROPOSED]


def test_what_if_reads_names_and_words_in_either_language_with_or_without_headings(
    ready: Store, tmp_path: Path
) -> None:
    told = ready.read(lambda repository: {one.pseudonym: one.id for one in repository.list_participants()})
    guard = next(one.id for one in ready.read(Repository.list_missions) if one.title == "Garde")
    for text in ("volunteer,mission,lock\nAna Auvray,garde,never\n", "ana auvray;Garde;jamais\n"):
        file = tmp_path / "essai.csv"
        file.write_bytes(text.encode("cp1252"))
        read = ready.read(lambda repository: read_locks(repository, file))  # noqa: B023
        assert (read.locks, read.refused) == ((Lock(told["Ana Auvray"], guard, stays=False),), ())


def test_a_line_of_what_if_that_is_not_understood_is_told_and_the_others_are_tried(
    ready: Store, tmp_path: Path
) -> None:
    file = tmp_path / "essai.csv"
    file.write_text(
        "bénévole;mission;choix\nZoé;Garde;reste\nCleo;Piscine;reste\nCleo;Garde;peut-être\nCleo;Garde;reste\n"
    )
    read = ready.read(lambda repository: read_locks(repository, file))
    assert [one.stays for one in read.locks] == [True]
    codes = [(line, why.code) for line, why in read.refused]
    assert codes == [(2, "lock-unknown-volunteer"), (3, "lock-unknown-mission"), (4, "lock-word")]


def test_what_if_tells_who_moves_and_what_it_costs_and_writes_nothing(ready: Store, tmp_path: Path) -> None:
    file = tmp_path / "essai.csv"
    file.write_text("Ana Auvray;Garde;jamais\n")
    read = ready.read(lambda repository: read_locks(repository, file))
    before = ready.read(Repository.list_assignments)
    told = describe_difference(ready, compare_tries(ready, read.locks), "en")
    assert told["moved"] == [
        {"volunteer": "Ana Auvray", "leaves": ["Garde"], "takes": []},
        {"volunteer": "Ben Besnard", "leaves": ["Conduire"], "takes": ["Garde"]},
    ]
    assert (told["levels"]["before"]["people"], told["levels"]["after"]["people"]) == (2, 1)
    assert told["said"] == "That is a loss. People on a mission they want: 2 → 1."
    assert ready.read(Repository.list_assignments) == before == ()


def read_and_part(store: Store, file: Path, text: str, encoding: str = "utf-8") -> tuple[list[str], list[list[object]]]:
    """Return what can be tried of a list, as ``mission stays`` or ``mission never``, and (line, code) of the rest."""
    file.write_bytes(text.encode(encoding))
    read = store.read(lambda repository: read_locks(repository, file))
    parted = store.read(lambda repository: part_tries(repository, read.tries))
    titles = {one.id: one.title for one in store.read(Repository.list_missions)}
    tried = [f"{titles[one.mission]} {'stays' if one.stays else 'never'}" for one in parted.locks]
    return tried, [[line, why.code] for line, why in (*read.refused, *parted.refused)]


@pytest.mark.parametrize(
    ("text", "tried", "refused"),
    [
        ("Ana Auvray;Garde;reste\nBen Besnard;Garde;reste\n", [], [[1, "lock-full-one"], [2, "lock-full-one"]]),
        (
            "Ana Auvray;Conduire;reste\nBen Besnard;Conduire;reste\nCleo;Conduire;reste\nAna Auvray;Garde;jamais\n",
            ["Garde never"],
            [[1, "lock-full"], [2, "lock-full"], [3, "lock-full"]],
        ),
        ("Ana Auvray;Conduire;reste\nBen Besnard;Conduire;reste\n", ["Conduire stays", "Conduire stays"], []),
        (
            "Ana Auvray;Garde;reste\nana auvray;garde;jamais\nAna Auvray;Garde;reste\nBen Besnard;Garde;jamais\n",
            ["Garde never"],
            [[1, "lock-contradiction"], [2, "lock-contradiction"], [3, "lock-contradiction"]],
        ),
        ("Ana Auvray;Garde;reste\nAna Auvray;Garde;stays\n", ["Garde stays"], [[2, "lock-twice"]]),
        ("Nom;Poste;Suite\nAna Auvray;Garde;reste\n", ["Garde stays"], [[1, "lock-headings"]]),
        ("Mission;Secteur;Nom;Choix\nGarde;Bourg;Ana Auvray;reste\n", ["Garde stays"], []),
        ("Ana Auvray;Garde\nBen Besnard;Garde;jamais\n", ["Garde never"], [[1, "lock-no-word"]]),
        ("bénévole;mission;choix\n", [], []),
    ],
)
def test_lines_that_contradict_each_other_or_fill_a_mission_beyond_its_places_are_left_aside(
    ready: Store, tmp_path: Path, text: str, tried: list[str], refused: list[list[object]]
) -> None:
    assert read_and_part(ready, tmp_path / "essai.csv", text) == (tried, refused)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-8"])
def test_a_list_of_tries_is_read_in_any_encoding(ready: Store, tmp_path: Path, encoding: str) -> None:
    text = "bénévole;mission;choix\nAna Auvray;Garde;reste\n"
    assert read_and_part(ready, tmp_path / "essai.csv", text, encoding) == (["Garde stays"], [])


def test_an_empty_list_of_tries_is_refused(ready: Store, tmp_path: Path) -> None:
    for content in (b"", b"\xef\xbb\xbf\n\n"):
        file = tmp_path / "essai.csv"
        file.write_bytes(content)
        with pytest.raises(UnreadableFile) as caught:
            ready.read(lambda repository: read_locks(repository, file))  # noqa: B023
        assert caught.value.code == "file-empty"


def test_who_said_no_is_not_put_on_a_mission_and_who_is_there_by_hand_stays(
    ready: Store, take: Take, tmp_path: Path
) -> None:
    take("scores", "bénévole;défi;compétence;intérêt\nBen Besnard;Mobilité;3;-2\n")
    people = {one.pseudonym: one.id for one in ready.read(Repository.list_participants)}
    jobs = {one.title: one.id for one in ready.read(Repository.list_missions)}
    no = Assignment(people["Ana Auvray"], jobs["Garde"], Reason("assigned"), status=AssignmentStatus.DECLINED)
    off = Assignment(people["Ben Besnard"], jobs["Garde"], Reason("taken-off"), True, AssignmentStatus.DECLINED)

    def decide(repository: Repository) -> None:
        repository.replace_assignments([no, off])
        repository.update_participant(replace(repository.find_participant(people["Cleo"]), may_ask=False))

    ready.perform(None, decide)
    text = "Ana Auvray;Garde;reste\nBen Besnard;Conduire;reste\nCleo;Conduire;reste\nBen Besnard;Garde;reste\n"
    tried, refused = read_and_part(ready, tmp_path / "essai.csv", text)
    assert refused == [[1, "lock-declined"], [2, "lock-refusal"], [3, "lock-not-asked"]]
    assert tried == ["Garde stays"], "who was taken off by hand may be put back by hand"
    stays = Assignment(people["Cleo"], jobs["Garde"], Reason("by-hand"), by_hand=True)
    ready.perform(None, lambda repository: repository.replace_assignments([stays]))
    assert read_and_part(ready, tmp_path / "essai.csv", "Cleo;Garde;reste\n") == (["Garde stays"], [])
    _, full = read_and_part(ready, tmp_path / "essai.csv", "Ana Auvray;Garde;reste\n")
    assert full == [[1, "lock-full-one"]], "who stays already counts"
    text = "Ana Auvray;Garde;reste\nCleo;Garde;jamais\n"
    assert read_and_part(ready, tmp_path / "essai.csv", text) == (["Garde stays", "Garde never"], [])
