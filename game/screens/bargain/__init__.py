"""The negotiation table: what is drafted, by whom it would be signed, what was said."""
