"""``python -m scenewright`` is the command line."""

from scenewright.app.cli import main

if __name__ == "__main__":
    main()
