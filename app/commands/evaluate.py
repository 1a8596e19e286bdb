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

_SHOWN_ROWS = 300
_SHOWN_ALIKE = 24
"""Most instances of one name that are shown under a parent; the others are counted, unless all are asked for."""
_NAMES_MOST = 44
"""The most columns that names and their branches take before the sizes."""
_BRANCH = 4
"""Columns of one level of the tree."""


def run(
    where: str, *, seed: int | None, root: str | None, frame: int, first: int, all_rows: bool, as_json: bool
) -> None:
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
        _show(reporter, result.scene, all_rows=all_rows)
        reporter.warnings(result.scene.warnings)


def _show(reporter: Reporter, scene: Scene, *, all_rows: bool) -> None:
    """The tree of a scene with sizes and places in columns. `all_rows`: leave nothing out."""
    from rich.text import Text
    from rich.tree import Tree

    lo, hi = scene.bounds
    size = " x ".join(f"{v:.2f}" for v in hi - lo)
    unit = " m" if scene.units == "m" else ""
    head = f"{scene.root_name}: {scene.leaf_rows.size} primitives, {size}{unit}"
    reporter.table(Text(head + (f", {scene.frames} frames" if scene.frames > 1 else "")))
    names = min(_NAMES_MOST, max((_width(e) for e in scene.entities()), default=0))
    unit_said = " (m)" if scene.units == "m" else ""
    title = Text(printable(scene.root.name).ljust(names))
    title.append(f"  {f'extents in x, y and z{unit_said}':<28} middle of its bottom", style="dim")
    tree = Tree(title)
    branches = {0: tree}
    depths = {0: 0}
    most_rows, most_alike = (
        (scene.nodes.parent.size, scene.nodes.parent.size) if all_rows else (_SHOWN_ROWS, _SHOWN_ALIKE)
    )
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
        if shown >= most_rows:
            hidden += 1
        elif nth == most_alike and len(same) > most_alike + 1:
            parent.add(Text(printable(f"... {len(same) - nth} more {entity.name} (--all shows them)"), style="dim"))
        elif nth < most_alike or len(same) <= most_alike + 1:
            depths[entity.index] = depths[above] + 1
            branches[entity.index] = parent.add(_label(entity, names - _BRANCH * depths[entity.index]))
            shown += 1
    reporter.table(tree)
    if hidden:
        reporter.table(Text(f"... and {hidden} more (--all shows them)"))
    for relation in scene.relations:
        reporter.table(Text(printable(f"  {relation.text}"), style="dim"))


def _width(entity: Entity) -> int:
    """The columns that the name of an entity takes in the tree, with the branches before it."""
    return _BRANCH * entity.path.count("/") + len(printable(entity.path.rsplit("/", 1)[-1]))


def _label(entity: Entity, columns: int) -> Text:
    from rich.text import Text

    from scenewright.scene.model import NodeKind

    lo, hi = entity.bounds
    label = Text(printable(entity.path.rsplit("/", 1)[-1]).ljust(columns))
    size = " x ".join(f"{v:.2f}" for v in hi - lo)
    label.append(f"  {size:<28} ({(lo[0] + hi[0]) / 2:.2f}, {lo[1]:.2f}, {(lo[2] + hi[2]) / 2:.2f})", style="dim")
    if entity.kind is NodeKind.ASSET:
        label.append(printable(f"  {entity.word}"), style="italic")
    return label
