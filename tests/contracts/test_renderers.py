"""What every renderer holds to, ours and those of others: channels as they are promised, options, transparency, cancelling, bad
requests, opening and closing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from scenewright.renderers.base import (
    Pinhole,
    RenderedView,
    Renderer,
    RendererOptions,
    RenderError,
    RenderRequest,
    RenderResult,
    default_camera,
    find_channel,
    find_renderer,
    points_at,
    renderer_names,
    warm_renderer,
    write_view,
)
from scenewright.renderers.base.channels import Channel, channel_names, register_channel
from scenewright.renderers.base.warm import close_renderers
from scenewright.scene.errors import JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene
from scenewright.scene.plugins import PluginError

WIDTH, HEIGHT = 48, 36
PASSES = ("color", "depth", "normal", "entity")
PROGRAM = """from scene.language import *

@register('a red block on a floor')
def still():
    return concat_shapes(
        place(primitive_call('cube', {'scale': (4, 0.1, 4)}, color=(0.5, 0.5, 0.5)), at=(0, -0.1, 0), name='ground'),
        place(primitive_call('cube', {'scale': 1.0}, color=(0.9, 0.05, 0.05)), at=(0, 0, 0), name='block'))
"""


@pytest.fixture(scope="module")
def scene() -> Scene:
    return evaluate_here(PROGRAM)


@pytest.fixture(scope="module", params=[*renderer_names(), "boxes"])
def renderer(request: pytest.FixtureRequest, plugged_package: object) -> Iterator[Renderer]:
    found = find_renderer(request.param)
    why = found.available()
    if why is not None:
        pytest.skip(why)
    with found:
        yield found


def asked(scene: Scene, **values: object) -> RenderRequest:
    camera = default_camera(scene, aspect=WIDTH / HEIGHT)
    given = {"cameras": (camera,), "width": WIDTH, "height": HEIGHT, "samples": 4, "threads": 1, **values}
    return RenderRequest(scene, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def drawn(renderer: Renderer, scene: Scene) -> RenderResult:
    """One view in all channels of the renderer."""
    return renderer.render(asked(scene, passes=renderer.capabilities.channel_names, seed=3))


@pytest.mark.slow
def test_the_passes_are_what_they_are_promised_to_be(drawn: RenderResult, scene: Scene) -> None:
    result = drawn
    assert result.renderer
    assert result.seconds > 0
    (view,) = result.views
    assert view.color is not None
    assert (view.color.shape, view.color.dtype) == ((HEIGHT, WIDTH, 3), np.uint8)
    assert view.depth is not None
    assert (view.depth.shape, view.depth.dtype) == ((HEIGHT, WIDTH), np.float32)
    assert view.normal is not None
    assert (view.normal.shape, view.normal.dtype) == ((HEIGHT, WIDTH, 3), np.float32)
    assert view.entity is not None
    assert (view.entity.shape, view.entity.dtype) == ((HEIGHT, WIDTH), np.int32)
    seen = view.entity >= 0
    assert seen.any()
    assert np.isfinite(view.depth[seen]).all()
    assert (view.depth[seen] > 0).all()
    assert np.isinf(view.depth[~seen]).all()
    np.testing.assert_allclose(np.linalg.norm(view.normal[seen], axis=1), 1.0, atol=0.05)
    assert (view.normal[~seen] == 0).all()
    block = scene.find("block")
    mine = (view.entity >= block.index) & (view.entity < scene.subtree_end(block.index))
    assert mine.sum() > 20
    red, green, blue = view.color[mine].astype(float).mean(axis=0)
    assert red > 2 * max(green, blue)


@pytest.mark.slow
def test_every_channel_keeps_what_it_says_of_itself(renderer: Renderer, drawn: RenderResult, scene: Scene) -> None:
    names = renderer.capabilities.channel_names
    assert {"color", "depth", "normal", "entity"} <= set(names)
    (view,) = drawn.views
    assert set(view.channels) == set(names)
    seen = view["entity"] >= 0
    for name in names:
        channel, values = find_channel(name), view[name]
        assert (values.shape, values.dtype) == ((HEIGHT, WIDTH, *channel.shape), np.dtype(channel.dtype))
        assert channel.about
        assert channel.unit
        if channel.empty is not None:
            np.testing.assert_array_equal(values[~seen], np.full(values[~seen].shape, channel.empty, channel.dtype))
    if "position" in names:
        camera = default_camera(scene, aspect=WIDTH / HEIGHT)
        there = points_at(Pinhole.of(camera, WIDTH, HEIGHT), view["depth"])
        np.testing.assert_allclose(view["position"][seen], there[seen], atol=1e-4)
    if "albedo" in names:
        block = scene.find("block")
        mine = (view["entity"] >= block.index) & (view["entity"] < scene.subtree_end(block.index))
        np.testing.assert_allclose(view["albedo"][mine].mean(axis=0), (0.787, 0.004, 0.004), atol=0.01)


@pytest.mark.slow
def test_every_channel_becomes_files(renderer: Renderer, drawn: RenderResult, scene: Scene, tmp_path) -> None:
    names = renderer.capabilities.channel_names
    (view,) = drawn.views
    files = write_view(view, tmp_path, "v", scene)
    assert set(names) <= set(files)
    for name in names:
        if find_channel(name).file == "npy":
            np.testing.assert_array_equal(np.load(files[name]), view[name])
    assert sorted(tmp_path.iterdir()) == sorted(files.values())


@pytest.mark.slow
def test_only_the_passes_that_were_asked_for_come(renderer: Renderer, scene: Scene) -> None:
    (view,) = renderer.render(asked(scene, passes=("entity",))).views
    assert view.entity is not None
    assert view.color is view.depth is view.normal is None
    with pytest.raises(RenderError, match=r"has no 'color': it was drawn with entity"):
        view["color"]


@pytest.mark.slow
def test_the_same_request_gives_the_same_pixels(renderer: Renderer, drawn: RenderResult, scene: Scene) -> None:
    names = renderer.capabilities.channel_names
    (first,), (second,) = drawn.views, renderer.render(asked(scene, passes=names, seed=3)).views
    for name in names:
        np.testing.assert_array_equal(first[name], second[name])


@pytest.mark.slow
def test_a_transparent_background_has_alpha(renderer: Renderer, scene: Scene) -> None:
    request = asked(scene, passes=("color", "entity"), background="transparent")
    if not renderer.capabilities.alpha:
        with pytest.raises(RenderError):
            renderer.render(request)
        return
    (view,) = renderer.render(request).views
    assert view.color is not None
    assert view.entity is not None
    assert view.color.shape == (HEIGHT, WIDTH, 4)
    assert (view.color[view.entity >= 0, 3] > 0).mean() > 0.95
    assert (view.entity[view.color[..., 3] == 255] >= 0).mean() > 0.95
    assert view.color[0, 0, 3] == 0


@pytest.mark.slow
def test_views_follow_the_cameras_and_progress_never_goes_back(renderer: Renderer, scene: Scene) -> None:
    near = default_camera(scene, aspect=WIDTH / HEIGHT)
    cameras = (near, near)
    told: list[float] = []
    result = renderer.render(asked(scene, cameras=cameras), job=Job(lambda share, what: told.append(share)))
    assert [v.camera for v in result.views] == list(cameras)
    assert told == sorted(told)


def test_a_cancelled_render_gives_nothing(renderer: Renderer, scene: Scene) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(JobCancelled):
        renderer.render(asked(scene), job=job)


def test_a_request_that_nobody_can_draw_is_refused_before(scene: Scene) -> None:
    for values in ({"width": 0}, {"passes": ("heat",)}, {"samples": 0}, {"background": "sky"}, {"frame": 3}):
        with pytest.raises(RenderError):
            asked(scene, **values)


def test_a_channel_that_a_renderer_lacks_is_refused(renderer: Renderer, scene: Scene) -> None:
    known = register_channel(Channel("nobody_draws", "Nothing.", "float32", (), "", "1", 0.0))
    assert known.name not in renderer.capabilities.channel_names
    with pytest.raises(RenderError, match=r"draws no 'nobody_draws': its passes are color, depth"):
        renderer.render(asked(scene, passes=("color", "nobody_draws")))


def test_options_are_typed_and_described(renderer: Renderer, scene: Scene) -> None:
    schema = json.loads(json.dumps(renderer.options.model_json_schema()))
    assert set(schema["properties"]) == set(renderer.options.model_fields)
    assert schema["additionalProperties"] is False
    assert renderer.options().threads is None
    with pytest.raises(RenderError, match=r"has no option 'wings': it has threads"):
        renderer.render(asked(scene, options={"wings": 2}))
    with pytest.raises(RenderError, match=r"threads of .* is 'many'"):
        renderer.render(asked(scene, threads=None, options={"threads": "many"}))
    with pytest.raises(RenderError, match=r"threads is 1 in the request and 2 in its options"):
        renderer.render(asked(scene, options={"threads": 2}))


def test_options_of_another_renderer_are_refused(renderer: Renderer, scene: Scene) -> None:
    class OtherOptions(RendererOptions):
        pass

    with pytest.raises(RenderError, match=r"takes \w+: it was given OtherOptions"):
        renderer.render(asked(scene, options=OtherOptions()))


@pytest.mark.slow
def test_options_come_as_a_model_or_by_name(renderer: Renderer, scene: Scene) -> None:
    given = {"samples": 2, "threads": 1}
    plain = {"samples": None, "threads": None, "passes": ("color",)}
    (named,) = renderer.render(asked(scene, options=given, **plain)).views
    (typed,) = renderer.render(asked(scene, options=renderer.options(**given), **plain)).views
    np.testing.assert_array_equal(named["color"], typed["color"])


@pytest.mark.slow
def test_what_is_closed_draws_again(renderer: Renderer, scene: Scene) -> None:
    renderer.close()
    renderer.close()
    renderer.open()
    renderer.open()
    assert renderer.render(asked(scene, passes=("entity",))).views
    assert renderer.is_warm


@pytest.mark.slow
def test_threads_share_an_open_renderer(renderer: Renderer, scene: Scene) -> None:
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda _: renderer.render(asked(scene, passes=("entity",))), range(2)))
    np.testing.assert_array_equal(results[0].views[0]["entity"], results[1].views[0]["entity"])


def test_capabilities_are_plain_data(renderer: Renderer) -> None:
    told = json.loads(json.dumps(renderer.capabilities.to_json()))
    assert [c["name"] for c in told["channels"]] == list(renderer.capabilities.channel_names)
    assert renderer.capabilities.camera_models


def test_a_view_refuses_what_its_channel_does_not_promise(scene: Scene) -> None:
    camera = default_camera(scene)
    with pytest.raises(RenderError, match=r"'depth' is \(2, 3\) float32: a renderer gave \(2, 3\) float64"):
        RenderedView(camera, 0, {"depth": np.zeros((2, 3))})
    with pytest.raises(RenderError, match="several sizes"):
        RenderedView(camera, 0, {"depth": np.zeros((2, 3), np.float32), "entity": np.zeros((3, 3), np.int32)})


def test_a_channel_has_one_meaning(scene: Scene) -> None:
    same = find_channel("depth")
    assert register_channel(same) is same
    with pytest.raises(RenderError, match="there is another channel"):
        register_channel(Channel("depth", "Of water.", "float32", (), "", "metres", 0.0))
    with pytest.raises(RenderError, match="cannot be called"):
        Channel("Depth of water", "", "float32", (), "", "1", 0.0)
    assert channel_names()[:4] == list(PASSES)


def test_a_warm_renderer_is_opened_once() -> None:
    first = warm_renderer("boxes")
    assert warm_renderer("boxes") is first
    close_renderers()
    assert warm_renderer("boxes") is not first
    with pytest.raises(RenderError, match=r"there is no renderer 'oven': installed are"):
        warm_renderer("oven")


def test_a_broken_plug_in_is_named(plugged_package, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    about = tmp_path / "broken-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[scenewright.renderers]\nbad = nowhere.at_all:Renderer\nold = builtins:dict\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(
        PluginError, match=r"'bad' of scenewright.renderers, of the package broken, cannot be loaded: Mod"
    ):
        find_renderer("bad")
    with pytest.raises(
        PluginError, match=r"has no name, capabilities, options, .*: it was written for another version"
    ):
        find_renderer("old")
