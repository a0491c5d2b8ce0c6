"""Proofs (证明): the chain holds, the journal gives the tables, and re-running gives every recorded state."""

from engine.proof import audit, history, replay, stream

__all__ = ["audit", "history", "replay", "stream"]
