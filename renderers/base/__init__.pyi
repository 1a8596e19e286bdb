from .cameras import default_camera, fitted_camera, inside_camera, scene_points, view_cameras
from .capabilities import RendererCapabilities
from .channels import ALBEDO, COLOR, DEPTH, ENTITY, NORMAL, POSITION, find_channel
from .chunks import map_chunks
from .culling import hidden_rows
from .lighting import LightRig, Sky, light_rig
from .options import RendererOptions, read_options
from .picture_files import entity_colors, write_view
from .pinhole import Pinhole, points_at
from .renderer import RenderedView as RenderedView
from .renderer import Renderer, RenderRequest, RenderResult, find_renderer, renderer_names, view_job
from .renderer import RenderError as RenderError
from .system_libraries import install_command, missing_libraries
from .tonemap import encode_srgb, exposure_for, tone_mapped
from .warm import warm_renderer

__all__ = [
    "ALBEDO",
    "COLOR",
    "DEPTH",
    "ENTITY",
    "NORMAL",
    "POSITION",
    "LightRig",
    "Pinhole",
    "RenderError",
    "RenderRequest",
    "RenderResult",
    "RenderedView",
    "Renderer",
    "RendererCapabilities",
    "RendererOptions",
    "Sky",
    "default_camera",
    "encode_srgb",
    "entity_colors",
    "exposure_for",
    "find_channel",
    "find_renderer",
    "fitted_camera",
    "hidden_rows",
    "inside_camera",
    "install_command",
    "light_rig",
    "map_chunks",
    "missing_libraries",
    "points_at",
    "read_options",
    "renderer_names",
    "scene_points",
    "tone_mapped",
    "view_cameras",
    "view_job",
    "warm_renderer",
    "write_view",
]
