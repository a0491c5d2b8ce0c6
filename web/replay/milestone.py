"""Milestones (节点): which entries of a history carry their name on the slider."""

import re
from collections.abc import Mapping, Sequence

from engine.proof.history import Step

NAMES: Mapping[str, str] = {
    "CaseOpened": "登记",
    "CaseFiled": "立案",
    "CaseRejected": "不予立案",
    "DiscretionAssessed": "裁量",
    "PleaReceived": "申辩",
    "PleaWaived": "放弃申辩",
    "LateEntryRecorded": "补记",
    "DecisionMade": "决定",
    "DocumentServed": "送达",
    "RemedySought": "复议诉讼",
    "RemedyConcluded": "复议诉讼结果",
    "PaymentReceived": "缴款",
    "DecisionPublished": "公示",
    "PublicationWithheld": "不公示",
    "PublicationWithdrawn": "撤回公示",
    "PublicationEnded": "公示期满",
    "CreditRepaired": "信用修复",
    "CaseTransferred": "移送",
    "CaseClosed": "结案",
    "CaseReopened": "恢复办理",
    "CaseArchived": "归档",
}
"""The facts that everybody remembers of a case."""

ORDINARY: Mapping[str, str] = {"EvidenceReceived": "证据", "DocumentRendered": "成文", "PublicCopyMade": "成文", "DeadlineExpired": "届满"}
"""What else an entry may be about; named only while it is shown."""

_WORK = re.compile("“(.{1,8})”")

ROOM = 9
"""So many names fit beside each other on a desk's screen."""


def milestones(steps: Sequence[Step], shown: int) -> Mapping[int, str]:
    """Return the names by entry; one too near to another gives way, the shown entry and the last one never."""
    named = {step.seq: next((NAMES[fact] for fact in step.facts if fact in NAMES), "") for step in steps}
    last = len(steps)
    apart = max(1, -(-last // ROOM))
    kept = {shown: named[shown] or _work(steps[shown - 1])}
    for seq in (1, last, *(seq for seq, name in named.items() if name)):
        if all(abs(seq - other) >= apart for other in kept):
            kept[seq] = named[seq] or ("末条" if seq == last else "")
    return kept


def _work(step: Step) -> str:
    """Return what was worked on in an entry that is no milestone."""
    plain = next((ORDINARY[fact] for fact in step.facts if fact in ORDINARY), "本步")
    return plain if plain != "本步" else next((found[1] for sentence in step.sentences if (found := _WORK.search(sentence))), plain)
