"""The checker: what is wrong with a scene by its brief, computed and not guessed.

:func:`check_program` evaluates a program, lays it out, finds the instances of each thing of the brief (``binding``) and judges them clause
by clause (:mod:`scenewright.app.clauses`), with the certificate of the layout (``standing``), what the cameras show (``seeing``), where
things face (``facing``), what goes wrong in later frames (``moving``) and words that had no effect (``words``). No model takes part.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
