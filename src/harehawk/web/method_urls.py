"""Addresses of the method's settings."""

from django.urls import URLPattern, path  # noqa: F401

urlpatterns: list[URLPattern] = []
