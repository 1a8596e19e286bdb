"""The dressing of a scene: what a lived-in place has and nobody asked for, as one step that can be taken back, changed or made again.

The program keeps it in a function of its own (:mod:`scenewright.app.writers.embedded.dressing_lines`). ``dress`` compares it with what the
embedded writer would add at another level, and takes away or adds the difference; ``touched`` reads from the history what of it a person
has made their own by moving, turning or changing it; ``fitting`` puts new things where they belong in the scene as it is by now.
"""
