"""The interface between the core and the catalogues: the core defines it here, `assets` implements it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.model import AssetRef, PartJoint, Scene, Vec3

if TYPE_CHECKING:
    import trimesh

__all__ = ["STORED_WORDS", "TURNED_WORDS", "AssetContent", "AssetError", "AssetProvider", "stored_node"]

STORED_WORDS = re.compile(r"asset:([0-9a-f]{64})(?:#(.+))?", re.DOTALL)
"""Words that name a stored file by the hash of its bytes, and one node of it."""

TURNED_WORDS = re.compile(r",? turned (-?\d+(?:\.\d+)?) degrees?\b")
"""How far the part of an object is turned that turns, in the words that ask for it: the sails of *a windmill turned 30 degrees*."""


def stored_node(words: str) -> str | None:
    """What words that name a stored file call it, for people: its node's name with spaces, 'stored object' without a node; None for words
    that name no stored file."""
    stored = STORED_WORDS.fullmatch(words.strip())
    if stored is None:
        return None
    return " ".join((stored[2] or "").rsplit("/", 1)[-1].replace("_", " ").split()) or "stored object"


class AssetError(ScenewrightError):
    """No catalogue has an object for the words (the message names the nearest words), or a stored asset cannot be read."""

    exit_code = 11


@dataclass(frozen=True)
class AssetContent:
    """The geometry of an asset, in the frame of the stored file: a scene with named parts, or a mesh. `joints`: of its parts."""

    scene: Scene | None = None
    mesh: trimesh.Scene | None = None
    joints: tuple[PartJoint, ...] = ()


class AssetProvider(Protocol):
    """Catalogues as the core sees them."""

    def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        """The object that `words` mean, scaled to `size` (width, height, depth in metres; None: its own size).

        `words` may be ``asset:<hash>`` or ``asset:<hash>#<node>``: a stored file of the scene folder.

        Raises:
            AssetError: no catalogue has an object for the words.
        """
        ...

    def load(self, ref: AssetRef) -> AssetContent:
        """The geometry behind a reference.

        Raises:
            AssetError: the stored file is gone or cannot be read.
        """
        ...
