"""The splat renderer against the preview; captures and programs in one picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from scenewright.assets import Catalogue
from scenewright.renderers.base import RenderRequest, RenderResult, find_renderer, view_cameras
from scenewright.renderers.preview import PreviewRenderer
from scenewright.scene.errors import JobCancelled
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate, evaluate_here
from scenewright.scene.model import Camera, Scene
from scenewright.scene.splats import Gaussians, gaussians_for_budget
from tests.support.samples import some_of

HEAD = "from scene.language import *\n@register('a test')\ndef scene():\n    return "

STILL = (
    HEAD
    + """concat_shapes(
        place(primitive_call('cube', {'scale': (2, 0.1, 1.4)}, color=(0.6, 0.4, 0.25)), at=(0, 0, 0), name='board'),
        place(primitive_call('sphere', {'radius': 0.3}, color=(0.8, 0.15, 0.1)), at=(-0.5, 0.1, 0), name='ball'),
        place(primitive_call('cone', {'radius': 0.3, 'p0': (0, 0, 0), 'p1': (0, 0.7, 0)}, color=(0.2, 0.5, 0.8)), at=(0.4, 0.1, 0.2), name='cone'),
        place(primitive_call('cylinder', {'radius': 0.02, 'p0': (0, 0, 0), 'p1': (0, 0.9, 0)}), at=(0, 0.1, -0.4), name='stick'),
        place(primitive_call('cube', {'scale': (0.5, 0.002, 0.5)}, color=(0.9, 0.8, 0.2)), at=(0.1, 0.1, 0.3), name='cloth'))
"""
)
ROOM = (
    HEAD
    + """concat_shapes(room(4, 3, 2.6, doors=[('right', 0.5, 0.9, 2.0)], windows=[('back', 0, 1.4, 1.2)]),
        place(primitive_call('cube', {'scale': (1.2, 0.7, 0.7)}, color=(0.5, 0.3, 0.2)), at=(-1, 0, 0), name='desk'),
        place(primitive_call('sphere', {'radius': 0.3}, color=(0.2, 0.6, 0.3)), at=(0.8, 0, 0.4), name='ball'))
"""
)


@pytest.fixture(autouse=True)
def one_thread(monkeypatch):
    monkeypatch.setenv("SCENEWRIGHT_THREADS", "1")


def render(scene: Scene, *, size: int = 256, camera: Camera | None = None, **more) -> RenderResult:
    cameras = (camera,) if camera is not None else tuple(view_cameras(scene, aspect=1.0)[:1])
    return find_renderer("splat").render(RenderRequest(scene, cameras, size, size, **more))


def both(scene: Scene, size: int, **more):
    camera = view_cameras(scene, aspect=1.0)[0]
    request = RenderRequest(scene, (camera,), size, size, **more)
    return PreviewRenderer().render(request).views[0], find_renderer("splat").render(request).views[0]


def overlap(a: np.ndarray, b: np.ndarray) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))


def of_program(text: str, count: int, **more) -> Gaussians:
    return gaussians_for_budget(scene_geometry(evaluate_here(HEAD + text + "\n")), count, **more).gaussians()


def written(gaussians: Gaussians, path: Path) -> Path:
    from scenewright.scene.splats.formats import write_gaussians

    write_gaussians(gaussians, path, y_up=True)
    return path


def red_ball(path: Path) -> Path:
    return written(of_program("primitive_call('sphere', {'radius': 0.3}, color=(0.9, 0.1, 0.1))", 4_000), path)


@pytest.mark.parametrize("text", [STILL, ROOM], ids=["still", "room"])
def test_it_looks_like_the_preview(text):
    scene = evaluate_here(text)
    preview, splat = both(scene, 320, passes=("color", "depth", "normal", "entity"))
    difference = np.abs(preview.color.astype(int) - splat.color.astype(int))
    assert difference.mean() < 3.5
    assert (difference.max(axis=2) > 60).mean() < 0.01
    there = (preview.entity >= 0) & (splat.entity >= 0)
    assert overlap(preview.entity >= 0, splat.entity >= 0) > 0.985
    assert (preview.entity == splat.entity)[there].mean() > 0.975
    depth = np.abs(preview.depth[there] - splat.depth[there]) / preview.depth[there]
    assert np.median(depth) < 2e-3
    assert np.quantile(depth, 0.95) < 0.03
    cosine = np.einsum("nc,nc->n", preview.normal[there], splat.normal[there])
    assert np.median(cosine) > 0.999
    assert np.quantile(cosine, 0.1) > 0.95
    assert np.isinf(splat.depth[splat.entity < 0]).all()
    assert not splat.normal[splat.entity < 0].any()


def test_outlines_are_those_of_the_preview():
    preview, splat = both(evaluate_here(STILL), 512, background="transparent")
    assert splat.color.shape == (512, 512, 4)
    assert overlap(preview.color[..., 3] >= 128, splat.color[..., 3] >= 128) > 0.985
    solid = (preview.color[..., 3] == 255) & (splat.color[..., 3] == 255)
    # nothing shows through in the middle of what is solid
    assert solid.sum() > 0.97 * (preview.color[..., 3] == 255).sum()


@pytest.mark.slow
@pytest.mark.parametrize("words", some_of(["office chair", "potted plant", "bookshelf", "table lamp"], 2))
def test_objects_of_the_catalogue_keep_their_outline(words):
    catalogue = Catalogue.built_in()
    scene = evaluate_here(f"{HEAD}asset_call({words!r})\n", assets=catalogue)
    preview, splat = both(scene, 448, provider=catalogue, background="transparent")
    assert overlap(preview.color[..., 3] >= 128, splat.color[..., 3] >= 128) >= 0.97


def test_what_nearly_touches_does_not_show_through():
    """A cloth two millimetres over a board, seen at a low angle."""
    scene = evaluate_here(STILL)
    camera = Camera((0.1, 0.45, 2.2), (0.1, 0.1, 0.3), 30.0)
    entity = render(scene, camera=camera, passes=("color", "entity"))
    cloth = scene.find("scene/cloth").index
    seen = PreviewRenderer().render(RenderRequest(scene, (camera,), 256, 256, passes=("entity",))).views[0].entity
    inside = np.isin(seen, range(cloth, scene.subtree_end(cloth)))
    for axis in (0, 1):
        inside &= np.roll(inside, 2, axis) & np.roll(inside, -2, axis)
    assert inside.sum() > 500
    view = entity.views[0]
    assert (view.entity == seen)[inside].mean() > 0.99
    color = view.color[inside].astype(int)
    # yellow everywhere, not a spot of the brown board
    assert (color[:, 2] < 0.75 * color[:, 0]).all()
    assert (color[:, 1] > 0.7 * color[:, 0]).mean() > 0.99


def test_glass_shows_what_is_behind_it():
    text = (
        HEAD
        + """concat_shapes(
        place(primitive_call('cube', {'scale': (1, 1, 0.02)}, color=(0.9, 0.9, 0.9), material={'opacity': 0.2}), at=(0, 0, 0.5), name='pane'),
        place(primitive_call('cube', {'scale': (1, 1, 0.02)}, color=(0.9, 0.1, 0.1)), at=(0, 0, 0), name='wall'))
"""
    )
    scene = evaluate_here(text)
    camera = Camera((0.0, 0.5, 4.0), (0.0, 0.5, 0.0), 14.0)
    view = render(scene, size=128, camera=camera, passes=("color", "entity")).views[0]
    middle = view.color[54:74, 54:74].reshape(-1, 3).astype(int)
    assert (middle[:, 0] > middle[:, 1] + 60).all()
    pane = scene.find("scene/pane").index
    assert np.isin(view.entity[54:74, 54:74], range(pane, scene.subtree_end(pane))).all()


def test_captures_and_programs_hide_each_other(tmp_path):
    red_ball(tmp_path / "ball.ply")
    text = (
        HEAD
        + """concat_shapes(
        place(splat_call('ball.ply'), at=(0, 0, 0), name='ball'),
        place(primitive_call('cube', {'scale': (0.3, 1, 0.05)}, color=(0.1, 0.2, 0.9)), at=(0.15, 0, 0.5), name='front'),
        place(primitive_call('cube', {'scale': (0.6, 1, 0.05)}, color=(0.1, 0.8, 0.2)), at=(-0.3, 0, -0.5), name='back'))
"""
    )
    scene = evaluate(text, splats=tmp_path)
    assert not scene.warnings
    ball = scene.find("scene/ball").index
    assert scene.entity(ball).bounds == pytest.approx(np.array([[-0.3, 0, -0.3], [0.3, 0.6, 0.3]]), abs=0.03)
    camera = Camera((0.0, 0.3, 6.0), (0.0, 0.3, 0.0), 12.0)
    result = render(scene, size=200, camera=camera, root=tmp_path, passes=("color", "entity"))
    assert not result.warnings
    view = result.views[0]

    def at(x: float, y: float) -> tuple[int, np.ndarray]:
        pixel = 200 / (2 * 6.0 * np.tan(np.radians(6.0)))
        row, column = round(100 - (y - 0.3) * pixel), round(100 + x * pixel)
        return int(view.entity[row, column]), view.color[row, column].astype(int)

    entity, color = at(0.15, 0.3)
    assert scene.paths[entity].startswith("scene/front")
    assert color[2] > color[0] + 40
    entity, color = at(-0.15, 0.3)
    assert entity == ball
    assert color[0] > color[1] + 80
    entity, color = at(-0.5, 0.5)
    assert scene.paths[entity].startswith("scene/back")
    assert color[1] > color[0] + 40


def test_a_program_moves_turns_and_scales_its_captures(tmp_path):
    half = of_program("primitive_call('cube', {'scale': (1, 0.2, 0.1)}, color=(0.9, 0.1, 0.1))", 3_000)
    written(half, tmp_path / "bar.ply")
    text = HEAD + "transform_shape(splat_call('bar.ply'), rotation_matrix(math.pi / 2, (0, 1, 0), (0, 0, 0)))\n"
    scene = evaluate("import math\n" + text, splats=tmp_path)
    assert np.diff(scene.bounds, axis=0)[0] == pytest.approx([0.1, 0.2, 1.0], abs=0.04)
    camera = Camera((0.0, 0.0, 6.0), (0.0, 0.0, 0.0), 14.0)
    mask = render(scene, size=128, camera=camera, root=tmp_path, background="transparent").views[0].color[..., 3] > 127
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert np.ptp(columns) < 0.8 * np.ptp(rows)


def test_one_segment_of_a_capture(tmp_path):
    left = of_program("primitive_call('sphere', {'radius': 0.2}, color=(0.9, 0.1, 0.1))", 1_000).with_entity(3)
    right = of_program("primitive_call('sphere', {'radius': 0.2, 'center': (1, 0, 0)}, color=(0.1, 0.1, 0.9))", 1_000)
    written(Gaussians.merged([left, right.with_entity(8)]), tmp_path / "two.ply")
    scene = evaluate(HEAD + "splat_call('two.ply', part=8)\n", splats=tmp_path)
    assert scene.bounds.mean(axis=0) == pytest.approx([1, 0, 0], abs=0.02)
    view = render(scene, size=96, root=tmp_path, background="transparent").views[0]
    shown = view.color[view.color[..., 3] > 200][:, :3].astype(int)
    assert len(shown) > 100
    assert (shown[:, 2] > shown[:, 0]).all()
    missing = evaluate(HEAD + "splat_call('two.ply', part=5)\n", splats=tmp_path)
    assert any("no segment 5: it has 3, 8" in w for w in missing.warnings)
    assert missing.bounds == pytest.approx(np.array([[-0.5] * 3, [0.5] * 3]))


def test_captures_that_cannot_be_had_are_named(tmp_path):
    (tmp_path / "scene").mkdir()
    red_ball(tmp_path / "outside.ply")
    (tmp_path / "scene" / "link.ply").symlink_to(tmp_path / "outside.ply")
    (tmp_path / "scene" / "broken.ply").write_bytes(b"ply\nnothing")
    calls = ", ".join(f"splat_call('{n}.ply')" for n in ("link", "broken", "absent", "n" * 300))
    cube = "primitive_call('cube', {'scale': 1}), "
    scene = evaluate(f"{HEAD}concat_shapes({cube}{calls})\n", splats=tmp_path / "scene")
    told = "\n".join(scene.warnings)
    assert "'link.ply' lies outside the scene folder" in told
    assert "broken.ply" in told
    assert "there is no splat 'absent.ply'" in told
    assert told.count("its box is the unit cube") == 4
    result = render(scene, size=48, root=tmp_path / "scene")
    drawn = "\n".join(result.warnings)
    assert drawn.count("is not drawn") == 4
    assert "scene/link is not drawn: the splat 'link.ply' lies outside" in drawn
    nowhere = render(scene, size=48)
    assert sum("the scene has no folder" in w for w in nowhere.warnings) == 4


def test_a_hull_is_measured_anew_when_the_file_changes(tmp_path):
    red_ball(tmp_path / "ball.ply")
    text = HEAD + "splat_call('ball.ply')\n"
    first = evaluate(text, splats=tmp_path).bounds
    large = of_program("primitive_call('sphere', {'radius': 0.6}, color=(0.9, 0.1, 0.1))", 4_000)
    written(large, tmp_path / "ball.ply")
    assert np.diff(evaluate(text, splats=tmp_path).bounds, axis=0) == pytest.approx(
        2 * np.diff(first, axis=0), rel=0.05
    )


def test_scenes_with_nothing_to_draw():
    scene = evaluate_here(f"{HEAD}concat_shapes()\n")
    view = render(scene, size=32, passes=("color", "depth", "normal", "entity")).views[0]
    assert set(np.unique(view.entity).tolist()) <= {-1, len(scene)}
    assert view.color.shape == (32, 32, 3)
    view = render(scene, size=32, passes=("color", "depth", "entity"), background="transparent").views[0]
    assert (view.entity == -1).all()
    assert np.isinf(view.depth).all()
    assert not view.color[..., 3].any()


def test_walls_that_face_away_are_left_out():
    scene = evaluate_here(ROOM)
    outside = Camera((3.5, 4.0, 4.5), (0.0, 0.8, 0.0), 45.0)
    entity = render(scene, size=160, camera=outside, passes=("entity",)).views[0].entity
    seen = {scene.paths[i] for i in np.unique(entity).tolist() if 0 <= i < len(scene)}
    assert any("desk" in p for p in seen)
    assert not any("wall_front" in p or "wall_right" in p for p in seen)


def test_a_render_can_be_stopped_and_is_the_same_again():
    scene = evaluate_here(STILL)
    stopped = Job()
    stopped.cancel()
    with pytest.raises(JobCancelled):
        find_renderer("splat").render(RenderRequest(scene, width=64, height=64), job=stopped)
    told: list[float] = []
    request = RenderRequest(scene, width=64, height=48)
    first = find_renderer("splat").render(request, job=Job(lambda share, what: told.append(share)))
    assert told == sorted(told)
    assert told[-1] == 1.0
    again = find_renderer("splat").render(request)
    assert np.array_equal(first.views[0].color, again.views[0].color)


def test_a_whole_scene_becomes_gaussians_with_their_entities(tmp_path):
    from scenewright.scene.splats.scene_gaussians import scene_gaussians

    red_ball(tmp_path / "ball.ply")
    parts = (
        "place(splat_call('ball.ply'), at=(2, 0, 0), name='ball'), primitive_call('cube', {'scale': 1}, color='blue')"
    )
    scene = evaluate(f"{HEAD}concat_shapes({parts}, splat_call('none.ply'))\n", splats=tmp_path)
    made, told = scene_gaussians(scene, 2_000, root=tmp_path)
    assert len(told) == 1
    assert "none.ply" in told[0]
    ball = made.of_entities([scene.find("scene/ball").index])
    assert ball.bounds.mean(axis=0) == pytest.approx([2, 0.3, 0], abs=0.03)
    cube = made.of_entities([scene.find("scene/cube").index])
    assert 1_000 < len(cube) <= 2_000
    assert len(cube) + len(ball) == len(made)
    assert np.abs(cube.means.numpy()).max() <= 0.5 + 1e-6


def test_a_scene_is_exported_as_splats(tmp_path):
    from scenewright.app.exporting import export_scene
    from scenewright.scene.errors import ScenewrightError
    from scenewright.scene.splats.formats import read_gaussians

    scene = evaluate_here(STILL)
    exported = export_scene(scene, tmp_path / "still.ply", splats=3_000)
    assert exported.files[0] == tmp_path / "still.ply"
    again = read_gaussians(tmp_path / "still.ply", y_up=True)
    assert 2_500 < len(again) <= 3_000
    assert again.bounds == pytest.approx(scene.bounds, abs=0.05)
    assert set(again.entity_ids.tolist()) == set(scene.leaf_rows.tolist())
    with pytest.raises(ScenewrightError):
        export_scene(scene, tmp_path / "still.docx", splats=3_000)
    with pytest.raises(ScenewrightError, match="parts of the scene"):
        export_scene(scene, tmp_path / "none.ply", splats=2)
    assert not (tmp_path / "none.ply").exists()


def test_splats_are_exported_in_the_light_of_the_scene(tmp_path):
    from scenewright.app.exporting import export_scene
    from scenewright.scene.errors import ScenewrightError
    from scenewright.scene.splats.formats import read_gaussians

    shade = (
        HEAD
        + """concat_shapes(
        place(primitive_call('cube', {'scale': (2, 0.1, 2)}, color=(0.8, 0.8, 0.8)), at=(0, 0, 0), name='board'),
        place(primitive_call('cube', {'scale': (1, 0.02, 1)}, color=(0.8, 0.2, 0.1)), at=(0, 0.1, 0), name='mat'),
        place(primitive_call('sphere', {'radius': 0.4}, color=(0.2, 0.2, 0.8)), at=(0, 0.4, 0), name='ball'))
"""
    )
    scene = evaluate_here(shade)
    export_scene(scene, tmp_path / "lit.ply", splats=6_000, lit=True)
    made = read_gaussians(tmp_path / "lit.ply", y_up=True)
    assert 4_000 < len(made) <= 6_000
    at, color = made.means.numpy(), made.base_colors.numpy()
    board = np.array([scene.paths[e].split("/")[1] == "board" for e in made.entity_ids.tolist()])
    top = board & (at[:, 1] > 0.09)
    # nothing of the board is left where the mat lies on it, and none of it is as bright below as above
    assert not (top & (np.abs(at[:, [0, 2]]).max(axis=1) < 0.4)).any()
    rim = np.abs(at[:, [0, 2]]).max(axis=1)
    assert color[top & (rim > 0.8)].mean() > color[board & (at[:, 1] < 0.01)].mean() + 0.1
    # the ball's shadow, and the light that its own upper side gets
    mat = np.array([scene.paths[e].split("/")[1] == "mat" for e in made.entity_ids.tolist()]) & (at[:, 1] > 0.11)
    far = np.hypot(at[:, 0], at[:, 2])
    assert color[mat & (far < 0.15), 0].mean() < color[mat & (far > 0.6), 0].mean() - 0.03
    with pytest.raises(ScenewrightError, match="how many Gaussians"):
        export_scene(scene, tmp_path / "lit.glb", lit=True)
    assert not (tmp_path / "lit.glb").exists()
