"""Language models as writers. The model gets a prompt, and then the errors of its reply.

`client` connects to a model by its name, `writer` conducts the conversation, and `layout_feedback` describes layout faults in words.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
