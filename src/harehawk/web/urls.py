"""Addresses of the pages."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, register_converter

from harehawk.web.tokens import TokenConverter
from harehawk.web.views import downloads, home, judge, preferences, teams, users, welcome, workbook

register_converter(TokenConverter, "token")

urlpatterns = [
    path("", home.home, name="home"),
    path("judge/", judge.judge, name="judge"),
    path("sample/", judge.take_sample, name="sample"),
    path("problems/", judge.problems, name="problems"),
    path("problems.csv", downloads.problems, name="problems-csv"),
    path("download/template-<slug:language>.xlsx", downloads.template, name="template"),
    path("download/short-template-<slug:language>.xlsx", downloads.short_template, name="short-template"),
    path("download/sample-<slug:language>.xlsx", downloads.sample, name="sample-book"),
    path("workbook/", workbook.listing, name="workbook"),
    path("workbook/<token:number>/", workbook.opportunity, name="workbook-opportunity"),
    path("workbook/<token:number>/classes/", workbook.classes, name="workbook-classes"),
    path("workbook/<token:number>/explain/<slug:what>/", workbook.explanation, name="workbook-explain"),
    path("workbook/<token:number>/explain/<slug:what>/<token:about>/", workbook.explanation, name="workbook-explain"),
    path("", include("harehawk.web.account_urls")),
    path("", include("harehawk.web.opportunity_urls")),
    path("", include("harehawk.web.fact_urls")),
    path("", include("harehawk.web.customer_urls")),
    path("", include("harehawk.web.method_urls")),
    path("", include("harehawk.web.exchange_urls")),
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/begin/", welcome.begin, name="begin"),
    path("welcome/sample/load/", welcome.load_sample, name="sample-load"),
    path("welcome/sample/remove/", welcome.remove_sample, name="sample-remove"),
    path("users/", users.users, name="users"),
    path("users/invite/", users.invite, name="invite"),
    path("users/link/", users.fresh_link, name="fresh-link"),
    path("users/<int:number>/", users.user, name="user"),
    path("users/<int:number>/colleague/", users.colleague, name="user-colleague"),
    path("users/<int:number>/active/", users.set_active, name="user-active"),
    path("users/<int:number>/link/", users.new_link, name="user-link"),
    path("users/invitations/<int:number>/end/", users.take_back, name="invitation-end"),
    path("teams/add/", teams.add, name="team-add"),
    path("teams/<int:number>/", teams.team, name="team"),
    path("teams/<int:number>/remove/", teams.remove, name="team-remove"),
    path("language/", login_not_required(preferences.language), name="language"),
    path("theme/", login_not_required(preferences.theme), name="theme"),
]
