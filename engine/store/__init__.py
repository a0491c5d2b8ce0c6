"""The store (存储): the database, its migrations and the files."""
