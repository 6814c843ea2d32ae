"""The method as this company uses it: its rates, classes and criteria."""
