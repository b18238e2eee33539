"""Maps as plain geometry: the real world, and worlds invented for scenarios. No pictures here."""
