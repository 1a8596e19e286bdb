"""Open scenes of a server, each in a worker process that can be killed.

A server holds scenes of strangers. Evaluating, meshing, drawing, laying out and asking one may take all memory or never end, or crash a
library. So a server does none of it in its own process: :class:`SceneWorkers` opens a scene as a :class:`RemoteSession`, whose commands
run in a worker that holds the real :class:`scenewright.app.session.Session`.

:mod:`.template` is the process that workers are forked from, :mod:`.serving` the worker's side, :mod:`.processes` the processes as the
server sees them, :mod:`.frames` the protocol, :mod:`.link` its end in the server, :mod:`.limits` what a worker may take, and :mod:`.cores`
how owners share the machine.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
