from django.db import migrations

from harehawk.apps.rows.cleaned import clean_all


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial")]

    operations = [migrations.RunPython(clean_all("work"), migrations.RunPython.noop)]
