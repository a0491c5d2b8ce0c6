"""Enclosures (随函材料): what of a case may go to another department, and why something may not.

The police get the whole file of a suspected crime: what is secret goes too, and says so (行政执法机关移送涉嫌犯罪案件的规定 Art. 6).
Source: 行政处罚法 Art. 26 (what help needs), Art. 50 (trade secrets, privacy); 个人信息保护法 Art. 6 (no more than is needed);
12345 and complaint rules keep who complained unknown; domain.md §2.6.
"""

from collections.abc import Mapping

SECRECY: Mapping[str, str] = {"trade": "涉及商业秘密", "privacy": "涉及个人隐私"}
"""What evidence may be marked with. State secrets do not belong into this system at all (保守国家秘密法 Art. 31)."""

LETTERS = frozenset({"D11", "D26", "D26P", "D26-1", "D26-2"})
"""Letters to other departments."""

TOLD_ON = "投诉举报人提供，可能暴露其身份"
_CHECKS: Mapping[str, str] = {"needed": "还没有通过审核、复核", "excluded": "经审核、复核不作为证据"}


def evidence_barred(source: str | None, secrecy: str | None, recheck: str | None, *, complained: bool) -> str | None:
    """Return why a piece of evidence does not go out, None where it may; `complained` says that somebody's complaint is behind the case."""
    if secrecy is not None:
        return f"{SECRECY[secrecy]}，须另按保密规定移交"
    if complained and source == "witness":
        return TOLD_ON
    return _CHECKS.get(recheck or "")


def police_barred(recheck: str | None) -> str | None:
    """Return why a piece of evidence does not go to the police with a suspected crime: only because it is none."""
    return _CHECKS["excluded"] if recheck == "excluded" else None


def care_of(source: str | None, secrecy: str | None, *, complained: bool) -> str | None:
    """Return how the list of a letter marks a piece of evidence that must be kept confidential, None where nothing asks for it."""
    if secrecy is not None:
        return f"{SECRECY[secrecy]}，专人移交"
    return "投诉举报人信息保密，专人移交" if complained and source == "witness" else None


def showing_barred(source: str | None, secrecy: str | None, recheck: str | None, *, complained: bool) -> str | None:
    """Return why a piece of evidence is not put before the party on paper, None where it may be.

    What the party itself gave is no secret from it; other people's secrets are, and so is who complained. Source: 行政处罚法 Art. 46, 50.
    """
    if secrecy is not None and source != "party":
        return SECRECY[secrecy]
    return evidence_barred(source, None, recheck, complained=complained)


def paper_barred(code: str, volume: str, state: str) -> str | None:
    """Return why a paper does not go out, None where it may: inner papers stay inside, and so do letters to others."""
    if volume == "副":
        return "内部审批、讨论的材料，归入副卷"
    if code in LETTERS:
        return "发给其他部门的函件"
    return "已经撤销" if state == "withdrawn" else None
