"""What finds things by words and pictures: the catalogue, encoders, and weights that are on this machine."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from scenewright.app.doctor.check import Check, version_of

__all__ = ["meaning_checks"]

_SHOWN = 6


def meaning_checks() -> list[Check]:
    return [_catalogue(), _meaning(), _pictures(), _weights(), _lpips()]


def _catalogue() -> Check:
    from scenewright.assets import Catalogue

    catalogue = Catalogue.default()
    packs = sorted({e.pack for e in catalogue.entries})
    found = (
        f"{len(catalogue.entries)} objects in {len(packs)} {'pack' if len(packs) == 1 else 'packs'}: {', '.join(packs)}"
    )
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
    found = f"open_clip {version_of('open_clip_torch')}, {DEFAULT_PICTURE_ENCODER} unless another is named; weights come at first use"
    without = sam_missing()
    if without is not None:
        return Check("pictures", "note", f"{found}; regions are superpixels", without)
    return Check("pictures", "ok", f"{found}; regions are superpixels or Segment Anything")


def _weights() -> Check:
    """Weights of the model hub that are on this machine, by the hub's own layout of its cache; nothing is downloaded."""
    enables = "words compared with pictures and regions by Segment Anything without a network"
    hub = Path(
        os.environ.get("HF_HUB_CACHE") or Path(os.environ.get("HF_HOME") or "~/.cache/huggingface") / "hub"
    ).expanduser()
    try:
        kept = sorted(f.name.removeprefix("models--").replace("--", "/") for f in hub.glob("models--*"))
    except OSError as error:
        return Check(
            "weights", "note", f"{hub} cannot be read: {error}", "mend its permissions, or set HF_HOME", enables
        )
    if not kept:
        mend = "they come at first use; without a network copy a folder of weights here and name it as the encoder"
        return Check("weights", "note", f"none in {hub}", mend, enables)
    more = f" and {len(kept) - _SHOWN} more" if len(kept) > _SHOWN else ""
    return Check("weights", "ok", f"{', '.join(kept[:_SHOWN])}{more} in {hub}")


def _lpips() -> Check:
    from scenewright.scene.splats.training.metrics import lpips_missing

    if importlib.util.find_spec("torch") is None:
        return Check("LPIPS", "note", "torch is not installed", "pip install torch", "perceptual scores of trainings")
    why = lpips_missing()
    if why is None:
        return Check("LPIPS", "ok", "measured by trainings")
    found, _, mend = why.removeprefix("LPIPS: ").partition(": ")
    return Check("LPIPS", "note", found, mend, "perceptual scores of trainings")
