"""Lists to draw from: what may be counted in them, and how."""

from __future__ import annotations

import pytest

from workshop_kit.domain import lot_lists
from workshop_kit.domain.lot_lists import (
    Counted,
    LotList,
    Reach,
    band_ages,
    band_births,
    is_countable,
    share_like,
    take_quotas,
)
from workshop_kit.domain.lots import Quota
from workshop_kit.errors import InvalidEntry
from workshop_kit.files.reading.lot_lists import is_quota_file, read_list, write_table
from workshop_kit.files.reading.lots import QUOTAS_AT_MOST, read_quotas


def test_many_ages_are_counted_by_bands_and_few_as_they_are() -> None:
    ages = [str(age) for age in range(16, 90)]
    assert set(band_ages(ages)) == {"15–29", "30–44", "45–59", "60–74", "75+"}
    assert band_ages(["17", "18", ""]) == ("17", "18", "")
    assert band_ages([*ages, "inconnu"]) == (*ages, "inconnu")


def test_births_are_counted_by_decade_however_the_day_is_written() -> None:
    assert band_births(["12/03/1975", "1979", "", "2001-05-04"]) == ("1970–1979", "1970–1979", "", "2000–2009")
    assert band_births(["1975", "mars"]) == ("1975", "mars")


@pytest.mark.parametrize(("people", "least", "most"), [(10, 1, 1), (15, 1, 2), (0, 0, 0), (100, 10, 10)])
def test_a_share_of_the_list_is_rounded_both_ways(people: int, least: int, most: int) -> None:
    assert share_like(people, 100, 10) == (least, most)


def test_only_values_that_several_share_are_counted() -> None:
    assert is_countable(["a", "b", "a"])
    assert not is_countable(["a", "b", "c"])
    assert not is_countable(["a", "a", ""])


def test_titles_above_the_headings_and_semicolons_change_nothing() -> None:
    content = "Liste électorale;;\n\nNom;Âge;Quartier\n" + "".join(
        f"Odette {age};{age};{'Lac' if age % 2 else 'Bourg'}\n" for age in range(18, 60)
    )
    listed = read_list("liste.csv", content.encode("cp1252"))
    assert listed.columns == ("Âge", "Quartier")
    assert listed.rows[0] == ("15–29", "Bourg")
    assert (listed.names[0], len(listed.rows), listed.left) == ("Odette 18", 42, ("Nom",))


def test_how_people_are_reached_is_read_beside_what_is_counted_and_what_reaches_nobody_is_left() -> None:
    content = (
        "Nom;Quartier;Téléphone (conjoint);Courriel;Téléphone;Adresse;Code postal;Commune\n"
        "Odette;Lac;0639989999;odette@example.org;0639981234;2 rue du Lavoir;89100;Brévigny\n"
        "Karim;Lac;;karim@;0639;;89100;Brévigny\n"
    )
    reached, unreached = read_list("liste.csv", content.encode()).reach
    assert reached == Reach("odette@example.org", "06 39 98 12 34", "2 rue du Lavoir\n89100 Brévigny")
    assert unreached == Reach()


def test_quotas_are_told_from_people() -> None:
    assert is_quota_file("q.csv", b"category,feature,min,max\ngender,female,1,x\n")
    assert not is_quota_file("p.csv", b"gender,leaning\nfemale,liberal\n")


def test_a_table_keeps_its_cells_apart_and_runs_nothing() -> None:
    assert write_table([("a;b", '=1"')], ";") == '\ufeff"a;b";"\'=1"""\r\n'


def test_a_file_of_quotas_without_end_is_refused_before_anything_is_made_of_it() -> None:
    def write(number: int) -> bytes:
        return ("category,feature,min,max\n" + "".join(f"age,{age},0,9\n" for age in range(number))).encode()

    assert len(read_quotas("q.csv", write(QUOTAS_AT_MOST), 9)) == QUOTAS_AT_MOST
    with pytest.raises(InvalidEntry) as refused:
        read_quotas("q.csv", write(QUOTAS_AT_MOST + 1), 9)
    assert refused.value.code == "lot-quotas-many"


def test_a_column_is_counted_once_however_many_quotas_name_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = read_list("liste.csv", b"quartier\nLac\nLac\nBourg\nBourg\n")
    counted: list[str] = []
    count = lot_lists.count_values

    def note(those: LotList, column: str) -> tuple[Counted, ...]:
        counted.append(column)
        return count(those, column)

    monkeypatch.setattr(lot_lists, "count_values", note)
    bounds, nobody = take_quotas(listed, [Quota("Quartier", one, 0, 1) for one in ("lac", "BOURG", "gare")])
    assert counted == ["quartier"]
    assert bounds == {"quartier": {"Lac": (0, 1), "Bourg": (0, 1), "gare": (0, 1)}}
    assert [one.feature for one in nobody] == ["gare"]
