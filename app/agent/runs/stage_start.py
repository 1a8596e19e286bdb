"""What a staged run goes on from: a stage that is finished, and its program."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from scenewright.app.agent.runs.stage_names import StageName
from scenewright.scene.text_files import MAX_TEXT_BYTES

__all__ = ["StageStart"]


class StageStart(BaseModel):
    """A stage that is not done again. `stage`: its name; `program`: the scene after it, whoever wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    stage: StageName
    """The last stage that is finished."""
    program: Annotated[str, Field(min_length=1, max_length=MAX_TEXT_BYTES)]
    """The text of the program that the next stage goes on from."""
