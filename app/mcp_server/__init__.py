"""The MCP server: tools by which a language model makes, changes, checks and looks at scenes.

:mod:`.server` joins the tools of :mod:`.table` to the SDK (package ``mcp``), :mod:`.serving` serves them over standard input and output
or HTTP. A tool is a typed request, a typed result and a function (:mod:`.tool`); it runs in a thread as a job (:mod:`.tool_jobs`), so that
each call is answered within ten seconds: with its result, or with the number of the job. The work itself is that of actions in workers
(:mod:`scenewright.app.workers`): this process evaluates, draws and lays out nothing. :mod:`.scene_root` knows scenes by ids, of which
none leaves its folder. Until a tool is called, nothing heavy is imported and no other process runs.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
