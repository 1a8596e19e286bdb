"""Edits of the look of an instance: colour and identity."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.comparison import Allowed, Pairs
from scenewright.scene.language.editing.edits import Recolour, SetZ
from scenewright.scene.language.editing.part_colours import part_candidates
from scenewright.scene.language.editing.program_text import Splice, format_length, python_string
from scenewright.scene.language.editing.workbench import Candidate, Workbench
from scenewright.scene.language.vocabulary import named_color
from scenewright.scene.language.vocabulary.stated_colors import with_stated_color
from scenewright.scene.language.vocabulary.surfaces import find_surface
from scenewright.scene.model import Entity, NodeKind, PrimitiveKind, Scene

__all__ = ["recolour_candidates", "set_z_candidates"]


def recolour_candidates(bench: Workbench, entity: Entity, edit: Recolour) -> Iterator[Candidate]:
    if edit.part is not None:
        yield from part_candidates(bench, entity, edit)
        return
    color = np.array(_rgb_of(edit.color) if isinstance(edit.color, str) else edit.color, dtype=np.float64)
    if color.shape != (3,) or not np.isfinite(color).all() or color.min() < 0.0 or color.max() > 1.0:
        raise EditError(f"a colour must be three numbers from 0 to 1, not {edit.color}")
    rows = range(entity.index, bench.scene.subtree_end(entity.index))
    written = f"({', '.join(format_length(float(c)) for c in color)})"

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        new = dict(pairs)
        leaves = [new[i] for i in rows if bench.scene.nodes.primitive[i] != PrimitiveKind.NONE]
        if leaves and np.abs(scene.nodes.color[leaves] - color).max() > 1e-4:
            return "some of its parts would keep their colour"
        return None

    allowed = Allowed(restyled=frozenset(rows))
    span = entity.span
    same = [] if span is None else [i for i in range(len(bench.scene)) if bench.scene.entity(i).span == span]
    call = bench.text.call_at(span) if same == [entity.index] and bench.scene.frames == 1 else None
    arg = (
        None
        if call is None
        else bench.text.argument(call, ("color",), 2 if entity.kind is NodeKind.PRIMITIVE else None)
    )
    restated = _restated(entity, edit.color if isinstance(edit.color, str) and "#" not in edit.color else None)
    if arg is not None:
        literal = Splice(*bench.text.whole_span(arg.value), written)
        yield Candidate(
            "literal", [literal, *(bench.adjust_terms(entity, restated) if restated else ())], goal, allowed
        )
    yield Candidate("adjust", bench.adjust_terms(entity, {"color": written, **restated}), goal, allowed)


def _restated(entity: Entity, color: str | None) -> dict[str, str]:
    """The keywords of an adjust line that change the words and the identity of an instance, where these state a colour."""
    terms = {}
    word = with_stated_color(entity.word, color)
    if word != entity.word or (entity.phrase is not None and with_stated_color(entity.phrase, color) != entity.phrase):
        terms["words"] = python_string(word)
    z, parent = entity.scene.nodes.z, int(entity.scene.nodes.parent[entity.index])
    own = entity.embedding if parent < 0 or z[parent] != z[entity.index] else None
    if own is not None and own.words is not None and with_stated_color(own.words, color) != own.words:
        terms["z"] = f"embed({python_string(with_stated_color(own.words, color))})"
    return terms


def _rgb_of(name: str) -> tuple[float, ...]:
    """A colour by name; that of a material where the name is one, such as walnut."""
    try:
        return named_color(name)
    except ProgramError as error:
        made = find_surface(name)
        if made is not None:
            return made.color
        raise EditError(error.message) from None


def set_z_candidates(bench: Workbench, entity: Entity, edit: SetZ) -> Iterator[Candidate]:
    if not edit.words.strip():
        raise EditError("set-z needs words for the identity")
    expression = f"embed({python_string(edit.words)})"
    row = entity.index
    allowed = Allowed(restyled=frozenset(range(row, bench.scene.subtree_end(row))))

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        z = scene.entity(dict(pairs)[row]).embedding
        return None if z is not None and z.words == edit.words else "it would not get the identity"

    literals = bench.literals(entity)
    if literals is not None:
        yield Candidate("literal", literals.with_z(expression), goal, allowed)
    yield Candidate("adjust", bench.adjust_terms(entity, {"z": expression}), goal, allowed)
