"""The confinement of this machine, tried in a new process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from scenewright.scene.children.kernel import KernelLevel, KernelReport, survey
from scenewright.scene.errors import ConfinementError
from scenewright.scene.language.running.worker_command import worker_command, worker_environment

__all__ = ["what_holds"]


def what_holds(level: KernelLevel = KernelLevel.FULL) -> KernelReport:
    """The report of :func:`scenewright.scene.children.kernel.prove` from a new process.

    Any process may call this: the confinement binds the new one only.

    Raises:
        ConfinementError: the new process ended without an answer.
    """
    if not sys.platform.startswith("linux"):
        return survey()
    answer = subprocess.run(
        worker_command({"mode": "probe", "level": int(level)}),
        capture_output=True,
        env=worker_environment(),
        timeout=60,
        check=False,
        cwd=Path(sys.executable).parent,
    )
    try:
        return KernelReport.from_json(json.loads(answer.stdout))
    except (ValueError, KeyError, TypeError) as error:
        tail = answer.stderr.decode("utf-8", "replace").strip()[-300:]
        raise ConfinementError(
            f"the confinement check ended without an answer: {tail or error}", kind="kernel"
        ) from error
