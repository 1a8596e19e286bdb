"""Vectors of the places of a picture from models that were trained to give one vector for all of it.

Such a model ends in a pooling over places, by attention or by the mean, and a projection. The places themselves speak the language of
the texts when what the pooling would have taken from each is projected on its own:

- transformers whose class token attends to the patches: the values of the last block through its output projection, without the
  attention, the residual and the feed-forward layer, then the model's norm and projection (MaskCLIP, Zhou et al., ECCV 2022, section 3.2;
  leaving the residual and the feed-forward layer out: ClearCLIP, Lan et al., ECCV 2024, section 3);
- models that pool with attention on top (ResNets of CLIP, SigLIP, PE): the values of that pooling, the same way (MaskCLIP);
- convolutional trunks (FastViT of MobileCLIP, ConvNeXt, Swin) and transformers that take the mean of the patches: every position
  through the head.

Models with none of these give None, and are asked about windows of the picture instead.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

__all__ = ["place_vectors"]


def place_vectors(visual: nn.Module, pixels: Tensor) -> Tensor | None:
    """(B, h, w, D) vectors, not normalised, of the places of (B, 3, S, S) preprocessed pictures; None where the model has none."""
    from open_clip.modified_resnet import ModifiedResNet
    from open_clip.timm_model import TimmModel
    from open_clip.transformer import VisionTransformer

    found: Tensor | None = None
    if isinstance(visual, VisionTransformer):
        found = _own_transformer(visual, pixels)
    elif isinstance(visual, ModifiedResNet):
        (maps,) = visual.forward_intermediates(pixels, indices=[4], intermediates_only=True)["image_intermediates"]
        pool = visual.attnpool
        found = pool.c_proj(pool.v_proj(maps.permute(0, 2, 3, 1)))
    elif isinstance(visual, TimmModel):
        found = _timm(visual, pixels)
    return found


def _own_transformer(visual: Any, pixels: Tensor) -> Tensor | None:
    """open_clip's own transformer. Pooling by several learnt queries (CoCa) has no values of one place."""
    blocks = visual.transformer.resblocks
    if visual.attn_pool is not None or len(blocks) < 2:
        return None
    last = blocks[-1]
    mean = visual.pool_type == "avg"
    if not mean and not isinstance(getattr(last, "attn", None), nn.MultiheadAttention):
        return None
    chosen = len(blocks) - 1 if mean else len(blocks) - 2
    given = visual.forward_intermediates(
        pixels, indices=[chosen], stop_early=True, intermediates_only=True, output_fmt="NLC"
    )
    (tokens,) = given["image_intermediates"]
    if not mean:
        tokens = _values(last.ln_1(tokens), last.attn.in_proj_weight, last.attn.in_proj_bias)
        tokens = last.attn.out_proj(tokens)
    out = visual.ln_post(tokens)
    if visual.proj is not None:
        out = out @ visual.proj
    placed: Tensor = out.unflatten(1, visual.grid_size)
    return placed


def _timm(visual: Any, pixels: Tensor) -> Tensor | None:
    from timm.layers.attention_pool import AttentionPoolLatent
    from timm.models.vision_transformer import VisionTransformer

    trunk = visual.trunk
    if isinstance(getattr(trunk, "attn_pool", None), AttentionPoolLatent):
        return _latent_pool(visual, pixels)
    if isinstance(trunk, VisionTransformer):
        return _timm_transformer(visual, pixels)
    maps = trunk.forward_features(pixels)
    if maps.ndim != 4 or hasattr(visual.head, "pool"):
        return None
    if getattr(trunk, "output_fmt", "NCHW") == "NHWC":
        batch, height, width, channels = maps.shape
        places = maps.reshape(-1, 1, 1, channels)
    else:
        batch, channels, height, width = maps.shape
        places = maps.permute(0, 2, 3, 1).reshape(-1, channels, 1, 1)
    out: Tensor = visual.head(trunk.forward_head(places))
    return out.reshape(batch, height, width, -1)


def _timm_transformer(visual: Any, pixels: Tensor) -> Tensor | None:
    trunk = visual.trunk
    mean = trunk.global_pool == "avg"
    if not mean and (trunk.global_pool != "token" or len(trunk.blocks) < 2):
        return None
    last = trunk.blocks[-1]
    plain = isinstance(getattr(getattr(last, "attn", None), "qkv", None), nn.Linear)
    if not mean and (not plain or getattr(last.attn, "gate", None) is not None):
        return None
    chosen = len(trunk.blocks) - 1 if mean else len(trunk.blocks) - 2
    (maps,) = trunk.forward_intermediates(pixels, indices=[chosen], stop_early=True, intermediates_only=True)
    tokens = maps.permute(0, 2, 3, 1)
    if not mean:
        attention = last.attn
        tokens = _values(last.norm1(tokens), attention.qkv.weight, attention.qkv.bias)
        tokens = attention.proj(attention.norm(tokens))
    out: Tensor = visual.head(trunk.head(trunk.fc_norm(trunk.norm(tokens))))
    return out


def _latent_pool(visual: Any, pixels: Tensor) -> Tensor | None:
    trunk = visual.trunk
    pool = trunk.attn_pool
    tokens = trunk.forward_features(pixels)
    if tokens.ndim != 3 or pool.pos_embed is not None:
        return None
    tokens = tokens[:, int(getattr(trunk, "num_prefix_tokens", 0)) :]
    side = round(tokens.shape[1] ** 0.5)
    if side * side != tokens.shape[1]:
        return None
    values = pool.kv(tokens).chunk(2, dim=-1)[1]
    out = pool.proj(values)
    if pool.mlp is not None:
        out = out + pool.mlp(pool.norm(out))
    norm, head = getattr(trunk, "fc_norm", nn.Identity()), getattr(trunk, "head", nn.Identity())
    out = visual.head(head(norm(out))).unflatten(1, (side, side))
    found: Tensor = out
    return found


def _values(tokens: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """The third of a projection to queries, keys and values that makes the values."""
    first = weight.shape[0] // 3 * 2
    return torch.nn.functional.linear(tokens, weight[first:], None if bias is None else bias[first:])
