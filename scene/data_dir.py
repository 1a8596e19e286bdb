"""Where the files of one user lie: packs and jobs, caches, settings. Never those of two users in one place.

A process that serves several users gives each session a folder of its own (``Session(data_dir=...)``). Whatever needs a place asks
:func:`current_data_dir` while it works for that session, or is made for one folder and keeps it. Where nobody said a folder, it is
that of the user who runs the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Self

__all__ = ["DataDir", "current_data_dir", "using_data_dir"]


@dataclass(frozen=True)
class DataDir:
    """The places of one user.

    `data`: packs, their list, the table of jobs, and the folder ``libraries``. `cache`: what can be computed again. `settings`: the user's
    ``config.toml``. `personal`: whether things in the home folder of the account that runs this process are the user's own. `libraries`:
    further folders with libraries.
    """

    data: Path
    cache: Path
    settings: Path
    personal: bool = False
    libraries: tuple[Path, ...] = ()

    @classmethod
    def at(cls, folder: Path | str) -> Self:
        """One folder for everything of a user. It is created with the first file that is kept."""
        home = Path(folder).absolute()
        return cls(home, home / "cache", home / "config.toml")

    @classmethod
    def of_account(cls) -> Self:
        """The places of the account that runs this process: ``SCENEWRIGHT_HOME`` and ``SCENEWRIGHT_CACHE``, else the platform's, and
        ``SCENEWRIGHT_LIBRARIES``."""
        import platformdirs

        home, cache = os.environ.get("SCENEWRIGHT_HOME"), os.environ.get("SCENEWRIGHT_CACHE")
        return cls(
            Path(home) if home else platformdirs.user_data_path("scenewright", appauthor=False),
            Path(cache) if cache else platformdirs.user_cache_path("scenewright", appauthor=False),
            Path(platformdirs.user_config_dir("scenewright", appauthor=False)) / "config.toml",
            personal=True,
            libraries=tuple(map(Path, filter(None, os.environ.get("SCENEWRIGHT_LIBRARIES", "").split(os.pathsep)))),
        )

    @property
    def library_folders(self) -> tuple[Path, ...]:
        """All folders with libraries of the user, those that were named first."""
        return (*self.libraries, self.data / "libraries")

    def environment(self) -> dict[str, str]:
        """The places as variables, for a child process that asks its environment."""
        libraries = os.pathsep.join(map(str, self.libraries))
        return {
            "SCENEWRIGHT_HOME": str(self.data),
            "SCENEWRIGHT_CACHE": str(self.cache),
            "SCENEWRIGHT_LIBRARIES": libraries,
        }


_current: ContextVar[DataDir | None] = ContextVar("data dir", default=None)


def current_data_dir() -> DataDir:
    """The places of the user that the current thread works for."""
    return _current.get() or DataDir.of_account()


@contextmanager
def using_data_dir(data_dir: DataDir | None) -> Iterator[None]:
    """Work for one user within the block, in this thread. None: as before.

    A thread that is started within the block begins without it.
    """
    if data_dir is None:
        yield
        return
    before = _current.set(data_dir)
    try:
        yield
    finally:
        _current.reset(before)
