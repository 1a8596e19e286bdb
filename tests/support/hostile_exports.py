"""Exports of scenes whose names would be obeyed by the files' readers."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.support.hostile_texts import unsafe_characters

__all__ = ["export_all"]


def export_all(program: str, name: str) -> dict[str, Any]:
    """Export a program in each format, under a file name made of `name`. Returns the words that begin the lines of the OBJ, how many
    libraries it names, and the unsafe characters in all text files and in the JSON of the GLB."""
    import scenewright as sw

    stem = name.replace("/", "_").replace("\0", "_").encode("utf-8", "ignore").decode()
    texts: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".obj", ".ply", ".stl", ".glb"):
            sw.export(program, Path(folder) / f"{stem}{suffix}")
        files = sorted(Path(folder).iterdir())
        obj = next(f for f in files if f.suffix == ".obj").read_text(encoding="utf-8")
        texts += [f.read_text(encoding="utf-8") for f in files if f.suffix in (".obj", ".mtl", ".json", ".txt")]
        glb = next(f for f in files if f.suffix == ".glb").read_bytes()
        texts.append(glb[20 : 20 + int.from_bytes(glb[12:16], "little")].decode("utf-8"))
    words = {line.split(" ")[0] for line in obj.splitlines() if line}
    libraries = sum(line.startswith("mtllib") for line in obj.splitlines())
    return {"obj words": sorted(words), "libraries": libraries, "unsafe": unsafe_characters("".join(texts))}
