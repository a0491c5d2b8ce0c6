"""Credit reporting (双公示): the standard fields in which a penalty is reported to the credit site.

Source: 国家发展改革委, data standard of 行政处罚信息 (fields as found in two deployed systems). Amounts are in 万元 with six decimals; the
party's own name is kept, because the standard field set demands it: the file goes from office to office and is not what the public sees.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

PARTY_KINDS: Mapping[str, str] = {"person": "自然人", "organisation": "法人及非法人组织", "individual_business": "个体工商户"}
"""The kinds of a party as the fields call them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the standard set: its name, its Chinese title, how many characters it may hold, whether it must say something."""

    name: str
    title: str
    longest: int
    must: bool = False


FIELDS = (
    Field("CF_XDR_MC", "行政相对人名称", 200, must=True),
    Field("CF_XDR_LB", "行政相对人类别", 16, must=True),
    Field("CF_XDR_SHXYM", "统一社会信用代码", 18),
    Field("CF_XDR_GSZC", "工商注册号", 50),
    Field("CF_XDR_ZZJG", "组织机构代码", 9),
    Field("CF_XDR_SWDJ", "税务登记号", 15),
    Field("CF_XDR_SYDW", "事业单位证书号", 12),
    Field("CF_XDR_SHZZ", "社会组织登记证号", 50),
    Field("CF_FRDB", "法定代表人", 50),
    Field("CF_FR_ZJLX", "法定代表人证件类型", 64),
    Field("CF_FR_ZJHM", "法定代表人证件号码", 64),
    Field("CF_XDR_ZJLX", "自然人证件类型", 64),
    Field("CF_XDR_ZJHM", "自然人证件号码", 64),
    Field("CF_WSH", "行政处罚决定书文号", 128, must=True),
    Field("CF_WFXW", "违法行为类型", 2000, must=True),
    Field("CF_SY", "违法事实", 5000, must=True),
    Field("CF_YJ", "处罚依据", 2000, must=True),
    Field("CF_CFLB", "处罚类别", 100, must=True),
    Field("CF_NR", "处罚内容", 4000, must=True),
    Field("CF_NR_FK", "罚款金额（万元）", 20),
    Field("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）", 20),
    Field("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", 200),
    Field("CF_JDRQ", "处罚决定日期", 10, must=True),
    Field("CF_YXQ", "处罚有效期", 10),
    Field("CF_GSJZQ", "公示截止期", 10, must=True),
    Field("CF_CFJG", "处罚机关", 200, must=True),
    Field("CF_CFJGDM", "处罚机关统一社会信用代码", 18),
    Field("CF_SJLY", "数据来源单位", 200, must=True),
    Field("CF_SJLYDM", "数据来源单位统一社会信用代码", 18),
    Field("BZ", "备注", 512),
)
"""The whole set in its order."""

BY_NAME: Mapping[str, Field] = {field.name: field for field in FIELDS}

CORRECTABLE = (
    *("CF_XDR_MC", "CF_XDR_SHXYM", "CF_XDR_GSZC", "CF_XDR_ZZJG", "CF_XDR_SWDJ", "CF_XDR_SYDW", "CF_XDR_SHZZ"),
    *("CF_FRDB", "CF_FR_ZJLX", "CF_FR_ZJHM", "CF_XDR_ZJLX", "CF_XDR_ZJHM", "CF_SY", "CF_NR_ZKDX", "CF_YXQ", "BZ"),
)
"""What the publisher may correct in a refused row; what the decision itself says stays as it was decided."""


def ten_thousands(yuan: Decimal | None) -> str:
    """Return an amount of yuan in 万元 with six decimals, exact to the fen; empty where there is none."""
    return "" if yuan is None else f"{yuan / Decimal(10_000):.6f}"


CUT = "…"
"""The last character of a value that was cut: whoever reads it knows that something is missing."""


def fitting(values: Mapping[str, str]) -> dict[str, str]:
    """Return the whole set in its order, every value cut to what its field may hold and marked so, line ends as blanks."""
    return {field.name: _fitted(" ".join(values.get(field.name, "").split()), field.longest) for field in FIELDS}


def _fitted(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + CUT


def shortened(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the titles of the fields that were cut."""
    return tuple(field.title for field in FIELDS if len(text := values.get(field.name, "")) == field.longest and text.endswith(CUT))


def gaps(values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the titles of the fields that must say something and do not."""
    return tuple(field.title for field in FIELDS if field.must and not values.get(field.name))
