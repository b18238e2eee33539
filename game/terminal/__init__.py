"""The game as text: for the terminal, for screen readers, and for scripts that drive it by pipe."""
