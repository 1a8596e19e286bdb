"""Names of open_clip's encoders, and where their weights come from.

=====================================  ==========================================================================================
``open_clip:MODEL/TAG``                weights that open_clip knows by that tag: from the hub's cache, else downloaded by open_clip
``open_clip:MODEL/TAG@PATH``           the weights of that tag, in the file PATH or in a file of the folder PATH
``open_clip:@FOLDER``                  a folder with ``open_clip_config.json`` and weights, as repositories of the hub hold them
``open_clip:MODEL/random``             no weights but random ones, always the same: for tests, and called so in every answer
=====================================  ==========================================================================================

Weights are safetensors wherever a repository has them. Files ending on ``.bin`` or ``.pt`` are pickles: they are read by torch with
``weights_only``, which builds tensors and refuses everything else. What came from a path is named by its digest.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenewright.scene.semantics.encoders.base import EncoderError
from scenewright.scene.semantics.encoders.sessions import no_telemetry, unreachable

__all__ = ["PREFIX", "Loaded", "OpenClipName", "cached", "load"]

PREFIX = "open_clip:"
RANDOM = "random"
CONFIG = "open_clip_config.json"
_PREFERRED = ("open_clip_model.safetensors", "open_clip_pytorch_model.safetensors", "model.safetensors")
_ENDINGS = (".safetensors", ".bin", ".pt", ".pth")
_PREPROCESSING = ("mean", "std", "interpolation", "resize_mode", "size")


@dataclass(frozen=True)
class OpenClipName:
    """What a name says. `model`, `tag`: '' where a folder says it. `path`: None where the hub has the weights."""

    model: str
    tag: str
    path: Path | None

    @classmethod
    def parse(cls, name: str) -> OpenClipName:
        """
        Raises:
            EncoderError: the name has none of the four forms, or open_clip knows no such model or tag.
        """
        body, at, path = name.removeprefix(PREFIX).partition("@")
        model, _, tag = body.partition("/")
        if at and not path:
            raise EncoderError(f"'{name}' names no path after the @")
        if not model:
            if not at or tag:
                raise EncoderError(f"'{name}' names no model: write {PREFIX}MODEL/TAG or {PREFIX}@FOLDER")
            return cls("", "", Path(path).expanduser())
        open_clip = library()
        if open_clip.get_model_config(model) is None:
            raise EncoderError(f"open_clip has no model '{model}': {_like(model, open_clip.list_models())}")
        tags = open_clip.list_pretrained_tags_by_model(model)
        if tag == RANDOM and not at:
            return cls(model, tag, None)
        if tag not in tags:
            known = ", ".join(f"{model}/{t}" for t in tags) or f"none: put weights beside an {CONFIG}, {PREFIX}@FOLDER"
            raise EncoderError(f"'{name}' must say which weights; of {model} open_clip knows {known}")
        return cls(model, tag, Path(path).expanduser() if at else None)


@dataclass(frozen=True, eq=False)
class Loaded:
    """A model with its weights. `name`: as answers give it. `dimension`: numbers a vector. `tokenizer`, `preprocess`: of open_clip, for
    its texts and pictures."""

    name: str
    dimension: int
    model: Any
    tokenizer: Any
    preprocess: Any


def library() -> Any:
    """open_clip, imported without telemetry."""
    no_telemetry()
    import open_clip

    return open_clip


def load(name: str, device: str) -> Loaded:
    """The model of that name, ready to encode.

    Raises:
        EncoderError: an unknown name; weights that are not there and cannot be fetched, or cannot be read.
    """
    wanted = OpenClipName.parse(name)
    open_clip = library()
    if wanted.tag == RANDOM:
        return _random(wanted.model, device)
    if wanted.path is None:
        full, file = f"{PREFIX}{wanted.model}/{wanted.tag}", _fetched(wanted.model, wanted.tag)
    else:
        file = _file_in(wanted.path)
        body = f"{wanted.model}/{wanted.tag}" if wanted.model else wanted.path.resolve().name
        full = f"{PREFIX}{body}@{_digest(file)}"
    try:
        if wanted.model:
            known = open_clip.get_pretrained_cfg(wanted.model, wanted.tag)
            source = wanted.model
            model = open_clip.create_model(
                source,
                pretrained=str(file),
                device=device,
                weights_only=True,
                force_quick_gelu=bool(known.get("quick_gelu")),
                force_preprocess_cfg={k: known[k] for k in _PREPROCESSING if known.get(k) is not None},
            )
        else:
            # open_clip would choose among several files by its own order: what is read must be what was digested
            source = f"local-dir:{file.parent}"
            with _quiet():
                model = open_clip.create_model(source, load_weights=False, pretrained_text=False, device=device)
            open_clip.load_checkpoint(model, str(file), weights_only=True)
        tokenizer = open_clip.get_tokenizer(source)
    except Exception as error:  # open_clip, torch, safetensors and transformers each raise their own
        raise EncoderError(f"{full} cannot be loaded from {file}: {_first_line(error)}") from error
    return _ready(full, source, model, tokenizer)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without open_clip's warning that a model has no weights yet."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def _random(model: str, device: str) -> Loaded:
    import torch

    open_clip = library()
    with torch.random.fork_rng(devices=[]), _quiet():
        torch.manual_seed(0)
        made = open_clip.create_model(model, pretrained=None, pretrained_text=False, device=device)
    try:
        tokenizer = open_clip.get_tokenizer(model)
    except Exception as error:  # tokenizers of some models are files of the hub
        raise EncoderError(f"the tokenizer of {model} cannot be had: {_first_line(error)}") from error
    return _ready(f"{PREFIX}{model}/{RANDOM}", model, made, tokenizer)


def _ready(name: str, source: str, model: Any, tokenizer: Any) -> Loaded:
    from open_clip.timm_model import TimmModel
    from open_clip.transform import PreprocessCfg, image_transform_v2
    from timm.utils.model import reparameterize_model

    model.eval()
    if isinstance(model.visual, TimmModel):
        # Branches that are only there for training become one convolution each: the same numbers, sooner (MobileOne, FastViT).
        model.visual.trunk = reparameterize_model(model.visual.trunk)
    preprocess = image_transform_v2(PreprocessCfg(**model.visual.preprocess_cfg), is_train=False)
    dimension = int(library().get_model_config(source)["embed_dim"])
    return Loaded(name, dimension, model, tokenizer, preprocess)


def cached(model: str, tag: str) -> Path | None:
    """The weights of a tag where an earlier download left them; None elsewhere, and for the few that lie outside the hub."""
    known = library().get_pretrained_cfg(model, tag)
    repository, _, file = known.get("hf_hub", "").rpartition("/")
    if repository:
        from huggingface_hub import try_to_load_from_cache

        pickled = Path(file or "open_clip_pytorch_model.bin")
        safe = str(pickled.with_suffix(".safetensors")) if file else _PREFERRED[0]
        for candidate in (safe, str(pickled)):
            found = try_to_load_from_cache(repository, candidate)
            if isinstance(found, str):
                return Path(found)
    return None


def _fetched(model: str, tag: str) -> Path:
    """The file of a tag: from the cache without asking the hub, else downloaded by open_clip, which shows its progress."""
    there = cached(model, tag)
    if there is not None:
        return there
    known = library().get_pretrained_cfg(model, tag)
    repository = known.get("hf_hub", "").rpartition("/")[0]
    why = unreachable(None if repository else known["url"])
    if why is not None:
        lacking = f"the weights of {PREFIX}{model}/{tag} are not on this computer, and {why}"
        raise EncoderError(lacking + _elsewhere(model, tag, repository))
    try:
        return Path(library().download_pretrained(known))
    except Exception as error:  # what a download may meet has many names
        raise EncoderError(
            f"the weights of {PREFIX}{model}/{tag} cannot be downloaded: {_first_line(error)}"
            + _elsewhere(model, tag, repository)
        ) from error


def _elsewhere(model: str, tag: str, repository: str) -> str:
    if not repository:
        return ""
    return (
        f". Where there is a connection, run 'hf download {repository} --local-dir FOLDER', copy FOLDER here, and name the "
        f"encoder '{PREFIX}{model}/{tag}@FOLDER'"
    )


def _file_in(path: Path) -> Path:
    """The weights at a path that a person gave."""
    if path.is_file():
        if path.suffix not in _ENDINGS:
            raise EncoderError(f"{path} is no file of weights: they end on {', '.join(_ENDINGS)}")
        return path
    if not path.is_dir():
        raise EncoderError(f"there is nothing at {path}: give a file of weights, or the folder it lies in")
    files = sorted(p for p in path.iterdir() if p.suffix in _ENDINGS and p.is_file())
    for name in _PREFERRED:
        if path / name in files:
            return path / name
    safe = [p for p in files if p.suffix == ".safetensors"] or files
    if len(safe) != 1:
        found = f"several: {', '.join(p.name for p in safe)}; name the file" if safe else "none"
        raise EncoderError(f"{path} must hold one file of weights ({' or '.join(_ENDINGS)}); it has {found}")
    return safe[0]


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:12]
    except OSError as error:
        raise EncoderError(f"{path} cannot be read: {error}") from error


def _like(name: str, known: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=4, cutoff=0.3) or known[:4]
    return f"did you mean {', '.join(near)}?"


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:300].rstrip(os.linesep)
