"""Addresses by which books come in and go out."""

from django.urls import URLPattern, path  # noqa: F401

urlpatterns: list[URLPattern] = []
