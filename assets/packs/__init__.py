"""Sources of objects behind one interface: ours, folders of the user's, and libraries that the system has installed."""
