"""What an application for reconsideration and a lawsuit ask alike at their start (复议、诉讼登记): which decision is challenged."""

from forms.field.choice import Choice

AGAINST = Choice(
    "不服的决定",
    ("penalty", "处罚决定（不予处罚决定）"),
    ("surcharge", "加处罚款决定"),
    default="penalty",
    hint="加处罚款决定另行送达的，救济期限单独计算；对两个决定都不服的，分别登记。",
    basis="行政复议法第二十条、行政诉讼法第四十六条",
)
