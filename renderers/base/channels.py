"""Channels: the values that a view can have for each pixel. The standard ones, and those of plug-ins.

A renderer lists its channels in its :class:`~scenewright.renderers.base.capabilities.RendererCapabilities`. A new channel is registered
once, when its module is loaded: ``HEAT = register_channel(Channel("heat", ...))``.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from scenewright.renderers.base import channel_pictures as pictures
from scenewright.renderers.base.errors import RenderError
from scenewright.scene.model import Scene

__all__ = [
    "ALBEDO",
    "COLOR",
    "DEPTH",
    "ENTITY",
    "NORMAL",
    "POSITION",
    "Channel",
    "channel_names",
    "find_channel",
    "register_channel",
]

Array = npt.NDArray[Any]

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


@dataclass(frozen=True)
class Channel:
    """One value or vector for each pixel. A view has it as an array (H, W, *shape), first row at the top.

    Attributes:
        name: lower-case letters, digits and ``_``.
        about: a description in one line.
        dtype: type of the numbers: 'uint8', 'int32', 'float32' ...
        shape: shape of one pixel: () for a number, (3,) for a vector.
        axes: meaning and frame of the last axis, such as 'x, y, z in the world frame'; '' for a number.
        unit: 'scene units', 'sRGB', '1' for no unit, 'row' for an index.
        empty: value of a pixel that shows nothing; None: every pixel has a value.
        file: file format: 'png' as a picture, 'npy' as exact numbers with a picture beside it.
        picture: makes a picture (H, W) or (H, W, 3), uint8, from the array; None: there is none.
        legend: makes the meaning of the numbers, as JSON values, from the array and the scene.
        with_alpha: with a transparent background a pixel has an additional alpha value.
    """

    name: str
    about: str
    dtype: str
    shape: tuple[int, ...]
    axes: str
    unit: str
    empty: float | None
    file: Literal["png", "npy"] = "npy"
    picture: Callable[[Array], npt.NDArray[np.uint8]] | None = None
    legend: Callable[[Array, Scene], dict[str, Any]] | None = None
    with_alpha: bool = False

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise RenderError(f"a channel cannot be called {self.name!r}: small letters, digits and _, a letter first")
        if self.file == "png" and self.dtype != "uint8":
            raise RenderError(f"the channel {self.name!r} is {self.dtype}: only uint8 is kept as a picture")

    def check(self, values: Array, height: int, width: int) -> Array:
        """Check type and shape of an array; returns the array.

        Raises:
            RenderError: type or shape is wrong.
        """
        shapes = [(height, width, *self.shape)]
        if self.with_alpha:
            shapes.append((height, width, self.shape[0] + 1))
        if values.shape not in shapes or values.dtype != np.dtype(self.dtype):
            promised = " or ".join(str(shape) for shape in shapes)
            raise RenderError(
                f"the channel {self.name!r} is {promised} {self.dtype}: a renderer gave {values.shape} {values.dtype}"
            )
        return values

    def to_json(self) -> dict[str, Any]:
        """The description of the channel as JSON values. `empty` is a text, since JSON has no infinity."""
        return {
            "name": self.name,
            "about": self.about,
            "dtype": self.dtype,
            "shape": list(self.shape),
            "axes": self.axes,
            "unit": self.unit,
            "empty": None if self.empty is None else f"{self.empty:g}",
            "file": self.file,
        }


_channels: dict[str, Channel] = {}
_lock = threading.Lock()


def register_channel(channel: Channel) -> Channel:
    """Register a channel and return it.

    Raises:
        RenderError: another channel has its name.
    """
    with _lock:
        # compared as JSON, since an `empty` of nan does not equal itself
        if _channels.setdefault(channel.name, channel).to_json() != channel.to_json():
            raise RenderError(f"there is another channel {channel.name!r} already: choose another name")
    return channel


def channel_names() -> list[str]:
    """Names of the registered channels, the standard ones first."""
    return list(_channels)


def find_channel(name: str) -> Channel:
    """The channel of that name.

    Raises:
        RenderError: there is no such channel; the message lists the existing ones.
    """
    if name not in _channels:
        raise RenderError(f"there is no pass {name!r}: the passes are {', '.join(_channels)}")
    return _channels[name]


COLOR = register_channel(
    Channel(
        "color", "The picture.", "uint8", (3,), "red, green, blue; alpha last, not premultiplied", "sRGB", None,
        file="png", with_alpha=True,
    )
)  # fmt: skip
DEPTH = register_channel(
    Channel(
        "depth", "Distance along the camera's z axis.", "float32", (), "", "scene units", np.inf,
        picture=pictures.depth_picture,
    )
)  # fmt: skip
NORMAL = register_channel(
    Channel(
        "normal", "Unit normal of the surface, turned to the viewer.", "float32", (3,), "x, y, z in the world frame", "1",
        0.0, picture=pictures.normal_picture,
    )
)  # fmt: skip
ENTITY = register_channel(
    Channel(
        "entity",
        "Row of the node table whose geometry is visible; the row of the room for its ceiling, the number of rows for the ground. Partly "
        "transparent surfaces count, too: the nearest one is the value.",
        "int32", (), "", "row", -1, picture=pictures.entity_picture, legend=pictures.entity_legend,
    )
)  # fmt: skip
POSITION = register_channel(
    Channel(
        "position", "Point of the visible surface.", "float32", (3,), "x, y, z in the world frame", "scene units", np.nan,
        picture=pictures.position_picture,
    )
)  # fmt: skip
ALBEDO = register_channel(
    Channel(
        "albedo", "Base colour of the surface, without light.", "float32", (3,), "red, green, blue", "linear Rec. 709", 0.0,
        picture=pictures.albedo_picture,
    )
)  # fmt: skip
