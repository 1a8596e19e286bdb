"""Runs in another checkout of this project: a program on standard input is laid out there, as `generate` did.

    cd CHECKOUT && PYTHONPATH=CHECKOUT python old_layout.py < program.py

Gives ``{"source", "seconds", "problem"}`` as JSON on standard output. It knows nothing of the checkout that it belongs to.
"""

from __future__ import annotations

import json
import sys
import time

sys.path.pop(0)  # this folder's own modules are of the other checkout


def main() -> None:
    from scenewright.assets import Catalogue
    from scenewright.scene.errors import ScenewrightError
    from scenewright.scene.language.running import evaluate
    from scenewright.scene.layout import solve_scene

    text = sys.stdin.read()
    catalogue = Catalogue.built_in()
    begun, problem = time.perf_counter(), ""
    source = text
    try:
        scene = evaluate(text, assets=catalogue)
        begun = time.perf_counter()
        result = solve_scene(
            text,
            scene,
            lambda t: evaluate(t, assets=catalogue),
            provider=catalogue,
            seconds=4.0,
            settle=False,
            best_effort=True,
        )
        source = result.source
        problem = "; ".join(c.says for c in result.conflicts)
    except ScenewrightError as error:
        problem = f"{type(error).__name__}: {error}"
    json.dump({"source": source, "seconds": time.perf_counter() - begun, "problem": problem}, sys.stdout)


if __name__ == "__main__":
    main()
