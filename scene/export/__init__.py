"""Writing scenes for other programs."""
