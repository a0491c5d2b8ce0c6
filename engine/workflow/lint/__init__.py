"""The lint (流程检查): refuses what SpiffWorkflow would degrade silently, what the project forbids and what the house does not know.

Rules live by kind: `structure` the shape of the graph, `reference` the names that models mention, `condition` the expressions, `path` the run of
tokens, `drawing` the diagram and the Chinese names, `start` what people start.
"""

from collections.abc import Mapping

from engine.workflow.dialect import parse_process, the_process
from engine.workflow.lint.chart import Chart, read_chart
from engine.workflow.lint.condition import condition_findings
from engine.workflow.lint.drawing import drawing_findings
from engine.workflow.lint.finding import Finding, Kind, Known
from engine.workflow.lint.path import path_findings
from engine.workflow.lint.reference import call_findings, reference_findings
from engine.workflow.lint.start import start_findings
from engine.workflow.lint.structure import structure_findings
from engine.workflow.xml import ModelError, read_xml

__all__ = ["Finding", "Kind", "Known", "lint"]


def lint(files: Mapping[str, bytes], known: Known) -> list[Finding]:
    """Return what is wrong with the models among the files, file by file; the decisions (`*.dmn`) have a check of their own."""
    findings: dict[str, list[Finding]] = {}
    charts: dict[str, Chart] = {}
    for file in sorted(file for file in files if file.endswith(".bpmn")):
        try:
            root = read_xml(file, files[file])
            chart = read_chart(file, root, the_process(file, root))
        except ModelError as error:
            findings[file] = [Finding(error.file, error.element, error.reason)]
            continue
        findings[file] = structure_findings(chart)
        if not findings[file]:
            charts[chart.process] = chart
    for chart in charts.values():
        findings[chart.file] += [*reference_findings(chart, known), *drawing_findings(chart), *path_findings(chart)]
        findings[chart.file] += [*call_findings(chart, charts, files), *condition_findings(chart, charts, known), *start_findings(chart, known)]
        findings[chart.file] = findings[chart.file] or _library_findings(chart)
    return [finding for file in sorted(findings) for finding in findings[file]]


def _library_findings(chart: Chart) -> list[Finding]:
    """Let the library itself read what passed all rules."""
    try:
        parse_process(chart.file, chart.root)
    except ModelError as error:
        return [Finding(error.file, error.element, error.reason)]
    return []
