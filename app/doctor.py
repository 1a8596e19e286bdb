"""``scenewright doctor``: checks what works on this machine, and names the command that fixes each problem."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from scenewright.app.terminal.output import Reporter, guarded

__all__ = ["Check", "checks", "run"]


@dataclass(frozen=True, slots=True)
class Check:
    """One result. `state`: 'ok', 'missing' (a part does not work) or 'note'. `found`: the finding. `mend`: how to fix it."""

    name: str
    state: str
    found: str
    mend: str = ""


def checks() -> list[Check]:
    """Run all checks, in the order in which they are shown."""
    return [
        _python(),
        *_packages(),
        *_system_libraries(),
        _confinement(),
        _preview(),
        _blender(),
        _splats(),
        _captures(),
        _catalogue(),
        _meaning(),
        _pictures(),
        _models(),
        _mcp(),
        _settings(),
        _threads(),
    ]


def run(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        with reporter.job("checking"):
            results = checks()
        lines = []
        for check in results:
            mark = {"ok": "ok  ", "missing": "MISS", "note": "note"}[check.state]
            lines.append(f"{mark} {check.name:<14} {check.found}")
            if check.mend:
                lines.append(f"     {'':<14} -> {check.mend}")
        missing = [c.name for c in results if c.state == "missing"]
        lines.append("everything works" if not missing else f"does not work: {', '.join(missing)}")
        reporter.result({"checks": [asdict(c) for c in results], "ok": not missing}, lines)
        if missing:
            raise SystemExit(1)


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
            out.append(Check(package, "ok", _version(package)))
    return out


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "installed"


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


def _preview() -> Check:
    from scenewright.renderers.preview import PreviewRenderer

    why = PreviewRenderer().available()
    return Check("preview", "ok", "open3d's ray caster") if why is None else Check("preview", "missing", why)


def _blender() -> Check:
    from scenewright.renderers.base import RenderError
    from scenewright.renderers.blender import find_blender

    try:
        install = find_blender()
    except RenderError as error:
        return Check("blender", "note", str(error))
    gpus = ", ".join(install.gpus) or "none"
    denoiser = "yes" if install.denoiser else "no"
    return Check("blender", "ok", f"{install.choice.kind} {install.version}; denoiser {denoiser}, GPUs {gpus}")


def _splats() -> Check:
    for package in ("torch", "numba", "gsplat"):
        if importlib.util.find_spec(package) is None:
            return Check("splats", "missing", f"{package} is not installed", f"pip install {package}")
    import torch

    if torch.cuda.is_available():
        found = f"gsplat {_version('gsplat')} on {torch.cuda.get_device_name()}, compiled kernels on the CPU"
        return Check("splats", "ok", found)
    return Check("splats", "ok", f"drawn and trained on the CPU (numba {_version('numba')}); no CUDA device for gsplat")


def _captures() -> Check:
    needs = {
        "pycolmap": "cameras from photographs",
        "pillow_heif": "HEIC pictures",
        "imageio_ffmpeg": "frames of videos",
    }
    lacking = [what for module, what in needs.items() if importlib.util.find_spec(module) is None]
    if lacking:
        return Check("captures", "note", f"without {', '.join(lacking)}", "pip install 'scenewright[capture]'")
    return Check("captures", "ok", f"{', '.join(needs.values())} (pycolmap {_version('pycolmap')})")


def _catalogue() -> Check:
    from scenewright.assets import Catalogue

    catalogue = Catalogue.default()
    packs = sorted({e.pack for e in catalogue.entries})
    found = f"{len(catalogue.entries)} objects in {len(packs)} packs: {', '.join(packs)}"
    if catalogue.problems:
        return Check("catalogue", "note", found, "; ".join(catalogue.problems))
    return Check("catalogue", "ok", found)


def _meaning() -> Check:
    from scenewright.scene.semantics.encoders import text_encoder_missing

    why = text_encoder_missing()
    if why is None:
        return Check("words", "ok", "retrieval by exact word, synonym and meaning")
    return Check("words", "note", "retrieval by exact word and synonym only", why)


def _pictures() -> Check:
    from scenewright.scene.semantics.encoders import DEFAULT_PICTURE_ENCODER, picture_encoder_missing
    from scenewright.scene.semantics.regions import sam_missing

    why = picture_encoder_missing()
    if why is not None:
        return Check("pictures", "note", "words are not compared with pictures", why)
    found = f"open_clip {_version('open_clip_torch')}, {DEFAULT_PICTURE_ENCODER} unless another is named; weights come at first use"
    without = sam_missing()
    if without is not None:
        return Check("pictures", "note", f"{found}; regions are superpixels", without)
    return Check("pictures", "ok", f"{found}; regions are superpixels or Segment Anything")


def _models() -> Check:
    if importlib.util.find_spec("pydantic_ai") is None:
        return Check("models", "note", "no language model can write programs", "pip install 'scenewright[models]'")
    keys = [k for k in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY") if os.environ.get(k)]
    return Check("models", "ok", f"pydantic-ai {_version('pydantic-ai-slim')}; keys set: {', '.join(keys) or 'none'}")


def _mcp() -> Check:
    from scenewright.app.mcp_server.serving import mcp_missing

    if mcp_missing() is not None:
        return Check("mcp", "note", "no tools for MCP clients", "pip install 'scenewright[mcp]'")
    return Check("mcp", "ok", f"mcp {_version('mcp')}; scenewright mcp config list names clients")


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
