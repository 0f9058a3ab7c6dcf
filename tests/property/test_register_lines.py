"""Whatever stands in the cells of a register, they are read as they were written, and no row costs another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.files.registers.splitting import Layout, Line, join_lines, split_row

WIDTH = 4
DELIMITERS = st.sampled_from(";,\t|")
CELL = st.text(st.sampled_from('ab é";,\t|\n\\'), max_size=8)


def layout(delimiter: str) -> Layout:
    return Layout(delimiter, WIDTH, WIDTH, WIDTH - 1, lambda _cells, _whole: True)


def write(cells: list[str], delimiter: str) -> str:
    return delimiter.join('"{}"'.format(cell.replace('"', '""')) for cell in cells)


@given(st.lists(st.lists(CELL, min_size=WIDTH, max_size=WIDTH), max_size=5), DELIMITERS)
def test_rows_without_line_breaks_come_back_as_they_were_written(rows: list[list[str]], delimiter: str) -> None:
    kept = [[cell.replace("\n", " ") for cell in row] for row in rows]
    assert [split_row(write(row, delimiter), layout(delimiter)) for row in kept] == kept


@given(
    st.lists(st.lists(st.text(st.sampled_from('ab"\n'), max_size=6), min_size=WIDTH, max_size=WIDTH), max_size=5),
    DELIMITERS,
)
def test_rows_with_line_breaks_are_put_together_again(rows: list[list[str]], delimiter: str) -> None:
    lines = "\n".join(write(row, delimiter) for row in rows).split("\n") if rows else []
    made = layout(delimiter)
    found = list(
        join_lines(
            (Line(number, text, text.count(delimiter) >= WIDTH - 1) for number, text in enumerate(lines, 1)), made
        )
    )
    torn = any("\n" in cell for row in rows for cell in row)
    if not torn:
        assert [row.cells for row in found] == rows
    assert all(row.cells is None or len(row.cells) == WIDTH for row in found)
    assert len({row.number for row in found}) == len(found)


@given(st.text(st.sampled_from('ab";\\'), max_size=30))
def test_any_line_leaves_its_neighbours_as_they_are(spoilt: str) -> None:
    lines = ['"1";"2";"3";"4"', spoilt, '"5";"6";"7";"8"']
    made = layout(";")
    found = list(
        join_lines((Line(number, text, text.count(";") >= WIDTH - 1) for number, text in enumerate(lines, 1)), made)
    )
    cells = [row.cells for row in found]
    assert cells[0] == ["1", "2", "3", "4"]
    assert cells[-1] == ["5", "6", "7", "8"]
