"""What a model answers to one turn of a dialogue."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenewright.scene.language.editing import AnyEdit

__all__ = ["EditorAnswer", "FunctionText", "TextReplacement"]

_MOST_TEXT = 200_000

PathText = Annotated[str, Field(max_length=1_000)]
Said = Annotated[str, Field(max_length=2_000)]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class TextReplacement(_Given):
    """One exact change of the program's text."""

    old: Annotated[str, Field(min_length=1, max_length=_MOST_TEXT)]
    """Text as it stands in the program; it must occur exactly once."""
    new: Annotated[str, Field(max_length=_MOST_TEXT)]
    """What stands there afterwards."""


class FunctionText(_Given):
    """One whole function of the program, rewritten or new."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    """Its name. A function of this name is replaced; otherwise it is new."""
    source: Annotated[str, Field(min_length=1, max_length=_MOST_TEXT)]
    """Its decorators and its definition, as Python."""


class EditorAnswer(_Given):
    """What to do about what the person said."""

    kind: Literal["change", "answer", "ask", "refuse"]
    """change: the scene is edited. answer: a question is answered. ask: it is not clear what is meant. refuse: it cannot be done."""
    says: Said
    """One sentence for the person: what changed, the answer, the question, or why it cannot be done."""
    edits: Annotated[tuple[AnyEdit, ...], Field(max_length=200)] = ()
    """Typed edits, one after the other. Prefer them to all else."""
    replacements: Annotated[tuple[TextReplacement, ...], Field(max_length=60)] = ()
    """Exact changes of the text, for what no typed edit does: lights, cameras, the room, numbers."""
    functions: Annotated[tuple[FunctionText, ...], Field(max_length=20)] = ()
    """Functions that are rewritten as a whole, or new; only where nothing smaller does."""
    paths: Annotated[tuple[PathText, ...], Field(max_length=100)] = ()
    """What the answer is about: the entities that it rests on, or that may be meant."""
    insists: bool = False
    """Whether the change is made although something collides or floats afterwards, since the person wants it so."""

    @model_validator(mode="after")
    def _of_one_kind(self) -> Self:
        changes = bool(self.edits or self.replacements or self.functions)
        if self.kind == "change" and not changes:
            raise ValueError("a change needs edits, replacements or functions")
        if self.kind != "change" and changes:
            raise ValueError(f"the kind is {self.kind!r}, and edits are given: only a change has them")
        if not self.says.strip():
            raise ValueError("says is empty: tell the person in one sentence")
        return self
