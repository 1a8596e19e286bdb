"""How a data set is made."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scenewright.app.batch import BatchOptions
from scenewright.app.requests import Request

__all__ = ["DatasetOptions"]


class DatasetOptions(Request):
    """How a data set is made."""

    engine: Literal["local", "ray"] = "local"
    """local: processes of this machine; ray: a Ray cluster, or Ray on this machine."""
    address: str | None = None
    """Of a Ray cluster: auto, host:port or ray://host:port; None: Ray is started on this machine."""
    workers: int | None = Field(default=None, ge=1)
    """Processes that work at a time; None: as many as the cores allow."""
    seconds: float = Field(default=1_800.0, gt=0.0)
    """Most seconds of a room with all its attempts and pictures."""
    shard: tuple[int, int] = (1, 1)
    """(i, n): make every n-th shard, from the i-th on. Each of n machines makes another part of one data set."""
    resume: bool = False
    """Go on where shards or rooms are already; otherwise they are refused."""

    def for_batch(self) -> BatchOptions:
        """The options of the batch that makes the rooms.

        Raises:
            RequestError: an option does not fit; ``field`` names it.
        """
        return BatchOptions(
            engine=self.engine,
            address=self.address,
            workers=self.workers,
            seconds=self.seconds,
            shard=self.shard,
            resume=True,
        ).model_copy(update={"shard": (1, 1)})
