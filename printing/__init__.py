"""Printing (打印): from the facts of a document to paper."""
