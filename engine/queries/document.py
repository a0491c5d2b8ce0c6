"""A document (文书) as somebody within reach may open it."""

from dataclasses import dataclass

from engine.actor import Actor
from engine.errors import NotFoundError
from engine.model import Document, Evidence, PublicFile
from engine.queries.query import Query, Reading, answers


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDocument(Query[Document]):
    """A document of a case within reach."""

    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneEvidence(Query[Evidence]):
    """A piece of evidence of a case within reach."""

    case_id: str
    evidence_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePublicFile(Query[PublicFile]):
    """A file that goes public with the decision of a case within reach."""

    case_id: str
    file_id: str


@answers(OneDocument)
def one_document(query: OneDocument, actor: Actor, reading: Reading) -> Document:
    """Return the document; NotFoundError where its case is out of reach."""
    found = reading.find(Document, query.document_id)
    if found is None:
        raise NotFoundError.out_of_reach()
    reading.case(found.case_id, actor)
    return found


@answers(OneEvidence)
def one_evidence(query: OneEvidence, actor: Actor, reading: Reading) -> Evidence:
    """Return the evidence; NotFoundError where its case is out of reach."""
    reading.case(query.case_id, actor)
    found = reading.find(Evidence, query.evidence_id)
    if found is None or found.case_id != query.case_id:
        raise NotFoundError("本案没有这份证据。")
    return found


@answers(OnePublicFile)
def one_public_file(query: OnePublicFile, actor: Actor, reading: Reading) -> PublicFile:
    """Return the file; NotFoundError where its case is out of reach."""
    reading.case(query.case_id, actor)
    found = reading.find(PublicFile, query.file_id)
    if found is None or found.case_id != query.case_id or found.state != "attached":
        raise NotFoundError("本案没有这个公示附件。")
    return found
