"""The edit that duplicates an instance, with its adjusts; several copies can be written together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from scenewright.scene.errors import EditError, ProgramError
from scenewright.scene.language.editing.adjust_lines import (
    append_statement,
    find_line,
    foot_in_parent,
    new_line,
    pose_terms,
    short_path,
)
from scenewright.scene.language.editing.comparison import EXACT, Allowed, Pairs, first_difference
from scenewright.scene.language.editing.edits import Duplicate
from scenewright.scene.language.editing.instance_calls import appended_to_root, call_of
from scenewright.scene.language.editing.program_text import Splice
from scenewright.scene.language.editing.workbench import Candidate, RowPairs, Workbench, check_finite, check_name
from scenewright.scene.model import Entity, FloatArray, Scene

__all__ = ["CopyPlan", "copies_candidate", "copy_plans", "duplicate_candidates"]


@dataclass(frozen=True, slots=True, eq=False)
class CopyPlan:
    """One way to write a copy of `entity`. `how` and `splices`: as those of a candidate. `parent`: path of the instance that the copy
    appears in. `target`: (4, 4) its world_from_local."""

    entity: Entity
    how: str
    splices: list[Splice]
    parent: str
    target: FloatArray

    @property
    def place(self) -> tuple[str, str, int] | None:
        """What plans have in common whose copies follow each other in the text and in the tree; None where it changes the text at several
        places."""
        only = self.splices[0] if len(self.splices) == 1 else None
        return None if only is None or only.start != only.end else (self.how, self.parent, only.start)


def duplicate_candidates(bench: Workbench, entity: Entity, edit: Duplicate) -> Iterator[Candidate]:
    for plan in copy_plans(bench, entity, edit):
        yield copies_candidate(bench, [plan], [])


def copy_plans(bench: Workbench, entity: Entity, edit: Duplicate) -> Iterator[CopyPlan]:
    """The ways to write a copy, best first.

    Raises:
        EditError: it is the root, or a number or the name cannot be used.
    """
    parent = entity.parent
    if parent is None:
        raise EditError("the root is the scene itself: it cannot be duplicated")
    by = np.array(edit.by, dtype=np.float64)
    check_finite(by)
    name = None if edit.name is None else check_name(edit.name)
    bare = bench.bare.find(entity.path)
    target = entity.world_from_local.copy()
    target[:3, 3] += by
    literals = bench.literals(entity, upright=True)
    if literals is not None:
        splices = literals.moved(by)
        if splices is not None and name is not None:
            named = literals.named(name)
            splices = None if named is None else [*splices, *named]
        copied = None if splices is None else literals.followed_by(bench.text.piece(literals.call, splices))
        if copied is not None:
            yield CopyPlan(entity, "literal", copied, parent.path, target)
    unadjusted = parent.world_from_local @ bare.parent_from_local
    unadjusted[:3, 3] += by
    try:
        call = call_of(bench, bare, unadjusted, name)
    except ProgramError as error:
        bench.reasons.append(f"the arguments of its call cannot be observed: {error}")
        return
    splices = None if call is None else appended_to_root(bench, call)
    if splices is not None:
        yield CopyPlan(entity, "statement", splices, bench.scene.root.path, target)


def copies_candidate(bench: Workbench, plans: Sequence[CopyPlan], inserted: list[str]) -> Candidate:
    """A candidate in which the copies of all plans appear, one behind the other. The plans have one `place`, or there is one plan.

    Args:
        inserted: gets the paths of the copies when the candidate is tried, in the order of `plans`.
    """
    rows = [bench.bare._path_index[plan.entity.path] for plan in plans]
    sizes = [bench.bare.subtree_end(row) - row for row in rows]
    total = sum(sizes)
    holder = bench.bare._path_index[plans[0].parent]
    world_from_parent = bench.scene.find(plans[0].parent).world_from_local

    def restructure(bare: Scene) -> RowPairs | None:
        if len(bare) != len(bench.bare) + total:
            return None
        children = [c for c in bare.children_of(holder) if c > holder]
        for k in reversed(range(len(children) - len(plans) + 1)):
            block = children[k : k + len(plans)]
            start = block[0]
            if [bare.subtree_end(c) - c for c in block] != sizes:
                continue
            pairs = [(i, i if i < start else i + total) for i in range(len(bench.bare))]
            if first_difference(bench.bare, bare, pairs, Allowed(moved=frozenset(range(len(bench.bare))))) is None:
                inserted[:] = [bare.paths[c] for c in block]
                return pairs
        return None

    def further(bare: Scene) -> list[Splice]:
        return [
            splice
            for plan, path in zip(plans, inserted, strict=True)
            for splice in _copied_adjusts(
                bench, plan.entity, bare, path, np.linalg.inv(world_from_parent) @ plan.target
            )
        ]

    def goal(scene: Scene, pairs: Pairs) -> str | None:
        wrong = (_unlike(bench.scene, scene, plan, path) for plan, path in zip(plans, inserted, strict=True))
        return next(filter(None, wrong), None)

    return Candidate(
        plans[0].how,
        [splice for plan in plans for splice in plan.splices],
        goal,
        restructure=restructure,
        new_path=lambda *_: inserted[-1],
        appearing=lambda: inserted,
        further=further,
    )


def _unlike(before: Scene, scene: Scene, plan: CopyPlan, path: str) -> str | None:
    """How the copy at `path` differs from what its plan says, in words; None where it does not."""
    entity, new = plan.entity, scene._path_index.get(path)
    if new is None:
        return "the copy would not appear"
    start, end = entity.index, before.subtree_end(entity.index)
    if scene.subtree_end(new) - new != end - start:
        return "the copy would have other parts"
    a, b = before.nodes, scene.nodes
    inside, copied = slice(start + 1, end), slice(new + 1, new + end - start)
    if (np.abs(a.parent_from_local[inside] - b.parent_from_local[copied]) > EXACT).any():
        return "the copy would differ (does the program use random numbers?)"
    if not np.allclose(a.color[inside], b.color[copied], rtol=0.0, atol=EXACT, equal_nan=True):
        return "the copy would have other colours"
    far = np.abs(scene.world_from_local[new] - plan.target).max()
    return None if far < 5e-4 * max(1.0, float(np.abs(plan.target).max())) else "the copy would stand at another place"


def _copied_adjusts(bench: Workbench, entity: Entity, bare: Scene, path: str, local: FloatArray) -> list[Splice]:
    """The adjust lines of an instance and its parts, repeated for its copy at `path`."""
    statements: list[str | None] = []
    for old in dict.fromkeys(a.resolved for a in bench.scene.adjusts if a.resolved):
        if old != entity.path and not old.startswith(f"{entity.path}/"):
            continue
        line = find_line(bench.text, bench.scene, old)
        if line is None:
            continue
        terms: dict[str, str | None] = dict(line.terms)
        if old == entity.path:
            row = bare._path_index[path]
            foot = foot_in_parent(bare, row)
            terms |= pose_terms(foot, local @ np.linalg.inv(bare.nodes.parent_from_local[row]))
        statements.append(new_line(short_path(bare, path + old[len(entity.path) :]), terms))
    return [append_statement(bench.text, s, ("adjust",)) for s in statements if s is not None]
