"""Django's settings. What an installation may choose is in `environment`; the rest is the same for everybody."""

import os
from pathlib import Path

from django.utils.csp import CSP
from tzlocal import get_localzone_name

from harehawk.config import environment, passwords
from harehawk.config.logs import logging_config, on_terminal

HERE = environment.read(os.environ)
PACKAGE = Path(__file__).parents[1]

DEBUG = False  # no page of ours ever shows code, settings or data of an error
SECRET_KEY = HERE.secret_key
ROOT_URLCONF = "harehawk.config.urls"
WSGI_APPLICATION = "harehawk.config.wsgi.application"
LOGGING = logging_config(readable=on_terminal())

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "harehawk.web",  # before allauth: its pages in our looks and words
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks_db",
    "harehawk.apps.access",
    "harehawk.apps.method",
    "harehawk.apps.customers",
    "harehawk.apps.opportunities",
    "harehawk.apps.work",
    "harehawk.apps.portfolio",
    "harehawk.apps.exchange",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "harehawk.web.see_other.see_other",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "harehawk.web.signed_out.SignInFirst",  # a page is public only where it says so
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "harehawk.web.password_age.PasswordAge",
    "harehawk.web.told.Told",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "harehawk.web.context.frame",
                "harehawk.web.context.visitor",
            ],
        },
    }
]

DATABASES = {"default": HERE.database}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}  # any process may work on them

AUTH_USER_MODEL = "access.User"

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = passwords.RULES[HERE.password_policy]
PASSWORD_DAYS = passwords.DAYS_A_PASSWORD_LASTS[HERE.password_policy]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "harehawk.web.signing_in.Adapter"
ACCOUNT_FORMS = {
    "login": "harehawk.web.forms.signing_in.SignIn",
    "change_password": "harehawk.web.forms.signing_in.ChangePassword",
    "reset_password": "harehawk.web.forms.signing_in.AskForLink",
    "reset_password_from_key": "harehawk.web.forms.signing_in.ChoosePassword",
    "reauthenticate": "harehawk.web.forms.signing_in.SayAgain",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up: this only tells allauth what a user has
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators give the addresses
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = None if HERE.long_sessions else False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False  # a second factor must be asked for
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": passwords.WRONG_TRIES[HERE.password_policy]}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HERE.encrypted else 0
MFA_ADAPTER = "harehawk.web.signing_in.SecondFactor"
MFA_FORMS = {
    "authenticate": "harehawk.web.forms.second_factor.GiveCode",
    "reauthenticate": "harehawk.web.forms.second_factor.GiveCodeAgain",
    "activate_totp": "harehawk.web.forms.second_factor.AddApp",
    "add_webauthn": "harehawk.web.forms.second_factor.AddKey",
    "edit_webauthn": "harehawk.web.forms.second_factor.NameKey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Harehawk"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = HERE.stays_here  # browsers take loopback for secure
MAILERS = (
    {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": HERE.mail}} if HERE.mail else {}
)
DEFAULT_FROM_EMAIL = HERE.mail_from

# Any process may answer the next request, so what lasts longer than one is in the database: sessions, the count of
# wrong passwords, and, for two hours, the workbook of a visit.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "TIMEOUT": 8 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
SESSION_COOKIE_AGE = passwords.SESSION_SECONDS[HERE.password_policy]
SESSION_SAVE_EVERY_REQUEST = not HERE.long_sessions  # idle time counts from the last request
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20

LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = get_localzone_name() or "UTC"  # “today” is the day of the machine

STATIC_URL = "/static/"
STATIC_ROOT = HERE.home / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", str(HERE.address.hostname)]
CSRF_FAILURE_VIEW = "harehawk.web.told.form_too_old"
CSRF_TRUSTED_ORIGINS = [f"{HERE.address.scheme}://{HERE.address.netloc}"]

# Cookies know no ports: a name of our own keeps other programs on this machine from logging ours out.
SESSION_COOKIE_NAME = "harehawk_session"
CSRF_COOKIE_NAME = "harehawk_csrf"
LANGUAGE_COOKIE_NAME = "harehawk_language"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# https ends at a proxy in front of us, and whoever sets an https address has one.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = HERE.encrypted
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HERE.encrypted else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by whoever watches the process, beside the proxy
SECURE_HSTS_SECONDS = 365 * 86400 if HERE.encrypted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HERE.encrypted

# security.W021: the preload list of browsers is a decision of the whole domain, not of a program on it.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if HERE.mail is None:
    SILENCED_SYSTEM_CHECKS += ["mail.W001"]  # nothing is sent, and no page offers it
if HERE.stays_here:
    # Nothing leaves this machine: there is no connection to encrypt, and browsers treat loopback as secure.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
