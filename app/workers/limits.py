"""What a worker may take, and what one owner may have at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import psutil

__all__ = ["SECONDS", "WorkerLimits", "memory_for_workers"]

_GB = 1 << 30

SECONDS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("edit", "step", "history", "source", "refresh", "search_catalogue", "packs"), 60.0),
        **dict.fromkeys(("evaluate", "query", "ask", "geometry", "renderers", "capture_info", "splat_info"), 120.0),
        **dict.fromkeys(
            (
                "state",
                "drawing",
                "shapes",
                "splats",
                "scene_step",
                "things",
                "frames",
                "consequences",
                "write_program",
                "asset_picture",
                "asset_shape",
            ),
            120.0,
        ),
        **dict.fromkeys(
            ("layout", "fit", "export", "render", "field_query", "splat_view", "add_assets", "brief", "learn_offers"),
            900.0,
        ),
        **dict.fromkeys(("furnish", "rearrange", "tidy", "restyle"), 900.0),
        # a language model may think for long: its budget ends it first
        "chat": 1_200.0,
        "generate": 3_600.0,
        **dict.fromkeys(("capture_prepare", "capture_train", "capture_field", "capture_program"), 12 * 3600.0),
        "splat_convert": 3600.0,
    }
)
"""Most seconds of one command, by its name."""

_OTHER_SECONDS = 300.0


def memory_for_workers() -> int:
    """Most bytes of one worker with all that it starts: a quarter of the machine's memory, between 1 and 4 GB."""
    return int(min(max(psutil.virtual_memory().total / 4, _GB), 4 * _GB))


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What workers may take. Each limit is for one worker, one owner or all, as it says.

    `memory_bytes`: of a worker with all that it starts. `seconds`: of one command, by its name; 'start' is the start of a worker.
    `grace_seconds`: time that cancelled work has to end by itself before its worker is killed. `idle_seconds`: time after which a worker
    that nobody asks is ended; nothing is lost by that. `answer_bytes`: of a result as JSON. `geometry_bytes`: of the triangles of a scene.
    `request_bytes`: of a request as JSON. `niceness`: of the worker and all that it starts, beside the serving process.
    `commands_per_owner`: commands of one owner that run at a time; a further one waits. `workers_per_owner`: workers of one owner;
    a further one ends the one that is idle longest. `workers`: of all owners together. `threads`: of numeric libraries in a worker.
    `preload`: whether workers share torch and the libraries of models, which take seconds to load, from their start.
    `share_cores`: while several owners have work, each gets cores of its own as far as they go.
    """

    memory_bytes: int = field(default_factory=memory_for_workers)
    seconds: Mapping[str, float] = field(default_factory=lambda: SECONDS)
    grace_seconds: float = 1.0
    idle_seconds: float = 600.0
    answer_bytes: int = 16 << 20
    geometry_bytes: int = 256 << 20
    request_bytes: int = 8 << 20
    niceness: int = 5
    commands_per_owner: int = 2
    workers_per_owner: int = 4
    workers: int = 32
    threads: int = field(default_factory=lambda: max(1, (os.cpu_count() or 1) // 2))
    preload: bool = True
    share_cores: bool = True

    def seconds_of(self, command: str) -> float:
        """Most seconds of a command."""
        return self.seconds.get(command, _OTHER_SECONDS)
