"""The law as dated data (法律数据): calendar, parameters, statutes, causes and discretion tables; the files here are seeds."""
