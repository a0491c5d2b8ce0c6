// What dmn-js says, in Chinese.

const WORDS = {
  "\"value\"": "\"取值\"", "\"value\", \"value\", ...": "\"取值\", \"取值\", …", "Activate hand tool": "移动画面", "Activate lasso tool": "框选", "Add cell description": "给单元格加说明", "Add input": "增加条件",
  "Add input column left": "在左边加条件列", "Add input column right": "在右边加条件列", "Add output": "增加结果", "Add output column left": "在左边加结果列", "Add output column right": "在右边加结果列",
  "Add parameter": "增加参数", "Add predefined values": "增加可选的值", "Add rule": "增加一行", "Add rule above": "在上面加一行", "Add rule below": "在下面加一行", "Add text annotation": "加批注", "Add values": "增加值",
  After: "晚于", And: "并且", Annotation: "说明", Annotations: "说明", "Append business knowledge model": "接业务知识", "Append decision": "接决策", "Append input data": "接输入", "Append knowledge source": "接依据",
  Any: "任一（ANY）", Before: "早于", Between: "介于", Boolean: "是否", "Boolean value": "是否", "Change cell expression language": "更换单元格的表达式语言", "Change type": "更换类型", "Clear predefined values": "清除可选的值",
  Collect: "汇总（COLLECT）", "Collect (Count)": "汇总个数", "Collect (Max)": "汇总取大", "Collect (Min)": "汇总取小", "Collect (Sum)": "汇总求和", Comparison: "比较", "Comparison operator": "比较符",
  "Connect to other element": "连到其他元素", "Copy input column": "复制条件列", "Copy output column": "复制结果列", "Copy rule": "复制这一行", "Create decision": "新建决策", "Create input data": "新建输入", "Create knowledge model": "新建业务知识",
  "Create knowledge source": "新建依据", "Custom values": "其他值", "Cut input column": "剪切条件列", "Cut output column": "剪切结果列", "Cut rule": "剪切这一行", Date: "日期", "Date and time": "日期和时间", "Date and time value": "日期和时间",
  "Date value": "日期", "Decision name": "决策名称", "Decision name: ": "决策名称：", "Decision table": "决策表", "Definition ID": "文件标识", "Definition name": "文件名称", Delete: "删去", "Duration value": "时长", Edit: "编辑", "Edit boolean": "编辑是否",
  "Edit date": "编辑日期", "Edit date and time": "编辑日期和时间", "Edit duration": "编辑时长", "Edit formal parameters": "编辑参数", "Edit function kind": "编辑函数种类", "Edit input": "编辑条件", "Edit number": "编辑数", "Edit output": "编辑结果",
  "Edit string": "编辑文字", "Edit time": "编辑时间", "Editing not supported for set expression language": "这种表达式语言不能在这里编辑", "Element name": "名称", Empty: "空", "End date": "截止日期", "End value": "上端",
  "Enter expression": "写表达式", Equals: "等于", Exactly: "等于", Exclude: "不含", Expression: "表达式", "Expression language": "表达式语言", "Expression language:": "表达式语言：", "Expression language: {expressionLanguageLabel}": "表达式语言：{expressionLanguageLabel}",
  First: "首行（FIRST）", Greater: "大于", "Greater or equals": "大于等于", "Hit policy": "命中策略", "Hit policy:": "命中策略：", Include: "包含", Input: "条件", "Input expression": "条件的表达式", "Input expression: ": "条件的表达式：", "Input label": "条件的名称",
  "Input label: ": "条件的名称：", "Input type": "条件的类型", "Input values": "条件可取的值", Kind: "种类", Less: "小于", "Less or equals": "小于等于", "Literal Expression": "表达式", "Literal expression": "表达式", "Literal expression editor": "表达式编辑器",
  "Match none": "都不是", "Match one": "其中之一", "Move rule": "移动这一行", No: "否", "No values": "没有可选的值", Number: "数", "Open decision table": "打开决策表", "Open literal expression": "打开表达式", Output: "结果", "Output label": "结果的名称",
  "Output label: ": "结果的名称：", "Output name": "结果的名称", "Output name: ": "结果的名称：", "Output order": "按结果次序（OUTPUT ORDER）", "Output type": "结果的类型", "Output values": "结果可取的值", "Paste input column left": "在左边粘贴条件列",
  "Paste input column right": "在右边粘贴条件列", "Paste output column left": "在左边粘贴结果列", "Paste output column right": "在右边粘贴结果列", "Paste rule above": "在上面粘贴", "Paste rule below": "在下面粘贴", "Predefined values": "可选的值",
  Priority: "取最重（PRIORITY）", Range: "范围", "Range end operator": "上端是否包含", "Range end value": "上端", "Range start operator": "下端是否包含", "Range start value": "下端", "Remove cell description": "删去单元格的说明",
  "Remove input column": "删去条件列", "Remove output column": "删去结果列", "Remove parameter": "删去参数", "Remove rule": "删去这一行", Resize: "调整列宽", "Rule order": "按行次序（RULE ORDER）", "Set value": "设值", "Start date": "起始日期", "Start value": "下端", String: "文字",
  "String value": "文字", "Strings must be in double quotes": "文字要加双引号", "Test type": "判断方式", Then: "则", Time: "时间", "Time value": "时间", Type: "类型", Unique: "唯一（UNIQUE）", "Use now": "用现在", "Use today": "用今天", Value: "值", Values: "值",
  "Variable name": "变量名", "Variable name:": "变量名：", "Variable type": "变量类型", "Variable type:": "变量类型：", "View DRD": "决策关系图", When: "当", Yes: "是",
  "No overlap is possible and all rules are disjoint. Only a single rule can be matched": "各行不得重叠，只能有一行适用", "Rules may overlap. The first matching rule will be chosen": "各行可以重叠，取先写的一行",
  "Rules may overlap. The one with the highest priority will be chosen": "各行可以重叠，取最重的一阶", "Rules may overlap. Their output have to match": "各行可以重叠，结果须相同",
  "Collects the values of all matching rules": "汇总适用各行的结果",
};

function translate(text, values = {}) {
  return (WORDS[text] ?? text).replace(/\{([^}]+)\}/g, (whole, name) => values[name] ?? whole);
}

export const words = { translate: ["value", translate] };
