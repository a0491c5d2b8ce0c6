"""Columns of what becomes of a decision (复议诉讼、撤回公示栏目): what those of remedies and withdrawals are called."""

from collections.abc import Mapping

REMEDY: Mapping[str, str] = {
    "kind": "种类",
    "organ": "复议机关或者法院",
    "against": "不服的文书编号",
    "act": "不服的行为",
    "applicant": "申请人编号",
    "applicant_name": "申请人",
    "number": "案号",
    "filed_on": "申请或者起诉日期",
    "received_on": "收到通知日期",
    "stayed": "停止执行",
    "paused_from": "加处罚款停计起",
    "paused_until": "加处罚款停计止",
    "result": "结果",
    "document_no": "结果文书文号",
    "effective_on": "生效日期",
    "flaw": "撤销的原因",
    "before": "原罚款",
    "fine": "现罚款",
    "refund": "应退还",
    "content": "变更后的内容",
    "gains_before": "原没收违法所得",
    "gains": "现没收违法所得",
}

WITHDRAWAL: Mapping[str, str] = {
    "publication_id": "公示编号",
    "ground": "原因",
    "changed_on": "变更、撤销日期",
    "reason": "公开的理由",
    "state": "状态",
    "person": "提出人账号",
    "person_name": "提出人",
    "proposed_at": "提出时间",
    "reviewer_name": "复核人",
    "reviewed_at": "复核时间",
    "opinion": "复核意见",
}
