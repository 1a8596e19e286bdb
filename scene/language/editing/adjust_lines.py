"""``adjust(...)`` lines: the last resort of an edit, for instances whose pose no literal of the text decides alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.scene.language.editing.program_text import (
    ProgramText,
    Splice,
    format_degrees,
    format_length,
    python_string,
)
from scenewright.scene.model import FloatArray, Scene
from scenewright.scene.model.bounds import bounds_in_frame

if TYPE_CHECKING:
    import libcst as cst

__all__ = [
    "AdjustLine",
    "adjust_terms",
    "append_statement",
    "find_line",
    "foot_in_parent",
    "new_line",
    "pose_terms",
    "short_path",
    "terms_motion",
    "without_adjusts",
]

_KEYWORDS = ("move", "turn", "scale", "pose", "color", "remove", "words", "z", "material")


class AdjustLine:
    """A module-level ``adjust('path', key=...)`` statement whose keywords can be rewritten one by one."""

    def __init__(self, text: ProgramText, call: cst.Call) -> None:
        self.text = text
        self.call = call
        self.terms: dict[str, str] = {}
        position = 0
        for arg in call.args:
            if arg.keyword is not None:
                self.terms[arg.keyword.value] = text.whole_text(arg.value)
            else:
                if position > 0:
                    self.terms[_KEYWORDS[position - 1]] = text.whole_text(arg.value)
                position += 1

    @property
    def path_text(self) -> str:
        arg = self.text.argument(self.call, ("path",), 0)
        assert arg is not None
        return self.text.whole_text(arg.value)

    def rewritten(self, terms: dict[str, str | None]) -> Splice:
        """Changes that set keywords of the line, or remove those with None; a line without keywords is removed."""
        merged = {k: v for k, v in {**self.terms, **terms}.items() if v is not None and k != "path"}
        if not merged:
            return Splice(*self.text.statement_span(self.call), "")
        ordered = [f"{k}={merged[k]}" for k in _KEYWORDS if k in merged]
        return Splice(*self.text.span(self.call), f"adjust({', '.join([self.path_text, *ordered])})")


def _is_plain(text: ProgramText, call: cst.Call) -> bool:
    """Whether the call is a statement of its own at module level and its path is a literal."""
    import libcst as cst

    arg = text.argument(call, ("path",), 0)
    if text.has_star(call) or arg is None or not isinstance(arg.value, cst.SimpleString):
        return False
    if not isinstance(text.parent(call), cst.Expr):
        return False
    line = next(n for n in text.ancestors(call) if isinstance(n, cst.SimpleStatementLine))
    return len(line.body) == 1 and isinstance(text.parent(line), cst.Module)


def find_line(text: ProgramText, scene: Scene, path: str) -> AdjustLine | None:
    """The line that adjusts the instance of this full path; None where there is none."""
    for adjust in reversed(scene.adjusts):
        if adjust.resolved == path:
            call = text.call_at(adjust.span)
            if call is not None and _is_plain(text, call):
                return AdjustLine(text, call)
    return None


def without_adjusts(text: ProgramText) -> list[Splice]:
    """Changes that remove every plain adjust line: the remaining tree is the one that adjust paths refer to."""
    return [Splice(*text.statement_span(c), "") for c in text.calls_named("adjust") if _is_plain(text, c)]


def append_statement(text: ProgramText, statement: str, after: tuple[str, ...]) -> Splice:
    """Insert a line behind the last module statement that calls one of `after` when it runs, else at the end."""
    tree = ast.parse(text.data.decode())  # ast is ten times as fast as the concrete syntax tree
    ends = [s.end_lineno or s.lineno for s in tree.body if any(_calls(s, after))]
    at = text.line_end(max(ends)) if ends else len(text.data)
    before = text.data[:at]
    newline = text.newline
    lead = "" if not before or before.endswith((b"\n", b"\r")) else newline
    if not ends and before.strip():
        lead += newline  # a blank line before the first of its kind
    return Splice(at, at, f"{lead}{statement}{newline}")


def _calls(node: ast.AST, names: tuple[str, ...]) -> Iterator[bool]:
    """True for each call of one of `names` that runs when the node runs; calls inside a function do not."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
        yield True
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, names)


def short_path(scene: Scene, path: str) -> str:
    """The shortest end of a full path that names one instance only. `scene`: the tree before adjusts, which adjust paths
    refer to; instances that adjusts remove are still in it."""
    segments = path.split("/")
    gone = [a.resolved for a in scene.adjusts if a.remove and a.resolved and a.resolved != path]
    alike = [scene.paths[row] for row in scene.rows_named(segments[-1])]
    every = [*alike, *(p for p in gone if p.endswith(segments[-1]))]
    for k in range(1, len(segments)):
        short = "/".join(segments[-k:])
        if sum(1 for p in every if p == short or p.endswith("/" + short)) == 1:
            return short
    return path


def foot_in_parent(base: Scene, row: int) -> FloatArray:
    """(3,) bottom centre of an instance's box in its parent's frame: adjusts scale and turn about this point."""
    box = bounds_in_frame(base, row, base.parent_frame(row))
    return np.array([(box[0, 0] + box[1, 0]) / 2.0, box[0, 1], (box[0, 2] + box[1, 2]) / 2.0])


def pose_terms(foot: FloatArray, parent_from_parent: FloatArray) -> dict[str, str | None]:
    """Keywords of ``adjust`` that apply a matrix of the parent's frame to an instance with its bottom centre at `foot` (3,).

    The matrix is split into a scale and a turn about the foot, and a move; one that cannot be split is written as `pose`.
    """
    linear = parent_from_parent[:3, :3]
    scales = np.linalg.norm(linear, axis=0)
    terms: dict[str, str | None] = {"move": None, "turn": None, "scale": None, "pose": None}
    rotation = linear / scales
    turn = float(np.degrees(np.arctan2(rotation[0, 2], rotation[0, 0])))
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    if np.abs(rotation - np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])).max() > 1e-6:
        rows = ", ".join(f"({', '.join(f'{v:.9g}' for v in r)})" for r in parent_from_parent.tolist())
        terms["pose"] = f"({rows})"
        return terms
    move = linear @ foot + parent_from_parent[:3, 3] - foot
    return terms | adjust_terms(move, turn, scales)


def terms_motion(foot: FloatArray, terms: Mapping[str, str | None]) -> FloatArray:
    """(4, 4) motion in the parent's frame of keywords that :func:`pose_terms` wrote."""

    def value(key: str, default: Any) -> Any:
        return default if terms[key] is None else ast.literal_eval(terms[key] or "")

    if terms["pose"] is not None:
        return np.array(value("pose", None), dtype=np.float64)
    turn = np.radians(float(value("turn", 0.0)))
    c, s = float(np.cos(turn)), float(np.sin(turn))
    scales = np.broadcast_to(np.array(value("scale", 1.0), dtype=np.float64), (3,))
    motion = np.eye(4)
    motion[:3, :3] = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]]) @ np.diag(scales)
    motion[:3, 3] = foot - motion[:3, :3] @ foot + np.array(value("move", (0.0, 0.0, 0.0)), dtype=np.float64)
    return motion


def adjust_terms(move: FloatArray, turn: float, scales: FloatArray) -> dict[str, str | None]:
    """``move``, ``turn`` and ``scale`` as text; None for those without effect."""
    numbers = [format_length(float(v)) for v in move]
    degrees = format_degrees(turn)
    factors = [f"{float(v):.6g}" for v in scales]
    return {
        "move": None if numbers == ["0", "0", "0"] else f"({', '.join(numbers)})",
        "turn": None if degrees in ("0", "360", "-360") else degrees,
        "scale": None
        if factors == ["1", "1", "1"]
        else factors[0]
        if len(set(factors)) == 1
        else f"({', '.join(factors)})",
    }


def new_line(path: str, terms: dict[str, str | None]) -> str | None:
    keywords = [f"{k}={terms[k]}" for k in _KEYWORDS if terms.get(k) is not None]
    return f"adjust({', '.join([python_string(path), *keywords])})" if keywords else None
