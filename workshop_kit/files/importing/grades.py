"""Read grades from a file, ``voter,challenge,option,grade``: words of either scale in either language, or numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.category_words import fold_word
from workshop_kit.domain.judgment import SEVEN_GRADES, Grade, GradeScale
from workshop_kit.files.importing.ballots import BallotFile, BallotLayout, BallotRow, read_ballots
from workshop_kit.files.importing.report import RowRefused
from workshop_kit.files.reading.words import says_unsure
from workshop_kit.i18n import LANGUAGES, Translator

_HEADINGS: Final[Mapping[str, Sequence[str]]] = {
    "voter": ("voter", "votant", "votante", "votant·e", "judge", "juge", "participant", "participante", "person",
              "personne", "electeur", "électrice"),
    "challenge": ("challenge", "défi", "stake", "enjeu"),
    "option": ("option", "idea", "idée", "choice", "choix", "candidate", "candidat", "proposition", "proposal"),
    "grade": ("grade", "mention", "judgment", "judgement", "jugement", "note"),
}  # fmt: skip
#: What stands for no grade, beside an empty cell and "I don't know".
_BLANKS: Final = frozenset(map(fold_word, ("blanc", "blank", "vide", "sans opinion", "no opinion", "abstention")))
_DASHES: Final = frozenset("-–—")
#: Figures of a number that counts grades: one of more counts none.
_FIGURES_AT_MOST: Final = 9
#: What grades are called beside the words of the kit's pages.
_ALSO: Final[Mapping[str, Grade]] = {
    "reject": Grade.REJECT, "rejeter": Grade.REJECT, "rejected": Grade.REJECT, "rejeté": Grade.REJECT,
    "poor": Grade.INSUFFICIENT, "inadequate": Grade.INSUFFICIENT, "acceptable": Grade.PASSABLE, "fair": Grade.PASSABLE,
    "quite good": Grade.FAIRLY_GOOD,
}  # fmt: skip
_GRADE_OF: Final = {
    **{
        fold_word(Translator(language)(f"stakes.grade.{int(grade)}")): grade
        for language in LANGUAGES
        for grade in Grade
    },
    **{fold_word(word): grade for word, grade in _ALSO.items()},
}


@dataclass(frozen=True)
class GradeGiven:
    """A judgment as a file has it (*mention donnée*): names as written, ``None`` for a blank.

    A blank is kept: it says that the voter was there and gave this option no grade. ``written`` is what stands there,
    and ``number`` the number that it is, which means another grade on another scale; ``None`` where it is none.
    """

    voter: str
    challenge: str
    option: str
    grade: Grade | None
    line: int
    written: str = ""
    number: int | None = None


def read_grades(
    name: str, content: bytes, scale: GradeScale = SEVEN_GRADES, encoding: str = ""
) -> BallotFile[GradeGiven]:
    """Return the grades of a file, and the lines left out.

    Parameters
    ----------
    name, content
        The file's name and its bytes.
    scale
        The grades of the vote. A number counts them from the lowest, which is 0; a word that is not among them is
        refused.
    encoding
        As ``read_ballots``.

    Raises
    ------
    UnreadableFile
        The file cannot be read, or lacks a column.

    """

    def understand(row: BallotRow) -> GradeGiven:
        voter, challenge, option = (row.require(column) for column in ("voter", "challenge", "option"))
        written = row.cells["grade"]
        grade = read_grade(written, scale)
        return GradeGiven(voter, challenge, option, grade, row.line, written, read_number(written))

    layout = BallotLayout(
        _HEADINGS,
        understand,
        lambda one: (fold_word(one.voter), fold_word(one.challenge), fold_word(one.option)),
    )
    return read_ballots(name, content, layout, encoding)


def read_number(text: str) -> int | None:
    """Return the number that a cell says, which counts grades from the lowest; ``None``: no grade's."""
    number = text.removesuffix(",0").removesuffix(".0")  # not folded, which would take the sign of −1 away
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= _FIGURES_AT_MOST else None


def read_grade(text: str, scale: GradeScale) -> Grade | None:
    """Return the grade that a cell says, ``None`` for a blank; raises ``RowRefused`` for anything else."""
    folded = fold_word(text)
    if not text or text in _DASHES or folded in _BLANKS or says_unsure(text):
        return None
    number = read_number(text)
    if number is not None:
        return count_grade(number, scale, text)
    grade = _GRADE_OF.get(folded)
    if grade is None:
        raise RowRefused("grade", text, "grade")
    if grade not in scale.grades:
        raise RowRefused("grade", text, "grade-not-offered")
    return grade


def count_grade(number: int, scale: GradeScale, written: str) -> Grade:
    """Return the grade that a number counts to, from the lowest, 0; raises ``RowRefused`` beyond the highest."""
    if number < len(scale.grades):
        return scale.grades[number]
    raise RowRefused("grade", written, "grade-number", most=len(scale.grades) - 1)
