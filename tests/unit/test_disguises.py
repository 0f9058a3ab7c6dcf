"""Names in disguise: nobody passes for somebody else present, nor for who leads the room."""

from __future__ import annotations

import pytest

from workshop_kit.domain.disguises import is_of_the_team, reads_as
from workshop_kit.domain.people import check_not_of_the_team
from workshop_kit.errors import InvalidEntry

OWN = ("Commune de Sauveterre", "Sauveterre")
PLAIN = "Animateur|ANIMATRICE|Mairie|Admin|L’animateur|M. le Maire|Madame la maire|Town hall|The Mayor|Modérateur|Host"
SPACED = "A n i m a t e u r|A.d.m.i.n|Ma irie|Town-Hall|Ani mateur|Hôtel de ville|Animateur·rice|_mairie_"
SIGNED = "@dmin|4dm1n|Adm!n|[Admin]|✔ Mairie|Animateur ✅|Admin 2|Admin2|admin_1|*Admin*|M@irie|Anim4teur|Anirnateur"
STYLED = "ᴀᴅᴍɪɴ|𝐀𝐝𝐦𝐢𝐧|𝔸𝕟𝕚𝕞𝕒𝕥𝕖𝕦𝕣|Ⓐⓓⓜⓘⓝ|🅰🅳🅼🅸🅽|ＡＤＭＩＮ|🇦🇩🇲🇮🇳|A̲d̲m̲i̲n̲|anɨmateur|admın"
FOREIGN = "аdmіn|ΑDMIN|ᎪᎠᎷᏆN|ꓮdmin|Mɑirie|Админ"
OWNED = "la mairie de Sauveterre|Mairie Sauveterre|Commune de Sauveterre|Sauveterre|Équipe de Sauveterre 2"
FREE = (
    "Marie|Marie 2|Julie de la mairie|Secrétaire de mairie|Ancien maire|Mésange|Adèle Min|Anna|Adeline|Maïa|R2D2|Lila|"
    "Les Roses|Ana Matéo|山田|محمد|Оля|Hôtelier|Anim’Ados Lucie|Romain|X|42|M. Roy|Mme Adam|Amin|Yasmine|Moi|Bernard|"
    "Lemaire|Laville|Deville|M. Lemaire|Mme Deville"
)


@pytest.mark.parametrize("name", "|".join((PLAIN, SPACED, SIGNED, STYLED, FOREIGN, OWNED)).split("|"))
def test_a_name_that_reads_as_the_team_s_or_the_town_hall_s_is_refused(name: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        check_not_of_the_team(name, OWN)
    assert refused.value.code == "pseudonym-of-team"


@pytest.mark.parametrize("name", FREE.split("|"))
def test_a_name_that_says_who_one_is_stays_free(name: str) -> None:
    assert not is_of_the_team(name, OWN)


@pytest.mark.parametrize("own", [("", ""), (" ", "?!")])
def test_a_workshop_that_names_no_organiser_keeps_no_other_name_to_itself(own: tuple[str, str]) -> None:
    assert not is_of_the_team("Mésange", own)
    assert not is_of_the_team("?!…", ())


@pytest.mark.parametrize(
    ("name", "twins"),
    [
        ("Marie", "Ma rie|M.a.r.i.e|𝓜𝓪𝓻𝓲𝓮|Mar1e|M@rie|Marie!|(Marie)|Mariе|ᴍᴀʀɪᴇ|🅜arie|Marie 🌸"),
        ("Ortie", "Ort1e|0rtie|O R T I E"),
        ("Jean-Luc", "Jean Luc|JeanLuc|Jean.Luc|jean_luc"),
        ("Colibri 7", "Colibri7|Colibri-7"),
    ],
)
def test_spaces_signs_and_styled_letters_make_no_other_name(name: str, twins: str) -> None:
    assert {reads_as(twin) for twin in twins.split("|")} == {reads_as(name)}


def test_a_number_and_another_letter_make_another_name() -> None:
    names = ("Marie", "Marie 2", "Marie 3", "Mario", "Marie B", "Maud", "Colibri 7", "Colibri 8", "🌸", "🌻", "7", "8")
    assert len({reads_as(name) for name in names}) == len(names)
