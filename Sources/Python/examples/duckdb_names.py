# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names in DuckDB: functions in SQL, and the entities of a whole column beside its rows."""

import duckdb
import namesake
import namesake.duckdb

connection = duckdb.connect()
namesake.duckdb.register(connection)
connection.sql("""
    create table people as select * from (values
      (1, 'Vladimir Putin'), (2, 'Владимир Путин'), (3, 'Angela Merkel'),
      (4, 'Меркель, Ангела'), (5, 'Sergey Lavrov')) t(id, name)""")
print(connection.sql(
    "select id, name_key(name) as key, name_score(name, 'Putin') > 0.5 as is_putin from people"))

names = connection.sql("select id, name from people order by id").to_arrow_table()
entities = namesake.dedupe(names["name"]).append_column("id", names["id"])
print(connection.sql(
    "select canonical, count(*) as names from entities group by all order by names desc, canonical"))
