"""Scopes of tokens (令牌权限): the closed list of what a machine may be let do in somebody's name."""

from collections.abc import Mapping

READ = "read"
"""All questions that its person may ask."""

SCOPES: Mapping[str, str] = {
    READ: "查看案件、待办、文书和公示",
    "case.write": "登记线索",
    "task.write": "办理、签收和退签待办",
    "evidence.write": "上传证据",
    "panel.write": "集体讨论表决",
    "draft.write": "保存草稿",
    "search.write": "保存查找条件、导出清单",
    "user.write": "登记和停用账号",
    "token.write": "注销令牌",
}
"""What each scope opens, in the words of the page on which a token is made; no scope gives more than its person's roles and reach."""
