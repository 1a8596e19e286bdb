"""The exporter of USD files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export.attribution import Credit, copyright_line, credits_of
from scenewright.scene.export.exporters import Exported, refuse_target
from scenewright.scene.export.files import attribution_files
from scenewright.scene.export.text_fields import clean_line
from scenewright.scene.export.usd.bodies import BodyWriter
from scenewright.scene.export.usd.entities import EntityWriter
from scenewright.scene.export.usd.gaussians import add_captures, add_gaussians
from scenewright.scene.export.usd.looks import LookWriter
from scenewright.scene.export.usd.package import package_bytes
from scenewright.scene.export.usd.placing import Z_UP_FROM_Y_UP, place
from scenewright.scene.export.usd.prims import Prim, UsdStage
from scenewright.scene.export.usd.views import add_cameras, add_lights
from scenewright.scene.export.usd.writing import layer_bytes, usd_available
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import SCHEMA, Scene

if TYPE_CHECKING:
    from scenewright.scene.physics import PhysicsModel
    from scenewright.scene.splats import Gaussians

__all__ = ["USD_FORMATS", "UsdExporter", "export_usd", "scene_stage", "write_usd_gaussians"]

USD_FORMATS = (".usd", ".usda", ".usdc", ".usdz")
"""``.usd`` and ``.usdc`` are binary, ``.usda`` is text, ``.usdz`` is a package with its pictures."""

_DETAIL = 5e-5
"""Chord error of curved surfaces, as a fraction of the scene's diagonal, as in other exports."""


class UsdExporter:
    """Scenes as OpenUSD; see :func:`scene_stage` for what is written."""

    name = "usd"
    endings = USD_FORMATS

    def available(self) -> str | None:
        return usd_available()

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        return export_usd(scene, out, provider=provider, root=root, job=job)


def export_usd(
    scene: Scene,
    out: Path,
    *,
    physics: bool = False,
    provider: AssetProvider | None = None,
    root: Path | None = None,
    job: Job | None = None,
) -> Exported:
    """Write one frame of a scene as OpenUSD; see :func:`scene_stage`.

    Args:
        physics: also write rigid bodies, colliders, masses and joints (:func:`scenewright.scene.physics.physics_model`).

    Raises:
        ScenewrightError: Pixar's library is not installed, the scene cannot be read as bodies, or the file cannot be written.
        JobCancelled: the job was cancelled; nothing is written.
    """
    job = _begin(out, job)
    model = None
    if physics:
        from scenewright.scene.physics import physics_model

        model = physics_model(scene, provider=provider, root=root, job=job.part(0.0, 0.5))
        geometry, notes = model.geometry, model.warnings
    else:
        diagonal = float(np.linalg.norm(np.diff(scene.bounds, axis=0)))
        geometry = scene_geometry(
            scene,
            provider=provider,
            root=root,
            tolerance=_DETAIL * diagonal,
            note_splats=False,
            job=job.part(0.0, 0.5),
        )
        notes = geometry.warnings
    job.tick(0.5, "describing the scene")
    stage, warnings = scene_stage(scene, geometry, root=root, picture_path=_picture_path(out), model=model)
    return _write(scene, stage, out, (*notes, *warnings), job)


def write_usd_gaussians(scene: Scene, gaussians: Gaussians, out: Path, *, job: Job | None = None) -> Exported:
    """Write Gaussians in the frame of a scene (y up) as a USD file, with the tree of entities that their ids name.

    Raises:
        ScenewrightError: Pixar's library is not installed, a Gaussian is not finite, or the file cannot be written.
        JobCancelled: the job was cancelled; nothing is written.
    """
    job = _begin(out, job)
    world = _world()
    EntityWriter(scene, None, world, LookWriter(world, "")).add()
    add_gaussians(world, gaussians)
    add_cameras(world, scene)
    job.tick(0.3, f"making {out.name}")
    return _write(scene, UsdStage(world, _comment(scene), _facts(scene)), out, (), job)


def scene_stage(
    scene: Scene,
    geometry: SceneGeometry,
    *,
    root: Path | None = None,
    picture_path: str,
    model: PhysicsModel | None = None,
) -> tuple[UsdStage, tuple[str, ...]]:
    """One frame of a scene as a stage, and warnings.

    The default prim ``World`` turns the scene, which is y up, to z up; below it are the instance tree in its own frames, ``Cameras``,
    ``Lights``, ``Looks`` (materials) and the prototypes of what stands there several times. The unit is the metre; a scene without units
    has one of its units as one metre.

    Args:
        root: the scene folder, for captures.
        picture_path: of the textures, relative to the layer, with ``{}`` for a number.
        model: the scene as rigid bodies, of the same geometry: they stand below ``Bodies``, and what moves is drawn there.
    """
    world = _world()
    scope = Prim(f"{world.path}/Looks", "Scope")
    looks = LookWriter(scope, picture_path)
    bodies = None if model is None else BodyWriter(model, world)
    entities = EntityWriter(scene, geometry, world, looks, bodies=bodies)
    entities.add()
    warnings = add_captures(scene, entities.prims, root)
    add_cameras(world, scene)
    add_lights(world, scene)
    if scope.children:
        world.children.append(scope)
    return UsdStage(world, _comment(scene), _facts(scene), looks.pictures), (*looks.warnings, *warnings)


def _begin(out: Path, job: Job | None) -> Job:
    job = (job or Job()).part(name="the export")
    missing = usd_available()
    if missing is not None:
        raise ScenewrightError(missing)
    if out.suffix.lower() not in USD_FORMATS:
        raise ScenewrightError(f"{out.name}: USD is written as {', '.join(USD_FORMATS)}")
    refuse_target(out)
    job.tick(0.0, "geometry")
    return job


def _world() -> Prim:
    world = Prim("/World", "Xform", kind="assembly")
    # names that are kept for what is no entity
    world.reserve("Looks", "Prototypes", "PhysicsMaterials")
    place(world, Z_UP_FROM_Y_UP)
    return world


def _picture_path(out: Path) -> str:
    if out.suffix.lower() == ".usdz":
        return "./textures/picture_{}.png"
    stem = clean_line(out.stem).replace("{", "_").replace("}", "_").replace("@", "_")
    return f"./{stem}_{{}}.png"


def _write(scene: Scene, stage: UsdStage, out: Path, warnings: tuple[str, ...], job: Job) -> Exported:
    job.tick(0.6, f"making {out.name}")
    ending = ".usda" if out.suffix.lower() == ".usda" else ".usdc"
    layer = layer_bytes(stage, ending, job=job.part(0.6, 0.9))
    files: dict[Path, bytes]
    if out.suffix.lower() == ".usdz":
        inside = {f"{_layer_name(out)}.usdc": layer} | {
            name.removeprefix("./"): b for name, b in stage.pictures.items()
        }
        files = {out: package_bytes(inside)}
    else:
        files = {out: layer} | {out.with_name(name.removeprefix("./")): b for name, b in stage.pictures.items()}
    files |= attribution_files(scene, out)
    job.tick(0.95, f"writing {out.name}")
    atomic.write_all(files)
    return Exported(tuple(files), warnings)


def _layer_name(out: Path) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in out.stem) or "scene"


def _comment(scene: Scene) -> str:
    return copyright_line(credits_of(scene)) or ""


def _facts(scene: Scene) -> dict[str, str | int | float | list[str]]:
    facts: dict[str, str | int | float | list[str]] = {
        "creator": "Scenewright",
        "scenewright:schema": SCHEMA,
        "scenewright:units": scene.units or "arbitrary",
        "scenewright:root": scene.root_name,
        "scenewright:seed": str(scene.seed),
    }
    if scene.environment is not None and scene.environment.words:
        facts["scenewright:environment"] = scene.environment.words
    credits = credits_of(scene)
    if credits:
        facts["scenewright:attribution"] = [_line(credit) for credit in credits]
    return facts


def _line(credit: Credit) -> str:
    source = f", from {credit.source}" if credit.source else ""
    return f"{credit.title} by {credit.author}, licence {credit.licence}{source}"
