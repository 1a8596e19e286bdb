"""What a page shows of an open scene: its state and its drawing as data, and what each change of the scene changes in both.

:mod:`.scene_state` lists the instances, relations and cameras. :mod:`.drawing` holds the triangles as safetensors, meshes apart from their
instances. :mod:`.scene_steps` says what differs between two revisions, so that a page that shows one can show the other. The side of the
page is ``app/studio/web/src/protocol``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
