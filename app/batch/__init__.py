"""Many jobs, on one machine or on many, into one place.

A job is an action or a chain of them. `job_lines` reads jobs from JSONL or TOML, `job_grids` makes one of each combination of a grid,
and `planning` checks each and gives it a hash of all that its result depends on. `batch` runs those that are not finished yet: an engine
(`local_engine`, `ray_engine`) gives them to warm workers (`runner`), a store (`stores`) takes each result whole under its final name,
and the `manifest` says what happened. `summary` and `contact_sheet` show the end.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
