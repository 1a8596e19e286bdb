"""Draws the frames of a film one after the other, some at a time, by one renderer that stays open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from scenewright.app.films.backgrounds import background_color, over_color
from scenewright.app.films.cuts import Cut
from scenewright.app.films.false_colors import DepthRange, frame_picture
from scenewright.app.films.film_request import FilmRequest
from scenewright.renderers.base import RenderedView, RenderRequest, find_renderer, read_options, warm_renderer
from scenewright.scene.jobs import Job
from scenewright.scene.model import Camera

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["FilmDrawing", "Shot"]

Picture = npt.NDArray[np.uint8]

_PIXELS_TOGETHER = 2_500_000
"""Pixels of the frames that are drawn and held at a time."""
_MOST_TOGETHER = 8
_KEPT_BYTES = 256 << 20
"""Of frames that come again later, such as those of an animation before a camera that stands."""
_PROBES, _PROBE_WIDTH = 8, 96
"""Small views by which the depths of a film are measured, and their width in pixels."""


@dataclass(frozen=True, slots=True)
class Shot:
    """What one frame shows. `frame`: of the animation, from 0. `cut`: the walls that it leaves out; None: those before the camera."""

    camera: Camera
    frame: int
    cut: Cut | None = None


@dataclass(frozen=True, slots=True)
class _Take:
    """One picture that is drawn: a shot without mixing. `walls`: that it leaves out; None: those before the camera."""

    camera: Camera
    frame: int
    walls: tuple[str, ...] | None

    @staticmethod
    def of(shot: Shot) -> tuple[tuple[_Take, float], ...]:
        """The pictures that a shot is mixed from, with their shares."""
        if shot.cut is None:
            return ((_Take(shot.camera, shot.frame, None), 1.0),)
        return tuple((_Take(shot.camera, shot.frame, walls), share) for walls, share in shot.cut.parts)


@dataclass
class FilmDrawing:
    """The frames of one film.

    Attributes:
        shots: what each frame shows.
        warnings: what was not drawn as the scene has it, once some frames are drawn.
        device: what drew them.
    """

    session: Session
    request: FilmRequest
    shots: Sequence[Shot]
    warnings: dict[str, None] = field(default_factory=dict)
    device: str = ""

    def require_drawable(self) -> None:
        """Look whether the renderer can draw what is asked for, before it starts.

        Raises:
            RenderError: the renderer or a channel is unknown, or the renderer has not this channel or option.
        """
        renderer = find_renderer(self.request.renderer)
        asked = self._asked([_Take.of(self.shots[0])[0][0]])
        renderer.capabilities.check(asked, renderer.name)
        read_options(renderer.options, asked, renderer.name)

    def pictures(self, job: Job) -> Iterator[Picture]:
        """The pictures of the frames in their order, (H, W, 3), or (H, W, 4) of a transparent film.

        Raises:
            RenderError: the renderer cannot run here, or a frame failed.
            JobCancelled: the job was cancelled.
        """
        renderer = warm_renderer(self.request.renderer)
        depths = self._depths(job) if self.request.channel == "depth" else None
        behind = (
            None if self.request.background in ("stage", "transparent") else background_color(self.request.background)
        )
        kept, count, done = self._coming_again(), len(self.shots), 0
        drawn: dict[_Take, Picture] = {}
        for chunk in self._chunks():
            job.tick(done / count, f"frame {done + 1} of {count}")
            takes = dict.fromkeys(take for shot in chunk for take, _ in _Take.of(shot))
            new = [take for take in takes if take not in drawn]
            if new:
                result = renderer.render(self._asked(new), job=job.quiet())
                self.warnings.update(dict.fromkeys(result.warnings))
                self.device = result.device
                for take, view in zip(new, result.views, strict=True):
                    picture = frame_picture(view, self.request.channel, depths)
                    drawn[take] = picture if behind is None else over_color(picture, behind)
            for shot in chunk:
                yield _mixed([(drawn[take], share) for take, share in _Take.of(shot)])
            done += len(chunk)
            drawn = {take: picture for take, picture in drawn.items() if take in kept}
        job.progress(1.0, f"{count} frames")

    def _asked(self, takes: Sequence[_Take], *, width: int | None = None, channel: str | None = None) -> RenderRequest:
        """The request of views of one frame of the animation."""
        request = self.request
        size = (request.width, request.height)
        if width is not None:
            size = width, max(round(width * request.height / request.width), 1)
        walls = [take.walls for take in takes]
        return RenderRequest(
            scene=self.session.scene,
            cameras=tuple(take.camera for take in takes),
            width=size[0],
            height=size[1],
            samples=request.samples,
            time_limit=request.time_limit,
            noise=request.noise,
            passes=(channel or request.channel,),
            seed=self.session.seed,
            frame=takes[0].frame,
            provider=self.session.assets,
            root=self.session.folder,
            background="stage" if request.background == "stage" else "transparent",
            # the light of a scene without any stands still while the camera moves
            light_camera=self.shots[0].camera,
            left_out_walls=() if walls[0] is None else tuple(w or () for w in walls),
            options=request.options,
        )

    def _chunks(self) -> Iterator[list[Shot]]:
        """The shots in parts of one frame of the animation each."""
        most = max(min(_PIXELS_TOGETHER // (self.request.width * self.request.height), _MOST_TOGETHER), 1)
        part: list[Shot] = []
        for before, shot in pairwise([self.shots[0], *self.shots]):
            if part and (len(part) == most or shot.frame != before.frame):
                yield part
                part = []
            part.append(shot)
        yield part

    def _coming_again(self) -> frozenset[_Take]:
        """The pictures that are shown more than once, if there is room to keep them all."""
        shown = Counter(take for shot in self.shots for take, _ in _Take.of(shot))
        again = [take for take, times in shown.items() if times > 1]
        size = 4 * self.request.width * self.request.height
        return frozenset(again) if len(again) * size <= _KEPT_BYTES else frozenset()

    def _depths(self, job: Job) -> DepthRange:
        """The depths of the film, from small views along it."""
        renderer = warm_renderer(self.request.renderer)
        views: list[RenderedView] = []
        for number in np.unique(np.linspace(0, len(self.shots) - 1, _PROBES).astype(int)).tolist():
            take, _ = _Take.of(self.shots[number])[0]
            asked = self._asked([take], width=_PROBE_WIDTH, channel="depth")
            views.extend(renderer.render(asked, job=job.quiet()).views)
        return DepthRange(views)


def _mixed(parts: Sequence[tuple[Picture, float]]) -> Picture:
    """The sum of pictures by their shares."""
    if len(parts) == 1:
        return parts[0][0]
    total = np.sum([share * picture.astype(np.float32) for picture, share in parts], axis=0)
    return np.asarray(np.round(total), dtype=np.uint8)
