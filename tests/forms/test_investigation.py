from tests.forms.filled import fill, refusal


def test_an_appraisal_is_named_with_its_first_day() -> None:
    assert set(refusal("investigation", next="appraisal")) == {"institution", "subject", "started_on"}
    data = fill("investigation", next="appraisal", institution="江川市环境监测站", subject="油烟浓度", started_on="2026-09-15")
    assert data.routing == {"next": "appraisal"}
    assert data.values["started_on"] == "2026-09-15"


def test_without_an_appraisal_there_is_no_institution() -> None:
    assert refusal("investigation", institution="江川市环境监测站") == {"institution": "不送检测鉴定的，不填此项。"}
