"""The child that opens files of strangers: GLB meshes and Sweet Home 3D libraries. Started by path, never imported.

``python -I mesh_worker.py COMMAND INPUT OUTPUT OPTIONS``, options as JSON. It prints one line of JSON: what it found, or
``{"error": ...}``. Before it opens INPUT it gives up what it does not need: memory and CPU time are bounded, on Linux
Landlock leaves it the interpreter's files and INPUT to read and OUTPUT's folder to write.

Commands: ``read`` GLB -> safetensors of plain arrays; ``inspect`` GLB -> facts for a person who adds it; ``list`` SH3F ->
its pieces; ``convert`` one piece of an SH3F -> GLB, and beside it what ``read`` makes of that.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import sys
import sysconfig
import warnings
import zipfile
from pathlib import Path
from typing import Any

MAX_FILE = 512 << 20
MAX_MEMBER = 128 << 20
MAX_MEMBERS = 20_000
MAX_VERTICES = 5_000_000
MAX_NODES = 20_000
MAX_PIXELS = 8192 * 8192
MEMORY = 6 << 30
CPU_SECONDS = 120


class Refused(Exception):
    """The file is not what it should be; the message says how."""


def main() -> None:
    command, source, target, options = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4])
    warnings.simplefilter("ignore")
    _bound_resources()
    import numpy  # noqa: F401 - loaded before the folders close
    import PIL.Image
    import safetensors.numpy  # noqa: F401
    import trimesh  # noqa: F401

    PIL.Image.init()
    PIL.Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    confined = _close_folders(source, target.parent)
    try:
        if source.stat().st_size > MAX_FILE:
            raise Refused(f"it has {source.stat().st_size:,} bytes; the limit is {MAX_FILE:,}")
        answer = {"read": read, "inspect": inspect, "list": list_library, "convert": convert}[command](
            source, target, options
        )
        answer["confined"] = confined
    except Refused as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": f"it needs more than {MEMORY >> 30} GiB of memory"}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    except Exception as error:  # noqa: BLE001 - whatever a parser of a hostile file raises is an answer about the file
        answer = {"error": f"it cannot be read ({type(error).__name__}: {error})"[:400]}
    sys.stdout.write(json.dumps(answer) + "\n")


def _bound_resources() -> None:
    try:
        import resource
    except ImportError:  # not a Unix: the host's wall clock remains
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (bound, hard))
        except (ValueError, OSError):  # macOS refuses RLIMIT_AS
            continue


def _close_folders(source: Path, folder: Path) -> bool:
    """Whether the kernel now holds this process to the interpreter's files, its input and its output folder."""
    if sys.platform != "linux":
        return False
    try:
        from py_landlock import AccessFs, Landlock, LandlockError
    except ImportError:
        return False
    folders = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), "/usr/lib", "/usr/lib64", "/lib", "/lib64"}
    files = [
        p for p in (str(source), "/etc/ld.so.cache", "/etc/mime.types", "/dev/urandom", "/dev/null") if Path(p).exists()
    ]
    rules = Landlock(strict=False).allow_read(*sorted(p for p in folders if Path(p).is_dir()))
    try:
        rules.add_path_rule(*files, access=AccessFs.READ_FILE).allow_read_write(str(folder)).apply()
    except (LandlockError, OSError):
        return False
    return True


# -- meshes -------------------------------------------------------------------------------------------------------


def _load_glb(source: Path) -> Any:
    import trimesh

    data = source.read_bytes()
    if data[:4] != b"glTF":
        raise Refused("it is no GLB file: it does not start with 'glTF'")
    try:
        scene = trimesh.load_scene(io.BytesIO(data), file_type="glb")
    except KeyError as error:
        raise Refused(f"its tables refer to what is not there ({error})") from error
    return _checked(scene)


def _checked(scene: Any) -> Any:
    import numpy as np
    import trimesh

    vertices = sum(len(g.vertices) for g in scene.geometry.values() if isinstance(g, trimesh.Trimesh))
    if vertices > MAX_VERTICES:
        raise Refused(f"it has {vertices:,} vertices; the limit is {MAX_VERTICES:,}")
    if len(scene.graph.nodes) > MAX_NODES:
        raise Refused(f"it has {len(scene.graph.nodes):,} nodes; the limit is {MAX_NODES:,}")
    placed = [n for n in scene.graph.nodes_geometry if isinstance(scene.geometry[scene.graph[n][1]], trimesh.Trimesh)]
    if not placed or not any(len(scene.geometry[scene.graph[n][1]].faces) for n in placed):
        raise Refused("it holds no triangles")
    drawn = sum(len(scene.geometry[scene.graph[n][1]].vertices) for n in placed)
    if drawn > 4 * MAX_VERTICES:
        raise Refused(f"its instances have {drawn:,} vertices together; the limit is {4 * MAX_VERTICES:,}")
    for geometry in scene.geometry.values():
        if not np.isfinite(np.asarray(geometry.vertices, dtype=np.float64)).all():
            raise Refused("it has vertices that are not finite")
    for node in scene.graph.nodes:
        if not np.isfinite(scene.graph.get(node)[0]).all():
            raise Refused(f"the pose of its node {node!r} is not finite")
    return scene


def _clean(text: object) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", " ", str(text))[:200]


def read(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Geometry, materials and node tree as arrays that need no parser."""
    return _write_arrays(_load_glb(source), target)


def _write_arrays(scene: Any, target: Path) -> dict[str, Any]:
    import numpy as np
    import trimesh
    from safetensors.numpy import save_file

    tensors: dict[str, Any] = {}
    names: dict[str, int] = {}
    geometries: list[dict[str, Any]] = []
    materials: list[dict[str, Any]] = []
    known_materials: dict[int, int] = {}
    images: dict[int, int] = {}

    def image(picture: Any) -> int | None:
        if picture is None:
            return None
        if id(picture) not in images:
            images[id(picture)] = len(images)
            tensors[f"image/{images[id(picture)]}"] = np.ascontiguousarray(np.asarray(picture.convert("RGBA")))
        return images[id(picture)]

    skipped = 0
    for name, mesh in scene.geometry.items():
        if not isinstance(mesh, trimesh.Trimesh) or len(mesh.faces) == 0:
            skipped += 1
            continue
        at = names[name] = len(geometries)
        record: dict[str, Any] = {"name": _clean(name), "material": None}
        tensors[f"vertices/{at}"] = np.ascontiguousarray(mesh.vertices, dtype=np.float32)
        tensors[f"faces/{at}"] = np.ascontiguousarray(mesh.faces, dtype=np.uint32)
        tensors[f"normals/{at}"] = np.ascontiguousarray(mesh.vertex_normals, dtype=np.float32)
        visual: Any = mesh.visual
        if getattr(visual, "uv", None) is not None and len(visual.uv) == len(mesh.vertices):
            tensors[f"uv/{at}"] = np.ascontiguousarray(visual.uv[:, :2], dtype=np.float32)
        material = getattr(visual, "material", None)
        if material is not None:
            if id(material) not in known_materials:
                known_materials[id(material)] = len(materials)
                materials.append(_material(material, image))
            record["material"] = known_materials[id(material)]
        elif visual.kind in ("vertex", "face"):
            colors = visual.vertex_colors
            tensors[f"colors/{at}"] = np.ascontiguousarray(colors, dtype=np.uint8)
        geometries.append(record)
    nodes: list[dict[str, Any]] = []
    rows = {scene.graph.base_frame: -1}
    for parent, node, edge in scene.graph.to_edgelist():
        rows.setdefault(node, len(rows) - 1)
        matrix = np.array(edge.get("matrix", np.eye(4)), dtype=np.float64)
        geometry = names.get(edge.get("geometry", ""))
        nodes.append({"name": _clean(node), "row": node, "parent": parent, "geometry": geometry})
        tensors[f"matrix/{len(nodes) - 1}"] = matrix
    meta = {"geometries": geometries, "materials": materials, "nodes": nodes, "base": scene.graph.base_frame}
    save_file(tensors, target, metadata={"scene": json.dumps(meta, default=str)})
    return {"skipped": skipped}


def _material(material: Any, image: Any) -> dict[str, Any]:
    import numpy as np

    pbr = material if hasattr(material, "baseColorFactor") else material.to_pbr()
    factor = pbr.baseColorFactor
    return {
        "name": _clean(pbr.name or ""),
        "baseColorFactor": None if factor is None else np.asarray(factor).tolist(),
        "roughnessFactor": None if pbr.roughnessFactor is None else float(pbr.roughnessFactor),
        "metallicFactor": None if pbr.metallicFactor is None else float(pbr.metallicFactor),
        "emissiveFactor": None if pbr.emissiveFactor is None else np.asarray(pbr.emissiveFactor).tolist(),
        "alphaMode": pbr.alphaMode,
        "doubleSided": bool(pbr.doubleSided),
        "baseColorTexture": image(pbr.baseColorTexture),
        "metallicRoughnessTexture": image(pbr.metallicRoughnessTexture),
    }


def inspect(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """What a person wants to know before a mesh is added: names, box, how it stands, whose it is."""
    scene = _load_glb(source)
    header = _gltf_header(source.read_bytes())
    asset = header.get("asset", {}) if isinstance(header.get("asset"), dict) else {}
    extras = asset.get("extras", {}) if isinstance(asset.get("extras"), dict) else {}
    names = [_clean(n.get("name", "")) for n in header.get("nodes", []) if isinstance(n, dict)]
    names += [_clean(n.get("name", "")) for n in header.get("meshes", []) if isinstance(n, dict)]
    node_extras = [
        n["extras"] for n in header.get("nodes", []) if isinstance(n, dict) and isinstance(n.get("extras"), dict)
    ]
    return {
        **shape_facts(scene.to_geometry()),
        "names": [n for n in dict.fromkeys(names) if n][:200],
        "copyright": _clean(asset.get("copyright", "")),
        "generator": _clean(asset.get("generator", "")),
        "extras": {_clean(k): _clean(v) for k, v in extras.items()},
        "node_extras": [{_clean(k): _clean(v) for k, v in e.items()} for e in node_extras[:20]],
    }


def shape_facts(whole: Any) -> dict[str, Any]:
    """Box, triangles and how the shape is spread: the evidence of :mod:`assets.orientation`."""
    import numpy as np

    points = np.asarray(whole.vertices, dtype=np.float64)[np.unique(whole.faces)]
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.maximum(high - low, 1e-9)
    return {
        "low": low.tolist(),
        "high": high.tolist(),
        "triangles": len(whole.faces),
        "supports": _supports(points, low, extent),
        "mirror": _mirrors(whole, low, extent),
        "weight": _weights(whole, low, extent),
    }


def _gltf_header(data: bytes) -> dict[str, Any]:
    length = int.from_bytes(data[12:16], "little")
    header = json.loads(data[20 : 20 + length])
    return header if isinstance(header, dict) else {}


def _supports(points: Any, low: Any, extent: Any) -> dict[str, float]:
    """By side ('-y' is below): the share of the box's cross-section that the points near that side span.

    A chair spans its feet below and hardly anything above; a lamp stands on a plate.
    """
    import numpy as np

    out: dict[str, float] = {}
    for axis, name in enumerate("xyz"):
        others = [i for i in range(3) if i != axis]
        for sign, side in ((-1, "-"), (1, "+")):
            depth = points[:, axis] - low[axis] if sign < 0 else low[axis] + extent[axis] - points[:, axis]
            near = points[depth <= 0.01 * extent[axis]]
            span = np.prod((near.max(axis=0) - near.min(axis=0))[others] / extent[others]) if len(near) else 0.0
            out[side + name] = round(float(span), 4)
    return out


def _samples(whole: Any, count: int = 4000) -> Any:
    import numpy as np
    import trimesh

    points, _ = trimesh.sample.sample_surface(whole, count, seed=0)
    return np.asarray(points, dtype=np.float64)


def _mirrors(whole: Any, low: Any, extent: Any) -> dict[str, float]:
    """By axis: how far surface points lie from their mirror image, as a share of the box; 0 is a perfect mirror."""
    import numpy as np
    from scipy.spatial import cKDTree

    points = (_samples(whole) - low) / extent.max()
    middle = extent / extent.max() / 2
    tree = cKDTree(points)
    out = {}
    for axis, name in enumerate("xyz"):
        mirrored = points.copy()
        mirrored[:, axis] = 2 * middle[axis] - mirrored[:, axis]
        out[name] = round(float(np.mean(tree.query(mirrored)[0])), 5)
    return out


def _weights(whole: Any, low: Any, extent: Any) -> dict[str, float]:
    """By axis: the centre of the surface's area as a share of the box, 0 at the low side, and that of its upper half.

    A chair has its back at the rear: the upper half of its area leans there.
    """
    points = (_samples(whole) - low) / extent
    out: dict[str, float] = {}
    for axis, name in enumerate("xyz"):
        out[name] = round(float(points[:, axis].mean()), 4)
        for up, above in enumerate("xyz"):
            if up != axis:
                upper = points[points[:, up] > 0.6]
                lower = points[points[:, up] < 0.4]
                for half, label in ((upper, "+"), (lower, "-")):
                    out[f"{name}|{label}{above}"] = round(float(half[:, axis].mean()) if len(half) else 0.5, 4)
    return out


# -- Sweet Home 3D ------------------------------------------------------------------------------------------------


def _open_library(source: Path) -> zipfile.ZipFile:
    try:
        library = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise Refused(f"it is no Sweet Home 3D library: {error}") from error
    if len(library.infolist()) > MAX_MEMBERS:
        raise Refused(f"it has {len(library.infolist()):,} members; the limit is {MAX_MEMBERS:,}")
    return library


def _member(library: zipfile.ZipFile, name: str, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of a member, bounded whatever its header claims."""
    with library.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise Refused(f"its member {name!r} has more than {limit:,} bytes unpacked")
    return data


def _inside(name: str) -> str:
    """A member's name as the catalogue writes it, relative and without steps out of the archive."""
    path = posixpath.normpath(name.replace("\\", "/").lstrip("/"))
    if path.startswith("..") or ":" in path:
        raise Refused(f"its catalogue names {name!r}, outside the library")
    return path


_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "n": "\n", "r": "\r", "f": "\f"}


def properties(data: bytes) -> dict[str, str]:
    """A Java properties file (java.util.Properties.load): ISO 8859-1, escapes, continued lines."""
    text = re.sub(r"\\\r?\n[ \t\f]*", "", data.decode("iso-8859-1"))
    out: dict[str, str] = {}

    def plain(part: str) -> str:
        return _ESCAPE.sub(
            lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 5 else _ESCAPED.get(m[1], m[1]), part
        ).strip()

    for line in text.splitlines():
        stripped = line.lstrip(" \t\f")
        if not stripped or stripped[0] in "#!":
            continue
        found = re.match(r"((?:\\.|[^\\=: \t])+)[ \t]*[=: \t]?[ \t]*(.*)", stripped)
        if found:
            out[plain(found[1])] = plain(found[2])
    return out


def list_library(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Every piece of furniture with its properties, and what the library says of itself."""
    library = _open_library(source)
    names = set(library.namelist())
    if "PluginFurnitureCatalog.properties" not in names:
        raise Refused("it is no Sweet Home 3D library: it has no PluginFurnitureCatalog.properties")
    table = properties(_member(library, "PluginFurnitureCatalog.properties", 32 << 20))
    pieces: list[dict[str, Any]] = []
    problems: list[str] = []
    number = 1
    while f"id#{number}" in table or f"name#{number}" in table:
        piece = {k.partition("#")[0]: v for k, v in table.items() if k.endswith(f"#{number}")}
        number += 1
        try:
            piece["model"] = _inside(piece.get("model", ""))
            if piece["model"] not in names:
                raise Refused(f"its model {piece['model']!r} is not in the library")
            piece["licence_file"] = _licence_beside(library, names, piece["model"])
            pieces.append(piece)
        except Refused as error:
            problems.append(f"{piece.get('id', number - 1)}: {error}")
    about = {k: v for k, v in table.items() if "#" not in k}
    licence = next((n for n in ("LICENSE.TXT", "LICENSE.txt") if n in names), None)
    about["licence_text"] = _member(library, licence, 1 << 20).decode("iso-8859-1")[:4000] if licence else ""
    target.write_text(json.dumps({"about": about, "pieces": pieces, "problems": problems}), encoding="utf-8")
    return {"pieces": len(pieces)}


def _licence_beside(library: zipfile.ZipFile, names: set[str], model: str) -> str:
    folder = posixpath.dirname(model)
    found = sorted(n for n in names if posixpath.dirname(n) == folder and re.search(r"licen[cs]e.*\.txt$", n, re.I))
    return _member(library, found[0], 1 << 20).decode("utf-8", "replace")[:2000] if found else ""


def convert(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """One piece as a GLB in the library's own units and frame: colours made linear, textures kept."""
    import numpy as np
    import trimesh

    library = _open_library(source)
    model = _inside(str(options["model"]))
    folder = posixpath.dirname(model)
    archive: dict[str, Any] = {}
    total = 0
    for info in library.infolist():
        if posixpath.dirname(info.filename) == folder and not info.is_dir():
            data = _member(library, info.filename)
            total += len(data)
            if total > 2 * MAX_MEMBER:
                raise Refused(f"the files of {model!r} have more than {2 * MAX_MEMBER:,} bytes unpacked")
            archive[posixpath.basename(info.filename)] = io.BytesIO(data)
    name = posixpath.basename(model)
    if not name.lower().endswith(".obj"):
        raise Refused(f"the model {model!r} is no OBJ file")
    loaded = trimesh.load_scene(
        archive[name],
        file_type="obj",
        resolver=trimesh.resolvers.ZipResolver(archive),
        split_object=False,
        group_material=True,
    )
    scene = _checked(loaded)
    linear: dict[str, list[float]] = {}
    for at, (geometry_name, mesh) in enumerate(scene.geometry.items()):
        simple = getattr(mesh.visual, "material", None)
        if simple is None:
            continue
        pbr = simple.to_pbr() if hasattr(simple, "to_pbr") else simple
        pbr.name = f"{at}_{_clean(getattr(simple, 'name', None) or geometry_name)}"
        rgba = (
            np.asarray(simple.diffuse if simple.diffuse is not None else (178, 178, 178, 255), dtype=np.float64) / 255
        )
        if pbr.baseColorTexture is not None:  # the picture is the colour
            rgba[:3] = 1.0
        rgb = np.where(rgba[:3] <= 0.04045, rgba[:3] / 12.92, ((rgba[:3] + 0.055) / 1.055) ** 2.4)
        linear[pbr.name] = [*rgb.round(6).tolist(), round(float(rgba[3]), 4)]
        pbr.alphaMode = "BLEND" if rgba[3] < 0.99 else None
        pbr.metallicFactor = 0.0
        pbr.doubleSided = True
        mesh.visual.material = pbr

    def exact(tree: dict[str, Any]) -> None:
        for material in tree.get("materials", []):
            if material.get("name") in linear:
                material.setdefault("pbrMetallicRoughness", {})["baseColorFactor"] = linear[material["name"]]
        tree["asset"]["copyright"] = _clean(options.get("copyright", ""))

    data = scene.export(file_type="glb", include_normals=True, tree_postprocessor=exact)
    target.write_bytes(data)
    return _write_arrays(_load_glb(target), target.with_suffix(".safetensors"))


if __name__ == "__main__":
    main()
