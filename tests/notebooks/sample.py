"""Make the sample workshop in a folder of its own and print where: the notebooks are run against it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from workshop_kit.hosting.samples import make_sample

if __name__ == "__main__":
    folder = Path(tempfile.mkdtemp(prefix="workshop-kit-notebooks-"))
    make_sample(folder)
    print(folder)
