"""A text of which nothing can be placed is refused, and a text that asks for an empty room is not."""

from __future__ import annotations

import pytest

from scenewright.app.writers.embedded.emptiness import EmptySceneError
from scenewright.app.writers.embedded.writer import EmbeddedWriter
from scenewright.app.writers.writer import WriterRequest, WrittenProgram
from tests.support.composed_rooms import catalogue


def write(text: str) -> WrittenProgram:
    return EmbeddedWriter().write(WriterRequest(text, catalogue(), dress="none"))


@pytest.mark.parametrize("text", ["a place with a flurbish and two grobniks", "a strange vacuole room", "a room"])
def test_a_scene_without_things_is_refused(text: str) -> None:
    with pytest.raises(EmptySceneError) as refused:
        write(text)
    assert refused.value.exit_code == 11
    assert refused.value.field == "text"
    assert "empty" in str(refused.value)


def test_the_refusal_says_what_was_read() -> None:
    with pytest.raises(EmptySceneError, match="flurbish"):
        write("a place with a flurbish")


@pytest.mark.parametrize(
    "text", ["an empty room", "a bare attic", "a 4 m by 5 m room", "a garden", "a room with white walls"]
)
def test_an_empty_room_may_be_asked_for(text: str) -> None:
    assert write(text).program


def test_a_known_kind_of_room_is_furnished() -> None:
    written = write("a kitchen")
    assert written.asked is not None
    assert sum(thing.added for thing in written.asked.things) >= 3
