from django.db import migrations

from harehawk.apps.rows.cleaned import clean_all


class Migration(migrations.Migration):
    dependencies = [("customers", "0002_spelled_names")]

    operations = [migrations.RunPython(clean_all("customers"), migrations.RunPython.noop)]
