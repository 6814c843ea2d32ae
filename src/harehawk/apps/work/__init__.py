"""What one of us does next."""
