"""Materials and identities of nodes."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Embedding", "Material"]


@dataclass(frozen=True, slots=True)
class Material:
    """Surface of a primitive, in the metallic-roughness model of glTF 2.0. `emission` is a factor on the colour."""

    roughness: float = 0.6
    metallic: float = 0.0
    opacity: float = 1.0
    emission: float = 0.0
    texture: str | None = None


@dataclass(frozen=True, slots=True)
class Embedding:
    """An identity z, which tells instances apart: words, a picture (path inside the scene folder) or a named token."""

    words: str | None = None
    image: str | None = None
    token: str | None = None
