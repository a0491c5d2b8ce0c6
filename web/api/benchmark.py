"""Discretion tables (裁量基准): the versions in force and before, and drafts on their way through two pairs of hands."""

from marshmallow import fields as kinds

from engine.commands.benchmark import ApproveBenchmark, DraftBenchmark, DropBenchmark, ReturnBenchmark, SubmitBenchmark
from engine.model import BenchmarkDraft
from engine.queries.benchmark import BenchmarkDrafts, Edition, Editions, ShowDraft
from engine.rules.objection import Objection
from web.api.door import Door
from web.api.shape import made, shape

door = Door("benchmark", "裁量基准")

EDITION = shape(Edition, but=frozenset({"table", "uses"}))
DRAFT = made("DraftView", draft=BenchmarkDraft, objections=tuple[Objection, ...], before=kinds.Nested(EDITION, required=True, allow_none=True))

door.enumerate(
    "/benchmarks", Editions, "已发布的裁量基准 The published versions of all tables, as DMN", item=EDITION, place=lambda edition: (edition.id,)
)
door.enumerate(
    "/benchmarks/drafts",
    BenchmarkDrafts,
    "裁量基准草案 The drafts",
    item=shape(BenchmarkDraft),
    place=lambda draft: (draft.at.isoformat(), draft.id),
    length=2,
)
door.ask("/benchmarks/drafts/<draft>", ShowDraft, "一份草案和对它的异议 A draft with what stands against it", answer=DRAFT)
door.give("POST", "/benchmarks/drafts", DraftBenchmark, "起草 Write a draft, or write it anew", scope="law.write", at="/benchmarks/drafts/<id>")
door.give("POST", "/benchmarks/drafts/<draft>/submit", SubmitBenchmark, "提交审核 Hand a draft to a second person", scope="law.write")
door.give("POST", "/benchmarks/drafts/<draft>/approve", ApproveBenchmark, "审核发布 Approve a draft and publish it", scope="law.write")
door.give("POST", "/benchmarks/drafts/<draft>/return", ReturnBenchmark, "退回 Send a draft back", scope="law.write")
door.give("DELETE", "/benchmarks/drafts/<draft>", DropBenchmark, "撤销草案 Give a draft up", scope="law.write")
