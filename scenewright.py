"""The public face of Scenewright: ``import scenewright as sw``."""
