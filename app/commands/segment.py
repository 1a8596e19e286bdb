"""``scenewright capture program``: turns Gaussians with a language field into a scene folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, UsageError, guarded
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from scenewright.scene.semantics.capture_programs import CapturedScene

__all__ = ["run"]

_HOLES = ("keep", "fill")


def run(*, as_json: bool, **values: Any) -> None:
    """`values`: the fields of :class:`scenewright.app.actions.capture_programs.CaptureProgramRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.capture_programs import CAPTURE_PROGRAM, CaptureProgramRequest

        if values["holes"] not in _HOLES:
            raise UsageError(f"--holes {values['holes']} is neither keep nor fill")
        request = CaptureProgramRequest(**values)
        with reporter.job("taking the capture apart", kept="capture program", scene=request.splats) as job:
            result = CAPTURE_PROGRAM(request, job=job)
        reporter.warnings(result.warnings)
        report = {**result.report(), "warnings": list(result.warnings[len(result.scene.notes) :])}
        reporter.result(report, _summary(result.scene, result.folder))


def _summary(scene: CapturedScene, folder: Path) -> str:
    room = scene.room
    shape = (
        f"a room of {room.width:.2f} x {room.depth:.2f} x {room.height:.2f}"
        if room.enclosed
        else "no room, open ground"
    )
    unsure = sum(not t.called.sure for t in scene.things)
    unnamed = f", {unsure} of them without a name" if unsure else ""
    lines = [f"{folder}: {shape}, {len(scene.surfaces)} surfaces, {len(scene.things)} things{unnamed}"]
    for thing in sorted(scene.things, key=lambda t: t.name):
        size = " x ".join(f"{v:.2f}" for v in thing.size)
        where = thing.support or "no support found"
        front = f", its back to the {thing.wall} wall" if thing.wall else ""
        lines.append(f"  {thing.name:<24} {size}, on: {where}{front}")
    return "\n".join(map(printable, lines))
