"""What each relation means: the one definition that solver, report and grader share."""
