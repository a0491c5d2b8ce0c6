"""Publications (公示管理): the register, one case's publication with its files, and its withdrawal by two persons."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

import forms
from engine.commands.public_file import AttachPublicFile, RemovePublicFile
from engine.commands.withdrawal import ProposeWithdrawal, ReviewWithdrawal
from engine.errors import InvalidInputError, LawError, NotFoundError, RefusalError
from engine.queries.case_file import CaseFile
from engine.queries.disclosure import PreviewPublication
from engine.queries.document import OnePublicFile
from engine.queries.publication import PublicLifeOf, Register
from engine.rules.publication import GROUNDS
from web import login
from web.filled import FilledForm, at_field, compact
from web.pages.evidence import attachment
from web.request import Typed, ask, execute, house, page_number, typed

blueprint = Blueprint("publication", __name__)
blueprint.before_request(login.demand)

STATES = {"published": "正在公示", "withdrawn": "已撤回", "ended": "已期满"}
GRAVES = {"minor": "轻微", "general": "一般", "serious": "严重"}
PROPOSALS = {"proposed": "等待复核", "approved": "复核同意", "returned": "已退回"}


@blueprint.get("/publications")
def index() -> ResponseReturnValue:
    """Show the register of one's district; the filter stands in the address."""
    state = request.args.get("state")
    query = Register(state=state if state in STATES else None, text=request.args.get("q", "")[:100], page=page_number(request))
    return render_template("publication/index.html", query=query, list=ask(query), states=STATES)


@blueprint.get("/cases/<case_id>/publication")
def show(case_id: str) -> ResponseReturnValue:
    """Show what of a case is public, or would be."""
    return _page(case_id)


@blueprint.post("/cases/<case_id>/publication/files")
def attach(case_id: str) -> ResponseReturnValue:
    """Take in a file that is to go public with the decision, after the check of everything that it tells."""
    file = request.files.get("file")
    content, name = (b"", "") if file is None else (file.read(), (file.filename or "").replace("\\", "/").rpartition("/")[2])
    title = request.form.get("title", "")
    try:
        execute(AttachPublicFile(case_id=case_id, title=title, file_name=name, content=content))
    except NotFoundError:
        raise
    except RefusalError as refusal:
        return _page(case_id, file_refusal=refusal, title=title), refusal.status
    flash(f"“{title}”已检查，没有发现个人信息，随决定一并公示。照片上的人脸和车牌请自己看过。")
    return redirect(url_for("publication.show", case_id=case_id, _anchor="files"), 303)


@blueprint.post("/cases/<case_id>/publication/files/<file_id>/remove")
def remove(case_id: str, file_id: str) -> ResponseReturnValue:
    """Take a file away again."""
    execute(RemovePublicFile(case_id=case_id, file_id=file_id))
    flash("附件已撤去。")
    return redirect(url_for("publication.show", case_id=case_id, _anchor="files"), 303)


@blueprint.get("/cases/<case_id>/publication/files/<file_id>")
def download(case_id: str, file_id: str) -> ResponseReturnValue:
    """Send a file for whoever reviews it."""
    file = ask(OnePublicFile(case_id=case_id, file_id=file_id))
    return attachment(house().files.get(file.sha256), file.media_type, file.file_name)


@blueprint.post("/cases/<case_id>/publication/withdrawal")
def propose(case_id: str) -> ResponseReturnValue:
    """Propose to withdraw the publication."""
    data = compact(typed(request))
    try:
        execute(ProposeWithdrawal(case_id=case_id, data=data))
    except (InvalidInputError, LawError) as refusal:
        return _refused(case_id, "withdrawal", data, refusal)
    flash("已提出撤回，等待法制审核员复核。")
    return redirect(url_for("publication.show", case_id=case_id, _anchor="withdrawal"), 303)


@blueprint.post("/cases/<case_id>/publication/withdrawal/review")
def review(case_id: str) -> ResponseReturnValue:
    """Agree with the proposal, or return it."""
    data = compact(typed(request))
    try:
        execute(ReviewWithdrawal(case_id=case_id, data=data))
    except (InvalidInputError, LawError) as refusal:
        return _refused(case_id, "approval", data, refusal)
    flash("复核意见已记入。")
    return redirect(url_for("publication.show", case_id=case_id, _anchor="withdrawal"), 303)


def _refused(case_id: str, form: str, data: Typed, refusal: InvalidInputError | LawError) -> ResponseReturnValue:
    errors = refusal.fields if isinstance(refusal, InvalidInputError) else at_field(refusal)
    filled = FilledForm(forms.describe(form), data, errors)
    return _page(case_id, filled=filled, refusal=refusal if isinstance(refusal, LawError) else None), refusal.status


def _page(
    case_id: str,
    *,
    filled: FilledForm | None = None,
    refusal: LawError | None = None,
    file_refusal: RefusalError | None = None,
    title: str = "",
) -> str:
    file, life = ask(CaseFile(case_id=case_id)), ask(PublicLifeOf(case_id=case_id))
    proposal = next((item for item in life.withdrawals if item.state == "proposed"), None)
    return render_template(
        "publication/show.html",
        file=file,
        life=life,
        preview=ask(PreviewPublication(case_id=case_id)),
        proposal=proposal,
        filled=filled or FilledForm(forms.describe("withdrawal" if proposal is None else "approval"), {}),
        refusal=refusal,
        file_refusal=file_refusal,
        title=title,
        states=STATES,
        grounds=GROUNDS,
        graves=GRAVES,
        proposals=PROPOSALS,
    )
