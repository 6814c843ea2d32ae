"""Addresses of signing in and of one's own account: those of allauth that we offer, and ours beside them."""

from allauth.account import views as allauth
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from harehawk.web.looking import own_account_only
from harehawk.web.views import account, joining, look

urlpatterns = [
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-in/passkey/", login_not_required(key.login_webauthn), name="mfa_login_webauthn"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("deactivated/", allauth.account_inactive, name="account_inactive"),
    path("join/", joining.join, name="join-now"),
    path("join/<slug:token>/", joining.open_link, name="join"),
    path("password/forgotten/", allauth.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("password/changed/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("account/", account.account, name="account"),
    path("sign-in/second-factor/", factor.authenticate, name="mfa_authenticate"),
    *(
        path(f"account/{address}", own_account_only(view), name=name)
        for address, view, name in (
            ("password/", account.password, "account_change_password"),
            ("confirm/", allauth.reauthenticate, "account_reauthenticate"),
            ("confirm/code/", factor.reauthenticate, "mfa_reauthenticate"),
            ("confirm/key/", key.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
            ("second-factor/", factor.index, "mfa_index"),
            ("second-factor/app/", app.activate_totp, "mfa_activate_totp"),
            ("second-factor/app/remove/", app.deactivate_totp, "mfa_deactivate_totp"),
            ("second-factor/keys/", key.list_webauthn, "mfa_list_webauthn"),
            ("second-factor/keys/add/", key.add_webauthn, "mfa_add_webauthn"),
            ("second-factor/keys/<int:pk>/", key.edit_webauthn, "mfa_edit_webauthn"),
            ("second-factor/keys/<int:pk>/remove/", key.remove_webauthn, "mfa_remove_webauthn"),
            ("second-factor/codes/", spare.view_recovery_codes, "mfa_view_recovery_codes"),
            ("second-factor/codes/new/", spare.generate_recovery_codes, "mfa_generate_recovery_codes"),
            ("second-factor/codes/codes.txt", spare.download_recovery_codes, "mfa_download_recovery_codes"),
        )
    ),
    path("account/sessions/<int:number>/end/", account.end_session, name="end-session"),
    path("account/sessions/end-others/", account.end_other_sessions, name="end-other-sessions"),
    path("account/unsent/", account.unsent, name="unsent"),
    path("look-around/", look.people, name="look"),
    path("look-around/<int:number>/", look.start, name="look-start"),
    path("look-around/end/", look.end, name="look-end"),
]
