"""Faces to Gaussians: what they cover, where they end, what they look like, and how many there are."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from scenewright.scene.colorspace import linear_from_srgb, srgb_from_linear
from scenewright.scene.errors import SplatError
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.splats import Cameras, Gaussians, RasterSettings, gaussians_for_budget, gaussians_for_camera
from scenewright.scene.splats.covariances import rotations_of_quaternions
from scenewright.scene.splats.hulls import HULL_LIMIT, hull_of_gaussians
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.surface_cells import cells_of, count_cells
from scenewright.scene.splats.surface_opacity import kernel_opacity
from scenewright.scene.splats.surface_patches import ATTRIBUTES, UV, Patches, scene_patches
from scenewright.scene.splats.texture_averages import TextureAverages

HEAD = "from scene.language import *\n@register('a test')\ndef scene():\n    return "


def scene_of(expression: str) -> Scene:
    return evaluate_here(HEAD + expression + "\n")


def box(size: tuple[float, float, float], at: tuple[float, float, float] = (0, 0, 0), more: str = "") -> str:
    return f"transform_shape(primitive_call('cube', {{'scale': {size}}}{more}), translation_matrix({at}))"


def patch(origin, a, b, quad: bool, ends=(False,) * 4) -> Patches:
    values = np.zeros((1, 3, ATTRIBUTES), dtype=np.float32)
    values[0, 1, 0] = values[0, 2, 1] = 1.0
    vectors = [np.asarray(v, dtype=np.float64).reshape(1, 3) for v in (origin, a, b)]
    return Patches(*vectors, np.array([quad]), values, np.array([ends]), np.zeros(1, dtype=np.int64))


coordinate = st.floats(-3.0, 3.0, allow_nan=False)
point = st.tuples(coordinate, coordinate, coordinate)


def moments(middle: np.ndarray, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centroid and covariance of parallelograms together, by their areas."""
    w = np.linalg.norm(np.cross(u, v), axis=1)
    w = w / w.sum()
    mean = w @ middle
    off = middle - mean
    inner = np.einsum("n,ni,nj->ij", w / 12.0, u, u) + np.einsum("n,ni,nj->ij", w / 12.0, v, v)
    return mean, inner + np.einsum("n,ni,nj->ij", w, off, off)


@given(point, point, point, st.floats(0.02, 1.0))
def test_cells_of_a_parallelogram_cover_it_exactly(origin, a, b, step):
    p = patch(origin, a, b, True)
    area = p.areas[0]
    if area < 1e-3:
        return
    cells = cells_of(p, np.array([step]))
    assert np.linalg.norm(np.cross(cells.u, cells.v), axis=1).sum() == pytest.approx(area, rel=1e-9)
    mean, covariance = moments(cells.middle, cells.u, cells.v)
    assert mean == pytest.approx(p.origin[0] + 0.5 * (p.a[0] + p.b[0]), abs=1e-9)
    whole = (np.outer(p.a[0], p.a[0]) + np.outer(p.b[0], p.b[0])) / 12.0
    assert covariance == pytest.approx(whole, abs=1e-9)
    assert cells.where.min() > 0.0
    assert cells.where.max() < 1.0


@given(point, point, point, st.floats(0.02, 0.5))
def test_cells_of_a_triangle_have_its_area_centroid_and_spread(origin, a, b, step):
    p = patch(origin, a, b, False)
    longest = max(np.linalg.norm(v) for v in (p.a[0], p.b[0], p.b[0] - p.a[0]))
    if p.areas[0] < 1e-2 or longest < 4.0 * step:
        return
    cells = cells_of(p, np.array([step]))
    # the column that holds the tip stands for two slopes by one: a share of a step
    near = 2.0 * step / longest
    assert np.linalg.norm(np.cross(cells.u, cells.v), axis=1).sum() == pytest.approx(p.areas[0], rel=near)
    mean, covariance = moments(cells.middle, cells.u, cells.v)
    assert np.linalg.norm(mean - (p.origin[0] + (p.a[0] + p.b[0]) / 3.0)) < 0.1 * near * longest
    corners = np.stack([p.origin[0], p.origin[0] + p.a[0], p.origin[0] + p.b[0]])
    off = corners - corners.mean(axis=0)
    assert covariance == pytest.approx(off.T @ off / 12.0, abs=0.1 * near * longest**2)
    inside = (cells.where >= -1e-9).all() and (cells.where.sum(axis=1) <= 1.0 + 1e-9).all()
    assert inside


@given(point, point, point, st.booleans(), st.tuples(*[st.booleans()] * 4))
def test_halves_hold_what_the_whole_held(origin, a, b, quad, ends):
    p = patch(origin, a, b, quad, ends if quad else (ends[0], ends[1], False, ends[3]))
    if p.areas[0] < 1e-6:
        return
    halves = p.halved()
    assert halves.areas == pytest.approx([p.areas[0] / 2.0] * 2)
    for k in range(2):
        q = halves.take(np.array([k]))
        corners = np.stack([q.origin[0], q.origin[0] + q.a[0], q.origin[0] + q.b[0]])
        # where a corner lies in the whole patch is what its attributes say
        st_ = q.values[0, :, UV].astype(np.float64)
        expected = p.origin[0] + st_[:, :1] * p.a[0] + st_[:, 1:] * p.b[0]
        assert corners == pytest.approx(expected, abs=1e-5)
    # the cut itself ends nothing, every other edge stays what it was
    count = int(p.ends.sum())
    assert count <= int(halves.ends.sum()) <= count + 2


def test_triangle_pairs_merge_and_closed_bodies_have_no_edge():
    geometry = scene_geometry(scene_of(box((1, 2, 3))))
    patches = scene_patches(geometry, np.arange(1))
    assert len(patches) == 6
    assert patches.quad.all()
    assert patches.ends.all()
    assert patches.areas.sum() == pytest.approx(2 * (2 + 3 + 6))
    seen = scene_patches(geometry, np.arange(1), eye=np.array([3.0, 4.0, 5.0]), solid=np.array([True]))
    # three faces are seen; each has two edges in the outline of the box and two inside of it
    assert len(seen) == 3
    assert seen.ends.sum(axis=1).tolist() == [2, 2, 2]
    inside = scene_patches(geometry, np.arange(1), eye=np.zeros(3), solid=np.array([True]))
    assert len(inside) == 6
    assert not inside.ends.any()


@pytest.mark.parametrize("count", [500, 5_000, 60_000])
def test_a_budget_is_kept_and_used(count):
    parts = ", ".join(
        [
            box((2, 0.1, 2)),
            "primitive_call('sphere', {'radius': 0.6})",
            "primitive_call('cylinder', {'radius': 0.05, 'p0': (0, 0, 0), 'p1': (0, 2, 0)})",
            box((0.01, 0.01, 0.01), (1, 1, 1)),
        ]
    )
    scene = scene_of(f"concat_shapes({parts})")
    made = gaussians_for_budget(scene_geometry(scene), count)
    assert 0.85 * count <= len(made) <= count
    assert set(made.entity.tolist()) == set(scene.leaf_rows.tolist())
    # spread by area: the plate has 8.8 of the 14 square units; what is curved may have up to twice its share
    share = (made.entity == scene.leaf_rows[0]).mean()
    fair = 8.8 / (8.8 + 4 * math.pi * 0.36 + math.pi * 0.1 * 2)
    assert 0.25 * fair < share < 1.1 * fair
    if count > 50_000:
        assert share > 0.75 * fair


def test_budgets_that_cannot_be_kept_are_errors():
    scene = scene_of("loop(50, lambda i: " + box((1, 1, 1), (0, 0, 0)).replace("(0, 0, 0)", "(2 * i, 0, 0)") + ")")
    geometry = scene_geometry(scene)
    with pytest.raises(SplatError, match="50 parts of the scene"):
        gaussians_for_budget(geometry, 20)
    with pytest.raises(SplatError, match="positive"):
        gaussians_for_budget(geometry, 0)
    with pytest.raises(SplatError, match="one view"):
        gaussians_for_camera(geometry, Cameras.look_at((0, 0, 5), (0, 0, 0), fov=40, width=9, height=9), pixels=0.0)
    nothing = gaussians_for_budget(geometry, 100, visible=np.zeros(50, dtype=bool))
    assert len(nothing) == 0
    assert len(nothing.gaussians()) == 0


def test_gaussians_lie_flat_on_their_faces():
    made = gaussians_for_budget(scene_geometry(scene_of(box((1, 2, 3)))), 3_000)
    half = np.array([0.5, 1.0, 1.5])
    on = np.abs(np.abs(made.means) - half) < 1e-6
    assert (on.sum(axis=1) == 1).all()
    assert (np.abs(made.means) <= half + 1e-6).all()
    outward = np.where(on, np.sign(made.means), 0.0)
    assert made.flat == pytest.approx(outward, abs=1e-6)
    axes = rotations_of_quaternions(torch.from_numpy(made.quats)).numpy()
    thin = made.scales.argmin(axis=1)
    rows = np.arange(len(made))
    assert np.abs(np.einsum("ni,ni->n", axes[rows, :, thin], outward)) == pytest.approx(1.0, abs=1e-5)
    assert (made.scales.min(axis=1) < 0.03 * made.scales.max(axis=1)).all()


def test_curved_and_far_small_things_do_not_explode_the_count():
    ball = scene_geometry(scene_of("primitive_call('sphere', {'radius': 0.5})"))
    assert ball.triangles > 5_000
    far = Cameras.look_at((0, 0, 400), (0, 0, 0), fov=50, width=512, height=512)
    assert 1 <= len(gaussians_for_camera(ball, far, pixels=1.5)) <= 24
    near = Cameras.look_at((0, 0, 4), (0, 0, 0), fov=50, width=512, height=512)
    made = gaussians_for_camera(ball, near, pixels=2.0)
    # the half that is seen, a cell every two pixels at the depth of each
    cell = 2.0 * 3.6 / float(near.intrinsics[0, 0, 0])
    assert len(made) == pytest.approx(2 * math.pi * 0.25 / cell**2, rel=0.6)
    assert np.linalg.norm(made.means, axis=1).max() <= 0.5 + 1e-6


def test_cells_are_a_screen_step_large_however_steeply_seen():
    floor = scene_geometry(scene_of(box((2, 0.1, 60), (0, -0.05, -30))))
    camera = Cameras.look_at((0, 1.6, 2), (0, 0, -8), fov=50, width=400, height=300)
    made = gaussians_for_camera(floor, camera, pixels=2.0)
    m = camera.camera_from_world[0].double().numpy()
    depth = (made.means @ m[:3, :3].T + m[:3, 3])[:, 2]
    assert depth.min() > -0.2
    assert depth.max() > 40.0
    way = made.means - np.array([0, 1.6, 2])
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    axes = rotations_of_quaternions(torch.from_numpy(made.quats)).numpy()
    across = np.linalg.norm(np.cross(np.swapaxes(axes, 1, 2), way[:, None]), axis=2)  # (N, 3)
    pixels = (made.scales * across / 0.65 / depth[:, None]).max(axis=1) * float(camera.intrinsics[0, 0, 0])
    assert np.quantile(pixels, 0.02) > 1.0
    assert np.quantile(pixels, 0.98) < 3.2
    # so that a floor seen at a low angle does not need more of them than one seen from above
    assert (made.scales.max(axis=1) > 3.0 * np.sort(made.scales, axis=1)[:, 1]).mean() > 0.2


def alpha_of(made: Gaussians, camera: Cameras, *, dilation: float = 0.05, antialiased: bool = False) -> np.ndarray:
    chosen = RasterSettings(dilation=dilation, antialiased=antialiased)
    out = rasterize(made, camera, settings=chosen, outputs=("alpha",))
    assert out.alpha is not None
    return out.alpha[0].numpy()


@pytest.mark.parametrize(
    ("shape", "area"),
    [
        (box((1.0, 1.0, 0.02)), 1.0),
        (box((1.0, 0.05, 0.02)), 0.05),
        ("primitive_call('cylinder', {'radius': 0.5, 'p0': (0, 0, 0), 'p1': (0, 0, 0.02)})", math.pi / 4),
        ("primitive_call('cone', {'radius': 0.5, 'p0': (0, -0.5, 0), 'p1': (0, 0.5, 0)})", 0.5),
        ("primitive_call('sphere', {'radius': 0.5})", math.pi / 4),
    ],
)
@pytest.mark.parametrize("budget", [False, True])
def test_outlines_are_where_they_are(shape, area, budget):
    """Alpha 0.5 seen from far, so that the outline is the orthographic one."""
    geometry = scene_geometry(scene_of(shape))
    camera = Cameras.look_at((0, 0, 60), (0, 0, 0), fov=1.2, width=360, height=360)
    made = gaussians_for_budget(geometry, 20_000) if budget else gaussians_for_camera(geometry, camera, pixels=2.0)
    pixel = 60.0 / float(camera.intrinsics[0, 0, 0])
    # what is made for a camera leaves out faces on edge; seen on edge the others need their opacity lowered
    alpha = alpha_of(made.gaussians(), camera, antialiased=budget)
    covered = float((alpha >= 0.5).sum()) * pixel**2
    assert covered == pytest.approx(area, rel=0.035 if area > 0.1 else 0.12)


def test_even_faces_have_no_holes_from_any_side():
    geometry = scene_geometry(
        scene_of("concat_shapes(" + box((1, 1, 1)) + ", primitive_call('sphere', {'radius': 0.6}))")
    )
    made = gaussians_for_budget(geometry, 30_000).gaussians()
    for eye in ((0, 0, 3), (2, 2, 2), (-2.6, 0.8, 1.1), (0.3, 3, 0.2)):
        camera = Cameras.look_at(eye, (0, 0, 0), fov=10, width=160, height=160)
        alpha = alpha_of(made, camera, dilation=0.3)
        # what is made for any side lets a little through along sharp edges
        assert alpha.min() > 0.9
        assert (alpha < 0.97).mean() < 0.03


@given(st.floats(0.02, 0.98))
def test_kernel_opacity_grows_with_the_opacity_of_the_surface(opacity):
    single = kernel_opacity(np.array([opacity]))[0]
    assert 0.0 < single < 1.0
    assert kernel_opacity(np.array([min(opacity + 0.01, 1.0)]))[0] > single


@pytest.mark.parametrize("opacity", [0.05, 0.1, 0.3, 0.6, 0.9])
def test_a_pane_lets_through_what_its_material_says(opacity):
    pane = box((1, 1, 0.001), more=f", material={{'opacity': {opacity}}}")
    camera = Cameras.look_at((0, 0, 3), (0, 0, 0), fov=12, width=128, height=128)
    made = gaussians_for_camera(scene_geometry(scene_of(pane)), camera, pixels=4.0)
    alpha = alpha_of(made.gaussians(), camera)
    assert alpha.mean() == pytest.approx(opacity, abs=0.006)
    assert alpha.std() < 0.01


def test_colours_are_the_surfaces_own():
    scene = scene_of("concat_shapes(" + box((1, 1, 1), more=", color=(0.8, 0.2, 0.1)") + ")")
    made = gaussians_for_budget(scene_geometry(scene), 500)
    assert srgb_from_linear(made.albedo) == pytest.approx(np.tile([0.8, 0.2, 0.1], (len(made), 1)), abs=1e-5)
    assert made.gaussians().base_colors.numpy() == pytest.approx(np.tile([0.8, 0.2, 0.1], (len(made), 1)), abs=1e-4)


def test_textures_are_averaged_over_cells(tmp_path):
    from PIL import Image

    rng = np.random.default_rng(0)
    noise = np.where(rng.random((256, 256, 1)) < 0.5, 0, 255).astype(np.uint8).repeat(3, axis=2)
    noise[:, 128:] = (255, 0, 0)
    Image.fromarray(noise).save(tmp_path / "t.png")
    scene = scene_of(box((1, 1, 0.01), more=", color=(1, 1, 1), material={'texture': 't.png'}"))
    made = gaussians_for_budget(scene_geometry(scene, root=tmp_path), 900)
    front = made.flat[:, 2] > 0.9
    left, right = front & (made.means[:, 0] < -0.1), front & (made.means[:, 0] > 0.1)
    # black and white in equal parts are half the light, not the middle of the sRGB scale
    assert made.albedo[left].mean(axis=0) == pytest.approx([0.5] * 3, abs=0.03)
    assert made.albedo[left].std() < 0.06
    assert made.albedo[right] == pytest.approx(np.tile([1.0, 0.0, 0.0], (int(right.sum()), 1)), abs=1e-3)


@given(st.integers(1, 37), st.integers(1, 29), st.integers(0, 2**31))
def test_a_pictures_mean_stays_in_range_and_a_texel_is_itself(width, height, seed):
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    averages = TextureAverages(picture)
    x, y = np.meshgrid((np.arange(width) + 0.5) / width, 1.0 - (np.arange(height) + 0.5) / height)
    uv = np.stack([x, y], axis=-1).reshape(-1, 2).astype(np.float32)
    exact = linear_from_srgb(picture[..., :3].reshape(-1, 3) / 255.0)
    assert averages.mean(uv, np.ones(len(uv), np.float32)) == pytest.approx(exact, abs=2e-4)
    broad = averages.mean(uv, np.full(len(uv), 1e4, np.float32))
    assert (broad >= exact.min(axis=0) - 1e-5).all()
    assert (broad <= exact.max(axis=0) + 1e-5).all()


def test_mirrored_and_sheared_instances_keep_area_and_outside():
    shear = "np.array([[-2.0, 0.7, 0, 1], [0, 1.5, 0.3, 2], [0, 0, 1, 0], [0, 0, 0, 1.0]])"
    text = f"import numpy as np\n{HEAD}transform_shape(primitive_call('sphere', {{'radius': 0.5}}), {shear})\n"
    geometry = scene_geometry(evaluate_here(text))
    made = gaussians_for_budget(geometry, 4_000)
    out = made.means - geometry.world_from_mesh[0][:3, 3]
    assert (np.einsum("ni,ni->n", made.flat, out) > 0.0).all()
    assert (np.einsum("ni,ni->n", made.flat, made.normals) > 0.9).mean() > 0.95


@given(st.integers(0, 2**31), st.integers(1, 60))
@settings(max_examples=30)
def test_a_hull_has_the_box_of_what_is_seen(seed, count):
    rng = np.random.default_rng(seed)
    some = Gaussians.of_numpy(
        rng.normal(size=(count, 3)) * 3,
        rng.normal(size=(count, 4)),
        rng.uniform(-4, 0, (count, 3)),
        rng.uniform(-4, 4, count),
        rng.normal(size=(count, 1, 3)),
    )
    if not bool((some.opacities >= 0.1).any()):
        with pytest.raises(SplatError, match=r"0\.1"):
            hull_of_gaussians(some)
        return
    hull = hull_of_gaussians(some)
    assert len(hull) <= HULL_LIMIT
    assert np.stack([hull.min(axis=0), hull.max(axis=0)]) == pytest.approx(some.bounds, abs=1e-4)
    seen = some.select(some.opacities >= 0.1)
    direction = rng.normal(size=3)
    direction /= np.linalg.norm(direction)
    spread = np.einsum("i,nij,j->n", direction, seen.covariances.numpy(), direction)
    farthest = (seen.means.numpy() @ direction + 2.0 * np.sqrt(spread)).max()
    size = np.linalg.norm(np.diff(some.bounds, axis=0))
    # no point lies outside; in a direction that is none of the 256 the hull may fall a little short
    assert (hull @ direction).max() <= farthest + 1e-4
    assert (hull @ direction).max() >= farthest - 0.05 * size


def test_hulls_are_remembered_by_content(tmp_path, monkeypatch):
    import platformdirs

    import scenewright.scene.splats.splat_entities as captured
    from scenewright.scene.splats import hulls
    from scenewright.scene.splats.formats import write_gaussians

    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *a, **k: tmp_path / "cache")
    ball = gaussians_for_budget(scene_geometry(scene_of("primitive_call('sphere', {'radius': 0.3})")), 500).gaussians()
    write_gaussians(ball, tmp_path / "ball.ply", y_up=True)
    reads = []
    read = captured.read_capture
    monkeypatch.setattr(captured, "read_capture", lambda *a, **k: reads.append(a) or read(*a, **k))

    def measured() -> np.ndarray:
        monkeypatch.setattr(hulls, "measured_hulls", {})  # as another process would begin
        return hulls.measured_hull(tmp_path, "ball.ply", None)

    first = measured()
    assert np.array_equal(measured(), first)
    assert len(reads) == 1
    (stored,) = (tmp_path / "cache" / "hulls").iterdir()
    for broken in (b"", b"nonsense", stored.read_bytes()[:-8], stored.read_bytes() + b"\0" * 100_000):
        stored.write_bytes(broken)
        assert np.array_equal(measured(), first)
    assert len(reads) == 5
    write_gaussians(ball.transformed(np.diag([2.0, 2.0, 2.0, 1.0])), tmp_path / "ball.ply", y_up=True)
    assert np.ptp(measured(), axis=0) == pytest.approx(2.0 * np.ptp(first, axis=0), rel=1e-3)
    # where nothing can be kept all works, only slower
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *a, **k: tmp_path / "ball.ply")
    assert np.ptp(measured(), axis=0) == pytest.approx(2.0 * np.ptp(first, axis=0), rel=1e-3)


def test_counts_are_foretold():
    geometry = scene_geometry(
        scene_of(
            "concat_shapes("
            + box((1, 2, 3))
            + ", primitive_call('cone', {'radius': 1, 'p0': (0, 0, 0), 'p1': (0, 1, 0)}))"
        )
    )
    patches = scene_patches(geometry, np.arange(len(geometry)))
    for step in (0.02, 0.1):
        steps = np.full(len(patches), step)
        assert count_cells(patches, steps) == pytest.approx(len(cells_of(patches, steps)), rel=0.35)
