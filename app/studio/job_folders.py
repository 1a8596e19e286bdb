"""The files that one job may read and write. Pages name uploads, other jobs and scenes by their ids; here these become paths."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from scenewright.app.folder_places import free_folder
from scenewright.app.requests import RequestError
from scenewright.app.studio.job_papers import JobPaper, JobPapers
from scenewright.app.studio.owners import OwnerPlaces
from scenewright.app.studio.places import Place, ScenePlaces
from scenewright.app.studio.settings import StudioSettings
from scenewright.app.studio.uploads import Upload, UploadStore
from scenewright.app.workers import WorkerError
from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import read_plain

__all__ = ["JobFolders"]

_NAMING = threading.Lock()
_MOST_PROGRAMS = 20
_MOST_UNFINISHED = 4 << 20


@dataclass
class JobFolders:
    """`place`: the scene that the job works on. `results`: the folder for its files; None while a request is only checked."""

    settings: StudioSettings
    owner: OwnerPlaces
    place: Place | None
    results: Path | None
    uploads: UploadStore
    papers: JobPapers
    scenes: ScenePlaces
    _reserved: list[Path] = field(default_factory=list)
    _before: list[Path] = field(default_factory=list)

    def own(self, name: str) -> Path:
        """A file or folder of this job. Its parent exists then."""
        assert self.results is not None
        self.results.mkdir(parents=True, exist_ok=True)
        return self.results / name

    def new_scene(self, words: str) -> Path:
        """An empty folder for a new scene, named by some words.

        Raises:
            WorkerError: 'busy': the owner has as many scenes as they may.
        """
        if self.settings.shared and self.scenes.count() >= self.settings.limits.scenes:
            raise WorkerError(
                f"you have {self.settings.limits.scenes} scenes, which is the most here: delete some first", kind="busy"
            )
        self.owner.scenes.mkdir(parents=True, exist_ok=True)
        with _NAMING:  # two jobs with the same words get two folders
            folder = free_folder(self.owner.scenes, words)
            folder.mkdir()
        self._reserved.append(folder)
        self._before += _unfinished(folder)
        return folder

    def keep_unfinished(self) -> tuple[Path, list[tuple[str, Path]]] | None:
        """What a new scene that did not come about has left beside its folder: where that is, and copies of it among the files of the job,
        with names for people. None where nothing was left."""
        for folder in self._reserved:
            left = [path for path in _unfinished(folder) if path not in self._before]
            runs, replies = [p for p in left if p.is_dir()], [p for p in left if p.is_file()]
            if not runs and not replies:
                continue
            newest = max(runs, key=lambda run: run.name, default=None)
            programs = (
                [] if newest is None else sorted(newest.glob("programs/*.py"), key=lambda f: (len(f.name), f.name))
            )
            named = [(f"round {file.stem}.py", file) for file in programs[-_MOST_PROGRAMS:]]
            named += [("last reply.md", file) for file in replies]
            return newest or replies[0], [(name, self._copied(name, file)) for name, file in named]
        return None

    def _copied(self, name: str, file: Path) -> Path:
        data = read_plain(file, _MOST_UNFINISHED, "what is unfinished", root=file.parent)
        copy = self.own(name.replace(" ", "_"))
        atomic.write(copy, data, durable=False)
        return copy

    def release(self) -> None:
        """Remove folders of scenes that were not made after all."""
        for folder in self._reserved:
            with suppress(OSError):
                folder.rmdir()

    def upload(self, upload: str, kinds: tuple[str, ...]) -> Upload:
        """
        Raises:
            ProjectError: 'missing': the owner has no such upload.
            RequestError: it is of another kind.
        """
        found = self.uploads.find(upload)
        if found.kind not in kinds:
            raise RequestError(f"this upload is a {found.kind}, not a {' or '.join(kinds)}", field="upload")
        return found

    def other(self, job: str, action: str) -> tuple[JobPaper, Path]:
        """A finished job of an action, and the folder with its files.

        Raises:
            ProjectError: 'missing': the owner has no such job.
            RequestError: it is of another action, or made nothing.
        """
        paper = self.papers.read(job)
        folder = self.papers.results(job)
        if paper.action != action:
            raise RequestError(f"job {job} is a {paper.action}, not a {action}", field="job")
        return paper, folder

    def trained(self, job: str) -> Path:
        """The splats of a training."""
        file = self.other(job, "capture_train")[1] / "training" / "scene.ply"
        if not file.is_file():
            raise ProjectError(f"the training {job} has no result", kind="missing")
        return file

    def keep_result(self, text: str) -> None:
        atomic.write(self.own("result.json"), text.encode(), durable=False)


def _unfinished(folder: Path) -> list[Path]:
    """The runs and the reply that lie beside a folder for a scene that was not made."""
    runs = folder.with_name(f"{folder.name}.unfinished").glob("runs/*")
    reply = folder.with_name(f"{folder.name}.reply.md")
    return [*(run for run in runs if not run.is_symlink()), *([reply] if reply.is_file() else [])]
