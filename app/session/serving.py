"""For whom a session works: its user's places, its rule of confinement, and the one process that may use it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scenewright.scene.data_dir import DataDir, using_data_dir
from scenewright.scene.errors import ProjectError

__all__ = ["Serving"]


class Serving:
    """The user and the rules of one session.

    `data_dir`: the places of the user; None: those that the caller works for. `confined`: whether programs run only behind the whole
    kernel boundary.
    """

    def __init__(self, data_dir: DataDir | Path | str | None, *, confined: bool) -> None:
        if data_dir is not None and not isinstance(data_dir, DataDir):
            data_dir = DataDir.at(data_dir)
        self.data_dir = data_dir
        self.confined = confined
        self._process = os.getpid()

    @contextmanager
    def here(self) -> Iterator[None]:
        """Work for the user, by the rules, within the block and in this thread.

        Raises:
            ProjectError: 'forked': this process was forked from the one that opened the session.
        """
        if os.getpid() != self._process:
            raise ProjectError(
                f"the session was opened by process {self._process}, and this is process {os.getpid()}, forked from it: open the scene "
                "again here",
                kind="forked",
            )
        with using_data_dir(self.data_dir):
            if not self.confined:
                yield
                return
            from scenewright.scene.language.running import confining

            with confining():
                yield
