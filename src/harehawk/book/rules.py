"""The rules of a book, each with the sentence that names the breach and the way out.

A problem keeps the code of its rule and says the sentence in the language of whoever reads it.
"""


def translate(text: str) -> str:
    """Mark a sentence for the catalogue of translations; it is said later, when the language is known."""
    return text


CELL_RULES = {
    # cells
    "required": translate("This cell is needed. Fill it, or delete the row."),
    "column_missing": translate("This column is needed and not in the sheet. Add it as a heading."),
    "column_twice": translate("Two headings mean this column: “%(first)s” and “%(second)s”. Delete one of them."),
    "formula_error": translate("The formula of this cell gives an error. Replace it by its value, or empty the cell."),
    "too_long": translate("The text has more than %(most)s characters. Shorten it."),
    "not_a_number": translate("“%(value)s” is not a number. Write digits only, for example 1234.5."),
    "number_range": translate("“%(value)s” is more than one number. Write the one you would plan with."),
    "decimal_comma": translate("The comma in “%(value)s” can be read in two ways. Write 1234.5 with a point."),
    "misgrouped": translate(
        "The digits of “%(value)s” are not grouped as a number is. Write it like 1,234,567 or 1234567."
    ),
    "not_whole": translate("“%(value)s” is not a whole number. Write it without a fraction."),
    "number_too_large": translate("“%(value)s” is too large to be meant. Check the number and its unit."),
    "below": translate("“%(value)s” is too low. The least allowed is %(low)s."),
    "above": translate("“%(value)s” is too high. The most allowed is %(high)s."),
    "not_money": translate("“%(value)s” is not an amount. Write it like 3000000, 300万 or 3m."),
    "other_currency": translate(
        "“%(value)s” is in another currency. All amounts of a book are in %(currency)s: convert it."
    ),
    "not_a_currency": translate("“%(value)s” is not a currency. Write its code of three letters, for example CNY."),
    "not_a_share": translate("“%(value)s” is not a per cent. Write it like 20%% or 0.2."),
    "mixed_per_cent": translate(
        "“%(value)s” can be read in two ways, since other cells of this column are written as whole per cent. "
        "Write it with a per cent sign."
    ),
    "not_a_day": translate("“%(value)s” is not a day. Write it like 2026-11-24 or 2026年11月24日."),
    "two_digit_year": translate(
        "The year in “%(value)s” can be read in two ways. Write it in four digits: 2026-11-24."
    ),
    "day_or_month": translate("“%(value)s” can be read in two ways. Write the year first: 2026-11-24."),
    "no_such_day": translate("“%(value)s” is not in the calendar. Check the month and the day."),
    "day_out_of_range": translate("“%(value)s” is not between 1950 and 2199. Check the year."),
    "not_yes_no": translate("“%(value)s” is neither yes nor no. Write one of the two, or leave the cell empty."),
    "says_nothing": translate("“%(value)s” says nothing yet. Leave the cell empty: then it counts as unknown."),
    "unknown_choice": translate("“%(value)s” is not one of the choices. Take one of these: %(choices)s."),
    "unknown_choice_near": translate("“%(value)s” is not one of the choices. Did you mean %(near)s?"),
    "unknown_or_asked": translate(
        "“%(value)s” can mean two things. Write “%(asked)s” if somebody asked, and leave the cell empty if nobody did."
    ),
    "not_numbers": translate("“%(value)s” is not a list of numbers. Write them like 2; 1; 1."),
    "not_a_schedule": translate("“%(value)s” is not a schedule. Write months and shares like 0:30%%; 4:30%%; 6:40%%."),
    "named_twice": translate("“%(name)s” stands twice in this cell. Delete one."),
    "money_to_a_person": translate(
        "“%(word)s” has no place in a book: money or gifts to a person are against the law. Delete it."
    ),
    # references
    "nobody": translate("Nobody called %(value)s is in this book. Add them on sheet %(target)s."),
    "nobody_optional": translate(
        "Nobody called %(value)s is in this book. Add them on sheet %(target)s, or leave the cell empty."
    ),
    "nobody_near": translate(
        "Nobody called %(value)s is in this book. Did you mean %(near)s? If not, add them on sheet %(target)s."
    ),
    "nothing": translate("%(value)s is not in this book. Add it on sheet %(target)s."),
    "nothing_optional": translate(
        "%(value)s is not in this book. Add it on sheet %(target)s, or leave the cell empty."
    ),
    "nothing_near": translate(
        "%(value)s is not in this book. Did you mean %(near)s? If not, add it on sheet %(target)s."
    ),
    "ambiguous": translate("%(value)s means %(count)s rows of sheet %(target)s. Write one of these: %(ways)s."),
    "itself": translate("This row names itself. Name another, or leave the cell empty."),
    "loop": translate("This goes round in a circle: %(circle)s. Empty one of these cells."),
    "duplicate": translate("Row %(first)s says the same: %(same)s. Delete one of the two rows."),
    "same_name": translate(
        "Row %(first)s is called %(name)s too. Give both an id of their own, so that others can tell which is meant."
    ),
    # days
    "in_the_future": translate("%(value)s is after today (%(today)s), and facts are what is known. Correct the day."),
    "days_out_of_order": translate("%(value)s is before “%(earlier)s” (%(day)s). Correct one of the two days."),
    # settings
    "one_company": translate("The sheet takes one row: your own company. Delete the others."),
    "criterion_incomplete": translate(
        "%(code)s is a criterion of your own, and needs its %(missing)s. Fill it, or take a code of the default pack."
    ),
    "criterion_by_class": translate(
        "A row for one class changes how much the criterion moves, and its prior. Empty this cell, or the class."
    ),
    "too_many_criteria": translate(
        "Gate %(gate)s would have %(count)s criteria; it takes at most %(most)s. Set “%(moves)s” of some to 0."
    ),
    "gate_empty": translate("Gate %(gate)s would have no criterion left. Let at least one of them move something."),
    "rate_out_of_reach": translate(
        "For customers of the class %(customer_class)s gate %(gate)s is to hold for %(rate)s, and its musts "
        "(%(musts)s) hold together only for %(all)s. Raise a prior, drop a must, or lower the rate or its shift."
    ),
    "milestones_over": translate("The shares add up to %(sum)s, more than 100%%. Lower one of them."),
    # customers and people
    "post_and_own": translate(
        "This person holds a post, which says it already. Empty this cell, or the post; to change it, change the post."
    ),
    "post_elsewhere": translate("The post %(post)s belongs to %(its)s, the person to %(own)s. Correct one of the two."),
    "no_contact_met": translate(
        "%(person)s is marked “%(no_contact)s”: nothing of ours goes there. Empty this cell, or delete the row."
    ),
    "no_contact_stance": translate(
        "%(person)s is marked “%(no_contact)s” and carries no stance. Delete the row, or correct the mark on sheet "
        "%(people)s."
    ),
    "whose_relationship": translate("Say whose relationship it is: fill “%(colleague)s” or “%(rival)s”."),
    "two_relationships": translate(
        "A row is the relationship of one of ours or of a rival, not both. Empty “%(colleague)s” or “%(rival)s”."
    ),
    "heard_of_nobody": translate(
        "Write who said it after “%(value)s”, like “%(value)s: Mr Li”, or leave the cell empty."
    ),
    "source_missing": translate(
        "Name the source: who said it, or which document. Without one, change the grade from “%(grade)s” to "
        "“%(guess)s”."
    ),
    # buying group
    "empty_body": translate("Nobody sits in this body. Name its members, or say how many unnamed ones it has."),
    "chain_without_bodies": translate(
        "A chain decides body by body, and none is entered. Add them on sheet %(bodies)s, or choose another rule."
    ),
    "same_order": translate("Row %(first)s has the same place in the order. Number the bodies 1, 2, 3 as they meet."),
    "votes_do_not_match": translate(
        "%(votes)s votes for %(members)s members. Give one number for each, in their order."
    ),
    "negative_votes": translate("Votes cannot be below 0. Correct the number."),
    "veto_not_member": translate("%(person)s has a veto but is not a member of this body. Add them to “%(members)s”."),
    "quota_too_high": translate(
        "All together have %(votes)s votes, so more than %(quota)s can never be reached. Lower the quota."
    ),
    "no_strength": translate("Say how much: fill “%(strength)s” with 1 to 3, or “%(conflict)s” with yes."),
    # rivals
    "not_a_rival": translate(
        "%(value)s is not a rival in this opportunity. Add it on sheet %(rivals)s, or correct the name."
    ),
    "not_a_rival_near": translate(
        "%(value)s is not a rival in this opportunity. Did you mean %(near)s? If not, add it on sheet %(rivals)s."
    ),
    "too_many_rivals": translate("An opportunity takes at most %(most)s rivals. Keep those that matter."),
    "points_out_of_order": translate("%(value)s is below “%(lower)s” (%(number)s). Correct one of the two."),
    "wins_over": translate(
        "The chances that these contractors win add up to %(sum)s; only one can win. Lower one of them."
    ),
    # worth
    "share_and_amount": translate("Share and amount are both filled. Empty one of the two."),
    "no_money": translate("Say how much: fill “%(share)s” or “%(amount)s”."),
    "payments_over": translate("The payments of %(opportunity)s add up to %(sum)s of the contract. Lower one of them."),
    "month_missing": translate("Say when: in which month after the signature this payment falls due."),
    "aspect_or_statement": translate(
        "A row is a score on an aspect or a statement with its difference, not both. Split it into two rows."
    ),
    "worth_incomplete": translate("This row needs “%(missing)s” too. Fill it, or delete the row."),
    "too_many_harms": translate("An opportunity takes at most %(most)s harms. Keep the largest."),
    # work
    "same_month": translate("Row %(first)s is about the same month. Put both into one row."),
    "reason_missing": translate("Overruling a limit needs a reason. Write why."),
    "full_level_missing": translate(
        "%(opportunity)s has the level “%(level)s” only when it has “%(full)s” too. Add a row for it."
    ),
    # short form
    "one_class": translate("Row %(first)s says that %(customer)s is %(class)s. Give both rows the same class."),
    "opportunity_twice": translate("Row %(first)s is the same opportunity of %(customer)s. Rename or delete one."),
    # beside what is stored
    "breaks_stored": translate(
        "Together with what is stored already, this breaks a rule of “%(sheet)s”, “%(column)s”. "
        "Change it here or there."
    ),
    # the whole
    "more_problems": translate("There are %(count)s more problems. Mend these first."),
    # warnings
    "unknown_sheet": translate("This sheet is not part of a book and was not read."),
    "unknown_sheet_near": translate("This sheet is not part of a book and was not read. Did you mean %(near)s?"),
    "unknown_column": translate("This column is not part of the sheet and was not read."),
    "unknown_column_near": translate("This column is not part of the sheet and was not read. Did you mean %(near)s?"),
    "hidden_sheet": translate("This sheet is hidden; it was read like the others. Delete it if it is not meant."),
    "no_heading": translate("The column has no heading and was not read."),
    "no_rows_known": translate("None of the headings of this sheet is known, so it was not read. Expected: %(known)s."),
    "file_not_read": translate("Only CSV files of a folder or zip are read; this one was not."),
    "read_as_per_cent": translate(
        "Whole numbers of this column were read as per cent, %(value)s as %(share)s (%(count)s in all)."
    ),
    "read_as_it_stands": translate(
        "%(value)s was read as it stands, as were all amounts below %(least)s in this column (%(count)s). If more is "
        "meant, write 300万 or 3m, or put the unit into the heading."
    ),
    "derived": translate(
        "The must-have needs of %(opportunity)s are listed, and decide this criterion. The row does not count."
    ),
    "not_in_group": translate("%(person)s is not in the buying group of %(opportunity)s, so this does not count."),
    "rival_nowhere": translate("%(value)s is a rival in no opportunity of this book, so the tie does not count yet."),
    "bodies_unused": translate("%(opportunity)s is not decided as a chain, so its bodies do not count."),
    "two_deciders": translate("Row %(first)s is the decider already. Only the first one counts."),
    "elsewhere": translate("%(person)s belongs to %(its)s, not to %(customer)s. Check whether the right one is meant."),
    "already_left": translate("%(person)s has left (%(day)s) and does not count. Name who sits there now."),
    "move_on_closed": translate("%(opportunity)s is closed, and this move is still open."),
    "payments_under": translate("The payments of %(opportunity)s add up to %(sum)s of the contract only."),
}

FILE_RULES = {
    "missing": translate("There is no file %(name)s. Check its name and folder."),
    "empty": translate("%(name)s is empty. Take the template and fill it in."),
    "file_too_large": translate("%(name)s has more than %(most)s MB. Split it, or leave out what has not changed."),
    "unpacked_too_large": translate(
        "Unpacked, %(name)s has more than %(most)s MB. Split it, or save it anew without pictures and empty rows."
    ),
    "too_many_cells": translate("%(name)s has more than %(most)s cells. Split it, or save it anew without empty rows."),
    "cells_far_apart": translate(
        "A sheet of %(name)s reaches to row %(row)s and column %(column)s. Delete what stands far from the table, and "
        "save it anew."
    ),
    "too_many_files": translate("%(name)s holds more than %(most)s files. A book has one for each sheet."),
    "packed_twice": translate("%(name)s holds another packed file, %(inner)s. Unpack that one, and delete it there."),
    "bad_name": translate("%(name)s holds a file whose name leads out of its folder: %(inner)s. It was not opened."),
    "not_whole": translate("%(name)s is damaged: it cannot be unpacked. Save it anew."),
    "outside_reference": translate("%(name)s declares things outside itself, as no workbook does. It was not opened."),
    "locked": translate("%(name)s is locked with a password. Save it without one."),
    "old_excel": translate("%(name)s is a workbook of an older kind (.xls, .et). Open it and save it as .xlsx."),
    "binary_excel": translate("%(name)s is a binary workbook (.xlsb). Open it and save it as .xlsx."),
    "open_document": translate("%(name)s is an OpenDocument sheet (.ods). Open it and save it as .xlsx."),
    "not_a_book": translate("%(name)s is neither a workbook (.xlsx), nor CSV, nor JSON. Save it as .xlsx."),
    "encoding": translate("The letters of %(name)s cannot be read. Save it as CSV UTF-8."),
    "broken_quotes": translate("%(name)s is not a CSV file: the quotes in line %(line)s are not closed."),
    "not_json": translate("%(name)s is not JSON: line %(line)s, column %(column)s."),
    "json_too_deep": translate("%(name)s is nested too deeply. A book is a list of rows for each sheet."),
    "json_shape": translate(
        "%(name)s is not a book: a list of rows for each sheet is expected, and %(found)s was found at %(where)s."
    ),
    "json_version": translate("%(name)s is of version %(version)s. This program reads version %(ours)s."),
    "nothing_known": translate(
        "No sheet of %(name)s belongs to a book. Take the template, or name the sheets as in it: %(known)s."
    ),
}
