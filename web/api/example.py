"""Examples (示例): what the page of the API shows to be typed, and what comes of it; a test runs each as it stands, in this order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call with `curl`; `keeps` names what later calls use, by the part of the answer that holds it."""

    title: str
    curl: str
    status: int
    keeps: Mapping[str, str] = field(default_factory=dict)


BEARER = '-H "Authorization: Bearer $TOKEN"'

# Anybody may read the page: its party is made up, so that no case is told apart by it.
EXAMPLES: Sequence[Example] = (
    Example(title="令牌是谁的、能做什么", curl=f"curl {BEARER} $ZHIFA/api/v1/me", status=200),
    Example(
        title="登记线索：带上Idempotency-Key，断线后原样重发也只登记一次",
        curl=f"""curl -X POST {BEARER} -H "Content-Type: application/json" \\
  -H "Idempotency-Key: clue-2026-000117" \\
  -d '{{"cause": "JC04", "place": "解放路6号", "party": {{"name": "江川小桥面馆有限公司", "uscc": "91999901MA0TE7H23J"}}}}' \\
  $ZHIFA/api/v1/cases""",
        status=201,
        keeps={"CASE": "id"},
    ),
    Example(
        title="案件清单：limit说一次几项，回答里的next原样带回就接着取", curl=f'curl {BEARER} "$ZHIFA/api/v1/cases?state=clue&limit=2"', status=200
    ),
    Example(
        title="等我办的",
        curl=f"curl {BEARER} $ZHIFA/api/v1/work",
        status=200,
        keeps={"TASK": "items.0.task_id"},
    ),
    Example(title="这一步要填什么：JSON Schema，x-basis是法律依据", curl=f"curl {BEARER} $ZHIFA/api/v1/forms/verification", status=200),
    Example(
        title="上传证据：回答里有SHA-256，可与本地文件核对",
        curl=f"""curl -X POST {BEARER} \\
  -F kind=audiovisual -F name=现场照片 -F purpose=证明净化设施未开启 -F file=@photo.png \\
  $ZHIFA/api/v1/cases/$CASE/evidence""",
        status=201,
    ),
    Example(title="一案一卷：回答头里的ETag是案件的版本", curl=f"curl -i {BEARER} $ZHIFA/api/v1/cases/$CASE", status=200),
    Example(
        title="提交一步：If-Match写看到的版本，其间有人办过就得到412，什么也不保存",
        curl=f"""curl -X POST {BEARER} -H "Content-Type: application/json" -H 'If-Match: "1"' \\
  -d '{{"second": "wumin", "record": "当场检查。", "facts": "油烟净化设施未开启。", "finding": "file"}}' \\
  $ZHIFA/api/v1/cases/$CASE/tasks/$TASK/complete""",
        status=412,
    ),
    Example(
        title="填错的：422，fields逐项写明",
        curl=f"""curl -X POST {BEARER} -H "Content-Type: application/json" -d '{{"finding": "perhaps"}}' \\
  $ZHIFA/api/v1/cases/$CASE/tasks/$TASK/complete""",
        status=422,
    ),
)
