"""What people paste, what the documentation says, and what tools say about edits: all of it follows from the code."""

from __future__ import annotations

import base64
import dataclasses
import io
import itertools
import json
import shlex
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scenewright.app.films import FilmRequest, film_endings
from scenewright.app.mcp_server import CLIENTS, TOOLS, client_config, mcp_missing, tool_tables
from scenewright.app.mcp_server.arguments import read_arguments
from scenewright.app.mcp_server.pictures import picture_block
from scenewright.app.mcp_server.tools.close_views import close_view
from scenewright.app.mcp_server.tools.editing import EditRow
from scenewright.app.mcp_server.tools.exporting import FILMS, FORMATS
from scenewright.app.mcp_server.tools.viewing import whole_view
from scenewright.scene.export import export_endings
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing.edits import EDITS
from tests.support.command_line import run
from tests.support.locations import REPOSITORY

ROOT = Path("/somewhere/my scenes")


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8765/mcp"])
def test_configuration_names_the_server(client: str, url: str) -> None:
    made = client_config(client, ROOT, compact=True, url=url)
    if client == "claude-code":
        words = shlex.split(made.text)
        assert words[:3] == ["claude", "mcp", "add"]
        assert (url in words) if url else words[-4:] == ["mcp", "--root", str(ROOT), "--compact"]
        return
    values = tomllib.loads(made.text) if client == "codex" else json.loads(made.text)
    (servers,) = values.values()
    entry = servers["scenewright"]
    if url:
        assert url in json.dumps(entry)
    else:
        assert entry["args"] == ["mcp", "--root", str(ROOT), "--compact"]
        assert entry["command"].endswith("scenewright")


def test_an_unknown_client_is_told_the_known_ones() -> None:
    done = run("mcp", "config", "emacs", code=1)
    assert all(client in done.stderr for client in CLIENTS)
    assert run("mcp", "config", "list").stdout.split() == list(CLIENTS)


def test_a_missing_package_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scenewright.app.mcp_server.serving.find_spec", lambda name: None)
    assert mcp_missing() == "the MCP server needs more packages: pip install 'scenewright[mcp]'"


def test_the_documentation_has_the_tools_as_they_are() -> None:
    page = (REPOSITORY / "docs" / "mcp.md").read_text(encoding="utf-8")
    assert tool_tables() in page, "run: python -m scenewright.app.mcp_server.reference docs/mcp.md"


def test_edits_are_those_of_the_language() -> None:
    kinds = set(EditRow.model_fields["kind"].annotation.__args__)  # type: ignore[union-attr]
    assert kinds == set(EDITS) - {"arrange"}
    fields = {f.name for name, edit in EDITS.items() if name != "arrange" for f in dataclasses.fields(edit)}
    assert set(EditRow.model_fields) == fields - {"alone", "about", "options", "index"}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ({"kind": "recolor", "thing": "table", "colour": "red"}, {"kind": "recolour", "path": "table", "color": "red"}),
        ({"op": "rotate", "path": "a", "angle": "90"}, {"kind": "turn", "path": "a", "degrees": 90.0}),
        ({"kind": "move", "name": "a", "position": [0, 0, 1]}, {"kind": "move", "path": "a", "to": [0, 0, 1]}),
        ({"kind": "add", "object": "vase", "position": [0, 0, 0]}, {"kind": "add", "what": "vase", "at": [0, 0, 0]}),
        ({"kind": "replace", "path": "a", "with": "sofa"}, {"kind": "replace", "path": "a", "what": "sofa"}),
        ({"kind": "rename", "path": "a", "to": "b"}, {"kind": "rename", "path": "a", "name": "b"}),
        ({"kind": "Remove", "name": "a"}, {"kind": "delete", "path": "a"}),
        (
            {"kind": "set_material", "path": "a", "material": "oak"},
            {"kind": "set-material", "path": "a", "surface": "oak"},
        ),
        (
            {"kind": "add", "what": "x", "near": "y", "name": "z"},
            {"kind": "add", "what": "x", "near": "y", "name": "z"},
        ),
        ({"kind": "duplicate", "path": "a", "by": [1, 0, 0]}, {"kind": "duplicate", "path": "a", "by": [1, 0, 0]}),
    ],
)
def test_slips_in_edits_are_understood(slip: dict[str, object], meant: dict[str, object]) -> None:
    request = read_arguments(TOOLS["edit_scene"], {"scene": "s", "revision": 1, "edits": [slip]})
    (row,) = request.model_dump()["edits"]
    assert {name: value for name, value in row.items() if value is not None} == meant


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("from the top", "above"), ("floor plan", "plan"), ("Left side", "left"), ("isometric view", "corner")],
)
def test_slips_in_views_are_understood(slip: str, meant: str) -> None:
    assert read_arguments(TOOLS["view_scene"], {"scene": "s", "view": slip}).view == meant


@pytest.mark.parametrize("side", ["above", "front", "corner"])
@pytest.mark.parametrize("high", [(1.0, 1.0, 1.0), (8.0, 3.0, 4.0), (0.2, 5.0, 0.2)])
def test_views_from_a_side_show_the_whole_scene(side: str, high: tuple[float, float, float]) -> None:
    view = whole_view({"bounds": [[0, 0, 0], list(high)]}, side, 4 / 3)
    eye, target = np.array(view["eye"]), np.array(view["target"])
    toward = (eye - target) / np.linalg.norm(eye - target)
    right = np.cross([0, 1, 0], toward)
    right /= np.linalg.norm(right)
    corners = np.array(list(itertools.product(*zip((0, 0, 0), high, strict=True)))) - eye
    depth = -corners @ toward
    steep = np.tan(np.radians(view["fov"] / 2))
    across = np.abs(corners @ right) / (depth * steep * 4 / 3)
    upward = np.abs(corners @ np.cross(toward, right)) / (depth * steep)
    assert depth.min() > 0
    assert 0.85 < max(across.max(), upward.max()) <= 1.0


def box(at: tuple[float, float, float], size: tuple[float, float, float], **more: object) -> dict[str, object]:
    return {"at": at, "size": size, "room": False, "level": 1, **more}


def test_a_close_view_looks_past_what_stands_before() -> None:
    lamp, camera = box((0, 0, 0), (0.3, 1.5, 0.3)), {"eye": (0, 1.5, 5)}
    free = close_view(lamp, [lamp], [camera])
    assert free["eye"][0] == pytest.approx(0, abs=1e-6)
    assert free["eye"][2] > 1
    cupboard = box((0, 0, 1.2), (1.0, 2.0, 0.4))
    past = close_view(lamp, [lamp, cupboard], [camera])
    assert abs(past["eye"][0]) > 0.8
    wall = box((0, 0, 1.2), (9.0, 2.6, 0.1), room=True)
    assert close_view(lamp, [lamp, wall], [camera]) == free


def test_a_close_view_from_straight_above_is_tilted() -> None:
    view = close_view(box((1, 0, 1), (1, 0.01, 1)), [], [{"eye": (1, 9, 1)}])
    assert view["eye"][1] > 0.2
    assert np.hypot(view["eye"][0] - 1, view["eye"][2] - 1) > 0.01


def test_formats_are_those_that_can_be_exported() -> None:
    assert {f".{name.rpartition('.')[2]}" for name in FORMATS if name != "spz"} <= set(export_endings())


def test_a_film_is_an_export_that_is_filmed(tmp_path: Path) -> None:
    asked: list[tuple[str, FilmRequest]] = []

    def run(action: str, values: dict[str, Any], *, job: Job) -> dict[str, Any]:
        asked.append((action, FilmRequest.model_validate(values)))
        asked[0][1].out.write_bytes(b"film")
        return {"files": [values["out"]], "warnings": []}

    scene = SimpleNamespace(id="study", folder=tmp_path, revision=3, run=run)
    call = SimpleNamespace(open=lambda name: scene, job=Job(), settings=SimpleNamespace(host="127.0.0.1"))
    request = read_arguments(TOOLS["export_scene"], {"scene": "study", "format": "mp4", "camera": "walk"})
    made = TOOLS["export_scene"].run(call, request)
    assert [action for action, _ in asked] == ["film"]
    assert (asked[0][1].path, asked[0][1].out) == ("walk", tmp_path / "exports" / "study.mp4")
    assert [(link.name, link.mime) for link in made.links] == [("study.mp4", "video/mp4")]
    assert set(FILMS) <= {ending.removeprefix(".") for ending in film_endings()}


def test_every_example_of_a_call_is_right() -> None:
    for tool in TOOLS.values():
        tool.request.model_validate(dict(tool.example))


@pytest.mark.parametrize("flat", [False, True])
def test_large_pictures_are_made_small_enough(tmp_path: Path, flat: bool) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (1600, 1600, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    block = picture_block(tmp_path / "noise.png", flat=flat)
    assert len(block.data) < 900_000
    picture = Image.open(io.BytesIO(base64.b64decode(block.data)))
    assert picture.size == (block.width, block.height)
    assert picture.width >= 600


def test_a_picture_keeps_its_size_where_it_may(tmp_path: Path) -> None:
    Image.new("RGBA", (800, 600), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    block = picture_block(tmp_path / "clear.png")
    assert (block.width, block.height, block.mime) == (800, 600, "image/jpeg")
    picture = Image.open(io.BytesIO(base64.b64decode(block.data)))
    assert min(picture.getpixel((10, 10))) > 250  # what nothing covers is white
