from .catalogue import Catalogue as Catalogue
from .entry import CatalogueEntry as CatalogueEntry
from .entry import CatalogueMatch as CatalogueMatch
from .folder_assets import FolderAssets as FolderAssets
from .ingest import Proposal as Proposal
from .ingest import add_folder as add_folder
from .ingest import preview as preview
from .pack_list import unregister as unregister
from .packs import pack_libraries as pack_libraries
from .places import data_folder as data_folder

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CatalogueMatch",
    "FolderAssets",
    "Proposal",
    "add_folder",
    "data_folder",
    "pack_libraries",
    "preview",
    "unregister",
]
