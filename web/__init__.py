"""The web (网页): the only room that knows HTTP, and the place where everything is put together."""
