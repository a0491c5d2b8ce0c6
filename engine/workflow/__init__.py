"""Workflow (流程): the one room that knows SpiffWorkflow; it reads process models, runs them to the next wait and stores their state."""
