"""Pictures for models."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scenewright.app.language_models.data_blocks import data_line
from scenewright.app.language_models.errors import ModelError
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from pydantic_ai.messages import BinaryContent, ModelMessage, ModelRequestPart

__all__ = ["MOST_PICTURE_BYTES", "MOST_PICTURE_SIDE", "ModelPicture", "has_pictures", "without_pictures"]

MOST_PICTURE_BYTES = 5_000_000
"""What all providers take of one picture."""
MOST_PICTURE_SIDE = 8_000
"""Pixels of the longer side, likewise."""
_SHOWN = "(It was shown then, and is not shown again.)"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, repr=False)
class ModelPicture:
    """A PNG with the line that is said about it.

    Raises:
        ModelError: it is no PNG, or larger than models take.
    """

    png: bytes
    caption: str

    def __post_init__(self) -> None:
        name = f"the picture '{cut(self.caption, 60)}'"
        # the header alone: whoever asks a model has made or decoded the picture before
        if len(self.png) < 33 or not self.png.startswith(_SIGNATURE) or self.png[12:16] != b"IHDR":
            raise ModelError(f"{name} is no PNG: models are shown PNG pictures", kind="picture")
        width, height = struct.unpack(">II", self.png[16:24])
        if not (0 < width <= MOST_PICTURE_SIDE and 0 < height <= MOST_PICTURE_SIDE):
            raise ModelError(
                f"{name} is {width:,} x {height:,} pixels, and models take {MOST_PICTURE_SIDE:,} a side: make it smaller",
                kind="picture",
            )
        if len(self.png) > MOST_PICTURE_BYTES:
            raise ModelError(
                f"{name} has {len(self.png) / 1e6:.1f} MB, and models take {MOST_PICTURE_BYTES / 1e6:.0f} MB: make it smaller",
                kind="picture",
            )

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.png).hexdigest()

    def __repr__(self) -> str:
        return f"ModelPicture({len(self.png):,} bytes, {cut(self.caption, 60)!r})"

    def parts(self) -> tuple[str, BinaryContent]:
        """The caption and the picture, as they stand in a message."""
        from pydantic_ai.messages import BinaryContent

        return f"Picture: {data_line(self.caption)}", BinaryContent(self.png, media_type="image/png")


def has_pictures(messages: list[ModelMessage]) -> bool:
    """Whether a request shows a picture."""
    from pydantic_ai.messages import BinaryContent, UserPromptPart

    return any(
        isinstance(each, BinaryContent)
        for message in messages
        if message.kind == "request"
        for part in message.parts
        if isinstance(part, UserPromptPart) and not isinstance(part.content, str)
        for each in part.content
    )


def without_pictures(messages: list[ModelMessage]) -> list[ModelMessage]:
    """Messages with a line in the place of each picture of a request."""
    return [
        replace(message, parts=[_without_pictures(part) for part in message.parts])
        if message.kind == "request"
        else message
        for message in messages
    ]


def _without_pictures(part: ModelRequestPart) -> ModelRequestPart:
    from pydantic_ai.messages import BinaryContent, UserPromptPart

    if not isinstance(part, UserPromptPart) or isinstance(part.content, str):
        return part
    return replace(part, content=[_SHOWN if isinstance(each, BinaryContent) else each for each in part.content])
