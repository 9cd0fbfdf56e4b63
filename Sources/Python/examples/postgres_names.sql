-- SPDX-License-Identifier: Apache-2.0
-- SPDX-FileCopyrightText: The Namesake authors

-- Names in PostgreSQL: a table goes out to the command and its entities come back. The server runs
-- the command (role pg_execute_server_program), which has to be in its PATH.

create table people (id int primary key, name text);
insert into people values
  (1, 'Vladimir Putin'), (2, 'Владимир Путин'), (3, 'Angela Merkel'), (4, 'Меркель, Ангела'),
  (5, 'Sergey Lavrov');

copy (select id, name from people order by id)
  to program 'namesake dedupe --input-format csv --format csv > entities.csv'
  with (format csv, header);

create table entities (id int, name text, entity text, canonical text, score float8);
copy entities from program 'cat entities.csv' with (format csv, header);

select canonical, count(*) as names from entities group by canonical order by names desc, canonical;
