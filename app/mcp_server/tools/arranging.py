"""The tools that check and mend how things stand."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from scenewright.app.mcp_server.said import data_line, lines_of
from scenewright.app.mcp_server.tool import ListOf, Outcome, SceneId, Tool, ToolCall, ToolRequest, ToolResult
from scenewright.app.mcp_server.tools.changing import ChangeAnswer, ChangeArguments, shown_after

__all__ = ["ARRANGE_SCENE", "CHECK_SCENE"]

_MOST = 30


class CheckArguments(ToolRequest):
    """Which scene to check."""

    scene: SceneId
    """Id of the scene."""


class JudgedRelation(BaseModel):
    """A relation of the program, and whether it holds."""

    relation: str
    holds: bool
    reason: str = ""


class CheckAnswer(ToolResult):
    """What the exact geometry says. Numbers come before opinions: believe this rather than a picture."""

    sound: bool = False
    problems: list[str] = Field(default_factory=list)
    relations: list[JudgedRelation] = Field(default_factory=list)


def check_scene(call: ToolCall, request: CheckArguments) -> Outcome:
    """Certify the scene; nothing moves."""
    scene = call.open(request.scene)
    report = scene.run("layout", {"check": True}, job=call.job)
    return Outcome(*_judged(report, CheckAnswer(scene=scene.id, revision=scene.revision)))


def _judged(report: dict[str, Any], result: CheckAnswer) -> tuple[CheckAnswer, list[str]]:
    problems = _problems(report)
    result.sound = bool(report["holds"])
    result.problems = problems[:_MOST]
    result.relations = [
        JudgedRelation(relation=data_line(r["text"]), holds=bool(r["satisfied"]), reason=data_line(r["reason"]))
        for r in report["relations"][:60]
    ]
    held = sum(r.holds for r in result.relations)
    result.said = (
        f"Sound: nothing collides or floats, and all {held} relations hold."
        if result.sound
        else f"{len(problems)} problems; {held} of {len(result.relations)} relations hold."
    )
    if not result.sound:
        result.next.append("arrange_scene mends it with the smallest moves")
    lines = lines_of(result.problems, 12, before="problem: ")
    lines += lines_of(
        [f"{r.relation}: {r.reason}" for r in result.relations if not r.holds], 12, before="does not hold: "
    )
    return result, lines


def _problems(report: dict[str, Any]) -> list[str]:
    found = [data_line(v["message"]) for v in report.get("violations", [])]
    found += [data_line(c["says"]) for c in report.get("conflicts", [])]
    fell = (report.get("settle") or {}).get("fell") or []
    found += [f"falls when let go: {data_line(str(path))}" for path in fell]
    found += [f"a part floats: {data_line(str(part))}" for part in report.get("floating_parts", [])]
    return list(dict.fromkeys(found))


class ArrangeArguments(ChangeArguments):
    """How much may move."""

    accept: bool = False
    """Also make a large repair; otherwise it is only offered."""
    keep: Annotated[ListOf[str], Field(max_length=200)] = Field(default_factory=list)
    """Names of things that must not move."""


class ArrangeAnswer(ChangeAnswer):
    """What moved, and what stays wrong."""

    sound: bool = False
    problems: list[str] = Field(default_factory=list)
    moved: list[str] = Field(default_factory=list)
    offered: list[str] = Field(default_factory=list)
    """Moves of a large repair that was not made: call again with accept=true."""


def arrange_scene(call: ToolCall, request: ArrangeArguments) -> Outcome:
    """Repair the layout with the smallest moves."""
    scene = call.open(request.scene)
    values = {"accept": request.accept, "keep": request.keep, "based_on": request.revision, "best_effort": True}
    report = scene.run("layout", values, job=call.job.part(0.0, 0.8 if request.picture else 1.0))
    offer = report.get("offered") or {}
    result = ArrangeAnswer(
        scene=scene.id,
        revision=report["revision"],
        sound=bool(report["holds"]),
        problems=_problems(report)[:_MOST],
        moved=[_move(m) for m in report.get("moved", [])][:_MOST],
        offered=[_move(m) for m in offer.get("moves", [])][:_MOST],
        warnings=lines_of(report.get("notes", [])),
    )
    result.changed = [m.partition(":")[0] for m in result.moved]
    what = f"Moved {len(result.moved)} things" if report["changed"] else "Moved nothing"
    result.said = f"{what}; {'all is sound now' if result.sound else f'{len(result.problems)} problems are left'}."
    if result.offered:
        result.next.append("arrange_scene with accept=true makes the large repair that is offered")
    if report["changed"]:
        result.next.append("step_scene with what=undo takes it back")
    lines = lines_of(result.moved, 12, before="moved ") + lines_of(result.offered, 12, before="would move ")
    lines += lines_of(result.problems, 12, before="left: ")
    return shown_after(call, request, Outcome(result, lines))


def _move(move: dict[str, Any]) -> str:
    """A move of a layout's report in one line."""
    path = str(move["path"])
    turned = f" and {move['turn_deg']:g} degrees" if move["turn_deg"] else ""
    return data_line(f"{path.partition('/')[2] or path}: {move['distance_m']:g} m{turned}, since {move['why']}")


CHECK_SCENE = Tool(
    "check_scene",
    "Check a scene",
    "Check by exact geometry what collides, floats, blocks doors or leaves the room, and which relations hold. Changes nothing.",
    CheckArguments,
    CheckAnswer,
    check_scene,
    {"scene": "reading_corner"},
)
ARRANGE_SCENE = Tool(
    "arrange_scene",
    "Mend the layout",
    "Mend collisions, floating things and relations that do not hold, with the smallest moves, as one undo step.",
    ArrangeArguments,
    ArrangeAnswer,
    arrange_scene,
    {"scene": "reading_corner", "revision": 4, "keep": ["bookshelf"]},
    changes=True,
    kept=True,
)
