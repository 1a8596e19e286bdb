"""The notebooks run, within their time, and are kept in step with their scripts."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import pytest

pytest.importorskip("nbclient", reason="the notebooks need the group dev")
pytest.importorskip("jupytext", reason="the notebooks need the group dev")

from PIL import Image

from scenewright.app.viewing.html_exporter import HtmlExporter
from tests.support.notebooks import FOLDER, MOST_BYTES, NAMES, kept, notebook_of, ran, written


def cells(notebook: object) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]  # type: ignore[attr-defined]


def outputs(notebook: object) -> list[dict[str, object]]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]  # type: ignore[attr-defined]


def test_each_notebook_has_a_script_and_stands_in_the_list() -> None:
    assert {file.stem for file in FOLDER.glob("*.ipynb")} == set(NAMES)
    listed = re.findall(r"\((\w+)\.ipynb\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_that_of_its_script(name: str) -> None:
    """Else: make notebooks."""
    assert cells(written(name)) == cells(notebook_of(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_kept_notebook_is_small_and_shows_pictures(name: str) -> None:
    assert (FOLDER / f"{name}.ipynb").stat().st_size < MOST_BYTES
    shown = outputs(written(name))
    assert [output for output in shown if output["output_type"] == "error"] == []
    assert "<iframe" not in str(shown)
    data = [values for output in shown for kind, values in output.get("data", {}).items() if kind.startswith("image/")]  # type: ignore[attr-defined]
    assert data
    for picture in data:
        assert min(Image.open(io.BytesIO(base64.b64decode(picture))).size) >= 100


@pytest.mark.slow
@pytest.mark.skipif(HtmlExporter().available() is not None, reason="the viewport is not built here: make page")
@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs(name: str, tmp_path: Path) -> None:
    """All of its cells, and what each shows is of the kind that is kept."""
    done = kept(ran(name, tmp_path), tmp_path)

    def kinds(notebook: object) -> list[list[str]]:
        return [sorted(output.get("data", {})) for output in outputs(notebook) if output["output_type"] != "stream"]  # type: ignore[attr-defined]

    assert kinds(done) == kinds(written(name))
