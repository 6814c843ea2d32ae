"""Customers and their people, our colleagues, relationships, invoices, and what we offer."""

from typing import ClassVar

from django.db import models

from harehawk.apps.access.models import Fact, Recorded
from harehawk.apps.customers.visible import (
    CustomerQuerySet,
    OfCustomerQuerySet,
    OfPersonQuerySet,
    PersonQuerySet,
)
from harehawk.apps.rows.spelled import Spelled
from harehawk.apps.rows.tables import SheetTable, keeps, rules


@keeps("colleagues")
class Colleague(SheetTable, Spelled, Recorded):
    """Somebody who works for us; may also be a user."""

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=500)
    function = models.CharField(max_length=30, blank=True)
    rank = models.IntegerField(null=True, blank=True)
    reports_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="reports")
    team = models.TextField(blank=True)
    skills = models.TextField(blank=True)
    free_hours = models.FloatField(null=True, blank=True)
    email = models.TextField(blank=True)
    user = models.OneToOneField("access.User", models.PROTECT, null=True, blank=True, related_name="colleague")

    class Meta:
        constraints: ClassVar = rules("colleagues")

    def __str__(self) -> str:
        return self.name


@keeps("customers")
class Customer(SheetTable, Spelled, Recorded):
    """An organisation that buys; `parent` is its group."""

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=500)
    customer_class = models.CharField(max_length=500, blank=True)
    customer_type = models.CharField(max_length=30, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="units")
    owner = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="customers")
    industry = models.TextField(blank=True)
    region = models.TextField(blank=True)
    payment_class = models.CharField(max_length=30, blank=True)
    importance = models.FloatField(null=True, blank=True)
    note = models.TextField(blank=True)

    objects = CustomerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("customers")
        indexes: ClassVar = [models.Index(fields=["name"], name="customer_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def customer_number(self) -> int | None:
        """A customer's entries are about itself."""
        return self.pk


@keeps("posts")
class Post(SheetTable, Recorded):
    """A seat in the administrative chart of a customer; a person holds it for a time."""

    key = models.CharField(max_length=500, unique=True)
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="posts")
    title = models.TextField()
    department = models.TextField(blank=True)
    rank = models.IntegerField(null=True, blank=True)
    reports_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="reports")
    in_charge_of: models.ManyToManyField["Post", "Post"] = models.ManyToManyField(
        "self", blank=True, symmetrical=False, related_name="under"
    )
    site = models.TextField(blank=True)

    objects = OfCustomerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("posts")

    def __str__(self) -> str:
        return self.title


@keeps("people")
class Person(SheetTable, Spelled, Recorded):
    """Somebody at a customer, or outside it but in its decision."""

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=500)
    customer = models.ForeignKey(Customer, models.PROTECT, null=True, blank=True, related_name="people")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="holders")
    post_since = models.DateField(null=True, blank=True)
    title = models.TextField(blank=True)
    department = models.TextField(blank=True)
    rank = models.IntegerField(null=True, blank=True)
    reports_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="reports")
    outside = models.CharField(max_length=30, blank=True)
    organisation = models.TextField(blank=True)
    no_contact = models.BooleanField(null=True, blank=True)
    wants_for_organisation = models.TextField(blank=True)
    wants_for_self = models.TextField(blank=True)
    fears = models.TextField(blank=True)
    how_to_meet = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    left_on = models.DateField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("people")
        indexes: ClassVar = [models.Index(fields=["name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name


@keeps("tenures")
class Tenure(SheetTable, Recorded):
    """Who held which post, and when."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tenures")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tenures")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = rules("tenures")

    def __str__(self) -> str:
        return f"{self.person} {self.post}"


@keeps("relationships")
class Relationship(SheetTable, Fact):
    """How close one of ours, or a rival, was to a person, as learnt on a day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="relationships")
    colleague = models.ForeignKey(Colleague, models.PROTECT, null=True, blank=True, related_name="relationships")
    rival = models.CharField(max_length=500, blank=True)
    closeness = models.IntegerField()
    wanted = models.IntegerField(null=True, blank=True)
    last_contact = models.DateField(null=True, blank=True)
    grade = models.CharField(max_length=30, blank=True)
    source = models.TextField(blank=True)
    learned_on = models.DateField(null=True, blank=True)

    objects = OfPersonQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("relationships", facts=True)

    def __str__(self) -> str:
        return f"{self.person} {self.colleague or self.rival}"

    @property
    def customer_number(self) -> int | None:
        """The customer of its person."""
        return self.person.customer_id


@keeps("invoices")
class Invoice(SheetTable, Recorded):
    """An invoice of ours; how late it was paid teaches how late the next one will be."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="invoices")
    number = models.CharField(max_length=500)
    issued_on = models.DateField()
    due_on = models.DateField()
    paid_on = models.DateField(null=True, blank=True)
    amount = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    disputed = models.BooleanField(null=True, blank=True)

    objects = OfCustomerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = rules("invoices")

    def __str__(self) -> str:
        return self.number


@keeps("offerings")
class Offering(SheetTable, Recorded):
    """A product, solution, technology, service or resource of ours."""

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=30, blank=True)
    direction = models.CharField(max_length=30, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = rules("offerings")

    def __str__(self) -> str:
        return self.name
