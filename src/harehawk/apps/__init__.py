"""State, one Django app a subject; lowest first: access, method, customers, opportunities, work, portfolio, exchange."""
