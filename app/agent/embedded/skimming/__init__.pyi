from .skim import skimmed_orders

__all__ = ["skimmed_orders"]
