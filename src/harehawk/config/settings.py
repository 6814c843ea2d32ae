"""Django's settings. What an installation may choose is in `environment`; the rest is the same for everybody."""

import os
from pathlib import Path

from django.utils.csp import CSP
from tzlocal import get_localzone_name

from harehawk.config import environment
from harehawk.config.logs import logging_config, on_terminal

HERE = environment.read(os.environ)
PACKAGE = Path(__file__).parents[1]

DEBUG = False  # no page of ours ever shows code, settings or data of an error
SECRET_KEY = HERE.secret_key
ROOT_URLCONF = "harehawk.config.urls"
WSGI_APPLICATION = "harehawk.config.wsgi.application"
LOGGING = logging_config(readable=on_terminal())

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "harehawk.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
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
                "harehawk.web.context.frame",
            ],
        },
    }
]

DATABASES = {"default": HERE.database}

# A visit, with the workbook dropped in it, stays in the memory of the one web process and goes with it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": 8 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 100},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
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
if HERE.stays_here:
    # Nothing leaves this machine: there is no connection to encrypt, and browsers treat loopback as secure.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]
