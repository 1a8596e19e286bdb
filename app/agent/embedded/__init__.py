"""The embedded editor: edits a scene by English requests, without a language model.

``wording`` cuts a sentence into clauses, ``reading`` makes each a request of :mod:`requests`, with noun phrases and destinations
(``destinations``) still in words. What is not said plainly is reworded by ``plain_orders`` until a reader knows it and the reading is
``plausible``; ``cutting`` cuts what holds several requests, and ``reasons`` leaves out what only gives a reason. ``moods`` does moods.
``things`` finds what the phrases mean in the scene, by the queries of :mod:`scenewright.scene.semantics.queries` and by what was said
before. A module of ``doing_...`` for each kind of request makes typed edits on a draft of the next step
(:class:`scenewright.app.session.Draft`); ``placing`` finds poses. ``editor`` runs a turn: all clauses are done, and the draft is saved as
one undo step, or one cannot be done, and nothing is changed.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
