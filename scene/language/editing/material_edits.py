"""Edits of the material of an instance. Its numbers are stated where a primitive is made: this call is rewritten. A material by name is
given to the instance as a whole, by its adjust line."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.adjust_lines import find_line
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.edits import SetMaterial
from scenewright.scene.language.editing.program_text import Splice, format_length, python_string
from scenewright.scene.language.editing.workbench import Candidate, Workbench
from scenewright.scene.language.vocabulary.surfaces import find_surface
from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Scene, SourceSpan

__all__ = ["material_candidates"]

_POSITION = 3
"""Of the material among the arguments of ``primitive_call``."""
_LOOK_WORDS = 4
"""Words of a look, such as *polished dark blue marble*."""
_NEAR = 1e-6


def material_candidates(bench: Workbench, entity: Entity, edit: SetMaterial) -> Iterator[Candidate]:
    """
    Raises:
        EditError: nothing is to be set, or no text states the material of this instance alone; the message says where it is stated.
    """
    wanted = edit.values()
    scene = bench.scene
    rows = range(entity.index, scene.subtree_end(entity.index))
    if edit.surface is not None:
        if wanted:
            raise EditError("set-material takes a surface by name or numbers, not both")
        yield _surfaced(bench, entity, rows, edit.surface)
        return
    if not wanted:
        raise EditError("set-material needs roughness, metallic, opacity or emission, or a surface by name")
    leaves = [i for i in rows if scene.nodes.primitive[i] != PrimitiveKind.NONE]
    if not leaves:
        raise EditError(_without_primitives(entity))
    line = find_line(bench.text, scene, entity.path)
    if line is not None and "material" in line.terms:
        splices = bench.adjust_terms(entity, _adjusted(scene.entity(leaves[0]), wanted, "color" in line.terms))
        # its colour is written in four digits
        allowed = Allowed(restyled=frozenset(rows), resurfaced=frozenset(rows))
        yield Candidate("adjust", splices, _kept(bench, leaves, wanted), allowed)
        return
    splices = [
        splice
        for span in dict.fromkeys(scene.entity(i).span for i in leaves)
        for splice in _stated(bench, entity, span, rows, wanted)
    ]

    yield Candidate("literal", splices, _kept(bench, leaves, wanted), Allowed(resurfaced=frozenset(rows)))


def _kept(bench: Workbench, leaves: list[int], wanted: dict[str, float]) -> Callable[[Scene, Pairs], str | None]:
    """Says which leaf would not have a material with these values."""

    def goal(after: Scene, pairs: Pairs) -> str | None:
        new = dict(pairs)
        for i in leaves:
            now = after.entity(new[i]).material
            if any(abs(getattr(now, key) - value) > _NEAR for key, value in wanted.items()):
                return f"'{bench.scene.paths[i]}' would keep its material"
        return None

    return goal


def _adjusted(leaf: Entity, wanted: dict[str, float], coloured: bool) -> dict[str, str]:
    """The terms of an adjust line that states the material already, with other values. A material by name brings its colour, which stays.
    `coloured`: the line states a colour of its own."""
    now = leaf.material
    values = {"roughness": now.roughness, "metallic": now.metallic, "opacity": now.opacity, "emission": now.emission}
    terms = {
        "material": _written({key: value for key, value in (values | wanted).items() if key != "emission" or value})
    }
    if not coloured and leaf.color is not None:
        terms["color"] = f"({', '.join(format_length(c) for c in leaf.color)})"
    return terms


def _surfaced(bench: Workbench, entity: Entity, rows: range, name: str) -> Candidate:
    """The adjust line that makes an instance of a material: its own colour is gone, and so are the words that state its look.

    Raises:
        EditError: there is no material of this name, or nothing of the instance can have one.
    """
    found = find_surface(name)
    if found is None:
        raise EditError(f"there is no material {name!r}: name one, such as walnut, brushed steel or dark blue velvet")
    nodes = bench.scene.nodes
    leaves = [i for i in rows if nodes.primitive[i] not in (PrimitiveKind.NONE, PrimitiveKind.SPLAT)]
    if not leaves or any(nodes.primitive[i] == PrimitiveKind.SPLAT for i in rows):
        raise EditError(_without_primitives(entity))
    terms: dict[str, str | None] = {"color": None, "material": python_string(" ".join(name.split())), "words": None}
    word = _without_look(entity)
    if word is not None:
        terms["words"] = python_string(word)
    else:
        del terms["words"]
    line = bench.adjust_terms(entity, terms)

    def goal(after: Scene, pairs: Pairs) -> str | None:
        new = dict(pairs)
        for i in leaves:
            now = after.entity(new[i])
            if (
                abs(now.material.roughness - found.roughness) > _NEAR
                or abs(now.material.metallic - found.metallic) > _NEAR
            ):
                return f"'{bench.scene.paths[i]}' would keep its material"
            if now.color is None or max(abs(a - b) for a, b in zip(now.color, found.color, strict=True)) > 1e-4:
                return f"'{bench.scene.paths[i]}' would keep its colour"
        return None

    return Candidate("adjust", line, goal, Allowed(restyled=frozenset(rows), resurfaced=frozenset(rows)))


def _without_look(entity: Entity) -> str | None:
    """The word of an instance without the colours and materials that it states, which are no longer true; None where it states none.
    What the catalogue calls the object stays: a *paper towel* of steel is one still."""
    said = entity.phrase or entity.word
    title = "" if entity.asset is None else (entity.asset.title or "").lower()
    before, kept = (said[: -len(title)], said[-len(title) :]) if title and said.lower().endswith(title) else (said, "")
    words = before.split()
    left: list[str] = []
    while words:
        most = len(words) if kept else len(words) - 1
        look = next((n for n in range(min(_LOOK_WORDS, most), 0, -1) if find_surface(" ".join(words[:n]))), 0)
        if look == 0:
            left.append(words.pop(0))
        del words[:look]
    plain = " ".join([*left, kept] if kept else left)
    return plain if plain and plain != said else None


def _without_primitives(entity: Entity) -> str:
    scene = entity.scene
    kinds = {scene.entity(i).kind for i in range(entity.index, scene.subtree_end(entity.index))}
    if entity.asset is not None or any(
        scene.entity(i).asset is not None for i in range(entity.index, scene.subtree_end(entity.index))
    ):
        return (
            f"'{entity.path}' is an object of the catalogue, whose materials have no numbers in the program: give it a material by name, "
            "such as the surface walnut, colour it, or write it as an entity of primitives"
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
