from .base import ENTRY_POINTS, Pack, StoredFile
from .folder import (
    MANIFEST,
    MANIFEST_SCHEMA,
    FolderPack,
    named_folders,
    packs_stamp,
    read_manifest,
    registered_folders,
    user_packs,
)
from .mesh_child import inspect_mesh, kept_arrays, read_mesh
from .mesh_files import MESH_SUFFIXES, OTHER_SUFFIXES, glb_of_file, inspect_file
from .programs import ProgramPack, frozen_program, natural_size
from .sweethome3d import SweetHome3DPack, installed_libraries

__all__ = [
    "ENTRY_POINTS",
    "MANIFEST",
    "MANIFEST_SCHEMA",
    "MESH_SUFFIXES",
    "OTHER_SUFFIXES",
    "FolderPack",
    "Pack",
    "ProgramPack",
    "StoredFile",
    "SweetHome3DPack",
    "frozen_program",
    "glb_of_file",
    "inspect_file",
    "inspect_mesh",
    "installed_libraries",
    "kept_arrays",
    "named_folders",
    "natural_size",
    "packs_stamp",
    "read_manifest",
    "read_mesh",
    "registered_folders",
    "user_packs",
]
