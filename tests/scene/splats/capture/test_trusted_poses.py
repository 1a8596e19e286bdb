"""Trusted poses are taken as they are, and what was trained on them is found in their world again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scenewright.app.capture_cameras import photograph_cameras
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture import open_capture
from scenewright.scene.splats.capture.preparing import prepare, trusted_before
from tests.support.photographs import photographs, write_capture


def test_trusted_poses_need_no_features(tmp_path: Path) -> None:
    folder, work = write_capture(tmp_path / "capture", photographs(6)), tmp_path / "work"
    capture = open_capture(folder, work=work)
    assert not trusted_before(capture)
    prepared = prepare(capture, trust_poses=True)
    assert "no features were compared" in prepared.no_points
    assert prepared.triangulation is None
    assert trusted_before(capture)
    assert not list(work.glob("points-*"))
    named = photograph_cameras(folder, as_captured=False, work=work, images=None, job=Job())
    assert not list(work.glob("points-*")), "no features for a picture of it either"
    for (_, camera), photograph in zip(named, prepared.capture.photographs, strict=True):
        np.testing.assert_allclose(camera.camera_from_world[0], photograph.camera_from_world, atol=1e-5)
