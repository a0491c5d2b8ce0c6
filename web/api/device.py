"""Devices (监控设备): the register, and what is done about a device."""

from engine.commands.device import CalibrateDevice, PublishDevice, RegisterDevice, RetireDevice, ReviewDevice
from engine.departments.device import Device
from engine.queries.device import Devices, DeviceView, PublicDevices
from web.api.door import Door
from web.api.shape import shape

door = Door("device", "监控设备")
SCOPE = "device.write"

door.enumerate("/devices", Devices, "登记的监控设备 The register of devices", item=shape(DeviceView), place=lambda view: (view.device.code,))
door.enumerate(
    "/devices/public", PublicDevices, "公布的监控设备 Devices that the public may know", item=shape(Device), place=lambda device: (device.code,)
)
door.give("POST", "/devices", RegisterDevice, "登记设备 Register a device", scope=SCOPE, form="device")
door.give("POST", "/devices/<code>/reviews/<aspect>", ReviewDevice, "审核设备 Review a device: law or technical", scope=SCOPE, form="device_review")
door.give("POST", "/devices/<code>/publication", PublishDevice, "公布设置地点 Publish where a device stands", scope=SCOPE)
door.give("POST", "/devices/<code>/calibrations", CalibrateDevice, "登记证书 Record a certificate", scope=SCOPE, form="device_calibration")
door.give("POST", "/devices/<code>/end", RetireDevice, "停用设备 Retire a device", scope=SCOPE, form="reason")
