"""Replies of models as programs: which folders, what evaluates."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scenewright.assets import Catalogue
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.language.running import evaluate
from scenewright.scene.model import Scene
from scenewright.scene.sources import read_source
from tests.benchmarks.figures import options
from tests.benchmarks.time_limit import RAN_AWAY_S

__all__ = ["Program", "catalogue", "programs", "reply_files", "run_confined", "scene_options"]


@dataclass(frozen=True)
class Program:
    """A text with its scene; `problem`: why there is none."""

    name: str
    source: str
    scene: Scene | None
    problem: str = ""


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """Our own objects, which are the same everywhere; loaded once a process."""
    return Catalogue.built_in()


def run_confined(text: str) -> Scene:
    """A text's scene, evaluated as any stranger's program is."""
    return evaluate(text, assets=catalogue())


def scene_options(description: str | None, *, what: str, replies: bool = True) -> argparse.ArgumentParser:
    """The options of a bench that lays out scene after scene; `what` those are. With `replies`, some are replies of models."""
    parser = options(description)
    if replies:
        parser.add_argument(
            "--folder", type=Path, action="append", default=[], help="more replies, *.md; any number of times"
        )
    parser.add_argument(
        "--limit",
        type=float,
        default=RAN_AWAY_S,
        metavar="S",
        help="seconds of the processor: what takes longer runs away",
    )
    parser.add_argument("--jobs", type=int, default=1, help=f"so many {what} at a time")
    parser.add_argument("--seed", type=int, default=0)
    return parser


def reply_files(more: Iterable[Path] = (), only: Sequence[str] = ()) -> list[Path]:
    """The replies of SCENEWRIGHT_REPLIES, those in its `model_writer` first, and of `more` folders; with `only`, those whose
    names begin with one of these."""
    folder = os.environ.get("SCENEWRIGHT_REPLIES")
    folders = [] if not folder else [Path(folder) / "model_writer", Path(folder)]
    found = [f for where in (*folders, *more) for f in sorted(where.glob("[0-9]*.md"))]
    return [f for f in found if not only or f.stem.startswith(tuple(only))]


def programs(files: Iterable[Path]) -> Iterator[Program]:
    """Each of them, evaluated."""
    for file in files:
        source = ""
        try:
            source = read_source(file).text
            yield Program(file.stem, source, run_confined(source))
        except ScenewrightError as error:
            yield Program(file.stem, source, None, f"{type(error).__name__}: {error}")
