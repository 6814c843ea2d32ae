"""The reference page of the book, written from the schema: `python -m harehawk.book.reference FOLDER`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from harehawk.book.json_file import VERSION
from harehawk.book.limits import MEGABYTE, MOST_BYTES, MOST_CELLS, MOST_TEXT, MOST_UNPACKED
from harehawk.book.pack import CLASS_WORDS, CRITERION_WORDS
from harehawk.book.schema import Column, Kind, Sheet, Words
from harehawk.book.sheets import SHEET, SHEETS
from harehawk.book.sheets.short import SHORT

FILES = {"en": "book.md", "zh": "book.zh.md"}
TITLE = Words("The book", "客户台账")
INTRODUCTION = Words(
    """One format is template, sample, import, export and exchange: a workbook (.xlsx), a folder or zip of CSV files
(one for each sheet, called like it), or JSON. Sheets and headings may be Chinese or English. Nothing but what is
marked * is needed; an absent sheet, column or row changes nothing, an empty cell is a full answer: nobody asked.

```
harehawk template --out book.xlsx            every sheet, empty
harehawk template --out short.xlsx --short   one sheet, a row for each opportunity
harehawk judge book.xlsx
```

A breach of a rule is told with its sheet, row, column, value and the way out, all of them at once. Sheets and columns
that do not belong to a book are named and left out. Of rows that state facts none is ever overwritten: a newer fact
is a new row.""",
    """模板、样例、导入、导出、交换都是同一种格式：工作簿（.xlsx）、CSV文件夹或压缩包（一张表一个文件，文件名就是表名），
或者JSON。表名和列名中文、英文都行。只有带*的必填；没有的表、列、行表示不变，空单元格也是完整的回答：没人问过。

```
harehawk template --out book.xlsx            所有的表，空的
harehawk template --out short.xlsx --short   速填表，一行一个商机
harehawk judge book.xlsx
```

不合规则的地方会一次全部列出，写明表、行、列、值和改法。不属于台账的表和列会指出来，不读入。
记事实的表从不覆盖：新的事实写新的一行。""",
)
CELLS = Words("How cells are read", "单元格怎么读")
KINDS = {
    Kind.TEXT: (
        Words("text", "文字"),
        Words(
            f"Up to {MOST_TEXT:,} characters. Words about money or gifts to a person are refused.",
            f"最多{MOST_TEXT:,}个字。出现给个人好处的字眼会被拒收。",
        ),
    ),
    Kind.MONEY: (
        Words("money", "金额"),
        Words(
            "3000000, 300万, 1.2亿, 3m, ¥3,000,000. A unit in the heading, “amount (万元)”, or above the table, "
            "“单位：万元”, multiplies numbers without one. One currency for the whole book.",
            "3000000、300万、1.2亿、3m、¥3,000,000都行。列名里的单位“合同额（万元）”或表上方的“单位：万元”对不带单位的数生效。"
            "整本台账只用一种货币。",
        ),
    ),
    Kind.NUMBER: (Words("number", "数字"), Words("Digits, thousands grouped or not: 1234.5.", "1234.5，可带千分位。")),
    Kind.WHOLE: (Words("whole number", "整数"), Words("Without a fraction.", "不带小数。")),
    Kind.SHARE: (
        Words("per cent", "百分比"),
        Words(
            "20% and 0.2 are the same. A plain number above 1 (above what the column allows, where that is more) is "
            "per cent, with a warning; next to such numbers, plain ones up to 1 are asked back.",
            "20%和0.2一样。不带百分号而大于1（列的上限更大时以上限为准）的数按百分数读，并给出提示；"
            "同一列里再有不大于1的数，会请您写明百分号。",
        ),
    ),
    Kind.DAY: (
        Words("day", "日期"),
        Words(
            "A date cell, 2026-11-24, 2026/11/24, 2026年11月24日, 20261124, 24 Nov 2026; a month is its first day. "
            "Two-digit years and 05/11/2026 are asked back.",
            "日期单元格，或2026-11-24、2026/11/24、2026年11月24日、20261124；只写到月的按1日。"
            "两位数的年份和05/11/2026这类写法会请您写清楚。",
        ),
    ),
    Kind.YES_NO: (
        Words("yes or no", "是或否"),
        Words("yes, no, 是, 否, √, ×, true, false, 1, 0.", "是、否、有、无、√、×、yes、no、1、0。"),
    ),
    Kind.CHOICE: (
        Words("choice", "选项"),
        Words("One of the words listed, in either language.", "列出的词之一，中英文都行。"),
    ),
    Kind.CHOICES: (
        Words("choices", "多选"),
        Words("Several, separated by ; 、 , / or a new line.", "多个用；、，/或换行分开。"),
    ),
    Kind.REFERENCE: (
        Words("name", "名称"),
        Words(
            "The id or name of a row of the sheet named. Where a name is not unique, the id, or the name with its "
            "customer: 王强（江东电网）. A post is looked for at the customer of its row.",
            "所指那张表里一行的编号或名称。重名时写编号，或带上客户：王强（江东电网）。岗位先在本行的客户里找。",
        ),
    ),
    Kind.REFERENCES: (
        Words("names", "多个名称"),
        Words(
            "Several, separated as choices; a name that holds a ; in double quotes.",
            "多个，分隔同多选；名称里有；的用双引号。",
        ),
    ),
    Kind.NUMBERS: (Words("numbers", "多个数字"), Words("2; 1; 1", "2；1；1")),
    Kind.SCHEDULE: (Words("schedule", "付款节点"), Words("month:share; month:share", "月份:比例；月份:比例")),
}  # fmt: skip
HEAD = Words("| heading | 中文 | key | holds | notes |", "| 列名 | English | 键 | 内容 | 说明 |")
FACTS = Words("Facts: rows are added, none is overwritten.", "事实表：只增加行，不覆盖。")
IDENTITY = Words("A row is identified by: %s.", "一行由这些列确定：%s。")
ALSO = Words("also: ", "也可写：")
BETWEEN = Words("from %s to %s", "%s到%s")
AT_LEAST, AT_MOST = Words("%s or more", "不小于%s"), Words("%s or less", "不大于%s")
PAST = Words("not after today", "不晚于今天")
FILE_TITLE = Words("Files", "文件")
FILE_TEXT = Words(
    f"""Workbooks: headings are looked for in the first thirty rows, so a title above them, blank rows and columns, and
headings merged over two rows or several columns do no harm. Hidden sheets are read, with a warning. Cells whose
formula failed are told. Refused: .xls, .et, .xlsb, .ods (save as .xlsx), files with a password, more than
{MOST_BYTES // MEGABYTE} MB ({MOST_UNPACKED // MEGABYTE} MB unpacked) or {MOST_CELLS:,} cells, and whatever points
outside the file.

CSV: UTF-8 with or without its mark, GBK, GB18030, UTF-16; separated by comma, semicolon or tab. Text that a spreadsheet
would take for a formula (it starts with = + - or @) is written with an apostrophe in front, which reading takes off
again.

JSON: `{{"version": {VERSION}, "customers": [{{"name": "ACME"}}], …}}`, sheets and columns by their keys, choices by
their English words, days as `"2026-11-24"`, per cent as fractions, lists as arrays, names as ids.""",
    f"""工作簿：在前三十行里找列名，所以上面有标题、空行空列、列名跨两行或跨列合并都没关系。
隐藏的表也读，并给出提示。公式出错的单元格会指出来。不收：.xls、.et、.xlsb、.ods（请另存为.xlsx）、带密码的文件、
超过{MOST_BYTES // MEGABYTE}MB（解压后{MOST_UNPACKED // MEGABYTE}MB）或{MOST_CELLS:,}个单元格的文件，
以及指向文件以外的内容。

CSV：UTF-8（带不带BOM都行）、GBK、GB18030、UTF-16；逗号、分号或制表符分隔。
会被表格软件当成公式的文字（以= + - @开头）写出时前面加一个单引号，读入时去掉。

JSON：`{{"version": {VERSION}, "customers": [{{"name": "ACME"}}], …}}`，表和列用键，选项用英文词，日期写`"2026-11-24"`，
百分比写小数，列表写数组，名称写编号。""",
)
SHORT_TITLE = Words("The short form", "速填表")
SHORT_TEXT = Words(
    """A file with this one sheet is a book too: customers, owners and opportunities are made from it, and its answers
become evidence learnt today from whom the last column names. *Need* says whether the need is explicit and the project
approved, *money* whether funds are enough (sought: asked, not known). A grade may come before the source, “record:
budget approval”; without one it is second-hand, and an empty cell is a guess.""",
    """只有这一张表的文件也是一本台账：客户、负责人、商机由它生成，各项回答记为今天得知的证据，来源是最后一列写的人或文件。
“需求”说明需求是否明确、是否已立项，“资金”说明预算够不够（在争取：问过没答案）。来源前可写证据等级，如“书面：预算批复”；
不写等级按转述，空着按猜测。""",
)
CRITERIA_TITLE = Words("Criteria and classes that need no row", "不用写就有的评估项和客户分级")


def page(language: str) -> str:
    """The page in one language."""
    return "\n".join(_lines(language)) + "\n"


def _lines(language: str) -> Iterator[str]:
    yield f"# {TITLE.say(language)}\n"
    yield INTRODUCTION.say(language) + "\n"
    yield f"## {CELLS.say(language)}\n"
    for kind in Kind:
        name, text = KINDS[kind]
        yield f"- **{name.say(language)}**: {text.say(language)}"
    yield f"\n## {FILE_TITLE.say(language)}\n\n{FILE_TEXT.say(language)}\n"
    yield f"## {SHORT_TITLE.say(language)}\n\n{SHORT_TEXT.say(language)}\n"
    yield from _table(SHORT, language)
    for sheet in SHEETS:
        yield from _sheet(sheet, language)
    yield f"\n## {CRITERIA_TITLE.say(language)}\n"
    for words in (CRITERION_WORDS, CLASS_WORDS):
        yield from (f"- `{code}`: {said.en} · {said.zh}" for code, said in words.items())
        yield ""


def _sheet(sheet: Sheet, language: str) -> Iterator[str]:
    other = sheet.words.en if language == "zh" else sheet.words.zh
    yield f"\n## {sheet.words.say(language)} · {other} (`{sheet.key}`)\n"
    if sheet.words.aliases:
        yield ALSO.say(language) + ", ".join(sheet.words.aliases) + "\n"
    yield sheet.note.say(language)
    keys = ", ".join(sheet.column(key).words.say(language) for key in sheet.identity)
    yield (IDENTITY.say(language) % keys if keys else FACTS.say(language)) + "\n"
    yield from _table(sheet, language)


def _table(sheet: Sheet, language: str) -> Iterator[str]:
    yield HEAD.say(language)
    yield "|---|---|---|---|---|"
    for column in sheet.columns:
        own, other = column.words.say(language), column.words.en if language == "zh" else column.words.zh
        cells = (own + (" *" if column.required else ""), other, f"`{column.key}`", _holds(column, language))
        yield "| " + " | ".join((*cells, _notes(column, language))) + " |"


def _holds(column: Column, language: str) -> str:
    name = KINDS[column.kind][0].say(language)
    if column.refers:
        return f"{name} ({SHEET[column.refers].words.say(language)})"
    if column.choices:
        return f"{name}: " + " · ".join(words.say(language) for words in column.choices.values())
    return name + _bounds(column, language)


def _bounds(column: Column, language: str) -> str:
    low, high = (None if end is None else _end(column, end) for end in (column.low, column.high))
    if low is not None and high is not None:
        return ", " + BETWEEN.say(language) % (low, high)
    if low is not None:
        return ", " + AT_LEAST.say(language) % low
    return ", " + AT_MOST.say(language) % high if high is not None else ""


def _end(column: Column, end: float) -> str:
    return f"{end * 100:g}%" if column.kind == Kind.SHARE else f"{end:g}"


def _notes(column: Column, language: str) -> str:
    notes = [column.note.say(language)] if column.note else []
    if column.fact_day:
        notes.append(PAST.say(language))
    if column.words.aliases:
        notes.append(ALSO.say(language) + ", ".join(column.words.aliases))
    return " ".join(notes)


if __name__ == "__main__":
    for code, name in FILES.items():
        (Path(sys.argv[1]) / name).write_text(page(code), encoding="utf-8")
