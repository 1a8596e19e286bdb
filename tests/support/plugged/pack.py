"""A third-party pack: one object, a mesh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import trimesh

from scenewright.assets import CatalogueEntry
from scenewright.assets.packs import StoredFile
from scenewright.scene.asset_provider import AssetError


class GongPack:
    name = "gongs"

    def entries(self) -> Sequence[CatalogueEntry]:
        return (
            CatalogueEntry(
                key="gongs/music/gong", word="gong", synonyms=("tam-tam",), phrase="a gong", category="music", support="floor",
                size=(0.6, 0.9, 0.3), pack=self.name, licence="CC0-1.0", author="somebody",
            ),
        )  # fmt: skip

    def store(self, entry: CatalogueEntry, arguments: Mapping[str, Any]) -> StoredFile:
        if entry.key != "gongs/music/gong":
            raise AssetError(f"{entry.key} is no object of the pack {self.name}")
        return StoredFile(trimesh.Scene(trimesh.creation.box((0.6, 0.9, 0.3))).export(file_type="glb"), "glb")
