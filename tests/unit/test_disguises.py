"""Names in disguise: nobody passes for somebody else present, nor for who leads the room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workshop_kit.domain.disguises import NamesTaken, read_name
from workshop_kit.domain.people import check_not_of_the_team
from workshop_kit.domain.team_names import is_of_the_team
from workshop_kit.errors import InvalidEntry

OWN = ("Commune de Sauveterre", "Sauveterre")
PLAIN = "Animateur|ANIMATRICE|Mairie|Admin|L’animateur|M. le Maire|Madame la maire|Town hall|The Mayor|Modérateur|Host"
SPACED = "A n i m a t e u r|A.d.m.i.n|Ma irie|Town-Hall|Ani mateur|Hôtel de ville|Animateur·rice|_mairie_"
SIGNED = "@dmin|4dm1n|Adm!n|[Admin]|✔ Mairie|Animateur ✅|Admin 2|Admin2|admin_1|*Admin*|M@irie|Anim4teur|Anirnateur"
STYLED = "ᴀᴅᴍɪɴ|𝐀𝐝𝐦𝐢𝐧|𝔸𝕟𝕚𝕞𝕒𝕥𝕖𝕦𝕣|Ⓐⓓⓜⓘⓝ|🅰🅳🅼🅸🅽|ＡＤＭＩＮ|🇦🇩🇲🇮🇳|A̲d̲m̲i̲n̲|anɨmateur|admın"
FOREIGN = "аdmіn|ΑDMIN|ᎪᎠᎷᏆN|ꓮdmin|Mɑirie|Админ"
OWNED = "la mairie de Sauveterre|Mairie Sauveterre|Commune de Sauveterre|Sauveterre|Équipe de Sauveterre 2"
GLUED = (
    "LaMairie|lamairie|LeMaire|TheMayor|TheHost|LAnimatrice|Lanimateur|MonsieurLeMaire|monsieurlemaire|MairieSauveterre|"
    "mairieofficielle|Superadmin|CommuneDeSauveterre|communesauveterre|AnimatriceJulie|MairieSauveterre|xMairiex"
)
BESIDE = "Animatrice Julie|Julie (animatrice)|Julie, animatrice|Julie - Mairie|Facilitateur Paul|Paul / Mairie"
ROLES = (
    "Équipe municipale|Team|Mairie II|Modérateur n°1|Helper|Conseil municipal|Élu|Élue|Adjoint au maire|1er adjoint|"
    "Maire 1er|Coordinatrice|Responsable|Accueil|Aidant|Elected official|Councillor|Municipality|Animator|"
    "Mayor’s office|"
    "Madam Mayor|Commune|La commune|Commune de Sauveterre|S a u v e t e r r e|SAUVETERRE|Sauveterre 3|Super admin"
)
DRAWN = (
    "Animateure|Annimateur|Animteur|Mairiee|Maiirie|MMairie|nnairie|rnairie|Aclmin|Adniin|Mairie٢|Mairie②|Admin❶|Λdmin|ΛDMIN|"
    "Ɐdmin|Aðmin|Aդmin|ᗩᗪᗰIᑎ|Μαιριε|Animateυr|ɐpɯıu|uᴉɯpɐ|nimdA|eiriaM|Adm¡n|M○derateur|Mʌɪʀɪᴇ|MAİRİE|Admiп|A̶dmin|МАЇРИЕ"
)
ELSEWHERE = "Администратор|Мэрия|МЭРИЯ|Alcalde|Moderador|Bürgermeister|市长|Sindaco|Ayuntamiento|Rathaus|العمدة|Ադմին"
FREE = (
    "Marie|Marie 2|Julie de la mairie|Secrétaire de mairie|Ancien maire|Mésange|Adèle Min|Anna|Adeline|Maïa|R2D2|Lila|"
    "Les Roses|Ana Matéo|山田|محمد|Оля|Hôtelier|Anim’Ados Lucie|Romain|X|42|M. Roy|Mme Adam|Amin|Yasmine|Moi|Bernard|"
    "Lemaire|Laville|Deville|M. Lemaire|Mme Deville|Camille Maire|Marie Aidant|Ville|"
    "Paul (Sauveterre)|Julie de Sauveterre|"
    "Téa M.|Tea M|Éli U.|Ani M.|Le Lu|Léa Nim|Mod O.|Delamaire|Desmaires|Mairesse|Mª José|Lechevin|Livia|OLIVIER|Max|"
    "Xavier 3|"
    "Team Rocket|Équipe bleue|Mairi|Alcide|Admire|Moderata|Server|Sam Airie|Les Lutins|Boulangerie Dupont"
)

DECORATED = "Mairie™|Mairie®|©Mairie|Mairieª|Mairieᵉ|Animatrice™|xXAdminXx|xXxMairiexXx|IVIairie|lVlairie|Mairi3"
SWAPPED = "Animatirce|Animatuer|Aniamteur|Moderatuer|Modertaeur|Faciltiateur|Orgainser"
MORE_ROLES = (
    "Bourgmestre|Madame l’échevine|La mairesse|Communauté de communes|Conseil départemental|Conseil régional|"
    "Médiatrice|Les orgas|Bonjour, ici la mairie|Ta mairie|Info mairie|Message de la mairie|Mister Mayor|Lord Mayor|"
    "Parish council|Council officer|Town clerk|Workshop leader|Gendarme"
)
NAMED = (PLAIN, SPACED, SIGNED, STYLED, FOREIGN, OWNED, GLUED, BESIDE, ROLES, DRAWN, ELSEWHERE)
REFUSED = (*NAMED, DECORATED, SWAPPED, MORE_ROLES)
COMMON = Path(__file__).with_name("common_names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", "|".join(REFUSED).split("|"))
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


def test_no_common_name_of_any_language_is_the_team_s_or_somebody_else_s() -> None:
    assert len(COMMON) > 700
    assert not [name for name in COMMON if is_of_the_team(name, OWN) or is_of_the_team(f"Marie {name}", OWN)]
    first_of = {read_name(name).plain: name for name in COMMON}
    by_script: dict[str, list[str]] = {}
    for name in first_of.values():
        by_script.setdefault(read_name(name).kind, []).append(name)
    for names in by_script.values():
        taken = NamesTaken([])
        for name in names:
            assert name not in taken, name
            taken.add(name)


@pytest.mark.parametrize(
    ("name", "twins"),
    [
        (
            "Marie",
            "Marie™|Marie®|Marieª|Ma rie|M.a.r.i.e|𝓜𝓪𝓻𝓲𝓮|Mar1e|M@rie|Marie!|(Marie)|Mariе|ᴍᴀʀɪᴇ|🅜arie|Marie 🌸|"
            "Маріе|МАРІЕ|Μαριε|Marie○",
        ),
        ("Ortie", "Ort1e|0rtie|O R T I E"),
        ("Jean-Luc", "Jean Luc|JeanLuc|Jean.Luc|jean_luc|jean–luc"),
        ("Colibri 7", "Colibri7|Colibri-7|Colibri ٧"),
        (
            "Marie Dupont",
            "Marie Dυpont|Mar¡e Dupont|Mari℮ Dupont|Mari∈ Dupont|Mariɘ Dupont|Mariҽ Dupont|Ϻarie Dupont|MΛRIE DUPONT|"
            "Marie Ðupont|Marie ᗪupont|Marie Dupont I|Marie Dupont l|MarIe Dupont|MARlE DUPONT|"
            "Mаrіе Dυρоnt|Mariᥱ Dupont",
        ),
        ("Ian", "lan|IAN|Іаn"),
        ("Clara", "C1ara|clara|ᴄʟᴀʀᴀ"),
        ("José", "jose|JOSE\u0301|José."),
        ("Ɔkɔ", "oko"),
    ],
)
def test_spaces_signs_and_letters_drawn_alike_make_no_other_name(name: str, twins: str) -> None:
    for twin in twins.split("|"):
        assert twin in NamesTaken([name]), twin
        assert name in NamesTaken([twin]), twin


def test_a_number_and_another_letter_make_another_name() -> None:
    names: tuple[str, ...]
    names = ("Marie", "Marie 2", "Marie 3", "Mario", "Marie B", "Maud", "Colibri 7", "Colibri 8", "🌸", "🌻", "7", "8")
    names += (
        "Elia",
        "Ella",
        "Jojo",
        "Lolo",
        "Lan",
        "Ian",
        "Jean",
        "Lean",
        "Marnie",
        "Mamie",
        "Вова",
        "Боба",
        "कमल",
        "कमाल",
    )
    taken = NamesTaken([])
    for name in names:
        assert name not in taken, name
        taken.add(name)


def test_the_table_of_look_alikes_is_small() -> None:
    from workshop_kit.domain.look_alikes import LOOK_ALIKES, SOUNDS

    tables = (LOOK_ALIKES, SOUNDS)
    assert sum(sys.getsizeof(one) + sum(map(sys.getsizeof, one)) for one in tables) < 60_000
