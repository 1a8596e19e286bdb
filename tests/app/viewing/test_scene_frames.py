"""Frames of an animation as motions: what a page shows is where the frame has its things."""

import numpy as np
import pytest

from scenewright.app.viewing.scene_frames import frame_motions
from tests.support.evaluating import evaluate_here

MILL = """from scene.language import *

@register('a sail')
def sail():
    return primitive_call('cube', {'scale': (0.4, 2.0, 0.1)})

@register('a mill')
def mill(angle=0.0, color=(1, 1, 1)):
    rotor = transform_shape(library_call('sail'), rotation_matrix(angle, (0, 0, 1), (0, 0, 0)))
    return concat_shapes(primitive_call('cube', {'scale': (1, 3, 1)}, color=color), rotor)

@register_animation('it turns')
def turning():
    for frame in range(4):
        yield mill(angle=frame * 0.3, color=(1, 1, 1) if frame < 3 else (1, 0, 0))
"""


def test_motions_lead_to_where_a_frame_has_its_things() -> None:
    scene = evaluate_here(MILL)
    found = frame_motions(scene, 0, 10)
    assert (found["frames"], len(found["motions"]), found["looks"]) == (4, 4, [3])
    assert found["motions"][0] == []
    for number, motions in enumerate(found["motions"]):
        wanted = scene.frame(number).world_from_local
        by_row = {m["row"]: np.vstack([np.array(m["motion"]).reshape(3, 4), [0, 0, 0, 1]]) for m in motions}
        for row in range(len(scene)):
            above = row
            while above >= 0 and above not in by_row:
                above = int(scene.nodes.parent[above])
            shown = by_row.get(above, np.eye(4)) @ scene.world_from_local[row]
            assert np.abs(shown - wanted[row]).max() < 1e-6


def test_an_answer_has_the_frames_that_were_asked_for() -> None:
    scene = evaluate_here(MILL)
    found = frame_motions(scene, 2, 1)
    assert (found["first"], len(found["motions"])) == (2, 1)
    with pytest.raises(IndexError, match="there is no frame 4"):
        frame_motions(scene, 4, 1)


def test_a_frame_with_other_things_has_no_motions() -> None:
    source = MILL.replace(
        "yield mill(",
        "yield concat_shapes(*[mill() for _ in range(frame)], primitive_call('sphere', {'radius': 0.5})) if frame == 2 else mill(",
    )
    found = frame_motions(evaluate_here(source), 0, 10)
    assert found["motions"][2] is None
    assert 2 in found["looks"]
