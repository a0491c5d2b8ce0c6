"""The journal (日志): the memory of the house. Append, read, fold, verify."""
