"""What other rooms are told when the method changes."""

from django.dispatch import Signal

changed = Signal()  # user: who changed it, within the same transaction
