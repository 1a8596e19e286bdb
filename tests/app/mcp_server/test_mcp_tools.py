"""Every tool, called as a client calls it. Each result fits the tool's schema, says its text, and holds its pictures as blocks alone."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from scenewright.app.mcp_server import TOOLS
from scenewright.scene.export.usd import usd_available
from tests.support.mcp_scenes import STUDY, scene_in
from tests.support.raw_mcp import RawHttp, pictures_of

MOST_PICTURE = 900_000
SCHEMAS: dict[str, dict[str, Any]] = {}


@pytest.fixture(scope="module", autouse=True)
def schemas(mcp: RawHttp) -> dict[str, dict[str, Any]]:
    for tool in mcp.request("tools/list")["result"]["tools"]:
        jsonschema.Draft202012Validator.check_schema(tool["inputSchema"])
        jsonschema.Draft202012Validator.check_schema(tool["outputSchema"])
        SCHEMAS[tool["name"]] = tool
    return SCHEMAS


@pytest.fixture
def scene(mcp_root: Path, request: pytest.FixtureRequest) -> str:
    """A scene of the test's own, at revision 1."""
    name = request.node.name.removeprefix("test_")[:50]
    scene_in(mcp_root, name)
    return name


def good(mcp: RawHttp, tool: str, /, **arguments: Any) -> dict[str, Any]:
    """The structured content of a call that succeeds, with its pictures and text beside it."""
    jsonschema.validate(arguments, SCHEMAS[tool]["inputSchema"])
    result = mcp.tool(tool, **arguments)
    assert not result.get("isError"), result["content"]
    values: dict[str, Any] = result["structuredContent"]
    jsonschema.validate(values.get("result", values), SCHEMAS[values.get("tool") or tool]["outputSchema"])
    values = values.get("result", values)
    text = result["content"][0]["text"]
    assert values["said"] in text
    for block in result["content"]:
        if block["type"] == "image":
            assert len(block["data"]) < MOST_PICTURE
            assert block["data"][:200] not in json.dumps(values)
            assert block["data"][:200] not in text
    return {**values, "pictures": pictures_of(result), "text": text}


def size(picture: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(picture)).size


def test_a_scene_is_made_of_a_program(mcp: RawHttp) -> None:
    made = good(mcp, "create_scene", program=STUDY, title="My Study!", picture=False)
    assert made["scene"] == "my_study"
    assert {"desk", "armchair", "lamp", "vase"} <= set(made["things"])
    assert made["title"] == "My Study!"
    assert not made["pictures"]
    listed = good(mcp, "list_scenes", search="my study")
    assert [s["title"] for s in listed["scenes"]] == ["My Study!"]
    assert listed["scenes"][0]["revision"] == made["revision"]


def test_things_are_listed_with_places(mcp: RawHttp) -> None:
    read = good(mcp, "read_scene", scene="study")
    things = {t["name"]: t for t in read["things"]}
    assert things["armchair"]["at"] == pytest.approx([-1.2, 0, 0.6], abs=0.1)
    assert things["armchair"]["faces"] == 120
    assert "armchair: " in read["text"]
    assert read["revision"] >= 1


def test_parts_are_found_by_name(mcp: RawHttp) -> None:
    read = good(mcp, "read_scene", scene="study", search="wall")
    assert {t["name"] for t in read["things"]} >= {"room/wall_left", "room/wall_back"}


def test_the_program_is_read_as_data(mcp: RawHttp) -> None:
    read = good(mcp, "read_scene", scene="study", part="program")
    assert read["program"] == STUDY
    assert "<<<DATA\nfrom scene.language" in read["text"]


def test_relations_and_history_are_read(mcp: RawHttp) -> None:
    assert good(mcp, "read_scene", scene="study", part="relations")["relations"] == ["near(lamp, desk)"]
    assert len(good(mcp, "read_scene", scene="study", part="history")["history"]) >= 1


def test_a_scene_is_seen_from_its_camera(mcp: RawHttp) -> None:
    seen = good(mcp, "view_scene", scene="study", width=96, height=64)
    assert [size(p) for p in seen["pictures"]] == [(96, 64)]
    assert seen["cameras"] == 1


@pytest.mark.parametrize("view", ["above", "corner", "left"])
def test_a_scene_is_seen_from_a_side(mcp: RawHttp, view: str) -> None:
    seen = good(mcp, "view_scene", scene="study", view=view, width=96, height=72)
    picture = Image.open(io.BytesIO(seen["pictures"][0])).convert("L")
    low, high = picture.getextrema()
    assert high - low > 60  # something is to be seen


def test_the_floor_plan_is_a_picture(mcp: RawHttp) -> None:
    seen = good(mcp, "view_scene", scene="study", view="plan")
    assert Image.open(io.BytesIO(seen["pictures"][0])).format == "PNG"


def test_one_thing_is_seen_closely(mcp: RawHttp) -> None:
    seen = good(mcp, "view_scene", scene="study", focus="the vase on the desk", width=96, height=72)
    assert "a close view of vase" in seen["said"]


def test_an_eye_of_ones_own(mcp: RawHttp) -> None:
    seen = good(mcp, "view_scene", scene="study", eye=[0, 1.6, 1.2], target=[0, 0.7, -1], width=96, height=72)
    assert size(seen["pictures"][0]) == (96, 72)


def test_a_sentence_changes_the_scene(mcp: RawHttp, scene: str) -> None:
    start = good(mcp, "read_scene", scene=scene)["revision"]
    told = good(mcp, "tell_scene", scene=scene, revision=start, text="make the armchair red")
    assert (told["outcome"], told["changed"]) == ("changed", ["armchair"])
    assert told["revision"] == start + 1
    again = good(
        mcp, "tell_scene", scene=scene, revision=start + 1, text="move it 20 cm to the left", selection=["armchair"]
    )
    assert again["changed"] == ["armchair"]


def test_a_question_is_answered_in_the_dialogue(mcp: RawHttp) -> None:
    told = good(mcp, "tell_scene", scene="study", revision=1, text="how many lamps are there?")
    assert told["outcome"] == "answered"
    assert told["changed"] == []


def test_what_is_not_understood_changes_nothing(mcp: RawHttp) -> None:
    result = mcp.tool("tell_scene", scene="study", revision=1, text="flibber the wozzle")
    assert result["isError"]
    assert "nothing was changed" in result["content"][0]["text"]
    assert good(mcp, "read_scene", scene="study")["revision"] == 1


def test_edits_are_one_step_and_taken_back(mcp: RawHttp, scene: str) -> None:
    edits = [
        {"kind": "move", "path": "armchair", "by": [0.2, 0, 0]},
        {"kind": "recolour", "path": "lamp", "color": "#224488"},
        {"kind": "delete", "path": "vase"},
    ]
    made = good(mcp, "edit_scene", scene=scene, revision=1, edits=edits, picture=True)
    assert made["revision"] == 2
    assert made["gone"] == ["vase"]
    assert set(made["changed"]) == {"armchair", "lamp"}
    assert len(made["pictures"]) == 1
    back = good(mcp, "step_scene", scene=scene, revision=2)
    assert back["revision"] == 3
    assert good(mcp, "read_scene", scene=scene, part="program")["program"] == STUDY
    assert good(mcp, "step_scene", scene=scene, revision=3, what="redo")["revision"] == 4


def test_edits_say_what_they_make_collide(mcp: RawHttp, scene: str) -> None:
    edits = [{"kind": "move", "path": "lamp", "to": [0, 0, -1.1]}]
    made = good(mcp, "edit_scene", scene=scene, revision=1, edits=edits)
    assert made["consequences"]
    found = good(mcp, "check_scene", scene=scene)
    assert not found["sound"]
    assert any("lamp" in p for p in found["problems"])
    mended = good(mcp, "arrange_scene", scene=scene, revision=2, keep=["desk"])
    assert mended["moved"] or mended["offered"]
    assert all(not line.startswith("desk") for line in mended["moved"])


def test_a_piece_of_the_program_is_replaced(mcp: RawHttp, scene: str) -> None:
    pieces = [{"old": "room(4, 3, 2.6)", "new": "room(5, 4, 2.6)"}]
    written = good(mcp, "write_program", scene=scene, revision=1, replace=pieces)
    assert written["revision"] == 2
    room = next(t for t in good(mcp, "read_scene", scene=scene)["things"] if t["name"] == "room")
    assert room["size"][0] == pytest.approx(5.2, abs=0.11)


def test_a_check_says_what_holds(mcp: RawHttp) -> None:
    found = good(mcp, "check_scene", scene="study")
    assert [r["relation"].partition(",")[0] for r in found["relations"]] == ["near(lamp"]
    assert found["sound"] == (not found["problems"] and found["relations"][0]["holds"])


def test_things_are_found_and_shown(mcp: RawHttp) -> None:
    found = good(mcp, "find_things", scene="study", query="something to sit on", picture=True)
    assert found["found"][0]["name"] == "armchair"
    assert len(found["pictures"]) == 1
    assert good(mcp, "find_things", scene="study", query="a giraffe")["found"] == []


def test_questions_are_counted(mcp: RawHttp) -> None:
    asked = good(mcp, "ask_scene", scene="study", question="how many lamps are there?")
    assert asked["answered"]
    assert "one" in asked["answer"].lower()
    assert asked["basis"] == ["lamp"]


def test_objects_materials_and_language_are_looked_up(mcp: RawHttp) -> None:
    assert good(mcp, "look_up", words="sofa")["entries"][0]["name"] == "sofa"
    assert "oak" in [e["name"] for e in good(mcp, "look_up", kind="materials", words="oak")["entries"]]
    assert len(good(mcp, "look_up", kind="language")["entries"]) > 10
    assert "asset_call" in good(mcp, "look_up", kind="language", words="asset_call")["text"]


@pytest.mark.parametrize("form", ["glb", "html", "obj", "usdz", "xml", "graph.json"])
def test_a_scene_is_exported(mcp: RawHttp, mcp_root: Path, form: str) -> None:
    if form == "usdz" and (missing := usd_available()):
        pytest.skip(missing)
    made = good(mcp, "export_scene", scene="study", format=form)
    assert all(Path(file["file"]).parent == mcp_root / "study" / "exports" for file in made["files"])
    file = Path(made["files"][0]["file"])
    assert file.name == f"study.{form}"
    assert file.stat().st_size == made["files"][0]["bytes"] > 1000
    read = mcp.request("resources/read", {"uri": made["files"][0]["uri"]})
    assert "blob" in read["result"]["contents"][0]


def test_jobs_are_listed(mcp: RawHttp) -> None:
    good(mcp, "list_scenes")
    assert good(mcp, "job", do="list")["jobs"][0]["tool"] == "list_scenes"


def test_no_tool_was_left_out() -> None:
    called = set(re.findall(r'good\(mcp, "(\w+)"', Path(__file__).read_text(encoding="utf-8")))
    assert set(TOOLS) == called
    assert len(TOOLS) <= 15
