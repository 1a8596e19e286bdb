"""Open-vocabulary evaluation: labels, fields of ours and of others, the published protocols, and what is reported of them.

- :mod:`.labels`, :mod:`.labels_3dovs`, :mod:`.frame_cameras`: what is true, and from where it was looked at.
- :mod:`.fields`, :mod:`.imported`: what is judged: our fields, LangSplat's and gsplat's checkpoints, plain arrays.
- :mod:`.protocols`, :mod:`.report`: a row a query, and the means.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
