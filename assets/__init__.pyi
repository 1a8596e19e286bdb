from .catalogue import Catalogue
from .entry import CatalogueEntry, CatalogueMatch
from .folder_assets import FolderAssets
from .ingest import Proposal, add_folder, preview
from .pack_list import unregister
from .places import data_folder

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CatalogueMatch",
    "FolderAssets",
    "Proposal",
    "add_folder",
    "data_folder",
    "preview",
    "unregister",
]
