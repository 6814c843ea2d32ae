"""A file put beside the fact that carries it, in the transaction that records the fact."""

import hashlib

from harehawk.apps.access import log
from harehawk.apps.access.actor import Actor
from harehawk.apps.opportunities.files import Checked
from harehawk.apps.opportunities.models import Attachment, Evidence, File, Stance


def attach[F: Evidence | Stance](actor: Actor, fact: F, file: Checked | None) -> F:
    """Keep a file for a fact that was just recorded. Taking the fact back takes the file out of sight with it."""
    if file is not None:
        digest = hashlib.sha256(file.content).hexdigest()
        File.objects.get_or_create(digest=digest, defaults={"content": file.content})
        carried = Attachment(
            opportunity=fact.opportunity, fact=fact.sheet.key, fact_number=fact.pk, name=file.name, kind=file.kind,
            size=len(file.content), file_id=digest,
        )  # fmt: skip
        log.add(actor, carried)
    return fact
