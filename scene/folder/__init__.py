"""A scene on disk: the program, its settings, its assets, its pictures and its whole history.

:class:`project.Project` is the public interface. It reads the folder (`state`), takes the lock (`lock`) and makes each change in
one durable step (`changing`), which the journal records (`journal`). Every write goes through :mod:`scenewright.scene.atomic`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
