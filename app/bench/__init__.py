"""What this machine does: a few minutes of measuring, each part in a process of its own, with its baselines in the same run.

:mod:`.parts` lists what is measured; each part is a module with a function ``measure`` that gives :class:`Figure` objects. :mod:`.running`
runs them, :mod:`.claims` holds the sentences of the README that carry a number or a promise and says which figure shows each, and
:mod:`.report` writes all of it as Markdown and JSON. The rooms that are measured are written from sentences by the embedded writer, so
that an installed wheel measures what its users get, without any data.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
