"""Child processes, and what confines them.

`kernel` is the boundary that Linux draws around a process (Landlock, seccomp). `parser` holds the children that open files of
strangers. The child that runs programs stands in :mod:`scenewright.scene.language.running`.
"""
