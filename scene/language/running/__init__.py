"""From a program's text to its Scene, in a confined child process.

`program` is what hosts call. It asks a child of `sandbox` (started by `servers` and `fork_server`, confined by
:mod:`scenewright.scene.children.kernel`), which runs `evaluator`: the text is checked (`policy`), run, and its result laid out as a tree
(`build`, `rows`, `adjusts`).
"""
