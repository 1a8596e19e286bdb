"""A USD stage as a glTF document: its prims as nodes, one mesh for all instances. Run in the child alone, with Pixar's library.

What is drawn by default is read: not what is invisible, of the purposes *proxy* and *guide*, or in another variant than the chosen one. The
first frame of an animation is read. The scene is turned and scaled to glTF's frame: metres, y up.
"""

from __future__ import annotations

import math
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from pxr import Sdf, Usd, UsdGeom, UsdLux, UsdSemantics, UsdUtils

from .bundle import MeshBundle
from .glb_document import GrowingDocument
from .node_tree import MAX_DEPTH, MAX_NODES, write_tree
from .refusal import MeshRefused, clean
from .usd_surfaces import UsdSurfaces

__all__ = ["make_folders", "read_usd_tree"]

FORMATS = ("usd", "usda", "usdc", "usdz")
_Y_UP_FROM_Z_UP = np.array([[1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [0.0, -1.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
_LICENCE, _ATTRIBUTION = "licence", "scenewright:attribution"
_FILES = "files"
_SKIPPED = ("Material", "Shader", "NodeGraph", "GeomSubset", "PhysicsScene")


def read_usd_tree(source: Path, target: Path, options: dict[str, Any]) -> dict[str, Any]:
    """The tree of a bundle's stage, written as :func:`.node_tree.read_tree` does, or the names of files that are missing."""
    bundle = MeshBundle(source, FORMATS)
    main = _unpacked(bundle, target.parent / _FILES)
    _, _, unresolved = UsdUtils.ComputeAllDependencies(Sdf.AssetPath(str(main)))
    lacking = [name for path in unresolved if (name := _name_of(str(path), main.parent)) is not None]
    new = [name for name in lacking if name not in bundle.names]
    if new and not options["final"]:
        return {"missing": new}
    stage = Usd.Stage.Open(str(main), Usd.Stage.LoadAll)
    if stage is None:
        raise MeshRefused("it is no USD stage that can be opened")
    tree = _StageTree(stage)
    tree.walk()
    closed = len(stage.GetCompositionErrors())  # a file that is there, but elsewhere, cannot be opened
    if unresolved or closed:
        tree.left_out["files that it names and that are not in its folder"] = max(len(unresolved), closed)
    return write_tree(tree.out.document, bytes(tree.out.binary), target, tree.left_out)


def make_folders(source: Path, folder: Path) -> None:
    """Make the folders for the files of a bundle, while the process still may."""
    (folder / _FILES).mkdir()
    for name in MeshBundle(source, FORMATS).names:
        place = _inside(name)
        if place is not None:
            (folder / _FILES / place).parent.mkdir(parents=True, exist_ok=True)


def _unpacked(bundle: MeshBundle, folder: Path) -> Path:
    """The file of the stage, in a folder with the files that it names."""
    main = folder / f"stage.{bundle.kind}"
    main.write_bytes(bundle.main)
    for name in bundle.names:
        place = _inside(name)
        if place is not None:
            (folder / place).write_bytes(bundle.get(name))
    return main


def _inside(name: str) -> PurePosixPath | None:
    """A relative name as a place below a folder; None if it leads out of it."""
    path = PurePosixPath(*(part for part in PurePosixPath(name.replace("\\", "/")).parts if part != "."))
    return None if path.is_absolute() or ".." in path.parts or not path.parts else path


def _name_of(path: str, folder: Path) -> str | None:
    """The name of a file as the stage calls it, relative to its folder; None for one that lies outside, in a package or elsewhere."""
    if "://" in path or "[" in path:
        return None
    name = path.removeprefix(f"{folder}/")
    return str(place) if (place := _inside(name)) is not None else None


class _StageTree:
    """Walks over what a stage draws."""

    def __init__(self, stage: Any) -> None:
        self.stage = stage
        self.time = Usd.TimeCode.EarliestTime()
        self.out = GrowingDocument()
        self.left_out: dict[str, int] = {}
        self.surfaces = UsdSurfaces(self.out, self.time, self.left_out)

    def walk(self) -> None:
        size = float(UsdGeom.GetStageMetersPerUnit(self.stage))
        if not math.isfinite(size) or size <= 0.0:
            raise MeshRefused(f"its unit is {clean(size)} metres")
        whole = np.diag([size, size, size, 1.0])
        if UsdGeom.GetStageUpAxis(self.stage) == UsdGeom.Tokens.z:
            whole = whole @ _Y_UP_FROM_Z_UP
        layer = self.stage.GetRootLayer()
        asset = self.out.document["asset"]
        if layer.comment:
            asset["copyright"] = clean(layer.comment)
        tops = self.stage.GetPseudoRoot().GetFilteredChildren(Usd.TraverseInstanceProxies())
        world = self.stage.GetDefaultPrim()
        for prim in tops:
            if prim == world and self._only_holds(prim, whole):
                for child in prim.GetFilteredChildren(Usd.TraverseInstanceProxies()):
                    self.add(child, None, np.eye(4), 1)
            else:
                self.add(prim, None, whole, 1)

    def _only_holds(self, prim: Any, above: Any) -> bool:
        """Whether a default prim is no thing, but what files of USD put around their scene: it has no words, and leaves all where it is."""
        plain = prim.GetTypeName() in ("", "Xform", "Scope") and not self._word(prim)
        return plain and bool(np.allclose(above @ self._matrix(prim), np.eye(4), rtol=0.0, atol=1e-9))

    def count(self, what: str) -> None:
        self.left_out[what] = self.left_out.get(what, 0) + 1

    def add(self, prim: Any, parent: int | None, above: Any, depth: int) -> None:
        """Add a prim and what is below it. `above`: (4, 4) what else its matrix is multiplied by from the left."""
        if depth > MAX_DEPTH:
            raise MeshRefused(f"its prims are nested more than {MAX_DEPTH} deep")
        if prim.GetTypeName() in _SKIPPED or prim.IsAbstract() or not prim.IsActive():
            return
        if prim.HasAPI(UsdLux.LightAPI):
            self.count("lights")
            return
        if not prim.IsA(UsdGeom.Imageable):
            if prim.GetTypeName():  # a prim without a type groups others
                return
        elif not self._drawn(prim):
            return
        matrix = above @ self._matrix(prim)
        if prim.IsA(UsdGeom.Xformable) and UsdGeom.Xformable(prim).GetResetXformStack():
            self.count("prims that leave the frame of what is above them (they stand in it)")
        node = self._node(prim, matrix)
        if len(self.out.document["nodes"]) >= MAX_NODES:
            raise MeshRefused(f"it has more than {MAX_NODES:,} prims")
        if prim.IsA(UsdGeom.PointInstancer):
            self._instances(prim, self.out.add_node(node, parent), depth)
            return
        if prim.IsA(UsdGeom.Camera):
            node["camera"] = self.out.add("cameras", self._camera(UsdGeom.Camera(prim)))
        elif prim.IsA(UsdGeom.Gprim):
            mesh = self.surfaces.mesh(prim)
            if mesh is not None:
                node["mesh"] = mesh
            else:
                self.count(f"prims of the type {clean(prim.GetTypeName())}")
        number = self.out.add_node(node, parent)
        for child in prim.GetFilteredChildren(Usd.TraverseInstanceProxies()):
            self.add(child, number, np.eye(4), depth + 1)
        self._join(number)

    def _join(self, number: int) -> None:
        """Join a node with the one below it that is nothing but its mesh: an Xform over a Mesh is one thing."""
        nodes = self.out.document["nodes"]
        node, last = nodes[number], nodes[-1]
        alone = node.get("children") == [len(nodes) - 1] and "mesh" not in node
        if alone and "mesh" in last and not {"children", "matrix", "extras"} & set(last):
            nodes.pop()
            del node["children"]
            node["mesh"] = last["mesh"]

    def _drawn(self, prim: Any) -> bool:
        imageable = UsdGeom.Imageable(prim)
        if imageable.ComputePurpose() in (UsdGeom.Tokens.guide, UsdGeom.Tokens.proxy):
            return False
        if imageable.GetVisibilityAttr().Get(self.time) == UsdGeom.Tokens.invisible:
            self.count("invisible prims")
            return False
        return True

    def _matrix(self, prim: Any) -> Any:
        """(4, 4) from the frame of a prim to that of the prim above, for columns."""
        if not prim.IsA(UsdGeom.Xformable):
            return np.eye(4)
        matrix = np.array(UsdGeom.Xformable(prim).GetLocalTransformation(self.time), dtype=np.float64).reshape(4, 4).T
        if not np.isfinite(matrix).all():
            raise MeshRefused(f"the pose of {clean(prim.GetPath())} is not finite")
        return matrix

    def _node(self, prim: Any, matrix: Any) -> dict[str, Any]:
        node: dict[str, Any] = {"name": clean(prim.GetDisplayName() or prim.GetName())}
        if not np.allclose(matrix, np.eye(4), rtol=0.0, atol=1e-12):
            node["matrix"] = matrix.T.reshape(-1).tolist()
        extras = {
            key: clean(text)
            for key, text in (("word", self._word(prim)), ("phrase", self._said(prim, "phrase")))
            if text
        }
        if extras:
            node["extras"] = extras
        return node

    def _said(self, prim: Any, what: str) -> str:
        value = prim.GetAttribute(f"scenewright:{what}").Get()
        return value if isinstance(value, str) else ""

    def _word(self, prim: Any) -> str:
        """What a prim is: our own attribute, else its semantic label, of the taxonomy *class* or *category* if there are several."""
        own = self._said(prim, "word")
        if own:
            return own
        taxonomies = [str(name) for name in UsdSemantics.LabelsAPI.GetDirectTaxonomies(prim)]
        for name in sorted(taxonomies, key=lambda name: (name not in ("class", "category"), name)):
            labels = UsdSemantics.LabelsAPI(prim, name).GetLabelsAttr().Get(self.time)
            if labels:
                return str(labels[0])
        return ""

    def _camera(self, camera: Any) -> dict[str, Any]:
        frustum = camera.GetCamera(self.time)
        focal, aperture = float(frustum.focalLength), float(frustum.verticalAperture)
        fov = 2.0 * math.atan2(aperture, 2.0 * focal) if focal > 0.0 < aperture else 1.0
        near = max(float(frustum.clippingRange.min), 1e-3)
        return {"type": "perspective", "perspective": {"yfov": fov, "znear": near}}

    def _instances(self, prim: Any, number: int, depth: int) -> None:
        """The copies of a point instancer, each with its prototype below it."""
        instancer = UsdGeom.PointInstancer(prim)
        prototypes = [self.stage.GetPrimAtPath(path) for path in instancer.GetPrototypesRel().GetTargets()]
        indices = list(instancer.GetProtoIndicesAttr().Get(self.time) or [])
        matrices = instancer.ComputeInstanceTransformsAtTime(
            self.time, self.time, UsdGeom.PointInstancer.ExcludeProtoXform, UsdGeom.PointInstancer.IgnoreMask
        )
        hidden = instancer.ComputeMaskAtTime(self.time)
        for k, (index, given) in enumerate(zip(indices, matrices, strict=False)):
            if hidden and not hidden[k]:
                continue
            if not 0 <= index < len(prototypes) or not prototypes[index]:
                raise MeshRefused(f"{clean(prim.GetPath())} repeats a prototype that is not there")
            self.add(prototypes[index], number, np.array(given, dtype=np.float64).reshape(4, 4).T, depth + 1)
