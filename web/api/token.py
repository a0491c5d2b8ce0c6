"""Access tokens (访问令牌): one's own, and their end. They are made on a page or on the command line, never by another token."""

from engine.commands.token import RevokeToken
from engine.queries.token import MyTokens, TokenView
from web.api.door import Door
from web.api.shape import shape

door = Door("token", "访问令牌")


def _place(view: TokenView) -> tuple[str, ...]:
    return (view.token.issued_at.isoformat(), view.token.id)


door.enumerate("/tokens", MyTokens, "我的令牌 One's own tokens", item=shape(TokenView), place=_place, length=2)
door.give("DELETE", "/tokens/<token_id>", RevokeToken, "注销令牌 End a token at once", scope="token.write")
