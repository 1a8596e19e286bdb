"""The edit that adds a thing to a scene: a registered entity, or an object of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scenewright.scene.errors import EditError
from scenewright.scene.language.editing.adjust_lines import append_statement, short_path
from scenewright.scene.language.editing.comparison import Pairs
from scenewright.scene.language.editing.edits import Add
from scenewright.scene.language.editing.instance_calls import appended_to_root, registered
from scenewright.scene.language.editing.program_text import Splice, format_degrees, format_length, python_string
from scenewright.scene.language.editing.workbench import Candidate, RowPairs, Workbench, check_finite, check_name
from scenewright.scene.model import Scene, slug

__all__ = ["add_candidates"]


def add_candidates(bench: Workbench, edit: Add) -> Iterator[Candidate]:
    """One ``place`` call among the shapes that the root returns, and the relations to what the thing stands on or near. Without `at`
    the call states no position, so that the layout finds one."""
    words = edit.what.strip()
    if not words:
        raise EditError("add needs the name of an entity, or words for a catalogue object")
    if edit.at is not None and (edit.on is not None or edit.near is not None):
        raise EditError("add takes either `at`, or what the thing is `on` or `near`")
    if edit.turn is not None and edit.at is None:
        raise EditError("add takes `turn` together with `at`: otherwise the layout turns the thing")
    others = {kind: bench.scene.find(path).path for kind, path in (("on", edit.on), ("near", edit.near)) if path}
    known = words in registered(bench)
    name = check_name(edit.name) if edit.name is not None else None if known else slug(words)
    splices = appended_to_root(bench, _place_text(bench, edit, words, known, name))
    if splices is None:
        return

    def appended(bare: Scene) -> RowPairs | None:
        children = bare.children_of(0)
        start = children[-1] if children else len(bare)
        return [(i, i) for i in range(len(bench.bare))] if start == len(bench.bare) else None

    def last(scene: Scene) -> str:
        return scene.paths[scene.children_of(0)[-1]]

    def related(bare: Scene) -> list[Splice]:
        new = short_path(bare, last(bare))
        calls = [f"{kind}({python_string(new)}, {python_string(short_path(bare, b))})" for kind, b in others.items()]
        return [append_statement(bench.text, f"relate({', '.join(calls)})", ("relate",))] if calls else []

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        new, added = last(scene), scene.relations[len(bench.scene.relations) :]
        missed = any(new not in paths for r in added for paths in [r.paths.get("a", ())])
        return "a relation would mean something else" if missed or len(added) != len(others) else None

    yield Candidate(
        "statement",
        splices,
        goal,
        restructure=appended,
        new_path=lambda scene, _: last(scene),
        further=related,
        added_relation=bool(others),
    )


def _place_text(bench: Workbench, edit: Add, words: str, known: bool, name: str | None) -> str:
    terms = [python_string(words) if known else f"asset_call({python_string(words)})"]
    if edit.at is not None:
        at = np.array(edit.at, dtype=np.float64)
        turn = 0.0 if edit.turn is None else edit.turn
        check_finite(np.array([*at, turn]))
        root_from_world = np.linalg.inv(bench.scene.root.world_from_local)
        at = root_from_world[:3, :3] @ at + root_from_world[:3, 3]
        terms.append(f"at=({', '.join(format_length(float(v)) for v in at)})")
        if format_degrees(turn) != "0":
            terms.append(f"turn={format_degrees(turn)}")
    if name is not None:
        terms.append(f"name={python_string(name)}")
    return f"place({', '.join(terms)})"
