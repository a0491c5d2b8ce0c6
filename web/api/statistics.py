"""Annual statistics (年度统计): the table of a year, its versions, and their way to the public."""

from engine.commands.statistics import ApproveStatistics, FinaliseStatistics, PublishStatistics, ReportStatistics, ReturnStatistics
from engine.queries.statistics import PublicStatistics, PublicVersion, PublishedStatistics, PublishedYears, StatisticsOfYear, StatisticsView
from web.api.door import Door
from web.api.shape import shape

door = Door("statistics", "年度统计")

SCOPE = "statistics.write"

door.ask(
    "/statistics",
    StatisticsOfYear,
    "一年的统计：定稿的版本，或者草稿 The statistics of a year: a version, or the draft",
    answer=shape(StatisticsView),
)
door.give("POST", "/statistics", FinaliseStatistics, "定稿 Freeze the figures of a year that is over", scope=SCOPE)
door.give("POST", "/statistics/<statistics>/approve", ApproveStatistics, "批准公布 Approve a version", scope=SCOPE)
door.give("POST", "/statistics/<statistics>/return", ReturnStatistics, "退回 Return a version that is not public", scope=SCOPE)
door.give("POST", "/statistics/<statistics>/publish", PublishStatistics, "公布 Publish an approved version", scope=SCOPE)
door.give("POST", "/statistics/<statistics>/report", ReportStatistics, "登记报告 Record to whom a version was reported", scope=SCOPE)
door.enumerate(
    "/statistics/years",
    PublishedYears,
    "公布的年度统计 The published statistics, a version for each year",
    item=shape(PublicVersion),
    place=lambda item: (f"{9999 - item.year:04}",),
)
door.ask("/statistics/published", PublishedStatistics, "公布的一年统计 A published version, as the public sees it", answer=shape(PublicStatistics))
