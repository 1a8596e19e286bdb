"""What a scene is made from: a text, pictures, a program or a source, and how."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from scenewright.app.agent.brief import Brief
from scenewright.app.agent.runs import StageStart
from scenewright.app.requests import Request, RequestError
from scenewright.app.writers.writer import AgentEffort, Dress
from scenewright.scene.text_files import MAX_TEXT_BYTES
from scenewright.scene.texts import PROMPT, readable_text

__all__ = ["GenerateRequest"]


class _TextRefused(RequestError):
    """The text of a request is too long, or holds what no text can."""

    def __init__(self, message: str) -> None:
        super().__init__(message, field="text")


class GenerateRequest(Request):
    """What to make the scene from: a text, a program, or a file with a program."""

    text: str | None = None
    """Description of the scene in English; with a language model in any language that it reads."""
    program: Annotated[str, Field(max_length=MAX_TEXT_BYTES)] | None = None
    """The text of a scene program."""
    images: Annotated[tuple[Path, ...], Field(max_length=16)] = ()
    """Pictures of the scene, in place of a text: a few plain things on a ground of one colour. The first is used."""
    source: str | None = None
    """A scene folder, a .py file or a model's reply .md, whose program is used."""
    out: Path | None = None
    """Scene folder to create; None: a free name below ``scenes``, from the title."""
    overwrite: bool = False
    """If `out` is a scene folder already, put the new scene in the place of its scene, in one step that can be undone."""
    writer: str | None = None
    """Writer of the program: embedded, model, or that of a plug-in; None: model if `model` is given, else embedded."""
    model: str | None = None
    """Language model (provider:name) that writes the program; None: the embedded writer."""
    base_url: str | None = None
    """URL of an OpenAI-compatible server that has the model."""
    seed: int | None = None
    """Random seed; None: that of the source, else 0."""
    root: str | None = None
    """Entity to evaluate as the scene; None: the root of the call graph."""
    brief: Brief | None = None
    """What the scene must show, for a language model; None: it is made from the text."""
    effort: AgentEffort = "standard"
    """How much a language model does. quick: it writes, and repairs once by the checker; standard: it also plans and looks at the pictures;
    best: it writes three candidates, and goes on longer."""
    staged: bool | None = None
    """Whether a language model makes the scene stage by stage: plan, furniture, walls, ceiling, small things; of pictures camera, things,
    materials, light. None: scenes of pictures are, unless the effort is quick."""
    start: StageStart | None = None
    """The finished stage, with its program, that a language model goes on from; None: it begins anew."""
    max_requests: int | None = Field(default=None, ge=1)
    """Most requests to language models; None: 30."""
    max_tokens: int | None = Field(default=None, ge=1)
    """Most tokens of language models, read and written; None: 400,000."""
    max_seconds: float | None = Field(default=None, gt=0.0)
    """Seconds after which no further request is sent; None: 900."""
    max_money: float | None = Field(default=None, gt=0.0)
    """Most US dollars by list prices; None: no bound."""
    dress: Dress = "light"
    """What the embedded writer adds to a named room that nobody asked for. only: nothing; none: its furniture, undressed; light: what one
    sees first of a lived-in room, too; full: all."""
    layout: bool = True
    """Repair the layout after the program is written."""
    splats: tuple[Path, ...] = ()
    """Splat files to copy into the new scene folder, where the program names them."""

    @property
    def budget(self) -> dict[str, float | None]:
        """The bounds that are given, by the names of :class:`scenewright.app.language_models.Budget`."""
        given = {
            "requests": self.max_requests, "tokens": self.max_tokens, "seconds": self.max_seconds, "money": self.max_money,
        }  # fmt: skip
        return {name: value for name, value in given.items() if value is not None}

    @property
    def writer_name(self) -> str:
        return self.writer or ("embedded" if self.model is None else "model")

    @model_validator(mode="after")
    def _of_one_thing(self) -> Self:
        if self.text is not None:
            readable_text(self.text, "the text", PROMPT, _TextRefused)
        described = self.text is not None or bool(self.images)
        if described + (self.program is not None) + (self.source is not None) != 1:
            raise RequestError(
                "a scene is made of a text, a program, a source or pictures: give one of them", field="text"
            )
        if self.text is not None and self.images and self.writer_name != "model":
            raise RequestError(
                "a text and pictures together need a language model: name one as model, or leave one of them out",
                field="images",
            )
        if not described and self.model is not None:
            raise RequestError("model writes a program from a text or pictures: leave it out without", field="model")
        if self.brief is not None and self.writer_name != "model":
            raise RequestError(
                "a brief is for a language model: name one as model, or leave the brief out", field="brief"
            )
        if (self.staged is not None or self.start is not None) and self.writer_name != "model":
            raise RequestError(
                "stages are for a language model: name one as model, or leave them out",
                field="start" if self.staged is None else "staged",
            )
        if self.start is not None and self.staged is False:
            raise RequestError("a scene that goes on from a stage is made in stages", field="staged", also=["start"])
        if not described and self.writer is not None:
            raise RequestError("a writer writes a program from a text: leave it out without one", field="writer")
        return self
