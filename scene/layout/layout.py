"""The whole of a layout: a program in; the same program with poses that hold, and a certificate of it, out."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scene.asset_provider import AssetProvider
from scene.layout.bodies.reading import bodies_of
from scene.layout.certificate import Certificate, certify
from scene.layout.feasibility.conflicts import Conflict, find_conflicts
from scene.layout.feasibility.narrowing import narrow
from scene.layout.forest import problem_of
from scene.layout.model import Problem
from scene.layout.program.poses import write_poses
from scene.layout.relations import residuals
from scene.layout.resting import let_down
from scene.layout.search import proposals
from scene.layout.search.solver import Solution, solve
from scene.model import Scene

__all__ = ["LayoutResult", "solve_scene"]

Progress = Callable[[float, str], None]


@dataclass(frozen=True, eq=False)
class LayoutResult:
    """What came of it.

    `source`, `scene`: the program with the new poses; where `conflicts` says what cannot hold, as they were. `how`: how the
    poses were written ('literal', 'adjust', ...; '' where nothing changed). `certificate`: of `scene`. `seconds`: by part.
    """

    source: str
    scene: Scene
    how: str
    problem: Problem
    certificate: Certificate
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def solved(self) -> bool:
        return not self.conflicts


class _Judge:
    """Relations as :mod:`scene.layout.relations.residuals` defines them."""

    residual = staticmethod(residuals.residual)
    tolerance = staticmethod(residuals.tolerance)


def solve_scene(
    source: str,
    scene: Scene,
    evaluate: Callable[[str], Scene],
    *,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    seed: int = 0,
    seconds: float = 20.0,
    settle: bool = True,
    best_effort: bool = False,
    threads: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LayoutResult:
    """Lay a program's scene out.

    Args:
        evaluate: text to Scene, with seed and assets bound.
        provider: where catalogue objects come from. `root`: the scene folder.
        seconds: the search ends then at the latest; what cannot be served by then is named in `conflicts`.
        best_effort: where all is placed and only relations fail, write that layout all the same; the conflicts say which.
        settle: also let the result settle under gravity, and report what moves.

    Raises:
        LayoutError: the scene has no room, its relations cannot be read, or it holds too many bodies.
    """
    tell = progress or (lambda share, text: None)
    clock = _Clock()
    tell(0.05, "reading bodies and relations")
    bodies = bodies_of(scene, provider=provider, root=root)
    problem = problem_of(scene, bodies)
    clock.lap("read")
    conflicts = find_conflicts(problem)
    clock.lap("feasibility")
    solution: Solution | None = None
    if not conflicts:
        tell(0.2, f"placing {len(bodies)} bodies")
        solution = _solved(problem, seed=seed, seconds=seconds, threads=threads, cancelled=cancelled)
        clock.lap("solve")
        if len(solution.unplaced) or len(solution.failing):
            tell(0.6, "finding what conflicts")
            conflicts = narrow(
                problem,
                solution,
                lambda p, s: _solved(p, seed=seed, seconds=s, threads=threads, cancelled=cancelled),
                seconds=seconds / 2.0,
            )
            clock.lap("conflicts")
    written, how = scene, ""
    text = source
    notes: list[str] = [f"relation {k}: {why}" for k, why in problem.unread.items()]
    if solution is not None and (not conflicts or (best_effort and not len(solution.unplaced))):
        tell(0.7, "writing the program")
        poses = let_down(bodies, problem.parent, solution.poses)
        result = write_poses(source, scene, bodies, poses, evaluate)
        text, written, how = result.source, result.scene, result.how
        clock.lap("write")
    tell(0.8, "certifying")
    certificate = certify(written, provider=provider, root=root, problem=problem)
    clock.lap("certify")
    if settle and (not conflicts or text != source):  # what was not laid out need not be let fall
        from scene.layout.certify.physics import settle as let_settle

        tell(0.9, "letting it settle")
        certificate = certificate.settled(let_settle(written, provider=provider, root=root))
        clock.lap("settle")
    return LayoutResult(text, written, how, problem, certificate, tuple(conflicts), tuple(notes), clock.laps)


def _solved(
    problem: Problem,
    *,
    seed: int,
    seconds: float,
    threads: int,
    cancelled: Callable[[], bool] = lambda: False,
) -> Solution:
    return solve(problem, _Judge(), proposals.sample, seed=seed, seconds=seconds, threads=threads, cancelled=cancelled)


class _Clock:
    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._at = time.monotonic()

    def lap(self, name: str) -> None:
        now = time.monotonic()
        self.laps[name] = self.laps.get(name, 0.0) + now - self._at
        self._at = now
