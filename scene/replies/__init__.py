"""The program in a language model's raw reply.

`reading` is the public interface. It finds the fenced blocks (`blocks`), classifies them (`pieces`), chooses among them (`choice`)
and joins them (`joining`). It also undoes what a chat window did to the code, such as typographic quotes (`typing`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
