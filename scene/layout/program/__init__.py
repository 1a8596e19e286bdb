"""Write poses back into the program text: as edits of ``place`` and ``adjust``, or as changes of the program's own numbers."""
