"""The customer's organisation: who listens to whom, how the group decides, who carries the decision."""
