"""What acts on scenes: sessions, actions, writers, the command line and the functions for Python.

`session` owns one open scene, `actions` are the operations on it, and `writers` turn texts into programs. The command line (`command_line`
and `commands`) and the Python functions (`api`) call the actions and show their results.
"""
