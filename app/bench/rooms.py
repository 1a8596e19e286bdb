"""The rooms that are measured: written from sentences by the embedded writer, without a network."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenewright.app.session import Session

__all__ = ["SENTENCES", "open_room", "room_folder", "write_room"]

SENTENCES = (
    "a living room with a sofa, two armchairs, a coffee table, a bookshelf and a floor lamp",
    "a bedroom with a double bed, two nightstands with lamps, a wardrobe and a desk with a chair",
    "a kitchen with a stove, a sink, a fridge, a table with four chairs and a fruit bowl on it",
    "an office with three desks, three office chairs, a printer and two plants",
    "a dining room with a long table, six chairs, a sideboard and candles on the table",
    "a classroom with eight desks, eight chairs, a blackboard and a globe",
    "a bathroom with a bathtub, a sink, a toilet, a mirror and a laundry basket",
    "a workshop with a workbench, a tool cabinet, two stools and a lamp",
)


def write_room(rooms: Path, number: int) -> None:
    """Write the scene of a sentence into a folder below `rooms`, laid out and certified. `number`: of the sentence."""
    from scenewright.app.generate_request import GenerateRequest
    from scenewright.app.generating import generate

    generate(GenerateRequest(text=SENTENCES[number], out=rooms / f"room{number}")).session.close()


def room_folder(rooms: Path, number: int) -> Path:
    """The folder of the scene of a sentence, which is only read. It is written where it is not there yet."""
    folder = rooms / f"room{number}"
    if not folder.exists():
        write_room(rooms, number)
    return folder


@contextmanager
def open_room(rooms: Path, number: int) -> Iterator[Session]:
    """The scene of a sentence, open for changes: a copy, which is gone afterwards."""
    from scenewright.app.session import Session

    written = room_folder(rooms, number)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / written.name
        shutil.copytree(written, copy)
        session = Session.open(copy, writable=True)
        try:
            yield session
        finally:
            session.close()
