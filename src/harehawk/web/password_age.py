"""Under the strict policy a password lasts so many days; then the next page is the one to change it."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext

STILL_OPEN = {"account_change_password", "account_logout", "account_reauthenticate", "language", "theme"}


class PasswordAge:
    """Sends people with an old password to change it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.days = settings.PASSWORD_DAYS

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        if self.days is None or not request.user.is_authenticated:
            return None
        old = timezone.now() - request.user.password_since > dt.timedelta(days=self.days)
        here = request.resolver_match.url_name if request.resolver_match else ""
        if old and here not in STILL_OPEN and request.user.has_usable_password():
            messages.info(
                request,
                gettext("Your password is older than the rules of your company allow. Choose another one, then go on."),
            )
            return redirect("account_change_password")
        return None
