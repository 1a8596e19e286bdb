"""The notebooks: each a script with cells (``notebooks/NAME.py``) and the notebook of it with its outputs (``NAME.ipynb``).

``python -m tests.support.notebooks`` runs them and writes the notebooks anew; with names as arguments, only those. It is ``make notebooks``.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient

from tests.support.locations import REPOSITORY

__all__ = ["FOLDER", "MOST_BYTES", "MOST_SECONDS", "NAMES", "kept", "notebook_of", "ran", "written"]

FOLDER = REPOSITORY / "notebooks"
NAMES = sorted(file.stem for file in FOLDER.glob("*.py"))
MOST_SECONDS = 60
"""Of a notebook on two cores that do nothing else."""
MOST_BYTES = 500_000
_PATIENCE = 6
"""How much longer a notebook may take where other tests run beside it."""


def notebook_of(name: str) -> Any:
    """The cells of a script, without outputs."""
    return jupytext.read(FOLDER / f"{name}.py")


def written(name: str) -> Any:
    """The notebook that is kept, with its outputs."""
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def ran(name: str, folder: Path) -> Any:
    """The notebook after all of its cells have run in a folder, which gets what the notebooks read.

    Raises:
        CellExecutionError: a cell failed.
    """
    shutil.copytree(FOLDER / "recorded", folder / "recorded", dirs_exist_ok=True)
    notebook = notebook_of(name)
    client = NotebookClient(
        notebook,
        timeout=MOST_SECONDS * _PATIENCE,
        coalesce_streams=True,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    )
    return client.execute()


def kept(notebook: Any, folder: Path) -> Any:
    """The notebook as it is kept: without viewers, of which each has 1 MB, since a picture stands beside each; without the folder and times of
    this run."""
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata.clear()
        for output in cell.get("outputs", ()):
            output.get("metadata", {}).clear()
            data = output.get("data", {})
            if "<iframe" in data.get("text/html", ""):
                del data["text/html"]
            if "image/jpeg" in data:  # Pillow gives both
                data.pop("image/png", None)
            for place, text in [("text", output.get("text")), *data.items()]:
                if isinstance(text, str) and place.startswith("text"):
                    (output if place == "text" else data)[place] = text.replace(f"{folder}/", "")
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return notebook


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the notebooks and write them anew.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES)}; all, if none is given")
    for name in parser.parse_args().names or NAMES:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            notebook = kept(ran(name, Path(folder)), Path(folder))
        text = nbformat.writes(notebook)
        (FOLDER / f"{name}.ipynb").write_text(f"{text}\n", encoding="utf-8")
        print(f"{name}: {time.monotonic() - begun:.0f} s, {len(text) / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
