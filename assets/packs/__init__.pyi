from .base import ENTRY_POINTS, Pack, StoredFile
from .folder import (
    MANIFEST,
    MANIFEST_SCHEMA,
    FolderPack,
    named_folders,
    pack_libraries,
    packs_stamp,
    read_manifest,
    registered_folders,
    user_packs,
)
from .libraries import MOST_LIBRARIES, entity_program, library_files, read_library
from .mesh_child import inspect_mesh, kept_arrays, read_mesh, read_node_tree
from .mesh_files import MESH_SUFFIXES, OTHER_SUFFIXES, asked_with_files, glb_of_file, inspect_file
from .programs import ProgramPack, frozen_program, natural_size
from .sweethome3d import SweetHome3DPack, installed_libraries

__all__ = [
    "ENTRY_POINTS",
    "MANIFEST",
    "MANIFEST_SCHEMA",
    "MESH_SUFFIXES",
    "MOST_LIBRARIES",
    "OTHER_SUFFIXES",
    "FolderPack",
    "Pack",
    "ProgramPack",
    "StoredFile",
    "SweetHome3DPack",
    "asked_with_files",
    "entity_program",
    "frozen_program",
    "glb_of_file",
    "inspect_file",
    "inspect_mesh",
    "installed_libraries",
    "kept_arrays",
    "library_files",
    "named_folders",
    "natural_size",
    "pack_libraries",
    "packs_stamp",
    "read_library",
    "read_manifest",
    "read_mesh",
    "read_node_tree",
    "registered_folders",
    "user_packs",
]
