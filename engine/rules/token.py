"""Scopes of tokens (令牌权限): the closed list of what a machine may be let do in somebody's name."""

from collections.abc import Mapping

READ = "read"
"""All questions that its person may ask."""

SCOPES: Mapping[str, str] = {
    READ: "查看案件、待办、文书和公示",
    "case.write": "登记线索、当事人、关联和留言",
    "task.write": "办理、签收和退签待办",
    "evidence.write": "上传证据",
    "officer.write": "更换承办人、确认协办",
    "panel.write": "集体讨论表决",
    "publication.write": "准备、撤回公示，报送双公示",
    "draft.write": "保存草稿",
    "search.write": "保存查找条件、导出清单",
    "law.write": "起草和审核裁量基准、参数",
    "user.write": "管理账号、角色和执法证",
    "delegation.write": "授权他人代行审批、终止授权",
    "token.write": "注销令牌",
    "statistics.write": "年度统计定稿、批准、公布和登记报告",
    "device.write": "登记、审核、公布监控设备",
    "inspection.write": "拟订检查计划，登记、批准、记录涉企行政检查",
    "partner.write": "注销部门接口密钥",
}
"""What each scope opens, in the words of the page on which a token is made; no scope gives more than its person's roles and reach."""
