"""Customers, their posts and people, our colleagues, who knows whom, what we offer, what was invoiced."""
