"""Rechecks (复核证据): another officer looks again at the evidence of one who was recused."""

from forms.field.several import References
from forms.field.text import Paragraph
from forms.form import Form


class EvidenceRecheckForm(Form):
    """Which pieces stand; those that are not named are not used."""

    title = "复核证据"
    intro = "回避的执法人员收集的证据，逐件复核其来源、内容和取得程序；没有列为采用的，不再作为定案的证据。"
    submit = "提交复核结果"

    kept = References("复核后采用的证据")
    finding = Paragraph("复核情况")
