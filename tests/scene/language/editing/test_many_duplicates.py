"""Duplicates of one step are written together, with the text that they have one after the other."""

from __future__ import annotations

import pytest

from scenewright.app.session import Session
from scenewright.scene.errors import PathError
from scenewright.scene.language.editing import Duplicate, apply_duplicates, apply_edit
from scenewright.scene.model import Scene
from scenewright.scene.sources import SceneSource, SourceKind

PARTS = """from scene.language import *

@register('a chair')
def chair():
    return primitive_call('cube', {'scale': (0.4, 0.8, 0.4)})

@register('a lamp')
def lamp():
    return primitive_call('cylinder', {'radius': 0.1, 'p0': (0, 0, 0), 'p1': (0, 1, 0)})

"""
LISTED = (
    PARTS
    + """@register()
def den():
    return concat_shapes(
        place('chair', at=(0, 0, 0), name='chair'),
        place('lamp', at=(2, 0, 0), name='lamp'),
    )

relate(near('lamp', 'chair'))
adjust('lamp', move=(0, 0, 0.5))
"""
)
LOOPED = (
    PARTS
    + """@register()
def den():
    return concat_shapes(*[place('chair', at=(k, 0, 0)) for k in range(3)])
"""
)


class Counting:
    """Evaluates texts and counts them."""

    def __init__(self, source: str) -> None:
        self.session = Session(SceneSource(source, SourceKind.PROGRAM, None))
        self.scene = self.session.scene
        self.count = 0

    def __call__(self, source: str) -> Scene:
        self.count += 1
        return self.session.evaluate_text(source)


@pytest.mark.parametrize(
    ("source", "edits", "most"),
    [
        (LISTED, [Duplicate("chair", (0, 0, 1.0 + k)) for k in range(5)], 3),
        (LISTED, [Duplicate("chair", (0, 0, 1)), Duplicate("lamp", (0, 0, 2)), Duplicate("chair", (1, 0, 1), "last")], 9),
        (LISTED, [Duplicate("chair", (0, 0, 1)), Duplicate("chair[1]", (0, 0, 1)), Duplicate("chair", (3, 0, 0))], 9),
        (LOOPED, [Duplicate("chair[1]", (0, 0, 1.0 + k)) for k in range(4)], 3),
    ],
)  # fmt: skip
def test_copies_are_those_of_one_after_the_other(source: str, edits: list[Duplicate], most: int) -> None:
    evaluate = Counting(source)
    together = apply_duplicates(source, edits, evaluate, scene=evaluate.scene)
    assert evaluate.count <= most
    text, scene, paths = source, evaluate.scene, []
    for edit in edits:
        one = apply_edit(text, edit, evaluate, scene=scene)
        text, scene = one.source, one.scene
        paths.append(one.path)
    assert together[-1].source == text
    assert [result.path for result in together] == paths
    for edit, result in zip(edits, together, strict=True):
        moved = result.scene.find(result.path).world_from_local[:3, 3]
        source_at = together[-1].scene.find(edit.path).world_from_local[:3, 3]
        assert moved - source_at == pytest.approx(edit.by, abs=1e-6)


def test_a_copy_of_nothing_fails_the_whole_step() -> None:
    evaluate = Counting(LISTED)
    with pytest.raises(PathError, match="stool"):
        evaluate.session.edit([Duplicate("chair"), Duplicate("stool"), Duplicate("chair")])
    assert evaluate.session.source == LISTED
