"""The desk from which a turn is played, from the briefing to how it went."""
