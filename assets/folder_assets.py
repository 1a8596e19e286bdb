"""The assets of one scene folder: locked objects come from its own files, others from the catalogue.

So a folder is self-contained: it opens on a machine without the packs of its objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from scenewright.assets.catalogue import AssetRequest, Catalogue
from scenewright.assets.header import AssetHeader, parse_header
from scenewright.assets.packs import StoredFile
from scenewright.assets.parts import part_of
from scenewright.assets.standing import ObjectStanding, clearance_of
from scenewright.scene.asset_provider import STORED_WORDS, AssetContent, AssetError
from scenewright.scene.errors import ProjectError
from scenewright.scene.folder import LockedAsset
from scenewright.scene.model import AssetRef, FloatArray, Scene, Vec3

if TYPE_CHECKING:
    from scenewright.scene.folder import Project

__all__ = ["FolderAssets"]


class FolderAssets:
    """The asset provider of one scene folder."""

    def __init__(self, catalogue: Catalogue, project: Project) -> None:
        self.catalogue = catalogue
        self.project = project

    def __repr__(self) -> str:
        return f"FolderAssets({str(self.project.folder)!r})"

    def resolve(self, words: str, size: Vec3 | None, seed: int) -> AssetRef:
        """The locked object for this request if there is one, else that of the catalogue.

        Raises:
            AssetError: no object fits the words, or a stored file is missing or damaged.
        """
        request = AssetRequest(words, size, seed)
        stored = STORED_WORDS.fullmatch(words.strip())
        if stored is not None and stored[1] in self.project.assets:
            return self._stored(request, stored[1], stored[2])
        locked = self.project.locked_asset(words, size, seed)
        if locked is None:
            return self.catalogue.resolve(words, size, seed)
        about = {k: getattr(locked, k) for k in ("licence", "author", "source", "title")}
        file = self._file(locked.id, _upright(locked))
        return self.catalogue.stored_reference(
            file, about, request, node=locked.node, target=_target(locked), standing=_standing(locked, file)
        )

    def _stored(self, request: AssetRequest, asset_id: str, node: str | None) -> AssetRef:
        """The reference to a file that a program names by its hash, with the folder's record of it."""
        known = next((a for a in self.project.locked_assets if a.id == asset_id), None)
        file = self._file(asset_id, np.eye(3) if known is None else _upright(known))
        if known is not None:
            about = {k: getattr(known, k) for k in ("licence", "author", "source", "title")}
            standing = _standing(known, file)
        elif (header := _header(file)) is not None:
            about = {k: getattr(header, k) for k in ("licence", "author", "source", "title")}
            standing = ObjectStanding(header.support, clearance_of(header.clearance))
        else:
            about, standing = {}, ObjectStanding()
        return self.catalogue.stored_reference(file, about, request, node=node, standing=standing)

    def _file(self, asset_id: str, upright: FloatArray) -> StoredFile:
        try:
            path = self.project.assets.path(asset_id)
            return StoredFile(self.project.assets.read(asset_id), path.suffix.removeprefix("."), upright)
        except ProjectError as error:
            raise AssetError(str(error)) from error

    def load(self, ref: AssetRef) -> AssetContent:
        """The geometry of a reference, from the folder's own file if it has one.

        Raises:
            AssetError: the stored file is missing, damaged or cannot be read.
        """
        if ref.id not in self.project.assets:
            return self.catalogue.load(ref)
        content = self.catalogue.geometry.content(self._file(ref.id, np.eye(3)), ref.seed)
        return content if ref.node is None else part_of(content, ref.node)

    def keep(self, scene: Scene) -> bool:
        """Store the files of all assets of `scene` in the folder, and lock the objects of its requests. Returns whether any was new: then
        they are read from the folder from now on, whose sizes are rounded otherwise in the eighth digit.

        Raises:
            AssetError: a file is in neither the folder nor the cache.
            ProjectError: the folder cannot be written.
        """
        new: list[LockedAsset] = []
        found = False
        for ref in scene.assets:
            if not ref.id or self.project.locked_asset(ref.words, ref.size, ref.seed) is not None:
                continue
            stored = STORED_WORDS.fullmatch(ref.words.strip()) is not None
            if stored and ref.id in self.project.assets:
                continue
            found = True
            kept = self.catalogue.geometry.kept(ref.id)
            if ref.id not in self.project.assets:
                if kept is None:
                    raise AssetError(f"the stored file of {ref.words!r} is not in the cache: evaluate the scene again")
                self.project.assets.add_bytes(kept[0].data, kept[0].suffix)
            if not stored or any((ref.licence, ref.author, ref.source, ref.title)):
                # of a file that a program names by its hash, one record keeps who made it
                new.append(_lock(ref, np.eye(3) if kept is None else kept[0].upright))
        self.project.lock_assets(new)
        return found


def _lock(ref: AssetRef, upright: FloatArray) -> LockedAsset:
    extent = (ref.hull.max(axis=0) - ref.hull.min(axis=0)).round(6).tolist()
    details: dict[str, object] = {"fitted": extent}
    if not np.array_equal(upright, np.eye(3)):
        details["upright"] = upright.round(9).reshape(-1).tolist()
    return LockedAsset(
        words=ref.words,
        size=ref.size,
        seed=ref.seed,
        id=ref.id,
        node=ref.node,
        licence=ref.licence,
        author=ref.author,
        source=ref.source,
        title=ref.title,
        support=ref.support,
        clearance=ref.clearance,
        details=details,
    )


def _header(file: StoredFile) -> AssetHeader | None:
    """The header of an object's program; None for other files."""
    if file.suffix != "py" or b"# /// asset" not in file.data:
        return None
    return parse_header(file.data.decode(), where="the stored file")


def _standing(locked: LockedAsset, file: StoredFile) -> ObjectStanding:
    """Support and clearance of a locked object. Older folders do not record them, but the header of its program may."""
    if locked.support:
        return ObjectStanding(locked.support, locked.clearance, _target(locked))
    header = _header(file)
    return ObjectStanding() if header is None else ObjectStanding(header.support, clearance_of(header.clearance))


def _numbers(locked: LockedAsset, key: str, count: int) -> list[float] | None:
    value = locked.details.get(key)
    if not isinstance(value, list) or len(value) != count or not all(isinstance(v, int | float) for v in value):
        return None
    return [float(v) for v in value]


def _upright(locked: LockedAsset) -> FloatArray:
    numbers = _numbers(locked, "upright", 9)
    return np.eye(3) if numbers is None else np.array(numbers).reshape(3, 3)


def _target(locked: LockedAsset) -> Vec3 | None:
    numbers = _numbers(locked, "fitted", 3)
    return None if numbers is None or min(numbers) <= 0 else (numbers[0], numbers[1], numbers[2])
