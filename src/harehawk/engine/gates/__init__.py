"""The four gates: from facts to a verdict, with its range and the next question."""
