"""An installed package whose exporters tell a log outside of Scenewright that they ran, and misbehave when they are asked to."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

__all__ = ["install_witness", "witnessed"]

_MODULE = '''
import os
import platform
import signal
import time
from pathlib import Path

from scenewright.scene.atomic import CannotWrite
from scenewright.scene.export import Exported

LOG = {log!r}


class _Exporter:
    def available(self):
        return None

    def export(self, scene, out, *, provider=None, root=None, job=None):
        self.act(out)
        out.write_bytes(b"seen")
        return Exported((out,))


class Witness(_Exporter):
    """Adds a line to the log: who ran, where and when."""

    name, endings = "witness", (".witness",)

    def act(self, out):
        line = f"{{out.parent.name.rpartition('.')[0]}} {{os.getpid()}} {{time.time():.3f}} {{out.parent}}\\n"
        descriptor = os.open(LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(descriptor, line.encode())
        os.close(descriptor)


class Endless(_Exporter):
    name, endings = "endless", (".endless",)

    def act(self, out):
        while True:
            time.sleep(0.05)


class Hungry(_Exporter):
    name, endings = "hungry", (".hungry",)

    def act(self, out):
        held = []
        while True:
            held.append(os.urandom(1 << 20) * 16)


class Crashing(_Exporter):
    """Ends the process that it runs in."""

    name, endings = "crashing", (".crashing",)

    def act(self, out):
        os.kill(os.getpid(), signal.SIGKILL)


class CrashingOnce(_Exporter):
    """Ends the process that it runs in, at its first call on a machine."""

    name, endings = "crashing-once", (".once",)

    def act(self, out):
        told = Path(LOG).with_suffix(".crashed")
        if not told.exists():
            told.write_bytes(b"")
            os.kill(os.getpid(), signal.SIGKILL)


class Full(_Exporter):
    name, endings = "full", (".full",)

    def act(self, out):
        raise CannotWrite(28, "No space left on device", str(out))
'''

_CLASSES = ("Witness", "Endless", "Hungry", "Crashing", "CrashingOnce", "Full")


def install_witness(site: Path, log: Path) -> Path:
    """Write the package into the folder `site`, which must then be on the path of Python. Lines go to `log`."""
    site.mkdir(parents=True, exist_ok=True)
    (site / "batch_witness_plugin.py").write_text(_MODULE.format(log=str(log)))
    about = site / "batch_witness-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: batch-witness\nVersion: 1.0\n")
    lines = "".join(f"{name.lower()} = batch_witness_plugin:{name}\n" for name in _CLASSES)
    (about / "entry_points.txt").write_text(f"[scenewright.exporters]\n{lines}")
    return site


def witnessed(log: Path) -> Counter[str]:
    """How often each job was seen, by the name of its folder."""
    return Counter(line.split()[0] for line in log.read_text().splitlines()) if log.exists() else Counter()
