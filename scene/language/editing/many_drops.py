"""Takes several relations out of a program with one change."""

from __future__ import annotations

from collections.abc import Collection

from scenewright.scene.language.editing.program_text import ProgramText
from scenewright.scene.language.editing.written_relations import relation_removal, written_relations
from scenewright.scene.model import Scene

__all__ = ["without_relations"]


def without_relations(source: str, scene: Scene, numbers: Collection[int]) -> str:
    """The text without some relations of its scene. One that is computed, or comes from a call that makes others, too, stays."""
    text = ProgramText(source)
    spans = [relation.span for relation in scene.relations]
    chosen = [
        scene.relations[number]
        for number in sorted(numbers)
        if all(other in numbers for other, span in enumerate(spans) if span == spans[number])
    ]
    splices = relation_removal(text, [written.node for written in written_relations(text, chosen)])
    return text.spliced(splices) if splices else source
