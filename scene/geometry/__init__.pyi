from .asset_geometry import AssetPart, hull_mesh, part_colors, recoloured_parts, tree_of_mesh
from .meshes import MeshMaker, node_extras, part_extras
from .oriented_boxes import pose_matrices, standing_boxes, standing_poses
from .primitive_meshes import MeshData, level_for, primitive_mesh
from .single_asset import scene_of_asset
from .triangles import MAX_TRIANGLES, AssetUse, SceneGeometry, asset_parts, scene_geometry
from .updates import moved_geometry, same_tree

__all__ = [
    "MAX_TRIANGLES",
    "AssetPart",
    "AssetUse",
    "MeshData",
    "MeshMaker",
    "SceneGeometry",
    "asset_parts",
    "hull_mesh",
    "level_for",
    "moved_geometry",
    "node_extras",
    "part_colors",
    "part_extras",
    "pose_matrices",
    "primitive_mesh",
    "recoloured_parts",
    "same_tree",
    "scene_geometry",
    "scene_of_asset",
    "standing_boxes",
    "standing_poses",
    "tree_of_mesh",
]
