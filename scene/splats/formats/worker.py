"""The child process that parses untrusted splat files. It is started by path and never imported.

Call: ``python -I worker.py FORMAT SOURCE TARGET OPTIONS``, options as JSON. It prints one line of JSON, the result or
``{"error": ...}``, and writes the arrays to TARGET as safetensors. Before it opens SOURCE it restricts itself: memory and CPU time
are limited, and on Linux, Landlock allows only to read the interpreter's files and SOURCE (or its folder, for a format of several
files) and to write to TARGET's folder, and seccomp allows no socket and no other process. It imports only numpy, zstandard, Pillow,
the folder :mod:`decoding` beside it, and :mod:`scenewright.scene.children.parser.child_limits`.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

MEMORY = 24 << 30
"""Bytes. A child gets half of what is available, if that is less."""
CPU_SECONDS = 600
MOST_WRITTEN = 16 << 30
"""Bytes: 50 million Gaussians with all harmonics have 12 billion."""
FOLDER_FORMATS = (".json", ".gltf")


def main() -> None:
    name, source, target, options = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4])
    warnings.simplefilter("ignore")
    here = Path(__file__).resolve()
    sys.path += [str(here.parent), str(here.parents[2] / "children" / "parser")]
    # these load before access to folders is restricted
    import numpy as np
    from child_limits import confine, too_much_memory  # type: ignore[import-not-found]
    from decoding import READERS  # type: ignore[import-not-found]
    from decoding.columns import Options, Refused, checked  # type: ignore[import-not-found]
    from PIL import Image
    from safetensors.numpy import save_file

    Image.init()
    # the readers check a picture's size before it is unpacked
    Image.MAX_IMAGE_PIXELS = None
    beside = [source.parent] if source.suffix.lower() in FOLDER_FORMATS else []
    memory, confined = confine(
        source,
        target.parent,
        memory=MEMORY,
        cpu_seconds=CPU_SECONDS,
        written=MOST_WRITTEN,
        readable=[here.parent, *beside],
    )
    try:
        parsed_options = Options(**options)
        parts = [checked(part, parsed_options) for part in READERS[name](source, parsed_options)]
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
        answer = {"error": too_much_memory(memory)}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    except Exception as error:  # noqa: BLE001 - any exception of a parser is reported as an error of the file
        answer = {"error": f"it cannot be read ({type(error).__name__}: {error})"[:400]}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
