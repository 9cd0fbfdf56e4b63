# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""One peer over one list, as a process of its own: `dedupe_peer.py TOOL FILE`.

Prints the entity of each name as a JSON list. Every tool gets keys of anyascii and casefold.
"""
import collections
import json
import os
import pathlib
import sys

from pairs import folded


class Sets:
    """Which names are one."""

    def __init__(self, count):
        self.parent = list(range(count))

    def root(self, place):
        while self.parent[place] != place:
            self.parent[place] = place = self.parent[self.parent[place]]
        return place

    def join(self, a, b):
        self.parent[self.root(a)] = self.root(b)

    def labels(self):
        return [self.root(place) for place in range(len(self.parent))]


def by_key(keys):
    sets, first = Sets(len(keys)), {}
    for place, key in enumerate(keys):
        sets.join(place, first.setdefault(" ".join(sorted(key.split())), place))
    return sets.labels()


def in_blocks(keys, least=85, largest=3000):
    """Names that share the beginning of a word, by token_sort_ratio."""
    import numpy
    from rapidfuzz import fuzz, process
    blocks = collections.defaultdict(set)
    for place, key in enumerate(keys):
        for word in key.split():
            blocks[word[:5]].add(place)
    sets = Sets(len(keys))
    for block in blocks.values():
        if not 1 < len(block) <= largest:
            continue
        places = sorted(block)
        own = [keys[place] for place in places]
        scores = process.cdist(
            own, own, scorer=fuzz.token_sort_ratio, score_cutoff=least, workers=-1,
            dtype=numpy.uint8)
        for a, b in zip(*numpy.nonzero(scores)):
            if a < b:
                sets.join(places[a], places[b])
    return sets.labels()


def string_grouper(keys):
    import pandas
    from string_grouper import group_similar_strings
    groups = group_similar_strings(
        pandas.Series(keys), min_similarity=0.8, number_of_processes=os.cpu_count())
    column = [name for name in groups.columns if "index" in str(name)][0]
    return [int(value) for value in groups[column]]


def splink(keys):
    import pandas
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    words = [key.split() or ["?"] for key in keys]
    frame = pandas.DataFrame({
        "unique_id": range(len(keys)), "name": keys, "first": [w[0] for w in words],
        "last": [w[-1] for w in words], "begin": [w[-1][:4] for w in words]})
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparisons.JaroWinklerAtThresholds("name", [0.95, 0.88]),
            comparisons.JaroWinklerAtThresholds("first", [0.92, 0.8]),
            comparisons.JaroWinklerAtThresholds("last", [0.92, 0.8])],
        blocking_rules_to_generate_predictions=[
            block_on("first"), block_on("last"), block_on("begin")])
    linker = Linker(DuckDBAPI().register(frame), settings, log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("name")], recall=0.5)
    training.estimate_u_using_random_sampling(max_pairs=1e6)
    training.estimate_parameters_using_expectation_maximisation(block_on("first"))
    training.estimate_parameters_using_expectation_maximisation(block_on("last"))
    predicted = linker.inference.predict(threshold_match_probability=0.9)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, 0.9)
    frame = clusters.as_pandas_dataframe().set_index("unique_id")["cluster_id"]
    return [int(frame[place]) for place in range(len(keys))]


TOOLS = {"anyascii key": by_key, "rapidfuzz in blocks": in_blocks,
         "string_grouper": string_grouper, "splink": splink}


def main():
    lines = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").split("\n")[1:]
    keys = folded([line.split("\t")[1] for line in lines if line])
    # What a tool prints of its own comes before the answer.
    labels = TOOLS[sys.argv[1]](keys)
    print()
    print(json.dumps(labels))


main()
