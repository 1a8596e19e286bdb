"""Text that makes another instance: a ``place(...)`` call, and the piece of the text to add it to."""

from __future__ import annotations

import numpy as np

from scenewright.scene.language.editing.call_arguments import PLACING, call_keywords
from scenewright.scene.language.editing.program_text import Splice, format_degrees, format_length, python_string
from scenewright.scene.language.editing.workbench import Workbench
from scenewright.scene.model import Entity, FloatArray, NodeKind, slug

__all__ = ["appended_to_root", "call_of", "place_text", "registered"]


def registered(bench: Workbench) -> set[str]:
    """Names of the entities that the program can place: its own, and those of the libraries that it imports."""
    import libcst as cst

    return {name for use in bench.scene.libraries for name in use.entities} | {
        s.name.value
        for s in bench.text.module.body
        if isinstance(s, cst.FunctionDef) and any("register" in bench.text.text(d.decorator) for d in s.decorators)
    }


def call_of(bench: Workbench, entity: Entity, world_from_local: FloatArray, name: str | None) -> str | None:
    """``place(...)`` as text that makes a copy of an instance at a pose; None (with a reason kept) where none can."""
    if entity.kind is NodeKind.ASSET and entity.asset is not None:
        ref = entity.asset
        words = [python_string(ref.words)]
        words += [f"size=({', '.join(f'{s:.6g}' for s in ref.size)})"] if ref.size else []
        words += [f"seed={ref.seed}"] if ref.seed else []
        return place_text(bench, entity, f"asset_call({', '.join(words)})", world_from_local, name or entity.name)
    if entity.kind is NodeKind.ENTITY and entity.word in registered(bench):
        keywords = call_keywords(bench, entity)
        if keywords is None:
            return None
        what = ", ".join([python_string(entity.word), *keywords])
        if any(keyword.partition("=")[0] in PLACING for keyword in keywords):  # `place` has this keyword itself
            what = f"library_call({what})"
        return place_text(bench, entity, what, world_from_local, name or entity.name)
    bench.reasons.append("it is not an instance of an entity or a catalogue object, which another call could make")
    return None


def place_text(
    bench: Workbench, entity: Entity, what: str, world_from_local: FloatArray, name: str | None
) -> str | None:
    """``place(what, at=..., turn=...)`` in the root's frame, where `entity` would stand at a pose."""
    rel = np.linalg.inv(bench.scene.root.world_from_local) @ world_from_local
    turn = float(np.degrees(np.arctan2(rel[0, 2], rel[0, 0])))
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    if np.abs(rel[:3, :3] - np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])).max() > 1e-6:
        bench.reasons.append("it is tilted, mirrored or scaled, which place(...) cannot express")
        return None
    box = entity.local_bounds
    at = rel[:3, :3] @ np.array([box[:, 0].mean(), box[0, 1], box[:, 2].mean()]) + rel[:3, 3]
    terms = [what, f"at=({', '.join(format_length(float(v)) for v in at)})"]
    if format_degrees(turn) != "0":
        terms.append(f"turn={format_degrees(turn)}")
    if name is not None and slug(entity.word) != name:
        terms.append(f"name={python_string(name)}")
    return f"place({', '.join(terms)})"


def appended_to_root(bench: Workbench, call: str) -> list[Splice] | None:
    """Changes that add `call` to the shapes that the root returns."""
    import libcst as cst

    root = next(
        (s for s in bench.text.module.body if isinstance(s, cst.FunctionDef) and s.name.value == bench.scene.root_name),
        None,
    )
    line = root.body.body[-1] if root is not None and isinstance(root.body, cst.IndentedBlock) else None
    last = line.body[-1] if isinstance(line, cst.SimpleStatementLine) else None
    if not isinstance(last, cst.Return) or last.value is None or bench.scene.frames > 1:
        bench.reasons.append("the function of the root does not end with a return that could be extended")
        return None
    value = last.value
    if (
        isinstance(value, cst.Call)
        and isinstance(value.func, cst.Name)
        and value.func.value == "concat_shapes"
        and value.args
        and not any(isinstance(a.value, cst.GeneratorExp) for a in value.args)
    ):
        start, end = bench.text.element_span(value.args[-1])
        return [Splice(end, end, f",{_gap_before(bench, start)}{call}")]
    start, end = bench.text.whole_span(value)
    return [Splice(start, start, "concat_shapes("), Splice(end, end, f", {call})")]


def _gap_before(bench: Workbench, start: int) -> str:
    """What stands before an argument: a space, or a new line with its indentation where the argument begins its line."""
    data = bench.text.data
    line = max(data.rfind(b"\n", 0, start), data.rfind(b"\r", 0, start)) + 1
    indent = data[line:start]
    return f"{bench.text.newline}{indent.decode()}" if line and not indent.strip() else " "
