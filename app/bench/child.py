"""The process of one part: ``python -m scenewright.app.bench.child NAME quick|full THREADS ROOMS FILE``. It writes the figures as JSON."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

from scenewright.app.bench.figures import BenchSize
from scenewright.app.bench.parts import PARTS

if __name__ == "__main__":  # workers that the parts start import this module again
    if hasattr(signal, "SIGCHLD"):
        # who starts it may ignore the signal: the processor time of children is then not counted
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _name, _tier, _threads, _rooms, _file = sys.argv[1:]
    _figures = PARTS[_name].measure(BenchSize(_tier == "full", int(_threads), Path(_rooms)))
    Path(_file).write_text(json.dumps([figure.to_json() for figure in _figures]), encoding="utf-8")
