from .budget import Budget, Spent
from .conversation import Chat, Conversation, Reply, open_chat
from .data_blocks import DATA_RULE, MOST_ERROR, MOST_GRAPH, MOST_ITEM, MOST_LINE, data_block, data_line
from .errors import BudgetSpent, ModelError
from .exchanges import Exchange
from .names import (
    FORM,
    HOSTED_PROVIDERS,
    LOCAL_SERVERS,
    MODEL_VARIABLES,
    key_names_of,
    provider_of,
    read_model_name,
    shown_address,
)
from .opening import open_model
from .pictures import ModelPicture
from .requesting import Patience
from .transcript import Transcript

__all__ = [
    "DATA_RULE",
    "FORM",
    "HOSTED_PROVIDERS",
    "LOCAL_SERVERS",
    "MODEL_VARIABLES",
    "MOST_ERROR",
    "MOST_GRAPH",
    "MOST_ITEM",
    "MOST_LINE",
    "Budget",
    "BudgetSpent",
    "Chat",
    "Conversation",
    "Exchange",
    "ModelError",
    "ModelPicture",
    "Patience",
    "Reply",
    "Spent",
    "Transcript",
    "data_block",
    "data_line",
    "key_names_of",
    "open_chat",
    "open_model",
    "provider_of",
    "read_model_name",
    "shown_address",
]
