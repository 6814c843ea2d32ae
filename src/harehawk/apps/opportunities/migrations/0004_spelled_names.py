from django.db import migrations

from harehawk.apps.rows.spelled import SpelledField, spell_all


class Migration(migrations.Migration):
    dependencies = [("opportunities", "0003_sums_of_a_list")]

    operations = [
        migrations.AddField("opportunity", "spelled", SpelledField(default="", editable=False)),
        migrations.RunPython(spell_all("opportunities", "Opportunity"), migrations.RunPython.noop),
    ]
