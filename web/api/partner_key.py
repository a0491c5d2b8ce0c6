"""Keys of other departments' machines (接口密钥): which there are, and their end. They are made on a page or on the command line."""

from engine.commands.partner_key import RevokePartnerKey
from engine.queries.partner_key import PartnerChannel, PartnerChannels
from web.api.door import Door
from web.api.shape import shape

door = Door("partner_key", "接口密钥")


def _place(channel: PartnerChannel) -> tuple[str, ...]:
    return (channel.partner,)


door.enumerate("/partner-keys", PartnerChannels, "部门接口和密钥 Departments with an API, and their keys", item=shape(PartnerChannel), place=_place)
door.give("DELETE", "/partner-keys/<key_id>", RevokePartnerKey, "注销接口密钥 End a key at once", scope="partner.write")
