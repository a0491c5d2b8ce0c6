"""Samples and extracted data have their paper, signed on the spot or before a witness."""

from typing import Any

from engine.commands.sampling import RecordExtraction, RecordSampling
from tests.engine.conftest import Reach
from tests.office import Office

SPOT: dict[str, Any] = {"shown": "true", "held_time": "10:30", "place": "后厨", "presence": "signed"}
SAMPLES: dict[str, Any] = {
    "purpose": "检测油脂含量",
    "method": "随机抽取。",
    "items": [{"name": "滤网样片", "quantity": "2片", "base": "12片", "sealing": "加贴封条"}],
}
DATA: dict[str, Any] = {"holder": "何秀兰", "source": "设施控制器", "method": "只读复制。"}


def sample(office: Office, case: str, **changes: Any) -> str:
    return office.house.engine.execute(RecordSampling(case_id=case, data=SPOT | SAMPLES | changes), office.actor("wumin"))


def extract(office: Office, case: str, *evidence: str) -> str:
    return office.house.engine.execute(RecordExtraction(case_id=case, data=SPOT | DATA | {"evidence": list(evidence)}), office.actor("zhouyan"))


def test_samples_take_a_number_and_name_the_witness_of_a_refusal(reach: Reach) -> None:
    office, case = reach("investigation")
    with office.refusal("invalid_input", field="witness"):
        sample(office, case, presence="refused")
    with office.refusal("invalid_input", field="items"):
        sample(office, case, items=[])
    sample(office, case)
    sample(office, case, presence="absent", witness="李建平（湖滨社区）")
    first, second = sorted((paper for paper in office.file(case).documents if paper.code == "D07"), key=lambda paper: paper.sequence or 0)
    assert [first.number, second.number] == ["江城管抽字〔2026〕第0001号", "江城管抽字〔2026〕第0002号"]
    assert (second.facts or {})["witness"] == "李建平（湖滨社区）"
    assert office.faults() == []


def test_the_record_of_an_extraction_fixes_the_files_that_are_evidence(reach: Reach) -> None:
    office, case = reach("investigation")
    key = office.evidence(case, name="运行记录")
    with office.refusal("invalid_input", field="evidence"):
        extract(office, case, "99")
    extract(office, case, key)
    [record] = [paper.facts or {} for paper in office.file(case).documents if paper.code == "D06"]
    piece = next(item for item in office.file(case).evidence if item.id == key)
    assert [(item["sha256"], item["size"]) for item in record["items"]] == [(piece.sha256, f"{piece.size:,}")]
    assert office.faults() == []
