"""Names as people type them, kept beside the names: Chinese, pinyin, initials, English."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from django.db import models

BETWEEN = "\n"  # no word that somebody looks for goes beyond it


@lru_cache(maxsize=16384)
def spelled(text: str) -> str:
    """As written, in pinyin, and by initials; what is not Chinese stands for itself.

    >>> spelled("重庆地铁 3号线").split(BETWEEN)
    ['重庆地铁 3号线', 'chongqingditie3haoxian', 'cqdt3hx']
    """
    from pypinyin.seg.mmseg import seg  # noqa: PLC0415  takes long to load, which no start should wait for

    words = [_word(word) for word in seg.cut(text)]
    typed = ("".join(form).replace(" ", "") for form in (zip(*words, strict=True) if words else ()))
    return BETWEEN.join(dict.fromkeys([text.lower(), *typed]))


@lru_cache(maxsize=65536)
def _word(word: str) -> tuple[str, str]:
    """In pinyin and by initials. Names share their words, and spelling one takes long."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  as above

    word = word.lower()
    return "".join(lazy_pinyin(word)), "".join(lazy_pinyin(word, style=Style.FIRST_LETTER))


class SpelledField(models.TextField):  # type: ignore[type-arg]  # only the stubs take some
    """How the name of its row is spelled: made anew whenever the row is written."""

    def pre_save(self, model_instance: Any, add: bool) -> str:  # noqa: ANN401, ARG002, FBT001  as Django calls it
        """Spell the name as it is now."""
        value = spelled(model_instance.name)
        setattr(model_instance, self.attname, value)
        return value


class Spelled(models.Model):
    """A row that is found by its name, however it is typed. The log keeps the name alone."""

    private: ClassVar[frozenset[str]] = frozenset({"spelled"})

    name: str
    spelled = SpelledField(default="", editable=False)

    class Meta:
        abstract = True


def named_like(word: str, to: str = "") -> models.Q:
    """Rows whose name has a word in it; of a table that reaches them by `to` (a lookup that ends in `__`)."""
    return models.Q(**{f"{to}spelled__contains": word.lower()})


def spelled_too(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values for a row that is updated in place, where nothing else would spell its new name."""
    again = issubclass(model, Spelled) and "name" in values
    return {**values, **({"spelled": spelled(values["name"])} if again else {})}


def spell_all(app: str, *models: str) -> Callable[..., None]:
    """For a migration: spell the names of what was there before names were spelled."""

    def spell(apps: Any, _: Any) -> None:  # noqa: ANN401  as migrations call it
        for name in models:
            rows = apps.get_model(app, name).objects.order_by()
            for number, text in list(rows.values_list("pk", "name")):
                rows.filter(pk=number).update(spelled=spelled(text))

    return spell
