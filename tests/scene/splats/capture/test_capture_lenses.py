"""Undistortion: what a lens bends is straight afterwards, to a tenth of a pixel, in every camera model that COLMAP has."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.errors import CaptureError
from scenewright.scene.splats.capture.lens import MODELS, Lens
from scenewright.scene.splats.capture.undistortion import undistorted
from scenewright.scene.splats.capture.windows import sample_window, windows_of
from tests.support.capture_scenes import LENSES, dot_at, dots, lens_of

pycolmap = pytest.importorskip("pycolmap")


def test_every_model_of_colmap_is_known() -> None:
    theirs = {}
    for name, model in pycolmap.CameraModelId.__members__.items():
        if name != "INVALID":
            camera = pycolmap.Camera.create_from_model_id(1, model, 500.0, 640, 480)
            theirs[name] = (int(camera.model), len(camera.params))
    assert theirs == MODELS


@pytest.mark.parametrize("model", list(LENSES))
def test_a_lens_in_its_plainest_form_projects_as_colmap_says(model: str) -> None:
    rng = np.random.default_rng(0)
    points = np.concatenate([rng.uniform(-0.4, 0.4, (50, 2)), np.ones((50, 1))], axis=1)
    theirs = pycolmap.Camera(model=model, width=640, height=480, params=LENSES[model]).img_from_cam(points)
    assert np.abs(lens_of(model).project(points) - theirs).max() < 1e-9


@pytest.mark.parametrize("model", list(LENSES))
def test_dots_move_to_where_the_pinhole_sees_them(model: str) -> None:
    lens = lens_of(model)
    (window,) = windows_of(lens)
    x, y = np.meshgrid(np.linspace(40, 600, 6), np.linspace(40, 440, 5))
    k = window.intrinsics
    straight = np.stack([x.ravel(), y.ravel()], axis=1)
    rays = np.concatenate([(straight - k[:2, 2]) / np.diag(k)[:2], np.ones((len(straight), 1))], axis=1)
    bent = lens.project(rays)
    if not window.direct:
        assert np.abs(bent - straight).max() > 1.0  # there is something to undo
    inside = (bent > 12).all(axis=1) & (bent < (628, 468)).all(axis=1)
    assert inside.sum() >= 15
    picture, _, mask = undistorted(lens, window, dots(bent, 640, 480, sigma=1.2), None, None)
    assert mask is None
    errors = [np.linalg.norm(dot_at(picture, at, radius=10) - at) for at in straight[inside]]
    assert max(errors) < 0.1


def test_the_same_pixels_as_colmap_undistorts_to() -> None:
    lens = lens_of("OPENCV")
    x, y = np.meshgrid(np.arange(640), np.arange(480))
    picture = np.stack([x * 255 // 639, y * 255 // 479, (x // 40 + y // 40) % 2 * 200], axis=-1).astype(np.uint8)
    theirs, camera = pycolmap.undistort_image(
        pycolmap.UndistortCameraOptions(), pycolmap.Bitmap.from_array(picture), lens.colmap_camera
    )
    (window,) = windows_of(lens)
    same = type(window)("", np.eye(3), camera.calibration_matrix(), camera.width, camera.height, direct=False)
    pixels, seen = sample_window(lens, same)
    from scipy import ndimage

    at = np.stack([pixels[..., 1] - 0.5, pixels[..., 0] - 0.5])
    ours = np.stack(
        [ndimage.map_coordinates(picture[..., c].astype(float), at, order=1, mode="nearest") for c in range(3)], axis=-1
    )
    inner = seen.copy()
    inner[[0, -1]] = inner[:, [0, -1]] = False
    # they round every sample down or to the nearest; a sample half a pixel away would be 20 off at the checkers' edges
    assert np.abs(ours - theirs.to_array())[inner].max() <= 1.0


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-0.15, 0.15), st.floats(-0.08, 0.08), st.floats(-0.003, 0.003), st.floats(-0.003, 0.003),
    st.floats(250, 380), st.floats(180, 300),
)  # fmt: skip
def test_an_undistorted_picture_is_full(k1: float, k2: float, p1: float, p2: float, cx: float, cy: float) -> None:
    """Of an ordinary lens no pixel is left blank, and hardly more is cut off than must be."""
    lens = Lens.checked("OPENCV", [520.0, 530.0, cx, cy, k1, k2, p1, p2], 640, 480, "lens")
    (window,) = windows_of(lens)
    _, seen = sample_window(lens, window)
    assert seen.mean() > 0.9999
    assert 0.7 < window.intrinsics[0, 0] / 520.0 < 1.35
    assert window.intrinsics[0, 0] / 520.0 == pytest.approx(window.intrinsics[1, 1] / 530.0)


def test_a_wide_fisheye_keeps_what_a_pinhole_can_show() -> None:
    lens = Lens.checked("OPENCV_FISHEYE", [200.0, 200.0, 320.0, 320.0, 0, 0, 0, 0], 640, 640, "lens")
    (window,) = windows_of(lens)
    assert window.intrinsics[0, 0] >= 100.0
    _, seen = sample_window(lens, window)
    assert seen[320, 320]
    assert seen.mean() > 0.5


def test_a_polynomial_that_turns_over_shows_nothing_twice() -> None:
    """Strong k1 folds the far field back onto the picture: those pixels are masked, not mirrored."""
    lens = Lens.checked("OPENCV", [300.0, 300.0, 320.0, 240.0, -0.5, 0.0, 0.0, 0.0], 640, 480, "lens")
    (window,) = windows_of(lens)
    wide = type(window)("", np.eye(3), np.array([[150.0, 0, 320], [0, 150.0, 240], [0, 0, 1]]), 640, 480, direct=False)
    pixels, seen = sample_window(lens, wide)
    radius = np.hypot(*(np.moveaxis(pixels, -1, 0) - np.array([320, 240])[:, None, None]))
    row = radius[240][seen[240]]
    assert (np.diff(row[len(row) // 2 :]) > 0).all()  # outwards in the window is outwards in the photograph
    assert not seen[240, 0]


def test_a_panorama_becomes_six_faces_that_fit_together() -> None:
    lens = Lens.checked("EQUIRECTANGULAR", [1200, 600], 1200, 600, "panorama")
    directions = np.array(
        [[0.2, 0.1, 1], [1, 0.15, 0.1], [0.1, -0.2, -1], [-1, 0.2, -0.1], [0.1, -1, 0.2], [-0.1, 1, 0.15]]
    )
    picture = np.zeros((600, 1200, 3), dtype=np.uint8)
    found = []
    for direction in directions:
        picture = dots(lens.project(direction[None]), 1200, 600, sigma=3.0)
        for window in windows_of(lens):
            local = window.window_from_lens @ direction
            if local[2] <= np.abs(local[:2]).max():
                continue
            at = (window.intrinsics @ (local / local[2]))[:2]
            face, _, _ = undistorted(lens, window, picture, None, None)
            found.append(window.suffix)
            # a dot that is round on the panorama is not on a face near a pole: its centre moves by its own width squared
            assert np.linalg.norm(dot_at(face, at, radius=12) - at) < 0.5
    assert sorted(found) == ["#back", "#down", "#front", "#left", "#right", "#up"]
    for window in windows_of(lens):
        assert np.allclose(window.window_from_lens @ window.window_from_lens.T, np.eye(3))
        assert np.linalg.det(window.window_from_lens) == pytest.approx(1.0)


def test_alpha_and_masks_move_with_the_picture() -> None:
    lens = lens_of("OPENCV")
    (window,) = windows_of(lens)
    x, _ = np.meshgrid(np.arange(640), np.arange(480))
    picture = np.where((x < 320)[..., None], [200, 100, 50], [0, 0, 0]).astype(np.uint8)
    left = x < 320
    image, alpha, mask = undistorted(lens, window, picture, np.where(left, 255, 0).astype(np.uint8), left)
    assert alpha is not None
    assert mask is not None
    # where it is half covered the color is still the thing's own: black behind it does not bleed in
    half = (alpha > 60) & (alpha < 200)
    assert half.sum() > 100
    assert np.abs(image[half].astype(int) - [200, 100, 50]).max() <= 2
    assert (alpha[mask] == 255).all()
    assert 0.4 < mask.mean() < 0.6


@pytest.mark.parametrize(
    ("model", "params", "size", "said"),
    [
        ("PINHOLE", [0.0, 500, 320, 240], (640, 480), "focal length must be positive"),
        ("OPENCV", [500, -1.0, 320, 240, 0, 0, 0, 0], (640, 480), "focal length must be positive"),
        ("PINHOLE", [500, 500, float("nan"), 240], (640, 480), "must be finite"),
        ("PINHOLE", [500, 500, 320], (640, 480), "has 4 parameters, and here are 3"),
        ("TELESCOPE", [500], (640, 480), "no camera model 'TELESCOPE'"),
        ("PINHOLE", [500, 500, 320, 240], (0, 480), "cannot have 0x480 pixels"),
        ("PINHOLE", [500, 500, 320, 240], (10**9, 10**9), "pixels"),
    ],
)
def test_a_lens_that_cannot_be_is_refused(model: str, params: list[float], size: tuple[int, int], said: str) -> None:
    with pytest.raises(CaptureError, match=said) as error:
        Lens.checked(model, params, *size, "cameras.txt: line 4")
    assert str(error.value).startswith("cameras.txt: line 4: ")
