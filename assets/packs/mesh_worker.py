"""The child process that opens untrusted files: meshes and Sweet Home 3D libraries. Started by path, never imported.

``python -I mesh_worker.py COMMAND INPUT OUTPUT OPTIONS``, options as JSON. It prints one line of JSON: what it found, or
``{"error": ...}``. Before it opens INPUT it gives up what it does not need: memory and CPU time are bounded, on Linux
Landlock leaves it the interpreter's files and INPUT to read and OUTPUT's folder to write, and seccomp no socket and no other
process. It stands alone: the libraries that it needs, the folder :mod:`mesh_reading` beside it,
:mod:`scenewright.scene.children.parser.child_limits`, and the modules of :mod:`scenewright.scene.pictures` that import nothing of ours.

Commands: ``read`` GLB -> safetensors of plain arrays; ``inspect`` GLB -> facts for a person who adds it; ``list`` SH3F ->
its pieces; ``convert`` one piece of an SH3F -> GLB, and beside it what ``read`` makes of that; ``inspect-bundle`` and
``convert-bundle`` do the same for a mesh of another format with the files that it names (:mod:`mesh_reading.bundle`); ``tree``,
``tree-bundle`` and ``tree-usd`` read a scene file: its node tree, and the GLB of its meshes (:mod:`mesh_reading.node_tree`).
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

MAX_FILE = 512 << 20
MEMORY = 6 << 30
"""Bytes. A child gets half of what is available, if that is less."""
CPU_SECONDS = 120
NOT_NEEDED = ("embreex", "manifold3d", "networkx", "rtree", "scipy.ndimage", "scipy.optimize", "shapely")
"""What trimesh loads where it is installed, and no reader of files uses: it takes as long to load as all the rest."""


def main() -> None:
    command, source, target, options = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4])
    warnings.simplefilter("ignore")
    here = Path(__file__).resolve()
    sys.path += [str(here.parent), str(here.parents[2] / "scene" / "children" / "parser")]
    # for what is said below to be used of our own package; not resolved, since the package's folders are links
    sys.path.insert(0, str(Path(__file__).absolute().parents[3]))
    for name in NOT_NEEDED:
        sys.modules[name] = None  # type: ignore[assignment]
    # loaded before the folders close
    from child_limits import confine, too_much_memory
    from mesh_reading import bundle, facts, furniture_library, glb, node_tree
    from mesh_reading.pictures import only_known_pictures
    from mesh_reading.refusal import MeshRefused

    if command == "tree-usd":  # Pixar's library takes a while to load
        from mesh_reading import usd_scene

        usd_scene.make_folders(source, target.parent)

    only_known_pictures()
    memory, confined = confine(source, target.parent, memory=MEMORY, cpu_seconds=CPU_SECONDS)
    try:
        if source.stat().st_size > MAX_FILE:
            raise MeshRefused(f"it has {source.stat().st_size:,} bytes; the limit is {MAX_FILE:,}")
        commands = {
            "read": glb.read,
            "inspect": facts.inspect,
            "list": furniture_library.list_library,
            "convert": furniture_library.convert,
            "inspect-bundle": bundle.inspect_bundle,
            "convert-bundle": bundle.convert_bundle,
            "tree": node_tree.read_tree,
            "tree-bundle": node_tree.read_tree_of_bundle,
        }
        run = usd_scene.read_usd_tree if command == "tree-usd" else commands[command]
        answer = run(source, target, options)
        answer["confined"] = confined
    except MeshRefused as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": too_much_memory(memory)}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    except Exception as error:  # noqa: BLE001 - whatever a parser of a hostile file raises is an answer about the file
        answer = {"error": f"it cannot be read ({type(error).__name__}: {error})"[:400]}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
