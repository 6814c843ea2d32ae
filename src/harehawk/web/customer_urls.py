"""Addresses of customers and their people."""

from django.urls import URLPattern, path  # noqa: F401

urlpatterns: list[URLPattern] = []
