# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# readings.py NAMESAKE OUT: names made of han-names.tsv, as Hong Kong, Taiwan, the South Seas, Korea and Vietnam spell them.
import collections, os, random, subprocess, sys

NAMESAKE, OUT = sys.argv[1], sys.argv[2]
HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(17)
PERSONS = 9000

def rows(path):
    return [l.rstrip('\n').split('\t') for l in open(path, encoding='utf8') if l[0] not in '#\n']

surnames, given, southern, korean_surnames = [], [], {}, {}
for character, part, south, korea in ((r + ['', ''])[:4] for r in rows(f'{HERE}/han-names.tsv')):
    if part != 'given' and character not in surnames: surnames.append(character)
    if part != 'surname' and character not in given: given.append(character)
    southern.setdefault(character, [x for x in south.split(',') if x])
    if korea: korean_surnames[character] = korea.split(',')
known = set(surnames) | set(given)
readings = {r[0]: r[1:] for r in rows(f'{HERE}/../../TableForge/Rules/han-readings.tsv') if r[0] in known}
ordered = sorted(known)
pinyin = subprocess.run(
    [NAMESAKE, 'normalize', '--profile', 'ascii', '--language', 'zh'], input='\n'.join(ordered) + '\n',
    capture_output=True, text=True, check=True).stdout.split('\n')
pinyin = {c: p.strip().lower() for c, p in zip(ordered, pinyin)}

def either(*choices): return random.choice(choices)
def split(syllable, initials):
    for initial in initials:
        if syllable.startswith(initial): return initial, syllable[len(initial):]
    return '', syllable

JYUTPING = ['gw', 'kw', 'ng', *'bpmfdtnlgkhzcsjw']
FINALS = {
    'aa': ['a', 'ah'], 'aai': ['ai'], 'aau': ['au'], 'aam': ['am'], 'aan': ['an'], 'aang': ['ang'], 'aap': ['ap'],
    'aat': ['at'], 'aak': ['ak'], 'am': ['am', 'um'], 'an': ['an', 'un'], 'ap': ['ap', 'up'], 'ei': ['ei', 'ee', 'i'],
    'i': ['i', 'ee'], 'ou': ['o', 'ou'], 'u': ['u', 'oo'], 'un': ['un', 'oon'], 'oe': ['eu'], 'oeng': ['eung', 'eong'],
    'oek': ['euk'], 'eoi': ['ui'], 'eon': ['un', 'on'], 'eot': ['ut'], 'yu': ['u', 'yu', 'ue'], 'yun': ['uen', 'un'],
    'yut': ['uet', 'ut'], 'm': ['ng', 'm']}
def cantonese(c, at_start):
    """Jyutping to the spellings of Hong Kong's registers."""
    whole = readings.get(c, [''] * 4)[2]
    if not whole: return None
    if whole in ('ng', 'm'): return 'ng'
    initial, final = split(whole, JYUTPING)
    if initial in ('z', 'c', 's') and final == 'i': return either({'z': 'tsz', 'c': 'tsz', 's': 'sze'}[initial], 'chi' if initial != 's' else 'see')
    if initial == 'j' and final.startswith('yu'): return 'yu' + {'yu': '', 'yun': 'en', 'yut': 'et'}.get(final, final[2:])
    if initial in 'zc' and initial:
        tongue = final in ('e', 'eoi', 'aang', 'ang', 'oi', 'ou', 'o', 'ung')
        letters = either('ts', 'ts', 'ch') if tongue else either('ch', 'ch', 'ch', 'ts')
    elif initial == 's': letters = either('s', 's', 'sh')
    elif initial == 'j': letters = '' if final in ('i',) and random.random() < .2 else 'y'
    else: letters = {'b': 'p', 'd': 't', 'g': 'k', 'gw': 'kw', 'ng': either('ng', '')}.get(initial, initial)
    return letters + either(*FINALS.get(final, [final]))

PINYIN = ['zh', 'ch', 'sh', *'bpmfdtnlgkhjqxrzcsyw']
WADE = {'b': 'p', 'd': 't', 'g': 'k', 'j': 'ch', 'q': 'ch', 'x': 'hs', 'zh': 'ch', 'r': 'j', 'z': 'ts', 'c': 'ts'}
def taiwanese(c, at_start):
    """Pinyin to Wade-Giles without its marks."""
    whole = pinyin[c]
    initial, final = split(whole, PINYIN)
    if final == 'i' and initial in ('zh', 'ch', 'sh', 'r'): return WADE.get(initial, initial) + 'ih'
    if final == 'i' and initial in ('z', 'c', 's'): return 'szu' if initial == 's' else 'tzu'
    if whole in ('yan', 'ye', 'you', 'yi', 'yong', 'er'): return {'yan': 'yen', 'ye': 'yeh', 'you': 'yu', 'yi': either('yi', 'i'), 'yong': 'yung', 'er': 'erh'}[whole]
    final = {'ian': 'ien', 'ie': 'ieh', 'ue': 'ueh', 'ong': 'ung', 'iong': 'iung', 'e': either('o', 'e')}.get(final, final)
    if final == 'ui' and initial in ('g', 'k'): final = 'uei'
    if final == 'uo' and initial not in ('g', 'k', 'h', 'sh'): final = 'o'
    return WADE.get(initial, initial) + final
def mainland(c, at_start): return pinyin[c]

def korean(c, at_start):
    """Revised Romanization to the spellings of the press, South and North."""
    if at_start and c in korean_surnames: return either(*korean_surnames[c])
    whole = readings.get(c, [''] * 4)[1]
    if not whole: return None
    old = random.random() < .4
    initial, final = split(whole, ['kk', 'tt', 'pp', 'ss', 'jj', 'ch', *'gndrmbsjkhtp'])
    if old: initial = {'g': 'k', 'd': 't', 'b': 'p', 'j': either('ch', 'j')}.get(initial, initial)
    for a, b in (('yeo', either('yeo', 'yo', 'you')), ('eo', either('eo', 'o', 'u')), ('eu', either('eu', 'u')), ('u', either('u', 'u', 'oo'))):
        if a in final and not (a == 'u' and ('eu' in final or 'ou' in final or 'oo' in final)):
            final = final.replace(a, b); break
    return initial + final
def vietnamese(c, at_start):
    return readings.get(c, [''] * 4)[3] or None
def south(c, at_start):
    return either(*southern[c]) if southern.get(c) else cantonese(c, at_start)

SYSTEMS = [(mainland, .2), (cantonese, .31), (south, .2), (korean, .17), (taiwanese, .09), (vietnamese, .03)]
def initial_law(hangul_roman):
    """Korean drops or softens r and n at the head of a word."""
    if hangul_roman.startswith(('ri', 'ry', 'ni', 'ny')): return hangul_roman[1:] if hangul_roman[1] in 'iy' else hangul_roman
    return 'n' + hangul_roman[1:] if hangul_roman.startswith('r') else hangul_roman

LEAD = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h']
VOWEL = ['a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i']
TAIL = {'': 0, 'k': 1, 'n': 4, 't': 7, 'l': 8, 'm': 16, 'p': 17, 'ng': 21}
syllables = {a + v + t: chr(0xAC00 + i * 588 + j * 28 + n) for i, a in enumerate(LEAD) for j, v in enumerate(VOWEL) for t, n in TAIL.items()}

weights = [1 / (place + 12) for place in range(len(surnames))]
given_weights = [1 / (place + 40) for place in range(len(given))]
pairs = collections.Counter()
def teach(name, spelt):
    pairs[(spelt[0], name[0])] += 1
    pairs[(''.join(spelt[1:]), name[1:])] += 1
    pairs[(''.join(spelt), name)] += 1
for person in range(PERSONS):
    name = random.choices(surnames, weights)[0] + ''.join(random.choices(given, given_weights, k=2 if random.random() < .88 else 1))
    reading = random.choices([s for s, _ in SYSTEMS], [w for _, w in SYSTEMS])[0]
    spelt = [reading(c, place == 0) for place, c in enumerate(name)]
    if all(spelt): teach(name, spelt)
    # People of China stand in Korean text by the Korean readings of their characters.
    if person % 4 == 0:
        read = [readings.get(c, [''] * 4)[1] for c in name]
        read[:2] = [initial_law(x) for x in read[:2]]
        hangul = [syllables.get(x) for x in read]
        if all(hangul): teach(''.join(hangul), [pinyin[c] for c in name])
with open(f'{OUT}/readings.tsv', 'w', encoding='utf8') as out:
    out.write('word1\tword2\tcount\n')
    for (spelt, name), count in sorted(pairs.items()): out.write(f'{spelt}\t{name}\t{count}\n')
print(len(pairs), 'word pairs')
