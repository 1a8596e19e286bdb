from .camera_numbers import CAMERA_CONVENTIONS, camera_numbers, depth_range
from .cameras import default_camera, fitted_camera, inside_camera, scene_points, view_cameras
from .capabilities import RendererCapabilities
from .channels import ALBEDO, COLOR, DEPTH, ENTITY, NORMAL, POSITION, find_channel
from .chunks import map_chunks
from .culling import HiddenRows, hidden_rows, hidden_walls, looks_from_above, room_items
from .environments import ENVIRONMENT_WORDS, environment_look
from .exact_files import EXACT_FILES, FARTHEST_DEPTH, write_exr
from .lighting import LightRig, is_outdoor, light_rig
from .options import RendererOptions, read_options
from .picture_files import entity_colors, write_view
from .pinhole import Pinhole, points_at
from .renderer import RenderedView as RenderedView
from .renderer import Renderer, RenderRequest, RenderResult, find_renderer, renderer_names, view_job
from .renderer import RenderError as RenderError
from .sky import Sky
from .stage import LAND_ALBEDO, StageRows, sees_ceiling, stage_rows
from .system_libraries import install_command, missing_libraries
from .tonemap import encode_srgb, exposure_for, tone_mapped
from .warm import warm_renderer

__all__ = [
    "ALBEDO",
    "CAMERA_CONVENTIONS",
    "COLOR",
    "DEPTH",
    "ENTITY",
    "ENVIRONMENT_WORDS",
    "EXACT_FILES",
    "FARTHEST_DEPTH",
    "LAND_ALBEDO",
    "NORMAL",
    "POSITION",
    "HiddenRows",
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
    "StageRows",
    "camera_numbers",
    "default_camera",
    "depth_range",
    "encode_srgb",
    "entity_colors",
    "environment_look",
    "exposure_for",
    "find_channel",
    "find_renderer",
    "fitted_camera",
    "hidden_rows",
    "hidden_walls",
    "inside_camera",
    "install_command",
    "is_outdoor",
    "light_rig",
    "looks_from_above",
    "map_chunks",
    "missing_libraries",
    "points_at",
    "read_options",
    "renderer_names",
    "room_items",
    "scene_points",
    "sees_ceiling",
    "stage_rows",
    "tone_mapped",
    "view_cameras",
    "view_job",
    "warm_renderer",
    "write_exr",
    "write_view",
]
