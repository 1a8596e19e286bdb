"""Colours one part of a catalogue object: the words that ask for the object name the part with its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.comparison import Pairs
from scenewright.scene.language.editing.edits import Recolour
from scenewright.scene.language.editing.program_text import Splice, python_string
from scenewright.scene.language.editing.workbench import Candidate, RowPairs, Workbench
from scenewright.scene.language.vocabulary import find_color
from scenewright.scene.model import AssetRef, Entity, NodeKind, Scene

__all__ = ["part_candidates"]


def part_candidates(bench: Workbench, entity: Entity, edit: Recolour) -> Iterator[Candidate]:
    ref, part = entity.asset, " ".join((edit.part or "").lower().split())
    if entity.kind is not NodeKind.ASSET or ref is None or ref.node is not None or ":" in ref.words:
        raise EditError(f"'{entity.path}' is no catalogue object: recolour the instance that is its part")
    color = _in_words(edit.color)
    if not re.fullmatch(r"[\w -]+", part):
        raise EditError("the part is a word, such as frame or legs")
    wanted = _rephrased(ref.words, color, part)
    row = bench.bare._path_index[entity.path]

    def every_row(bare: Scene) -> RowPairs | None:
        return [(i, i) for i in range(len(bare))] if len(bare) == len(bench.bare) else None

    def here(scene: Scene, path_map: Mapping[str, str | None]) -> str:
        return path_map.get(entity.path) or entity.path

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        found = next((r for r in scene.assets if r.words == wanted), None)
        if found is None or found.source != ref.source:
            return f"the words {wanted!r} mean another object"
        return f"no part '{part}' of it takes a colour of its own" if found.id == ref.id else None

    splices = _renamed(bench, entity, ref, wanted)
    if splices is None:
        return
    yield Candidate(
        "literal", splices, goal, restructure=every_row, successor=lambda bare: bare.paths[row], new_path=here
    )


def _in_words(color: str | Sequence[float]) -> str:
    """The colour as a phrase can say it: a name as it is, numbers as ``#rrggbb``.

    Raises:
        EditError: there is no colour of this name, or a number lies outside of 0 to 1.
    """
    if isinstance(color, str):
        if find_color(color) is None:
            raise EditError(
                f"there is no colour {color!r}: name one, such as 'dark green', or give '#rrggbb' or r,g,b from 0 to 1"
            )
        return " ".join(color.split())
    if min(color) < 0.0 or max(color) > 1.0:
        raise EditError(f"a colour must be three numbers from 0 to 1, not {tuple(color)}")
    return "#" + "".join(f"{round(255.0 * c):02x}" for c in color)


def _rephrased(words: str, color: str, part: str) -> str:
    """The words with the part in this colour, in place of the colour that they give it."""
    said = re.compile(rf"\b(with|and) (?:an? )?(?:(?!with\b|and\b)[\w#-]+ ){{0,3}}{re.escape(part)}\b")
    if said.search(words):
        return said.sub(lambda found: f"{found[1]} {color} {part}", words, count=1)
    joint = "and" if re.search(r"\bwith\b", words) else "with"
    return f"{words} {joint} {color} {part}"


def _renamed(bench: Workbench, entity: Entity, ref: AssetRef, words: str) -> list[Splice] | None:
    """Changes that ask for one instance in other words."""
    span = entity.span
    alone = span is not None and sum(bench.scene.entity(i).span == span for i in range(len(bench.scene))) == 1
    call = bench.text.call_at(span) if alone else None
    said = None if call is None else bench.text.argument(call, ("words",), 0)
    if said is not None and bench.text.text(call.func) == "asset_call":  # type: ignore[union-attr]
        return [Splice(*bench.text.whole_span(said.value), python_string(words))]
    literals = bench.literals(entity)
    what = None if literals is None else bench.text.argument(literals.call, ("what",), 0)
    if what is None:
        bench.reasons.append("no text of its own asks for it")
        return None
    size = "" if ref.size is None else f", size=({', '.join(f'{s:.6g}' for s in ref.size)})"
    seed = f", seed={ref.seed}" if ref.seed else ""
    return [Splice(*bench.text.whole_span(what.value), f"asset_call({python_string(words)}{size}{seed})")]
