"""The word that a sign is to show: *a neon sign that says open*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scenewright.app.writers.embedded.description import Description, ObjectRequest

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["worded_sign"]

_SAYS = re.compile(
    r"(?i)\bsign,? (?:(?:that|which) )?(?:says?|saying|reads?|reading|spelling|with the words?)(?: out)? [\'\"“‘]?(\w+)"
)


def worded_sign(description: Description, request: ObjectRequest, catalogue: Catalogue) -> str:
    """The catalogue's name for the sign with the word that the text gives it, where it has one; '' otherwise."""
    if request.head != "sign":
        return ""
    names = (f"{said.lower()} {request.words}" for said in _SAYS.findall(description.text))
    return next((name for name in names if name in catalogue.vocabulary), "")
