"""How people say things, and the plain orders that they mean by it.

``rewriting`` takes off what a clause opens and closes with (``openings``), and rewords what it says of a thing as what is to be done to it
(``wished``, ``complained``), with the verbs that the readers of orders know (``verb_forms``). What is said so is in ``words.toml``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
