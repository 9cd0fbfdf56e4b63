# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""Names in Spark: the entities of all names of a table.

    python3 spark_names.py NAMES.tsv ENTITIES   # a table with the column name; a folder of parts
    python3 spark_names.py                      # a few names
"""

import sys

from namesake import spark
from pyspark.sql import SparkSession

session = SparkSession.builder.appName("names").getOrCreate()
if len(sys.argv) == 3:
    people = session.read.csv(sys.argv[1], sep="\t", header=True, quote="")
    spark.dedupe(people, "name").write.json(sys.argv[2], mode="overwrite")
else:
    people = session.createDataFrame(
        [("Vladimir Putin",), ("Владимир Путин",), ("Angela Merkel",), ("Меркель, Ангела",)],
        ["name"])
    spark.dedupe(people, "name").select("name", "canonical").orderBy("canonical", "name").show()
