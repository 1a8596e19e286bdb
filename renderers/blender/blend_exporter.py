"""The exporter of ``.blend`` and ``.fbx`` files, which Blender itself writes."""

from __future__ import annotations

from pathlib import Path

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.export import Exported, refuse_target, write_attribution
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["BlendExporter"]


class BlendExporter:
    """See :meth:`scenewright.renderers.blender.renderer.BlenderRenderer.export_blend`."""

    name = "blend"
    endings = (".blend", ".fbx")

    def available(self) -> str | None:
        from scenewright.renderers.blender.renderer import BlenderRenderer

        return BlenderRenderer().available()

    def export(
        self,
        scene: Scene,
        out: Path,
        *,
        provider: AssetProvider | None = None,
        root: Path | None = None,
        job: Job | None = None,
    ) -> Exported:
        from scenewright.renderers.blender.renderer import BlenderRenderer

        job = (job or Job()).part(name="the export")
        refuse_target(out)
        job.tick(0.0, "starting Blender")
        warnings = BlenderRenderer().export_blend(scene, out, provider=provider, root=root, job=job)
        return Exported((out, *write_attribution(scene, out)), warnings)
