"""Vectors of single patches, from models that were trained to give one vector for a whole picture.

Such a model ends in a pooling over patches (by attention or by the mean) and a projection. Patch vectors are comparable with texts if
the value that the pooling takes from each patch is projected separately:

- transformers whose class token attends to the patches: the values of the last block go through its output projection, without
  attention, residual and feed-forward layer, then through the model's norm and projection (MaskCLIP, Zhou et al., ECCV 2022,
  section 3.2; without residual and feed-forward layer: ClearCLIP, Lan et al., ECCV 2024, section 3);
- models with a final attention pooling (ResNets of CLIP, SigLIP, PE): the values of that pooling, in the same way (MaskCLIP);
- convolutional trunks (FastViT of MobileCLIP, ConvNeXt, Swin) and transformers with mean pooling: each position goes through the head.

For other models the result is None; they encode windows of the picture instead.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

__all__ = ["place_vectors"]


def place_vectors(visual: nn.Module, pixels: Tensor) -> Tensor | None:
    """(B, h, w, D) patch vectors, not normalised, of (B, 3, S, S) preprocessed pictures; None if the model has none."""
    from open_clip.modified_resnet import ModifiedResNet
    from open_clip.timm_model import TimmModel
    from open_clip.transformer import VisionTransformer

    vectors: Tensor | None = None
    if isinstance(visual, VisionTransformer):
        vectors = _own_transformer(visual, pixels)
    elif isinstance(visual, ModifiedResNet):
        (maps,) = visual.forward_intermediates(pixels, indices=[4], intermediates_only=True)["image_intermediates"]
        pool = visual.attnpool
        vectors = pool.c_proj(pool.v_proj(maps.permute(0, 2, 3, 1)))
    elif isinstance(visual, TimmModel):
        vectors = _timm(visual, pixels)
    return vectors


def _own_transformer(visual: Any, pixels: Tensor) -> Tensor | None:
    """Patch vectors of open_clip's own transformer. None for pooling by several learnt queries (CoCa), which has no patch values."""
    blocks = visual.transformer.resblocks
    if visual.attn_pool is not None or len(blocks) < 2:
        return None
    last = blocks[-1]
    mean = visual.pool_type == "avg"
    if not mean and not isinstance(getattr(last, "attn", None), nn.MultiheadAttention):
        return None
    chosen = len(blocks) - 1 if mean else len(blocks) - 2
    intermediates = visual.forward_intermediates(
        pixels, indices=[chosen], stop_early=True, intermediates_only=True, output_fmt="NLC"
    )
    (tokens,) = intermediates["image_intermediates"]
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
    """The values: the last third of a joint projection to queries, keys and values."""
    first = weight.shape[0] // 3 * 2
    return torch.nn.functional.linear(tokens, weight[first:], None if bias is None else bias[first:])
