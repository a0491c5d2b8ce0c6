"""Statutes (法律法规): which article says what, and from when to when."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.law.citation import Citation, read_citation


@dataclass(frozen=True, slots=True)
class Article:
    """A place in a statute with its term, both days included, and what it says in our own words; the published text governs."""

    citation: Citation
    rank: str
    valid_from: date
    valid_to: date | None
    text: str
    mark: str

    def in_force(self, day: date) -> bool:
        """Tell whether the article is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Statutes:
    """The catalogue of everything that the product cites, by short citation."""

    articles: Mapping[str, Article]

    def article(self, short: str) -> Article:
        """Return an article by its short citation; raise KeyError where the catalogue has none: nothing is cited unread."""
        return self.articles[short]

    def cite(self, short: str) -> Citation:
        """Return the citation of an article in the catalogue; raise KeyError where there is none."""
        return self.articles[short].citation

    def full(self, short: str) -> str:
        """Return the full form of a short citation, as papers print it."""
        return self.articles[short].citation.full


def read_statutes(text: str) -> Statutes:
    """Read the catalogue; an article given twice raises ValueError.

    `once` are places under which earlier catalogues named the article: what was recorded with them is read as what it means.
    """
    articles: dict[str, Article] = {}
    for statute in tomllib.loads(text)["statute"]:
        for entry in statute["article"]:
            names = [f"{statute['name']} {at}".strip() for at in (entry["at"], *entry.get("once", ()))]
            if doubled := next((short for short in names if short in articles), None):
                raise ValueError(f"{doubled} 重复")
            article = Article(
                citation=read_citation(names[0], statute["title"]),
                rank=statute["rank"],
                valid_from=entry.get("valid_from", statute["valid_from"]),
                valid_to=entry.get("valid_to", statute.get("valid_to")),
                text=entry["text"],
                mark=entry.get("mark", "V"),
            )
            articles |= dict.fromkeys(names, article)
    return Statutes(articles)
