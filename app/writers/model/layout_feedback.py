"""Feedback for a model on the layout of its scene: faults, their reasons, and possible repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.language_models import data_line
from scenewright.app.writers.judging import Judge, Judgement
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.layout import LayoutReport, moved_text

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.model import Scene

__all__ = ["feedback_of", "judgement_of", "layout_judge"]

_SHOWN = 12
"""Most items of one kind that are listed; the rest are counted."""


def layout_judge(
    evaluate: Callable[[str], Scene],
    *,
    assets: AssetProvider | None = None,
    root: Path | None = None,
    seed: int = 0,
    effort: float = 4_000.0,
    job: Job | None = None,
) -> Judge:
    """A judge of programs by their layout: it lays each out as `generate` would. A scene that cannot be laid out (too many bodies, for
    instance) is not judged.

    Args:
        evaluate: text to Scene, with seed and assets bound.
        root: the scene folder, if there is one.
        effort: bound on the search for poses; one unit is about a millisecond on a slow machine.
        job: the judge ends with JobCancelled if it is cancelled.
    """
    job = (job or Job()).part(name="the judging")

    def judge(source: str, scene: Scene) -> Judgement | None:
        from scenewright.scene.layout import report_of, solve_scene

        try:
            result = solve_scene(
                source,
                scene,
                evaluate,
                provider=assets,
                root=root,
                seed=seed,
                effort=effort,
                best_effort=True,
                job=job.quiet(),  # the progress of each judgement runs from 0 to 1
            )
        except (LayoutError, EditError):
            return None
        job.check()  # an unfinished layout must not be judged
        return judgement_of(report_of(result))

    return judge


def judgement_of(report: LayoutReport) -> Judgement:
    """The verdict on a layout: the numbers of physical violations, then of relations that fail or cannot be read, then of conflicts and
    offered repairs. If a repair is only offered, the verdict is on the scene as written."""
    physical = len(report.certificate.violations) + len(report.fell)
    relations = report.failing + len(report.problem.unread)
    undecided = len(report.conflicts) + (report.offer is not None)
    return Judgement((physical, relations, undecided), report.summary(), feedback_of(report))


def feedback_of(report: LayoutReport) -> str:
    """The next prompt of the conversation; '' if there is nothing to correct."""
    if report.complete:
        return ""
    certificate, offer = report.certificate, report.offer
    parts = ["The program evaluates. Its layout was checked, and not everything in it can stand as it is written."]
    parts += _list("Wrong where things stand now:", (v.message for v in certificate.violations))
    parts += _list("Falls or topples when it is let go:", (_name(p) for p in report.fell))
    parts += _list(
        "Relations that do not hold:",
        (f"{r.text}: {r.reason}" for r in certificate.relations if not r.satisfied and r.residual is not None),
    )
    parts += _list(
        "Relations that cannot be read, and were left out:",
        (f"{f'line {u.line}: ' if u.line else ''}{u.text}: {u.why}" for u in report.unreadable),
    )
    parts += _list(
        "Cannot hold together, whatever is moved:", (_conflict(report, k) for k in range(len(report.conflicts)))
    )
    if offer is not None:
        because = f" ({data_line(offer.why)})" if offer.why else ""
        parts += _list(
            f"The smallest repair that was found changes much of what you wrote{because}, and was not made. It would move:",
            (f"{moved_text(m)}; from {_place(m.before)} to {_place(m.after)}" for m in offer.moves),
        )
        parts += _list("It would still leave:", offer.remaining)
    parts += _list(
        "Small things were mended already, and need nothing from you:", (moved_text(m) for m in report.moves)
    )
    parts.append(
        "Change positions, sizes, numbers of things or relations so that this is gone, and leave everything else as it is: what is "
        "not named here stands well. Reply with the whole corrected program in one ```python block."
    )
    return "\n".join(parts)


def _conflict(report: LayoutReport, number: int) -> str:
    conflict = report.conflicts[number]
    statement = conflict.says if conflict.proved else f"{conflict.says} (none was found)"
    names = ", ".join(_name(report.problem.bodies.path[b]) for b in conflict.bodies[:_SHOWN])
    relations = ", ".join(report.relations_of(conflict)[:_SHOWN])
    ways = "; or ".join(conflict.ways_out[:_SHOWN])
    return "".join(
        [
            statement,
            f". Who is in it: {names}" if names else "",
            f". Relations: {relations}" if relations else "",
            f". Ways out: {ways}" if ways else "",
        ]
    )


def _list(title: str, items: Iterable[str]) -> list[str]:
    listed = list(items)
    if not listed:
        return []
    more = [f"- ... and {len(listed) - _SHOWN} more"] if len(listed) > _SHOWN else []
    return ["", title, *(f"- {data_line(item)}" for item in listed[:_SHOWN]), *more]


def _place(pose: tuple[float, float, float, float]) -> str:
    x, y, z, _ = pose
    return f"({x:.2f}, {y:.2f}, {z:.2f})"


def _name(path: str) -> str:
    return path.split("/", 1)[-1]
