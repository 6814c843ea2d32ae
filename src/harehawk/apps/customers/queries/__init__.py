"""What is kept about a customer, as frozen rows; `apps.opportunities.queries` adds who may read what."""
