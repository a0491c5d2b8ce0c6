import pytest

from tests.forms.filled import fill, read, refusal

FAILED = {"served": "false", "served_on": "2026-10-13", "way": "direct"}


@pytest.mark.parametrize("relation", ["party", "legal_representative", "adult_relative", "agent", "receiver"])
def test_who_signs_stands_in_a_relation_to_the_party(relation: str) -> None:
    assert fill("service_record", relation=relation).routing == {"served": True, "way": "direct"}


def test_a_service_names_recipient_relation_and_place() -> None:
    assert set(refusal("service_record", recipient=None, relation=None, place=None)) == {"recipient", "relation", "place"}


def test_a_failed_attempt_has_its_reason() -> None:
    assert read("service_record", FAILED | {"reason": "无人在场。"}).routing == {"served": False, "way": "direct"}
    assert refusal("service_record", served="false") == {"reason": "未送达的，必须写明原因。"}


def test_what_is_left_behind_was_seen_or_filmed() -> None:
    assert refusal("service_record", way="retained") == {"witness": "留置送达须有见证人，或者拍照、录像记录送达过程。"}
    fill("service_record", way="retained", witness="湖滨社区 赵敏")
    fill("service_record", way="retained", media="e9")


def test_electronic_service_needs_no_place() -> None:
    fill("service_record", way="electronic", place=None)


def test_mail_has_its_number() -> None:
    assert refusal("service_record", way="mail") == {"receipt_no": "邮寄、委托、转交送达的，必须填写邮件或者回执编号。"}
    fill("service_record", way="mail", place=None, receipt_no="EMS1234567890")


@pytest.mark.parametrize("way", ["entrusted", "forwarded"])
def test_who_hands_it_over_for_us_sends_a_receipt(way: str) -> None:
    by = {"forwarded_by": "prison"} if way == "forwarded" else {}
    lacking = refusal("service_record", way=way, relation="party", **by)
    assert lacking == {
        "receipt_no": "邮寄、委托、转交送达的，必须填写邮件或者回执编号。",
        "entrusted_to": "委托、转交送达的，必须填写代为送达、转交的单位。",
    }
    fill("service_record", way=way, relation="party", receipt_no="WT-1", entrusted_to="江川市看守所", **by)


def test_only_the_party_itself_signs_what_is_passed_on() -> None:
    passed = {"way": "forwarded", "forwarded_by": "army", "entrusted_to": "某部政治工作部", "receipt_no": "ZJ-1"}
    assert refusal("service_record", **passed, relation="agent") == {
        "relation": "转交送达的，由转交的单位立即交受送达人本人签收（民事诉讼法第九十四条）。"
    }
    assert refusal("service_record", **passed | {"way": "direct"}) == {"forwarded_by": "只有转交送达的，才选择由谁转交。"}


def test_an_announcement_names_its_medium_and_is_no_service_yet() -> None:
    announced = {"way": "announcement", "reason": "搬离，邮件退回。", "medium": "江川日报"}
    assert read("service_record", FAILED | announced).routing == {"served": False, "way": "announcement"}
    assert refusal("service_record", **announced) == {"served": "公告期满视为送达，由系统记载；发布公告时选未送达。"}
    assert refusal("service_record", **announced | {"served": "false", "medium": None}) == {"medium": "公告送达的，必须写明公告载体。"}
