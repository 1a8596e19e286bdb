"""The process that runs programs, started by its path: `python -P -s worker.py SETTINGS`, SETTINGS being JSON.

It imports numpy and the language once. In mode 'serve' it then forks one confined child for each program
(:mod:`scenewright.scene.language.running.fork_server`); in mode 'once', for systems without a safe fork, it runs a single program itself;
in mode 'probe' it prints how far the kernel can confine programs here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def _set_path(extra: list[str]) -> None:
    # Our package comes first, whatever the current folder; the paths of the host come last, for packages installed there.
    sys.path.insert(0, str(Path(__file__).absolute().parents[4]))
    sys.path.extend(entry for entry in extra if entry not in sys.path)


def main(settings: dict[str, Any]) -> int:
    _set_path(settings["path"])
    if settings["mode"] == "probe":
        from scenewright.scene.children.kernel import KernelLevel, prove

        sys.stdout.write(json.dumps(prove(KernelLevel(settings["level"])).to_json()))
        return 0

    from scenewright.scene.language.running.child import Preparation, run_once

    preparation = Preparation(settings["entry"], settings["modules"])
    if settings["mode"] == "once":
        return run_once(preparation)

    from scenewright.scene.language.running.fork_server import serve

    return serve(settings["control"], preparation)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
