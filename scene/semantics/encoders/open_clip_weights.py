"""Names of open_clip's encoders, and the sources of their weights.

=====================================  ==========================================================================================
``open_clip:MODEL/TAG``                weights of a tag that open_clip knows: from the hub's cache, else downloaded by open_clip
``open_clip:MODEL/TAG@PATH``           weights of that tag, from the file PATH or from a file in the folder PATH
``open_clip:@FOLDER``                  a folder with ``open_clip_config.json`` and weights, like a repository of the hub
``open_clip:MODEL/random``             random weights, always the same, for tests; every answer names them so
=====================================  ==========================================================================================

Weights are safetensors if a repository has them. Files with the suffix ``.bin`` or ``.pt`` are pickles. torch reads them with
``weights_only``, which builds only tensors and refuses everything else. Weights from a path are named by their digest.
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

from scenewright.scene.plain_files import open_plain, refused_as
from scenewright.scene.semantics.encoders.base import EncoderError
from scenewright.scene.semantics.encoders.inference import no_telemetry, unreachable

__all__ = ["PREFIX", "Loaded", "OpenClipName", "cached", "load"]

PREFIX = "open_clip:"
RANDOM = "random"
_MOST_BYTES = 64 << 30
CONFIG = "open_clip_config.json"
_PREFERRED = ("open_clip_model.safetensors", "open_clip_pytorch_model.safetensors", "model.safetensors")
_ENDINGS = (".safetensors", ".bin", ".pt", ".pth")
_PREPROCESSING = ("mean", "std", "interpolation", "resize_mode", "size")


@dataclass(frozen=True)
class OpenClipName:
    """The parts of a name. `model`, `tag`: '' if a folder determines them. `path`: None if the weights come from the hub."""

    model: str
    tag: str
    path: Path | None

    @classmethod
    def parse(cls, name: str) -> OpenClipName:
        """Split a name into its parts.

        Raises:
            EncoderError: the name has none of the four forms, or open_clip does not know the model or tag.
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
    """A model with its weights. `name`: for answers. `dimension`: length of its vectors. `tokenizer`, `preprocess`: open_clip's, for
    texts and pictures."""

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
    """Load a model by its name.

    Raises:
        EncoderError: the name is unknown, or the weights are missing and cannot be downloaded, or cannot be read.
    """
    parsed = OpenClipName.parse(name)
    open_clip = library()
    if parsed.tag == RANDOM:
        return _random(parsed.model, device)
    if parsed.path is None:
        full, file = f"{PREFIX}{parsed.model}/{parsed.tag}", _fetched(parsed.model, parsed.tag)
    else:
        file = _file_in(parsed.path)
        body = f"{parsed.model}/{parsed.tag}" if parsed.model else parsed.path.resolve().name
        full = f"{PREFIX}{body}@{_digest(file)}"
    try:
        if parsed.model:
            config = open_clip.get_pretrained_cfg(parsed.model, parsed.tag)
            source = parsed.model
            model = open_clip.create_model(
                source,
                pretrained=str(file),
                device=device,
                weights_only=True,
                force_quick_gelu=bool(config.get("quick_gelu")),
                force_preprocess_cfg={k: config[k] for k in _PREPROCESSING if config.get(k) is not None},
            )
        else:
            # of several files open_clip would choose by its own order, but the file that is read must be the one of the digest
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
    """Suppress open_clip's warning that a model has no weights yet."""
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
        net = open_clip.create_model(model, pretrained=None, pretrained_text=False, device=device)
    try:
        tokenizer = open_clip.get_tokenizer(model)
    except Exception as error:  # tokenizers of some models are files of the hub
        raise EncoderError(f"the tokenizer of {model} cannot be loaded: {_first_line(error)}") from error
    return _ready(f"{PREFIX}{model}/{RANDOM}", model, net, tokenizer)


def _ready(name: str, source: str, model: Any, tokenizer: Any) -> Loaded:
    from open_clip.timm_model import TimmModel
    from open_clip.transform import PreprocessCfg, image_transform_v2
    from timm.utils.model import reparameterize_model

    model.eval()
    if isinstance(model.visual, TimmModel):
        # Fuse branches that exist only for training into one convolution each: same results, but faster (MobileOne, FastViT).
        model.visual.trunk = reparameterize_model(model.visual.trunk)
    preprocess = image_transform_v2(PreprocessCfg(**model.visual.preprocess_cfg), is_train=False)
    dimension = int(library().get_model_config(source)["embed_dim"])
    return Loaded(name, dimension, model, tokenizer, preprocess)


def cached(model: str, tag: str) -> Path | None:
    """The weights of a tag from an earlier download; None if there was none, or for the few weights outside the hub."""
    config = library().get_pretrained_cfg(model, tag)
    repository, _, file = config.get("hf_hub", "").rpartition("/")
    if repository:
        from huggingface_hub import try_to_load_from_cache

        pickled = Path(file or "open_clip_pytorch_model.bin")
        safe = str(pickled.with_suffix(".safetensors")) if file else _PREFERRED[0]
        for candidate in (safe, str(pickled)):
            file_path = try_to_load_from_cache(repository, candidate)
            if isinstance(file_path, str):
                return Path(file_path)
    return None


def _fetched(model: str, tag: str) -> Path:
    """The weights of a tag: from the cache, without a request to the hub, else downloaded by open_clip, which shows progress."""
    in_cache = cached(model, tag)
    if in_cache is not None:
        return in_cache
    known = library().get_pretrained_cfg(model, tag)
    repository = known.get("hf_hub", "").rpartition("/")[0]
    why = unreachable(None if repository else known["url"])
    if why is not None:
        lacking = f"the weights of {PREFIX}{model}/{tag} are not on this computer, and {why}"
        raise EncoderError(lacking + _elsewhere(model, tag, repository))
    try:
        return Path(library().download_pretrained(known))
    except Exception as error:  # a download can raise many kinds of exceptions
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
    """The file of weights at a path from the user."""
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
        contents = f"several: {', '.join(p.name for p in safe)}; name the file" if safe else "none"
        raise EncoderError(f"{path} must hold one file of weights ({' or '.join(_ENDINGS)}); it has {contents}")
    return safe[0]


def _digest(path: Path) -> str:
    try:
        with refused_as(EncoderError), open_plain(path, _MOST_BYTES, "the file of weights") as file:
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
