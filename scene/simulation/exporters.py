"""MJCF and URDF as exporters, and the files that both write beside their own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.export import Exported, attribution_files, refuse_target
from scenewright.scene.export.text_fields import clean_json
from scenewright.scene.jobs import Job
from scenewright.scene.model import SCHEMA, Scene
from scenewright.scene.physics import BodyKind, PhysicsModel, physics_model
from scenewright.scene.simulation.at_rest import held_where_it_would_fall
from scenewright.scene.simulation.inside_cameras import inside_camera
from scenewright.scene.simulation.link_meshes import LinkMeshes, link_meshes
from scenewright.scene.simulation.mjcf import mjcf_text
from scenewright.scene.simulation.occupancy import occupancy_of
from scenewright.scene.simulation.urdf import thing_urdf, world_urdf
from scenewright.scene.simulation.z_up import quaternion, turned_up

__all__ = ["MjcfExporter", "UrdfExporter"]


class _SimulationExporter(ABC):
    """Reads a scene as bodies, and writes what all formats of simulators have in common."""

    def available(self) -> str | None:
        return None

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        job = (job or Job()).part(name="the export")
        refuse_target(out)
        model = physics_model(scene, provider=provider, root=root, job=job.part(0.0, 0.7))
        meshes = link_meshes(model)
        model = held_where_it_would_fall(model, meshes, job=job.part(0.7, 0.8))
        texts, urdf_of = self._texts(scene, model, meshes, out)
        return _written(scene, model, meshes, out, texts, urdf_of, job)

    @abstractmethod
    def _texts(
        self, scene: Scene, model: PhysicsModel, meshes: LinkMeshes, out: Path
    ) -> tuple[dict[Path, bytes], dict[int, str]]:
        """The files that describe the bodies, `out` among them; and the file of a body of its own, by its number."""


class MjcfExporter(_SimulationExporter):
    """MuJoCo: ``room.xml`` or ``room.mjcf``, meshes in the folder ``room_meshes``, ``room.spawn.json``, ``room.map.png`` and ``.yaml``."""

    name = "mjcf"
    endings = (".mjcf", ".xml")

    def _texts(
        self, scene: Scene, model: PhysicsModel, meshes: LinkMeshes, out: Path
    ) -> tuple[dict[Path, bytes], dict[int, str]]:
        room = scene.room
        cameras = scene.cameras if room is None else [inside_camera(camera, room) for camera in scene.cameras]
        text = mjcf_text(model, meshes, _mesh_folder(out).name, out.stem, cameras=cameras)
        return {out: text.encode()}, {}


class UrdfExporter(_SimulationExporter):
    """URDF: ``room.urdf`` is the whole scene; ``room_things`` has a file for each thing, and ``room.spawn.json`` says where it stands. The
    other files are those of :class:`MjcfExporter`."""

    name = "urdf"
    endings = (".urdf",)

    def _texts(
        self, scene: Scene, model: PhysicsModel, meshes: LinkMeshes, out: Path
    ) -> tuple[dict[Path, bytes], dict[int, str]]:
        folder = _mesh_folder(out).name
        things = out.with_name(f"{out.stem}_things")
        own = {
            number: (things / f"{body.name}.urdf", thing_urdf(model, meshes, f"../{folder}", number).encode())
            for number, body in enumerate(model.bodies)
            if body.parent < 0
        }
        texts = {out: world_urdf(model, meshes, folder, out.stem).encode(), **dict(own.values())}
        return texts, {number: f"{things.name}/{path.name}" for number, (path, _) in own.items()}


def _mesh_folder(out: Path) -> Path:
    return out.with_name(f"{out.stem}_meshes")


def _written(
    scene: Scene,
    model: PhysicsModel,
    meshes: LinkMeshes,
    out: Path,
    texts: Mapping[Path, bytes],
    urdf_of: Mapping[int, str],
    job: Job,
) -> Exported:
    """Write all files of an export, the meshes first: whoever finds the text finds what it names."""
    job.tick(0.8, f"writing {out.name}")
    folder = _mesh_folder(out)
    grid = occupancy_of(model, scene.room)
    picture = out.with_name(f"{out.stem}.map.png")
    spawn = clean_json(_spawn(model, urdf_of, picture.with_suffix(".yaml").name)).encode()
    files = {
        **{folder / name: data for name, data in meshes.files.items()},
        **{path: data for path, data in texts.items() if path != out},
        out.with_name(f"{out.stem}.spawn.json"): spawn,
        picture: grid.png(),
        picture.with_suffix(".yaml"): grid.yaml(picture.name).encode(),
        **attribution_files(scene, out),
        out: texts[out],
    }
    for each in {path.parent for path in files}:
        with atomic.writing(each):
            each.mkdir(exist_ok=True)
    atomic.write_all(files, durable=False)
    return Exported((out, *(path for path in files if path != out)), model.warnings)


def _spawn(model: PhysicsModel, urdf_of: Mapping[int, str], yaml: str) -> dict[str, Any]:
    """Where each thing stands, as plain data."""
    things = []
    for number, body in enumerate(model.bodies):
        if body.parent >= 0:
            continue
        pose = turned_up(body.world_from_body)
        joints = {model.joints[model.bodies[child].joint].name: model.joints[model.bodies[child].joint].position
                  for child in model.children(number)}  # fmt: skip
        thing: dict[str, Any] = {
            "name": body.name,
            "path": body.path,
            "word": body.word,
            "fixed": body.kind is BodyKind.FIXED,
            "mass": body.mass,
            "position": pose[:3, 3].tolist(),
            "quaternion_wxyz": quaternion(pose).tolist(),
            "joints": joints,
        }
        if number in urdf_of:
            thing["urdf"] = urdf_of[number]
        things.append(thing)
    return {"schema": SCHEMA, "up": "z", "front": "-y", "unit": "metre", "map": yaml, "things": things}
