from .at_rest import held_where_it_would_fall
from .exporters import MjcfExporter, UrdfExporter
from .link_meshes import LinkMeshes, link_meshes
from .mjcf import mjcf_text
from .occupancy import OccupancyGrid, occupancy_of
from .urdf import thing_urdf, world_urdf
from .z_up import turned_up

__all__ = [
    "LinkMeshes",
    "MjcfExporter",
    "OccupancyGrid",
    "UrdfExporter",
    "held_where_it_would_fall",
    "link_meshes",
    "mjcf_text",
    "occupancy_of",
    "thing_urdf",
    "turned_up",
    "world_urdf",
]
