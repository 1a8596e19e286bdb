"""What a host does with a capture or an archive of a stranger, as tasks of plain JSON arguments."""

from __future__ import annotations

from pathlib import Path


def open_one(path: str) -> list[str]:
    """Open a capture, without structure from motion, and read its pictures; returns its warnings."""
    from scenewright.scene.splats.capture import open_capture

    capture = open_capture(path, compute=False)
    views = capture.views()
    return [*capture.warnings, f"{len(views)} views"]


def read_splat(path: str) -> int:
    """The number of Gaussians in a file or folder."""
    from scenewright.scene.splats.formats import read_file

    return len(read_file(Path(path)).gaussians)


def read_library(path: str) -> int:
    """The number of pieces of a Sweet Home 3D library."""
    from scenewright.assets.packs import SweetHome3DPack

    pack = SweetHome3DPack([Path(path)], folder=Path(path).parent / "cache")
    found = len(pack.entries())
    if pack.problems and not found:
        from scenewright.scene.asset_provider import AssetError

        raise AssetError(pack.problems[0])
    return found


def read_one_field(path: str) -> int:
    """The number of Gaussians that a language field is for."""
    from scenewright.scene.semantics.fields import read_field

    return len(read_field(Path(path)))


def read_one_checkpoint(path: str) -> int:
    """The number of arrays in a checkpoint of a training."""
    from scenewright.scene.splats.training.checkpoints import read_checkpoint

    return len(read_checkpoint(Path(path)).tensors)
