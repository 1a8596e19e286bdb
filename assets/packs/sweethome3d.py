"""Furniture libraries of Sweet Home 3D (``.sh3f``), as Debian's package sweethome3d-furniture installs them.

A library is a zip archive with a Java properties table and OBJ models; sizes are in centimetres and models face +z. The
archives are opened in a child process only. Licences differ by library, and are kept with every piece: CC0 ones come
first. Pieces are named in English by their makers, some oddly; what they are called is what they are found by.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.assets.entry import CatalogueEntry
from scenewright.assets.packs.base import StoredFile
from scenewright.assets.packs.mesh_child import convert_piece, kept_arrays, list_library
from scenewright.assets.places import cache_folder
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.layout.bodies import support_of_words, usual_clearance
from scenewright.scene.model import FloatArray

__all__ = ["FOLDERS", "SweetHome3DPack", "installed_libraries"]

FOLDERS = (
    Path("/usr/share/sweethome3d/furniture"),
    Path("/usr/local/share/sweethome3d/furniture"),
    Path.home() / ".eteks/sweethome3d/furniture",
)
_CATEGORIES = {
    "bathroom": "bath", "bedroom": "beds", "kitchen": "kitchen", "lights": "lighting", "living room": "seating",
    "office": "office", "exterior": "outdoor", "vehicles": "vehicles", "characters": "people", "animals": "animals",
    "doors and windows": "openings", "staircases": "openings",
}  # fmt: skip
_LIST_VERSION = 1
_SIDES = ("front", "back", "left", "right")


def installed_libraries(*, personal: bool = True) -> list[Path]:
    """Paths of the libraries that are installed for the system or for this account, in the order of their names.

    Args:
        personal: whether those in the account's home folder count.
    """
    folders = [f for f in FOLDERS if f.is_dir() and (personal or not f.is_relative_to(Path.home()))]
    return sorted({p for folder in folders for p in folder.glob("*.sh3f")}, key=lambda p: p.name)


def _licence(about: Mapping[str, str], library: str) -> str:
    """SPDX name of a library's licence, else its own words."""
    text = " ".join((about.get("license", ""), about.get("licence_text", ""), library)).lower()
    if re.search(r"public domain|\bcc-?0\b|cc zero", text):
        return "CC0-1.0"
    if "attribution" in text or "/by/" in text:
        version = re.search(r"(?:by/|attribution )(\d\.\d)", text)
        state = "-US" if "united states" in text or "/us/" in text else ""
        return f"CC-BY-{version[1] if version else '3.0'}{state}"
    return about.get("license", "").strip() or "unknown: see the library"


class SweetHome3DPack:
    """The pack of all pieces of some libraries. They are listed in a child process once, and the list is cached by their content."""

    name = "sweethome3d"

    def __init__(self, libraries: Sequence[Path] | None = None, *, folder: Path | None = None) -> None:
        """
        Args:
            libraries: ``.sh3f`` files; None takes the installed ones.
            folder: of the cache; None takes the user's.
        """
        self._libraries = list(installed_libraries() if libraries is None else libraries)
        self._folder = folder if folder is not None else cache_folder()
        self._pieces: dict[str, tuple[Path, Mapping[str, Any]]] = {}
        self._entries: list[CatalogueEntry] | None = None
        self.problems: list[str] = []

    def entries(self) -> Sequence[CatalogueEntry]:
        """All pieces with a size, CC0 libraries first. Libraries that cannot be read are named in `problems`."""
        if self._entries is None:
            found: list[CatalogueEntry] = []
            for path in self._libraries:
                try:
                    listing = self._listing(path)
                except AssetError as error:
                    self.problems.append(str(error))
                    continue
                self.problems += [f"{path.name}: {p}" for p in listing["problems"]]
                licence = _licence(listing["about"], path.stem)
                for piece in listing["pieces"]:
                    entry = self._entry(path, listing["about"], licence, piece)
                    if entry is not None:
                        found.append(entry)
            self._entries = sorted(found, key=lambda e: e.licence != "CC0-1.0")
        return self._entries

    def _listing(self, path: Path) -> dict[str, Any]:
        status = path.stat()
        stamp = f"{_LIST_VERSION}:{path.resolve()}:{status.st_size}:{status.st_mtime_ns}"
        kept = self._folder / "libraries" / f"{hashlib.sha256(stamp.encode()).hexdigest()[:32]}.json"
        if kept.is_file():
            try:
                return dict(json.loads(kept.read_text(encoding="utf-8")))
            except ValueError:  # damaged: listed anew
                kept.unlink(missing_ok=True)
        listing = list_library(path)
        kept.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(kept, json.dumps(listing).encode(), durable=False)
        return listing

    def _entry(
        self, path: Path, about: Mapping[str, str], licence: str, piece: Mapping[str, Any]
    ) -> CatalogueEntry | None:
        try:
            width, depth, height = (float(piece[k]) / 100 for k in ("width", "depth", "height"))
        except (KeyError, ValueError):
            self.problems.append(f"{path.name}: {piece.get('id')}: its size is missing")
            return None
        if not all(0 < v < 100 for v in (width, depth, height)):
            self.problems.append(f"{path.name}: {piece.get('id')}: its size is not that of a thing")
            return None
        title = str(piece.get("name") or Path(str(piece["model"])).stem)
        word = _word(title)
        makers = {"blend swap", "scopia", "kator legaz", "reallusion", ""}
        tags = [t for t in (x.strip().lower() for x in str(piece.get("tags", "")).split(",")) if t not in makers]
        phrase = ", ".join([word, *tags])
        key = f"{self.name}/{path.stem}/{str(piece.get('id', piece['model'])).partition('#')[2] or word}"
        if key in self._pieces:
            key = f"{key}/{Path(str(piece['model'])).stem}"
        self._pieces[key] = (path, piece)
        return CatalogueEntry(
            key=key,
            word=word,
            synonyms=(),
            phrase=phrase,
            category=_CATEGORIES.get(str(piece.get("category", "")).lower(), "miscellaneous"),
            support=_support(piece, word, (width, height, depth)),
            size=(width, height, depth),
            pack=self.name,
            clearance={side: m for side, m in zip(_SIDES, usual_clearance(word), strict=True) if m},
            licence=licence,
            author=str(piece.get("creator", "")),
            source=f"Sweet Home 3D library {path.stem} {about.get('version', '')}, {about.get('provider', '')}".strip(
                " ,"
            ),
            title=title,
        )

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        """The piece as GLB.

        Raises:
            AssetError: the library is missing, or the piece cannot be converted.
        """
        self.entries()
        if entry.key not in self._pieces:
            raise AssetError(f"{entry.key} is no piece of the installed Sweet Home 3D libraries")
        path, piece = self._pieces[entry.key]
        status = path.stat()
        stamp = f"{_LIST_VERSION}:{path.resolve()}:{status.st_size}:{status.st_mtime_ns}:{piece['model']}"
        kept = self._folder / "libraries" / f"{hashlib.sha256(stamp.encode()).hexdigest()[:32]}.glb"
        if kept.is_file():
            data = kept.read_bytes()
        else:
            data, arrays = convert_piece(path, str(piece["model"]), f"{entry.author} ({entry.licence})")
            parsed = kept_arrays(self._folder, hashlib.sha256(data).hexdigest())
            for target, content in ((parsed, arrays), (kept, data)):
                target.parent.mkdir(parents=True, exist_ok=True)
                atomic.write(target, content, durable=False)
        return StoredFile(data, "glb", _rotation(str(piece.get("modelRotation", ""))))


def _word(title: str) -> str:
    """The name without its number: 'Armchair 2' -> 'armchair'. Numbers only distinguish pieces of one kind."""
    word = re.sub(r"\s*\([^)]*\)|\s+\d+$", "", title.strip().lower())
    return re.sub(r"\s+", " ", word) or "object"


def _support(piece: Mapping[str, Any], word: str, size: tuple[float, float, float]) -> str:
    width, height, depth = size
    elevation = float(piece.get("elevation") or 0) / 100
    if piece.get("doorOrWindow") == "true":
        return "wall"
    if support_of_words(word) == "surface" and max(width, depth) < 0.8:
        return "surface"
    if elevation + height > 1.9 and elevation > 1.5 and piece.get("category", "").lower() == "lights":
        return "ceiling"
    if elevation > 0.2 and depth < 0.8:
        return "wall"
    if height < 0.04 and min(width, depth) > 0.3:
        return "rug"
    if max(width, height, depth) < 0.3:
        return "surface"
    return "floor"


def _rotation(text: str) -> FloatArray:
    """(3, 3) rotation of ``modelRotation``, nine numbers row by row; the identity if it is missing."""
    try:
        numbers = [float(v) for v in text.split()]
    except ValueError:
        numbers = []
    return np.array(numbers).reshape(3, 3) if len(numbers) == 9 else np.eye(3)
