"""In which order the furniture of a room gets its places, and which of two plans loses less."""

from __future__ import annotations

from scenewright.app.furnishing.traits import is_bed, is_counter, is_sofa
from scenewright.app.writers.embedded.bonds import Bond
from scenewright.app.writers.embedded.cluster import Cluster
from scenewright.app.writers.embedded.roomplan import RoomPlan

__all__ = ["is_essential", "is_unasked", "loss_of", "place_order", "unplaced"]


def place_order(cluster: Cluster, bonds: list[Bond], foci: set[int]) -> float:
    """Sort key: clusters with a prescribed place first, then what rows look at and these rows, then beds and sofas, then others at walls.

    Args:
        foci: ids of what formations look at.
    """
    mine = [b for b in bonds if b.item is cluster.leader]
    formation = cluster.formation
    if all(m.item.choice.request.dressing for m in cluster.members):
        return 5  # a radiator under the window leaves the wall to what the place is for
    if cluster.leader.support == "wall" and any(b.kind == "on_wall" or b.place == "wall" for b in mine):
        return -1  # a blackboard or coats on hooks, before desks and lockers take their wall
    if formation is not None and formation.looks:
        standing = formation.focus is not None and formation.focus.support == "floor"
        # the tables of counsel stand before the pews that look at the same judge
        return (1.6 if standing else 0.0) + 0.001 * min(len(formation.items), 99)
    if any(id(m.item) in foci for m in cluster.members):
        return 1.5
    if any(b.kind == "centered" and b.place for b in mine):
        return 0
    if any(b.place in ("window", "door") or b.kind == "in_corner" for b in mine):
        return 1
    if is_counter(cluster.leader):
        return 1.8  # before the seats that would take the floor before it
    if is_bed(cluster.leader) or is_sofa(cluster.leader):
        return 2
    if cluster.at_wall and formation is not None and formation.wall:
        return 2.5  # a row needs its wall whole, and single things stand at any
    return 3 if cluster.at_wall else 4


def is_unasked(cluster: Cluster) -> bool:
    """Whether nobody asked for anything of a cluster."""
    return all(m.item.choice.request.expected for m in cluster.members)


def is_essential(cluster: Cluster) -> bool:
    """Whether the place is none of its kind without a cluster."""
    return any(m.item.choice.request.essential for m in cluster.members)


def loss_of(missing: list[Cluster]) -> tuple[int, int]:
    """Sort key of plans by what finds no place: what somebody asked for counts first. Where that is squeezed in somewhere, a larger room
    is better than one that also holds what nobody asked for, but not than one that holds more of what makes it such a place."""
    asked = sum(not is_unasked(cluster) for cluster in missing)
    return asked, sum(map(is_essential, missing)) if asked else len(missing)


def unplaced(plan: RoomPlan, clusters: list[Cluster]) -> list[Cluster]:
    """The clusters that have no place in the plan, tried or not."""
    placed = {id(item) for item, _ in plan.placed}
    return [c for c in clusters if id(c.leader) not in placed]
