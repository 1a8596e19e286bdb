"""What acts on scenes: sessions, actions, writers, the command line and the functions for Python.

`session` owns one open scene, `actions` are what a person can do with it, `writers` make programs of texts. `command_line` with `commands`,
and `api`, are faces over the actions: they read what is asked and show the result.
"""
