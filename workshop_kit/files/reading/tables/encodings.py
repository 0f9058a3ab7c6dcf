"""Find out in which encoding a text was written, without ever taking a garbled name in silence."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workshop_kit.domain.model import Reason
from workshop_kit.errors import UnreadableFile
from workshop_kit.files.reading.tables.mojibake import undo_double_encoding, undo_wrong_reading
from workshop_kit.files.reading.tables.plausible import is_plausible, measure_plausibility, sample_words

#: The encodings that may be chosen for a text, by the name under which people know them.
ENCODINGS: Final = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "mac-roman": "Mac Roman",
    "cp850": "DOS CP850",
    "utf-16": "UTF-16",
    "iso8859-15": "ISO 8859-15",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1256": "Windows-1256",
}
#: One byte a letter, the usual one first: between two that read equally well, it wins.
_SINGLE: Final = ("cp1252", "mac-roman", "cp850", "iso8859-15")
_UTF8_MARK: Final = codecs.BOM_UTF8
#: Bytes that are not UTF-8, as Python keeps them inside a text.
_ESCAPES: Final = re.compile(r"[\udc80-\udcff]")
_LOST: Final = "\ufffd"
#: Bytes that no text holds, and a zero byte where a letter was.
_CONTROLS: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_LOST_TO_NULL: Final = re.compile(rb'(?<=[^\s\0;,|"])\0(?=[^\s\0;,|"])')
#: How much of a text is looked at to tell what it is.
_HEAD: Final = 4096


@dataclass(frozen=True)
class Decoded:
    """A text, and what was guessed or put right to read it (``files.note.<code>``)."""

    text: str
    notes: tuple[Reason, ...] = ()


def decode(file: str, content: bytes, wanted: str = "") -> Decoded:
    """Return the text of a file.

    Parameters
    ----------
    file
        Its name, for the sentence of a refusal.
    content
        Its bytes.
    wanted
        The encoding that was chosen for it, one of ``ENCODINGS``; empty where the kit shall find out.

    Raises
    ------
    UnreadableFile
        It is no text (``file-not-table``), or a text in no encoding that gives words (``file-garbled``).

    """
    if wanted:
        return _decode_as(file, content, wanted)
    sixteen = _guess_utf16(content)
    if sixteen is not None:
        return Decoded(_decode_utf16(file, content, sixteen), ())
    while content.startswith(_UTF8_MARK):
        content = content.removeprefix(_UTF8_MARK)
    content = content.rstrip(b"\0")
    if b"\0" in content:
        content = _drop_nulls(file, content)
    try:
        return _undo_double(content.decode())
    except UnicodeDecodeError:
        return _decode_bytes(file, content)


def _drop_nulls(file: str, content: bytes) -> bytes:
    """Return a text without the zero bytes that databases fill their cells with; one within a word was a letter."""
    if content.count(b"\0") * 2 > len(content) or _CONTROLS.search(content):
        raise UnreadableFile("file-not-table", file=file)
    return _LOST_TO_NULL.sub(b"?", content).replace(b"\0", b"")


def _decode_as(file: str, content: bytes, wanted: str) -> Decoded:
    if wanted not in ENCODINGS:
        raise UnreadableFile("encoding-unknown", file=file, received=wanted, known=", ".join(ENCODINGS))
    if wanted == "utf-16":
        return Decoded(_decode_utf16(file, content, _guess_utf16(content) or "utf-16-le"))
    text = content.decode(wanted, "replace").lstrip("\ufeff").replace("\0", "")
    return Decoded(text, tuple(_note_lost(text)))


def _guess_utf16(content: bytes) -> str | None:
    """Return the kind of UTF-16 by its mark or by where its zero bytes stand, ``None`` for anything else."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = content.rstrip(b"\0")[:_HEAD]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _decode_utf16(file: str, content: bytes, encoding: str) -> str:
    if encoding == "utf-16-le" and len(content.rstrip(b"\0")) % 2:
        content = content.rstrip(b"\0") + b"\0"
    try:
        return content[: len(content) // 2 * 2].decode(encoding).lstrip("\ufeff").rstrip("\0")
    except UnicodeDecodeError:
        raise UnreadableFile("file-not-table", file=file) from None


def _undo_double(text: str, notes: tuple[Reason, ...] = ()) -> Decoded:
    mended, times = undo_double_encoding(text.lstrip("\ufeff"))
    if times:
        before, after = sample_words(text, 1), sample_words(mended, 3)
        notes = (*notes, Reason("double-encoded", {"number": times, "before": before, "sample": after}))
    right, doubtful = undo_wrong_reading(mended)
    if right != mended:
        spoilt, read = next(pair for pair in zip(mended.split(), right.split(), strict=True) if pair[0] != pair[1])
        notes = (*notes, Reason("wrong-reading", {"before": spoilt, "sample": read}))
        mended = right
    elif doubtful and "\ufffd" not in mended:
        notes = (*notes, Reason("letters-odd", {"sample": sample_words(mended)}))
    return Decoded(mended, (*notes, *_note_lost(mended)))


def _decode_bytes(file: str, content: bytes) -> Decoded:
    """Read bytes that are not UTF-8 as a whole: a text of one byte a letter, or UTF-8 with some of those in it."""
    escaped = content.decode("utf-8", "surrogateescape")
    good = sum(1 for _ in re.finditer(r"[^\x00-\x7f\udc80-\udcff]", escaped))
    if good and _reads_better(escaped, content):
        return _mend_bytes(file, escaped)
    return _decode_single(file, content)


def _reads_better(escaped: str, content: bytes) -> bool:
    """Tell whether a text reads better as UTF-8 with some single bytes in it than as single bytes alone."""
    mixed = max(measure_plausibility(_read_escapes(escaped, one)) for one in _SINGLE)
    single = max(measure_plausibility(content.decode(one, "replace")) for one in _SINGLE)
    return mixed >= single and (mixed > 0 or is_plausible(_ESCAPES.sub("", escaped)))


def _decode_single(file: str, content: bytes) -> Decoded:
    encoding, text = max(
        ((one, content.decode(one, "replace")) for one in _SINGLE),
        key=lambda found: measure_plausibility(found[1]),
    )
    if _LOST in text or not is_plausible(text):
        # measured on lists of names: no detector tells the other encodings apart by so few letters
        raise UnreadableFile("file-garbled", file=file)
    note = Reason("encoding", {"encoding": ENCODINGS[encoding], "sample": sample_words(text)})
    return _undo_double(text, (note,))


def _mend_bytes(file: str, escaped: str) -> Decoded:
    """Put single bytes right inside a text in UTF-8, each where it reads as a letter of its word."""
    encoding = max(_SINGLE, key=lambda one: measure_plausibility(_read_escapes(escaped, one)))
    lines = re.split(r"\r\n|\r|\n", escaped)
    mended, lost = [], []
    for number, line in enumerate(lines, start=1):
        if _ESCAPES.search(line) is None:
            continue
        read = _read_escapes(line, encoding)
        letters = _read_escapes("".join(_ESCAPES.findall(line)), encoding)
        if is_plausible(read) and all(one.isalpha() or one in "’«»€°" for one in letters):
            mended.append((number, read))
        else:
            lost.append((number, _ESCAPES.sub(_LOST, line)))
    if len(lost) > max(1, len(lines) // 2):
        raise UnreadableFile("file-garbled", file=file)
    for number, line in (*mended, *lost):
        lines[number - 1] = line
    notes = []
    if mended:
        sample = sample_words("\n".join(line for _, line in mended))
        notes.append(Reason("bytes-mended", {"lines": _list_lines(mended), "sample": sample}))
    # physical ends of lines are kept as they were: a cell may hold some
    ends = re.findall(r"\r\n|\r|\n", escaped)
    text = "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))
    return _undo_double(text, tuple(notes))


def _read_escapes(text: str, encoding: str) -> str:
    return _ESCAPES.sub(lambda found: bytes([ord(found[0]) - 0xDC00]).decode(encoding, "replace"), text)


def _note_lost(text: str) -> Iterator[Reason]:
    if _LOST in text:
        lines = [(n, line) for n, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1) if _LOST in line]
        yield Reason("letters-lost", {"lines": _list_lines(lines), "sample": sample_words(lines[0][1])})


def _list_lines(lines: list[tuple[int, str]], most: int = 12) -> str:
    shown = ", ".join(str(number) for number, _ in lines[:most])
    return f"{shown}…" if len(lines) > most else shown
