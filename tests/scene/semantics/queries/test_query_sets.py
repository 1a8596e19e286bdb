"""Queries on whole scenes: as often right as they were when it was last measured, so that nothing gets worse unseen.

The figures themselves are those of tests/benchmarks/bench_query.py.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from scenewright.app.querying import query_camera
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.encoders import text_encoder, text_encoder_missing
from scenewright.scene.semantics.queries import SceneQuery
from tests.queries.sets import QuestionSet, practice_sets, question_sets
from tests.support.samples import ON_ALL_INPUTS, some_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(text_encoder_missing() is not None, reason=text_encoder_missing() or ""),
]


def too_often_wrong(sets: list[QuestionSet], least: dict[str, float]) -> dict[str, str]:
    """Of which kinds the first answer is right less often than by `least`, in percent; of absent ones, that nothing was found.

    Of a sample one more may be wrong than the percentage allows, since of some twenty questions one is five percent.
    """
    right: dict[str, list[bool]] = defaultdict(list)
    for one in some_of(sets, 5):
        session = one.open()
        geometry = scene_geometry(session.scene, provider=session.assets)
        query = SceneQuery(session.scene, geometry, camera=query_camera(session), encoder=text_encoder())
        for question in some_of(one.questions, 24):
            answer = query.ask(question["query"])
            wanted = question["answers"]
            right[question["kind"]].append(
                answer.none if not wanted else not answer.none and answer.results[0].path in wanted
            )
    spared = 0 if ON_ALL_INPUTS else 1
    return {
        kind: f"{sum(right[kind])} of {len(right[kind])} right"
        for kind, bound in least.items()
        if len(right[kind]) - sum(right[kind]) > (1.0 - bound / 100.0) * len(right[kind]) + spared
    }


def test_questions_that_were_written_before() -> None:
    sets, missing = question_sets()
    if missing:
        pytest.skip("SCENEWRIGHT_REPLIES is not set: most of the scenes are not at hand")
    least = {"word": 99.0, "synonym": 91.0, "paraphrase": 79.0, "attribute": 89.0, "relation": 90.0, "absent": 97.0}
    assert too_often_wrong(sets, least) == {}


def test_questions_in_various_english() -> None:
    least = {"synonym": 95.9, "paraphrase": 84.0, "attribute": 88.0, "relation": 86.0, "absent": 87.0}
    assert too_often_wrong(practice_sets(), least) == {}
