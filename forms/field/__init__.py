"""The kinds of fields that forms are made of (填写项的种类)."""
