"""The importer of scene files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scenewright.assets.catalogue import Catalogue
from scenewright.assets.licences import licence_of
from scenewright.assets.packs import StoredFile
from scenewright.assets.scene_files.program_text import program_of_tree
from scenewright.assets.scene_files.reading import USD_ENDINGS, read_scene_file
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.importing import Imported
from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.plain_files import check_plain, refused_as

__all__ = ["SceneFileImporter"]

_MOST_BYTES = 512 << 20


class SceneFileImporter:
    """Makes a program of a scene file's node tree. Its meshes go into the user's store of assets, by their hash; a scene folder that is
    made of the program keeps them, too."""

    name = "scene-file"
    endings = (".glb", ".gltf", ".obj", *USD_ENDINGS)

    def available(self) -> str | None:
        return None

    def read(self, path: Path, *, job: Job | None = None) -> Imported:
        """
        Raises:
            AssetError: the file cannot be read, has no triangles, or exceeds the limits.
            JobCancelled: the job was cancelled.
        """
        job = job or Job()
        job.check()
        with refused_as(AssetError):
            check_plain(path, _MOST_BYTES, "the scene file")
        tree, data = read_scene_file(path, job)
        geometry = Catalogue.default().geometry
        stored = StoredFile(data, "glb")
        place = path.absolute()
        licence, author, source = licence_of(tree.about, place, place.parent)
        about = {"licence": licence, "author": author, "source": source or path.name, "title": path.stem}
        geometry.keep(stored, about)
        hulls: dict[int, FloatArray] = {}

        def hull_of(mesh: int) -> FloatArray:
            if mesh not in hulls:
                job.check()
                hulls[mesh] = geometry.hull(stored, 0, tree.meshes[mesh])
            return hulls[mesh]

        title = tree.name if tree.name and tree.name.lower() != "scene" else path.stem
        text = program_of_tree(tree, hashlib.sha256(data).hexdigest(), title, hull_of)
        left_out = [f"{path.name}: {count:,} {what} left out" for what, count in tree.left_out.items()]
        return Imported(text, notes=tuple(left_out))
