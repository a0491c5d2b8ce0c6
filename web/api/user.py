"""People (人员): colleagues who can be named, and accounts, rights and certificates, which the security administrator keeps."""

from datetime import datetime

from marshmallow import fields as kinds

from engine.commands.certificate import RecordLicence, RenewCertificate, RestoreCertificate, SuspendCertificate, WithdrawCertificate
from engine.commands.credential import EndSession, EndSessions, UnlockUser
from engine.commands.right import GrantRole, WithdrawRole
from engine.commands.user import ChangeUser, DisableUser, EnableUser, EnrolUser
from engine.model import LoginSession, User
from engine.queries.person import People
from engine.queries.roster import Happening, MySessions, PersonPage
from web.api.door import Door
from web.api.shape import hints, made, shape

door = Door("user", "人员")

PERSON = made("Account", **{name: hint for name, hint in hints(User).items() if name != "demonstration"})
VIEW = made(
    "PersonView",
    member=kinds.Nested(made("Member", user=kinds.Nested(PERSON, required=True), locked_until=datetime | None, must_change=bool), required=True),
    sessions=tuple[LoginSession, ...],
    history=tuple[Happening, ...],
)

door.enumerate("/people", People, "在用的账号 Active people of the bearer's district", item=shape(User), place=lambda user: (user.login,))
door.ask("/users/<user_id>", PersonPage, "一个账号和它的经历 An account with its sessions and history", answer=VIEW)
door.enumerate(
    "/sessions",
    MySessions,
    "我在哪里登录 Where one is logged in",
    item=shape(LoginSession),
    place=lambda item: (item.began_at.isoformat(), item.id),
    length=2,
)

SCOPE = "user.write"
door.give("POST", "/users", EnrolUser, "登记人员 Give a person an account", scope=SCOPE, form="user_registration", at="/users/<id>")
door.give("POST", "/users/<user_id>", ChangeUser, "变更人员信息 Change what is known of a person", scope=SCOPE, form="user_change")
door.give("POST", "/users/<login>/disable", DisableUser, "停用账号 Close an account", scope=SCOPE)
door.give("POST", "/users/<user_id>/enable", EnableUser, "恢复账号 Open a closed account again", scope=SCOPE, form="reason")
door.give("POST", "/users/<user_id>/unlock", UnlockUser, "解除锁定 Let somebody log in again", scope=SCOPE)
door.give("POST", "/users/<user_id>/roles/grant", GrantRole, "授予角色 Grant a role", scope=SCOPE, form="right")
door.give("POST", "/users/<user_id>/roles/withdraw", WithdrawRole, "收回角色 Withdraw a role", scope=SCOPE, form="right")
door.give("POST", "/users/<user_id>/certificate/renew", RenewCertificate, "换发执法证 Renew a certificate", scope=SCOPE, form="certificate_renewal")
door.give("POST", "/users/<user_id>/certificate/suspend", SuspendCertificate, "暂扣执法证 Suspend it", scope=SCOPE, form="certificate_suspension")
door.give("POST", "/users/<user_id>/certificate/restore", RestoreCertificate, "发还执法证 Give it back", scope=SCOPE, form="reason")
door.give("POST", "/users/<user_id>/certificate/withdraw", WithdrawCertificate, "收回执法证 Withdraw it", scope=SCOPE, form="certificate_withdrawal")
door.give("POST", "/users/<user_id>/licence", RecordLicence, "登记法律职业资格 Record a licence", scope=SCOPE, form="licence")
door.give("POST", "/users/<user_id>/sessions/end", EndSessions, "结束其全部登录 End all sessions of somebody", scope=SCOPE)
door.give("DELETE", "/sessions/<session_id>", EndSession, "结束我的一处登录 End a session of one's own", scope=SCOPE)
