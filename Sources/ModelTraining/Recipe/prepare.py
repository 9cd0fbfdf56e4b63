# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# prepare.py EVAL OUT: words, names and pairs that may train a shipped model, nothing held out.
import gzip,hashlib,sys
E,O=sys.argv[1].rstrip('/')+'/',sys.argv[2].rstrip('/')+'/'
def h(s): return int.from_bytes(hashlib.sha256(s.encode()).digest()[:8], 'big')
def ho(i): return h('dev'+i)%5==0
g=lambda p: gzip.open(E+p,'rt',encoding='utf8')
it=g('pairs/pairs.tsv.gz');H=next(it).rstrip('\n').split('\t')
held=set()
rows=[dict(zip(H,l.rstrip('\n').split('\t'))) for l in it]
for r in rows:
    if ho(r['id1'] or r['name1']) and ho(r['id2'] or r['name1']):
        held.add((r['name1'].casefold(),r['name2'].casefold()));held.add((r['name2'].casefold(),r['name1'].casefold()))
out=open(O+'words.tsv','w');out.write('word1\tword2\tcount\n');n=d=0
for f in ['arabic','chinese','hebrew','japanese','katakana','korean','russian']:
    for l in g(f'transliteration/{f}.tsv.gz'):
        a,b,c=l.rstrip('\n').split('\t')
        if (a.casefold(),b.casefold()) in held or ho(a): d+=1; continue
        out.write(f'{a}\t{b}\t{c}\n');n+=1
print('tokens',n,'dropped',d)
out=open(O+'names.tsv','w');out.write('id\tlanguages\tname\tkind\n');k=0
for f in ('clusters','clusters_extra_enheko','singletons'):
    for l in g(f'names/{f}.tsv.gz'):
        p=l.rstrip('\n').split('\t')
        if len(p)>=4 and p[0].split(':')[0] in ('wd','nt','ofac','gn','cldr','cldrcity') and not ho(p[0]): out.write('\t'.join(p[:4])+'\n');k+=1
print('names',k)
# Two held-out entities meet in a pair far more seldom than two others do: without this, scores would be too low.
NEGATIVE='0.8'
K={'person':'person','namepart':'person','org':'org','place':'place','':''}
out=open(O+'pairs.tsv','w');out.write('label\tname1\tname2\tkind\tweight\n');k=0
for r in rows:
    if ho(r['id1'] or r['name1']) or ho(r['id2'] or r['name1']): continue
    if r['source'] in('un','slavicner','everypolitician-term'): continue
    if 'partial' in r['category'] or '(weak)' in r['category'] or r['category']=='homonym' or (r['label']=='1' and r['source']=='ofac' and r.get('fold_sim') and float(r['fold_sim'])<0.5): continue
    if r['kind'] not in K: continue
    out.write('\t'.join([r['label'],r['name1'],r['name2'],K[r['kind']],'1' if r['label']=='1' else NEGATIVE])+'\n');k+=1
print('pairs',k)
