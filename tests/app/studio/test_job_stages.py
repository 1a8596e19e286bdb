"""What a worker tells of the stages of a scene, and what the studio makes of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from scenewright.app.agent.runs import MOST_STAGE_PICTURE, StageEvent, stage_event_from_json
from scenewright.app.studio.job_papers import JobStage
from scenewright.app.studio.job_stages import ended_stages, stages_after

TITLES = ("the plan", "the furniture", "the walls")


def event(number: int, state: Any = "begun", **more: Any) -> StageEvent:
    return StageEvent(number=number, titles=TITLES, state=state, **more)


def states(stages: tuple[JobStage, ...]) -> list[str]:
    return [stage.state for stage in stages]


def test_the_first_event_tells_which_stages_there_are() -> None:
    stages = stages_after((), event(0), pictured=False)
    assert [stage.title for stage in stages] == list(TITLES)
    assert states(stages) == ["begun", "waiting", "waiting"]


def test_a_scene_that_goes_on_keeps_what_was_done() -> None:
    assert states(stages_after((), event(2), pictured=False)) == ["kept", "kept", "begun"]


def test_each_stage_changes_by_itself() -> None:
    stages = stages_after((), event(0), pictured=False)
    stages = stages_after(stages, event(0, "finished", says="nothing is wrong"), pictured=True)
    stages = stages_after(stages, event(1), pictured=False)
    assert asdict(stages[0]) == {
        "title": "the plan", "state": "finished", "says": "nothing is wrong", "pictured": True,
    }  # fmt: skip
    assert states(stages) == ["finished", "begun", "waiting"]
    assert states(ended_stages(stages)) == ["finished", "left out", "waiting"]


def test_an_event_crosses_as_json_with_its_picture() -> None:
    told = StageEvent.finished(1, TITLES, "fine", b"\x89PNG and more").to_json()
    found = stage_event_from_json(told)
    assert found is not None
    assert (found.png(), found.says, found.state) == (b"\x89PNG and more", "fine", "finished")


def test_a_picture_that_is_too_large_is_not_told() -> None:
    assert StageEvent.finished(1, TITLES, "fine", b"x" * (MOST_STAGE_PICTURE + 1)).picture == ""


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"event": "text", "piece": "hello"},
        {"event": "stage", "number": 3, "titles": list(TITLES), "state": "begun"},
        {"event": "stage", "number": 0, "titles": [], "state": "begun"},
        {"event": "stage", "number": 0, "titles": ["a"], "state": "burnt"},
        {"event": "stage", "number": 0, "titles": ["a" * 61], "state": "begun"},
        {"event": "stage", "number": 0, "titles": ["a"], "state": "begun", "file": "/etc/passwd"},
        {"event": "stage", "number": 0, "titles": ["a"], "state": "begun", "picture": "x" * 2 * MOST_STAGE_PICTURE},
    ],
)
def test_what_is_no_event_of_a_stage_says_nothing(told: dict[str, Any]) -> None:
    assert stage_event_from_json(told) is None


def test_a_picture_that_is_no_base64_is_none() -> None:
    assert event(0, "finished", picture="!!").png() == b""
