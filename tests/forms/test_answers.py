"""Answers in words: what a table says is written as people write it."""

from forms.answers import say


def test_the_rows_of_a_table_say_days_and_sums_in_words() -> None:
    parts = [{"due_on": "2026-12-10", "amount": "10000"}, {"due_on": "2027-01-11", "amount": "9500"}]
    said = [words for label, words in say("execution_agreement", {"parts": parts}, {}, {}) if label == "分期履行"]
    assert said == ["2026年12月10日：10,000元", "2027年1月11日：9,500元"]


def test_a_row_of_many_columns_says_what_each_is() -> None:
    item = {"name": "手机壳", "quantity": "186", "unit": "个", "value": "1860", "perishable": True}
    assert ("物品", "手机壳（数量：186；单位：个；估计价值：1,860元；易腐烂、变质）") in say("goods_record", {"items": [item]}, {}, {})
