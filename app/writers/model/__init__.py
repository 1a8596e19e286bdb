"""Language models as writers: a prompt goes out, a reply comes back, and what is wrong with it goes back to the model.

`client` talks to a model by its name, `writer` holds the turns, and `layout_feedback` says in words what the layout found.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
