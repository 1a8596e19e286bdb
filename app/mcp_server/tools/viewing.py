"""The tool that looks at a scene."""

from __future__ import annotations

import itertools
import math
import operator
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from scenewright.app.mcp_server.said import data_line
from scenewright.app.mcp_server.tool import ListOf, Outcome, SceneId, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tools.close_views import close_view
from scenewright.app.mcp_server.tools.drawing import draw_picture, draw_plan
from scenewright.scene.errors import PathError

if TYPE_CHECKING:
    from scenewright.app.mcp_server.served_scenes import ServedScene

__all__ = ["VIEW_SCENE", "VIEW_SCENE_COMPACT", "whole_view"]

Point = Annotated[ListOf[float], Field(min_length=3, max_length=3)]

_FOV = 40.0
_SIDES = {
    "above": (0.0, 1.0, 0.001),
    "front": (0.0, 0.25, 1.0),
    "back": (0.0, 0.25, -1.0),
    "left": (-1.0, 0.25, 0.0),
    "right": (1.0, 0.25, 0.0),
    "corner": (0.8, 0.75, 1.0),
}
"""Directions from the middle of the scene toward the eye. Walls that stand in the way are left out of pictures."""

_FILLED = 0.94
"""Share of a picture's width or height that a whole scene takes."""

_VIEWS = {
    **dict.fromkeys(("default", "main", "perspective", "picture", "photo", "first"), "camera"),
    **dict.fromkeys(("second", "other camera"), "other"),
    **dict.fromkeys(("top", "topdown", "birdseye", "overhead"), "above"),
    **dict.fromkeys(("floor", "floorplan", "map", "layout"), "plan"),
    **dict.fromkeys(("isometric", "iso", "3d", "angle", "overview"), "corner"),
    **dict.fromkeys(("behind", "rear"), "back"),
}
"""What models call the views."""


def _view_meant(value: Any) -> Any:
    """A view by its right name: 'from the top' is 'above'."""
    if not isinstance(value, str):
        return value
    words = [
        w
        for w in re.findall(r"\w+", value.lower().replace("'", ""))
        if w not in ("view", "from", "the", "of", "side", "a")
    ]
    plain = "".join(words)
    return _VIEWS.get(plain, _VIEWS.get(words[0] if words else "", plain))


class ViewArguments(ToolRequest):
    """What to look at, and from where."""

    scene: SceneId
    """Id of the scene."""
    view: Annotated[
        Literal["camera", "other", "plan", "above", "front", "back", "left", "right", "corner"],
        BeforeValidator(_view_meant),
    ] = "camera"
    """camera: the scene's own best view; other: its other camera; plan: a floor plan with names and what stands wrong; above, front,
    back, left, right, corner: from there."""
    focus: Annotated[str, Field(max_length=400)] | None = None
    """Look closely at this thing: its name, or words such as 'the lamp near the sofa'."""
    eye: Point | None = None
    """Instead of a view: where the eye is, [x, y, z] in metres, y up. Give target, too."""
    target: Point | None = None
    """What the eye looks at."""
    camera: Annotated[int, Field(ge=0, le=1_000)] | None = None
    """Instead of a view: number of one of the scene's cameras, from 0."""
    width: Annotated[int, Field(ge=64, le=1_600)] = 800
    """Of the picture, in pixels."""
    height: Annotated[int, Field(ge=64, le=1_600)] = 600
    """Of the picture, in pixels."""

    @model_validator(mode="after")
    def _one_viewpoint(self) -> Self:
        if (self.eye is None) != (self.target is None):
            raise ValueError("eye and target go together: give both, each [x, y, z] in metres")
        return self


class CompactViewArguments(ToolRequest):
    """What to look at."""

    scene: SceneId
    """Id of the scene."""
    view: Annotated[Literal["camera", "plan", "above"], BeforeValidator(_view_meant)] = "camera"
    """camera: a picture; plan: a floor plan with names; above: from above."""
    focus: Annotated[str, Field(max_length=400)] | None = None
    """Look closely at this thing."""


class ViewAnswer(ToolResult):
    """What the picture beside it shows; the picture itself is a block of its own."""

    view: str = ""
    width: int = 0
    height: int = 0
    cameras: int = 0
    things: list[str] = Field(default_factory=list)


def view_scene(call: ToolCall, request: ViewArguments) -> Outcome:
    """Draw one picture."""
    scene = call.open(request.scene)
    state = scene.state()
    cameras = state.get("cameras") or []
    size = {"width": request.width, "height": request.height}
    if request.view == "plan" and request.focus is None and request.eye is None and request.camera is None:
        picture, report = draw_plan(scene, call.job)
        shown, warnings = "a floor plan", [data_line(v["message"]) for v in report.get("violations", [])[:8]]
    else:
        shown, view = _viewpoint(scene, state, request, size["width"] / size["height"])
        picture, warnings = draw_picture(scene, {**view, **size}, call.job), []
    if not cameras and "default" in shown:
        warnings.append("the scene has no camera of its own")
    result = ViewAnswer(
        said=f"Here is {shown} of {scene.id}.",
        scene=scene.id,
        revision=scene.revision,
        view=request.view,
        width=picture.width,
        height=picture.height,
        cameras=len(cameras),
        things=[data_line(n["path"]) for n in scene.things(state) if not n["room"] and n["level"] == 1][:60],
        warnings=warnings,
        next=["tell_scene to change it in words"],
    )
    return Outcome(result, [], [picture])


def view_scene_compact(call: ToolCall, request: CompactViewArguments) -> Outcome:
    """The same, with what small models need; the things are said, too."""
    outcome = view_scene(call, ViewArguments(scene=request.scene, view=request.view, focus=request.focus))
    assert isinstance(outcome.result, ViewAnswer)
    outcome.lines.append(f"things: {', '.join(outcome.result.things)}")
    return outcome


def _viewpoint(
    scene: ServedScene, state: Mapping[str, Any], request: ViewArguments, aspect: float
) -> tuple[str, dict[str, Any]]:
    """What is shown in words, and the fields of a render request."""
    cameras = state.get("cameras") or []
    if request.eye is not None and request.target is not None:
        return "the view", {"view": {"eye": request.eye, "target": request.target}}
    if request.focus is not None:
        node = scene.find_thing(request.focus, state)
        return f"a close view of {data_line(node['path'], 80)}", {
            "view": close_view(node, scene.things(state), cameras)
        }
    if request.camera is not None or request.view in ("camera", "other"):
        last = max(len(cameras) - 1, 0)
        number = request.camera if request.camera is not None else last if request.view == "other" else 0
        if number > last:
            count = (
                f"{len(cameras)} cameras, numbered from 0" if cameras else "no camera, and one default view, number 0"
            )
            raise PathError(f"camera: there is no camera {number}: the scene has {count}")
        return f"the view of camera {number}" if cameras else "a default view", {"cameras": [number]}
    return f"the view from {_from(request.view)}", {"view": whole_view(state, request.view, aspect)}


def _from(view: str) -> str:
    return {"above": "above", "corner": "a corner"}.get(view, f"the {view}")


def whole_view(state: Mapping[str, Any], side: str, aspect: float) -> dict[str, Any]:
    """A view from one side that all corners of the scene's box fit into, as fields of a viewpoint."""
    low, high = state["bounds"]
    middle = [(a + b) / 2 for a, b in zip(low, high, strict=True)]
    half = [max(b - a, 0.01) / 2 for a, b in zip(low, high, strict=True)]
    toward = _unit(_SIDES[side])
    right = _unit((toward[2], 0.0, -toward[0]))
    up = _crossed(toward, right)
    steep = math.tan(math.radians(_FOV / 2)) * _FILLED
    distance = 0.0
    for signs in itertools.product((-1.0, 1.0), repeat=3):
        corner = [sign * h for sign, h in zip(signs, half, strict=True)]
        x, y, z = (sum(map(operator.mul, corner, axis)) for axis in (right, up, toward))
        distance = max(distance, z + abs(x) / (steep * aspect), z + abs(y) / steep)
    return {"eye": [m + distance * t for m, t in zip(middle, toward, strict=True)], "target": middle, "fov": _FOV}


def _crossed(a: Sequence[float], b: Sequence[float]) -> tuple[float, ...]:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _unit(vector: Sequence[float]) -> tuple[float, ...]:
    length = math.hypot(*vector) or 1.0
    return tuple(part / length for part in vector)


VIEW_SCENE = Tool(
    "view_scene",
    "Look at a scene",
    "Look at a scene: a picture from its camera, from a side or above, close to one thing, or a floor plan with names.",
    ViewArguments,
    ViewAnswer,
    view_scene,
    {"scene": "reading_corner", "view": "camera"},
    shows=True,
    aliases={
        "thing": "focus",
        "object": "focus",
        "path": "focus",
        "from": "view",
        "position": "eye",
        "look_at": "target",
    },
)
VIEW_SCENE_COMPACT = Tool(
    "view_scene",
    "Look at a scene",
    "Look at a scene: a picture, a floor plan, or one thing closely.",
    CompactViewArguments,
    ViewAnswer,
    view_scene_compact,
    {"scene": "reading_corner"},
    shows=True,
    aliases={"thing": "focus", "object": "focus", "path": "focus"},
)
