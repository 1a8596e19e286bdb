"""Plans a room that stands: what of it may move, and what is new, get places by recipe and custom among what stays.

The things of the room become requests of a description, which the recipe of its kind completes as it completes a sentence: what is there
is not asked for again, and gets the place that the recipe's lines give it. So the one knowledge of rooms serves both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from scenewright.app.room_tasks.customs import customs_cost
from scenewright.app.room_tasks.host_places import put_on_hosts
from scenewright.app.room_tasks.lacking import dressing_of, lacking_copies
from scenewright.app.room_tasks.said_things import said_things
from scenewright.app.room_tasks.standing_bonds import stated_bonds
from scenewright.app.room_tasks.standing_room import StandingRoom
from scenewright.app.room_tasks.things import StandingThing
from scenewright.app.writers.embedded.bonds import Bond, bonds_of, implied_seats
from scenewright.app.writers.embedded.ceilings import hang_from_ceiling
from scenewright.app.writers.embedded.cluster import Member
from scenewright.app.writers.embedded.clusters import build_clusters, rug_offset
from scenewright.app.writers.embedded.completion import Completer
from scenewright.app.writers.embedded.costs import ground_of
from scenewright.app.writers.embedded.describing import describe_standing
from scenewright.app.writers.embedded.description import NO_WINDOW, Description, ObjectRequest, Zone
from scenewright.app.writers.embedded.floorplan import fill_standing, plan_cost, rug_in_room
from scenewright.app.writers.embedded.hosts import assign_hosts, assign_proxies
from scenewright.app.writers.embedded.looks import RoomLooks
from scenewright.app.writers.embedded.roomplan import PlaceEffort, RoomOpening, RoomPlan
from scenewright.app.writers.embedded.rugs import lay_rug
from scenewright.app.writers.embedded.selection import Choice, Item, choose, nouns_of
from scenewright.app.writers.embedded.walls import hang_on_walls
from scenewright.assets.recipe_book import Recipe, thing_key
from scenewright.scene.jobs import Job
from scenewright.scene.model import AssetRef, slug

if TYPE_CHECKING:
    import numpy as np

    from scenewright.app.writers.writer import DressLevel

__all__ = ["StagedRoom", "stage_standing", "standing_plan"]

_OUTDOOR_EDGE = 1.0
"""Metres around what stands out of doors that belong to the place."""
_AMPLE = 60.0
"""Square metres of a place without walls."""
_UNPLACED = 12.0
"""What a thing without a place costs, in the units of a plan."""
_PER_METRE = 0.12
"""What each metre costs by which a thing moves: of two good plans the nearer one is taken."""
_SAME = 0.01
"""Metres by which two sizes of one thing may differ."""
_EFFORT = 500_000.0
"""Of one plan, in comparisons of two footprints."""


@dataclass
class StagedRoom:
    """A plan of a room.

    Attributes:
        items: of the things, by the numbers of their bodies. Those that move have new poses.
        moved: numbers of the bodies that the plan gives new places.
        added: what is new and has a place.
        bonds: between all of them.
        left_out: what may have moved, or was to come, and found no place.
        cost: what the plan costs; less is better.
    """

    items: dict[int, Item]
    plan: RoomPlan
    bonds: list[Bond]
    recipe: Recipe | None
    moved: list[int] = field(default_factory=list)
    added: list[Item] = field(default_factory=list)
    left_out: list[Item] = field(default_factory=list)
    cost: float = 0.0


def stage_standing(
    room: StandingRoom,
    free: Collection[int],
    *,
    seed: int,
    adds: DressLevel | None = None,
    job: Job | None = None,
) -> StagedRoom:
    """Plan a room.

    Args:
        free: numbers of the bodies that may move. What stands on others and is not among them comes along with these.
        seed: chooses among the ways in which such a place is furnished.
        adds: how much of what such a place has and this one lacks is added; None: nothing.

    Raises:
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    description, groups = _described(room)
    given = len(groups)
    said = said_things(room, description.requests, groups)
    description.absent += said.absent
    if adds is not None:
        description.requests += said.new
    known = len(description.requests)
    description.links += [link for link in said.links if {link.subject, *link.anchors} <= set(range(known))]
    completer = Completer(
        room.catalogue,
        room.book,
        seed=seed,
        dress=adds or "none",
        standing=[thing_key(name) for thing in room.things for name in (thing.noun, thing.entry.word)],
        bearing=_bearing(room.things),
    )
    describe_standing(description, nouns_of(room.catalogue), completer)
    for request in description.requests[:given]:  # it takes no wall from what the place is for
        request.dressing = dressing_of(request, completer.recipe, completer.object_of)
    items: dict[int, Item] = {}
    by_request: dict[int, list[Item]] = {}
    for request, group in zip(description.requests, groups, strict=False):
        by_request[request.index] = [_standing_item(request, thing, n) for n, thing in enumerate(group)]
        items |= {thing.body: item for thing, item in zip(group, by_request[request.index], strict=True)}
    new: list[Item] = []
    if adds is not None:
        for choice in _chosen(room, description, completer, seed, {request.index for request in said.new}):
            made = [Item(choice, k) for k in range(choice.request.count)]
            by_request[choice.request.index] = made
            new += made
        levels = {"none": (), "light": ("light",), "full": ("light", "full")}[adds]
        area = float("inf") if description.dimensions is None else description.dimensions[0] * description.dimensions[1]
        lacking = lacking_copies(
            description.requests[:given], completer.recipe, levels, min(area, _AMPLE), completer.object_of
        )
        lacking |= {index: (count, "") for index, count in said.more.items()}  # the text knows better than the recipe
        for index, (count, level) in lacking.items():
            there = by_request[index]
            asked = replace(description.requests[index], expected=True, essential=not level, dressing=level)
            copies = [_copy_of(groups[index][-1], there[-1].choice, asked, len(there) + k) for k in range(count)]
            by_request[index] = [*there, *copies]
            new += copies
    else:
        for request in description.requests[given:]:
            request.count = 0
    everything = [item for group in by_request.values() for item in group]
    bonds = _bonds(room, description, by_request, items, everything)
    _hosted(room, items, free, everything, bonds)
    assign_proxies(everything, bonds)
    staged = StagedRoom(items, _plan_of(room, job), bonds, completer.recipe)
    movers = [items[body] for body in free]
    _place_all(room, staged, movers, new, job)
    staged.moved = [body for body in free if items[body].placed]
    staged.added = [item for item in new if item.placed]
    staged.left_out = [item for item in (*movers, *new) if not item.placed]
    return staged


def _bearing(things: Sequence[StandingThing]) -> dict[str, str]:
    """What carries each thing that stands on another, by the key of its name."""
    nouns = {thing.body: thing.noun for thing in things}
    return {thing_key(t.noun): nouns[t.carrier] for t in things if t.carrier is not None and t.carrier in nouns}


def standing_plan(room: StandingRoom, free: Collection[int], job: Job) -> StagedRoom:
    """A plan in which all stands where it stands, but for the bodies `free`, which have no place yet."""
    description, groups = _described(room)
    items = {
        thing.body: _standing_item(request, thing, n)
        for request, group in zip(description.requests, groups, strict=True)
        for n, thing in enumerate(group)
    }
    for thing in room.things:
        items[thing.body].host = items.get(thing.carrier) if thing.carrier is not None else None
        items[thing.body].stands = thing.support
    staged = StagedRoom(items, _plan_of(room, job), [], room.recipe)
    for body in free:
        items[body].placed, items[body].host = False, None
    _lay_standing(room, staged, {id(items[body]) for body in free})
    return staged


def _described(room: StandingRoom) -> tuple[Description, list[list[StandingThing]]]:
    """A description of what stands in the room, and the things of each of its requests."""
    groups: dict[str, list[StandingThing]] = {}
    for thing in room.things:
        groups.setdefault(thing.noun, []).append(thing)
    kind = room.recipe.kinds[0] if room.recipe is not None else ""
    vocabulary = room.catalogue.vocabulary
    requests = [
        ObjectRequest(
            index,
            noun,
            noun,
            room.catalogue.parse(noun),
            noun if noun in vocabulary else group[0].entry.word if group[0].entry.pack != "scene" else None,
            group[0].support,
            count=len(group),
        )
        for index, (noun, group) in enumerate(groups.items())
    ]
    shell = room.judged.scene.room
    openings = () if shell is None else shell.openings
    windows = sum(o.kind == "window" for o in openings)
    description = Description(
        f"a {kind or 'room'}",
        requests=requests,
        zones=[Zone(kind, kind)],
        place=kind,
        dimensions=None if shell is None else _usual_floor(shell.width, shell.depth, room.recipe),
        doors=sum(o.kind == "door" for o in openings),
        windows=windows or NO_WINDOW,
        outdoor=shell is None,
    )
    return description, list(groups.values())


def _usual_floor(width: float, depth: float, recipe: Recipe | None) -> tuple[float, float]:
    """Width and depth of the floor by which a recipe counts: that of the room, or of such a place on the average where that is larger. The
    writer draws a room as small as what is in it allows, and still counts by the size that such a place has."""
    usual = 0.0 if recipe is None else sum(recipe.area) / 2
    grown = max(usual / (width * depth), 1.0) ** 0.5
    return width * grown, depth * grown


def _standing_item(request: ObjectRequest, thing: StandingThing, ordinal: int) -> Item:
    """A thing as an item at its place."""
    choice = Choice(
        request,
        thing.entry,
        "exact",
        thing.words,
        slug(thing.noun),
        request.phrase,
        thing.ref if thing.ref is not None else _no_asset(thing),
        thing.size,
        thing.support,
        thing.ref is not None and thing.entry.category in ("tables", "outdoor") and _is_round(thing),
    )
    item = Item(choice, ordinal, *thing.at, thing.turn)
    item.placed = True
    return item


def _copy_of(thing: StandingThing, choice: Choice, request: ObjectRequest, ordinal: int) -> Item:
    """One more of a thing, without a place: of its own size, whichever way the thing is turned, and on its edge like a book in a shelf."""
    choice = replace(choice, request=request)
    if thing.ref is None or thing.upright:
        return Item(choice, ordinal)
    width, height, depth = (float(v) for v in thing.ref.hull.max(axis=0) - thing.ref.hull.min(axis=0))
    # seen from above, what stands on its edge is as thick as it is high when it lies
    stands = thing.size[1], *sorted((thing.size[0], thing.size[2]))
    on_edge = max(abs(a - b) for a, b in zip(stands, (depth, height, width), strict=True)) < _SAME
    return Item(replace(choice, size=(width, height, depth)), ordinal, upright=on_edge)


def _is_round(thing: StandingThing) -> bool:
    return "round" in thing.words.lower().split() and abs(thing.size[0] - thing.size[2]) < 0.02


def _no_asset(thing: StandingThing) -> AssetRef:
    """Something in place of the asset of what the program builds itself: a box of its size."""
    import numpy as np

    width, height, depth = thing.size
    hull: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = np.array(
        [[x * width / 2, y * height, z * depth / 2] for x in (-1, 1) for y in (0, 1) for z in (-1, 1)], dtype=np.float64
    )
    return AssetRef("", None, 0, "", hull)


def _chosen(
    room: StandingRoom, description: Description, completer: Completer, seed: int, said: Collection[int]
) -> list[Choice]:
    """Objects for what the recipe adds and for what the text named (`said`: indices), in looks that go with those of the room."""
    looks = None
    if completer.recipe is not None:
        looks = RoomLooks(seed, completer.recipe.name, description.text)
        looks.palette = room.palette or looks.palette
    choices, _ = choose(description, room.catalogue, seed=seed, looks=looks)
    for index in said:  # what finds no place now is told, and nothing else gives way to it
        description.requests[index].expected = description.requests[index].essential = True
    return [choice for choice in choices if choice.request.expected]


def _bonds(
    room: StandingRoom,
    description: Description,
    by_request: dict[int, list[Item]],
    items: dict[int, Item],
    everything: list[Item],
) -> list[Bond]:
    """The relations of the program, those of the recipe's lines about what the program says nothing of, and the customs of seats."""
    stated = stated_bonds(room.judged, items)
    told = {id(bond.item) for bond in stated}
    bonds = [*stated, *(b for b in bonds_of(description, by_request) if id(b.item) not in told)]
    return bonds + implied_seats(everything, bonds)


def _hosted(
    room: StandingRoom, items: dict[int, Item], free: Collection[int], everything: list[Item], bonds: list[Bond]
) -> None:
    """Say what stands on what. What stays or comes along keeps what it stands on, and its size is its own."""
    for thing in room.things:
        item = items[thing.body]
        if thing.body not in free:
            item.host = items.get(thing.carrier) if thing.carrier is not None else None
    boxes = {id(item): item.box for item in everything}
    assign_hosts(everything, bonds)
    for thing in room.things:
        item = items[thing.body]
        item.box = boxes[id(item)]
        if thing.body not in free:
            item.host = items.get(thing.carrier) if thing.carrier is not None else None
            item.stands, item.below, item.hung = thing.support, False, False


def _plan_of(room: StandingRoom, job: Job) -> RoomPlan:
    """The floor of the room, still empty."""
    shell = room.judged.scene.room
    if shell is None:
        reach = [abs(v) + max(t.foot.reach) for t in room.things for v in (t.at[0], t.at[2])]
        side = 2.0 * (max(reach, default=2.0) + _OUTDOOR_EDGE)
        return RoomPlan(side, side, 3.0, outdoor=True, job=job)
    plan = RoomPlan(shell.width, shell.depth, shell.height, job=job)
    plan.openings = [RoomOpening(o.kind, o.wall, o.offset, o.width, o.height, o.sill) for o in shell.openings]
    return plan


def _place_all(room: StandingRoom, staged: StagedRoom, movers: list[Item], new: list[Item], job: Job) -> None:
    """Find places for what moves and what is new, among what stays."""
    plan, bonds = staged.plan, staged.bonds
    placing = [*movers, *new]
    mine = {id(item) for item in placing}
    for item in placing:
        item.placed = False
    hung = _lay_standing(room, staged, mine)
    sizes = {id(i): i.box for i in movers}
    for item in (*staged.items.values(), *new):
        if item.host is not None:
            item.host.laden = max(item.host.laden, item.host.height + item.height)
    clusters = build_clusters([i for i in placing if i.host is None and i.support in ("floor", "rug")], bonds)
    job.check()
    spare = [cluster for cluster in clusters if all(_is_optional(member.item) for member in cluster.members)]
    fill_standing(plan, [cluster for cluster in clusters if cluster not in spare], bonds, PlaceEffort(_EFFORT))
    fill_standing(plan, spare, bonds, PlaceEffort(_EFFORT))
    for item, foot in (*plan.placed, *plan.rugs):
        if id(item) in mine:
            item.x, item.y, item.z, item.turn, item.placed = foot.x, 0.0, foot.z, foot.turn, True
            item.wall = plan.nearest_wall(foot)
    staged.cost = plan_cost(plan, clusters, bonds) + customs_cost(plan)
    for item in placing:
        if item.support == "rug" and not item.placed and item.host is None:
            _lay_rug(plan, item, bonds)
        item.box = sizes.get(id(item), item.box)
    if not plan.outdoor:
        own = [i for i in placing if i.host is None and i.support == "wall"]
        for item in own:  # where there is no good place for it, it stays where it hangs
            item.choice = replace(item.choice, request=replace(item.choice.request, expected=True))
        hang_on_walls(plan, own, bonds, hung)
        for item in own:
            item.box = sizes.get(id(item), item.box)
        hang_from_ceiling(plan, [i for i in placing if i.host is None and i.support == "ceiling"], bonds)
    put_on_hosts(room, staged.items, placing, bonds)
    staged.cost += _UNPLACED * sum(not item.placed for item in movers)
    staged.cost += _PER_METRE * sum(_travel(thing, staged.items[thing.body]) for thing in room.things)


def _is_optional(item: Item) -> bool:
    """Whether a place is one of its kind without a new thing: what is there already and what belongs there comes first."""
    return item.choice.request.expected and not item.choice.request.essential


def _lay_rug(plan: RoomPlan, rug: Item, bonds: list[Bond]) -> None:
    """Lay a rug at what it belongs to, where that stands already, else in the room."""
    for bond in bonds:
        if bond.item is rug and bond.anchors and (there := plan.footprint_of(bond.anchors[0])) is not None:
            anchor = ground_of(bond.anchors[0])
            member = Member(rug, *rug_offset(rug, anchor, bond), 0.0)
            foot = rug_in_room(plan, member, there.x, there.z, there.turn)
            rug.x, rug.y, rug.z, rug.turn, rug.placed = foot.x, 0.0, foot.z, foot.turn, True
            return
    lay_rug(plan, rug, bonds)
    rug.y = 0.0


def _lay_standing(room: StandingRoom, staged: StagedRoom, free: Collection[int]) -> list[Item]:
    """Put what stays into the plan; `free`: ids of the items that do not. Returns what hangs on the walls."""
    plan, hung = staged.plan, []
    for thing in room.things:
        item = staged.items[thing.body]
        if id(item) in free or item.host is not None:
            continue
        if item.support == "wall":
            item.mounted, item.wall = True, plan.nearest_wall(thing.foot)
            hung.append(item)
            plan.hung.append((thing.foot, thing.at[1]))
        elif item.support == "rug":
            plan.rugs.append((item, thing.foot))
        elif item.support != "ceiling":
            plan.placed.append((item, thing.foot))
        plan.standing.append(item)
    return hung


def _travel(thing: StandingThing, item: Item) -> float:
    """Metres by which a plan moves a thing."""
    return float(((item.x - thing.at[0]) ** 2 + (item.z - thing.at[2]) ** 2) ** 0.5) if item.placed else 0.0
