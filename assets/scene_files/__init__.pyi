from .importer import SceneFileImporter

__all__ = ["SceneFileImporter"]
