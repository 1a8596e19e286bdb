"""Puts things at destinations: tries the likeliest poses, and judges each by exact geometry before it is taken."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.agent.embedded.hanging import hangs
from scenewright.app.agent.embedded.placed import PlacedThing, Spot
from scenewright.app.agent.embedded.spots import free_spots
from scenewright.app.agent.embedded.stage import Box
from scenewright.app.agent.embedded.stops import CannotDo
from scenewright.app.agent.embedded.wanted import Destination
from scenewright.app.agent.embedded.work import Work
from scenewright.app.furnishing.traits import is_seat, is_sofa
from scenewright.app.session import find_place
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.geometry import standing_poses
from scenewright.scene.language.editing import (
    Add,
    AddRelation,
    Arrange,
    DropRelation,
    Edit,
    EditResult,
    Move,
    Placement,
    Turn,
)
from scenewright.scene.language.relations import RelationName

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = ["add_at", "drop_outdated", "goes_on_top", "put", "relation_edit", "searched_spots", "standing"]

_TRIED = 7
"""Most poses that are written and judged for one thing."""
_SAME = 1e-4
_NEXT = 0.12
"""Metres."""
_AS_ASKED = 0.1
"""Metres from where a new thing was to stand to where it does."""

_STATED = {
    "on": RelationName.ON, "inside": RelationName.INSIDE, "under": RelationName.UNDER, "above": RelationName.ABOVE,
    "next_to": RelationName.NEXT_TO, "near": RelationName.NEAR, "left_of": RelationName.LEFT_OF, "right_of": RelationName.RIGHT_OF,
    "in_front_of": RelationName.IN_FRONT_OF, "behind": RelationName.BEHIND, "centre": RelationName.ON,
}  # fmt: skip
"""Relations of destinations that a program can state."""
_PLACES = frozenset(
    (
        RelationName.ON, RelationName.INSIDE, RelationName.UNDER, RelationName.ABOVE, RelationName.NEXT_TO, RelationName.NEAR,
        RelationName.LEFT_OF, RelationName.RIGHT_OF, RelationName.IN_FRONT_OF, RelationName.BEHIND, RelationName.AGAINST_WALL,
        RelationName.IN_CORNER, RelationName.CENTERED, RelationName.ACROSS, RelationName.FACING, RelationName.ON_WALL,
    )
)  # fmt: skip
"""Relations that say where a thing is. A new place that a person asks for takes the place of the old ones."""


def standing(work: Work, path: str, *, rank: int = 0, total: int = 1) -> PlacedThing:
    """A thing of the scene, as places are looked for it."""
    words = tuple(work.draft.scene.find(path).name.split("_"))
    return PlacedThing(work.stage.box(path), words, path, rank, total)


def put(work: Work, path: str, spots: Iterable[Spot], *, state: AddRelation | None, what: str) -> str:
    """Move a thing to the first spot where nothing is wrong with it; its path after that.

    Args:
        state: a relation that the program is to state about it.
        what: the destination in words, for the refusal.

    Raises:
        CannotDo: there is no such spot.
    """
    reasons: list[str] = []
    for spot in islice(_apart(spots), _TRIED):
        edits = _move_edits(work, path, spot)
        tried = _tried(work, edits, path, state, reasons)
        if tried is not None:
            branch, results = tried
            work.adopt(branch, results)
            return results[0].path or path
    name = work.stage.name(path)
    why = f": {reasons[0]}" if reasons else ", since other things or the walls are in the way"
    raise CannotDo(
        f"There is no free place {what} for the {name}{why}.",
        (f"move the {name} 30 cm to the left", f"remove the {name}"),
    )


def searched_spots(work: Work, path: str, where: Destination, targets: Sequence[str]) -> Iterator[Spot]:
    """The place that the layout's search finds for a thing on or in another, where no level place of that is free."""
    state = relation_edit(work, path, where, targets)
    if state is None or where.relation not in ("on", "inside"):
        return
    branch = work.draft.branch()
    try:
        result = work.apply([state], draft=branch)[0]
        found = find_place(replace(result, path=path), branch, job=work.job.quiet())
    except (CannotDo, EditError):
        return
    pose = standing_poses(found.scene, [found.scene.find(path).index])[0]
    yield Spot(*(float(v) for v in pose))


def _apart(spots: Iterable[Spot]) -> Iterator[Spot]:
    """Spots that are not next to one that was tried before: what is in the way of one is in the way of the next."""
    given: list[Spot] = []
    for spot in spots:
        near = any(math.dist((spot.x, spot.y, spot.z), (g.x, g.y, g.z)) < _NEXT and spot.yaw == g.yaw for g in given)
        if not near:
            given.append(spot)
            yield spot


def _tried(
    work: Work, edits: list[Edit], path: str, state: AddRelation | None, reasons: list[str]
) -> tuple[Draft, list[EditResult]] | None:
    """The branch in which edits are made, where nothing is wrong with the thing then."""
    branch = work.draft.branch()
    before = work.stage.judged
    results = work.apply([*edits, state] if state is not None else edits, draft=branch)
    now = results[0].path or path
    judged = _judged(branch, work)
    if judged is None or before is None:
        return branch, results
    fault = _fault(before, judged, now)
    if fault:
        reasons.append(fault)
        return None
    if state is not None and not _last_holds(judged):
        return _tried(work, edits, path, None, reasons)
    return branch, results


def _judged(branch: Draft, work: Work) -> JudgedScene | None:
    try:
        return branch.derived.judged(branch.scene, job=work.job)
    except LayoutError:
        return None


def _fault(before: JudgedScene, after: JudgedScene, path: str) -> str:
    """What is wrong with a thing now that was not wrong before; '' where nothing is."""
    known = {(v.kind, frozenset(v.paths)) for v in before.faults.violations}
    for violation in after.faults.violations:
        about = any(p == path or p.startswith(f"{path}/") for p in violation.paths)
        if about and (violation.kind, frozenset(violation.paths)) not in known:
            return violation.message
    return ""


def _last_holds(judged: JudgedScene) -> bool:
    """Whether the relation that was added last holds."""
    last = len(judged.scene.relations) - 1
    found = [
        r.satisfied
        for c, r in zip(judged.problem.constraints, judged.faults.relations, strict=False)
        if c.relation == last
    ]
    return bool(found) and all(found)


def _move_edits(work: Work, path: str, spot: Spot) -> list[Edit]:
    """The edits that bring a thing to a spot, with what stands on it."""
    box = work.stage.box(path)
    turned = math.degrees(math.remainder(spot.yaw - box.yaw, 2 * math.pi))
    if abs(turned) > 0.5 and not work.stage.on_top(path):
        return [Arrange(poses=(Placement(path, (spot.x, spot.y, spot.z), spot.yaw),))]
    by = (spot.x - box.x, spot.y - box.y, spot.z - box.z)
    edits: list[Edit] = [] if abs(turned) <= 0.5 else [Turn(path, turned)]
    if max(map(abs, by)) > _SAME or not edits:
        edits.append(Move(path, by=_rounded(by)))
    return edits


def _rounded(by: Sequence[float]) -> tuple[float, float, float]:
    x, y, z = (round(float(v), 4) + 0.0 for v in by)
    return x, y, z


def add_at(
    work: Work,
    words: str,
    where: Destination,
    targets: Sequence[str],
    *,
    name: str | None = None,
    rank: int = 0,
    total: int = 1,
) -> str:
    """Add a thing at a destination; its path.

    Raises:
        CannotDo: the catalogue has no such thing, or there is no place for it.
    """
    item = _new(work, words, rank, total)
    reasons: list[str] = []
    for spot in islice(_apart(free_spots(work.stage, item, where, targets)), _TRIED):
        at = (round(spot.x, 4), round(spot.y, 4), round(spot.z, 4))
        turn = round(math.degrees(spot.yaw), 2)
        edits: list[Edit] = [Add(words, at=at, turn=turn or None, name=name)]
        tried = _added(work, edits, where, targets, reasons)
        if tried is not None:
            return tried
    return _by_search(work, words, where, targets, name, reasons)


def _added(work: Work, edits: list[Edit], where: Destination, targets: Sequence[str], reasons: list[str]) -> str | None:
    branch = work.draft.branch()
    before = work.stage.judged
    results = work.apply(edits, draft=branch)
    path = results[0].path
    if not _stands_where(branch, path, edits):
        reasons.append("other things are in the way")
        return None
    state = relation_edit(work, path, where, targets)
    if state is not None:
        results += work.apply([state], draft=branch)
    judged = _judged(branch, work)
    if judged is not None and before is not None:
        fault = _fault(before, judged, path)
        if fault:
            reasons.append(fault)
            return None
        if state is not None and not _last_holds(judged):
            branch = work.draft.branch()
            results = work.apply(edits, draft=branch)
    work.adopt(branch, results)
    return results[0].path


def _stands_where(branch: Draft, path: str, edits: Sequence[Edit]) -> bool:
    """Whether a new thing is where it was to be: one that has no room there is put elsewhere."""
    asked = next((edit.at for edit in edits if isinstance(edit, Add)), None)
    if asked is None:
        return True
    x, _, z, _ = (float(v) for v in standing_poses(branch.scene, [branch.scene.find(path).index])[0])
    return math.hypot(x - asked[0], z - asked[2]) < _AS_ASKED


def _by_search(
    work: Work, words: str, where: Destination, targets: Sequence[str], name: str | None, reasons: list[str]
) -> str:
    """Add a thing where the layout's search finds a place for it."""
    on = targets[0] if targets and where.relation in ("on", "centre", "inside") else None
    near = targets[0] if targets and on is None and not work.stage.is_building(targets[0]) else None
    if where.kind not in ("room", "wall", "on wall") and where.relation not in (
        "on",
        "centre",
        "next_to",
        "near",
        "at",
        "around",
        "above",
    ):
        why = reasons[0] if reasons else "other things or the walls are in the way"
        raise CannotDo(f"There is no free place there for the {words}: {why}.", (f"add a {words}",))
    branch = work.draft.branch()
    try:
        results = work.apply([Add(words, on=on, near=near, name=name)], draft=branch)
    except CannotDo as error:
        why = reasons[0] if reasons else error.reason
        raise CannotDo(f"There is no free place there for the {words}: {why}", (f"add a {words}",)) from error
    work.adopt(branch, results)
    return results[0].path


def _new(work: Work, words: str, rank: int, total: int) -> PlacedThing:
    """A thing of the catalogue before it is placed, at its own size."""
    try:
        ref = work.draft.assets.resolve(words, None, work.draft.seed)
    except AssetError as error:
        raise CannotDo(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    size = np.ptp(ref.hull, axis=0) if len(ref.hull) else np.full(3, 0.3)
    return PlacedThing(Box(0.0, 0.0, 0.0, 0.0, *(float(v) for v in size)), tuple(words.split()), "", rank, total)


def goes_on_top(work: Work, words: str) -> bool:
    """Whether a thing of the catalogue is one that people put on furniture, rather than beside it.

    Raises:
        CannotDo: the catalogue has no such thing.
    """
    item = _new(work, words, 0, 1)
    return item.small and not is_seat(item.furniture) and not is_sofa(item.furniture)


# -- relations ------------------------------------------------------------------------------------------------------------


def relation_edit(work: Work, path: str, where: Destination, targets: Sequence[str]) -> AddRelation | None:
    """The relation of a destination as the program states it; None where it states none."""
    if where.kind == "corner" and where.way.count("_") == 1:
        return AddRelation(RelationName.IN_CORNER, (_short(path), where.way))
    if where.kind == "wall" and where.way and where.metres is None:
        return AddRelation(RelationName.AGAINST_WALL, (_short(path), where.way))
    if where.kind == "on wall" and where.way and path in work.stage.things and hangs(work.stage, path):
        return AddRelation(RelationName.ON_WALL, (_short(path), where.way))
    kind = _STATED.get(where.relation)
    if where.kind != "at" or kind is None or len(targets) != 1 or where.metres is not None:
        return None
    return AddRelation(kind, (_short(path), _short(targets[0])))


def _short(path: str) -> str:
    """A path below the root, as programs name instances."""
    return path.partition("/")[2] or path


def drop_outdated(work: Work, path: str, before: JudgedScene | None) -> None:
    """Take back what the program says of a thing's old place, where that holds no more: the person asked for another."""
    after = work.stage.judged
    if before is None or after is None:
        return
    held = {r.text for r in before.faults.relations if r.satisfied}
    count: dict[int, int] = {}
    for constraint in after.problem.constraints:
        count[constraint.relation] = count.get(constraint.relation, 0) + 1
    outdated: dict[int, str] = {}
    for constraint, result in zip(after.problem.constraints, after.faults.relations, strict=False):
        paths = [after.problem.bodies.path[i] for i in constraint.items]
        if (
            result.satisfied
            or result.text not in held
            or constraint.kind not in _PLACES
            or count[constraint.relation] != 1
        ):
            continue
        if all(p == path or p.startswith(f"{path}/") for p in paths):
            outdated[constraint.relation] = result.text
    # by number, since a text may name the wall that the program leaves to the layout; the last first, since numbers close up
    for number, text in sorted(outdated.items(), reverse=True):
        try:
            work.apply([DropRelation(index=number)])
        except CannotDo:
            continue  # its call makes several relations: it is told as a consequence
        work.notes.append(f"the program no longer says {text}")
