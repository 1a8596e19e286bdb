"""Gives things other colours, sizes and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.colours import material_of, rgb_of
from scenewright.app.agent.embedded.doing_room import resize_room
from scenewright.app.agent.embedded.looks_words import LIKE
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.part_looks import PART_WORDS, paint_part
from scenewright.app.agent.embedded.sound import as_far_as_free, made_sound
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere
from scenewright.app.agent.embedded.wanted import PaintWanted, RenameWanted, ResizeWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Edit, Recolour, Rename, Scale, SetMaterial
from scenewright.scene.model import slug
from scenewright.scene.semantics.looks import SurfaceLooks

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.layout import JudgedScene

__all__ = ["do_paint", "do_rename", "do_resize", "paint_all", "painted", "resize_all"]

_FACTORS = (0.05, 20.0)
"""Least and greatest factor of one request."""


def do_paint(work: Work, wanted: PaintWanted) -> Done:
    """Give things colours.

    Raises:
        MustAsk: it is unclear what is meant, or which colour.
        CannotDo: there is no such colour.
    """
    parts, found = _things_and_parts(work, wanted)
    said: list[str] = [words for words, _ in parts]
    every: list[str] = [path for _, paths in parts for path in paths]
    for paths, colour in found:
        if not colour:
            work.memory.speak_of(paths)
            raise MustAsk(f"What colour should {work.stage.listed(paths)} be?", kind="colour")
        if colour.startswith(LIKE):
            said.append(_painted_like(work, paths, colour.removeprefix(LIKE)))
        else:
            paint_all(work, paths, colour)
            said.append(painted(work, paths, colour))
        every += paths
    return Done(" and ".join(said), tuple(dict.fromkeys(every)))


def _things_and_parts(
    work: Work, wanted: PaintWanted
) -> tuple[list[tuple[str, tuple[str, ...]]], list[tuple[tuple[str, ...], str]]]:
    """(the parts of things that were given their colour, in words and as things; the things that are to be given theirs)."""
    parts: list[tuple[str, tuple[str, ...]]] = []
    found: list[tuple[tuple[str, ...], str]] = []
    for what, colour in wanted.colours:
        told = bool(colour) and not colour.startswith(LIKE)
        sure = paint_part(work, what, colour, surely=True) if told else None
        if sure is not None:
            parts.append(sure)
            work.remember(Act(kind="recolour", paths=sure[1], words=colour))
            continue
        try:
            found.append((work.things.find(what or "it", building=True), colour))
        except (NotHere, MustAsk) as stop:
            if isinstance(stop, MustAsk) and what.rsplit(maxsplit=1)[-1] not in PART_WORDS:
                raise
            part = paint_part(work, what, colour) if told else None
            if part is None:
                raise
            parts.append(part)
            work.remember(Act(kind="recolour", paths=part[1], words=colour))
    return parts, found


def _painted_like(work: Work, paths: tuple[str, ...], like: str) -> str:
    """Give things the main colour of another; that in words.

    Raises:
        MustAsk, CannotDo: it is unclear which thing that is, or it has no colour.
    """
    other = work.things.find(like, building=True)[0]
    scene = work.draft.scene
    looks = work.draft.derived.graph(scene).looks or SurfaceLooks(scene, work.draft.derived.graph_geometry(scene))
    main = looks.main_color(scene.find(other).index)
    if main is None:
        raise CannotDo(f"{work.stage.listed([other])} has no colour of its own.".capitalize())
    red, green, blue = (round(255.0 * value) for value in main.color)
    paint_all(work, tuple(p for p in paths if p != other), f"#{red:02x}{green:02x}{blue:02x}")
    return f"gave {work.stage.listed(paths)} the colour of {work.stage.listed([other])}, {main.name}"


def painted(work: Work, paths: tuple[str, ...], colour: str) -> str:
    """That things have a colour, or are of a material now, in words."""
    material = material_of(colour) if rgb_of(colour) is None else None
    return (
        f"coloured {work.stage.listed(paths)} {colour}"
        if material is None
        else f"made {work.stage.listed(paths)} of {material}"
    )


def paint_all(work: Work, paths: tuple[str, ...], colour: str) -> None:
    """Give things one colour.

    Raises:
        CannotDo: there is no such colour.
    """
    rgb = rgb_of(colour)
    material = material_of(colour) if rgb is None else None
    if rgb is None and material is None:
        raise CannotDo(f"There is no colour '{colour}'.", ("make it light blue",))
    value: tuple[float, float, float] | str = rgb if rgb is not None and colour.startswith("#") else colour
    room = work.stage.room_path
    targets = [p for p in paths if p != room]
    if len(targets) < len(paths):  # the room's colour is that of its walls
        targets += [e.path for e in work.stage.scene.find(room).children if e.name.startswith("wall_")]
    edits: list[Edit] = [
        Recolour(path, value) if material is None else SetMaterial(path, surface=material)
        for path in dict.fromkeys(targets)
    ]
    work.apply(edits)
    work.remember(Act(kind="recolour", paths=paths, words=colour))


def do_resize(work: Work, wanted: ResizeWanted) -> Done:
    """Make things larger or smaller.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or the size is out of bounds.
    """
    paths = work.things.find(wanted.what, building=True)
    part = next((p for p in paths if work.stage.is_building(p)), None)
    if part is not None:
        if part != work.stage.room_path or len(paths) > 1:
            raise _size_of_room(work, part)
        return resize_room(work, wanted)
    like = work.things.find(wanted.like, one=True)[0] if wanted.like else None
    factors: dict[str, tuple[float, float, float]] = {}
    for path in paths:
        box = work.stage.box(path)
        size = {
            "width": box.width,
            "height": box.height,
            "depth": box.depth,
            "length": max(box.width, box.depth),
            "all": max(box.width, box.depth, box.height),
        }
        axis = wanted.axis
        if like is not None:
            other = work.stage.box(like)
            sizes = {
                "width": other.width,
                "height": other.height,
                "depth": other.depth,
                "length": max(other.width, other.depth),
                "all": max(other.width, other.depth, other.height),
            }
            factor = sizes[axis] / max(size[axis], 1e-6)
        elif wanted.size is not None:
            factor = wanted.size / max(size[axis], 1e-6)
        elif wanted.more is not None:
            factor = (size[axis] + wanted.more) / max(size[axis], 1e-6)
        else:
            factor = wanted.factor or 1.0
        if not _FACTORS[0] <= factor <= _FACTORS[1]:
            raise CannotDo(
                f"That would be {factor:.3g} times as large: {_FACTORS[0]:g} to {_FACTORS[1]:g} times can be done."
            )
        factors[path] = _along(axis, factor, box.width, box.depth, box.yaw)
    also = resize_all(work, factors, loosely=wanted.loosely)
    return Done(f"{_size_words(work, paths, wanted)}{also}", paths)


def _size_of_room(work: Work, part: str) -> CannotDo:
    """Why a part of the room keeps its size, and what can be said instead."""
    room = work.stage.scene.room
    assert room is not None
    return CannotDo(
        f"The {work.stage.name(part)} follows from the room, which is {room.width:g} m wide, {room.depth:g} m deep "
        f"and {room.height:g} m high.",
        (f"make the room {room.width + 1:g} m wide",),
    )


def _along(axis: str, factor: float, width: float, depth: float, yaw: float) -> tuple[float, float, float]:
    """Factors along the axes of the parent. A thing that is turned by a quarter has its width along the parent's depth."""
    if axis == "all":
        return factor, factor, factor
    if axis == "height":
        return 1.0, factor, 1.0
    wide = axis == "width" or (axis == "length" and width >= depth)
    turned = abs(abs(round(yaw / 1.5707963) % 2)) == 1
    return (factor, 1.0, 1.0) if wide != turned else (1.0, 1.0, factor)


def resize_all(work: Work, factors: dict[str, tuple[float, float, float]], *, loosely: bool = False) -> str:
    """Scale things about their bottom centres, and move those that collide then.

    Args:
        loosely: no number was said: they grow as far as there is room.

    Returns:
        What else was done for that, as the end of a sentence; '' where nothing was.

    Raises:
        CannotDo: there is no room for them.
    """
    before, share, also = work.stage.judged, 1.0, ""
    grown = [path for path, by in factors.items() if max(by) > 1.0]
    draft = work.draft.branch()
    try:
        work.apply(_scales(factors, 1.0))
        also = made_sound(work, grown, before)
    except CannotDo:
        if not loosely or not grown:
            raise
        work.draft.adopt(draft)

        def tried(part: float) -> tuple[Draft, JudgedScene | None]:
            branch = work.draft.branch()
            work.apply(_scales(factors, part), draft=branch)
            return branch, before

        share, why = as_far_as_free(work, grown, max(_growth(work, p, factors[p]) for p in grown), tried, level=True)
        if not why:
            raise
        work.apply(_scales(factors, share))
        also = f"no larger, since {why}"
    done = tuple(f**share for f in next(iter(factors.values())))
    work.remember(Act(kind="resize", paths=tuple(factors), factor=(done[0], done[1], done[2])))
    return f": {also}" if share < 1.0 else f", and {also}" if also else ""


def _scales(factors: dict[str, tuple[float, float, float]], share: float) -> list[Edit]:
    edits: list[Edit] = []
    for path, each in factors.items():
        x, y, z = (round(f**share, 5) for f in each)
        edits.append(Scale(path, x) if x == y == z else Scale(path, (x, y, z)))
    return edits


def _growth(work: Work, path: str, factor: tuple[float, float, float]) -> float:
    """Metres that a thing grows by."""
    box = work.stage.box(path)
    return max(box.width * (factor[0] - 1.0), box.height * (factor[1] - 1.0), box.depth * (factor[2] - 1.0))


def _size_words(work: Work, paths: tuple[str, ...], wanted: ResizeWanted) -> str:
    box = work.stage.box(paths[0])
    named = work.stage.listed(paths)
    sizes = {
        "width": (box.width, "wide"),
        "height": (box.height, "high"),
        "depth": (box.depth, "deep"),
        "length": (max(box.width, box.depth), "long"),
    }
    if wanted.axis in sizes:
        value, word = sizes[wanted.axis]
        now = f"{value:.2f} m {word} now"
    else:
        now = f"{box.width:.2f} x {box.height:.2f} x {box.depth:.2f} m now (width, height, depth)"
    each = " each" if len(paths) > 1 else ""
    return f"changed the size of {named}: {now}{each}"


def do_rename(work: Work, wanted: RenameWanted) -> Done:
    """Rename a thing.

    Raises:
        MustAsk, CannotDo: it is unclear what is meant, or the name is none.
    """
    path = work.things.find(wanted.what, one=True)[0]
    name = slug(wanted.name.strip(" \"'").removeprefix("the ").removeprefix("a ").removeprefix("an "))
    if not name or not name.isidentifier():
        raise CannotDo(
            f"'{wanted.name}' is no name: use letters, digits and spaces.", ("rename the lamp to reading lamp",)
        )
    old = work.stage.name(path)
    result = work.apply([Rename(path, name)])[0]
    work.remember(Act(kind="rename", paths=(result.path,), words=name))
    return Done(f"renamed the {old} to {name.replace('_', ' ')}", (result.path,))
