from django.db import migrations

from harehawk.apps.rows.cleaned import clean_all


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0007_indexes_of_a_list")]

    operations = [migrations.RunPython(clean_all("opportunities"), migrations.RunPython.noop)]
