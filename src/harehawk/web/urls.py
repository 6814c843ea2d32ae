"""Addresses of the pages."""

from django.urls import path, register_converter
from django.views.i18n import set_language

from harehawk.web.tokens import TokenConverter
from harehawk.web.views import downloads, judge, opportunities, preferences

register_converter(TokenConverter, "token")

urlpatterns = [
    path("", judge.judge, name="judge"),
    path("sample/", judge.take_sample, name="sample"),
    path("problems/", judge.problems, name="problems"),
    path("problems.csv", downloads.problems, name="problems-csv"),
    path("download/template-<slug:language>.xlsx", downloads.template, name="template"),
    path("download/short-template-<slug:language>.xlsx", downloads.short_template, name="short-template"),
    path("download/sample-<slug:language>.xlsx", downloads.sample, name="sample-book"),
    path("opportunities/", opportunities.listing, name="opportunities"),
    path("opportunities/<token:number>/", opportunities.opportunity, name="opportunity"),
    path("opportunities/<token:number>/classes/", opportunities.classes, name="classes"),
    path("opportunities/<token:number>/explain/<slug:what>/", opportunities.explanation, name="explain"),
    path("opportunities/<token:number>/explain/<slug:what>/<token:about>/", opportunities.explanation, name="explain"),
    path("language/", set_language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
