# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# rankings.py NAMESAKE OUT: whom a search finds for a name in another language, the right one marked.
import collections, json, os, random, re, subprocess, sys, unicodedata

QUERIES = {'wd': 9000, 'nt': 3500}
FOUND = 10
command, folder = sys.argv[1], sys.argv[2]
os.chdir(folder)
random.seed(4)


def is_latin(name):
    letters = (c for c in name if c.isalpha())
    return unicodedata.name(next(letters, ' '), '').startswith('LATIN')


def fold(name):
    letters = unicodedata.normalize('NFKD', name).casefold()
    return ' '.join(sorted(re.findall(r'\w+', ''.join(c for c in letters if not unicodedata.combining(c)))))


def shown(names):
    english = [name for languages, name in names if 'en' in languages.split(',') and is_latin(name)]
    return next(iter(english + [name for _, name in names if is_latin(name)]), None)


people = collections.OrderedDict()
with open('names.tsv') as rows:
    next(rows)
    for row in rows:
        entity, languages, name, kind = row.rstrip('\n').split('\t')[:4]
        if kind == 'person':
            people.setdefault(entity, []).append((languages, name))
catalogue = {entity: shown(names) for entity, names in people.items()}
catalogue = {entity: name for entity, name in catalogue.items() if name}
queries = []
for source, count in QUERIES.items():
    able = [e for e in catalogue if len(people[e]) > 1 and (e.startswith('nt:') == (source == 'nt'))]
    for entity in random.sample(able, min(count, len(able))):
        others = [name for _, name in people[entity] if fold(name) != fold(catalogue[entity])]
        if others:
            queries.append((entity, random.choice(others).replace('\n', ' ')))
random.shuffle(queries)
with open('catalogue.tsv', 'w') as table:
    table.write('id\tname\tkind\n')
    table.writelines(f'{entity}\t{name}\tperson\n' for entity, name in catalogue.items())
with open('queries.txt', 'w') as lines:
    lines.writelines(name + '\n' for _, name in queries)
subprocess.run([command, 'index', 'catalogue.tsv', '-o', 'catalogue.index'], check=True)
found = subprocess.run(
    [command, 'search', '--index', 'catalogue.index', '--limit', str(FOUND), '--format', 'jsonl',
     'queries.txt'], capture_output=True, text=True, check=True).stdout
first = 0
with open('rankings.tsv', 'w') as table:
    table.write('label\tname1\tname2\tkind\tlist\n')
    for number, ((entity, name), line) in enumerate(zip(queries, found.splitlines()), 1):
        results = json.loads(line)['results']
        first += bool(results) and results[0]['id'] == entity
        wrong = {r['name'] for r in results
                 if r['id'] != entity and fold(r['name']) != fold(catalogue[entity])}
        if wrong:
            table.write(f'1\t{name}\t{catalogue[entity]}\tperson\t{number}\n')
            table.writelines(f'0\t{name}\t{other}\tperson\t{number}\n' for other in sorted(wrong))
print(f'{len(catalogue)} people, {len(queries)} names, {first} found first')
