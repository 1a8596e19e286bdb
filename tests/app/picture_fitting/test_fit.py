"""A scene is brought to what a picture of it shows, as one step that can be undone."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.app.picture_fitting import fit_session
from scenewright.app.picture_fitting.state import FitChange, FitState, parameters_of
from scenewright.app.picture_fitting.units import scene_units
from scenewright.app.session import Session
from scenewright.renderers.base import RenderRequest, warm_renderer
from scenewright.scene.errors import JobCancelled, PathError
from scenewright.scene.folder import Project
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Camera
from scenewright.scene.sources import SceneSource, SourceKind

ROOM = """from scene.language import *

@register('a thing')
def thing(size, color):
    return primitive_call('cube', {{'scale': size}}, color=color)

@register('things in a room')
def scene():
    camera(eye=({eye}, 2.0, 3.4), target=(0, 0.3, 0), fov=50)
    return concat_shapes(
        room(4, 3, 2.5),
        place('thing', at=({first}, 0, 0.3), turn=20, name='first', size=(0.6, 0.7, 0.5), color={color}),
        place('thing', at=(0.8, 0, {second}), turn=60, name='second', size=({wide}, 0.5, 0.6), color=(0.1, 0.3, 0.8)),
    )
"""
TRUE = ROOM.format(eye=0.0, first=-0.7, second=0.2, wide=0.5, color=(0.8, 0.2, 0.1))
OFF = ROOM.format(eye=0.08, first=-0.55, second=0.0, wide=0.5, color=(0.7, 0.3, 0.2))


def picture_of(program: str, width: int = 96, height: int = 72) -> np.ndarray:
    view = warm_renderer("preview").render(RenderRequest(evaluate(program), width=width, height=height)).views[0]
    return np.asarray(view.color)[..., :3]


def opened(program: str) -> Session:
    return Session(SceneSource(program, SourceKind.PROGRAM, None))


def places(session: Session) -> np.ndarray:
    return np.array([session.scene.find(name).bounds.mean(axis=0)[[0, 2]] for name in ("first", "second")])


@pytest.mark.slow
def test_camera_and_places_come_back_in_one_step_of_the_command(tmp_path: Path) -> None:
    folder = tmp_path / "scene"
    Project.create(folder, OFF, title="a room")
    Image.fromarray(picture_of(TRUE)).save(tmp_path / "picture.png")
    beside = tmp_path / "beside.png"
    command = ["fit", str(folder), "--image", str(tmp_path / "picture.png"), "--beside", str(beside), "--json"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["changed"]
    assert {thing["path"] for thing in told["things"]} == {"scene/first", "scene/second"}
    assert told["psnr_after"] > told["psnr_before"] + 6.0
    assert Image.open(beside).size == (3 * 96, 72)
    fitted, there = Session.open(folder), places(opened(TRUE))
    assert fitted.source != OFF
    before, after = (np.linalg.norm(places(session) - there, axis=1) for session in (opened(OFF), fitted))
    assert (after < before / 4.0).all()
    assert fitted.scene.cameras[0].eye[0] == pytest.approx(0.0, abs=0.04)
    assert CliRunner().invoke(app, ["edit", "undo", str(folder)]).exit_code == 0
    assert (folder / "program.py").read_text() == OFF


@pytest.mark.slow
def test_a_scene_that_fits_stays_as_it_is() -> None:
    session = opened(TRUE)
    fitted = fit_session(session, picture_of(TRUE), move_camera=False)
    moved = [float(np.linalg.norm(thing.moved)) for thing in fitted.things]
    assert max(moved, default=0.0) < 0.02
    assert fitted.psnr_after >= fitted.psnr_before - 0.05


def test_a_camera_that_is_not_there_is_refused() -> None:
    with pytest.raises(PathError, match="there is no camera 3"):
        fit_session(opened(TRUE), picture_of(TRUE), number=3)


def test_a_cancelled_fit_changes_nothing() -> None:
    session, job = opened(OFF), Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        fit_session(session, picture_of(TRUE), job=job)
    assert session.source == OFF


def test_a_state_begins_at_the_camera_of_the_program() -> None:
    camera = Camera((1.0, 2.0, 3.0), (0.2, 0.4, -0.5), 42.0)
    view = FitState.of(camera, 0).view()
    assert np.allclose(view.eye, camera.eye)
    assert np.allclose(view.target, camera.target)
    assert view.fov == pytest.approx(camera.fov)


def test_steps_of_parameters_are_read_back() -> None:
    scene = evaluate(TRUE)
    units = scene_units(scene, scene_geometry(scene))
    state = FitState.of(scene.cameras[0], len(units))
    parameters = parameters_of(units, state, camera=True)
    steps = np.linspace(-0.5, 0.5, len(parameters))
    moved = state.stepped(parameters, steps)
    gone = [moved.value(p) - state.value(p) for p in parameters]
    assert np.allclose(gone, steps)


def test_the_units_of_a_scene_are_its_things_without_the_room() -> None:
    scene = evaluate(TRUE)
    units = scene_units(scene, scene_geometry(scene))
    assert [unit.path for unit in units] == ["scene/first", "scene/second"]
    assert all(unit.on_floor and unit.turns and unit.one_color for unit in units)


def test_a_motion_turns_and_scales_about_the_base() -> None:
    scene = evaluate(TRUE)
    unit = scene_units(scene, scene_geometry(scene))[0]
    motion = FitChange(by=(0.1, 0.0, -0.2), turn=0.5, scale=0.2).motion(unit)
    assert np.allclose(motion @ [*unit.base, 1.0], [*(unit.base + [0.1, 0.0, -0.2]), 1.0])
    assert np.linalg.det(motion[:3, :3]) == pytest.approx(np.exp(0.6))
