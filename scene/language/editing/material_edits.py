"""Edits of the material of an instance. The language states a material where a primitive is made: this call is rewritten."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.edits import SetMaterial
from scenewright.scene.language.editing.program_text import Splice, format_length
from scenewright.scene.language.editing.workbench import Candidate, Workbench
from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Scene, SourceSpan

__all__ = ["material_candidates"]

_POSITION = 3
"""Of the material among the arguments of ``primitive_call``."""
_NEAR = 1e-6


def material_candidates(bench: Workbench, entity: Entity, edit: SetMaterial) -> Iterator[Candidate]:
    """
    Raises:
        EditError: nothing is to be set, or no text states the material of this instance alone; the message says where it is stated.
    """
    wanted = edit.values()
    if not wanted:
        raise EditError("set-material needs roughness, metallic, opacity or emission")
    scene = bench.scene
    rows = range(entity.index, scene.subtree_end(entity.index))
    leaves = [i for i in rows if scene.nodes.primitive[i] != PrimitiveKind.NONE]
    if not leaves:
        raise EditError(_without_primitives(entity))
    splices = [
        splice
        for span in dict.fromkeys(scene.entity(i).span for i in leaves)
        for splice in _stated(bench, entity, span, rows, wanted)
    ]

    def goal(after: Scene, pairs: Pairs) -> str | None:
        new = dict(pairs)
        for i in leaves:
            now = after.entity(new[i]).material
            if any(abs(getattr(now, key) - value) > _NEAR for key, value in wanted.items()):
                return f"'{scene.paths[i]}' would keep its material"
        return None

    yield Candidate("literal", splices, goal, Allowed(resurfaced=frozenset(rows)))


def _without_primitives(entity: Entity) -> str:
    scene = entity.scene
    kinds = {scene.entity(i).kind for i in range(entity.index, scene.subtree_end(entity.index))}
    if entity.asset is not None or any(
        scene.entity(i).asset is not None for i in range(entity.index, scene.subtree_end(entity.index))
    ):
        return (
            f"'{entity.path}' is an object of the catalogue, whose materials are its own: colour it, replace it by one of another "
            "material, such as 'leather armchair', or write it as an entity of primitives, which take a material"
        )
    what = "a capture" if NodeKind.SPLAT in kinds else "without primitives"
    return f"'{entity.path}' is {what}: only primitives have a material that a program states"


def _stated(
    bench: Workbench, entity: Entity, span: SourceSpan | None, rows: range, wanted: dict[str, float]
) -> list[Splice]:
    """The change of one call that makes primitives of this instance."""
    scene = bench.scene
    call = bench.text.call_at(span)
    line = "" if span is None else f" in line {span.line}"
    others = [i for i in range(len(scene)) if i not in rows and scene.entity(i).span == span]
    if others:
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        raise EditError(
            f"the material of '{entity.path}' is stated{line}, which makes '{scene.paths[others[0]]}'{more} as well: give the function a "
            "parameter for the material, or change all of them in the program"
        )
    if call is None or bench.text.has_star(call):
        raise EditError(f"the material of '{entity.path}' is computed{line}: change it there in the program")
    arg = bench.text.argument(call, ("material",), _POSITION)
    if arg is None:
        return [bench.text.insert_argument(call, f"material={_written(wanted)}")]
    return [Splice(*bench.text.whole_span(arg.value), _merged(bench.text.whole_text(arg.value), wanted))]


def _written(values: dict[str, float]) -> str:
    return "{" + ", ".join(f"'{key}': {format_length(value)}" for key, value in values.items()) + "}"


def _merged(text: str, wanted: dict[str, float]) -> str:
    """The text of a material with other values: a dict of literals keeps its other items, any other expression is unpacked."""
    try:
        given = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return "{**" + text + ", " + _written(wanted)[1:]
    if not isinstance(given, dict):
        return _written(wanted)
    items = {key: repr(value) for key, value in given.items()} | {key: format_length(v) for key, v in wanted.items()}
    return "{" + ", ".join(f"{key!r}: {value}" for key, value in items.items()) + "}"
