"""Queries on whole scenes: as often right as they were when it was last measured, so that nothing gets worse unseen.

The figures themselves are those of tests/benchmarks/bench_query.py.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from scenewright.app.querying import query_camera
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.encoders import text_encoder, text_encoder_missing
from scenewright.scene.semantics.queries import SceneQuery
from tests.queries.sets import QuestionSet, practice_sets, question_sets

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(text_encoder_missing() is not None, reason=text_encoder_missing() or ""),
]


def first_right(sets: list[QuestionSet]) -> dict[str, float]:
    """Percent of each kind whose first answer is right; of absent ones, that nothing was found."""
    right: dict[str, list[bool]] = defaultdict(list)
    for one in sets:
        session = one.open()
        geometry = scene_geometry(session.scene, provider=session.assets)
        query = SceneQuery(session.scene, geometry, camera=query_camera(session), encoder=text_encoder())
        for question in one.questions:
            answer = query.ask(question["query"])
            wanted = question["answers"]
            right[question["kind"]].append(
                answer.none if not wanted else not answer.none and answer.results[0].path in wanted
            )
    return {kind: 100.0 * float(np.mean(values)) for kind, values in right.items()}


def test_questions_that_were_written_before() -> None:
    sets, missing = question_sets()
    if missing:
        pytest.skip("SCENEWRIGHT_REPLIES is not set: most of the scenes are not at hand")
    found = first_right(sets)
    least = {"word": 99.0, "synonym": 91.0, "paraphrase": 79.0, "attribute": 89.0, "relation": 90.0, "absent": 97.0}
    assert {kind for kind, bound in least.items() if found[kind] < bound} == set(), found


def test_questions_in_various_english() -> None:
    found = first_right(practice_sets())
    least = {"synonym": 95.9, "paraphrase": 84.0, "attribute": 88.0, "relation": 86.0, "absent": 87.0}
    assert {kind for kind, bound in least.items() if found[kind] < bound} == set(), found
