"""One layout in progress: keeps what is right, moves what must move, places all bodies anew if need be, and writes the text."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.jobs import Job
from scenewright.scene.layout.certificate import Certificate, certify
from scenewright.scene.layout.feasibility import (
    Conflict,
    eased,
    find_conflicts,
    hopeless,
    narrow,
    untold,
    with_constraints,
)
from scenewright.scene.layout.model import Problem
from scenewright.scene.layout.passages import beside, kept_free, passages
from scenewright.scene.layout.program import MovedBodies, Wrongs, repair_program, write_poses
from scenewright.scene.layout.reading import read_problem
from scenewright.scene.layout.relations import residuals
from scenewright.scene.layout.resting import let_down
from scenewright.scene.layout.search import Effort, Hopeless, Solution, lies_as_before, proposals, says_something, solve
from scenewright.scene.layout.staying import blamed, held, holds, widened, worth
from scenewright.scene.model import FloatArray, Scene

__all__ = ["LayoutWork", "Version"]

_STARTS = 3
"""Starts of the search for all bodies."""

_EVALUATIONS = 50
_NUMBERS_SHARE = 0.25
"""The search for numbers to change runs the program at most so often, and takes at most this share of the effort."""

_LOOK_SHARE = 0.2
_CONFLICTS_SHARE = 0.5
_PASSAGES_SHARE = 0.5
_MENDING_SHARE = 0.25
"""Shares of the layout's effort that these parts may take in addition: looking for hopeless relations, naming conflicts, opening
paths to the floor, placing single bodies anew."""

_DEAR = 12.0
"""Changed numbers may cause at most this factor of the motion, by volume, that poses of single bodies cause."""

_TRIAL_PATIENCE = (6, 4, 48)
"""Rounds of polishing without progress after which a trial of a part of a problem ends: the least, more for each relation, the
most."""

_TRIAL_STARTS = 2
"""Starts of such a trial."""

_FEW_UNITS = 1000.0
"""Units of effort for a search in which only the bodies that violate move."""

_WIDER = 3
"""How often the set of bodies that may move is widened, before all are placed anew."""

_FEW = 0.6
"""Share of the bodies that may be placed anew, while the others stay."""


class _Judge:
    """Relations as :mod:`scenewright.scene.layout.relations.residuals` defines them."""

    residual = staticmethod(residuals.residual)
    tolerance = staticmethod(residuals.tolerance)


@dataclass(eq=False)
class Version:
    """A program text and its scene. `problem`: with the poses of this text. `how`: how the text was changed. `adjusted`: paths of
    bodies that got ``adjust`` lines since the first version."""

    source: str
    scene: Scene
    problem: Problem
    how: str = ""
    adjusted: frozenset[str] = frozenset()
    certificate: Certificate | None = None


class LayoutWork:
    """One layout in progress. `laps`: seconds by part. `job`: gets the progress.

    The search, the repair and the bounds ask the effort of the layout whether to stop, as a plain callable
    (:data:`scenewright.scene.layout.search.effort.Stop`). Only this class connects that with the job.
    """

    def __init__(
        self,
        evaluate: Callable[[str], Scene],
        provider: AssetProvider | None,
        root: Path | None,
        seed: int,
        effort: float,
        job: Job,
        written: bool = True,
    ) -> None:
        self.evaluate, self.provider, self.root = evaluate, provider, root
        self.seed, self.units = seed, effort
        self.whole = Effort(cancelled=job.cancelled)
        self.job = job
        self.written_poses = written
        self.laps: dict[str, float] = {}
        self._at = time.monotonic()

    def lap(self, name: str) -> None:
        now = time.monotonic()
        self.laps[name] = self.laps.get(name, 0.0) + now - self._at
        self._at = now

    def part(self, share: float) -> Effort:
        """A new budget of `share` of the layout's effort, counted from now."""
        return self.whole.part(share * self.units)

    def cancelled(self) -> bool:
        """Whether the job was cancelled or the clock ran out."""
        return self.whole()

    def version(self, source: str, scene: Scene) -> Version:
        written = self.written_poses
        return Version(source, scene, read_problem(scene, self.provider, self.root, written=written))

    def certificate(self, version: Version) -> Certificate:
        if version.certificate is None:
            version.certificate = certify(
                version.scene, provider=self.provider, root=self.root, problem=version.problem
            )
            self.lap("certify")
        return version.certificate

    # -- from little to all ---------------------------------------------------------------------------------------------

    def laid_out(self, original: Version, best_effort: bool) -> tuple[Version, list[Conflict]]:
        """The version with poses that hold, and the conflicts. It is `original` itself where that holds or nothing better was found."""
        says = says_something(original.problem)
        if says and holds(self.certificate(original)):
            return self.opened(original), []
        conflicts = find_conflicts(original.problem, self.cancelled)
        self.lap("feasibility")
        if conflicts and not best_effort:
            return original, conflicts
        self.job.progress(0.2, f"placing {len(original.problem.bodies)} bodies")
        everything = range(len(original.problem.constraints))
        search = self.part(1.0)
        kept = eased(original.problem, self.cancelled) if conflicts else everything
        mended = self.mended(original, kept, search) if says else None
        if mended is not None:
            return self.opened(self.by_numbers(original, mended)), conflicts
        problem = with_constraints(original.problem, kept)
        hopeless_found: list[Conflict] = []
        solution = self.solved(problem, search, hopeless=self.hopeless_finder(problem, hopeless_found))
        self.lap("solve")
        if len(solution.unplaced) or len(solution.failing):
            renumbered = (
                self.renumbered(original, original.problem.bodies.path)
                if says and not conflicts and not hopeless_found and not self.cancelled()
                else None
            )
            if renumbered is not None:
                return self.opened(renumbered), []
            self.job.progress(0.6, "finding what conflicts")
            conflicts += self.narrowed(problem, kept, solution, conflicts, hopeless_found)
            self.lap("conflicts")
            if not best_effort:
                return original, conflicts
        self.job.progress(0.7, "writing the program")
        version = self.written(original, solution.poses)
        if self.certificate(version).violations:  # exact geometry sees what boxes do not
            failing = {kept[k] for k in solution.failing.tolist()}
            satisfied = [k for k in kept if k not in failing]
            version = self.mended(version, satisfied, self.part(_MENDING_SHARE)) or version
        if says and worth(self.certificate(version)) >= worth(self.certificate(original)):
            return original, conflicts
        return self.opened(version if conflicts else self.by_numbers(original, version)), conflicts

    def hopeless_finder(self, problem: Problem, hopeless_found: list[Conflict]) -> Hopeless:
        """A callback that finds out, during a search, which bodies and relations are hopeless. It appends the conflicts to
        `hopeless_found`."""

        def look(solution: Solution, number: int) -> tuple[list[int], list[int]]:
            self.job.progress(0.4, "finding what conflicts")
            deadline = self.part(_LOOK_SHARE)
            hopeless_found.extend(hopeless(problem, solution, self.tried, deadline, hopeless_found, alone=number == 0))
            unexplained = untold(problem, solution, hopeless_found)
            conflicting = {k for c in hopeless_found for k in c.constraints}
            bodies = [b for b in solution.unplaced.tolist() if b not in unexplained]
            return bodies, [k for k in solution.failing.tolist() if k in conflicting]

        return look

    def narrowed(
        self,
        problem: Problem,
        kept: Sequence[int],
        solution: Solution,
        known: Sequence[Conflict],
        hopeless_found: Sequence[Conflict],
    ) -> list[Conflict]:
        """Conflicts that explain what a solution does not satisfy.

        Args:
            kept: for each constraint of `problem` its number in the whole problem, which the result uses.
            known: conflicts whose bodies need no further explanation.
            hopeless_found: conflicts that were found during the search; those that still apply are part of the result.
        """
        explained = {b for c in known for b in c.bodies}
        missing = np.array([b for b in solution.unplaced.tolist() if b not in explained], dtype=np.int32)
        unserved = replace(solution, unplaced=missing)
        failing, unplaced = set(solution.failing.tolist()), set(solution.unplaced.tolist())
        conflicts = [c for c in hopeless_found if failing & set(c.constraints) or unplaced & set(c.bodies)]
        conflicts += narrow(problem, unserved, self.tried, self.part(_CONFLICTS_SHARE), conflicts)
        return [replace(c, constraints=tuple(kept[k] for k in c.constraints)) for c in conflicts]

    def mended(self, original: Version, kept: Sequence[int], search: Effort) -> Version | None:
        """Place the bodies that violate anew, then also more and more bodies near them; all others stay.

        The result satisfies the constraints `kept` and as many of the others as before. None where none was found.
        """
        whole = original.problem
        free = blamed(whole, self.certificate(original))
        movable = np.count_nonzero(~whole.bodies.fixed)
        others = len(whole.constraints) - len(kept)
        for _ in range(_WIDER):
            if not 0 < np.count_nonzero(free) <= _FEW * movable or search():
                return None
            trial = with_constraints(held(whole, free), kept)
            solution = self.solved(trial, search.part(min(_FEW_UNITS, _MENDING_SHARE * self.units)))
            self.lap("solve")
            if not len(solution.unplaced) and not len(solution.failing):
                version = self.written(original, np.where(free[:, None], solution.poses, whole.bodies.initial))
                if worth(self.certificate(version))[:2] <= (0, others):
                    return version
                culprits = blamed(whole, self.certificate(version))
            else:
                culprits = np.isin(np.arange(len(free)), solution.unplaced)
            failing = [kept[k] for k in solution.failing.tolist()]
            wider = free | widened(whole, culprits, failing)
            free = wider if (wider != free).any() else widened(whole, free)
        return None

    def opened(self, version: Version) -> Version:
        """The version after moving bodies out of the way of passages, so that as much of the floor as possible is reachable."""
        search = self.part(_PASSAGES_SHARE)
        while not search():
            certificate = self.certificate(version)
            if certificate.violations or certificate.walkable is None or worth(certificate)[2] == 0.0:
                break
            self.job.progress(0.75, "opening a way through")
            opened = self.with_passage(version, certificate, search)
            if opened is None:
                break
            version = opened
        return version

    def with_passage(self, original: Version, certificate: Certificate, search: Effort) -> Version | None:
        """A version in which more of the floor is reachable and nothing else is worse; None where none was found."""
        problem = original.problem
        count, failing = len(problem.bodies), worth(certificate)[1]
        assert certificate.walkable is not None
        for passage in passages(certificate.walkable):
            free = beside(problem, passage)
            for _ in range(2):
                if search():
                    return None
                free = widened(problem, free)
                trial = kept_free(held(problem, free), passage)
                solution = self.solved(trial, search.part(_FEW_UNITS))
                self.lap("solve")
                if len(solution.unplaced) or len(solution.failing) > failing:
                    continue
                poses = np.where(free[:, None], solution.poses[:count], problem.bodies.initial)
                version = self.written(original, poses)
                if worth(self.certificate(version)) < worth(certificate):
                    return version
        return None

    def solved(
        self,
        problem: Problem,
        effort: Effort,
        *,
        starts: int = _STARTS,
        patience: int | None = None,
        hopeless: Hopeless | None = None,
    ) -> Solution:
        return solve(
            problem,
            _Judge(),
            proposals.sample,
            seed=self.seed,
            effort=effort,
            starts=starts,
            patience=patience,
            hopeless=hopeless,
        )

    def tried(self, problem: Problem, effort: Effort, tries: int = 1, /) -> Solution:
        """Solve a part of a problem briefly. The patience grows with the number of constraints, and with the factor `tries`."""
        least, more, most = _TRIAL_PATIENCE
        patience = tries * min(least + more * len(problem.constraints), most)
        return self.solved(problem, effort, starts=_TRIAL_STARTS, patience=patience)

    # -- into the text --------------------------------------------------------------------------------------------------

    def written(self, original: Version, poses: FloatArray) -> Version:
        """The version after writing poses (N, 4) into the text."""
        bodies = original.problem.bodies
        moved = (np.abs(poses - bodies.initial) > 1e-9).any(axis=1)
        moved &= ~lies_as_before(original.problem, bodies.initial, poses)
        down = np.where(moved[:, None], let_down(bodies, original.problem.parent, poses), poses)
        result = write_poses(original.source, original.scene, bodies, down, self.evaluate)
        version = self.version(result.source, result.scene)
        version.adjusted = original.adjusted | {path for path, way in result.ways.items() if way == "adjust"}
        ways = [*original.how.split(" and "), result.how if result.ways else ""]
        version.how = " and ".join(way for way in dict.fromkeys(ways) if way)
        self.lap("write")
        return version

    def by_numbers(self, original: Version, posed: Version) -> Version:
        """The version that changes the numbers of loops and arithmetic instead of adding ``adjust`` lines, if that holds as well, needs
        fewer of these lines and does not move much more; else `posed`."""
        if not posed.adjusted or not says_something(original.problem):
            return posed
        self.job.progress(0.7, "finding numbers to change")
        numbered = self.renumbered(original, posed.adjusted)
        if numbered is None or len(numbered.adjusted) >= len(posed.adjusted):
            return posed
        bodies = MovedBodies(original.scene)
        if bodies.cost(numbered.scene) > _DEAR * bodies.cost(posed.scene):
            return posed
        return numbered

    def renumbered(self, original: Version, about: Collection[str]) -> Version | None:
        """A version that holds after numbers of the bodies `about` (paths) were changed, then poses of those that still violate; None
        where there is none."""
        version = self.other_numbers(original, about)
        if version is None or holds(self.certificate(version)):
            return version
        return self.mended(version, range(len(version.problem.constraints)), self.part(_MENDING_SHARE))

    def other_numbers(self, original: Version, about: Collection[str]) -> Version | None:
        """A version that changes numbers of the bodies `about` (paths), which may leave faults; None where no number helps."""
        wrongs = Wrongs(original.problem, original.scene, self.certificate(original), about)
        repair = repair_program(
            original.source,
            original.scene,
            wrongs,
            self.evaluate,
            heights=wrongs.heights,
            evaluations=_EVALUATIONS,
            effort=self.part(_NUMBERS_SHARE),
        )
        self.lap("numbers")
        if not repair.changes:
            return None
        version = self.version(repair.source, repair.scene)
        version.how = "numbers"
        return version
