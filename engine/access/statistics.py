"""Who may freeze, approve, publish and report the statistics of a year (年度统计): four steps, three offices."""

from engine.access.rule import Rules, may
from engine.commands.statistics import ApproveStatistics, FinaliseStatistics, PublishStatistics, ReportStatistics, ReturnStatistics

RULES: Rules = {
    FinaliseStatistics: may("legal_office"),
    ApproveStatistics: may("head"),
    ReturnStatistics: may("head"),
    PublishStatistics: may("publisher"),
    ReportStatistics: may("legal_office", "publisher"),
}
