"""The replay in words (回溯呈现): what an auditor reads of a case as it was: labels, values, changes, proofs."""
