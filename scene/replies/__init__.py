"""The program in a language model's raw reply.

`reading` is the face: it finds the fenced blocks (`blocks`), says what each is (`pieces`), chooses (`choice`) and joins (`joining`) them,
and sets right what a chat window did to the code (`typing`).
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
