"""The planner: a model turns a request into a brief, from the draft of the embedded reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import BaseModel

from scenewright.app.agent.brief import Brief, brief_of_text
from scenewright.app.agent.making.prompts import prompt
from scenewright.app.language_models import Conversation, ModelError, ModelPicture, data_block, open_model
from scenewright.app.writers.embedded.english import DescriptionError
from scenewright.scene.jobs import Job
from scenewright.scene.texts import PROMPT, readable_text

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["AskedModel", "plan_brief", "plan_of_text"]

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


def plan_of_text(
    text: str, catalogue: Catalogue, *, model: str | None, base_url: str | None, job: Job
) -> tuple[Brief, tuple[str, ...]]:
    """The brief of a text by itself, with notes: of a model where one is named, else of the embedded reader.

    Raises:
        DescriptionError: without a model, the text is empty or not English.
        ModelError: the model gave no brief.
        JobCancelled: the job was cancelled.
    """
    if model is None:
        return brief_of_text(text, catalogue), ()
    told = prompt("planner")
    said = readable_text(text, "the description", PROMPT, ModelError, lines=True)
    notes: list[str] = []
    draft: Brief | None = None
    try:
        draft = brief_of_text(said, catalogue)
    except DescriptionError as error:
        notes.append(f"the embedded reader did not read the request: {error}")
    opened = open_model(model, base_url=base_url)
    planner = Conversation(opened, told.text, role="planner", prompt_version=told.version, job=job)
    return plan_brief(said, draft, planner), (*notes, *planner.notes)
