"""Kinds of documents (文书种类): code, title, number word, template and volume of each."""

from dataclasses import dataclass

from engine.rules.document.part import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A kind of document (文书种类).

    `number_word` goes into its numbers, None where it takes none; `in_volume` is the volume of the case file, 正 or 副.
    A `delivered` paper goes to the party by a procedure of its own, which starts with it: the procedure that makes it goes on meanwhile.
    An `inner` paper is put together from what the case records already: it stops nobody's step, and is printed when it is first opened.
    """

    code: str
    title: str
    number_word: str | None
    facts: type[Document]
    template: str
    copies: int
    in_volume: str
    inner: bool = False
    delivered: bool = False
