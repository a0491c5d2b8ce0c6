"""Archiving (归档): the volume goes to the archive."""

from forms.field.choice import Choice
from forms.field.number import Count
from forms.field.text import Code
from forms.form import Form


class ArchivingForm(Form):
    """Number, size and term of the volume."""

    title = "归档"
    intro = "案卷目录由系统生成；核对页数后归档。"
    submit = "归档"

    volume_no = Code("案卷号")
    pages = Count("页数", most=100_000, unit="页")
    term = Choice(
        "保管期限",
        ("10年", "10年"),
        ("30年", "30年"),
        ("永久", "永久"),
        optional=True,
        hint="不选的，按规定的期限；可以更长，不能更短。经集体讨论的为重大案件。音像记录和案卷一并保管，期满前提醒。",
    )
