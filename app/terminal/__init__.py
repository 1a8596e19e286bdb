"""What every command of the command line shares: its process, its output, and the names of its options in messages.

`process` sets the process up by the settings, `output` prints results (JSON on standard output, text for people on standard error), and
`naming` says which option gives a field that an error names. `command_line` and `commands` build on it; actions never do.
"""
