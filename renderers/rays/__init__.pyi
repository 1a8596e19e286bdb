from .backdrop import ground_fade
from .caster import Caster
from .open3d_loading import load_open3d, open3d_problem
from .picture import RayPicture
from .sampling import SLOTS, cosine_directions, frame_of, interleaved, slots_of_pixels, square_samples
from .scene import CEILING, CEILING_ALBEDO, GROUND, GROUND_ALBEDO, RayScene
from .shading import Shader
from .signals import Signals, Surfaces
from .surface_channels import surface_channels
from .tracing import Layer, TracingStage, trace

__all__ = [
    "CEILING",
    "CEILING_ALBEDO",
    "GROUND",
    "GROUND_ALBEDO",
    "SLOTS",
    "Caster",
    "Layer",
    "RayPicture",
    "RayScene",
    "Shader",
    "Signals",
    "Surfaces",
    "TracingStage",
    "cosine_directions",
    "frame_of",
    "ground_fade",
    "interleaved",
    "load_open3d",
    "open3d_problem",
    "slots_of_pixels",
    "square_samples",
    "surface_channels",
    "trace",
]
