"""Gives things other colours and names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.colours import material_of, rgb_of
from scenewright.app.agent.embedded.looks_words import LIKE
from scenewright.app.agent.embedded.memory import Act
from scenewright.app.agent.embedded.part_looks import PART_WORDS, paint_part
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere
from scenewright.app.agent.embedded.wanted import PaintWanted, RenameWanted
from scenewright.app.agent.embedded.work import Done, Work
from scenewright.scene.language.editing import Edit, Recolour, Rename, SetMaterial
from scenewright.scene.model import slug
from scenewright.scene.semantics.looks import SurfaceLooks

if TYPE_CHECKING:
    pass

__all__ = ["do_paint", "do_rename", "paint_all", "painted"]


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
