"""Says what a colour or material that was given to a catalogue object covers, and what keeps its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.scene.geometry import asset_parts, recoloured_parts
from scenewright.scene.language.editing import Edit, EditResult, Recolour, SetMaterial

if TYPE_CHECKING:
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.model import Scene

__all__ = ["what_keeps_its_colour"]

_OBJECTS = 3
"""Most catalogue objects of one instance that are told of."""


def what_keeps_its_colour(
    result: EditResult, edit: Edit, assets: AssetProvider, before: Scene | None = None
) -> tuple[str, ...]:
    """For each catalogue object that an edit gave a look as a whole, a sentence on the surfaces that keep their own, and one on the
    colour that it had been given and that a material took the place of. `before`: the scene that the edit changed."""
    made = edit.surface if isinstance(edit, SetMaterial) else None
    if not ((isinstance(edit, Recolour) and edit.part is None) or made is not None) or not result.path:
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
            path = scene.paths[i]
            done = (
                f"coloured {_listed(takes)} of {path}" if made is None else f"of {path}, {_listed(takes)} became {made}"
            )
            told[f"{done}; {_listed(keeps)} {_kept(keeps)}, and can be coloured by name"] = None
        if len(told) == _OBJECTS:
            break
    if made is not None and before is not None and isinstance(edit, SetMaterial):
        given = before.find(edit.path)
        if given.asset is not None and given.color is not None:
            shown = "#" + "".join(f"{round(255.0 * c):02x}" for c in given.color)
            told[f"the colour {shown} that {result.path} had been given is gone; undo brings it back"] = None
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
