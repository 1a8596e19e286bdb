"""Lay out a program whose poses somebody wrote: keep what holds exactly as it is, and repair the rest by the least change.

A repair that moves few bodies a little is applied. A repair that moves a body far, or many bodies, is only offered: the result
holds its text, and these bodies stay as they were until somebody accepts it. Bodies without a written pose are placed last, among
the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scenewright.scene.layout.certificate import Certificate
from scenewright.scene.layout.changes import BIG_MOVE_M, NOTICED_M, BodyMove, Offer, is_big, moves_between
from scenewright.scene.layout.feasibility import Conflict, find_conflicts, narrow, with_constraints
from scenewright.scene.layout.heaps import is_heap
from scenewright.scene.layout.model import Support, wrapped
from scenewright.scene.layout.pinning import pinned_bodies
from scenewright.scene.layout.program import poses_in, write_poses
from scenewright.scene.layout.relations import statements_of
from scenewright.scene.layout.repair import Repaired, Unresolved, repair_poses
from scenewright.scene.layout.search import says_something
from scenewright.scene.layout.staying import blamed, held, widened, worth
from scenewright.scene.layout.work import LayoutWork, Version
from scenewright.scene.model import FloatArray, Scene

_LOOPED = 3
"""The numbers of a loop are tried if at least this many of its bodies violate."""

_FURTHER, _FURTHER_M = 1.5, 0.02
"""Changed numbers may move a body by this factor, and this many metres, further than its own repair would."""

_STILL, _TURNED = 1e-4, 0.01
"""Metres, and radians, that count as no move and no turn."""

__all__ = ["Kept", "keep_written"]


@dataclass(frozen=True, eq=False)
class Kept:
    """The result of a layout. `version`: the program after it. `moves`: the bodies that moved. `conflicts`: what cannot hold.
    `offer`: a repair that was not applied. `notes`: remarks for people."""

    version: Version
    moves: tuple[BodyMove, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    offer: Offer | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class _Step:
    """A candidate result. `reasons`: number of a body -> why it moved. `along`: bodies that only move with others. `unresolved`: finds
    out what could not be repaired, and why."""

    version: Version
    reasons: dict[int, str]
    along: frozenset[int] = frozenset()
    unresolved: Callable[[], tuple[Unresolved, ...]] = tuple


def keep_written(
    work: LayoutWork, original: Version, *, accept: bool = False, keep: Iterable[str] = (), best_effort: bool = False
) -> Kept:
    """Repair a version by the least change.

    Args:
        accept: also apply a repair that changes much.
        keep: paths of instances that must not move.
        best_effort: repair what can be repaired although other things conflict.

    Raises:
        LayoutError: a path of `keep` names nothing.
    """
    return _Keeping(work, original, pinned_bodies(original, keep)).run(accept, best_effort)


class _Keeping:
    def __init__(self, work: LayoutWork, original: Version, pinned: frozenset[int]) -> None:
        self.work, self.original = work, original
        self.problem, self.bodies = original.problem, original.problem.bodies
        self.pinned = pinned | statements_of(original.scene, original.problem.bodies).fixed
        self.guessed = (
            np.zeros(len(self.bodies), dtype=bool) if self.bodies.guessed is None else self.bodies.guessed.copy()
        )
        self.guessed &= ~self.bodies.fixed
        self.unserved: frozenset[int] = frozenset()
        self.conflicting: frozenset[int] = frozenset()
        self.notes: list[str] = []

    def run(self, accept: bool, best_effort: bool) -> Kept:
        work, original = self.work, self.original
        certificate = work.certificate(original)
        if worth(certificate)[:2] == (0, 0) and not certificate.slight and not self.guessed.any():
            return Kept(original)
        conflicts = find_conflicts(self.problem, work.cancelled)
        work.lap("feasibility")
        if conflicts and not best_effort:
            if not self.is_wrong_beside(conflicts, certificate):
                return Kept(original, conflicts=tuple(conflicts))
            self.unserved = frozenset(k for c in conflicts for k in c.constraints)
            self.conflicting = frozenset(b for c in conflicts for b in c.bodies)
        work.job.progress(0.2, f"repairing {len(self.bodies)} bodies")
        looped = self.by_loops(certificate)
        if looped is not None and not self.is_big(looped):
            return Kept(looped.version, self.moves(looped), notes=tuple(self.notes))
        if self.is_heap(certificate):
            version, unsolved = work.laid_out(original, best_effort)
            why = "most of the scene was wrong, so all of it was placed anew"
            anew = _Step(version, dict.fromkeys(range(len(self.bodies)), why))
            if (unsolved and not best_effort) or version is original:
                return Kept(original, conflicts=tuple(unsolved), notes=tuple(self.notes))
            return replace(self.offered_or_taken(anew, accept), conflicts=tuple(unsolved))
        small = self.repaired(far=False)
        work.lap("repair")
        large = self.larger(small)
        placed, missing = self.placed(small.poses)
        conflicts += missing
        if missing and not best_effort:
            return Kept(original, conflicts=tuple(conflicts))
        near = self.step(small, placed)
        left = self.worth(near)[0]
        if looped is not None and (self.is_big(near) or 2 * left > len(certificate.violations)):
            return self.offered_or_taken(looped, accept)  # many bodies move in any case: rather by one number
        far = looped if large is None else self.step(large, self.placed(large.poses)[0])
        better = far if far is not None and self.worth(far) < self.worth(near) else None
        if better is not None and not self.is_big(better):
            near, better = better, None
        if accept:
            return self.taken(better or near, conflicts, best_effort, None)
        if self.is_big(near):
            offer = self.offered(better or near)
            self.note_blocked(_Step(original, {}, unresolved=near.unresolved))
            return Kept(original, conflicts=tuple(conflicts), offer=offer, notes=tuple(self.notes))
        return self.taken(near, conflicts, best_effort, None if better is None else self.offered(better))

    # -- loops ----------------------------------------------------------------------------------------------------------

    def by_loops(self, certificate: Certificate) -> _Step | None:
        """Change the numbers of a loop of whose bodies several violate: a row of chairs that is too narrow is spread by its step, not
        chair by chair. None where that does not remove all faults."""
        scene = self.original.scene
        wrong = {p for v in certificate.violations for p in v.paths}
        by_loop: dict[tuple[int, ...], list[str]] = {}
        for row, path in zip(self.bodies.row.tolist(), self.bodies.path, strict=True):
            place = int(scene.nodes.place[row])
            span = scene.places[place].span if place >= 0 else None
            key = tuple(scene.nodes.span[row].tolist()) if span is None else (span.line, span.column)
            by_loop.setdefault(key, []).append(path)
        looped = [paths for paths in by_loop.values() if len(wrong.intersection(paths)) >= _LOOPED]
        if not looped or self.pinned or self.guessed.any():
            return None
        self.work.job.progress(0.3, "finding numbers to change")
        version = self.work.other_numbers(self.original, [path for paths in looped for path in paths])
        if version is None:
            return None
        reasons = dict.fromkeys(range(len(self.bodies)), "the numbers of its loop were changed")
        if self.value(version) >= worth(certificate)[:2]:
            return None
        if self.value(version) != (0, 0):  # the other faults are repaired from there
            rest = self.repaired(far=False, of=version)
            reasons |= rest.reasons
            version = self.posed(version, rest.poses)
        return _Step(version, reasons) if self.value(version) == (0, 0) else None

    def is_wrong_beside(self, conflicts: Sequence[Conflict], certificate: Certificate) -> bool:
        """Whether there are violations that have nothing to do with the conflicts: these can be repaired all the same."""
        wishes = all(c.constraints for c in conflicts) and not self.guessed.any()
        about = {self.bodies.path[b] for c in conflicts for b in c.bodies}
        return wishes and any(not about.issuperset(v.paths) for v in certificate.violations)

    def is_heap(self, certificate: Certificate) -> bool:
        """Whether no written pose is worth keeping, and all bodies may be placed anew."""
        if self.original.scene.room is None or self.pinned or self.guessed.any() or Support.HELD in self.bodies.support:
            return False
        return is_heap(self.problem, certificate, self.unserved)

    def offered_or_taken(self, step: _Step, accept: bool) -> Kept:
        if self.is_big(step) and not accept:
            return Kept(self.original, offer=self.offered(step), notes=tuple(self.notes))
        return Kept(step.version, self.moves(step), notes=tuple(self.notes))

    # -- poses ---------------------------------------------------------------------------------------------------------

    def repaired(self, far: bool, begin: Repaired | None = None, of: Version | None = None) -> Repaired:
        """Repair the version `of`, by default the program as it was written; `begin`: a repair to continue from."""
        work = self.work
        version = of or self.original
        repair = repair_poses(
            version.scene,
            version.problem,
            provider=work.provider,
            pinned=self.pinned,
            unserved=self.unserved,
            conflicting=self.conflicting,
            closable=self.closable(),
            begin=begin,
            far_moves=far,
            cancelled=work.cancelled,
            job=work.job.part(0.2, 0.6),
        )
        if repair.exhausted:
            self.notes.append(f"the repair was stopped after {repair.tried:,} trials: more may be possible")
        return repair

    def closable(self) -> list[int]:
        """Numbers of the bodies whose own ``place`` call can be rewritten. For others a gap of millimetres is not worth an extra line."""
        scene = self.original.scene
        count: dict[object, int] = {}
        for index in scene.nodes.place[scene.nodes.place >= 0].tolist():
            span = scene.places[index].span
            count[span] = count.get(span, 0) + 1
        return [
            i
            for i, row in enumerate(self.bodies.row.tolist())
            if scene.nodes.place[row] >= 0 and count[scene.places[scene.nodes.place[row]].span] == 1
        ]

    def larger(self, small: Repaired) -> Repaired | None:
        """A repair that may move bodies far, where a near one leaves faults; None where that is not needed."""
        certificate = small.certificate
        if worth(certificate)[:2] == (0, 0) or self.work.cancelled():
            return None
        best: Repaired | None = None
        if small.far or worth(certificate)[0]:
            best = self.repaired(far=True, begin=small)
            self.work.lap("repair")
        now = best or small
        if worth(now.certificate)[0] and self.original.scene.room is not None and not self.work.cancelled():
            searched = self.searched(now)
            self.work.lap("solve")
            if searched is not None and not searched.certificate.violations:
                best = searched
        return best

    def searched(self, now: Repaired) -> Repaired | None:
        """New poses for the bodies that violate, and then for more and more near them; None where nothing better is found."""
        from scenewright.scene.layout.repair import PosedScene

        whole = replace(self.problem, bodies=replace(self.bodies, initial=now.poses))
        still = self.guessed.copy()
        still[list(self.pinned)] = True
        for joined in self.problem.joined:  # the search does not keep joined bodies together
            still[list(joined.bodies)] = True
        free = blamed(whole, now.certificate) & ~still
        kept = [k for k, r in enumerate(now.certificate.relations[: len(whole.constraints)]) if r.satisfied]
        posed = PosedScene(self.original.scene, self.problem, self.work.provider)
        for _ in range(3):
            if not free.any() or self.work.cancelled():
                return None
            solution = self.work.tried(with_constraints(held(whole, free), kept), self.work.part(1.0))
            if not len(solution.unplaced) and not len(solution.failing):
                poses = np.where(free[:, None], solution.poses, now.poses)
                certificate = posed.certificate(poses)
                if worth(certificate)[:2] < worth(now.certificate)[:2]:
                    moved = np.abs(poses - now.poses).max(axis=1) > 1e-6
                    reasons = {
                        **now.reasons,
                        **{int(i): "it was placed anew, since no nearer place was free" for i in np.flatnonzero(moved)},
                    }
                    return replace(now, poses=poses, reasons=reasons, certificate=certificate, unresolved=tuple)
            wider = free | (widened(whole, free) & ~still)
            if (wider == free).all():
                return None
            free = wider
        return None

    def placed(self, poses: FloatArray) -> tuple[FloatArray, list[Conflict]]:
        """Poses (N, 4) after placing the bodies whose pose nobody wrote among the others at `poses`; conflicts of unplaced bodies."""
        if not self.guessed.any():
            return poses, []
        work = self.work
        whole = replace(self.problem, bodies=replace(self.bodies, initial=poses))
        about = [k for k, c in enumerate(whole.constraints) if any(self.guessed[b] for b in c.bodies)]
        trial = with_constraints(held(whole, self.guessed), about)
        solution = work.solved(trial, work.part(1.0))
        work.lap("solve")
        completed = np.where(self.guessed[:, None], solution.poses, poses)
        if not len(solution.unplaced) and not len(solution.failing):
            return completed, []
        conflicts = narrow(trial, solution, work.tried, work.part(0.5), [])
        return completed, [replace(c, constraints=tuple(about[k] for k in c.constraints)) for c in conflicts]

    # -- versions ------------------------------------------------------------------------------------------------------

    def step(self, repaired: Repaired, poses: FloatArray) -> _Step:
        """The step whose text has poses (N, 4), by changed numbers or line by line."""
        work, original = self.work, self.original
        work.job.progress(0.7, "writing the program")
        reasons = dict(repaired.reasons)
        for i in np.flatnonzero(self.guessed).tolist():
            reasons[i] = "the program did not say where it stands"
        if np.abs(poses - self.bodies.initial).max(initial=0.0) <= 1e-9:
            return _Step(original, {}, unresolved=repaired.unresolved)
        version = self.posed(original, poses)
        posed = _Step(version, reasons, repaired.along, repaired.unresolved)
        numbered = replace(posed, version=self.by_numbers(version, poses))
        return posed if self.is_big(numbered) and not self.is_big(posed) else numbered

    def posed(self, version: Version, poses: FloatArray) -> Version:
        """The version after writing poses (N, 4) into the text."""
        work = self.work
        result = write_poses(version.source, version.scene, version.problem.bodies, poses, work.evaluate)
        written = work.version(result.source, result.scene)
        written.adjusted = frozenset(path for path, way in result.ways.items() if way == "adjust")
        ways = [*version.how.split(" and "), result.how if result.ways else ""]
        written.how = " and ".join(way for way in dict.fromkeys(ways) if way)
        for path, why in result.failed.items():
            self.notes.append(f"the new pose of {path} could not be written: {why}")
        work.lap("write")
        return written

    def by_numbers(self, posed: Version, goal: FloatArray) -> Version:
        """The version with changed numbers rather than ``adjust`` lines, if no body goes much further than to `goal`; else `posed`."""
        if not posed.adjusted or not says_something(self.problem):
            return posed
        self.work.job.progress(0.7, "finding numbers to change")
        numbers = self.work.other_numbers(self.original, posed.adjusted)
        if numbers is None:
            return posed
        looped = np.array([path in posed.adjusted for path in self.bodies.path], dtype=bool)
        notes = len(self.notes)
        numbered = self.posed(numbers, np.where(looped[:, None], self.poses_of(numbers.scene), goal))
        needed = np.linalg.norm((goal - self.bodies.initial)[:, :3], axis=1)
        moved = np.linalg.norm((self.poses_of(numbered.scene) - self.bodies.initial)[:, :3], axis=1)
        turn = wrapped((self.poses_of(numbered.scene) - goal)[:, 3])
        strays = (moved > np.where(needed > _STILL, _FURTHER * needed + _FURTHER_M, _STILL)) | (np.abs(turn) > _TURNED)
        fewer = len(numbered.adjusted) < len(posed.adjusted)
        if fewer and not strays.any() and self.value(numbered) <= self.value(posed):
            return numbered
        del self.notes[notes:]
        return posed

    def poses_of(self, scene: Scene) -> FloatArray:
        return poses_in(scene, self.bodies)

    def moves(self, step: _Step) -> tuple[BodyMove, ...]:
        if step.version is self.original:
            return ()
        return moves_between(
            self.bodies, self.bodies.initial, self.poses_of(step.version.scene), step.reasons, step.along
        )

    def worth(self, step: _Step) -> tuple[int, int]:
        return self.value(step.version)

    def value(self, version: Version) -> tuple[int, int]:
        """The faults of a version: number of violations, number of failing relations."""
        return worth(self.work.certificate(version))[:2]

    def is_big(self, step: _Step) -> bool:
        written = [m for m in self.moves(step) if not self.guessed[self.bodies.path.index(m.path)]]
        return is_big(len(self.bodies), written)

    # -- results -------------------------------------------------------------------------------------------------------

    def taken(self, step: _Step, conflicts: Sequence[Conflict], best_effort: bool, offer: Offer | None) -> Kept:
        """The step as the result, or the original where that has fewer faults; notes say what is left."""
        certificate = self.work.certificate(step.version)
        if worth(certificate)[:2] > worth(self.work.certificate(self.original))[:2]:
            step = _Step(self.original, {}, unresolved=step.unresolved)
        self.note_blocked(step)
        return Kept(step.version, self.moves(step), tuple(conflicts), offer, tuple(self.notes))

    def note_blocked(self, step: _Step) -> None:
        """Note for each violation that could not be repaired what is in the way."""
        left = {v.message for v in self.work.certificate(step.version).violations}
        if not left:
            return
        self.notes += [f"not repaired: {u.says}" for u in step.unresolved() if u.says.split(";")[0] in left]

    def offered(self, step: _Step) -> Offer:
        moves = self.moves(step)
        certificate = self.work.certificate(step.version)
        far = [m for m in moves if m.distance_m > BIG_MOVE_M]
        if far:
            why = f"it moves {far[0].path} by {far[0].distance_m:.2f} m"
            why += f" and {len(far) - 1} more by over {BIG_MOVE_M:g} m" if len(far) > 1 else ""
        else:
            moved = sum(m.noticed for m in moves)
            why = f"it moves {moved} of {len(self.bodies)} bodies by over {100 * NOTICED_M:g} cm"
        remaining = [v.message for v in certificate.violations]
        remaining += [f"{r.text}: {r.reason}" for r in certificate.relations if not r.satisfied]
        return Offer(step.version.source, moves, why, tuple(remaining))
