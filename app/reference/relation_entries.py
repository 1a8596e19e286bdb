"""Entries of the relations, from the table of relations and the layout's definitions."""

from __future__ import annotations

from collections.abc import Iterator

from scenewright.app.reference.entry import Argument, Entry, EntryKind
from scenewright.scene.language.relations import (
    KINDS,
    OPTIONS,
    REQUIRED,
    Parameter,
    RelationKind,
    RelationName,
    RelationPicture,
    Takes,
)
from scenewright.scene.layout.relations import DEFINITIONS

__all__ = ["relation_entries"]

_NAMES = {
    Takes.NAME: "The name of an instance, or its path; a list states the relation for each.",
    Takes.NAMES: "A list of names of instances, or of their paths.",
    Takes.NUMBER: "Metres.",
}
_PLAIN_COLORS = ((0.78, 0.62, 0.45), (0.45, 0.52, 0.6))
"""Of boxes that stand for no object of the catalogue, one after the other."""


def relation_entries() -> Iterator[Entry]:
    """One entry for each relation."""
    for row in KINDS.values():
        yield Entry(
            row.kind.value,
            EntryKind.RELATION,
            row.group,
            row.calls,
            (row.meaning,),
            tuple(_arguments(row)),
            tuple(_facts(row)),
            returns="A relation, for `relate`.",
            forms=tuple((form.written, form.means) for form in row.forms),
            program=_program(row),
        )


def _arguments(row: RelationKind) -> Iterator[Argument]:
    for parameter in row.parameters:
        yield Argument(
            parameter.name, _taken(parameter), None if parameter.default is REQUIRED else repr(parameter.default)
        )
    for name, (default, meaning) in OPTIONS.items():
        yield Argument(name, meaning, default)


def _taken(parameter: Parameter) -> str:
    known = _NAMES.get(parameter.takes)
    return known if known is not None else f"{parameter.takes.value[0].upper()}{parameter.takes.value[1:]}."


def _facts(row: RelationKind) -> Iterator[str]:
    definition = DEFINITIONS.get(row.kind)
    if definition is None:
        yield "The layout moves nothing for it: it says how things are put together."
    else:
        yield f"It holds within {definition.slack}."
        if definition.hard:
            yield "It is always hard, since it says what holds the thing up."
    if row.or_items:
        yield "A list of things, `items`, may stand in place of `a` and `b`."
    if row.room:
        yield f"{'`about`' if row.kind == 'symmetric' else '`b`'} may be the room."
    if row.words:
        yield f"In relations given as text: {', '.join(word.replace('_', ' ') for word in row.words)}."


def _program(row: RelationKind) -> str:
    """A program whose layout keeps the relation, with objects of the catalogue in place of the picture's boxes."""
    picture = row.picture
    look = ", material={'opacity': 0.5}" if row.kind is RelationName.EMBEDDED_IN else ""
    lines = [
        "from scene.language import *",
        "",
        "",
        "@register('an example')",
        "def example():",
        "    return concat_shapes(",
    ]
    if picture.room is not None:
        lines.append(f"        room({', '.join(f'{length:g}' for length in picture.room)}),")
    for number, (name, block) in enumerate(picture.things.items()):
        size = ", ".join(f"{length:g}" for length in block.size)
        if block.words:
            what = f"asset_call({block.words!r}, size=({size}))"
        else:
            what = f"primitive_call('cube', {{'scale': ({size})}}, color={_PLAIN_COLORS[number % 2]}{look})"
        at = ", ".join(f"{number:g}" for number in block.at)
        turn = f", turn={block.turn:g}" if block.turn else ""
        lines.append(f"        place({what}, at=({at}){turn}, name={name!r}),")
    return "\n".join([*lines, "    )", "", "", f"relate({picture.relation})", *_camera(picture), ""])


def _camera(picture: RelationPicture) -> Iterator[str]:
    """A view from a corner inside the room, toward the things; without a room the view is chosen by the renderer."""
    if picture.room is None:
        return
    width, depth, height = picture.room
    middles = [(block.at[0], block.at[1] + block.size[1] / 2, block.at[2]) for block in picture.things.values()]
    target = ", ".join(f"{sum(column) / len(middles):.2f}" for column in zip(*middles, strict=True))
    yield f"camera(({0.47 * width:.2f}, {0.65 * height:.2f}, {0.47 * depth:.2f}), ({target}), fov=62)"
