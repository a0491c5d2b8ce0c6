"""The portal (公示): what the public sees, without logging in, without cookies, without scripts."""

from web.portal import data, statistics
from web.portal.pages import portal

__all__ = ["data", "portal", "statistics"]
