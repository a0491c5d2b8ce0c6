"""The national holiday tables (全国节假日安排), as the package `chinesecalendar` has them, for every year it knows."""

from datetime import date

import chinese_calendar

_WORDS = {str(holiday.value): str(holiday.chinese) for holiday in chinese_calendar.Holiday}


def national_tables() -> str:
    """Return the tables as one TOML text, a `table` a year; a year that was not announced yet is not in it.

    Source: 全国年节及纪念日放假办法 Art. 2 and the yearly notices of 国务院办公厅.
    """
    lines = ["# 全国节假日安排，取自 chinesecalendar；新的年度随该软件包更新，或者由法制科发布。"]
    off = {day: name for day, name in chinese_calendar.holidays.items() if day.weekday() < 5}
    on = {day: name for day, name in chinese_calendar.workdays.items() if day.weekday() >= 5}
    for year in sorted({day.year for day in off}):
        lines += ["", "[[table]]", f"year = {year}", f'source = "国务院办公厅关于{year}年部分节假日安排的通知"']
        lines += [f"off = {_dates(off, year)}", f"on = {_dates(on, year)}", "[table.names]"]
        lines += [f'"{day}" = "{_WORDS.get(name, name)}"' for day, name in sorted((off | on).items()) if day.year == year]
    return "\n".join(lines) + "\n"


def _dates(days: dict[date, str], year: int) -> str:
    return "[" + ", ".join(str(day) for day in sorted(days) if day.year == year) + "]"
