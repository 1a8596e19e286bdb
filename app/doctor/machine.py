"""What Scenewright stands on: Python, packages, system libraries, what confines programs, settings, cores."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys

from scenewright.app.doctor.check import Check, version_of

__all__ = ["machine_checks"]


def machine_checks() -> list[Check]:
    return [_python(), *_packages(), *_system_libraries(), _confinement(), _settings(), _threads()]


def _python() -> Check:
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info[:2] not in ((3, 11), (3, 13)):
        return Check(
            "python", "note", found, "Blender's wheels exist for 3.11 and 3.13; here an installed Blender is used"
        )
    return Check("python", "ok", found)


def _packages() -> list[Check]:
    names = {"numpy": "numpy", "trimesh": "trimesh", "open3d": "open3d", "libcst": "libcst"}
    out = []
    for module, package in names.items():
        if importlib.util.find_spec(module) is None:
            out.append(Check(package, "missing", "is not installed", f"pip install {package}"))
        else:
            out.append(Check(package, "ok", version_of(package)))
    return out


def _system_libraries() -> list[Check]:
    from scenewright.renderers.base import install_command, missing_libraries

    out = []
    for package in ("open3d", "bpy"):
        if importlib.util.find_spec(package) is None:
            continue
        missing = missing_libraries(package)
        if missing:
            command = install_command([package], missing) or "install them with your system's package manager"
            out.append(Check(f"{package} libs", "missing", f"lacks {', '.join(missing)}", command))
        else:
            out.append(Check(f"{package} libs", "ok", "all found"))
    return out


def _confinement() -> Check:
    from scenewright.scene.errors import ConfinementError
    from scenewright.scene.language.running import what_holds

    try:
        report = what_holds()
    except ConfinementError as error:
        return Check("confinement", "missing", str(error), "see SECURITY.md")
    level = report.level.name.lower()
    found = f"{level}: Landlock ABI {report.landlock or 'none'}, seccomp {'yes' if report.seccomp else 'no'}"
    if report.proofs:
        found += f"; {sum(report.proofs.values())} of {len(report.proofs)} escapes tried were stopped"
    if level == "full":
        return Check("confinement", "ok", found)
    return Check(
        "confinement", "missing" if level == "none" else "note", found, "; ".join(report.problems) or "see SECURITY.md"
    )


def _settings() -> Check:
    from scenewright.scene.settings import Origin, resolve_settings, user_settings_file

    resolved = resolve_settings()
    chosen = [
        f"{key} from {where}" for key, (origin, where) in resolved.origins.items() if origin is not Origin.DEFAULT
    ]
    found = "; ".join(chosen) or f"all defaults; your own go into {user_settings_file()}"
    if resolved.notes:
        return Check("settings", "note", found, "; ".join(resolved.notes))
    return Check("settings", "ok", found)


def _threads() -> Check:
    from scenewright.scene.threads import thread_count

    cores = os.cpu_count() or 1
    free = shutil.disk_usage(".").free / 2**30
    return Check("machine", "ok", f"{thread_count()} of {cores} cores in use, {free:.0f} GB free here")
