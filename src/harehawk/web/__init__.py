"""The pages: they translate requests into calls and frozen rows into HTML, and decide nothing."""
