"""The requests of jobs that a language model may do: a brief, a new scene, and one that goes on from another. See :mod:`.job_messages`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import Field

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.runs import StageName
from scenewright.app.language_models import HOSTED_PROVIDERS, key_names_of, provider_of
from scenewright.app.requests import RequestError
from scenewright.app.studio.job_messages import Files, JobMessage, JobPlan, UploadId
from scenewright.app.studio.language_models import ChosenModel, StudioModels
from scenewright.app.writers.writer import AgentEffort, Dress

if TYPE_CHECKING:
    from scenewright.app.studio.job_folders import JobFolders

__all__ = ["BriefMessage", "GenerateMessage", "ResumeMessage"]

_MOST_TEXT = 2 << 20
_MOST_PICTURES = 16
_MOST_SECONDS = 3_000.0
"""Seconds for language models, below what a worker may take in all."""

Text = Annotated[str, Field(max_length=20_000)]


class _ModelMessage(JobMessage):
    """The base of what a language model may do."""

    takes_key: ClassVar[bool] = True

    writer: Annotated[str, Field(max_length=100)] | None = None
    """Who does it: embedded, model, or the writer of a plug-in; None: model if `model` is given, else embedded."""
    model: Annotated[str, Field(max_length=200)] | None = None
    """Language model (provider:name); None: with the writer model that of the studio, else none."""
    base_url: Annotated[str, Field(max_length=500, pattern=r"^https?://")] | None = None
    """URL of an OpenAI-compatible server that has the model. No key of the studio is sent there."""

    @property
    def by_model(self) -> bool:
        return self.writer == "model" or (self.writer is None and self.model is not None)

    def chosen_model(self, key: str, models: StudioModels) -> ChosenModel | None:
        if not self.by_model:
            return None
        if not key and self.base_url is None:
            if self.model is not None and self.model != models.model and not models.any_model:
                raise RequestError(
                    "a key of its provider is needed for this model: give one, or take a model of this studio",
                    field="key",
                )
            return models.chosen(self.model)
        if self.model is None:
            raise RequestError("a key or an address is given, and no model: name it as provider:name", field="model")
        keys = {key_names_of(provider_of(self.model))[0]: key} if key else {}
        return ChosenModel(self.model, self.base_url, keys)

    def look(self, folders: JobFolders) -> None:
        models = folders.settings.models
        named = self.model is not None and self.model != models.model and not models.any_model
        local = named and provider_of(self.model or "") not in HOSTED_PROVIDERS
        if folders.settings.shared and (self.base_url is not None or local):
            # it would let strangers reach servers within this network
            raise RequestError("this studio asks models of openai, anthropic and google alone", field="base_url")
        if self.by_model and self.model is None and models.model is None:
            models.chosen(None)


class BriefMessage(_ModelMessage):
    """What to make a brief of."""

    action: ClassVar[str] = "brief"

    text: Text
    """Description of a scene in English; with a language model in any language that it reads."""

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("brief", {"text": self.text})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], None


class GenerateMessage(_ModelMessage):
    """What to make a scene from: a text, pictures, or a program."""

    action: ClassVar[str] = "generate"

    text: Text | None = None
    """Description of the scene in English; with a language model in any language that it reads."""
    program: Annotated[str, Field(max_length=_MOST_TEXT)] | None = None
    """The text of a scene program."""
    images: Annotated[tuple[UploadId, ...], Field(max_length=_MOST_PICTURES)] = ()
    """Uploaded pictures of the scene. Without a language model the first is used, in place of a text: a few plain things on a ground of one
    colour."""
    brief: Brief | None = None
    """What the scene must show, for a language model; None: it is made from the text."""
    effort: AgentEffort = "standard"
    """How much a language model does. quick: it writes, and repairs once; standard: it also plans and looks at the pictures; best: it
    writes three candidates, and goes on longer."""
    staged: bool | None = None
    """Whether a language model makes the scene stage by stage: plan, furniture, walls, ceiling, small things. None: one of pictures is."""
    max_requests: Annotated[int, Field(ge=1, le=1_000)] | None = None
    """Most requests to language models; None: 30."""
    max_tokens: Annotated[int, Field(ge=1, le=100_000_000)] | None = None
    """Most tokens of language models, read and written; None: 400,000."""
    max_seconds: Annotated[float, Field(gt=0.0, le=_MOST_SECONDS)] | None = None
    """Seconds after which no further request is sent; None: 900."""
    max_money: Annotated[float, Field(gt=0.0, le=10_000.0)] | None = None
    """Most US dollars by list prices; None: no bound."""
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None
    """Random seed; None: 0."""
    dress: Dress = "light"
    """What the embedded writer adds to a named room: only (nothing), none (furniture), light (what one sees first, too) or full."""
    layout: bool = True
    """Repair the layout after the program is written."""

    def look(self, folders: JobFolders) -> None:
        super().look(folders)
        from scenewright.app.generating import GenerateRequest

        pictures = [folders.upload(upload, ("picture",)).content for upload in self.images]
        GenerateRequest(**{**self.model_dump(), "images": tuple(pictures)})

    def planned(self, folders: JobFolders) -> JobPlan:
        words = " ".join((self.text or ("scene of a picture" if self.images else "scene")).split()[:6])
        pictures = [str(folders.upload(upload, ("picture",)).content) for upload in self.images]
        # nobody waits for a picture: it is drawn afterwards, and the scene is shown at once
        given = self.model_dump(mode="json", exclude={"model", "base_url", "images"})
        return JobPlan("generate", {**given, "images": pictures, "out": str(folders.new_scene(words)), "renderers": []})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], Path(str(result["scene"]))


class ResumeMessage(_ModelMessage):
    """From which stage of which run of the scene a new one goes on. A language model does it."""

    action: ClassVar[str] = "resume"
    needs_scene: ClassVar[bool] = True

    run: Annotated[str, Field(min_length=1, max_length=64)]
    """Id of the run."""
    after: StageName
    """The last stage that is not done again."""
    effort: AgentEffort | None = None
    """How much the model does; None: as much as in the run."""
    max_seconds: Annotated[float, Field(gt=0.0, le=_MOST_SECONDS)] | None = None
    """Seconds after which no further request is sent; None: 900."""
    max_money: Annotated[float, Field(gt=0.0, le=10_000.0)] | None = None
    """Most US dollars by list prices; None: no bound."""

    @property
    def by_model(self) -> bool:
        return True

    def planned(self, folders: JobFolders) -> JobPlan:
        assert folders.place is not None
        given = self.model_dump(mode="json", exclude={"writer", "model", "base_url"})
        out = folders.new_scene(folders.place.title)
        # the worker is to read the scene of the run, not to open it
        return JobPlan("resume", {**given, "scene": str(folders.place.folder), "out": str(out), "renderers": []})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], Path(str(result["scene"]))
