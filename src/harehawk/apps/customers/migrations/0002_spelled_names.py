from django.db import migrations

from harehawk.apps.rows.spelled import SpelledField, spell_all


class Migration(migrations.Migration):
    dependencies = [("customers", "0001_initial")]

    operations = [
        migrations.AddField("colleague", "spelled", SpelledField(default="", editable=False)),
        migrations.AddField("customer", "spelled", SpelledField(default="", editable=False)),
        migrations.AddField("person", "spelled", SpelledField(default="", editable=False)),
        migrations.RunPython(spell_all("customers", "Colleague", "Customer", "Person"), migrations.RunPython.noop),
    ]
