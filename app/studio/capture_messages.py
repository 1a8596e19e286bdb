"""The requests of jobs about uploads, captures and splats."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from scenewright.app.requests import RequestError
from scenewright.app.studio.job_folders import JobFolders
from scenewright.app.studio.job_messages import Files, JobMessage, JobPlan, OtherJob, UploadId
from scenewright.scene.errors import ProjectError

__all__ = [
    "AddAssetsMessage",
    "CaptureFieldMessage",
    "CaptureInfoMessage",
    "CapturePrepareMessage",
    "CaptureProgramMessage",
    "CaptureTrainMessage",
    "FieldQueryMessage",
    "OpenUploadMessage",
    "SplatConvertMessage",
    "SplatInfoMessage",
    "SplatSceneMessage",
    "SplatViewMessage",
]

Title = Annotated[str, Field(max_length=80)]
Point = tuple[float, float, float]
Query = Annotated[str, Field(max_length=2_000)]
_TRAINED = "scene.ply"

_SPLAT_PROGRAM = """from scene.language import *


@register('a captured scene')
def captured_scene():
    return place(splat_call({file!r}), at=(0, 0, 0), name='capture')
"""


class OfCapture(JobMessage):
    """Which capture."""

    upload: UploadId
    """Id of the upload with the photographs, the video or the capture."""

    def look(self, folders: JobFolders) -> None:
        folders.upload(self.upload, ("capture",))

    def capture(self, folders: JobFolders) -> dict[str, str]:
        found = folders.upload(self.upload, ("capture",))
        return {"capture": str(found.content), "work": str(found.folder / "work")}


class CaptureInfoMessage(OfCapture):
    """Which capture to inspect."""

    action: ClassVar[str] = "capture_info"

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("capture_info", self.capture(folders))


class CapturePrepareMessage(OfCapture):
    """Which capture to prepare, and how."""

    action: ClassVar[str] = "capture_prepare"

    longest: Annotated[int, Field(ge=16, le=8_192)] | None = None
    """Also undistort the pictures, with this longer side in pixels."""
    matching: Literal["auto", "exhaustive", "sequential"] = "auto"
    """Matching of photographs without poses."""
    least: float = Field(default=0.6, ge=0.0, le=1.0)
    """Least share of the photographs that must be registered."""
    frames: int = Field(default=150, ge=3, le=2_000)
    """Most frames to take from a video."""
    camera_height: Annotated[float, Field(gt=0.0, le=1_000.0)] | None = None
    """Median height of the cameras above the floor in metres; sets the scale."""
    trust_poses: bool = False
    """Take the given poses as they are, without comparing features of the pictures."""

    def planned(self, folders: JobFolders) -> JobPlan:
        request = self.model_dump(mode="json", exclude={"upload"})
        return JobPlan("capture_prepare", {**request, **self.capture(folders)})


class CaptureTrainMessage(OfCapture):
    """What to train on, for how long and how."""

    action: ClassVar[str] = "capture_train"
    stops: ClassVar[bool] = True

    resume: OtherJob | None = None
    """Continue this earlier training from its checkpoint."""
    iterations: Annotated[int, Field(ge=1, le=200_000)] | None = None
    """Number of training steps; None: 7000 (30000 on CUDA or with `minutes`)."""
    minutes: Annotated[float, Field(ge=0.01, le=720.0)] | None = None
    """Training time; all schedules are fitted to it."""
    max_gaussians: Annotated[int, Field(ge=1, le=5_000_000)] | None = None
    """Most Gaussians; None: 200000 (1000000 on CUDA)."""
    strategy: Literal["default", "mcmc"] | None = None
    """Densification strategy."""
    sh_degree: Annotated[int, Field(ge=0, le=3)] | None = None
    """Degree of the spherical harmonics of the colour; None: 3."""
    downscale: Annotated[float, Field(ge=1.0, le=64.0)] | None = None
    """Factor by which width and height of the pictures are divided."""
    width: Annotated[int, Field(ge=16, le=8_192)] | None = None
    """Width of the pictures in pixels; None: longer side at most 640 (1600 on CUDA)."""
    sweep_points: bool = False
    """Start from points of a plane sweep, even if the capture has points."""
    trust_poses: bool = False
    """Take the given poses as they are, without comparing features of the pictures."""
    background: Literal["black", "white", "random"] | Point | None = None
    """Background of pictures with alpha."""
    exposure: bool = False
    """Also optimise the exposure of each photograph."""
    poses: bool = False
    """Also optimise small corrections of the camera poses."""
    antialiased: bool = False
    """Use Mip-Splatting's antialiasing."""
    seed: Annotated[int, Field(ge=0, lt=2**53)] | None = None
    """Random seed; None: 0."""
    preview_seconds: float = Field(default=5.0, ge=1.0, le=600.0)
    """Least seconds between two previews."""

    def look(self, folders: JobFolders) -> None:
        super().look(folders)
        if self.resume is not None:
            folders.other(self.resume, "capture_train")

    def planned(self, folders: JobFolders) -> JobPlan:
        if self.resume is not None:
            before = folders.other(self.resume, "capture_train")[1] / "training"
            if not before.is_dir():
                raise ProjectError(f"the training {self.resume} has no result to go on from", kind="missing")
            # the earlier result stays as it is
            shutil.copytree(before, folders.own("training"), dirs_exist_ok=True)
        request = self.model_dump(mode="json", exclude={"upload", "resume"})
        files = {
            "out": str(folders.own("training")),
            "preview": str(folders.own("preview.ply")),
            "stop_file": str(folders.own("stop")),
        }
        return JobPlan(
            "capture_train", {**request, **self.capture(folders), **files, "resume": self.resume is not None}
        )

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        out = folders.own("training")
        pictures = sorted((out / "held-out").glob("*.png"))[:200]
        return [(_TRAINED, out / _TRAINED), *((f.name, f) for f in pictures)], None


class CaptureFieldMessage(JobMessage):
    """Which Gaussians get features, and how these are lifted."""

    action: ClassVar[str] = "capture_field"

    training: OtherJob
    """The training whose Gaussians get the features."""
    masks: Literal["superpixels", "sam"] = "superpixels"
    """Regions of the photographs."""
    views: int = Field(default=60, ge=1, le=1_000)
    """Most photographs to use."""
    longest: int = Field(default=640, ge=64, le=4_096)
    """Longer side of the photographs, in pixels."""

    def look(self, folders: JobFolders) -> None:
        folders.trained(self.training)

    def planned(self, folders: JobFolders) -> JobPlan:
        paper, _ = folders.other(self.training, "capture_train")
        found = folders.upload(str(paper.request.get("upload", "")), ("capture",))
        files = {
            "capture": str(found.content),
            "work": str(found.folder / "work"),
            "splats": str(folders.trained(self.training)),
            "out": str(folders.own("field.safetensors")),
        }
        return JobPlan("capture_field", {**self.model_dump(mode="json", exclude={"training"}), **files})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [("field.safetensors", folders.own("field.safetensors"))], None


class OfField(JobMessage):
    """Which language field."""

    lifted: OtherJob
    """The job that lifted the language field."""

    def look(self, folders: JobFolders) -> None:
        self.files(folders)

    def files(self, folders: JobFolders) -> tuple[Path, Path]:
        """The splats, and their field."""
        paper, folder = folders.other(self.lifted, "capture_field")
        return folders.trained(str(paper.request.get("training", ""))), folder / "field.safetensors"


class CaptureProgramMessage(OfField):
    """Which Gaussians to split into a room and things."""

    action: ClassVar[str] = "capture_program"

    holes: Literal["keep", "fill"] = "keep"
    """Holes behind moved things: keep them, or fill them from their surroundings."""
    title: Title = "capture"
    """Title of the scene."""

    def planned(self, folders: JobFolders) -> JobPlan:
        splats, field = self.files(folders)
        files = {"splats": str(splats), "features": str(field), "out": str(folders.new_scene(self.title))}
        return JobPlan("capture_program", {"holes": self.holes, "title": self.title, **files})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], Path(str(result["scene"]))


class FieldQueryMessage(OfField):
    """What to look for in captured Gaussians."""

    action: ClassVar[str] = "field_query"

    queries: tuple[Query, ...] = Field(min_length=1, max_length=20)
    """Queries in English."""
    without: tuple[Query, ...] = Field(default=(), max_length=20)
    """Leave out results that fit one of these better."""
    top_k: Annotated[int, Field(ge=1, le=1_000)] | None = None
    """Most results of a query."""
    threshold: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    """Least relevancy of a result; None: calibrated from the field."""
    heat: bool = True
    """Also draw how well each pixel fits the first query."""

    def planned(self, folders: JobFolders) -> JobPlan:
        splats, field = self.files(folders)
        pictures = {"heat": str(folders.own("heat.png"))} if self.heat else {}
        request = self.model_dump(mode="json", exclude={"lifted", "heat"})
        return JobPlan("field_query", {**request, "splats": str(splats), "field": str(field), "pictures": pictures})


class OfSplats(JobMessage):
    """Which splats: of an upload, or of a training."""

    upload: UploadId | None = None
    """Id of an upload with splats."""
    training: OtherJob | None = None
    """A training, whose result is taken."""

    def look(self, folders: JobFolders) -> None:
        self.file(folders)

    def file(self, folders: JobFolders) -> Path:
        if (self.upload is None) == (self.training is None):
            raise RequestError("splats are those of an upload or of a training: give one", field="upload")
        if self.training is not None:
            return folders.trained(self.training)
        assert self.upload is not None
        return folders.upload(self.upload, ("splat",)).content


class SplatInfoMessage(OfSplats):
    """Which splats to inspect."""

    action: ClassVar[str] = "splat_info"

    def planned(self, folders: JobFolders) -> JobPlan:
        return JobPlan("splat_info", {"file": str(self.file(folders))})


class SplatConvertMessage(OfSplats):
    """Which splats to write in another format, and what to change."""

    action: ClassVar[str] = "splat_convert"

    format: Literal["ply", "compressed.ply", "splat", "spz", "sog", "glb"] = "spz"
    """Ending of the file to write."""
    filter_floaters: bool = False
    """First remove small groups of Gaussians that touch nothing else."""
    degree: Annotated[int, Field(ge=0, le=3)] | None = None
    """Highest degree of spherical harmonics to keep."""
    min_opacity: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    """Leave out Gaussians with less opacity than this."""
    decimate: Annotated[int, Field(ge=1)] | None = None
    """Merge similar neighbours until this number of Gaussians is left."""
    compact: bool = False
    """Write sog and spz smaller."""
    drop_invalid: bool = False
    """Leave out Gaussians that are not finite, instead of refusing the file."""

    def planned(self, folders: JobFolders) -> JobPlan:
        request = self.model_dump(mode="json", exclude={"upload", "training", "format"})
        out = str(folders.own(f"splats.{self.format}"))
        return JobPlan("splat_convert", {**request, "files": [str(self.file(folders))], "out": out})


class SplatViewMessage(OfSplats):
    """Which splats to draw, and from where."""

    action: ClassVar[str] = "splat_view"

    views: int = Field(default=1, ge=1, le=36)
    """Number of views, evenly around the splats."""
    width: int = Field(default=512, ge=1, le=4_096)
    """Width of a view, in pixels."""
    height: int = Field(default=512, ge=1, le=4_096)
    """Height of a view, in pixels."""
    elevation: float = Field(default=15.0, ge=-89.0, le=89.0)
    """Elevation of the cameras, in degrees above the horizon."""

    def planned(self, folders: JobFolders) -> JobPlan:
        request = self.model_dump(mode="json", exclude={"upload", "training"})
        return JobPlan("splat_view", {**request, "file": str(self.file(folders)), "out": str(folders.own("view.png"))})

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [("view.png", folders.own("view.png"))], None


class SplatSceneMessage(OfSplats):
    """Which splats to make a scene of, as they are."""

    action: ClassVar[str] = "splat_scene"

    title: Title = "capture"
    """Title of the scene."""

    def planned(self, folders: JobFolders) -> JobPlan:
        file = self.file(folders)
        request = {
            "program": _SPLAT_PROGRAM.format(file=file.name),
            "splats": [str(file)],
            "out": str(folders.new_scene(self.title)),
            "layout": False,
            "renderers": [],
        }
        return JobPlan("generate", request)

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [], Path(str(result["scene"]))


class OpenUploadMessage(JobMessage):
    """Which uploaded scene to open."""

    action: ClassVar[str] = "open_upload"

    upload: UploadId
    """Id of an upload with a scene folder, a program or a model's reply."""

    def look(self, folders: JobFolders) -> None:
        folders.upload(self.upload, ("scene",))

    def planned(self, folders: JobFolders) -> JobPlan:
        found = folders.upload(self.upload, ("scene",))
        if found.content.is_dir():
            return JobPlan("evaluate", {}, where=found.content)
        out = str(folders.new_scene(Path(found.name).stem or "scene"))
        request = {"source": str(found.content), "out": out, "layout": False, "renderers": []}
        return JobPlan("generate", request)

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        if "scene" in result and "program" in result and isinstance(result["program"], str):
            return [], Path(str(result["scene"]))
        found = folders.upload(self.upload, ("scene",))
        folder = folders.new_scene(found.name or "scene")
        shutil.copytree(found.content, folder, dirs_exist_ok=True, symlinks=True)
        return [], folder


class AddAssetsMessage(JobMessage):
    """Which uploaded meshes to add to the catalogue."""

    action: ClassVar[str] = "add_assets"

    upload: UploadId
    """Id of an upload with meshes."""

    def look(self, folders: JobFolders) -> None:
        folders.upload(self.upload, ("asset",))

    def planned(self, folders: JobFolders) -> JobPlan:
        found = folders.upload(self.upload, ("asset",))
        request = {"folder": str(found.content), "in_folder": True, "sheet": str(folders.own("sheet.png"))}
        return JobPlan("add_assets", request)

    def outcome(self, result: Mapping[str, Any], folders: JobFolders) -> tuple[Files, Path | None]:
        return [("sheet.png", folders.own("sheet.png"))], None
