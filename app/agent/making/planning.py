"""The planner: a model turns a request into a brief, from the draft of the embedded reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from pydantic import BaseModel

from scenewright.app.agent.brief import Brief
from scenewright.app.language_models import ModelPicture, data_block
from scenewright.scene.texts import PROMPT

__all__ = ["AskedModel", "plan_brief"]

T = TypeVar("T", bound=BaseModel)
_MOST_DRAFT = 20_000


class AskedModel(Protocol):
    """What is needed of a conversation: :class:`scenewright.app.language_models.Conversation`."""

    def ask(self, text: str, output: type[T], pictures: Sequence[ModelPicture] = ()) -> T: ...


def plan_brief(text: str, draft: Brief | None, model: AskedModel, pictures: Sequence[ModelPicture] = ()) -> Brief:
    """The brief of a request.

    Args:
        draft: of the embedded reader; None where it could not read the text.
        pictures: of the scene that is asked for.

    Raises:
        ModelError: no brief came.
        JobCancelled: the job was cancelled.
    """
    parts = [f"The request:\n{data_block(text, PROMPT.characters)}"]
    if draft is not None and draft.things:
        told = draft.model_dump_json(exclude_defaults=True, indent=1)
        parts.append(f"A first draft, made by rules:\n{data_block(told, _MOST_DRAFT)}")
    if pictures:
        parts.append(
            "The pictures show what is asked for: what they show and the request does not contradict belongs to it."
        )
    parts.append("Give the brief.")
    return model.ask("\n\n".join(parts), Brief, pictures)
