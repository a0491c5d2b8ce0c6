"""Lexer (词法): cuts the text of an expression into tokens with their places."""

import re
from dataclasses import dataclass
from typing import Literal

from engine.feel.error import FeelError

TEXT_LIMIT = 4000

TokenKind = Literal["name", "number", "string", "symbol", "end"]

_TOKEN = re.compile(
    r"""
      (?P<space>  \s+ | //[^\n]* | /\*.*?\*/ )
    | (?P<number> (?: [0-9]+ (?: \.[0-9]+ )? | \.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? (?! [A-Za-z_] ) )
    | (?P<name>   (?: [^\W\d] | [\U00010000-\U000EFFFF] ) (?: \w | [\U00010000-\U000EFFFF] )* )
    | (?P<string> " (?: [^"\\\n\r] | \\. )* " )
    | (?P<symbol> \.\. | \*\* | <= | >= | != | [-+*/<>=()\[\]{},.:?@'] )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{6}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "'": "'", "\\": "\\"}
_FULL_WIDTH = frozenset("，（）【】［］“”‘’：；。＜＞＝＋－＊／｛｝？")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text; `text` of a string token is its value, escapes resolved."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens(text: str, *, strict: bool = True) -> list[Token]:
    """Return the tokens of a text, closed by one of kind `end`; refuse what is no FEEL or longer than 4,000 characters.

    An unknown escape is refused when `strict`; the standard leaves it as it is written.
    """
    if len(text) > TEXT_LIMIT:
        raise FeelError(f"表达式超过 {TEXT_LIMIT} 个字符", text, TEXT_LIMIT)
    found: list[Token] = []
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            raise FeelError(_complaint(text, offset), text, offset)
        token = _token(match, text, strict=strict)
        if token is not None:
            found.append(token)
        offset = match.end()
    found.append(Token("end", "", len(text), len(text)))
    return found


def _token(match: re.Match[str], text: str, *, strict: bool) -> Token | None:
    piece, start, end = match.group(), match.start(), match.end()
    match match.lastgroup:
        case "space":
            return None
        case "string":
            return Token("string", _unescaped(piece[1:-1], text, start + 1, strict=strict), start, end)
        case "number":
            return Token("number", piece, start, end)
        case "name":
            return Token("name", piece, start, end)
        case _:
            return Token("symbol", piece, start, end)


def _unescaped(body: str, text: str, offset: int, *, strict: bool) -> str:
    """Resolve the escapes of a string; an unknown one is refused, for a silently changed text would never match."""

    def character(escape: re.Match[str]) -> str:
        code = escape.group(1)
        if len(code) > len("U000000"):
            # Two escaped halves of UTF-16 are one character.
            return chr(0x10000 + ((int(code[1:5], 16) - 0xD800) << 10) + int(code[7:], 16) - 0xDC00)
        if code[0] in "uU" and len(code) > 1:
            point = int(code[1:], 16)
            if point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF:
                return chr(point)
        elif code in _ESCAPED:
            return _ESCAPED[code]
        if not strict:
            return escape.group()
        raise FeelError(f"字符串中不认识的转义“\\{code}”", text, offset + escape.start())

    return _ESCAPE.sub(character, body) if "\\" in body else body


def _complaint(text: str, offset: int) -> str:
    character = text[offset]
    if character == '"':
        return "字符串没有结束的引号"
    if character in _FULL_WIDTH:
        return f"不认识的字符“{character}”，请改用半角符号"
    return f"不认识的字符“{character}”"
