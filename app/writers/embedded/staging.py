"""First poses for all items of a description: the room, its furniture, small items, items on walls and ceiling, and the views.

The order: hosts of small items, clusters of furniture, the room around them, items on walls, items on the ceiling, and last items on
hosts. The layout solver may move all of them later.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scenewright.app.furnishing.footprints import Footprint
from scenewright.app.furnishing.traits import is_seat, is_table
from scenewright.app.word_sets import word_set
from scenewright.app.writers.embedded.bonds import Bond, bonds_of, implied_seats, instances
from scenewright.app.writers.embedded.capacity import find_room
from scenewright.app.writers.embedded.ceilings import hang_from_ceiling
from scenewright.app.writers.embedded.clusters import build_clusters
from scenewright.app.writers.embedded.description import Description
from scenewright.app.writers.embedded.filling import give_plenty, line_walls
from scenewright.app.writers.embedded.floorplan import plan_room
from scenewright.app.writers.embedded.formations import find_formations
from scenewright.app.writers.embedded.hosts import assign_hosts, assign_proxies
from scenewright.app.writers.embedded.hung_things import hang_from_hosts, hang_on_host
from scenewright.app.writers.embedded.nominals import is_outdoor
from scenewright.app.writers.embedded.outdoors import hang_outdoors
from scenewright.app.writers.embedded.parasols import over_tables
from scenewright.app.writers.embedded.piles import pile_up
from scenewright.app.writers.embedded.place_settings import set_places
from scenewright.app.writers.embedded.roofs import fit_roof
from scenewright.app.writers.embedded.roomplan import RoomOpening, RoomPlan
from scenewright.app.writers.embedded.rows import hang_focus
from scenewright.app.writers.embedded.rugs import lay_rug
from scenewright.app.writers.embedded.selection import Choice, Item, in_variant
from scenewright.app.writers.embedded.shelving import add_shelves, shelve
from scenewright.app.writers.embedded.stage_views import StagedView, first_views
from scenewright.app.writers.embedded.stands import add_stands, hang_up, lift_from_floor
from scenewright.app.writers.embedded.supports import Level, level_top, levels, open_levels, under_height
from scenewright.app.writers.embedded.tables import fit_tables
from scenewright.app.writers.embedded.tabletop import lay_out, put_under, stand
from scenewright.app.writers.embedded.variety import (
    vary_clothes,
    vary_mismatched,
    vary_pictures,
    vary_plants,
    write_menus,
)
from scenewright.app.writers.embedded.walls import hang_on_walls
from scenewright.app.writers.embedded.window_covers import clear_windows
from scenewright.app.writers.embedded.windowsills import set_at_sills
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.assets import Catalogue
    from scenewright.scene.model import AssetRef

__all__ = ["Stage", "stage"]

PARTITION = 0.1
"""Thickness in metres of a wall between two rooms of one scene."""

_FILLED = 0.8
"""Share of the footprint of a host that its guests fill at most, where a recipe adds to what the text puts there."""
_UNSEEN = 0.8
"""Share of the usual size. An item that keeps more than this share gets no note, since such things exist at that size."""


@dataclass
class Stage:
    """A furnished scene, in metres. `partitions`: the x of walls between its rooms. `loose`: items with a note on their place.
    `roof`: 'gable' or 'beams' where it is no flat ceiling."""

    kind: str
    width: float
    depth: float
    height: float
    outdoor: bool
    openings: list[RoomOpening]
    items: list[Item]
    bonds: list[Bond]
    partitions: list[float] = field(default_factory=list)
    views: list[StagedView] = field(default_factory=list)
    loose: list[tuple[Item, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    roof: str = ""


def stage(description: Description, choices: list[Choice], catalogue: Catalogue, *, job: Job | None = None) -> Stage:
    """Poses for all instances. Every instance gets a place; those without a good one are listed in ``loose``.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    description = replace(description, links=list(description.links))  # what is said stays as it was read
    line_walls(description, choices)
    give_plenty(description, choices, catalogue)
    choices, notes = add_shelves(description, choices, catalogue)
    by_request = instances(choices)
    items = [i for group in by_request.values() for i in group]
    bonds = bonds_of(description, by_request)
    over_tables(items, bonds)
    bonds += implied_seats(items, bonds)
    hang_up(items, bonds, catalogue)
    hang_from_hosts(items, bonds, catalogue)
    vary_clothes(items, catalogue)
    vary_plants(items, catalogue)
    vary_mismatched(items, description.text, catalogue)
    write_menus(items, catalogue)
    assign_hosts(items, bonds)
    set_at_sills(items, bonds, catalogue)
    if description.outdoor is not True:
        add_stands(items, bonds, catalogue)
    for item in items:
        if item.stands == "wall":
            item.choice = in_variant(item.choice, "wall mounted", catalogue)
    vary_pictures(items, catalogue, description.pictures)
    shelve(items, bonds, catalogue)
    pile_up(items, bonds, catalogue)
    fit_tables(items, bonds)

    def surfaces(host: Item, guests: list[Item]) -> tuple[Level, ...]:
        return _levels_of(host, guests, bonds, catalogue) if open_levels(catalogue, host.choice.ref) else ()

    find_room(items, bonds, surfaces, lambda item: _top_of(item, catalogue))
    if description.outdoor is not True:
        lift_from_floor(items, bonds, catalogue)
    bonds += hang_focus(find_formations(items, bonds), bonds)
    assign_proxies(items, bonds)
    kind = description.zones[0].kind or _kind_by_contents(items)
    outdoor = is_outdoor(kind) if description.zones[0].kind else _outdoor_contents(items, description)
    outdoor = outdoor if description.outdoor is None else description.outdoor
    zones = sorted({i.choice.request.zone for i in items}) or [0] if not outdoor else [0]
    plans = _plans(description, items, bonds, zones, kind, outdoor, job)
    total = sum(p.width for p in plans) + PARTITION * (len(plans) - 1)
    depth = max((p.depth for p in plans), default=3.0)
    result = Stage(kind, round(total, 2), depth, max((p.height for p in plans), default=2.7), outdoor, [], items, bonds)
    left = -total / 2
    for number, (zone, plan) in enumerate(zip(zones, plans, strict=True)):
        here = [i for i in items if i.choice.request.zone == zone or len(zones) == 1]
        job.check()
        here = [i for i in here if not any(_ground_of(i) is out for out in plan.left_out)]
        _furnish(plan, here, bonds, catalogue, result)
        shift = left + plan.width / 2
        for item in here:
            item.x += shift
        result.openings += [_moved(o, shift) for o in plan.openings if _outer(o, number, len(plans))]
        left += plan.width + PARTITION
        if number < len(plans) - 1:
            result.partitions.append(round(left - PARTITION / 2, 3))
    result.items = [i for i in items if i.placed]
    _mark_dressing(result.items)
    placed = {id(i) for i in result.items}
    result.bonds = [b for b in bonds if id(b.item) in placed and all(id(a) in placed for a in b.anchors)]
    result.loose += [(item, note) for item in result.items for note in _notes_of(item)]
    result.loose = [(item, note) for item, note in result.loose if not item.choice.request.expected]
    result.notes += notes
    if not result.outdoor and not result.partitions:
        result.roof = fit_roof(description.shell.roof, result.width, result.depth, result.height, result.items)
    result.views = first_views(result.width, result.depth, result.height, result.items, outdoor=result.outdoor)
    return result


def _mark_dressing(items: list[Item]) -> None:
    """Say which items dress the place. What carries something else is furniture, whoever asked for it."""
    carries = set()
    for item in items:
        carrier = None if item.choice.request.dressing else item.host
        while carrier is not None:
            carries.add(id(carrier))
            carrier = carrier.host
    for item in items:
        item.dresses = bool(item.choice.request.dressing) and id(item) not in carries


def _notes_of(item: Item) -> list[str]:
    """The item's notes, and one on its size where it was visibly shrunk."""
    share = min(a / b for a, b in zip(item.box or item.choice.size, item.choice.size, strict=True))
    if item.host is None or share > _UNSEEN:
        return item.notes
    where = "below" if item.below else "on"
    return [*item.notes, f"made {share:.0%} as large as usual, to fit {where} the {_base(item).choice.request.words}"]


def _ground_of(item: Item) -> Item:
    """What carries an item on the floor or wall."""
    while item.host is not None:
        item = item.host
    return item


def _base(item: Item) -> Item:
    """The host of an item, or of the pile that it is part of."""
    host = item.host or item
    while host.host is not None and host.request == item.request:
        host = host.host
    return host


def _plans(
    description: Description,
    items: list[Item],
    bonds: list[Bond],
    zones: list[int],
    kind: str,
    outdoor: bool,
    job: Job,
) -> list[RoomPlan]:
    plans = []
    single = len(zones) <= 1
    sizes: list[tuple[float, float]] = []
    for attempt in range(1 if single else 2):
        plans = []
        for zone in zones or [0]:
            here = [i for i in items if i.choice.request.zone == zone or single]
            clusters = build_clusters(here, bonds)
            deepest = max((d for _, d in sizes), default=0.0)
            dimensions = description.dimensions if single else (sizes[len(plans)][0], deepest) if attempt else None
            plans.append(
                plan_room(
                    description.zones[zone].kind or kind if zone < len(description.zones) else kind,
                    clusters,
                    bonds,
                    size=description.size if single else "",
                    dimensions=dimensions,
                    free=_may_grow(description) if single else (True, True),
                    usual=description.usual if single else None,
                    usual_height=description.height if single else None,
                    long=description.long and single,
                    doors=description.doors if single else 1,
                    windows=description.windows if single else 0,
                    mirrored=description.mirrored,
                    openings=description.openings,
                    outdoor=outdoor,
                    wall_items=[i for i in here if i.support == "wall" and i.host is None],
                    job=job,
                )
            )
        sizes = [(p.width, p.depth) for p in plans]
    return plans


def _may_grow(description: Description) -> tuple[bool, bool]:
    """Whether a room's width and depth may grow: the one that the text does not state, or both where it states both or none."""
    said = description.lengths or (None, None)
    return (said[0] is None, said[1] is None) if None in said else (True, True)


def _outer(opening: RoomOpening, number: int, count: int) -> bool:
    """Whether the wall of a room's opening is an outer wall of the whole scene."""
    return (
        opening.wall in ("back", "front")
        or (opening.wall == "left" and number == 0)
        or (opening.wall == "right" and number == count - 1)
    )


def _moved(opening: RoomOpening, shift: float) -> RoomOpening:
    if opening.wall in ("left", "right") or shift == 0.0:
        return opening
    return RoomOpening(
        opening.kind, opening.wall, round(opening.offset + shift, 3), opening.width, opening.height, opening.sill
    )


def _furnish(plan: RoomPlan, items: list[Item], bonds: list[Bond], catalogue: Catalogue, result: Stage) -> None:
    for item, foot in (*plan.placed, *plan.rugs):
        item.x, item.z, item.turn, item.placed = foot.x, foot.z, foot.turn, True
        item.wall = plan.nearest_wall(foot)
    if not plan.outdoor:
        clear_windows(plan, bonds)
    for item in items:
        if item.support == "rug" and not item.placed and item.host is None:
            lay_rug(plan, item, bonds)
    for item in items:
        if item.host is not None and not (item.below or item.hung):
            item.host.laden = max(item.host.laden, item.host.height + item.height)
    if plan.outdoor:
        hung = [i for i in items if i.host is None and i.support in ("wall", "ceiling")]
        standing = hang_outdoors(plan, hung, bonds, result.items, catalogue)
        result.loose += [
            (item, "there is no wall or ceiling out of doors: it stands on the ground") for item in standing
        ]
    else:
        hang_on_walls(plan, [i for i in items if i.host is None and i.support == "wall"], bonds)
        hang_from_ceiling(plan, [i for i in items if i.host is None and i.support == "ceiling"], bonds)
    _stack(items, bonds, catalogue, result, plan)


def _stack(items: list[Item], bonds: list[Bond], catalogue: Catalogue, result: Stage, plan: RoomPlan) -> None:
    """Place items on and under their hosts, hosts before guests."""
    waiting = [i for i in items if i.host is not None]
    while waiting:
        hosts: list[Item] = []
        for item in waiting:
            if item.host is not None and item.host.placed and not any(item.host is host for host in hosts):
                hosts.append(item.host)
        if not hosts:
            break
        for host in hosts:
            guests = [i for i in waiting if i.host is host]
            waiting = [i for i in waiting if i.host is not host]
            hung = [g for g in guests if g.hung]
            guests = [g for g in guests if not g.hung]
            for guest in hang_on_host(host, hung, _ref_of(host, catalogue), catalogue) if hung else []:
                _beside_host(plan, guest, host)
                result.loose.append((guest, f"there was no room for it on the {host.choice.request.words}"))
            below = [g for g in guests if g.below]
            if below:
                put_under(host, below, _room_below(host, catalogue))
            for guest in guests:
                if guest.slot is not None:
                    stand(host, guest, *guest.slot)
            above = _asked_first(host, [g for g in guests if not g.below and g.slot is None])
            if not above:
                continue
            surfaces = _surfaces(host, above, bonds, catalogue, plan)
            filled = {round(g.slot[1], 2) for g in guests if g.slot is not None}
            free = tuple(v for v in surfaces if round(v.y, 2) not in filled)
            if filled and not free:  # every board is full of what the text says
                for guest in above:
                    guest.placed = False
                above = [g for g in above if not g.choice.request.expected]
                if not above:
                    continue
            surfaces = free or surfaces
            seats = [
                b.item
                for b in bonds
                if b.kind in ("around", "at", "with") and b.anchors[:1] == (host,) and is_seat(b.item)
            ]
            if len(seats) > 1 and is_table(host):
                above = set_places(host, above, seats, surfaces[0])
            for item in lay_out(host, above, surfaces, bonds, lambda item: _top_of(item, catalogue)):
                if item.choice.request.expected:
                    item.placed = False
                    continue
                _beside_host(plan, item, host)
                result.loose.append(
                    (item, f"there was no room for it on the {host.choice.request.words}: it stands beside it")
                )


def _asked_first(host: Item, guests: list[Item]) -> list[Item]:
    """The guests without what a recipe adds that would take much of the room of those that the text puts there: the van is on the lift."""
    if all(g.choice.request.expected for g in guests):
        return guests
    asked = sum(g.width * g.depth for g in guests if not g.choice.request.expected)
    free = _FILLED * host.width * host.depth - asked
    added = [g for g in guests if g.choice.request.expected and g.width * g.depth > max(free, 0.0)]
    for guest in added:
        guest.placed = False
    return [g for g in guests if not any(g is other for other in added)]


def _surfaces(
    host: Item, guests: list[Item], bonds: list[Bond], catalogue: Catalogue, plan: RoomPlan
) -> tuple[Level, ...]:
    if host.support == "rug":
        return _free_of_rug(host, plan)
    return _levels_of(host, guests, bonds, catalogue)


def _levels_of(host: Item, guests: list[Item], bonds: list[Bond], catalogue: Catalogue) -> tuple[Level, ...]:
    """The surfaces of a host at its present size; those inside it first where a guest is to be inside."""
    found = levels(catalogue, _ref_of(host, catalogue))
    inside = any(b.kind == "inside" and any(b.item is g for g in guests) for b in bonds)
    if inside:
        return tuple(sorted(found, key=lambda v: v.headroom == float("inf")))
    return found


def _ref_of(item: Item, catalogue: Catalogue) -> AssetRef:
    """The asset of an item at its present size. It is resolved again for that size, since an object may change more than its scale."""
    return item.choice.ref if item.box is None else catalogue.resolve(item.choice.words, item.box, 0)


def _top_of(item: Item, catalogue: Catalogue) -> Level | None:
    return level_top(catalogue, _ref_of(item, catalogue))


def _room_below(host: Item, catalogue: Catalogue) -> float:
    """The free height in metres under a host at its present size."""
    return under_height(catalogue, _ref_of(host, catalogue))


def _free_of_rug(rug: Item, plan: RoomPlan) -> tuple[Level, ...]:
    """The parts of a rug without furniture: all of it and strips along its edges; all of it where no part is free."""
    w, d, h = rug.width / 2, rug.depth / 2, rug.height
    strips = [(-w, w, -d, d), (-w, w, d / 3, d), (w / 3, w, -d, d), (-w, -w / 3, -d, d), (-w, w, -d, -d / 3)]
    free = []
    for x0, x1, z0, z1 in strips:
        part = Footprint((x0 + x1) / 2, (z0 + z1) / 2, (x1 - x0) / 2, (z1 - z0) / 2).placed(rug.x, rug.z, rug.turn)
        if not any(part.overlaps(f) for i, f in plan.placed if not i.mounted):
            free.append(Level(h, x0 * 0.8, x1 * 0.8, z0 * 0.8, z1 * 0.8, float("inf")))
    return tuple(free) or (Level(h, -w, w, -d, d, float("inf")),)


def _beside_host(plan: RoomPlan, item: Item, host: Item) -> None:
    ground = host
    while ground.host is not None:
        ground = ground.host
    base = Item(item.choice, item.ordinal, box=item.box)
    for ring in (0.1, 0.3, 0.6, 1.0):
        for k in range(12):
            angle = 2 * math.pi * k / 12
            reach = max(ground.width, ground.depth) / 2 + max(base.width, base.depth) / 2 + ring
            foot = Footprint(
                ground.x + reach * math.sin(angle), ground.z + reach * math.cos(angle), base.width / 2, base.depth / 2
            )
            if (plan.outdoor or plan.inside(foot)) and not any(foot.overlaps(f) for _, f in plan.placed):
                item.x, item.y, item.z, item.turn, item.placed = foot.x, 0.0, foot.z, 0.0, True
                plan.placed.append((item, foot))
                return
    item.x, item.y, item.z, item.placed = ground.x, ground.y + ground.height, ground.z, True


# -- the kind of place ----------------------------------------------------------------------------------------------

_TELLTALES = (
    ("bed", "bedroom"), ("crib", "nursery"), ("bathtub", "bathroom"), ("toilet", "bathroom"), ("vanity", "bathroom"),
    ("shower", "bathroom"), ("stove", "kitchen"),
    ("oven", "kitchen"), ("refrigerator", "kitchen"), ("island", "kitchen"), ("dining table", "dining room"), ("sofa", "living room"),
    ("sectional", "living room"),
    ("gaming", "gaming room"), ("arcade", "gaming room"), ("desk", "office"), ("toy", "playroom"), ("workbench", "workshop"),
    ("coffee table", "living room"),
    ("bookshelf", "study"), ("armchair", "living room"),
)  # fmt: skip
_OUTSIDE = word_set(
    """tree bush shrub hedge fence streetlight lamppost fountain swing slide gazebo well mailbox tent campfire rock
    boulder pine palm cactus pond path"""
)


_STALL = ("market", "stall")
"""What stands in the open with all its goods, where nothing is said of a place."""


def _kind_by_contents(items: list[Item]) -> str:
    words = [f"{i.choice.entry.word} {i.choice.request.words}" for i in items]
    return next((kind for sign, kind in _TELLTALES if any(sign in w for w in words)), "room")


def _outdoor_contents(items: list[Item], description: Description) -> bool:
    if description.doors or description.windows or description.surfaces:
        return False
    outside = sum(
        1 for i in items if i.choice.entry.category == "outdoor" or i.choice.entry.word.split()[-1] in _OUTSIDE
    )
    stall = any(set(_STALL) <= set(i.choice.entry.word.split()) for i in items) and not description.place
    return outside * 2 > len(items) or stall
