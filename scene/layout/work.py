"""One layout under way: from what is right already, by what little must move, to all put anew, and into the text."""

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
_EVALUATIONS = 50
_NUMBERS_SHARE = 0.25
"""Of the effort of a layout that the search for numbers to change takes at most, and how often it runs the program."""

_LOOK_SHARE = 0.2
_CONFLICTS_SHARE = 0.5
_PASSAGES_SHARE = 0.5
_MENDING_SHARE = 0.25
"""Of the effort of a layout that other parts may take besides: looking for what is hopeless, naming what conflicts, opening ways
to the floor, mending what is nearly right."""

_DEAR = 12.0
"""Times as much motion as changed numbers may make, by volume, as poses of single bodies would."""

_TRIAL_PATIENCE = (6, 4, 48)
"""Rounds of polishing without progress after which a part of a problem is not served: the least, more for each relation, the
most."""

_TRIAL_STARTS = 2

_FEW_UNITS = 1000.0
"""Of effort, for a layout in which all stays but what violates."""

_WIDER = 3
"""How often more may be put anew, before all is."""

_FEW = 0.6
"""Share of the bodies up to which only they are put anew at first."""


class _Judge:
    """Relations as :mod:`scenewright.scene.layout.relations.residuals` defines them."""

    residual = staticmethod(residuals.residual)
    tolerance = staticmethod(residuals.tolerance)


@dataclass(eq=False)
class Version:
    """A text and what it makes. `problem`: with the poses of this text. `adjusted`: paths of bodies that ``adjust`` lines
    were written for since the first version."""

    source: str
    scene: Scene
    problem: Problem
    how: str = ""
    adjusted: frozenset[str] = frozenset()
    certificate: Certificate | None = None


class LayoutWork:
    """One layout under way; `laps`: seconds by part. `job` hears how far it is.

    The search, the repair and the bounds ask the layout's effort whether to stop, as a plain callable
    (:data:`scenewright.scene.layout.search.effort.Stop`). This is the one place where the job goes into it.
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
        """Such a share of the layout's effort, from now."""
        return self.whole.part(share * self.units)

    def cancelled(self) -> bool:
        """Whether somebody, or the clock, ends it now."""
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

    def laid_out(self, begun: Version, best_effort: bool) -> tuple[Version, list[Conflict]]:
        """The version with poses that hold, which is `begun` itself where it holds or cannot; and what conflicts."""
        says = says_something(begun.problem)
        if says and holds(self.certificate(begun)):
            return self.opened(begun), []
        conflicts = find_conflicts(begun.problem, self.cancelled)
        self.lap("feasibility")
        if conflicts and not best_effort:
            return begun, conflicts
        self.job.progress(0.2, f"placing {len(begun.problem.bodies)} bodies")
        everything = range(len(begun.problem.constraints))
        search = self.part(1.0)
        kept = eased(begun.problem, self.cancelled) if conflicts else everything
        mended = self.mended(begun, kept, search) if says else None
        if mended is not None:
            return self.opened(self.by_numbers(begun, mended)), conflicts
        problem = with_constraints(begun.problem, kept)
        looked: list[Conflict] = []
        solution = self.solved(problem, search, hopeless=self.looking(problem, looked))
        self.lap("solve")
        if len(solution.unplaced) or len(solution.failing):
            found = (
                self.renumbered(begun, begun.problem.bodies.path)
                if says and not conflicts and not looked and not self.cancelled()
                else None
            )
            if found is not None:
                return self.opened(found), []
            self.job.progress(0.6, "finding what conflicts")
            conflicts += self.narrowed(problem, kept, solution, conflicts, looked)
            self.lap("conflicts")
            if not best_effort:
                return begun, conflicts
        self.job.progress(0.7, "writing the program")
        found = self.written(begun, solution.poses)
        if self.certificate(found).violations:  # exact geometry sees what boxes do not
            failing = {kept[k] for k in solution.failing.tolist()}
            still = [k for k in kept if k not in failing]
            found = self.mended(found, still, self.part(_MENDING_SHARE)) or found
        if says and worth(self.certificate(found)) >= worth(self.certificate(begun)):
            return begun, conflicts
        return self.opened(found if conflicts else self.by_numbers(begun, found)), conflicts

    def looking(self, problem: Problem, looked: list[Conflict]) -> Hopeless:
        """What finds out, while a problem is solved, what of it is hopeless; it leaves the conflicts in `looked`."""

        def look(solution: Solution, number: int) -> tuple[list[int], list[int]]:
            self.job.progress(0.4, "finding what conflicts")
            deadline = self.part(_LOOK_SHARE)
            looked.extend(hopeless(problem, solution, self.tried, deadline, looked, alone=number == 0))
            waiting = untold(problem, solution, looked)
            told = {k for c in looked for k in c.constraints}
            bodies = [b for b in solution.unplaced.tolist() if b not in waiting]
            return bodies, [k for k in solution.failing.tolist() if k in told]

        return look

    def narrowed(
        self,
        problem: Problem,
        kept: Sequence[int],
        solution: Solution,
        known: Sequence[Conflict],
        looked: Sequence[Conflict],
    ) -> list[Conflict]:
        """Conflicts of what a solution does not serve and no known conflict has told already: those `looked` at, and of the
        rest; `kept`: the numbers of the problem's relations in the whole."""
        told = {b for c in known for b in c.bodies}
        missing = np.array([b for b in solution.unplaced.tolist() if b not in told], dtype=np.int32)
        unserved = replace(solution, unplaced=missing)
        failing = set(solution.failing.tolist())
        found = [c for c in looked if failing & set(c.constraints) or set(solution.unplaced.tolist()) & set(c.bodies)]
        found += narrow(problem, unserved, self.tried, self.part(_CONFLICTS_SHARE), found)
        return [replace(c, constraints=tuple(kept[k] for k in c.constraints)) for c in found]

    def mended(self, begun: Version, kept: Sequence[int], search: Effort) -> Version | None:
        """A version in which all stays but what violates, and more and more of what is in its way; None where that does not
        do. It serves the relations `kept`, and as many of the others as before."""
        whole = begun.problem
        free = blamed(whole, self.certificate(begun))
        movable = np.count_nonzero(~whole.bodies.fixed)
        others = len(whole.constraints) - len(kept)
        for _ in range(_WIDER):
            if not 0 < np.count_nonzero(free) <= _FEW * movable or search():
                return None
            trial = with_constraints(held(whole, free), kept)
            solution = self.solved(trial, search.part(min(_FEW_UNITS, _MENDING_SHARE * self.units)))
            self.lap("solve")
            if not len(solution.unplaced) and not len(solution.failing):
                found = self.written(begun, np.where(free[:, None], solution.poses, whole.bodies.initial))
                if worth(self.certificate(found))[:2] <= (0, others):
                    return found
                culprits = blamed(whole, self.certificate(found))
            else:
                culprits = np.isin(np.arange(len(free)), solution.unplaced)
            failing = [kept[k] for k in solution.failing.tolist()]
            wider = free | widened(whole, culprits, failing)
            free = wider if (wider != free).any() else widened(whole, free)
        return None

    def opened(self, begun: Version) -> Version:
        """The version in which one gets to all of the floor, as far as something can make way for that."""
        search = self.part(_PASSAGES_SHARE)
        while not search():
            certificate = self.certificate(begun)
            if certificate.violations or certificate.walkable is None or worth(certificate)[2] == 0.0:
                break
            self.job.progress(0.75, "opening a way through")
            found = self.with_passage(begun, certificate, search)
            if found is None:
                break
            begun = found
        return begun

    def with_passage(self, begun: Version, certificate: Certificate, search: Effort) -> Version | None:
        """A version in which one gets to more of the floor, and nothing is worse; None where none was found."""
        problem = begun.problem
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
                found = self.written(begun, poses)
                if worth(self.certificate(found)) < worth(certificate):
                    return found
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
        """What comes of a part of a problem: the more is asked, the more patience it needs; `tries`: times as much."""
        least, more, most = _TRIAL_PATIENCE
        patience = tries * min(least + more * len(problem.constraints), most)
        return self.solved(problem, effort, starts=_TRIAL_STARTS, patience=patience)

    # -- into the text --------------------------------------------------------------------------------------------------

    def written(self, begun: Version, poses: FloatArray) -> Version:
        """The text with poses (N, 4) of its bodies."""
        bodies = begun.problem.bodies
        moved = (np.abs(poses - bodies.initial) > 1e-9).any(axis=1)
        moved &= ~lies_as_before(begun.problem, bodies.initial, poses)
        down = np.where(moved[:, None], let_down(bodies, begun.problem.parent, poses), poses)
        result = write_poses(begun.source, begun.scene, bodies, down, self.evaluate)
        made = self.version(result.source, result.scene)
        made.adjusted = begun.adjusted | {path for path, way in result.ways.items() if way == "adjust"}
        ways = [*begun.how.split(" and "), result.how if result.ways else ""]
        made.how = " and ".join(way for way in dict.fromkeys(ways) if way)
        self.lap("write")
        return made

    def by_numbers(self, begun: Version, posed: Version) -> Version:
        """The version that changes the numbers of loops and arithmetic in place of ``adjust`` lines, where that holds as well,
        saves some of them and moves not much more; else the one with these lines."""
        if not posed.adjusted or not says_something(begun.problem):
            return posed
        self.job.progress(0.7, "finding numbers to change")
        found = self.renumbered(begun, posed.adjusted)
        if found is None or len(found.adjusted) >= len(posed.adjusted):
            return posed
        bodies = MovedBodies(begun.scene)
        if bodies.cost(found.scene) > _DEAR * bodies.cost(posed.scene):
            return posed
        return found

    def renumbered(self, begun: Version, about: Collection[str]) -> Version | None:
        """A version that holds and changes numbers for some bodies, and poses for what these leave; None where there is none."""
        found = self.other_numbers(begun, about)
        if found is None or holds(self.certificate(found)):
            return found
        return self.mended(found, range(len(found.problem.constraints)), self.part(_MENDING_SHARE))

    def other_numbers(self, begun: Version, about: Collection[str]) -> Version | None:
        """A version that changes numbers for some bodies, whatever is wrong with it then; None where no number does any good."""
        wrongs = Wrongs(begun.problem, begun.scene, self.certificate(begun), about)
        repair = repair_program(
            begun.source,
            begun.scene,
            wrongs,
            self.evaluate,
            heights=wrongs.heights,
            evaluations=_EVALUATIONS,
            effort=self.part(_NUMBERS_SHARE),
        )
        self.lap("numbers")
        if not repair.changes:
            return None
        found = self.version(repair.source, repair.scene)
        found.how = "numbers"
        return found
