"""The codex on the screen."""
