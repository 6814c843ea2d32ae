"""What need not be done before the page answers."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import EmailMessage
from django.tasks import task
from django.utils.translation import gettext as _
from django.utils.translation import override

from harehawk.apps.access.models import User


@task
def send_link(email: str, address: str) -> None:
    """Send somebody who forgot his password the link to choose a new one, if the address is a user's.

    The link is made here, so that it is stored nowhere; `address` has a gap for it.
    """
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    with override(user.language or "en"):
        subject = _("Harehawk: choose a new password")
        body = _(
            "%(name)s,\n\nsomebody asked for a new password for this address. Choose one here:\n\n%(link)s\n\n"
            "If it was not you, do nothing: your password stays as it is."
        ) % {"name": user.name, "link": address.format(key)}
    EmailMessage(subject, body, to=[user.email]).send()
