"""The child process that opens untrusted fields: torch checkpoints and numpy arrays. It is started by path and never imported.

Call: ``python -I import_worker.py KIND SOURCE TARGET`` with KIND ``array``, ``checkpoint`` or ``decoder``. It prints one line of JSON,
the result or ``{"error": ...}``, and writes the arrays to TARGET as safetensors, float32. Memory and CPU time are limited before SOURCE
is opened, and on Linux, Landlock allows only to read the interpreter's files and SOURCE and to write to TARGET's folder, and seccomp
allows no socket and no other process. A checkpoint can yield only tensors, numbers, strings and containers of these (torch's
``weights_only``), and its unpacked size is limited.
It imports only numpy, torch, safetensors and :mod:`scenewright.scene.children.parser.child_limits`.
"""

from __future__ import annotations

import json
import sys
import warnings
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MEMORY = 48 << 30
"""Bytes. A child gets half of what is available, if that is less."""
CPU_SECONDS = 600
MOST_BYTES = 8 << 30

_LANGSPLAT_WITH_FEATURES = 13
_LANGSPLAT_AT = {"means": 1, "dc": 2, "rest": 3, "log_scales": 4, "quats": 5, "logits": 6, "features": 7}
_GSPLAT = ("means", "quats", "scales", "opacities", "features")


class ImportRefused(Exception):
    """The file is invalid. The message describes the problem; the host puts the file's name before it."""


def main() -> None:
    kind, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    warnings.simplefilter("ignore")
    here = Path(__file__).resolve()
    sys.path.append(str(here.parents[2] / "children" / "parser"))
    # these load before access to folders is restricted
    import numpy as np
    from child_limits import confine, too_much_memory  # type: ignore[import-not-found]
    from safetensors.numpy import save_file

    if kind != "array":
        import torch  # noqa: F401

    memory, _ = confine(source, target.parent, memory=MEMORY, cpu_seconds=CPU_SECONDS, written=2 * MOST_BYTES)
    try:
        format_name, arrays = {"array": _array, "checkpoint": _checkpoint, "decoder": _decoder}[kind](source)
        save_file({k: np.ascontiguousarray(v, dtype=np.float32) for k, v in arrays.items()}, target)
        answer: dict[str, Any] = {"format": format_name}
    except ImportRefused as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": too_much_memory(memory)}
    except RecursionError:
        answer = {"error": "it is nested too deeply"}
    except Exception as error:  # noqa: BLE001 - any exception of a parser is reported as an error of the file
        answer = {"error": f"it cannot be read ({type(error).__name__}: {error})".split("\n")[0][:400]}
    sys.stdout.write(json.dumps(answer) + "\n")


def _array(source: Path) -> tuple[str, dict[str, Any]]:
    import numpy as np

    if source.stat().st_size > MOST_BYTES:
        raise ImportRefused(f"it has more than {MOST_BYTES:,} bytes")
    try:
        # memory-mapped, so that the header is checked against the file's size before memory is allocated
        values = np.load(source, allow_pickle=False, mmap_mode="r")
    except (OSError, ValueError, EOFError, OverflowError) as error:
        raise ImportRefused(f"it cannot be read as an array ({error})") from None
    if not isinstance(values, np.ndarray) or values.ndim != 2 or values.dtype.kind != "f":
        raise ImportRefused("it holds no features (N, D) of floating numbers")
    return "npy", {"features": values}


def _loaded(source: Path) -> Any:
    """Load a torch checkpoint. Those older than torch 1.6 are refused: they are plain pickles, whose unpacked size is unknown."""
    import torch

    try:
        with zipfile.ZipFile(source) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise ImportRefused("it is no checkpoint of torch 1.6 or later: save it again with a newer torch") from None
    if size > MOST_BYTES:
        raise ImportRefused(f"it unpacks to {size:,} bytes: at most {MOST_BYTES:,} are read")
    try:
        return torch.load(source, map_location="cpu", weights_only=True)
    except Exception as error:  # noqa: BLE001 - torch may raise any exception for invalid files
        reason = str(error).strip().split("\n")[0][:200]
        raise ImportRefused(f"it cannot be read as a checkpoint without running code of it ({reason})") from None


def _checkpoint(source: Path) -> tuple[str, dict[str, Any]]:
    values = _loaded(source)
    if isinstance(values, (tuple, list)) and values and isinstance(values[0], (tuple, list)):
        return "langsplat", _langsplat(values[0])
    if isinstance(values, Mapping):
        return "gsplat", _gsplat(values.get("splats", values))
    raise ImportRefused("it is no checkpoint of LangSplat or gsplat")


def _langsplat(model: Any) -> dict[str, Any]:
    if len(model) != _LANGSPLAT_WITH_FEATURES:
        raise ImportRefused("it is a checkpoint of LangSplat without language features: train them, or give another")
    named = {name: model[at] for name, at in _LANGSPLAT_AT.items()}
    if not all(_is_tensor(t) for t in named.values()) or named["features"].ndim != 2:
        raise ImportRefused("it is no checkpoint of LangSplat: it holds other things in its places")
    return _numpy(named)


def _gsplat(splats: Any) -> dict[str, Any]:
    if not isinstance(splats, Mapping) or not all(_is_tensor(splats.get(n)) for n in _GSPLAT):
        raise ImportRefused(f"it is no checkpoint of gsplat with features: its splats need {', '.join(_GSPLAT)}")
    if splats["features"].ndim != 2:
        raise ImportRefused(f"its features are {tuple(splats['features'].shape)}, not (N, D)")
    renamed = {
        "means": "means",
        "quats": "quats",
        "scales": "log_scales",
        "opacities": "logits",
        "features": "features",
    }
    renamed |= {ours: n for ours, n in {"sh0": "dc", "shN": "rest"}.items() if _is_tensor(splats.get(ours))}
    return _numpy({ours: splats[theirs] for theirs, ours in renamed.items()})


def _decoder(source: Path) -> tuple[str, dict[str, Any]]:
    """The decoder layers of LangSplat's autoencoder: ``0.weight``, ``0.bias``, ``1.weight`` ..."""
    state = _loaded(source)
    if not isinstance(state, Mapping):
        raise ImportRefused("it is no checkpoint of an autoencoder")
    numbers = sorted(
        {int(p[1]) for k in state if (p := str(k).split("."))[0] == "decoder" and len(p) == 3 and p[1].isdecimal()}
    )
    if not numbers:
        raise ImportRefused("it has no 'decoder': give the checkpoint of LangSplat's autoencoder")
    out = {}
    for at, number in enumerate(numbers):
        for end in ("weight", "bias"):
            values = state.get(f"decoder.{number}.{end}")
            if not _is_tensor(values):
                raise ImportRefused(f"layer {number} of the decoder lacks its weight or bias")
            out[f"{at}.{end}"] = values
    return "decoder", _numpy(out)


def _is_tensor(value: Any) -> bool:
    import torch

    return isinstance(value, torch.Tensor)


def _numpy(named: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tensor.detach().float().numpy() for name, tensor in named.items()}


if __name__ == "__main__":
    main()
