"""The pose that a text gives an animal: *a cat sleeping on the sofa*, *a dog is lying by the fire*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.description import Description, ObjectRequest

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["posed_name"]

_POSES = {
    "sleeping": r"sleep(?:s|ing)?|asleep|nap(?:s|ping)?|doz(?:es?|ing)|snooz(?:es?|ing)|curled|curls",
    "lying": r"lying|lies|lie|rest(?:s|ing)?|loung(?:es?|ing)|stretched",
    "sitting": r"sit(?:s|ting)?|seated",
}
"""Pose -> the words that give it."""
_BETWEEN = r"(?:,? (?:that|which|who|is|are|has|peacefully|soundly|happily|fast|quietly|lazily|calmly))*"


def posed_name(description: Description, request: ObjectRequest, catalogue: Catalogue) -> str:
    """The catalogue's name for the animal in the pose that the text gives it, where it has one; '' otherwise."""
    noun = request.head
    for pose, words in _POSES.items():
        name = f"{pose} {noun}"
        if name not in catalogue.vocabulary:
            continue
        before = rf"\b(?:{words}) (?:\w+ )?{noun}s?\b"
        after = rf"\b{noun}s?{_BETWEEN} (?:{words})\b"
        if re.search(rf"(?i){before}|{after}", description.text):
            return name
    return ""
