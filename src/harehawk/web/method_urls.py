"""Addresses of the method's settings."""

from django.urls import path

from harehawk.web.views import method

urlpatterns = [
    path("method/", method.method, name="method"),
    path("method/company/", method.company, name="method-company"),
    path("method/add-class/", method.add_class, name="method-class-add"),
    path("method/add-criterion/", method.add_criterion, name="method-criterion-add"),
    path("method/classes/<token:code>/", method.customer_class, name="method-class"),
    path("method/criteria/<token:code>/", method.criterion, name="method-criterion"),
    path("method/criteria/<token:code>/for/<token:customer_class>/", method.criterion_for, name="method-criterion-for"),
    path("method/previews/<int:number>/", method.preview, name="method-preview"),
    path("method/previews/<int:number>/confirm/", method.confirm, name="method-confirm"),
    path("method/previews/<int:number>/stop/", method.stop, name="method-stop"),
    path("method/versions/<int:number>/undo/", method.undo, name="method-undo"),
    path("method/judging/stop/", method.stop_judging, name="method-judging-stop"),
]
