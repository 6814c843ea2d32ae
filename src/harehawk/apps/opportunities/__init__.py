"""Opportunities, all that is known about each, and their judgements."""
