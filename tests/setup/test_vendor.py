"""Front-end files (前端文件)."""

from setup.place import VENDOR
from setup.vendor import FILES


def test_every_file_lies_where_the_web_application_serves_it() -> None:
    assert not [target for target in FILES.values() if not (VENDOR / target).exists()]


def test_the_diagram_has_its_style_and_its_licence() -> None:
    assert (VENDOR / "bpmn-js/assets/diagram-js.css").is_file()
    assert (VENDOR / "bpmn-js/assets/bpmn-font/css/bpmn-embedded.css").is_file()
    assert "watermark" in (VENDOR / "bpmn-js/LICENSE").read_text()


def test_the_editor_of_tables_has_its_styles_and_its_licence() -> None:
    for name in ("dmn-js-shared.css", "dmn-js-decision-table.css", "dmn-js-drd.css", "dmn-js-literal-expression.css", "dmn-font/css/dmn.css"):
        assert (VENDOR / "dmn-js/assets" / name).is_file()
    assert "watermark" in (VENDOR / "dmn-js/LICENSE").read_text()
