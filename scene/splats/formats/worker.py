"""The child that opens splat files of strangers. Started by path, never imported.

``python -I worker.py FORMAT SOURCE TARGET OPTIONS``, options as JSON. It prints one line of JSON: what it found, or
``{"error": ...}``; the arrays go to TARGET as safetensors. Before it opens SOURCE it gives up what it does not need: memory and
CPU time are bounded, and on Linux Landlock leaves it the interpreter's files and SOURCE (of a format of several files, its
folder) to read and TARGET's folder to write. It stands alone: numpy, zstandard, Pillow, the folder
:mod:`decoding` beside it, and :mod:`scenewright.scene.children.parser.child_limits`.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

MEMORY = 24 << 30
CPU_SECONDS = 600
FOLDER_FORMATS = (".json", ".gltf")


def main() -> None:
    name, source, target, options = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4])
    warnings.simplefilter("ignore")
    here = Path(__file__).resolve()
    sys.path += [str(here.parent), str(here.parents[2] / "children" / "parser")]
    from child_limits import bound_resources, close_folders  # type: ignore[import-not-found]

    bound_resources(MEMORY, CPU_SECONDS)
    # loaded before the folders close
    import numpy as np
    from decoding import READERS  # type: ignore[import-not-found]
    from decoding.columns import Options, Refused, checked  # type: ignore[import-not-found]
    from PIL import Image
    from safetensors.numpy import save_file

    Image.init()
    # sizes are held against what the file says before a picture is unpacked
    Image.MAX_IMAGE_PIXELS = None
    beside = [source.parent] if source.suffix.lower() in FOLDER_FORMATS else []
    confined = close_folders(source, target.parent, readable=[here.parent, *beside])
    try:
        given = Options(**options)
        parts = [checked(part, given) for part in READERS[name](source, given)]
        arrays: dict[str, Any] = {}
        for at, part in enumerate(parts):
            columns = {
                k: getattr(part, k) for k in ("means", "quats", "log_scales", "logits", "sh", "entity_ids", "matrix")
            }
            arrays |= {f"{at}/{k}": np.ascontiguousarray(v) for k, v in columns.items() if v is not None}
        save_file(arrays, target)
        answer: dict[str, Any] = {
            "parts": len(parts),
            "notes": list(dict.fromkeys(note for part in parts for note in part.notes)),
            "details": parts[0].details if parts else {},
            "beside": sum(part.beside for part in parts),
            "confined": confined,
        }
    except Refused as error:
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
