"""The Python function that makes data sets of rooms."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from scenewright.app.api_arguments import face, request_of
from scenewright.app.dataset import DatasetDone, DatasetOptions, build_dataset
from scenewright.app.requests import RequestError
from scenewright.scene.argument_values import path_argument

__all__ = ["dataset"]


@face("making a data set")
def dataset(
    recipe: str | Path,
    out: str | Path,
    *,
    engine: Literal["local", "ray"] = "local",
    address: str | None = None,
    workers: int | None = None,
    seconds: float = 1_800.0,
    shard: tuple[int, int] = (1, 1),
    resume: bool = False,
) -> DatasetDone:
    """Make a data set of rooms: pictures, depths, normals, masks, scene graphs and questions, in shards. docs/dataset.md says what a recipe
    is and what the shards hold.

    Args:
        recipe: TOML file with what rooms, light and cameras are drawn from.
        out: folder of the data set.
        engine: local (processes of this machine) or ray.
        address: of a Ray cluster; None: Ray is started on this machine.
        workers: processes that work at a time; None: as many as there are cores for.
        seconds: most seconds of a room with all its attempts and pictures.
        shard: (i, n): make every n-th shard, from the i-th on.
        resume: go on where shards or rooms are already.

    Raises:
        RequestError: an argument is wrong; ``field`` names it.
        DatasetError: the recipe cannot be used, the folder holds another data set, or the extra ``dataset`` is not installed.
        BatchError: another process works on it, or the engine cannot run.
    """
    options = request_of(
        DatasetOptions, engine=engine, address=address, workers=workers, seconds=seconds, shard=shard, resume=resume
    )
    return build_dataset(
        path_argument(recipe, "recipe", RequestError), path_argument(out, "out", RequestError), options
    )
