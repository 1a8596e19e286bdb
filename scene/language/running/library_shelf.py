"""Where libraries lie: the host finds and reads the files of a user's libraries for the programs that import them.

A library is a file ``NAME.py`` beside the program or in another of the folders of a shelf, the first of which that has it counts. Its text
is read once and kept, so that all evaluations of a session see the same; :meth:`LibraryShelf.changes` says what changed on disk since.
"""

from __future__ import annotations

import difflib
import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Self

from scenewright.scene.errors import BudgetError, PolicyError, ProgramError, ProjectError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.policy_names import is_library_name
from scenewright.scene.model import Scene
from scenewright.scene.plain_files import names_in, read_plain
from scenewright.scene.printing import cut
from scenewright.scene.text_files import MAX_TEXT_BYTES, decode_text

__all__ = ["Library", "LibraryFolder", "LibraryReader", "LibraryShelf"]

_NAMED_FOLDERS = 6
"""Most folders that a message names."""
_Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Library:
    """The text of a library. `path`: its file. `hidden`: another file of this name with another text,
    in a folder that is searched later."""

    name: str
    text: str
    path: Path
    hidden: Path | None = None

    @property
    def sha256(self) -> str:
        """Of the text as it stands on disk, in hex."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """A folder with libraries. `files`: pairs of the name and the file of a library, for a folder that has only these; None: each
    ``NAME.py``."""

    folder: Path
    files: tuple[tuple[str, str], ...] | None = None

    def file_of(self, name: str) -> Path | None:
        """The file that a library would have; None if the folder has none of this name."""
        file = f"{name}.py" if self.files is None else dict(self.files).get(name)
        path = None if file is None else self.folder / file
        return path if path is not None and os.path.lexists(path) else None

    def names(self) -> list[str]:
        """The libraries of the folder; none if it cannot be listed."""
        if self.files is not None:
            return [name for name, _ in self.files]
        try:
            found = names_in(self.folder, "the folder of libraries")
        except ProjectError:  # it is said where a library of the folder is read
            return []
        return [n for n in (f.removesuffix(".py") for f in found if f.endswith(".py")) if is_library_name(n)]


class LibraryShelf:
    """The libraries that a program can import. It can be used from several threads.

    Args:
        folders: to search, in this order.
        later: gives further folders, which are asked for only where the first have no such library.
    """

    def __init__(
        self, folders: Sequence[LibraryFolder] = (), *, later: Callable[[], Sequence[LibraryFolder]] | None = None
    ) -> None:
        self.folders = tuple(dict.fromkeys(folders))
        self._later = later
        self._kept: dict[str, tuple[Library, _Stamp | None]] = {}
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"LibraryShelf({', '.join(str(f.folder) for f in self.folders)})"

    def again(self) -> Self:
        """A shelf of the same folders that has read nothing yet."""
        return type(self)(self.folders, later=self._later)

    @cached_property
    def _further(self) -> Sequence[LibraryFolder]:
        return () if self._later is None else tuple(self._later())

    def _all_folders(self) -> Iterator[LibraryFolder]:
        yield from self.folders
        yield from self._further

    def find(self, name: str) -> Library:
        """The library of a name, as it was when it was asked for first.

        Raises:
            PolicyError: 'import': there is none; the message names similar ones and the folders that were searched.
            ProgramError: 'library': its file is no plain file, leads out of its folder, or is too large; 'encoding': it is no UTF-8 text.
        """
        if not is_library_name(name):
            raise PolicyError(f"{cut(name, 80)!r} is no name of a library", kind="import")
        with self._lock:
            kept = self._kept.get(name)
            if kept is None:
                kept = self._kept[name] = self._read(name)
            return kept[0]

    def _read(self, name: str) -> tuple[Library, _Stamp | None]:
        folder, path = self._place(name)
        if folder is None or path is None:
            raise self._missing(name)
        stamp = _stamp(path)
        try:
            text = _text_of(name, path, folder.folder)
        except ProjectError as error:
            raise ProgramError(error.message, kind="library") from error
        return Library(name, text, path, self._hidden(name, text)), stamp

    def _place(self, name: str) -> tuple[LibraryFolder | None, Path | None]:
        return next(self._places(name), (None, None))

    def _places(self, name: str) -> Iterator[tuple[LibraryFolder, Path]]:
        for folder in self._all_folders():
            path = folder.file_of(name)
            if path is not None:
                yield folder, path

    def _hidden(self, name: str, text: str) -> Path | None:
        """The file that the library of a name would have if the first were not there, and if it has another text."""
        for folder, path in islice(self._places(name), 1, None):
            try:
                return None if _text_of(name, path, folder.folder) == text else path
            except (ProjectError, ProgramError):  # what cannot be read is not used either
                continue
        return None

    def _missing(self, name: str) -> PolicyError:
        known = {n for folder in self._all_folders() for n in folder.names()}
        near = difflib.get_close_matches(name, sorted(known), n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        places = list(dict.fromkeys(str(f.folder) for f in self._all_folders()))
        more = f" and {len(places) - _NAMED_FOLDERS} more" if len(places) > _NAMED_FOLDERS else ""
        searched = ", ".join(places[:_NAMED_FOLDERS]) + more
        where = f"no {name}.py is in {searched}" if places else f"there is no folder to look for {name}.py in"
        return PolicyError(
            f"importing '{name}' is refused: it is none of the modules of a program, and {where}{hint}",
            kind="import",
        )

    def changes(self) -> tuple[str, ...]:
        """Names of the libraries that were read and are not the same on disk any more: changed, gone, or found in another folder."""
        with self._lock:
            kept = list(self._kept.items())
        return tuple(sorted(name for name, (library, stamp) in kept if self._differs(library, stamp)))

    def _differs(self, library: Library, stamp: _Stamp | None) -> bool:
        path = self._place(library.name)[1]
        if path != library.path:
            return True
        if stamp is not None and _stamp(path) == stamp:
            return False
        try:
            return self._read(library.name)[0].text != library.text
        except ProgramError:
            return True

    def reader(self, budgets: Budgets) -> LibraryReader:
        """What reads libraries for one evaluation."""
        return LibraryReader(self, budgets)


class LibraryReader:
    """Reads the libraries of one evaluation. The process that asks is not trusted: at most as many are read as the budgets allow."""

    def __init__(self, shelf: LibraryShelf, budgets: Budgets) -> None:
        self._shelf = shelf
        self._budgets = budgets
        self.read: dict[str, Library] = {}

    def __call__(self, name: str) -> Library:
        """As :meth:`LibraryShelf.find`.

        Raises:
            BudgetError: too many were read.
        """
        if name not in self.read and len(self.read) >= self._budgets.libraries:
            raise BudgetError(f"more than {self._budgets.libraries} libraries were asked for", kind="libraries")
        library = self.read[name] = self._shelf.find(name)
        return library

    def complete(self, scene: Scene) -> Scene:
        """The scene with the hashes and the files of its libraries, and a warning for each that hides another."""
        hiding = [library for library in self.read.values() if library.hidden is not None]
        warnings = [
            f"the library '{library.name}' is that of {library.path}: {library.hidden} has another text, and is not used"
            for library in hiding
        ]
        read = [(use, self.read[use.name]) for use in scene.libraries if use.name in self.read]
        uses = tuple(replace(use, sha256=library.sha256, file=str(library.path)) for use, library in read)
        return replace(scene, libraries=uses, warnings=(*scene.warnings, *warnings))

    def place(self, name: str, line: int | None) -> str | None:
        """``/home/anna/chairs.py line 4``; None for a library that was not read."""
        library = self.read.get(name)
        return None if library is None else f"{library.path}{'' if line is None else f' line {line}'}"


def _text_of(name: str, path: Path, folder: Path) -> str:
    """
    Raises:
        ProjectError: it is no plain file of the folder, or too large. ProgramError: it is no UTF-8 text.
    """
    return decode_text(read_plain(path, MAX_TEXT_BYTES, f"the library '{name}'", root=folder), str(path))


def _stamp(path: Path) -> _Stamp | None:
    """Changes when the file does; None where it cannot be looked at."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
