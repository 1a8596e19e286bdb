"""Writing edits into a program's text, and keeping only those that change what was meant and nothing else.

Every edit is a list of candidates, best first: literals of the ``place`` call that made the instance, then an
``adjust`` line. A candidate is spliced in, evaluated, and held against the scene before; the first that changes its
target as wished and nothing else is kept. Where none does, the edit is refused with the reason of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from scene.bounds import bounds_in_frame
from scene.errors import EditError, PathError, ProgramError
from scene.language.adjust_lines import append_statement, find_line, new_line, pose_terms, short_path, without_adjusts
from scene.language.comparison import Allowed, Pairs, first_difference, rows_without, surviving_relations
from scene.language.edits import (
    AddRelation,
    Delete,
    DropRelation,
    Duplicate,
    Edit,
    Move,
    Recolour,
    Rename,
    Replace,
    Scale,
    SetZ,
    Turn,
)
from scene.language.place_literals import PlaceLiterals
from scene.language.program_text import ProgramText, Splice, format_degrees, format_length, python_string
from scene.language.references import reference_splices, relation_removal
from scene.language.relations import SIGNATURES
from scene.language.session import closest
from scene.model import Entity, FloatArray, NodeKind, PrimitiveKind, Scene, slug

__all__ = ["EditResult", "Evaluate", "apply_edit"]

Evaluate = Callable[[str], Scene]


@dataclass(frozen=True, slots=True)
class EditResult:
    """What an edit made.

    `how`: 'literal' (the text's own numbers and names), 'adjust' (an adjust line) or 'statement'. `path` is where the
    target, or the new instance, is now; '' where it is gone. `path_map` holds the paths that changed: old -> new, None
    where the instance is gone.
    """

    source: str
    scene: Scene
    how: str
    path: str
    path_map: Mapping[str, str | None]


def apply_edit(source: str, edit: Edit, evaluate: Evaluate, *, scene: Scene | None = None) -> EditResult:
    """Write one edit into a program's text.

    Args:
        source: the text. What the edit does not touch stays byte for byte.
        edit: what to do.
        evaluate: text to Scene, as :func:`scene.language.program.evaluate` with seed and assets bound.
        scene: the scene of `source` where it is at hand.

    Raises:
        EditError: the edit cannot be made without changing something that was not meant; the message says why.
        PathError: the path names nothing, or several instances.
        ProgramError: `source` itself does not evaluate.
    """
    return _Editor(source, evaluate, scene or evaluate(source)).apply(edit)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Changes to the text, and what they are to make of the scene."""

    how: str
    splices: list[Splice]
    goal: Callable[[Scene, Pairs], str | None]
    """What is wrong with the new scene, or None."""
    allowed: Allowed = field(default_factory=Allowed)
    restructure: Callable[[Scene], list[tuple[int, int]] | None] | None = None
    """For an edit that changes the tree: (row before, row after) of what survives, both without adjusts."""
    bare_splices: list[Splice] | None = None
    """The part of `splices` that changes the tree before adjusts; None: all of them."""
    successor: Callable[[Scene], str] | None = None
    """Path, without adjusts, of what takes the place of the target: references to the target come to mean it."""
    dropped_relation: int | None = None
    added_relation: bool = False
    new_path: Callable[[Scene, Mapping[str, str | None]], str] | None = None


class _Editor:
    def __init__(self, source: str, evaluate: Evaluate, scene: Scene) -> None:
        self.text = ProgramText(source)
        self.evaluate = evaluate
        self.scene = scene
        self.reasons: list[str] = []

    @cached_property
    def bare(self) -> Scene:
        """The scene before any adjust: adjust paths mean this tree."""
        removal = without_adjusts(self.text)
        return self.evaluate(self.text.spliced(removal)) if removal else self.scene

    def apply(self, edit: Edit) -> EditResult:
        for candidate in self._candidates(edit):
            try:
                result = self._tried(candidate, edit)
            except ProgramError as error:
                self.reasons.append(f"the text would fail: {error}")
                continue
            if isinstance(result, EditResult):
                return result
            self.reasons.append(result)
        told = "; ".join(dict.fromkeys(self.reasons)) or "no way to write it was found"
        raise EditError(f"{edit.kind} of '{_subject(edit)}' was refused, nothing is changed: {told}")

    def _tried(self, candidate: _Candidate, edit: Edit) -> EditResult | str:
        splices = candidate.splices
        path_map: dict[str, str | None] = {}
        if candidate.restructure is not None:
            # adjust lines inside a changed piece go with it, so only those outside are taken out
            tree_splices = splices if candidate.bare_splices is None else candidate.bare_splices
            free = [s for s in without_adjusts(self.text) if not _touching(s, tree_splices)]
            bare = self.evaluate(self.text.spliced([*tree_splices, *free])) if tree_splices else self.bare
            pairs = candidate.restructure(bare)
            if pairs is None:
                return "the tree would not change as meant"
            path_map = _path_map(self.bare, bare, pairs)
            if candidate.successor is not None:
                path_map[self._target] = candidate.successor(bare)
            splices = [*splices, *reference_splices(self.text, self.scene, bare, path_map, splices)]
        source = self.text.spliced(splices)
        scene = self.evaluate(source)
        index = scene._path_index
        pairs = []
        for i, old in enumerate(self.scene.paths):
            new = path_map.get(old, old)
            if new is not None and not (candidate.successor and old == self._target):
                if new not in index:
                    return f"'{old}' would be lost"
                pairs.append((i, index[new]))
        wrong = first_difference(self.scene, scene, pairs, candidate.allowed) or candidate.goal(scene, pairs)
        wrong = wrong or self._relations_differ(candidate, scene, path_map)
        if wrong:
            return wrong
        target = candidate.new_path(scene, path_map) if candidate.new_path else path_map.get(self._target, self._target)
        changed = {old: new for old, new in path_map.items() if old != new}
        return EditResult(source, scene, candidate.how, target or "", changed)

    def _relations_differ(self, candidate: _Candidate, scene: Scene, path_map: dict[str, str | None]) -> str | None:
        old = [r for i, r in enumerate(self.scene.relations) if i != candidate.dropped_relation]
        before = surviving_relations(old, path_map)
        after = surviving_relations(scene.relations, None)
        if candidate.added_relation:
            after = after[: len(before)]
        for r, (a, b) in enumerate(zip(before, after, strict=False)):
            if a != b:
                return f"relation {r} ({a[0]}) would change its meaning: its names are computed, or no name fits"
        return None if len(before) == len(after) else "a relation would be lost or appear"

    # -- candidates ---------------------------------------------------------------------------------------------------

    def _candidates(self, edit: Edit) -> Iterator[_Candidate]:
        if isinstance(edit, AddRelation):
            yield self._add_relation(edit)
            return
        if isinstance(edit, DropRelation):
            yield self._drop_relation(edit)
            return
        entity = self.scene.find(edit.path)  # type: ignore[attr-defined]
        self._target = entity.path
        if isinstance(edit, (Move, Turn, Scale)):
            yield from self._pose_candidates(entity, edit)
        elif isinstance(edit, Recolour):
            yield from self._recolour(entity, edit)
        elif isinstance(edit, SetZ):
            yield from self._set_z(entity, edit)
        elif isinstance(edit, Rename):
            yield from self._rename(entity, edit)
        elif isinstance(edit, Delete):
            yield from self._delete(entity)
        elif isinstance(edit, Duplicate):
            yield from self._duplicate(entity, edit)
        elif isinstance(edit, Replace):
            yield from self._replace(entity, edit)
        else:
            raise EditError(f"there is no way to write {type(edit).__name__}")

    _target = ""

    def _literals(self, entity: Entity) -> PlaceLiterals | None:
        found = PlaceLiterals.of(self.text, entity)
        if isinstance(found, str):
            self.reasons.append(found)
            return None
        if not found.upright:
            self.reasons.append("the frame that it is placed in is tilted, mirrored or sheared")
            return None
        return found

    # poses

    def _pose_candidates(self, entity: Entity, edit: Move | Turn | Scale) -> Iterator[_Candidate]:
        row = entity.index
        wanted = self._wanted_pose(entity, edit)
        size = float(np.abs(entity.local_bounds).max() * np.abs(wanted[:3, :3]).max())
        slack = 2e-4 * max(1.0, size)

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            found = scene.nodes.parent_from_local[dict(pairs)[row]]
            far = np.abs(found - wanted)
            if far[:3, :3].max() > 2e-4 * max(1.0, float(np.abs(wanted[:3, :3]).max())) or far[:3, 3].max() > slack:
                return "the pose would not come out as wished"
            return None

        allowed = Allowed(moved=frozenset({row}))
        literals = None if isinstance(edit, Scale) else self._literals(entity)
        if literals is not None:
            if isinstance(edit, Move):
                delta = entity_world(self.scene, row, wanted)[:3, 3] - entity.world_from_local[:3, 3]
                splices = literals.moved(delta)
            else:
                assert isinstance(edit, Turn)
                splices = literals.turned(edit.degrees)
            if splices is None:
                self.reasons.append("the place(...) call holds no literal to change")
            else:
                yield _Candidate("literal", splices, goal, allowed)
        yield _Candidate("adjust", self._adjust(entity, wanted), goal, allowed)

    def _wanted_pose(self, entity: Entity, edit: Move | Turn | Scale) -> FloatArray:
        """parent_from_local (4, 4) after the edit."""
        local = entity.parent_from_local
        parent = entity.parent
        world_from_parent = np.eye(4) if parent is None else parent.world_from_local
        box = bounds_in_frame(self.scene, entity.index, self.scene.parent_frame(entity.index))
        base = np.array([(box[0, 0] + box[1, 0]) / 2.0, box[0, 1], (box[0, 2] + box[1, 2]) / 2.0])
        change = np.eye(4)
        if isinstance(edit, Move):
            if (edit.by is None) == (edit.to is None):
                raise EditError("move takes either `by` or `to`")
            if edit.by is not None:
                by = np.array(edit.by, dtype=np.float64)
            else:
                world = entity.bounds
                by = np.array(edit.to, dtype=np.float64) - [world[:, 0].mean(), world[0, 1], world[:, 2].mean()]
            _check_finite(by)
            change[:3, 3] = np.linalg.solve(world_from_parent[:3, :3], by)
        elif isinstance(edit, Turn):
            _check_finite(np.array(edit.degrees))
            place = entity.place
            if place is not None:
                since = local @ np.linalg.inv(place.placed)
                base = since[:3, :3] @ np.array(place.at) + since[:3, 3]
            angle = np.radians(edit.degrees)
            c, s = float(np.cos(angle)), float(np.sin(angle))
            change[:3, :3] = [[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]]
            change[:3, 3] = base - change[:3, :3] @ base
        else:
            factors = np.broadcast_to(np.array(edit.factor, dtype=np.float64), (3,))
            _check_finite(factors)
            if (factors <= 0.0).any():
                raise EditError(f"scale of '{entity.path}' must be above 0, not {edit.factor}")
            change[:3, :3] = np.diag(factors)
            change[:3, 3] = base - factors * base
        moved: FloatArray = change @ local
        return moved

    def _adjust(self, entity: Entity, wanted: FloatArray) -> list[Splice]:
        """The adjust line that gives an instance a pose, added or updated."""
        line = find_line(self.text, self.scene, entity.path)
        if line is None:
            terms = pose_terms(self.scene, entity.index, wanted @ np.linalg.inv(entity.parent_from_local))
            return self._new_adjust(entity, terms)
        # totals start from the tree without this line
        without = self.evaluate(self.text.spliced([line.rewritten(dict.fromkeys(line.terms))]))
        base = without.find(entity.path)
        terms = pose_terms(without, base.index, wanted @ np.linalg.inv(base.parent_from_local))
        return [line.rewritten(terms)]

    def _new_adjust(self, entity: Entity, terms: dict[str, str | None]) -> list[Splice]:
        statement = new_line(short_path(self.scene, entity.path), terms)
        return (
            []
            if statement is None
            else [append_statement(self.text, statement, ("adjust",) if self.scene.adjusts else ("relate",))]
        )

    def _adjust_term(self, entity: Entity, key: str, value: str) -> list[Splice]:
        line = find_line(self.text, self.scene, entity.path)
        return [line.rewritten({key: value})] if line is not None else self._new_adjust(entity, {key: value})

    # looks

    def _recolour(self, entity: Entity, edit: Recolour) -> Iterator[_Candidate]:
        color = np.array(edit.color, dtype=np.float64)
        if color.shape != (3,) or not np.isfinite(color).all() or color.min() < 0.0 or color.max() > 1.0:
            raise EditError(f"a colour is three numbers from 0 to 1, not {edit.color}")
        rows = range(entity.index, self.scene.subtree_end(entity.index))
        written = f"({', '.join(format_length(float(c)) for c in color)})"

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            new = dict(pairs)
            leaves = [new[i] for i in rows if self.scene.nodes.primitive[i] != PrimitiveKind.NONE]
            if leaves and np.abs(scene.nodes.color[leaves] - color).max() > 1e-4:
                return "not all of it would take the colour"
            return None

        allowed = Allowed(restyled=frozenset(rows))
        span = entity.span
        same = [] if span is None else [i for i in range(len(self.scene)) if self.scene.entity(i).span == span]
        call = self.text.call_at(span) if same == [entity.index] and self.scene.frames == 1 else None
        arg = None if call is None else self.text.argument(call, ("color",), None)
        if arg is not None:
            yield _Candidate("literal", [Splice(*self.text.whole_span(arg.value), written)], goal, allowed)
        yield _Candidate("adjust", self._adjust_term(entity, "color", written), goal, allowed)

    def _set_z(self, entity: Entity, edit: SetZ) -> Iterator[_Candidate]:
        if not edit.words.strip():
            raise EditError("an identity needs words")
        expression = f"embed({python_string(edit.words)})"
        row = entity.index
        allowed = Allowed(restyled=frozenset(range(row, self.scene.subtree_end(row))))

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            z = scene.entity(dict(pairs)[row]).embedding
            return None if z is not None and z.words == edit.words else "it would not get the identity"

        literals = PlaceLiterals.of(self.text, entity)
        if isinstance(literals, PlaceLiterals):
            yield _Candidate("literal", literals.with_z(expression), goal, allowed)
        yield _Candidate("adjust", self._adjust_term(entity, "z", expression), goal, allowed)

    # structure

    def _rename(self, entity: Entity, edit: Rename) -> Iterator[_Candidate]:
        name = edit.name.strip()
        if not name or any(c in name for c in "/[]"):
            raise EditError(f"name {edit.name!r} may not be empty or hold '/', '[' or ']'")
        row = entity.index

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            return None if scene.entity(dict(pairs)[row]).name == name else "it would not get the name"

        literals = PlaceLiterals.of(self.text, entity)
        if isinstance(literals, str):
            self.reasons.append(literals)
        else:
            splices = literals.named(name)
            if splices is None:
                self.reasons.append("its name is computed")
            else:
                allowed = Allowed(renamed=frozenset({row}))
                yield _Candidate("literal", splices, goal, allowed, restructure=self._all_rows)

        def word_goal(scene: Scene, pairs: Pairs) -> str | None:
            return None if scene.entity(dict(pairs)[row]).word == name else "it would not get the word"

        splices = self._adjust_term(entity, "words", python_string(name))
        yield _Candidate("adjust", splices, word_goal, Allowed(restyled=frozenset({row})))

    def _all_rows(self, bare: Scene) -> list[tuple[int, int]] | None:
        return [(i, i) for i in range(len(bare))] if len(bare) == len(self.bare) else None

    def _delete(self, entity: Entity) -> Iterator[_Candidate]:
        if entity.parent is None:
            raise EditError("the root is the scene itself: it cannot be deleted")
        row = self.bare._path_index[entity.path]

        def restructure(bare: Scene) -> list[tuple[int, int]] | None:
            kept = rows_without(self.bare, row)
            return list(zip(kept, range(len(bare)), strict=True)) if len(bare) == len(kept) else None

        def nothing(scene: Scene, pairs: Pairs) -> str | None:
            return None

        def gone(scene: Scene, path_map: Mapping[str, str | None]) -> str:
            return ""

        literals = PlaceLiterals.of(self.text, entity)
        splices = None if isinstance(literals, str) else literals.removed()
        if splices is not None:
            yield _Candidate("literal", splices, nothing, restructure=restructure, new_path=gone)
        elif isinstance(literals, str):
            self.reasons.append(literals)
        removal = self._adjust_term(entity, "remove", "True")
        yield _Candidate(
            "adjust", removal, nothing, restructure=lambda _: self._pairs_without(row), bare_splices=[], new_path=gone
        )

    def _pairs_without(self, row: int) -> list[tuple[int, int]]:
        return [(i, i) for i in rows_without(self.bare, row)]

    def _duplicate(self, entity: Entity, edit: Duplicate) -> Iterator[_Candidate]:
        if entity.parent is None:
            raise EditError("the root is the scene itself: it cannot be duplicated")
        by = np.array(edit.by, dtype=np.float64)
        _check_finite(by)
        if edit.name is not None and (not edit.name.strip() or any(c in edit.name for c in "/[]")):
            raise EditError(f"name {edit.name!r} may not be empty or hold '/', '[' or ']'")
        row = self.bare._path_index[entity.path]
        size = self.bare.subtree_end(row) - row
        literals = self._literals(entity)
        if literals is not None:
            splices = literals.moved(by)
            if splices is not None and edit.name is not None:
                named = literals.named(edit.name)
                splices = None if named is None else [*splices, *named]
            copied = None if splices is None else literals.followed_by(literals.source(splices))
            if copied is not None:
                yield from self._copies(entity, copied, int(self.bare.nodes.parent[row]), size, by)
        call = self._call_of(entity, by, edit.name)
        splices = None if call is None else self._append_to_root(call)
        if splices is not None:
            yield from self._copies(entity, splices, 0, size, by)

    def _copies(
        self, entity: Entity, splices: list[Splice], parent: int, size: int, by: FloatArray
    ) -> Iterator[_Candidate]:
        """A candidate in which a copy of an instance appears under a row of the tree before, with the same inside."""
        row = self.bare._path_index[entity.path]
        inserted: list[int] = []

        def restructure(bare: Scene) -> list[tuple[int, int]] | None:
            if len(bare) != len(self.bare) + size:
                return None
            ends = [c for c in bare.children_of(parent) if bare.subtree_end(c) - c == size and c > parent]
            for start in reversed(ends):
                pairs = [(i, i if i < start else i + size) for i in range(len(self.bare))]
                if first_difference(self.bare, bare, pairs, Allowed(moved=frozenset(range(len(self.bare))))) is None:
                    inserted[:] = [start]
                    self._inserted_path = bare.paths[start]
                    return pairs
            return None

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            new = scene._path_index.get(self._inserted_path)
            if new is None:
                return "the copy would not appear"
            inside = [(row + k, new + k) for k in range(1, size)]
            a, b = self.bare.nodes.parent_from_local, scene.nodes.parent_from_local
            if any(np.abs(a[i] - b[j]).max() > 1e-9 for i, j in inside):
                return "the copy would differ (random draws?)"
            wanted = entity.world_from_local.copy()
            wanted[:3, 3] += by
            bare_world = self.bare.world_from_local[row].copy()
            bare_world[:3, 3] += by
            found = scene.world_from_local[new]
            slack = 5e-4 * max(1.0, float(np.abs(wanted).max()))
            return (
                None
                if min(np.abs(found - w).max() for w in (wanted, bare_world)) < slack
                else "the copy would stand elsewhere"
            )

        yield _Candidate("literal", splices, goal, restructure=restructure, new_path=lambda *_: self._inserted_path)

    _inserted_path = ""

    def _replace(self, entity: Entity, edit: Replace) -> Iterator[_Candidate]:
        if entity.parent is None:
            raise EditError("the root is the scene itself: it cannot be replaced")
        words = edit.what.strip()
        if not words:
            raise EditError("replace needs the name of an entity, or words of the catalogue")
        what = python_string(words) if words in self._registered() else f"asset_call({python_string(words)})"
        row = self.bare._path_index[entity.path]

        def in_place(bare: Scene) -> list[tuple[int, int]] | None:
            shift = len(bare) - len(self.bare)
            end = self.bare.subtree_end(row)
            if row >= len(bare) or bare.subtree_end(row) != end + shift:
                return None
            return [*((i, i) for i in range(row)), *((i, i + shift) for i in range(end, len(self.bare)))]

        def stands(scene: Scene, pairs: Pairs) -> str | None:
            return None

        def new_path(scene: Scene, path_map: Mapping[str, str | None]) -> str:
            return path_map.get(entity.path) or ""

        literals = PlaceLiterals.of(self.text, entity)
        if isinstance(literals, PlaceLiterals):
            splices = literals.replaced(what)
            yield _Candidate(
                "literal",
                splices,
                stands,
                restructure=in_place,
                successor=lambda bare: bare.paths[row],
                new_path=new_path,
            )
        else:
            self.reasons.append(literals)
        place = self._place_text(entity, what, np.zeros(3), None)
        splices = None if place is None else self._append_to_root(place)
        if splices is not None:
            removal = self._adjust_term(entity, "remove", "True")

            def appended(bare: Scene) -> list[tuple[int, int]] | None:
                children = bare.children_of(0)
                start = children[-1] if children else len(bare)
                return None if start != len(self.bare) else [(i, i) for i in rows_without(self.bare, row)]

            def last(bare: Scene) -> str:
                return bare.paths[bare.children_of(0)[-1]]

            yield _Candidate(
                "statement",
                [*splices, *removal],
                stands,
                restructure=appended,
                bare_splices=splices,
                successor=last,
                new_path=new_path,
            )

    # relations

    def _add_relation(self, edit: AddRelation) -> _Candidate:
        if edit.relation not in SIGNATURES:
            raise EditError(f"there is no relation '{edit.relation}'{closest(edit.relation, list(SIGNATURES))}")
        values = [_literal(a) for a in edit.arguments] + [f"{k}={_literal(v)}" for k, v in edit.options]
        statement = f"relate({edit.relation}({', '.join(values)}))"
        before = len(self.scene.relations)

        def goal(scene: Scene, pairs: Pairs) -> str | None:
            new = scene.relations[before:]
            if not new:
                return "the relation would not appear"
            empty = [k for r in new for k, paths in r.paths.items() if not paths]
            return f"it names no instance as '{empty[0]}'" if empty else None

        return _Candidate("statement", [append_statement(self.text, statement, ("relate",))], goal, added_relation=True)

    def _drop_relation(self, edit: DropRelation) -> _Candidate:
        relations = self.scene.relations
        if not 0 <= edit.index < len(relations):
            raise PathError(f"there is no relation {edit.index}: the scene has {len(relations)}, counted from 0")
        relation = relations[edit.index]
        if sum(r.span == relation.span for r in relations) > 1:
            raise EditError(
                f"relation {edit.index} comes from a line that makes several: change line {relation.span.line if relation.span else 0} by hand"
            )
        call = self.text.call_at(relation.span)
        splices = [] if call is None else relation_removal(self.text, call)
        if not splices:
            raise EditError(f"relation {edit.index} is made in a loop or computed: change its line by hand")
        return _Candidate("statement", splices, lambda *_: None, dropped_relation=edit.index)

    # text that makes an instance anew

    def _registered(self) -> set[str]:
        import libcst as cst

        return {
            s.name.value
            for s in self.text.module.body
            if isinstance(s, cst.FunctionDef) and any("register" in self.text.text(d.decorator) for d in s.decorators)
        }

    def _call_of(self, entity: Entity, by: FloatArray, name: str | None) -> str | None:
        """``place(...)`` text that makes another one of an instance."""
        if entity.kind is NodeKind.ASSET and entity.asset is not None:
            ref = entity.asset
            words = [python_string(ref.words)]
            words += [f"size=({', '.join(f'{s:.6g}' for s in ref.size)})"] if ref.size else []
            words += [f"seed={ref.seed}"] if ref.seed else []
            return self._place_text(entity, f"asset_call({', '.join(words)})", by, name or entity.name)
        if entity.kind is NodeKind.ENTITY and entity.word in self._registered():
            given = self._literal_keywords(entity)
            if given is None:
                self.reasons.append("the arguments of its call are computed")
                return None
            return self._place_text(entity, ", ".join([python_string(entity.word), *given]), by, name or entity.name)
        self.reasons.append("it is no instance of an entity or of the catalogue that a further call could make")
        return None

    def _literal_keywords(self, entity: Entity) -> list[str] | None:
        import ast

        call = self.text.call_at(entity.span)
        if call is None or self.text.has_star(call):
            return None
        given = []
        for arg in call.args:
            if arg.keyword is None or arg.keyword.value in ("at", "turn", "name", "z"):
                continue
            value = self.text.whole_text(arg.value)
            try:
                ast.literal_eval(value)
            except (ValueError, SyntaxError):
                return None
            given.append(f"{arg.keyword.value}={value}")
        return given

    def _place_text(self, entity: Entity, what: str, by: FloatArray, name: str | None) -> str | None:
        """``place(what, at=..., turn=...)`` in the root's frame, where `entity` stands, moved by `by`."""
        world = entity.world_from_local.copy()
        world[:3, 3] += by
        rel = np.linalg.inv(self.scene.root.world_from_local) @ world
        turn = float(np.degrees(np.arctan2(rel[0, 2], rel[0, 0])))
        c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
        if np.abs(rel[:3, :3] - np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])).max() > 1e-6:
            self.reasons.append("it is tilted, mirrored or scaled, which place(...) cannot say")
            return None
        box = entity.local_bounds
        at = rel[:3, :3] @ np.array([box[:, 0].mean(), box[0, 1], box[:, 2].mean()]) + rel[:3, 3]
        terms = [what, f"at=({', '.join(format_length(float(v)) for v in at)})"]
        if format_degrees(turn) != "0":
            terms.append(f"turn={format_degrees(turn)}")
        if name is not None and slug(entity.word) != name:
            terms.append(f"name={python_string(name)}")
        return f"place({', '.join(terms)})"

    def _append_to_root(self, call: str) -> list[Splice] | None:
        """Changes that make the root return `call` too."""
        import libcst as cst

        root = next(
            (
                s
                for s in self.text.module.body
                if isinstance(s, cst.FunctionDef) and s.name.value == self.scene.root_name
            ),
            None,
        )
        line = root.body.body[-1] if root is not None and isinstance(root.body, cst.IndentedBlock) else None
        last = line.body[-1] if isinstance(line, cst.SimpleStatementLine) else None
        if not isinstance(last, cst.Return) or last.value is None or self.scene.frames > 1:
            self.reasons.append("the root does not end with a return to add to")
            return None
        value = last.value
        if (
            isinstance(value, cst.Call)
            and isinstance(value.func, cst.Name)
            and value.func.value == "concat_shapes"
            and value.args
        ):
            end = self.text._element_span(value.args[-1])[1]
            return [Splice(end, end, f", {call}")]
        start, end = self.text.whole_span(value)
        return [Splice(start, start, "concat_shapes("), Splice(end, end, f", {call})")]


def entity_world(scene: Scene, row: int, parent_from_local: FloatArray) -> FloatArray:
    parent = int(scene.nodes.parent[row])
    world: FloatArray = parent_from_local if parent < 0 else scene.world_from_local[parent] @ parent_from_local
    return world


def _path_map(old: Scene, new: Scene, pairs: list[tuple[int, int]]) -> dict[str, str | None]:
    found: dict[str, str | None] = dict.fromkeys(old.paths)
    for i, j in pairs:
        found[old.paths[i]] = new.paths[j]
    return found


def _touching(splice: Splice, others: list[Splice]) -> bool:
    return any(o.start < splice.end and splice.start < o.end for o in others)


def _literal(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_literal(v) for v in value)}]"
    return repr(value)


def _check_finite(values: FloatArray) -> None:
    if not np.isfinite(values).all():
        raise EditError("an edit takes finite numbers")


def _subject(edit: Edit) -> str:
    return str(getattr(edit, "path", None) or getattr(edit, "relation", None) or getattr(edit, "index", ""))
