"""Worlds played on to their ends by AIs, how they come out, and what one decision changes."""
