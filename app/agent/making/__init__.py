"""Makes a scene program with a language model: plan, retrieve, write, check, look, repair.

The parts, from the top down: ``making`` conducts a run; ``writing`` is the conversation that writes and repairs a program; ``planning`` and
``criticism`` are single questions to a model; ``feedback`` puts the checker's findings into words; ``retrieval`` and ``vocabulary`` say
what a prompt must know; ``prompts`` fills the files in ``app/agent/prompts``.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
