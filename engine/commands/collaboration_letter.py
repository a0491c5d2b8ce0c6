"""Letters to other departments (协助函、案件移送函): what they say, put together from the request that was approved."""

from datetime import date

from engine.commands.composition import face
from engine.commands.enclosure import Chosen
from engine.commands.procedure import start_form
from engine.departments.partner import KINDS
from engine.rules.document.help_request import HelpRequest
from engine.rules.document.transfer_letter import TransferLetter
from engine.work import Work


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def help_letter(work: Work, case_id: str, recipient: str, along: Chosen, due: date, number: str, token: str) -> HelpRequest:
    """Return the letter that asks for help; refuses nothing, what it lacks is found before it takes a number. Source: 行政处罚法 Art. 26."""
    case, form = work.case(case_id), start_form(work)
    return HelpRequest(
        **face(work, case, number, token),
        recipient=recipient,
        cause=case.cause_title,
        kind=KINDS[form.text("kind")],
        questions=_lines(form.text("questions")),
        due=due.isoformat(),
        materials=along.names,
        enclosed=along.listed,
    )


def transfer_letter(work: Work, case_id: str, recipient: str, along: Chosen, number: str, token: str) -> TransferLetter:
    """Return the letter that hands the case over. Source: 行政处罚法 Art. 22, 26."""
    case, form = work.case(case_id), start_form(work)
    return TransferLetter(
        **face(work, case, number, token),
        recipient=recipient,
        cause=case.cause_title,
        reason=form.text("questions"),
        basis="《中华人民共和国行政处罚法》第二十二条、第二十六条",
        materials=along.names,
        enclosed=along.listed,
    )
