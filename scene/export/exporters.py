"""The protocol of exporters, and how to find one. Exporters are entry points of the group ``scenewright.exporters``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["ENTRY_POINT_GROUP", "Exported", "Exporter", "export_endings", "find_exporter"]

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
            ScenewrightError: the scene cannot be written; the message says why.
            JobCancelled: the job was cancelled; nothing is written.
        """
        ...


def find_exporter(ending: str) -> Exporter:
    """The exporter of a file ending (in small letters, with the dot).

    Raises:
        ScenewrightError: there is none; the message lists the endings that have one.
    """
    for exporter in _installed():
        if ending.lower() in exporter.endings:
            return exporter
    raise ScenewrightError(f"there is no export to '{ending or 'no ending'}'; use {', '.join(export_endings())}")


def export_endings() -> list[str]:
    """The file endings of all installed exporters."""
    return [ending for exporter in _installed() for ending in exporter.endings]


def _installed() -> list[Exporter]:
    return [entry.load()() for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda e: e.name)]
