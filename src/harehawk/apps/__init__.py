"""State, one Django app a subject, lowest first: rows, access, method, customers, opportunities and those above."""
