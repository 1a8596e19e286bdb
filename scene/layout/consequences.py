"""What does not hold any more after a change: what collides, floats, leaves the room or blocks a door, and relations that broke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.certificate import ViolationKind
from scenewright.scene.layout.certify import Violation
from scenewright.scene.layout.model import Support
from scenewright.scene.layout.riders import JudgedScene

__all__ = ["Consequences", "consequences"]

_WORSE = 0.01
"""Metres by which a violation must have grown to be told again."""

_GROUND = 1e-6
_SUPPORTING = (RelationName.ON, RelationName.INSIDE, RelationName.HANGING, RelationName.ON_WALL)


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change brought about. `violations`: those that were not there before, or are worse now. `relations`: the texts of
    relations that held before and do not now, with the reason."""

    violations: tuple[Violation, ...] = ()
    relations: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """One for each, for people."""
        return (*(v.message for v in self.violations), *self.relations)


def consequences(
    before: JudgedScene, after: JudgedScene, renamed: Mapping[str, str | None] | None = None
) -> Consequences:
    """Compare a scene before and after a change.

    Args:
        renamed: new paths by old paths, None for what is gone.
    """
    names = renamed or {}
    known: dict[tuple[ViolationKind, frozenset[str]], float] = {}
    for violation in before.faults.violations:
        paths = [names.get(path, path) for path in violation.paths]
        known[_key(violation.kind, [path for path in paths if path is not None])] = violation.figure
    # On open ground the lowest thing is the ground: where that moved, all else floats, which nobody needs to hear.
    lifted = abs(before.problem.bodies.ground - after.problem.bodies.ground) > _GROUND
    new = []
    for violation in after.faults.violations:
        figure = known.get(_key(violation.kind, violation.paths))
        if (figure is None or violation.figure > figure + _WORSE) and not (
            lifted and violation.kind is ViolationKind.SUPPORT
        ):
            new.append(_told(before, after, violation, names))
    return Consequences(tuple(new), tuple(_broken(before, after, new)))


def _told(before: JudgedScene, after: JudgedScene, violation: Violation, names: Mapping[str, str | None]) -> Violation:
    """The violation in other words where a thing stood on another and is now taken for one that hangs."""
    path, bodies = violation.paths[0], before.problem.bodies
    if violation.kind is not ViolationKind.SUPPORT:
        return violation
    kind = after.problem.bodies.support[after.problem.bodies.path.index(path)]
    former = next((i for i, old in enumerate(bodies.path) if names.get(old, old) == path), None)
    below = () if former is None else before.faults.support.below[former]
    if kind not in (Support.WALL, Support.CEILING) or not below:
        return violation
    carrier = bodies.path[below[0]]
    now = names.get(carrier, carrier)
    lost = f"{carrier}, which is gone" if now is None else f"{now}, which does not hold it any more"
    return replace(violation, message=f"{path} floats: it stood on {lost}")


def _broken(before: JudgedScene, after: JudgedScene, new: Sequence[Violation]) -> Iterator[str]:
    """The relations that held before and do not now. That something is not `on` its table any more is told once, where it floats."""
    held = {r.text for r in before.faults.relations if r.satisfied}
    floating = {v.paths[0] for v in new if v.kind is ViolationKind.SUPPORT}
    for constraint, result in zip(after.problem.constraints, after.faults.relations, strict=False):
        items = {after.problem.bodies.path[i] for i in constraint.items}
        if not result.satisfied and result.text in held and not (constraint.kind in _SUPPORTING and items & floating):
            yield f"{result.text} does not hold any more: {result.reason}"


def _key(kind: ViolationKind, paths: list[str] | tuple[str, ...]) -> tuple[ViolationKind, frozenset[str]]:
    """What tells a violation from others: all paths of a collision, the one body that another violation is about."""
    return kind, frozenset(paths if kind is ViolationKind.COLLISION else paths[:1])
