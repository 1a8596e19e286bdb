"""``scenewright evaluate``: runs a program and shows its scene."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from rich.text import Text

    from scenewright.scene.model import Entity, Scene

__all__ = ["run"]

_SHOWN_ROWS = 80
_SHOWN_ALIKE = 3
"""Most instances of one name that are shown under a parent; the others are counted."""


def run(where: str, *, seed: int | None, root: str | None, frame: int, first: int, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.evaluating import EVALUATE, EvaluateRequest
        from scenewright.app.terminal.process import open_with_settings

        session, _ = open_with_settings(where, {"seed": seed, "root": root}, reporter)
        with reporter.job("evaluating") as job:
            result = EVALUATE(session, EvaluateRequest(frame=frame, first=first), job=job)
        if as_json:
            reporter.result(result.report(), "")
            return
        _show(reporter, result.scene)
        reporter.warnings(result.scene.warnings)


def _show(reporter: Reporter, scene: Scene) -> None:
    from rich.text import Text
    from rich.tree import Tree

    lo, hi = scene.bounds
    size = " x ".join(f"{v:.2f}" for v in hi - lo)
    unit = " m" if scene.units == "m" else ""
    head = f"{scene.root_name}: {scene.leaf_rows.size} primitives, {size}{unit}"
    reporter.table(Text(head + (f", {scene.frames} frames" if scene.frames > 1 else "")))
    tree = Tree(Text(printable(scene.root.name)))
    branches = {0: tree}
    like: dict[tuple[int, str], list[int]] = {}
    for entity in scene.entities():
        if entity.index:
            like.setdefault((int(scene.nodes.parent[entity.index]), entity.name), []).append(entity.index)
    shown = hidden = 0
    seen: Counter[tuple[int, str]] = Counter()
    for entity in scene.entities():
        above = int(scene.nodes.parent[entity.index])
        parent = branches.get(above)
        if parent is None or not entity.index:
            continue
        same = like[above, entity.name]
        nth = seen[above, entity.name]
        seen[above, entity.name] += 1
        if shown >= _SHOWN_ROWS:
            hidden += 1
        elif nth == _SHOWN_ALIKE and len(same) > _SHOWN_ALIKE + 1:
            parent.add(Text(printable(f"... {len(same) - nth} more {entity.name}"), style="dim"))
        elif nth < _SHOWN_ALIKE or len(same) <= _SHOWN_ALIKE + 1:
            branches[entity.index] = parent.add(_label(entity))
            shown += 1
    reporter.table(tree)
    if hidden:
        reporter.table(Text("... and more (--json shows more)"))
    for relation in scene.relations:
        reporter.table(Text(printable(f"  {relation.text}"), style="dim"))


def _label(entity: Entity) -> Text:
    from rich.text import Text

    from scenewright.scene.model import NodeKind

    lo, hi = entity.bounds
    label = Text(printable(entity.path.rsplit("/", 1)[-1]))
    label.append(f"  at ({(lo[0] + hi[0]) / 2:.2f}, {lo[1]:.2f}, {(lo[2] + hi[2]) / 2:.2f})", style="dim")
    if entity.kind is NodeKind.ASSET:
        label.append(printable(f"  {entity.word}"), style="italic")
    return label
