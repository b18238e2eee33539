"""The parts of the order composer, one thing each."""
