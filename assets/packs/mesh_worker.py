"""The child process that opens untrusted files: GLB meshes and Sweet Home 3D libraries. Started by path, never imported.

``python -I mesh_worker.py COMMAND INPUT OUTPUT OPTIONS``, options as JSON. It prints one line of JSON: what it found, or
``{"error": ...}``. Before it opens INPUT it gives up what it does not need: memory and CPU time are bounded, on Linux
Landlock leaves it the interpreter's files and INPUT to read and OUTPUT's folder to write. It stands alone: the libraries
that it needs, the folder :mod:`mesh_reading` beside it, and :mod:`scenewright.scene.children.parser.child_limits`.

Commands: ``read`` GLB -> safetensors of plain arrays; ``inspect`` GLB -> facts for a person who adds it; ``list`` SH3F ->
its pieces; ``convert`` one piece of an SH3F -> GLB, and beside it what ``read`` makes of that.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

MAX_FILE = 512 << 20
MAX_PIXELS = 8192 * 8192
MEMORY = 6 << 30
CPU_SECONDS = 120


def main() -> None:
    command, source, target, options = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4])
    warnings.simplefilter("ignore")
    here = Path(__file__).resolve()
    sys.path += [str(here.parent), str(here.parents[2] / "scene" / "children" / "parser")]
    from child_limits import bound_resources, close_folders

    bound_resources(MEMORY, CPU_SECONDS)
    # loaded before the folders close
    import PIL.Image
    from mesh_reading import facts, furniture_library, glb
    from mesh_reading.refusal import MeshRefused

    PIL.Image.init()
    PIL.Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    confined = close_folders(source, target.parent)
    try:
        if source.stat().st_size > MAX_FILE:
            raise MeshRefused(f"it has {source.stat().st_size:,} bytes; the limit is {MAX_FILE:,}")
        run = {
            "read": glb.read,
            "inspect": facts.inspect,
            "list": furniture_library.list_library,
            "convert": furniture_library.convert,
        }[command]
        answer = run(source, target, options)
        answer["confined"] = confined
    except MeshRefused as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": f"it needs more than {MEMORY >> 30} GiB of memory"}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    except Exception as error:  # noqa: BLE001 - whatever a parser of a hostile file raises is an answer about the file
        answer = {"error": f"it cannot be read ({type(error).__name__}: {error})"[:400]}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
