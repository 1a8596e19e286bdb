"""Opens and lists files that a stranger may have made: those of scene folders, captures, packs and replies.

A named pipe, a device or a socket hangs whoever reads it, a link leads out of the folder that was handed over, and a sparse file
claims terabytes that nobody stored. So every such file is opened here: without waiting, then judged by its descriptor, and never
read beyond a limit. Folders are listed up to a number of entries, without following links.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from scenewright.scene.errors import ProjectError, ScenewrightError

__all__ = [
    "DEEPEST_FOLDER",
    "MOST_FILES",
    "PLAIN_FLAGS",
    "check_plain",
    "files_below",
    "inside_folder",
    "names_in",
    "open_plain",
    "read_plain",
    "refused_as",
]

MOST_FILES = 100_000
"""Entries of one folder of a stranger, and of all folders below it together. A capture of 100,000 frames is the largest that is read."""
DEEPEST_FOLDER = 32
"""Folders inside folders that are searched."""

PLAIN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
"""For `os.open`: what is no file does not make its reader wait, and no child inherits it."""

_SMALL_BYTES = 1 << 20
"""Holes up to this size are read as zeros: programs leave some where they reserve space."""
_MOST_HOLES = 256


def open_plain(path: Path, limit: int, what: str, *, root: Path | None = None) -> BufferedReader:
    """Open a regular file of at most `limit` bytes for reading.

    Args:
        limit: in bytes; of the file's size, and so of what it may claim.
        what: names the file in errors, such as "the journal".
        root: the folder that the file must lie in. A link within it is followed, a link out of it is refused. None: links are
            followed.

    Raises:
        ProjectError: 'missing'; 'read': no plain file, or not readable; 'symlink': it lies outside `root`; 'too-large'; 'sparse':
            most of it was never written.
    """
    try:
        place = path if root is None else inside_folder(path, root, what)
        # A pipe or a device can act when it is opened, so the path is looked at first; the descriptor decides.
        _check_kind(place.stat(), path, what)
        descriptor = os.open(place, PLAIN_FLAGS | (getattr(os, "O_NOFOLLOW", 0) if root is not None else 0))
        try:
            status = os.fstat(descriptor)
            _check_kind(status, path, what)
            if status.st_size > limit:
                raise ProjectError(
                    f"{what} is too large: {path} has {status.st_size:,} bytes, and at most {limit:,} are read",
                    kind="too-large",
                )
            if _is_sparse(descriptor, status):
                raise ProjectError(
                    f"{what} is sparse: {path} claims {status.st_size:,} bytes and holds far fewer; it is not read. Copy it from "
                    "its source again",
                    kind="sparse",
                )
            return os.fdopen(descriptor, "rb")
        except BaseException:
            os.close(descriptor)
            raise
    except FileNotFoundError:
        raise ProjectError(f"{what} is missing: there is no {path}", kind="missing") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ProjectError(f"{what} cannot be read: {_shown(path)}: {reason}", kind="read") from error


def read_plain(path: Path, limit: int, what: str, *, root: Path | None = None) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; arguments and errors are those of :func:`open_plain`."""
    with open_plain(path, limit, what, root=root) as file:
        try:
            size = os.fstat(file.fileno()).st_size
            data = file.read(min(size, limit) + 1)  # not `limit`: a read takes memory for all that it is asked for
            while size < len(data) <= limit and (more := file.read(_SMALL_BYTES)):  # it grew after it was opened
                data += more
        except OSError as error:
            raise ProjectError(f"{what} cannot be read: {path}: {error.strerror or error}", kind="read") from error
    if len(data) > limit:
        raise ProjectError(f"{what} is too large: {path} has over {limit:,} bytes", kind="too-large")
    return data


def check_plain(path: Path, limit: int, what: str, *, root: Path | None = None) -> None:
    """Raise unless :func:`open_plain` would open the file; for files that another program reads."""
    open_plain(path, limit, what, root=root).close()


def inside_folder(path: Path, root: Path, what: str) -> Path:
    """`path` with links resolved, inside `root`. The file need not exist.

    Raises:
        ProjectError: 'symlink': it leads out of `root`; 'read': its links form a loop, or it is no path.
    """
    try:
        place, base = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    except (OSError, ValueError) as error:
        raise ProjectError(f"{what} cannot be read: {_shown(path)}: {error}", kind="read") from None
    if not place.is_relative_to(base):
        raise ProjectError(
            f"{what} lies outside its folder: {_shown(path)} leads to {_shown(place)}, and nothing outside {root} is read. "
            "Replace the link by what it points to",
            kind="symlink",
        )
    return place


def names_in(folder: Path, what: str, *, most: int = MOST_FILES) -> list[str]:
    """The sorted names in a folder; empty if it does not exist.

    Raises:
        ProjectError: 'too-large': there are more than `most`; 'read'.
    """
    names = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                names.append(entry.name)
                if len(names) > most:
                    raise _too_many(what, folder, most)
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ProjectError(f"{what} cannot be listed: {_shown(folder)}: {reason}", kind="read") from error
    return sorted(names)


def files_below(
    folder: Path,
    wanted: Callable[[str], bool],
    what: str,
    *,
    enter: Callable[[str], bool] = lambda name: True,
    depth: int = DEEPEST_FOLDER,
    most: int = MOST_FILES,
) -> Iterator[Path]:
    """The regular files in a folder and below it whose names are wanted, sorted by path within each folder.

    Links to folders are not followed; a link to a file counts as the file if that lies in `folder`. Folders deeper than `depth`
    are left out.

    Args:
        wanted: decides by a file's name.
        enter: decides by a folder's name.
        most: entries of all kinds that are looked at.

    Raises:
        ProjectError: 'too-large': there are more than `most` entries; 'read': a folder cannot be listed.
    """
    seen = 0
    waiting = [(folder, 0)]
    while waiting:
        here, level = waiting.pop()
        below, files = [], []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    seen += 1
                    if seen > most:
                        raise _too_many(what, folder, most)
                    if entry.is_dir(follow_symlinks=False):
                        if level < depth and enter(entry.name):
                            below.append(here / entry.name)
                    elif wanted(entry.name) and _is_file_inside(entry, folder):
                        files.append(here / entry.name)
        except OSError as error:
            raise ProjectError(f"{what} cannot be listed: {here}: {error.strerror or error}", kind="read") from error
        yield from sorted(files)
        waiting += [(path, level + 1) for path in sorted(below, reverse=True)]


@contextmanager
def refused_as(make: Callable[[str], ScenewrightError]) -> Iterator[None]:
    """Turn the ProjectErrors of this module within the block into another class of error."""
    try:
        yield
    except ProjectError as error:
        raise make(error.message) from None


def _check_kind(status: os.stat_result, path: Path, what: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no plain file"
        raise ProjectError(f"{what} is {kind}: {path}", kind="read")


def _is_sparse(descriptor: int, status: os.stat_result) -> bool:
    """Whether more than half of a file, and more than a MiB, are holes.

    The file system is asked for the holes, since the number of blocks says nothing where it compresses or has not written yet.
    Where it does not know holes, a file has none.
    """
    if status.st_size <= _SMALL_BYTES or not hasattr(os, "SEEK_DATA"):
        return False
    most = max(status.st_size // 2, _SMALL_BYTES)
    holes = at = 0
    try:
        for _ in range(_MOST_HOLES):
            try:
                data = os.lseek(descriptor, at, os.SEEK_DATA)
            except OSError:  # no data up to the end
                return holes + status.st_size - at > most
            holes += data - at
            if holes > most:
                return True
            at = os.lseek(descriptor, data, os.SEEK_HOLE)
            if at >= status.st_size:
                return False
        return False
    finally:
        os.lseek(descriptor, 0, os.SEEK_SET)


def _is_file_inside(entry: os.DirEntry[str], root: Path) -> bool:
    if not entry.is_symlink():
        return entry.is_file(follow_symlinks=False)
    try:
        inside_folder(Path(entry.path), root, "a file")
        return entry.is_file()
    except (ProjectError, OSError):
        return False


def _too_many(what: str, folder: Path, most: int) -> ProjectError:
    return ProjectError(
        f"{what} holds too many files: {folder} has more than {most:,}; at most so many are looked at", kind="too-large"
    )


def _shown(path: Path) -> str:
    text = str(path)
    return text if len(text) <= 300 else f"{text[:297]}..."
