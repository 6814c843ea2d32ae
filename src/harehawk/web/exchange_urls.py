"""Addresses by which books come in and go out."""

from django.urls import URLPattern, path

from harehawk.web.views import bringing, export

urlpatterns: list[URLPattern] = [
    path("import/", bringing.bringings, name="import"),
    path("import/<int:number>/", bringing.bringing, name="bringing"),
    path("import/<int:number>/problems.csv", bringing.problems, name="bringing-problems"),
    path("import/<int:number>/confirm/", bringing.confirm, name="bringing-confirm"),
    path("import/<int:number>/cancel/", bringing.cancel, name="bringing-cancel"),
    path("import/<int:number>/undo/", bringing.undo, name="bringing-undo"),
    path("export/book.<slug:kind>", export.export, name="export"),
]
