"""The feed (订阅): new and withdrawn publications as Atom. Source: RFC 4287."""

from collections.abc import Iterable
from datetime import date, datetime, time

from feedgen.feed import FeedGenerator

from engine.clock import SHANGHAI
from engine.queries.portal import Gone
from engine.rules.publication import GROUNDS
from web.portal.decision import PublicDecision

MOST = 50
"""Entries of the feed, the newest."""


def atom(decisions: Iterable[PublicDecision], gone: Iterable[Gone], *, agency: str, base: str, now: datetime) -> bytes:
    """Return the feed; a withdrawal keeps the id of what it withdraws, so that readers replace the one by the other.

    `base` is the public address of the portal without a slash at its end; `now` stands for the feed where it has no entry.
    """
    entries: list[tuple[date, PublicDecision | Gone]] = [(item.published_on, item) for item in decisions]
    entries += [(item.ended_on, item) for item in gone]
    entries.sort(key=lambda entry: (entry[0], entry[1].number), reverse=True)
    feed = FeedGenerator()
    feed.id(f"{base}/feed.atom")
    feed.title(f"{agency}行政处罚决定公示")
    feed.link([{"href": f"{base}/feed.atom", "rel": "self"}, {"href": f"{base}/", "rel": "alternate"}])
    feed.author({"name": agency})
    feed.language("zh-CN")
    feed.updated(_instant(entries[0][0]) if entries else now)
    for day, item in entries[:MOST]:
        entry = feed.add_entry(order="append")
        entry.id(f"{base}/decisions/{item.id}")
        entry.link({"href": f"{base}/decisions/{item.id}"})
        entry.updated(_instant(day))
        if isinstance(item, Gone):
            entry.title(f"撤回公示：{item.number}")
            entry.summary(f"{GROUNDS.get(item.ground or '', '已撤回')}。{item.reason or ''}")
            entry.category({"term": "withdrawn", "label": "撤回"})
        else:
            word = "变更后公示：" if item.changes else "重新公示：" if item.again_of else ""
            again = f"{word}{item.again_reason}" if item.again_of else ""
            entry.title(f"{word}{item.party}：{item.cause}")
            entry.summary(f"{again}{item.number}，{'；'.join(item.penalty)}。决定日期{item.decided_on.isoformat()}。")
            entry.category({"term": "published", "label": "公示"})
    return bytes(feed.atom_str(pretty=True))


def _instant(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=SHANGHAI)
