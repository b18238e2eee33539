"""A case: the evidence, whom to believe, and what could be done."""
