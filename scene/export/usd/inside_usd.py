"""The process that writes a USD layer from plain data. It is run by its path, never imported: ``inside_usd.py TASK ARRAYS LAYER``.

TASK is the JSON and ARRAYS the safetensors that :mod:`scenewright.scene.export.usd.writing` makes; LAYER is the file to write, whose ending
says how. It stands alone: the standard library, numpy, safetensors and pxr. It ends when its standard input closes. What goes wrong
is said on standard error, and the status is 1.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from pxr import Sdf, Vt
from safetensors.numpy import load_file

_SPECIFIERS = {"def": Sdf.SpecifierDef, "class": Sdf.SpecifierClass}


def main(task_file: str, arrays_file: str, target: str) -> None:
    threading.Thread(target=_end_with_the_host, daemon=True).start()
    task = json.loads(Path(task_file).read_text("utf-8"))
    arrays = load_file(arrays_file)
    layer = Sdf.Layer.CreateNew(target)
    with Sdf.ChangeBlock():
        root = layer.pseudoRoot
        root.SetInfo("upAxis", "Z")
        root.SetInfo("metersPerUnit", 1.0)
        layer.defaultPrim = task["world"].lstrip("/")
        layer.comment = task["comment"]
        layer.customLayerData = {k: Vt.StringArray(v) if isinstance(v, list) else v for k, v in task["data"].items()}
        for told in task["prims"]:
            _prim(layer, told, arrays)
    if not layer.Save():
        raise OSError(f"{target} cannot be saved")


def _end_with_the_host() -> None:
    # sys.stdin is not used: Python aborts at shutdown while another thread holds its lock
    while os.read(0, 1024):
        pass
    os._exit(1)


def _prim(layer: Any, told: dict[str, Any], arrays: dict[str, Any]) -> None:
    parent, _, name = told["path"].rpartition("/")
    above = layer.GetPrimAtPath(parent) if parent else layer.pseudoRoot
    prim = Sdf.PrimSpec(above, name, _SPECIFIERS[told["specifier"]], told["type"])
    if "kind" in told:
        prim.kind = told["kind"]
    if "instanceable" in told:
        prim.instanceable = True
    if "shown" in told:
        prim.displayName = told["shown"]
    if "info" in told:
        prim.assetInfo = told["info"]
    if "schemas" in told:
        schemas = Sdf.TokenListOp()
        schemas.prependedItems = told["schemas"]
        prim.SetInfo("apiSchemas", schemas)
    if "reference" in told:
        prim.referenceList.prependedItems = [Sdf.Reference("", told["reference"])]
    for key, value in told.get("attributes", {}).items():
        _attribute(prim, key, value, arrays)
    for key, paths in told.get("targets", {}).items():
        relationship = Sdf.RelationshipSpec(prim, key, False, Sdf.VariabilityUniform)
        relationship.targetPathList.explicitItems = [Sdf.Path(path) for path in paths]


def _attribute(prim: Any, name: str, told: dict[str, Any], arrays: dict[str, Any]) -> None:
    type_name = Sdf.ValueTypeNames.Find(told["type"])
    variability = Sdf.VariabilityUniform if "uniform" in told else Sdf.VariabilityVarying
    attribute = Sdf.AttributeSpec(prim, name, type_name, variability, "custom" in told)
    if "array" in told:
        attribute.default = type(type_name.defaultValue).FromNumpy(arrays[told["array"]])
    elif "value" in told:
        attribute.default = _value(type_name, told["value"])
    if "interpolation" in told:
        attribute.SetInfo("interpolation", told["interpolation"])
    if "elements" in told:
        attribute.SetInfo("elementSize", told["elements"])
    if "connect" in told:
        attribute.connectionPathList.explicitItems = [Sdf.Path(told["connect"])]


def _value(type_name: Any, value: Any) -> Any:
    kind = type(type_name.defaultValue)
    if isinstance(value, list) and not type_name.isArray and not isinstance(value[0], list):
        return kind(*value)
    return kind(value)


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    # the thread that watches standard input is blocked in a read
    os._exit(0)
