"""The after-action as a page: one HTML file with charts, and beside each chart its table."""
