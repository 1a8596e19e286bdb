"""Open-vocabulary evaluation of language fields by published protocols.

- :mod:`.labels`, :mod:`.labels_3dovs`, :mod:`.frame_cameras`: ground truth labels and the cameras of labelled frames.
- :mod:`.fields`, :mod:`.imported`: the fields to evaluate: our own, checkpoints of LangSplat and gsplat, plain arrays.
- :mod:`.protocols`, :mod:`.report`: one result row per query, and means.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
