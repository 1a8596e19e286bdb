"""Language models: opened by their names, spoken to in conversations, within a budget, and with a transcript of all that was said.

`names` reads ``provider:name``; `opening` makes pydantic-ai's model of it, whose requests go through the HTTP client of `wire`. A
`conversation` has turns, answered by text or by typed values; each of its requests is sent by `requesting`, which looks at the `budget`,
reads what went wrong (`faults`), sends again what may be sent again, and keeps the exchange in the `transcript`. `replaying` gives the
answers of a transcript again. Texts of strangers in prompts pass `data_blocks`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
