"""Addresses of customers and their people."""

from django.urls import path

from harehawk.web.views import customer, customers, people, person

urlpatterns = [
    path("customers/", customers.customers, name="customers"),
    path("customers/add/", customers.add, name="customer-add"),
    path("customers/<int:number>/", customer.customer, name="customer"),
    path("customers/<int:number>/change/", customer.change, name="customer-change"),
    path("customers/<int:number>/posts/add/", customer.add_post, name="post-add"),
    path("customers/<int:number>/posts/<int:post>/", customer.post, name="post"),
    path("customers/<int:number>/posts/<int:post>/remove/", customer.remove_post, name="post-remove"),
    path("customers/<int:number>/people/add/", customer.add_person, name="customer-person-add"),
    path("customers/<int:number>/invoices/add/", customer.add_invoice, name="invoice-add"),
    path("customers/<int:number>/invoices/<int:invoice>/", customer.invoice, name="invoice"),
    path("customers/<int:number>/invoices/<int:invoice>/remove/", customer.remove_invoice, name="invoice-remove"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="person-add"),
    path("people/<int:number>/", person.person, name="person"),
    path("people/<int:number>/change/", person.change, name="person-change"),
    path("people/<int:number>/remove/", person.remove, name="person-remove"),
    path("people/<int:number>/move/", person.move, name="person-move"),
    path("people/<int:number>/relationships/add/", person.add_relationship, name="relationship-add"),
]
