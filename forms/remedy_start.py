"""What an application for reconsideration and a lawsuit ask alike at their start (复议、诉讼登记): which act is challenged, and by whom."""

from forms.field.text import Code


def challenged(basis: str) -> Code:
    """Return the field that names the act, with the articles on what can be challenged and until when."""
    return Code("不服的行为", default="penalty", hint="每个行为的救济期限从各自的文书送达起单独计算；对几个行为都不服的，分别登记。", basis=basis)


def challenger(label: str, basis: str) -> Code:
    """Return the field that names who challenges it, as the law calls that person."""
    return Code(
        label,
        default="party",
        hint="当事人以外的人，先在案件页登记为利害关系人；当事人死亡的，登记继承人、近亲属。代理人、监护人以当事人的名义提出的，选当事人。",
        basis=basis,
    )
