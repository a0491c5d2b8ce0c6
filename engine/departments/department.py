"""A department (执法机关): who enforces, where, with which powers and under which numbers."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.departments.device import Device, read_device
from engine.departments.partner import Partner, read_partner


@dataclass(frozen=True, slots=True)
class Squad:
    """A squad (中队)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class District:
    """A district (区) with its squads."""

    code: str
    name: str
    squads: tuple[Squad, ...]


@dataclass(frozen=True, slots=True)
class Payee:
    """Where fines are paid (代收机构); the department itself never receives them (行政处罚法 Art. 67)."""

    bank: str
    bank_address: str
    account: str


@dataclass(frozen=True, slots=True)
class Recourse:
    """Who hears a complaint against the department (复议机关、管辖法院)."""

    organ: str
    court: str
    online: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A department as its file describes it."""

    code: str
    name: str
    short: str
    address: str
    contact: str
    region: str
    powers: frozenset[str]
    powers_source: str
    publication_site: str
    remedies: Recourse
    payee: Payee
    districts: Mapping[str, District]
    series: Mapping[str, str]
    partners: Mapping[str, Partner]
    devices: Mapping[str, Device] = field(default_factory=dict)
    uscc: str = ""

    def may_punish(self, cause: str) -> bool:
        """Tell whether the power to punish a cause has been given to the department (行政处罚法 Art. 18)."""
        return cause in self.powers

    def word(self, document: str) -> str:
        """Return the word of a document's number series, such as 罚决 for D19; raise KeyError for a document without numbers."""
        return self.series[document]


def read_department(text: str) -> Department:
    """Read a department's file; a field too many or too few raises TypeError."""
    data = tomllib.loads(text)
    districts = [District(entry["code"], entry["name"], tuple(Squad(**squad) for squad in entry["squad"])) for entry in data.pop("district")]
    devices = [read_device(entry) for entry in data.pop("device", [])]
    partners = [read_partner(entry) for entry in data.pop("partner", [])]
    return Department(
        powers=frozenset(data.pop("powers")),
        remedies=Recourse(**data.pop("remedies")),
        payee=Payee(**data.pop("payee")),
        districts={district.code: district for district in districts},
        devices={device.code: device for device in devices},
        partners={partner.code: partner for partner in partners},
        **data,
    )
