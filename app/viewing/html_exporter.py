"""A scene as one HTML file: the viewport and all that it shows, for people who have no Scenewright."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.app.viewing.drawing import drawing_bytes, shape_keys, shapes_bytes
from scenewright.app.viewing.scene_state import scene_state
from scenewright.app.viewing.splat_files import SplatFiles
from scenewright.scene import atomic
from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export import Exported, refuse_target, write_attribution
from scenewright.scene.export.attribution import credits_of
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.jobs import Job
from scenewright.scene.model import Scene

__all__ = ["MOST_SPLAT_BYTES", "HtmlExporter", "ScenePage", "scene_page"]

_BUILT = Path(__file__).parent.parent / "studio" / "static"
_PLAIN, _WITH_SPLATS = "standalone.js", "standalone-splats.js"
"""The viewport as one script; the second holds Spark, which draws Gaussians, and is four times as large."""

_MOST_BYTES = 256 << 20
MOST_SPLAT_BYTES = 96 << 20
"""Of the Gaussians before they are compressed, which takes about a third off."""

_BYTES_OF = {3: 65, 2: 44, 1: 29, 0: 20}
"""Of a Gaussian in a .spz, by the degree of its harmonics."""

_STYLE = """
html, body, #view { margin: 0; height: 100%; overflow: hidden; font: 14px system-ui, sans-serif; background: #1b1d21 }
:root[data-theme="light"] body { background: #e9ebee }
footer { position: fixed; left: 12px; bottom: 8px; max-width: 70ch; font-size: 12px; color: #b9bec7 }
:root[data-theme="light"] footer { color: #454b55 }
"""


class HtmlExporter:
    """A page that shows the scene in any browser, without a server. It asks nothing of the network."""

    name = "html"
    endings = (".html",)

    def available(self) -> str | None:
        if not all((_BUILT / name).is_file() for name in (_PLAIN, _WITH_SPLATS)):
            return "the viewport was not built with this package: run make page, or install the package again"
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
        """Write the page. Gaussian splats are compressed; where there are many, their colours depend less on the direction.

        Raises:
            ScenewrightError: the page would be larger than browsers open, or the viewport was not built.
            JobCancelled: the job was cancelled; nothing is written.
        """
        refuse_target(out)
        page = scene_page(scene, provider=provider, root=root, job=(job or Job()).part(name="the export"))
        atomic.write(out, page.data)
        return Exported((out, *write_attribution(scene, out)), page.warnings)


@dataclass(frozen=True, slots=True)
class ScenePage:
    """`data`: the page, HTML as UTF-8. `warnings`: what it does not show as the scene has it."""

    data: bytes
    warnings: tuple[str, ...]


def scene_page(
    scene: Scene, *, provider: AssetProvider | None = None, root: Path | None = None, job: Job | None = None
) -> ScenePage:
    """The page that :class:`HtmlExporter` writes.

    Raises:
        ScenewrightError: the page would be larger than browsers open, or the viewport was not built.
        JobCancelled: the job was cancelled.
    """
    job = job or Job()
    missing = HtmlExporter().available()
    if missing is not None:
        raise ScenewrightError(missing)
    geometry = scene_geometry(scene, provider=provider, root=root, note_splats=False, job=job.part(0.0, 0.7))
    job.tick(0.7, "putting the page together")
    listed, packed, warnings = _splats(scene, root, job.part(0.7, 0.95))
    state = {**scene_state(scene, geometry, "", 0), "splats": listed, "canUndo": False, "canRedo": False}
    held = {
        "scene-drawing": base64.b64encode(drawing_bytes(scene, geometry, 0)),
        "scene-shapes": base64.b64encode(shapes_bytes(geometry, shape_keys(geometry))),
        **packed,
    }
    size = sum(map(len, held.values()))
    if size > _MOST_BYTES:
        raise ScenewrightError(
            f"the page would have {size >> 20} MiB, more than browsers open: export a .glb, or use fewer meshes and textures"
        )
    job.check()
    script = _BUILT / (_WITH_SPLATS if packed else _PLAIN)
    page = _page(scene, state, held, script.read_text(encoding="utf-8"))
    return ScenePage(page, (*geometry.warnings, *warnings))


def _splats(scene: Scene, root: Path | None, job: Job) -> tuple[list[dict[str, Any]], dict[str, bytes], list[str]]:
    """The captures as the page's state lists them, the elements that hold their Gaussians, and what is not drawn as it is.

    Raises:
        ScenewrightError: there are too many Gaussians for one page.
    """
    files = SplatFiles()
    listed, warnings = files.listed(scene, root)
    # the same capture placed twice is held once
    first = {one["url"].rpartition("=")[2]: one for one in reversed(listed)}
    count = sum(one["count"] for one in first.values())
    fits = [degree for degree, size in _BYTES_OF.items() if size * count <= MOST_SPLAT_BYTES]
    if count and not fits:
        most = MOST_SPLAT_BYTES // _BYTES_OF[0]
        raise ScenewrightError(
            f"the scene has {count:,} Gaussians, and a web page holds at most {most:,}: make them fewer with "
            f"scenewright splat convert --decimate {most}, or export a .spz or .sog"
        )
    held = {}
    for number, (key, one) in enumerate(first.items()):
        job.tick(number / len(first), f"packing the Gaussians of {one['path']}")
        body = files.file(scene, root, one["row"], degree=fits[0], job=job.quiet())
        held[f"scene-splats-{key}.spz"] = base64.b64encode(body)
    if count and fits[0] < max(_BYTES_OF):
        warnings = [*warnings, f"the colours of {count:,} Gaussians depend on the direction only to degree {fits[0]}"]
    shown = [{**one, "url": f"scene-splats-{one['url'].rpartition('=')[2]}.spz"} for one in listed]
    return shown, held, warnings


def _page(scene: Scene, state: dict[str, Any], held: dict[str, bytes], script: str) -> bytes:
    """The file. Its policy names the two scripts by their hashes, so that no text of the scene can become one."""
    script = script.replace("</script", "<\\/script")
    title = html.escape(scene.root.phrase or scene.root_name or "A scene")
    credited = "; ".join(f"{c.title} ({c.licence})" for c in credits_of(scene)[:12])
    # in JSON, < can be written so that it ends no element
    values = json.dumps(state, allow_nan=False, separators=(",", ":")).replace("<", "\\u003c")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; script-src 'sha256-{digest}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src data: blob:; worker-src blob:"
    )
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n',
        f'<main id="view" aria-label="{title}"></main>\n<footer>{html.escape(credited)}</footer>\n',
        f'<script type="application/json" id="scene-state">{values}</script>\n',
    ]
    data = b"".join(
        f'<script type="application/octet-stream" id="{name}">'.encode() + body + b"</script>\n"
        for name, body in held.items()
    )
    return "".join(parts).encode() + data + f"<script>{script}</script>\n</body>\n</html>\n".encode()
