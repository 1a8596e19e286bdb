"""Children that open files of strangers: short-lived, bounded, answering in JSON and safetensors.

:mod:`.child_limits` and :mod:`.forbidden_calls` are what such a child gives up before it opens the file; :mod:`.host` starts one and
reads its answer, and :mod:`.prints` what it prints.
"""
