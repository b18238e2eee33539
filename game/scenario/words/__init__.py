"""Words that conditions may use, by what they speak of."""
