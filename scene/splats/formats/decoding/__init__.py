"""Decodes untrusted splat files to plain arrays. It runs in the child process of :mod:`scenewright.scene.splats.formats.child`, and
imports only numpy, zstandard and Pillow, nothing else of the package.

Every reader is a function ``read(source, options) -> list[Part]``; :data:`READERS` names them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .columns import GaussianPart, Options
from .dot_splat import read_ksplat, read_splat
from .gltf import read as read_gltf
from .ply import read as read_ply
from .sog import read as read_sog
from .spz import read as read_spz

__all__ = ["READERS"]

READERS: dict[str, Callable[[Path, Options], list[GaussianPart]]] = {
    "ply": read_ply,
    "compressed.ply": read_ply,
    "splat": read_splat,
    "ksplat": read_ksplat,
    "spz": read_spz,
    "sog": read_sog,
    "gltf": read_gltf,
}
"""The reader of each format, by its name."""
