"""The law as pure functions (法律规则): plain values in, plain values out."""
