"""What every importer holds to, ours and those of others: a program that evaluates, always the same; bad files named; cancelling."""

from __future__ import annotations

import base64
import json
import tempfile
from functools import cache
from pathlib import Path

import pytest

from scenewright.app.generating import GenerateRequest, generate
from scenewright.assets import Catalogue
from scenewright.scene.errors import JobCancelled, ProgramError, ProjectError, ScenewrightError
from scenewright.scene.export.usd import USD_FORMATS, export_usd, usd_available
from scenewright.scene.importing import importers
from scenewright.scene.importing.importer import Imported, Importer
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.sources import SceneSource, SourceKind, read_source
from tests.support.gltf_files import box_document, glb_of
from tests.support.samples import some_of

PROGRAM = "from scene.language import *\n\n@register('a cup')\ndef cup():\n    return primitive_call('sphere', {'radius': 1})\n"
REPLY = f"Here it is:\n\n```python\n{PROGRAM}```\n"
BOX = box_document([{"name": "Desk", "mesh": 0}], [0])
GOOD: dict[str, str | bytes] = {
    ".py": PROGRAM,
    ".md": REPLY,
    ".markdown": REPLY,
    ".txt": REPLY,
    ".json": '{"program": "' + PROGRAM.replace("\n", "\\n") + '"}',
    ".glb": glb_of(*BOX),
    ".gltf": json.dumps(
        {**BOX[0], "buffers": [{"byteLength": len(BOX[1]), "uri": "data:;base64," + base64.b64encode(BOX[1]).decode()}]}
    ),
    ".obj": "o Desk\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n",
    ".boxes": "desk 1 0.7 0.6 0 0 0\nmug 0.1 0.1 0.1 0 0.7 0\n",
}
"""A good file of each ending."""

ENDINGS = [*importers()[0], ".boxes"]
"""Ours, and one of the package that `conftest.py` installs."""
NO_SCENES = [b"", b" \n\n", b"\xff\xfe\xfa\n", b"1 2 3", b"a\0b", b"{" * 5000]


@cache
def good(ending: str) -> str | bytes:
    """The content of a good file; of a USD file as we export it."""
    if ending not in USD_FORMATS:
        return GOOD[ending]
    if usd_available() is not None:
        pytest.skip(usd_available() or "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"cup{ending}"
        export_usd(evaluate_here(PROGRAM), path)
        return path.read_bytes()


def importer_of(ending: str) -> Importer:
    found = importers()[0][ending]
    why = found.available()
    if why is not None:
        pytest.skip(why)
    return found


@cache
def imported(ending: str) -> Imported:
    """What the good file of an ending becomes."""
    with tempfile.TemporaryDirectory() as folder:
        return importer_of(ending).read(file_of(Path(folder), ending, good(ending)))


def file_of(folder: Path, ending: str, content: str | bytes) -> Path:
    path = folder / f"room{ending}"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def evaluate_text(source: SceneSource) -> None:
    try:
        evaluate_here(source.text, assets=Catalogue.default())
    except ProgramError as error:
        raise ScenewrightError(source.explain(error)) from error


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_becomes_a_program_that_evaluates(ending: str, tmp_path: Path) -> None:
    path = file_of(tmp_path, ending, good(ending))
    before = path.read_bytes()
    found = importer_of(ending).read(path)
    assert len(evaluate_here(found.text, assets=Catalogue.default())) >= 1
    assert all(isinstance(note, str) and note for note in found.notes)
    assert found == imported(ending)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path]  # nothing else is left there


@pytest.mark.parametrize(("ending", "content"), some_of([(e, c) for e in ENDINGS for c in NO_SCENES], 26))
def test_what_is_no_scene_is_refused_by_name(ending: str, content: bytes, tmp_path: Path) -> None:
    path = file_of(tmp_path, ending, content)
    with pytest.raises(ScenewrightError) as caught:
        # a text that may be a program is read as it is: its evaluation says what is wrong, in the place that it came from
        evaluate_text(read_source(path))
    assert path.name in str(caught.value)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_that_is_gone_is_named(ending: str, tmp_path: Path) -> None:
    with pytest.raises(ScenewrightError, match="room"):
        importer_of(ending).read(tmp_path / f"room{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_cancelled_import_gives_nothing(ending: str, tmp_path: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        importer_of(ending).read(file_of(tmp_path, ending, good(ending)), job=job)


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_is_a_scene_wherever_one_is_asked_for(ending: str, tmp_path: Path) -> None:
    source = read_source(file_of(tmp_path, ending.upper(), good(ending)))
    assert source.text == imported(ending).text
    assert source.importer == importer_of(ending).name
    assert (source.kind is SourceKind.IMPORTED) == (ending in (".boxes", ".glb", ".gltf", ".obj", *USD_FORMATS))


def test_an_import_is_kept_with_its_importer(tmp_path: Path) -> None:
    path = file_of(tmp_path, ".boxes", GOOD[".boxes"])
    made = generate(GenerateRequest(source=str(path), out=tmp_path / "scene", layout=False))
    assert made.session.scene.find("mug").path == "boxes/mug"
    assert "2 boxes were read" in made.notes
    assert (made.folder / "program.py").read_text() == read_source(path).text


def test_endings_are_of_one_importer_each_and_in_small_letters() -> None:
    found, problems = importers()
    assert problems == []
    assert all(e.startswith(".") and e == e.lower() for e in found)
    assert all(ending in importer.endings for ending, importer in found.items())


def test_a_broken_importer_is_named_where_nothing_reads_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    about = tmp_path / "broken-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[scenewright.importers]\nbad = nowhere.at_all:Importer\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert read_source(file_of(tmp_path, ".py", PROGRAM)).text == PROGRAM
    with pytest.raises(
        ProjectError, match=r"is no scene: .*; the plug-in 'bad' of scenewright.importers, of the package broken"
    ):
        read_source(file_of(tmp_path, ".x3d", "x"))
