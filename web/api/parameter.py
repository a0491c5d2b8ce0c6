"""Parameters (参数): what differs from city to city, with its dates, and proposals on their way through two pairs of hands."""

from engine.commands.parameter import ApproveParameter, ProposeParameter, RejectParameter
from engine.queries.parameter import ParameterPage, Parameters
from web.api.door import Door
from web.api.shape import shape

door = Door("parameter", "参数")

door.ask("/parameters", Parameters, "全部参数和建议 All parameters with their values, and the proposals", answer=shape(ParameterPage))
door.give("POST", "/parameters/<key>", ProposeParameter, "建议新取值 Propose another value", scope="law.write", at="/parameters")
door.give("POST", "/proposals/<proposal>/approve", ApproveParameter, "审核发布 Approve a proposal and publish the value", scope="law.write")
door.give("POST", "/proposals/<proposal>/reject", RejectParameter, "不予采纳 Refuse a proposal, or take it back", scope="law.write")
