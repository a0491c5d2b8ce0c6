"""Keys of other departments' machines (接口密钥): made, replaced with a time in which both are good, ended; and contacts noted."""

import re
from dataclasses import dataclass
from datetime import timedelta

from engine.clock import SHANGHAI
from engine.commands.command import Command, handles
from engine.departments.partner import Partner
from engine.errors import InvalidInputError, NotFoundError, StepNotWaitingError
from engine.events.partner_key import PartnerKeyIssued, PartnerKeyReplaced, PartnerKeyRevoked
from engine.model import PartnerContact, PartnerKey
from engine.rules.partner_key import MOST_OVERLAP, USUAL_OVERLAP, lives, place_of
from engine.store import tables
from engine.work import Work

_SALT, _MARK = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePartnerKey(Command[str]):
    """Make a key for a department; the answer is its id. The engine never sees the key: `salt` is what it is made from, `mark` its digest's start.

    A key that is in use is good for `overlap` more days, none at all with 0.
    """

    partner: str
    salt: str
    mark: str
    overlap: int = USUAL_OVERLAP


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokePartnerKey(Command[None]):
    """End a key at once."""

    key_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePartnerContact(Command[None]):
    """Note that a key was used just now, or why a message failed."""

    partner: str
    way: str
    key_id: str | None = None
    what: str = ""


@handles(IssuePartnerKey)
def issue_partner_key(command: IssuePartnerKey, work: Work) -> str:
    """Make the key and let the one before end; refuses a department without API, a third key beside two living ones, and a key that was made before.

    An old key whose successor was lost and revoked is the only one that lives: it overlaps with the next, too.
    """
    partner = _machine_of(work, command.partner)
    if not (_SALT.fullmatch(command.salt) and _MARK.fullmatch(command.mark)):
        raise InvalidInputError({"mark": ["须为密钥的指纹。"]})
    if not 0 <= command.overlap <= MOST_OVERLAP:
        raise InvalidInputError({"overlap": [f"旧密钥继续使用的天数为0至{MOST_OVERLAP}。"]})
    known = work.rows(PartnerKey, partner=partner.code)
    if any(key.salt == command.salt for key in known):
        raise StepNotWaitingError("这一页已经生成过一把密钥，不能再次生成。请刷新页面后重新办理。", field="overlap")
    living = [key for key in known if lives(key.until, key.revoked_at, work.now)]
    if len(living) > 1:
        ending = next(key for key in living if key.until is not None)
        message = f"上一次更换还没有完成：旧密钥（指纹{ending.mark}）尚未到期。对方已换用新密钥的，先注销旧密钥；新密钥丢失的，先注销新密钥，再生成。"
        raise StepNotWaitingError(message, field="overlap")
    until = work.now + timedelta(days=command.overlap)
    for key in living:
        word = until.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        work.record(PartnerKeyReplaced(key=key.id, partner_name=partner.name, mark=key.mark, until=until, until_word=word))
    issued = PartnerKeyIssued(
        key=work.new_id(),
        partner=partner.code,
        partner_name=partner.name,
        salt=command.salt,
        mark=command.mark,
        made_by=work.actor.name,
        made_at=work.now,
    )
    work.record(issued)
    return issued.key


@handles(RevokePartnerKey)
def revoke_partner_key(command: RevokePartnerKey, work: Work) -> None:
    """End the key; one that is over stays as it is."""
    key = work.find(PartnerKey, command.key_id)
    if key is None:
        raise NotFoundError("没有这个接口密钥。")
    if lives(key.until, key.revoked_at, work.now):
        partner = work.law.department.partners.get(key.partner)
        name = key.partner if partner is None else partner.name
        work.record(PartnerKeyRevoked(key=key.id, partner_name=name, mark=key.mark, person_name=work.actor.name, revoked_at=work.now))


@handles(NotePartnerContact)
def note_partner_contact(command: NotePartnerContact, work: Work) -> None:
    """Replace the last contact of this way."""
    table, place = tables.TABLES[PartnerContact.__tablename__], place_of(command.partner, command.way, command.key_id)
    work.connection.execute(table.delete().where(table.c.id == place))
    row = {"id": place, "partner": command.partner, "way": command.way, "key_id": command.key_id, "at": work.now, "what": command.what[:200]}
    tables.put(work.connection, PartnerContact, row)


def _machine_of(work: Work, code: str) -> Partner:
    """Return a department that answers by machine; refuses every other."""
    partner = work.law.department.partners.get(code)
    if partner is None or "api" not in partner.ways:
        raise NotFoundError("协作部门目录中没有这个使用接口的部门。")
    return partner
