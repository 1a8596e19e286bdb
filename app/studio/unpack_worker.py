"""The child process that reads an uploaded zip archive. It is started by path and never imported.

Call: ``python -I unpack_worker.py SOURCE TARGET MOST_BYTES MOST_FILES``. It writes the contents of all files one after the other into
TARGET and prints one line of JSON: names and sizes in that order, or ``{"error": ...}``. Before it opens SOURCE it gives up what it
does not need (:mod:`scenewright.scene.children.parser.child_limits`).
"""

from __future__ import annotations

import json
import sys
import zipfile
import zlib
from pathlib import Path

MEMORY = 1 << 30
CPU_SECONDS = 200
_PIECE = 1 << 20
_MOST_RATIO = 200
"""Of unpacked to packed bytes of a file that is larger than a few MB: photographs hardly shrink."""
_FEW = 8 << 20
_BESIDE = ("__MACOSX", "Thumbs.db", "desktop.ini")


class ArchiveRefused(Exception):
    """The archive is not unpacked. The message is a clause about it."""


def main() -> None:
    source, target, most_bytes, most_files = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    here = Path(__file__).absolute()
    sys.path.append(str(here.parents[2] / "scene" / "children" / "parser"))
    # loaded before the folders close
    import bz2  # noqa: F401
    import lzma  # noqa: F401

    from child_limits import confine, too_much_memory  # type: ignore[import-not-found]

    memory, confined = confine(
        source, target.parent, memory=MEMORY, cpu_seconds=CPU_SECONDS, written=most_bytes + _PIECE
    )
    try:
        answer: dict[str, object] = {"files": unpack(source, target, most_bytes, most_files), "confined": confined}
    except ArchiveRefused as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": too_much_memory(memory)}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        answer = {"error": f"it cannot be unpacked ({type(error).__name__}: {error})"[:300]}
    sys.stdout.write(json.dumps(answer) + "\n")


def unpack(source: Path, target: Path, most_bytes: int, most_files: int) -> list[tuple[str, int]]:
    """Write the files one after the other; returns their names and sizes."""
    out: list[tuple[str, int]] = []
    total = 0
    with zipfile.ZipFile(source) as archive, target.open("xb") as into:
        entries = [e for e in archive.infolist() if not e.is_dir() and not _passed_over(e.filename)]
        if len(entries) > most_files:
            raise ArchiveRefused(f"it holds {len(entries):,} files; at most {most_files:,} are taken")
        for entry in entries:
            if entry.flag_bits & 1:
                raise ArchiveRefused("it is encrypted: upload it without a password")
            if (entry.external_attr >> 28) == 0xA:
                raise ArchiveRefused("it holds links: upload the files themselves")
            size = 0
            with archive.open(entry) as stream:
                while data := stream.read(_PIECE):
                    size += len(data)
                    total += len(data)
                    if total > most_bytes:
                        raise ArchiveRefused(f"it unpacks to more than {most_bytes:,} bytes")
                    if size > _FEW and size > _MOST_RATIO * max(entry.compress_size, 1):
                        raise ArchiveRefused("a file in it grows to more than 200 times its size")
                    into.write(data)
            out.append((entry.filename, size))
    return out


def _passed_over(name: str) -> bool:
    parts = name.split("/")
    return any((p.startswith(".") and p not in (".", "..")) or p in _BESIDE for p in parts)


if __name__ == "__main__":
    main()
