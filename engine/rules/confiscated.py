"""Confiscated goods (罚没物品): how a thing that the decision took may end for good. Source: 行政处罚法 Art. 74; domain.md R54, §2.14."""

from decimal import Decimal

from engine.errors import InvalidInputError, LawError

BASIS = "行政处罚法 74①"


def check_way(way: str, *, free: bool) -> None:
    """Refuse to give back what stands confiscated, and to do anything else with what is `free`: the decision fell, or spares the thing now."""
    if (way == "returned") != free:
        message = "处罚决定已经撤销，或者已经变更为不再没收，物品应当返还当事人。" if free else "处罚决定没有撤销，没收的物品不能返还当事人。"
        raise LawError("no_basis", message, basis=BASIS, field="way")


def check_proceeds(way: str, proceeds: Decimal | None, voucher: str | None) -> None:
    """Refuse an auction whose money did not reach the treasury, and money where nothing was auctioned. Source: 行政处罚法 Art. 74."""
    if way == "auctioned":
        message = ["拍卖的，登记得款和缴库凭证：款项必须全部上缴国库（行政处罚法第七十四条）。"]
        if missing := [name for name, gone in (("proceeds", proceeds is None), ("voucher", not voucher)) if gone]:
            raise InvalidInputError(dict.fromkeys(missing, message))
    elif proceeds is not None or voucher:
        field = "proceeds" if proceeds is not None else "voucher"
        raise InvalidInputError({field: ["只有拍卖的登记得款和缴库凭证。"]})
