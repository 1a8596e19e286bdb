"""The checker's findings in words, with the coordinates of the scene: models lose count of where things are, so each turn says it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.checker import CheckedScene, CheckFinding, Severity
from scenewright.app.agent.making.placed_things import placed_things
from scenewright.app.language_models import data_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scenewright.scene.model import Scene

__all__ = ["coordinate_lines", "feedback_text", "finding_lines"]

_SHOWN, _MOST_THINGS = 16, 120
"""Most findings of one kind, and most things with their coordinates; the rest are counted."""


def feedback_text(checked: CheckedScene) -> str:
    """The next turn of the writer's conversation; '' where nothing should change."""
    if checked.report.passed:
        return ""
    parts = [
        f"The program evaluates. It was laid out and checked: {checked.report.summary()}.",
        *_block("Wrong:", [f for f in checked.report.findings if f.severity > Severity.NOTE]),
        *_block("Good to know; nothing must change for it:", [f for f in checked.report.findings if f.severity == 0]),
        *_places(checked.scene),
        "",
        "Correct what is wrong and leave everything else as it is. Reply with the whole corrected program in one ```python block.",
    ]
    return "\n".join(parts)


def finding_lines(findings: Sequence[CheckFinding]) -> list[str]:
    """A line for each finding, at most :data:`_SHOWN` of them."""
    lines = [f"- {data_line(f.says)}{f'. To do: {data_line(f.advice)}' if f.advice else ''}" for f in findings[:_SHOWN]]
    if len(findings) > _SHOWN:
        lines.append(f"- ... and {len(findings) - _SHOWN} more")
    return lines


def coordinate_lines(scene: Scene) -> list[str]:
    """Where the things directly below the root stand now: the middle of the bottom of each, its size, and where it faces."""
    children = placed_things(scene)
    lines = []
    for entity in children[:_MOST_THINGS]:
        low, high = entity.bounds
        middle = ((low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2)
        front = entity.world_from_local[:3, 2]
        at = ", ".join(f"{v:.2f}" for v in middle)
        size = " x ".join(f"{v:.2f}" for v in high - low)
        lines.append(f"- {data_line(entity.name, 80)}: at ({at}), {size}, faces ({front[0]:.1f}, {front[2]:.1f})")
    if len(children) > _MOST_THINGS:
        lines.append(f"- ... and {len(children) - _MOST_THINGS} more")
    return lines


def _block(title: str, findings: Sequence[CheckFinding]) -> list[str]:
    return ["", title, *finding_lines(findings)] if findings else []


def _places(scene: Scene) -> list[str]:
    lines = coordinate_lines(scene)
    title = "Where things are after the layout (middle of the bottom; box width x height x depth; x and z of the direction it faces):"
    return ["", title, *lines] if lines else []
