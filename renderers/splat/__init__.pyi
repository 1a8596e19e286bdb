from .baking import lit_gaussians

__all__ = [
    "lit_gaussians",
]
