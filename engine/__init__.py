"""The engine (引擎): administrative enforcement cases, their law and their memory; it knows no HTTP, no HTML, no PDF."""
