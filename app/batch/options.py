"""How a batch is run."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from scenewright.app.requests import Request, RequestError

__all__ = ["BatchOptions"]


class BatchOptions(Request):
    """How a batch is run."""

    engine: Literal["local", "ray"] = "local"
    """local: processes of this machine; ray: a Ray cluster, or Ray on this machine."""
    address: str | None = None
    """Of a Ray cluster: auto, host:port or ray://host:port; None: Ray is started on this machine."""
    workers: int | None = Field(default=None, ge=1)
    """Processes that work at a time; None: as many as the cores allow, with `cpus` for each."""
    cpus: float = Field(default=1.0, gt=0.0)
    """Cores of each worker."""
    seconds: float = Field(default=3_600.0, gt=0.0)
    """Most seconds of a job that does not say its own."""
    memory_gb: float | None = Field(default=None, gt=0.0)
    """Most GB of a worker with all that it starts; None: 80 % of what the machine has, divided by the workers."""
    shard: tuple[int, int] = (1, 1)
    """(i, n): run the i-th of n parts, from 1. Each job belongs to one part, whichever machine asks."""
    resume: bool = False
    """Go on where results are already; otherwise a place with results is refused."""
    attempts: int = Field(default=3, ge=1)
    """Attempts at a job whose worker or machine is lost."""
    start_seconds: float = Field(default=600.0, gt=0.0)
    """Time that a cluster has to find a place for a first worker."""

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        part, parts = self.shard
        if not 1 <= part <= parts:
            raise RequestError(f"shard is {part}/{parts}: give i/n, such as 1/4, with i from 1 to n", field="shard")
        if self.address is not None and self.engine != "ray":
            raise RequestError("address is that of a Ray cluster: give engine ray, too", field="address")
        return self
