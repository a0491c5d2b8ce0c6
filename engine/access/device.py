"""Who looks after the devices (电子技术监控设备): registering, both reviews and publishing lie with four different people."""

from engine.access.rule import Rules, may
from engine.commands.device import CalibrateDevice, PublishDevice, RegisterDevice, RetireDevice, ReviewDevice

RULES: Rules = {
    RegisterDevice: may("squad_leader"),
    ReviewDevice: may("legal_reviewer", "system_admin"),
    PublishDevice: may("publisher"),
    CalibrateDevice: may("squad_leader", "system_admin"),
    RetireDevice: may("squad_leader", "system_admin"),
}
