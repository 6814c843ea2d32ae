"""Views: a request in, a page out."""
