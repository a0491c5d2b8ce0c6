"""Devices (登记监控设备): what watches where, on which law, for which causes."""

from engine.departments.device import KINDS
from forms.field.choice import Choice
from forms.field.several import Causes
from forms.field.text import Code, Text
from forms.form import Form


class DeviceForm(Form):
    """A device before its reviews."""

    title = "登记监控设备"
    intro = "登记后由法制审核员和系统管理员分别审核，再由公示人员公布设置地点；都办完以后所采集的记录才能作为证据。"
    submit = "登记设备"

    code = Code("设备编号", hint="标在设备上的编号，登记后不能更改。", basis="行政处罚法第四十一条第一款")
    name = Text("名称", longest=60)
    kind = Choice("种类", *KINDS.items(), hint="噪声、油烟、扬尘、称重设备须有在有效期内的检定、校准证书。")
    place = Text("设置地点", longest=100, hint="向社会公布的就是这里写的地点；移动位置的，停用后以新编号登记。")
    rank = Choice("依据的位阶", ("法律", "法律"), ("行政法规", "行政法规"), basis="行政处罚法第四十一条第一款：依照法律、行政法规规定利用")
    basis = Text("依据", longest=100, hint="写到条，如：道路交通安全法 114。")
    causes = Causes("采集的案由", least=1, few="至少选一个案由。", hint="只选依据允许用设备采集的，可以选几项。")
