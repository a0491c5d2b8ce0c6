"""Pages (页面): one file per noun, each a blueprint of short views."""
