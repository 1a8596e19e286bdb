"""Children that open files of strangers: short-lived, bounded, answering in JSON and safetensors.

:mod:`.child_limits` is what such a child gives up before it opens the file, and :mod:`.host` starts one and reads its answer.
"""
