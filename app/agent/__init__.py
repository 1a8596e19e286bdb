"""The agent: what edits a scene in a dialogue.

A :class:`SceneEditor` takes one turn of a dialogue: a sentence, what is selected, and the turns before. It gives events as they come:
pieces of text, what is being done, the change that was made, answers, questions back, and an end that says what changed. A turn is one
undo step of the scene or none. The state of a dialogue (:class:`Dialogue`) is plain data that the caller keeps.
:func:`scene_editor` finds an editor by name. ``embedded`` understands English requests without a language model.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
