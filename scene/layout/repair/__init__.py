"""The smallest repair of written poses: what does not hold is mended by moving as few bodies as little as can be.

``collisions`` and ``stage`` answer what a pose that is tried would meet, by the exact geometry that the certifier judges by, and
``sweeps`` how far one must go to be clear; ``units`` says what
moves along with a body; ``change`` what a move costs; ``places`` proposes poses, ``related`` poses at which a relation holds;
``mending`` chooses among them, ``closing`` closes gaps and overlaps that nobody would see, ``repair`` is the whole.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
