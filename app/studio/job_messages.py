"""The requests of jobs as pages send them, and what each becomes for its action.

A page names no path: it names uploads, jobs and scenes by ids. Each class lists exactly the fields that a page may give; the rest of
the action's request is filled in here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field, ValidationError

from scenewright.app.film_paths import FilmPath
from scenewright.app.films import FilmRequest
from scenewright.app.requests import Request, RequestError, refused_request
from scenewright.app.studio.exported_files import file_stem, one_file
from scenewright.app.viewpoints import PictureView
from scenewright.app.writers.writer import DressLevel
from scenewright.scene.strict_types import plain_value

if TYPE_CHECKING:
    from scenewright.app.studio.job_folders import JobFolders
    from scenewright.app.studio.language_models import ChosenModel, StudioModels

__all__ = [
    "DressMessage",
    "ExportMessage",
    "FilmMessage",
    "JobMessage",
    "JobPlan",
    "LayoutMessage",
    "NodePath",
    "OtherJob",
    "RenderMessage",
    "UploadId",
]

UploadId = Annotated[str, Field(pattern=r"^[0-9a-f]{24}$")]
OtherJob = Annotated[str, Field(pattern=r"^[0-9]{8}-[0-9]{6}-[0-9a-f]{4,16}$")]
NodePath = Annotated[str, Field(max_length=2_000)]
Files = list[tuple[str, Path]]

_OUR_RENDERERS = ("preview", "splat", "blender", "mitsuba")


@dataclass(frozen=True, slots=True)
class JobPlan:
    """What a worker is to do. `where`: what it opens instead of the scene of the job, only to read."""

    action: str
    request: Mapping[str, Any] = field(default_factory=dict)
    where: Path | None = None


class JobMessage(Request):
    """The request of a job."""

    action: ClassVar[str]
    """Name of the job; mostly that of its action."""
    needs_scene: ClassVar[bool] = False
    takes_key: ClassVar[bool] = False
    stops: ClassVar[bool] = False
    """Whether it can be ended early and keep what it has."""

    @property
    def changes(self) -> bool:
        """Whether it changes the scene that it works on."""
        return False

    def look(self, folders: JobFolders) -> None:
        """Refuse what cannot be done, before the job waits for its turn.

        Raises:
            RequestError, ProjectError: it names something that is not there.
        """

    def planned(self, folders: JobFolders) -> JobPlan:
        """The request of the action."""
        raise NotImplementedError

    def chosen_model(self, key: str, models: StudioModels) -> ChosenModel | None:
        """The language model that is asked; None: none is. The action's request has it as `model` and `base_url`.

        Args:
            key: of the page; '' for none.

        Raises:
            RequestError, ModelError: it may not be used here, or there is none of this name.
        """
        return None

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        """The files for the page, with names for people, and the folder of the scene that was made."""
        return _listed(result.get("files", ())), None


def _listed(files: Any) -> Files:
    return [(Path(f).name, Path(f)) for f in files if isinstance(f, str)]


class LayoutMessage(JobMessage):
    """What to repair, and how much may change."""

    action: ClassVar[str] = "layout"
    needs_scene: ClassVar[bool] = True

    check: bool = False
    """Only report violations; move nothing."""
    settle: bool = True
    """Also simulate how the result settles under gravity."""
    accept: bool = False
    """Also make a large repair; otherwise it is only offered."""
    keep: tuple[NodePath, ...] = Field(default=(), max_length=5_000)
    """Paths of instances that must not move."""
    effort: float = Field(default=20_000.0, gt=0.0, le=1_000_000.0)
    """Bound on the search for poses; one unit is about a millisecond on a slow machine."""
    best_effort: bool = False
    """If relations conflict, take the layout that comes nearest."""
    plan: bool = False
    """Also draw the floor plan, with arrows from old to new poses."""

    @property
    def changes(self) -> bool:
        return not self.check

    def planned(self, folders: JobFolders) -> JobPlan:
        plan = str(folders.own("plan.png")) if self.plan else None
        return JobPlan("layout", {**self.model_dump(mode="json"), "plan": plan})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [("plan.png", folders.own("plan.png"))] if self.plan else [], None


class DressMessage(JobMessage):
    """How much of what nobody asked for the scene has."""

    action: ClassVar[str] = "dress"
    needs_scene: ClassVar[bool] = True

    level: DressLevel
    """How much: none, light (what one sees first of a lived-in place), or full (all that lies about there)."""
    place: Annotated[str, Field(max_length=80)] = ""
    """What kind of place it is, such as bedroom, where the scene was not made of a text that says so."""

    @property
    def changes(self) -> bool:
        return True

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("dress", self.model_dump(mode="json"))


class RenderMessage(JobMessage):
    """What to draw."""

    action: ClassVar[str] = "render"
    needs_scene: ClassVar[bool] = True

    renderer: Annotated[str, Field(max_length=100)] = "preview"
    """Renderer: preview, splat, blender, mitsuba, or that of a plug-in."""
    cameras: Annotated[tuple[int, ...], Field(max_length=100)] | None = None
    """Numbers of the program's cameras, from 0; None: all."""
    view: PictureView | None = None
    """The page's own view, in place of the program's cameras."""
    turntable: Annotated[int, Field(ge=2, le=360)] | None = None
    """Number of views evenly around what the camera looks at; None: no turntable."""
    frames: Annotated[tuple[int, ...], Field(max_length=5_000)] | None = (0,)
    """Frames of an animation, from 0; None: all."""
    passes: tuple[Annotated[str, Field(max_length=40)], ...] = Field(default=("color",), min_length=1, max_length=20)
    """Channels to draw: color, depth, normal, entity, position ..."""
    width: int = Field(default=960, ge=1, le=16_384)
    """Width in pixels."""
    height: int = Field(default=720, ge=1, le=16_384)
    """Height in pixels."""
    samples: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Samples a pixel; None: that of the renderer."""
    time_limit: Annotated[float, Field(gt=0.0, le=86_400.0)] | None = None
    """Most seconds that a renderer samples one view; None: that of the renderer."""
    noise: Annotated[float, Field(gt=0.0, le=1.0)] | None = None
    """Noise at which a renderer stops sampling; None: that of the renderer."""
    transparent: bool = False
    """Make the background transparent."""
    also: tuple[Literal["exr", "depth16"], ...] = ()
    """Further files of each view: exr, depth16."""
    options: dict[Annotated[str, Field(max_length=40)], bool | int | float | Annotated[str, Field(max_length=200)]] = (
        Field(default_factory=dict, max_length=40)
    )
    """Options of the renderer, by name."""

    def look(self, folders: JobFolders) -> None:
        # an option of a stranger's renderer may be the name of a file
        if self.options and self.renderer not in _OUR_RENDERERS:
            raise RequestError(f"the renderer {self.renderer[:40]} takes no options here", field="options")

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("render", self.model_dump(mode="json"))

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        files = _listed(result.get("files", ()))
        return [*files, *_listed([result.get("cameras")])], None


class FilmMessage(JobMessage):
    """What to film."""

    action: ClassVar[str] = "film"
    needs_scene: ClassVar[bool] = True

    format: Literal["mp4", "webm", "gif", "webp"] = "mp4"
    """Kind of video file: mp4 (H.264), webm (VP9), gif, or animated webp."""
    path: FilmPath = "orbit"
    """How the camera moves: orbit (around the scene), walk or pan (inside a room), cameras (through those of the program), still (the
    animation plays)."""
    cameras: Annotated[tuple[int, ...], Field(max_length=200)] | None = None
    """Numbers of the program's cameras, from 0: those that the path cameras goes through, or one for orbit and still; None: all."""
    view: PictureView | None = None
    """The page's own view, in place of a camera, for orbit and still."""
    seconds: Annotated[float, Field(gt=0.0, le=600.0)] | None = None
    """Length of the film; None: what suits the path."""
    fps: float = Field(default=24.0, gt=0.0, le=120.0)
    """Frames a second."""
    loop: bool | None = None
    """Whether the end runs into the beginning; None: for orbit and still."""
    animation_fps: float = Field(default=12.0, gt=0.0, le=120.0)
    """Frames of an animation that are shown in a second."""
    renderer: Annotated[str, Field(max_length=100)] = "preview"
    """Renderer: preview, splat, blender, mitsuba, or that of a plug-in."""
    channel: Annotated[str, Field(max_length=40)] = "color"
    """What the frames show: color, or the false colors of depth, normal, entity, albedo ..."""
    width: int = Field(default=640, ge=16, le=4096)
    """Width in pixels; even for mp4 and webm."""
    height: int = Field(default=480, ge=16, le=4096)
    """Height in pixels; even for mp4 and webm."""
    background: Annotated[str, Field(max_length=40)] = "stage"
    """What is behind the scene: stage, transparent (webp, gif), or a color such as white."""
    samples: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Samples a pixel; None: that of the renderer."""

    def look(self, folders: JobFolders) -> None:
        FilmRequest(**self._request(), out=Path(f"film.{self.format}"))

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("film", {**self._request(), "out": str(folders.own(f"film.{self.format}"))})

    def _request(self) -> dict[str, Any]:
        return self.model_dump(mode="json", exclude={"format"})


class ExportMessage(JobMessage):
    """What to export."""

    action: ClassVar[str] = "export"
    needs_scene: ClassVar[bool] = True

    format: Annotated[str, Field(pattern=r"^[a-z0-9]{1,12}(\.[a-z0-9]{1,12})?$")] = "glb"
    """Ending of the file without its dot: glb, obj, stl, ply, blend; with `splats`: ply, compressed.ply, splat, spz, sog."""
    frame: int = Field(default=0, ge=0)
    """Frame of an animation, from 0."""
    splats: Annotated[int, Field(ge=1, le=20_000_000)] | None = None
    """Number of Gaussians to write instead of triangles."""
    lit: bool = False
    """Bake the scene's lighting into the colours of the Gaussians."""

    def planned(self, folders: JobFolders) -> JobPlan:
        assert folders.place is not None
        out = folders.own(f"{file_stem(folders.place.title)}.{self.format}")
        request = self.model_dump(mode="json", exclude={"format"})
        return JobPlan("export", {**request, "out": str(out)})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        written = [file for _, file in _listed(result.get("files", ()))]
        assert folders.results is not None
        saved = one_file(written, folders.results)
        return [(saved.name, saved)], None


def read_message(kind: type[JobMessage], values: Mapping[str, Any]) -> JobMessage:
    """A request from JSON values.

    Raises:
        RequestError: a field is missing, unknown or has a wrong value.
    """
    try:
        return kind.model_validate(plain_value(dict(values)))
    except ValidationError as error:
        raise refused_request(error) from None


def first_words(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split()[:6])
