"""Departments (执法机关): one file each, a seed: name, districts, powers, number series, partners."""
