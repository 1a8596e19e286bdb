"""The process that decodes pictures, started by its path: `python -P -s process.py SETTINGS`, SETTINGS being JSON.

In mode 'serve' it forks one confined child for each request (:mod:`scenewright.scene.pictures.serving`); in mode 'once', for systems
without a safe fork, it serves a single request itself.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def main(settings: dict[str, Any]) -> int:
    # Our package comes first, whatever the current folder; the paths of the host come last, for packages installed there.
    sys.path.insert(0, str(Path(__file__).absolute().parents[3]))
    sys.path.extend(entry for entry in settings["path"] if entry not in sys.path)

    from scenewright.scene.pictures.serving import serve, serve_once

    return serve(settings["control"]) if settings["mode"] == "serve" else serve_once(settings["limits"])


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
