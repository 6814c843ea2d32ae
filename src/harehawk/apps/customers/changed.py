"""What other rooms are told when something changes that their judgements rest on."""

from django.dispatch import Signal

changed = Signal()  # customers, people: numbers of those whose own facts changed, within the same transaction
erased = Signal()  # opportunities, personal: somebody got a pseudonym in place of name and key
