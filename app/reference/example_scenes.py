"""Example programs, from a chair to an animation. Each is a whole scene to start from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["EXAMPLES", "Example"]

_FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """One example. `about`: a line on what it shows. `frames`: numbers of the frames that its picture shows. `folder`: whether it is a
    scene folder with pictures of its own, and not one file."""

    name: str
    about: str
    frames: tuple[int, ...] = (0,)
    folder: bool = False

    @property
    def path(self) -> Path:
        """The file or scene folder, as commands take it."""
        return _FOLDER / (self.name if self.folder else f"{self.name}.py")

    @property
    def libraries(self) -> dict[str, str]:
        """The texts of the libraries beside the program, by name."""
        files = sorted(self.path.glob("*.py")) if self.folder else []
        return {file.stem: file.read_text(encoding="utf-8") for file in files if file.name != "program.py"}

    @property
    def program(self) -> str:
        """The text of the program."""
        file = self.path / "program.py" if self.folder else self.path
        return file.read_text(encoding="utf-8")

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        libraries = {"libraries": self.libraries} if self.libraries else {}
        return {"name": self.name, "kind": "example", "about": self.about, "program": self.program, **libraries}


EXAMPLES: dict[str, Example] = {
    example.name: example
    for example in (
        Example("chair", "A chair out of primitives: entities, `primitive_call`, `concat_shapes`."),
        Example(
            "table_with_parameters",
            "One function with parameters, three tables: `library_call` and `place` with arguments.",
        ),
        Example("bookshelf_with_loops", "A bookshelf whose books come out of loops and seeded random numbers."),
        Example("reading_corner", "A room whose furniture is placed by relations; `scenewright layout` keeps them."),
        Example("kitchen", "A kitchen out of objects of the catalogue: `asset_call` with words and sizes."),
        Example("room_with_windows", "A room with a door and windows, the morning sun and a lamp."),
        Example("materials_and_textures", "Materials by numbers and by name, and a picture as a texture.", folder=True),
        Example("repeated_pattern", "A tiled courtyard: `loop`, transforms and an `adjust` of one instance."),
        Example("cameras", "One scene seen by three cameras; the first is the main one."),
        Example(
            "furniture_maker",
            "A library of entities, `oakworks.py`, and a room that imports it: `from oakworks import ...`.",
            folder=True,
        ),
        Example("windmill", "An animation: a generator that yields one shape a frame.", frames=(0, 2, 4, 6)),
    )
}
