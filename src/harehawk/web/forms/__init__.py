"""Forms: what a visitor typed, made ready for an action."""
