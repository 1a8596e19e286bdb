"""What every exporter holds to, ours and those of others: whole files or none, endings, frames, credits, cancelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from scenewright.assets import Catalogue
from scenewright.scene.errors import JobCancelled, ScenewrightError
from scenewright.scene.export import find_exporter
from scenewright.scene.export.exporters import Exported, Exporter, export_endings
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene

CASES = [(find_exporter(ending).name, ending) for ending in export_endings()] + [("table", ".tsv")]
"""Ours, and one of the package that `conftest.py` installs."""
TELLS_THE_TIME = {".blend", ".fbx"}
"""Endings of files that hold more than the scene, such as where and when they were saved."""

PROGRAM = """from scene.language import *

@register('a table with a mug')
def still():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (1, 0.7, 0.6)}, color=(0.6, 0.4, 0.2)), at=(0, 0, 0), name='table'),
        place(asset_call('mug'), at=(0, 0.7, 0), name='mug'))
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.built_in()


@pytest.fixture(scope="module")
def scene(catalogue: Catalogue) -> Scene:
    return evaluate_here(PROGRAM, assets=catalogue)


def exporter_of(name: str, ending: str) -> Exporter:
    found = find_exporter(ending)
    assert found.name == name
    why = found.available()
    if why is not None:
        pytest.skip(why)
    return found


@dataclass(frozen=True)
class Written:
    """The scene in a file: the folder that it was written to, what was said of it, and the shares of its progress."""

    folder: Path
    done: Exported
    told: list[float]


@pytest.fixture(scope="module")
def written(
    scene: Scene, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], Written]:
    """Writes the scene once for each ending."""

    @cache
    def write(name: str, ending: str) -> Written:
        folder = tmp_path_factory.mktemp("written")
        job = Job()
        told: list[float] = []
        job.listen(lambda share, what: told.append(share))
        done = exporter_of(name, ending).export(scene, folder / f"still{ending}", provider=catalogue, job=job)
        return Written(folder, done, told)

    return write


@pytest.mark.parametrize(("name", "ending"), CASES)
def test_a_file_is_written_with_what_its_objects_ask(
    name: str, ending: str, written: Callable[[str, str], Written]
) -> None:
    made = written(name, ending)
    files = made.done.files
    assert files[0] == made.folder / f"still{ending}"
    assert all(f.is_file() and f.stat().st_size for f in files)
    left = [path for path in made.folder.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(files)  # nothing else is left there
    assert all(isinstance(w, str) and w for w in made.done.warnings)
    assert made.told == sorted(made.told)
    assert made.told


@pytest.mark.parametrize(("name", "ending"), CASES)
def test_what_is_cancelled_leaves_nothing(name: str, ending: str, scene: Scene, tmp_path: Path) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        exporter_of(name, ending).export(scene, tmp_path / f"still{ending}", job=job)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "ending"), CASES)
def test_an_older_file_stays_whole_until_the_new_one_is(
    name: str, ending: str, scene: Scene, catalogue: Catalogue, written: Callable[[str, str], Written], tmp_path: Path
) -> None:
    """And the new one is what the same scene is each time."""
    out = tmp_path / f"still{ending}"
    out.write_bytes(b"older")
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        exporter_of(name, ending).export(scene, out, job=job)
    assert out.read_bytes() == b"older"
    done = exporter_of(name, ending).export(scene, out, provider=catalogue)
    assert out.read_bytes() != b"older"
    one, two = ({f.name: f.read_bytes() for f in files} for files in (written(name, ending).done.files, done.files))
    assert sorted(one) == sorted(two)
    if ending not in TELLS_THE_TIME:
        assert one == two


@pytest.mark.parametrize(("name", "ending"), CASES)
def test_what_cannot_be_written_is_an_error_of_ours(
    name: str, ending: str, scene: Scene, catalogue: Catalogue, tmp_path: Path
) -> None:
    out = tmp_path / f"still{ending}"
    out.mkdir()
    with pytest.raises(ScenewrightError, match="still"):
        exporter_of(name, ending).export(scene, out, provider=catalogue)
    assert sorted(tmp_path.rglob("*")) == [out]


def test_endings_are_of_one_exporter_each_and_in_small_letters() -> None:
    endings = export_endings()
    assert len(endings) == len(set(endings))
    assert all(e.startswith(".") and e == e.lower() for e in endings)
    assert find_exporter(".GLB").name == "geometry"
    with pytest.raises(ScenewrightError, match=r"there is no export to '\.docx'; use \.blend, \.fbx, \.glb"):
        find_exporter(".docx")
