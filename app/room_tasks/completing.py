"""Completes a half-furnished room: what such a place has and this one lacks comes to sensible places, and nothing else moves."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from scenewright.app.room_tasks.free_views import free_views
from scenewright.app.room_tasks.layouts import laid_out, unmet, violated
from scenewright.app.room_tasks.outcome import RoomTaskDone, named
from scenewright.app.room_tasks.reading_room import read_room
from scenewright.app.room_tasks.standing_room import StandingRoom
from scenewright.app.room_tasks.standing_stage import StagedRoom, stage_standing
from scenewright.app.writers.embedded.dressing_lines import ABOUT, DRESSING, REMARK
from scenewright.app.writers.embedded.literals import write_number
from scenewright.app.writers.embedded.place_lines import asset_text, called
from scenewright.app.writers.embedded.relation_lines import Names, relation_lines
from scenewright.app.writers.embedded.staging import Stage
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import added_to_helper, placed_by

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.app.writers.embedded.selection import Item
    from scenewright.app.writers.writer import DressLevel
    from scenewright.scene.layout import JudgedScene

__all__ = ["FURNISHING", "add_staged", "furnish", "kept_of", "say_what_holds"]

FURNISHING = "furnishing"
"""The function of the program that places the furniture that was added to complete a room."""
_ABOUT = "What the room lacked and was added to complete it."
_REMARK = "what completes the room"
_UPRIGHT = "rotation_matrix(1.570796, (0, 1, 0)) @ rotation_matrix(-1.570796, (1, 0, 0))"
"""What turns a book so that it stands, its spine to the front."""
_WAYS = 3
"""How many ways to complete the room are planned, of which the one is taken that leaves out least, and costs least of those."""


def furnish(
    draft: Draft,
    *,
    level: DressLevel = "light",
    place: str = "",
    prompt: str = "",
    pinned: Collection[str] = (),
    job: Job,
) -> RoomTaskDone:
    """Add what a room lacks. What is there stays where and as it is. The draft is not saved.

    Args:
        level: how much of what dresses such a place comes with its furniture.
        place: what kind of place it is; '' to find out.
        prompt: the text that the scene was made of.
        pinned: paths of what must not be touched, which nothing is put on either.

    Raises:
        EditError: nothing tells what kind of place it is, or the program cannot be written so.
        JobCancelled: the job was cancelled; the draft holds a part of the step and is to be dropped.
    """
    job.tick(0.05, "reading the room")
    room = read_room(draft, place=place, prompt=prompt, pinned=pinned, job=job)
    if room.recipe is None:
        raise EditError("nothing tells what kind of room this is: name it, such as 'bedroom'").about("place")
    kind = room.recipe.name
    job.tick(0.15, "thinking of what such a place has")
    plans = [
        stage_standing(room, (), seed=draft.seed + way, adds=level, job=job.part(0.15, 0.45).quiet())
        for way in range(_WAYS)
    ]
    staged = min(plans, key=lambda plan: (sum(map(_is_furniture, plan.left_out)), plan.cost))
    there = tuple(thing.path for thing in room.things)
    added = add_staged(draft, room, staged)
    not_done = [
        (item.choice.request.words, "there is no room for it") for item in staged.left_out if _is_furniture(item)
    ]
    if added:
        job.tick(0.5, "looking for places")
        say_what_holds(draft, added, job)
        added, told = kept_of(draft, laid_out(draft, there, job.part(0.5, 0.95)), added)
        not_done += told
        free_views(draft, job.part(0.95).quiet())
    said = f"Completed the {kind}: added {named(added)}." if added else f"The {kind} lacks nothing that has room in it."
    return RoomTaskDone("furnish", said, kind, added=tuple(added), not_done=tuple(not_done), done=draft.changed)


def _is_furniture(item: Item) -> bool:
    return not item.choice.request.dressing


def add_staged(draft: Draft, room: StandingRoom, staged: StagedRoom) -> list[str]:
    """Write what a plan adds into the program: furniture into one function of it, what dresses the place into the one that dressing is in.
    Returns the new paths."""
    root = draft.scene.root_name
    taken = {draft.scene.paths[row].rpartition("/")[2].partition("[")[0] for row in draft.scene.children_of(0)}
    names = {
        id(staged.items[thing.body]): thing.path.removeprefix(f"{root}/")
        for thing in room.things
        if thing.path.startswith(f"{root}/")
    }
    own: dict[int, str] = {}
    for item in staged.added:
        name = _free_name(item.choice.name, taken)
        taken.add(name)
        own[id(item)] = name
    lines = _relations(room, staged, Names({**names, **own}, frozenset(own.values())))
    news: list[str] = []
    for function, about, remark, wanted in (
        (FURNISHING, _ABOUT, _REMARK, True),
        (DRESSING, ABOUT, REMARK, False),
    ):
        items = [item for item in staged.added if _is_furniture(item) == wanted]
        if not items:
            continue
        places = [_place(item, own[id(item)]) for item in items]
        mine = {own[id(item)] for item in items}
        later = set(own.values()) - mine if wanted else set()
        said = [line for line, about_names in lines if about_names & mine and not about_names & later]
        source = added_to_helper(
            draft.source, draft.scene, function, places, said, draft.evaluate_text, about=about, remark=remark
        )
        draft.write(source, draft.evaluate_text(source), {"kind": "furnish", "added": len(items)})
        news += [f"{root}/{own[id(item)]}" for item in items]
    return news


def say_what_holds(draft: Draft, added: Sequence[str], job: Job) -> None:
    """Take out relations of new furniture that do not hold where the plan has put it: its recipe says how it usually stands, and here it
    stands otherwise. What dresses the place goes where it belongs, or not at all."""
    try:
        judged = draft.judged(job=job.quiet())
    except LayoutError as error:
        raise EditError(f"the scene cannot be judged: {error}") from error
    dresses = set(placed_by(draft.source, draft.scene, DRESSING))
    draft.drop_relations([number for number, (path, _) in unmet(judged, added).items() if path not in dresses])


def kept_of(draft: Draft, judged: JudgedScene, added: Sequence[str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Take out again what was added and stands badly after a layout, and tell of it. Furniture that stands well and otherwise than its
    recipe says stays, without that relation."""
    wrong = violated(judged, added)
    dresses = set(placed_by(draft.source, draft.scene, DRESSING))
    broken = unmet(judged, added)
    wrong |= {path: f"no place was found where {text} holds" for path, text in broken.values() if path in dresses}
    draft.drop_relations([number for number, (path, _) in broken.items() if path not in wrong])
    if wrong:
        _take_away_again(draft, wrong)
    told = [(path.rpartition("/")[2], reason) for path, reason in wrong.items()]
    return [path for path in added if path not in wrong], told


def _take_away_again(draft: Draft, paths: Collection[str]) -> None:
    """Take out what was added and found no good place, with the functions of the program of which nothing is left."""
    for function in (FURNISHING, DRESSING):
        mine = [path for path in placed_by(draft.source, draft.scene, function) if path in paths]
        if mine:
            draft.take_away(mine, function)


def _relations(room: StandingRoom, staged: StagedRoom, names: Names) -> list[tuple[str, frozenset[str]]]:
    """Lines of relations that speak of what is new, each with the names in it."""
    new = {id(item) for item in staged.added}
    known = names.path.keys()
    bonds = [
        bond
        for bond in staged.bonds
        if id(bond.item) in new and id(bond.item) in known and all(id(anchor) in known for anchor in bond.anchors)
    ]
    items = [item for item in (*staged.items.values(), *staged.added) if id(item) in known]
    plan = staged.plan
    stage = Stage(
        "" if room.recipe is None else room.recipe.name,
        plan.width,
        plan.depth,
        plan.height,
        plan.outdoor,
        plan.openings,
        items,
        bonds,
    )
    _, lines = relation_lines(stage, names)
    return [(line, frozenset(names.named_in(line))) for line in lines]


def _place(item: Item, name: str) -> str:
    """The ``place`` call of a new thing, in numbers: the program may have no names for the sizes of its room."""
    at = ", ".join(write_number(round(float(v), 4), 4) for v in (item.x, item.y, item.z))
    turn = (item.turn + 180.0) % 360.0 - 180.0
    turned = [f"turn={write_number(turn, 2)}"] if abs(turn) > 0.005 else []
    said = [f"name={name!r}", *(part for part in called(item) if not part.startswith("name="))]
    made = asset_text(item.choice.words, item.box, item.upright, _UPRIGHT)
    return f"place({', '.join([made, f'at=({at})', *turned, *said])})"


def _free_name(name: str, taken: set[str]) -> str:
    """The name, or the next with a number that nothing has: a newcomer never changes the numbers of those before it."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
