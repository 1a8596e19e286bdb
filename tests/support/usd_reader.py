"""Reads a USD file with Pixar's library, in a process of its own: ``python -P usd_reader.py FILE`` prints what is in it as JSON.

It stands alone (pxr only): a process that holds Blender's library must not load it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pxr import Gf, Usd, UsdGeom, UsdPhysics, UsdSemantics, UsdShade, UsdUtils, UsdValidation

_ALL = Usd.TraverseInstanceProxies(Usd.PrimDefaultPredicate)


def main(path: str) -> None:
    stage = Usd.Stage.Open(path)
    world = stage.GetDefaultPrim()
    layers, assets, missing = UsdUtils.ComputeAllDependencies(path)
    told = {
        "errors": validated(stage),
        "default": str(world.GetPath()),
        "up": str(UsdGeom.GetStageUpAxis(stage)),
        "metres": UsdGeom.GetStageMetersPerUnit(stage),
        "comment": stage.GetRootLayer().comment,
        "data": {k: list(v) if hasattr(v, "__len__") and not isinstance(v, str) else v
                 for k, v in stage.GetRootLayer().customLayerData.items()},
        "layers": len(layers),
        "assets": [str(a) for a in assets],
        "missing": [str(m) for m in missing],
        "prototypes": len(stage.GetPrototypes()),
        "prims": [described(prim) for prim in Usd.PrimRange(stage.GetPseudoRoot(), _ALL)],
    }  # fmt: skip
    print(json.dumps(told))


def validated(stage: Any) -> list[str]:
    """What all validators of the library say against a stage."""
    registry = UsdValidation.ValidationRegistry()
    names = [data.name for data in registry.GetAllValidatorMetadata()]
    context = UsdValidation.ValidationContext(registry.GetOrLoadValidatorsByName(names))
    return [f"{e.GetName()}: {e.GetMessage()}" for e in context.Validate(stage)]


def described(prim: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "path": str(prim.GetPath()),
        "type": str(prim.GetTypeName()),
        "kind": prim.GetMetadata("kind"),
        "instance": prim.IsInstance(),
        "info": {str(k): str(v) for k, v in prim.GetAssetInfo().items()},
        "custom": {a.GetName(): plain(a.Get()) for a in prim.GetAttributes() if a.GetName().startswith("scenewright:")},
    }
    if prim.IsA(UsdGeom.Imageable):
        told["world"] = [list(row) for row in UsdGeom.XformCache().GetLocalToWorldTransform(prim).GetTranspose()]
    labels = {
        str(taxonomy): [str(x) for x in UsdSemantics.LabelsAPI(prim, taxonomy).GetLabelsAttr().Get()]
        for taxonomy in UsdSemantics.LabelsAPI.GetDirectTaxonomies(prim)
    }
    if labels:
        told["labels"] = labels
    if any(str(s).startswith("Physics") for s in (*prim.GetAppliedSchemas(), prim.GetTypeName())):
        told |= physics(prim)
    if prim.IsA(UsdGeom.Mesh):
        mesh = UsdGeom.Mesh(prim)
        material = UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial()[0]
        uv = UsdGeom.PrimvarsAPI(prim).GetPrimvar("st")
        told |= {
            "points": len(mesh.GetPointsAttr().Get()),
            "faces": len(mesh.GetFaceVertexCountsAttr().Get()),
            "valid": UsdGeom.Mesh.ValidateTopology(
                mesh.GetFaceVertexIndicesAttr().Get(),
                mesh.GetFaceVertexCountsAttr().Get(),
                len(mesh.GetPointsAttr().Get()),
            )[0],
            "normals": len(mesh.GetNormalsAttr().Get() or ()),
            "uv": len(uv.Get()) if uv else 0,
            "material": str(material.GetPath()) if material else None,
            "extent": [list(v) for v in mesh.GetExtentAttr().Get()],
            "computed": [list(v) for v in UsdGeom.Mesh.ComputeExtent(mesh.GetPointsAttr().Get())],
        }
    elif prim.IsA(UsdShade.Material):
        surface = UsdShade.Material(prim).ComputeSurfaceSource()[0]
        if surface:
            told["surface"] = {str(i.GetBaseName()): connected(i) for i in surface.GetInputs()}
    elif prim.IsA(UsdGeom.PointInstancer):
        matrices = UsdGeom.PointInstancer(prim).ComputeInstanceTransformsAtTime(
            Usd.TimeCode.Default(), Usd.TimeCode.Default()
        )
        told["ids"] = [int(i) for i in prim.GetAttribute("ids").Get()]
        told["local"] = [[list(row) for row in m.GetTranspose()] for m in matrices]
    elif prim.IsA(UsdGeom.Camera):
        told["fov"] = UsdGeom.Camera(prim).GetCamera().GetFieldOfView(Gf.Camera.FOVVertical)
    elif prim.GetTypeName() == "ParticleField3DGaussianSplat" or "Light" in prim.GetTypeName():
        told["values"] = {a.GetName(): plain(a.Get()) for a in prim.GetAttributes() if a.HasAuthoredValue()}
    return told


def physics(prim: Any) -> dict[str, Any]:
    """Of a rigid body, a collider or a joint."""
    told: dict[str, Any] = {"schemas": [str(s) for s in prim.GetAppliedSchemas()]}
    told["values"] = {a.GetName(): plain(a.Get()) for a in prim.GetAttributes() if a.HasAuthoredValue()}
    if prim.IsA(UsdPhysics.Joint):
        told |= swept(prim)
    elif prim.HasAPI(UsdPhysics.CollisionAPI):
        matter = UsdShade.MaterialBindingAPI(prim).ComputeBoundMaterial("physics")[0]
        told["friction"] = UsdPhysics.MaterialAPI(matter.GetPrim()).GetDynamicFrictionAttr().Get()
    return told


def swept(prim: Any) -> dict[str, Any]:
    """The bodies of a joint, its limits, and world_from_child at its limits and amid them: by the joint's own frames alone."""
    joint = UsdPhysics.Joint(prim)
    turns = prim.IsA(UsdPhysics.RevoluteJoint)
    kind = UsdPhysics.RevoluteJoint(prim) if turns else UsdPhysics.PrismaticJoint(prim)
    parent, child = (str(r.GetTargets()[0]) for r in (joint.GetBody0Rel(), joint.GetBody1Rel()))
    low, high = kind.GetLowerLimitAttr().Get(), kind.GetUpperLimitAttr().Get()
    world_from_parent = UsdGeom.XformCache().GetLocalToWorldTransform(prim.GetStage().GetPrimAtPath(parent))
    axis = {"X": Gf.Vec3d.XAxis(), "Y": Gf.Vec3d.YAxis(), "Z": Gf.Vec3d.ZAxis()}[kind.GetAxisAttr().Get()]
    poses = {}
    for value in (low, (low + high) / 2.0, high, prim.GetAttribute("scenewright:position").Get()):
        still = Gf.Matrix4d(1.0)
        motion = still.SetRotate(Gf.Rotation(axis, value)) if turns else still.SetTranslate(axis * value)
        ends = [
            Gf.Matrix4d(Gf.Matrix3d(Gf.Quatd(turn.Get())), Gf.Vec3d(at.Get()))
            for turn, at in (
                (joint.GetLocalRot0Attr(), joint.GetLocalPos0Attr()),
                (joint.GetLocalRot1Attr(), joint.GetLocalPos1Attr()),
            )
        ]
        # matrices of USD are for rows: from the child through both ends to the world
        pose = ends[1].GetInverse() * motion * ends[0] * world_from_parent
        poses[value] = [list(row) for row in pose.GetTranspose()]
    return {"parent": parent, "child": child, "turns": turns, "limits": [low, high], "poses": list(poses.items())}


def connected(an_input: Any) -> Any:
    """The value of an input of a shader, or of the input ``file`` or ``varname`` of what it is connected to."""
    sources = an_input.GetConnectedSources()[0]
    if not sources:
        return plain(an_input.Get())
    source = UsdShade.Shader(sources[0].source.GetPrim())
    return {str(i.GetBaseName()): connected(i) for i in source.GetInputs()}


def plain(value: Any) -> Any:
    if isinstance(value, (str, int, float, bool)) or value is None:
        return value
    if hasattr(value, "resolvedPath"):
        return value.path
    if hasattr(value, "GetReal"):
        return [value.GetReal(), *value.GetImaginary()]
    if hasattr(value, "__len__"):
        return [plain(v) for v in value]
    return str(value)


if __name__ == "__main__":
    main(sys.argv[1])
