"""What a film is to show, and how."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from scenewright.app.film_paths import FilmPath
from scenewright.app.films.backgrounds import background_color
from scenewright.app.films.film_files import refuse_unfit_film
from scenewright.app.requests import Request, RequestError
from scenewright.app.viewpoints import PictureView

__all__ = ["MOST_FRAMES", "FilmRequest", "frame_count"]

MOST_FRAMES = 10_000
"""Of one film: nearly seven minutes at 24 frames a second."""


class FilmRequest(Request):
    """What to film, and where to write it."""

    out: Path
    """The video file: .mp4 (H.264) or .webm (VP9) with the extra film, .gif or .webp without."""
    path: FilmPath = "orbit"
    """How the camera moves. orbit: around the scene, or around what one camera looks at; walk: through a room at eye level, past its
    furniture; pan: it turns about one place in a room; cameras: smoothly through the scene's cameras, or those of a file; still: not at
    all, while the animation plays."""
    cameras: tuple[int, ...] | None = None
    """Numbers of cameras, from 0. cameras: those that the camera goes through, in this order, None: all. orbit, still: one of them."""
    cameras_file: Path | None = None
    """A cameras.json, as stands beside pictures: the path cameras goes through its views in their order, instead of the scene's."""
    view: PictureView | None = None
    """A viewpoint of one's own, in place of a camera, for an orbit or a still film."""
    seconds: Annotated[float, Field(gt=0.0)] | None = None
    """Length of the film; None: what suits the path."""
    fps: float = Field(default=24.0, gt=0.0, le=120.0)
    """Frames a second."""
    loop: bool | None = None
    """Whether the end runs into the beginning. A walk or pan then goes back, cameras go on to the first. None: orbit and still do."""
    animation_fps: float = Field(default=12.0, gt=0.0, le=120.0)
    """Frames of an animation that are shown in a second."""
    renderer: str = "preview"
    """Renderer: preview, splat, blender, mitsuba, or that of a plug-in."""
    channel: str = "color"
    """What the frames show: color, or the false colors of depth, normal, entity, albedo ..."""
    width: int = Field(default=640, ge=16, le=4096)
    """Width in pixels; even in .mp4 and .webm."""
    height: int = Field(default=480, ge=16, le=4096)
    """Height in pixels; even in .mp4 and .webm."""
    background: Annotated[str, Field(max_length=40)] = "stage"
    """What is behind the scene: stage (ground and sky or backdrop), transparent (.webp and .gif), or a color such as white or #203040."""
    samples: int | None = None
    """Samples a pixel; None: that of the renderer."""
    time_limit: float | None = None
    """Most seconds that a renderer samples one frame; None: that of the renderer."""
    noise: float | None = None
    """Noise at which a renderer stops sampling, as a share of a pixel's brightness; None: that of the renderer."""
    options: dict[str, Any] = Field(default_factory=dict)
    """Options of the renderer, by name."""

    @model_validator(mode="after")
    def _fits_the_file(self) -> Self:
        refuse_unfit_film(
            self.out,
            width=self.width,
            height=self.height,
            fps=self.fps,
            transparent=self.background == "transparent",
        )
        return self

    @model_validator(mode="after")
    def _fits_the_path(self) -> Self:
        given = [name for name in ("cameras", "cameras_file", "view") if getattr(self, name) is not None]
        if len(given) > 1:
            raise RequestError(f"{' and '.join(given)} each choose cameras: give one", field=given[0], also=given[1:])
        if given and self.path in ("walk", "pan"):
            raise RequestError(
                f"{given[0]}: a {self.path} finds its own way through the room: leave it out, or film the path cameras",
                field=given[0],
                also=("path",),
            )
        if self.cameras_file is not None and self.path != "cameras":
            raise RequestError("cameras_file is for the path cameras", field="cameras_file", also=("path",))
        if self.view is not None and self.path == "cameras":
            raise RequestError("a view is one camera: film an orbit or a still", field="view", also=("path",))
        if self.cameras is not None and self.path != "cameras" and len(self.cameras) != 1:
            raise RequestError(f"a film with the path {self.path} is of one camera: name one", field="cameras")
        if self.cameras is not None and self.path == "cameras" and len(self.cameras) < 2:
            raise RequestError("a path goes through two cameras at least: name more", field="cameras")
        return self

    @model_validator(mode="after")
    def _fits_the_length(self) -> Self:
        if self.seconds is not None:
            frame_count(self.seconds, self.fps)
        return self

    @model_validator(mode="after")
    def _shows_something(self) -> Self:
        if self.background != "stage" and self.channel != "color":
            raise RequestError(
                f"a background is chosen for the channel color alone, not for {self.channel}",
                field="background",
                also=("channel",),
            )
        if self.background not in ("stage", "transparent"):
            background_color(self.background)
        return self

    @property
    def loops(self) -> bool:
        """Whether the end runs into the beginning."""
        return self.path in ("orbit", "still") if self.loop is None else self.loop


def frame_count(seconds: float, fps: float) -> int:
    """How many frames a film has.

    Raises:
        RequestError: it is one picture, or has more than :data:`MOST_FRAMES`.
    """
    count = round(seconds * fps)
    if count < 2:
        raise RequestError(
            f"{seconds:g} seconds with {fps:g} frames a second are {max(count, 1)} frame: a film has two at least",
            field="seconds",
            also=("fps",),
        )
    if count > MOST_FRAMES:
        raise RequestError(
            f"{seconds:g} seconds with {fps:g} frames a second are {count:,} frames, and a film has {MOST_FRAMES:,} at most: "
            "make it shorter, or film parts of it",
            field="seconds",
            also=("fps",),
        )
    return count
