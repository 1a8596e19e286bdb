"""Small splat files of a training that runs, so that somebody can look at it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.scene.errors import ScenewrightError
from scenewright.scene.jobs import Job

if TYPE_CHECKING:
    from scenewright.scene.splats import Gaussians
    from scenewright.scene.splats.training import Trainer

__all__ = ["TrainingPreview"]


@dataclass(frozen=True, slots=True)
class TrainingPreview:
    """`file`: is replaced as a whole each time. `seconds`: least time between two. `most`: Gaussians."""

    file: Path
    seconds: float
    most: int

    def listener(self, trainer: Trainer, job: Job, *, y_up: bool) -> Callable[[float, str], None]:
        """What a job calls between two steps. A preview that cannot be written is noted once, and the training goes on.

        Args:
            y_up: whether the world of the training has +y up.
        """
        last = 0.0
        failed = False

        def look(share: float, what: str) -> None:
            nonlocal last, failed
            if failed or time.monotonic() - last < self.seconds:
                return
            begun = time.monotonic()
            try:
                self._write(trainer.gaussians.to("cpu"), y_up=y_up)
            except (OSError, ScenewrightError) as error:
                failed = True
                job.log(f"warning: there is no preview of the training: {error}")
            # a preview may take a tenth of the time at most
            last = time.monotonic() + 9.0 * (time.monotonic() - begun)

        return look

    def _write(self, gaussians: Gaussians, *, y_up: bool) -> None:
        from scenewright.scene.splats.formats import write_gaussians

        if len(gaussians) > self.most:
            shown = gaussians.opacities * gaussians.scales.prod(dim=1).pow(2.0 / 3.0)
            gaussians = gaussians.select(shown.topk(self.most).indices)
        write_gaussians(gaussians, self.file, y_up=y_up)
