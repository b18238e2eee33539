"""Scenario files: reading, checking, and building worlds from them."""
