"""All opportunities together, and the people and money there are for them."""
