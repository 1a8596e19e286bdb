from .rewriting import plain_orders as plain_orders
from .verb_forms import base_of_gerund as base_of_gerund
from .verb_forms import base_of_participle as base_of_participle
from .verb_forms import is_other_verb as is_other_verb

__all__ = ["base_of_gerund", "base_of_participle", "is_other_verb", "plain_orders"]
