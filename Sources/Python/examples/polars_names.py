# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names in Polars: scores as an expression, and one row for each entity."""

import polars

from namesake import polars as names

people = polars.DataFrame({
    "name": ["Vladimir Putin", "Владимир Путин", "Angela Merkel", "Меркель, Ангела"],
    "other": ["Putin", "Merkel", "Merkel", "Merkel"],
})
print(people.with_columns(same=names.compare("name", "other") > 0.5))
entities = people.select("name", names.dedupe("name").alias("found")).unnest("found")
print(entities.group_by("canonical").len().sort("canonical"))
