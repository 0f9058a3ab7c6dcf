"""Registers measured: a commune taken from millions of invented rows by the command, beside pandas in chunks."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tests.files.register_files import SIRENE_2025, WALDEC, an_association, an_establishment, write_line
from workshop_kit.domain.model import new_workshop
from workshop_kit.store import create_store

ROWS: Final = 2_000_000
#: The aim: so many seconds and megabytes for the whole command, on two cores.
AIM_SECONDS: Final = 10.0
AIM_MEGABYTES: Final = 400
COMMUNE: Final = "59279"
_COMMUNES: Final = tuple(
    f"{departement}{number:03}" for departement in ("59", "62", "80", "02") for number in range(1, 300)
)
_TRADES: Final = ("47.11B", "47.24Z", "56.10A", "96.02A", "86.21Z", "68.20B", "01.11Z", "43.34Z", "85.20Z")
_PURPOSE: Final = (
    "organiser des rencontres, des sorties et des ateliers pour les habitants ; soutenir ceux qui en ont besoin, et "
    '"animer" le village toute l’année avec d’autres associations'
)
#: The same filter, as one writes it with pandas; what it prints is how many rows it keeps.
_PANDAS: Final = """
import sys
import pandas

path, delimiter, commune, state, wanted = sys.argv[1:6]
extra = dict(one.split("=") for one in sys.argv[6:])
kept = 0
for chunk in pandas.read_csv(path, sep=delimiter, dtype=str, chunksize=100_000, keep_default_na=False):
    found = (chunk[commune] == wanted) & (chunk[state] == "A")
    for column, value in extra.items():
        found &= chunk[column] == value
    kept += len(chunk[found])
print(kept)
"""


def write_rows(register: str, rows: int) -> Iterator[str]:
    """Yield the lines of a register with invented rows, as they are published."""
    rng = random.Random(7)
    headings = WALDEC if register == "rna" else SIRENE_2025
    delimiter, quoted = (";", True) if register == "rna" else (",", False)
    yield write_line(headings, delimiter, quoted=quoted)
    for number in range(rows):
        code = rng.choice(_COMMUNES)
        postcode, state = f"{code[:2]}{number % 900:03}", rng.choice("AAAAAD" if register == "rna" else "AF")
        if register == "rna":
            row = an_association(
                f"W{number:09}", titre=f"LES AMIS INVENTÉS {number}", objet=_PURPOSE, position=state, publiweb="1",
                adrs_codeinsee=code, adrs_codepostal=postcode, adrg_achemine=f"COMMUNE {code}", adrg_pays="FRANCE",
            )  # fmt: skip
        else:
            row = an_establishment(
                f"{number:09}00017", codeCommune=code, codePostal=postcode, etatAdministratif=state,
                statutDiffusion=rng.choice("OOOOOOOP"), activitePrincipale=rng.choice(_TRADES),
                enseigne1=f"BOULANGERIE INVENTÉE {number % 5000}" if number % 3 else "",
                identifiantAdresse=f"{code}_0320_{number % 900:05}", libelleVoie=f"DES LILAS {number % 900}",
            )  # fmt: skip
        yield write_line((row.get(name, "") for name in headings), delimiter, quoted=quoted)


def run_registers(rows: int) -> list[dict[str, Any]]:
    """Measure the command and pandas on both registers, one after the other."""
    found = []
    with tempfile.TemporaryDirectory() as made:
        script = Path(made) / "with_pandas.py"
        script.write_text(_PANDAS, encoding="utf-8")
        for register in ("rna", "sirene"):
            file = Path(made) / f"{register}.csv"
            with file.open("w", encoding="utf-8") as written:
                written.writelines(f"{line}\n" for line in write_rows(register, rows))
            folder = Path(made) / f"atelier-{register}"
            create_store(folder, new_workshop("Atelier", "Val-Brume", "fr", datetime.now(UTC))).close()
            ours = _measure("-m", "workshop_kit", "import", folder, register, file, "--commune", COMMUNE, "--json")
            told = json.loads(ours.pop("printed"))
            columns = ("adrs_codeinsee", "position") if register == "rna" else (
                "codeCommuneEtablissement", "etatAdministratifEtablissement",
            )  # fmt: skip
            extra = () if register == "rna" else ("statutDiffusionEtablissement=O",)
            pandas = _measure(script, file, ";" if register == "rna" else ",", *columns, COMMUNE, *extra)
            kept = int(pandas.pop("printed"))
            found.append(
                {
                    "register": register,
                    "rows": told["read"],
                    "megabytes": file.stat().st_size // 1_000_000,
                    "ours": ours | {"added": told["added"]},
                    "pandas": pandas | {"kept": kept},
                }
            )
            file.unlink()
    return found


def is_met(row: dict[str, Any]) -> bool:
    """Tell whether the command met its aim, and took in what pandas keeps."""
    ours = row["ours"]
    quick = ours["seconds"] <= AIM_SECONDS and ours["megabytes"] <= AIM_MEGABYTES
    return bool(quick and ours["added"] == row["pandas"]["kept"])


def _measure(*arguments: str | Path) -> dict[str, Any]:
    """Run Python with some arguments; return what it printed, and its time, CPU and most memory."""
    if sys.platform == "win32":
        raise RuntimeError(
            "the benchmark of registers asks the system what a process used, which Windows does not tell"
        )
    with tempfile.TemporaryFile() as printed:
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, *map(str, arguments)], stdout=printed)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{arguments} ended with {process.returncode}")
        printed.seek(0)
        text = printed.read().decode()
    cpu = used.ru_utime + used.ru_stime
    return {"printed": text, "seconds": seconds, "cpu": cpu, "megabytes": used.ru_maxrss // 1024}
