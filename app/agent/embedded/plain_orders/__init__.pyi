from .rewriting import plain_orders as plain_orders
from .verb_forms import base_of_gerund as base_of_gerund
from .verb_forms import base_of_participle as base_of_participle

__all__ = ["base_of_gerund", "base_of_participle", "plain_orders"]
