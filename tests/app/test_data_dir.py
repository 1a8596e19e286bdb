"""Sessions of several users in one process: none sees the packs, caches, settings or jobs of another."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from scenewright.app.actions import SceneAction
from scenewright.app.jobs import default_table
from scenewright.app.requests import Request
from scenewright.app.session import Session
from scenewright.assets import Catalogue, data_folder
from scenewright.assets.ingest import register
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.data_dir import DataDir, current_data_dir, using_data_dir
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.settings import resolve_settings, user_settings_file

PROGRAM = """from scene.language import *


@register("a cube")
def cube():
    return primitive_call("cube", {"scale": 1.0})
"""
OBJECT = """# /// asset
# word = "zorbulator"
# category = "miscellaneous"
# ///
from scene.language import *


@register("a zorbulator of %s")
def zorbulator():
    return primitive_call("cube", {"scale": %s})
"""


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    path = tmp_path / "cube.py"
    path.write_text(PROGRAM)
    return path


def user(tmp_path: Path, name: str, *, size: float | None = None) -> DataDir:
    """A user's folder; with `size`, one with a pack of one object of that size."""
    places = DataDir.at(tmp_path / name)
    if size is not None:
        pack = tmp_path / f"{name}-pack"
        pack.mkdir()
        (pack / "zorbulator.py").write_text(OBJECT % (name, size))
        with using_data_dir(places):
            register(pack)
    return places


def width(session: Session) -> float:
    """Metres: of the object that only users' packs have."""
    return float(np.ptp(session.assets.resolve("zorbulator", None, 0).hull, axis=0)[0])


def test_sessions_do_not_see_each_others_packs(tmp_path: Path, scene: Path) -> None:
    ada, ben, eve = user(tmp_path, "ada", size=0.5), user(tmp_path, "ben", size=0.25), user(tmp_path, "eve")
    one, two, three = (Session.open(scene, data_dir=places) for places in (ada, ben, eve))
    assert width(one) == pytest.approx(0.5)
    assert width(two) == pytest.approx(0.25)
    with pytest.raises(AssetError, match="zorbulator"):
        three.assets.resolve("zorbulator", None, 0)
    with pytest.raises(AssetError, match="zorbulator"):
        Catalogue.default().resolve("zorbulator", None, 0)
    # a second session of a user has the same catalogue, which is read once
    assert Session.open(scene, data_dir=tmp_path / "ada").assets is one.assets


def test_what_is_computed_is_kept_with_its_user(tmp_path: Path, scene: Path) -> None:
    ada, eve = user(tmp_path, "ada", size=0.5), user(tmp_path, "eve")
    account = (
        {p for p in current_data_dir().cache.rglob("*") if p.is_file()} if current_data_dir().cache.exists() else set()
    )
    width(Session.open(scene, data_dir=ada))
    kept = [p for p in ada.cache.rglob("*") if p.is_file()]
    assert any("hulls" in p.parts for p in kept)
    assert not eve.data.exists()
    if current_data_dir().cache.exists():
        new = {p for p in current_data_dir().cache.rglob("*") if p.is_file()} - account
        assert not {p.name for p in new} & {p.name for p in kept}


def test_threads_of_two_users_stay_apart(tmp_path: Path, scene: Path) -> None:
    sizes = {"ada": 0.5, "ben": 0.25}
    sessions = {name: Session.open(scene, data_dir=user(tmp_path, name, size=size)) for name, size in sizes.items()}
    seen: dict[str, list[object]] = {name: [] for name in sizes}
    begin = threading.Barrier(4)

    def work(name: str) -> None:
        session = sessions[name]
        begin.wait()
        for _ in range(5):
            seen[name].append(session.run(lambda s: (current_data_dir().data, round(width(s), 3))))
            seen[name].append(session.submit(lambda s: (current_data_dir().data, round(width(s), 3))).result())
            seen[name].append(session.work(lambda s, job: (current_data_dir().data, round(width(s), 3)), name="look"))

    threads = [threading.Thread(target=work, args=(name,)) for name in sizes for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for session in sessions.values():
        session.close()
    for name, size in sizes.items():
        assert set(seen[name]) == {(tmp_path / name, size)}
        assert len(seen[name]) == 30


def test_an_action_works_for_the_sessions_user(tmp_path: Path, scene: Path) -> None:
    look = SceneAction("look", "Look where data lie.", Request, lambda session, request, job: data_folder())
    session = Session.open(scene, data_dir=tmp_path / "ada")
    assert look(session, Request()) == tmp_path / "ada"
    assert data_folder() != tmp_path / "ada"


def test_jobs_and_settings_are_those_of_the_user(tmp_path: Path, scene: Path) -> None:
    session = Session.open(scene, data_dir=tmp_path / "ada")
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "config.toml").write_text("seed = 77\n")
    with session.serving():
        assert default_table().folder == tmp_path / "ada" / "jobs"
        assert user_settings_file() == tmp_path / "ada" / "config.toml"
        assert resolve_settings(environment={}).values.seed == 77
    assert default_table().folder != tmp_path / "ada" / "jobs"


def test_hulls_of_splats_are_measured_for_each_user(tmp_path: Path) -> None:
    from scenewright.scene.geometry import scene_geometry
    from scenewright.scene.splats import gaussians_for_budget, measured_hull
    from scenewright.scene.splats.formats import write_gaussians

    (tmp_path / "scene").mkdir()
    ball = gaussians_for_budget(scene_geometry(evaluate_here(PROGRAM)), 500).gaussians()
    write_gaussians(ball, tmp_path / "scene" / "ball.ply", y_up=True)
    for name in ("ada", "ben"):
        places = DataDir.at(tmp_path / name)
        with using_data_dir(places):
            measured_hull(tmp_path / "scene", "ball.ply", None)
        assert len(list((places.cache / "hulls").iterdir())) == 1


def test_a_new_thread_begins_as_the_account() -> None:
    seen: list[DataDir] = []
    with using_data_dir(DataDir.at("/nowhere")):
        thread = threading.Thread(target=lambda: seen.append(current_data_dir()))
        thread.start()
        thread.join()
    assert seen == [DataDir.of_account()]
