"""Says what a colour that was given to a catalogue object colours, and what keeps its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.scene.geometry import asset_parts, recoloured_parts
from scenewright.scene.language.editing import Edit, EditResult, Recolour

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider

__all__ = ["what_keeps_its_colour"]

_OBJECTS = 3
"""Most catalogue objects of one instance that are told of."""


def what_keeps_its_colour(result: EditResult, edit: Edit, assets: AssetProvider) -> tuple[str, ...]:
    """For each catalogue object that an edit recoloured as a whole and that keeps some of its colours, a sentence that names both."""
    if not isinstance(edit, Recolour) or edit.part is not None or not result.path:
        return ()
    scene = result.scene
    row = scene.find(result.path).index
    told: dict[str, None] = {}
    for i in range(row, scene.subtree_end(row)):
        ref = scene.entity(i).asset
        if ref is None:
            continue
        takes, all_kept = recoloured_parts(asset_parts(ref, assets))
        keeps = tuple(part for part in all_kept if part not in takes)
        if takes and keeps:
            told[
                f"coloured {_listed(takes)} of {scene.paths[i]}; {_listed(keeps)} {_kept(keeps)}, and can be coloured by name"
            ] = None
        if len(told) == _OBJECTS:
            break
    return tuple(told)


def _listed(parts: tuple[str, ...]) -> str:
    """The parts as people list them: the seat, the arms and the legs."""
    named = [f"the {part.replace('_', ' ')}" for part in parts if part]
    words = [*named, *["other surfaces" if named else "the main surfaces"] * ("" in parts)]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _kept(parts: tuple[str, ...]) -> str:
    return (
        "keeps its own colour"
        if len(parts) == 1 and parts[0] and not parts[0].endswith("s")
        else "keep their own colour"
    )
