"""Proofs (证明): the chain holds, the journal gives the tables, and re-running gives every recorded state."""

from engine.proof import history, replay, stream

__all__ = ["history", "replay", "stream"]
