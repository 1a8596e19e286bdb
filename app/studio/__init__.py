"""The studio: scenes in the browser, where the program, the tree and the viewport are three views of one text.

:mod:`.server` puts the parts together. :mod:`.guard` stands before every route; :mod:`.keys` says who may ask. :mod:`.sessions` keeps what
belongs to a page's address, :mod:`.places` the scenes of an owner, :mod:`.open_scenes` those that pages show now. Work is done in workers
(:mod:`scenewright.app.workers`), never in the server's process. The page itself is TypeScript in ``web``, of which
:mod:`.page_build` makes ``static`` when the package is built.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
