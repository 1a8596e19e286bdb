from .rewriting import plain_orders as plain_orders

__all__ = ["plain_orders"]
