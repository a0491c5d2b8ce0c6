"""Public copies (公示文本): made once of the masked content of a publication, checked, and served ever after."""

from engine.actor import SYSTEM, Actor
from engine.commands.public_file import RecordPublicCopy
from engine.errors import NotFoundError, RefusalError
from engine.model import Publication
from engine.queries.portal import PublishedDecision
from printing import public_copy
from web.house import House


def copy_of(house: House, publication_id: str, actor: Actor) -> tuple[Publication, bytes]:
    """Return a publication with its copy, made now where it was not made yet; NotFoundError where it is not public or not fit to be."""
    shown = _shown(house, publication_id, actor)
    if shown.copy_sha256 is None:
        try:
            make(house, publication_id)
        except RefusalError as refusal:
            raise NotFoundError("公示文本还没有制作好，请看网页上的内容。") from refusal
        shown = _shown(house, publication_id, actor)
    return shown, house.files.get(str(shown.copy_sha256))


def make(house: House, publication_id: str) -> None:
    """Put the masked content on paper, store the bytes, and record them after the check; what is public no more gets no copy."""
    shown = house.engine.ask(PublishedDecision(publication_id=publication_id), SYSTEM).publication
    if shown is None or shown.copy_sha256 is not None:
        return
    days = {"published_on": shown.published_on.isoformat(), "until": None if shown.until is None else shown.until.isoformat()}
    content = public_copy.render({**shown.content, **days}, address=f"{house.settings.public_url}/public/decisions/{shown.id}")
    command = RecordPublicCopy(case_id=shown.case_id, publication_id=shown.id, sha256=house.files.put(content), size=len(content))
    house.engine.execute(command, SYSTEM, key=f"copy:{shown.id}")


def _shown(house: House, publication_id: str, actor: Actor) -> Publication:
    found = house.engine.ask(PublishedDecision(publication_id=publication_id), actor).publication
    if found is None:
        raise NotFoundError("没有这份公示，或者公示期已满、已经撤回。")
    return found
