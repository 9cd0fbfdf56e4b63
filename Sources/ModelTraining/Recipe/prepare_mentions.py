#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
"""prepare_mentions.py EVAL OUT.jsonl [FOLD,…]: the labelled articles that may train the shipped tagger.

Takes the openly licensed sources, leaves out the articles held out for measuring (fold 0; more
folds can be left out to choose features with), and writes text, language and entities: each article
alone, and again as part of a story."""
import gzip
import hashlib
import json
import os
import random
import sys

SOURCES = {
    'uner-english-ewt', 'uner-chinese-gsd', 'uner-chinese-gsdsimp', 'uner-croatian-set',
    'uner-danish-ddt', 'uner-portuguese-bosque', 'uner-serbian-set', 'uner-slovak-snk',
    'uner-swedish-talbanken', 'gmb-voa', 'germeval2014', 'ronec-2.0', 'kaznerd', 'thai-ner-1.x',
    'klue-ner-dev', 'turkish-wiki-ner', 'stockmark-wikipedia', 'norne',
}


def fold(article):
    digest = hashlib.sha256(('dev' + article).encode()).digest()
    return int.from_bytes(digest[:8], 'big') % 5


def joined(articles, rng):
    """Neighbouring sentences of one source as stories, for the sources are cut into sentences and
    news is not."""
    start = 0
    while start < len(articles):
        end = min(len(articles), start + rng.randint(3, 14))
        text, entities = '', []
        for article in articles[start:end]:
            if text:
                text += rng.choice('   \n')
            entities += [
                dict(e, start=e['start'] + len(text), end=e['end'] + len(text))
                for e in article['entities']
            ]
            text += article['text']
        yield {'text': text, 'language': articles[start]['language'], 'entities': entities}
        start = end


def main():
    folder, output = sys.argv[1:3]
    left_out = {int(x) for x in sys.argv[3].split(',')} if len(sys.argv) > 3 else {0}
    assert 0 in left_out
    rng = random.Random(1)
    by_source = {}
    for name in sorted(os.listdir(f'{folder}/articles')):
        for line in gzip.open(f'{folder}/articles/{name}', 'rt'):
            article = json.loads(line)
            if article['source'] not in SOURCES or fold(article['id']) in left_out:
                continue
            entities = [{k: e[k] for k in ('start', 'end', 'type')} for e in article['entities']]
            row = {'text': article['text'], 'language': article['lang'], 'entities': entities}
            by_source.setdefault((article['source'], article['lang']), []).append(row)
    with open(output, 'w') as out:
        for articles in by_source.values():
            for row in articles + list(joined(articles, rng)):
                out.write(json.dumps(row, ensure_ascii=False) + '\n')


main()
