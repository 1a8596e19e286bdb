"""The protocol of exporters, and how to find one. Exporters are entry points of the group ``scenewright.exporters``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene
from scenewright.scene.plugins import plugins_by_ending

__all__ = ["ENTRY_POINT_GROUP", "Exported", "Exporter", "export_endings", "find_exporter", "refuse_target"]

ENTRY_POINT_GROUP = "scenewright.exporters"


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, the export itself first."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


class Exporter(Protocol):
    """Writes scenes in some formats.

    `name`: that of its entry point. `endings`: of the files that it writes, in small letters with the dot.
    """

    name: str
    endings: tuple[str, ...]

    def available(self) -> str | None:
        """None where the exporter can run here, else one line: why not, and what to install."""
        ...

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        """Write one frame of a scene, and an attribution file beside it. Either all files are written or none.

        Args:
            out: the file to write; its folder exists.
            provider: where catalogue objects come from.
            root: the scene folder, for textures.
            job: takes progress and log lines, and can be cancelled.

        Raises:
            ScenewrightError: the scene cannot be written; the message says why. See :func:`refuse_target`.
            JobCancelled: the job was cancelled; nothing is written.
        """
        ...


def refuse_target(out: Path) -> None:
    """Check the target of an export. Every exporter calls this before its work.

    Raises:
        ScenewrightError: no file can be written there; a ProjectError where the system refuses it.
    """
    if out.is_dir():
        raise ScenewrightError(f"{out} is a folder: name a file in it")
    if not out.parent.is_dir():
        raise ScenewrightError(f"there is no folder {out.parent}: make it first")
    atomic.require_writable(out)


_MEMBERS = ("name", "endings", "available", "export")


def find_exporter(ending: str) -> Exporter:
    """The exporter of a file ending (in small letters, with the dot).

    Raises:
        ScenewrightError: there is none; the message lists the endings that have one, and exporters that cannot be loaded.
    """
    formats, problems = plugins_by_ending(ENTRY_POINT_GROUP, members=_MEMBERS)
    if ending.lower() not in formats:
        wanted = f"there is no export to '{ending or 'no ending'}'; use {', '.join(formats)}"
        raise ScenewrightError("; ".join([wanted, *problems]))
    exporter: Exporter = formats[ending.lower()]
    return exporter


def export_endings() -> list[str]:
    """The file endings of all installed exporters."""
    return list(plugins_by_ending(ENTRY_POINT_GROUP, members=_MEMBERS)[0])
