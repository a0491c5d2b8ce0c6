"""The doors for machines (数据接口): every command and every question as JSON under `/api/v1`, one file per noun."""
