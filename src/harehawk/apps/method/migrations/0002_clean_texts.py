from django.db import migrations

from harehawk.apps.rows.cleaned import clean_all


class Migration(migrations.Migration):
    dependencies = [("method", "0001_initial")]

    operations = [migrations.RunPython(clean_all("method"), migrations.RunPython.noop)]
