"""Poses back into the program's text: as edits of ``place`` and ``adjust``, or as changes of the program's own numbers."""
