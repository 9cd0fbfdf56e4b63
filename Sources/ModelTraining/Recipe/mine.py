# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# mine.py NAMESAKE OUT: names of other people that a search takes for the right one, as pairs.
import random,collections,subprocess,json,sys,unicodedata,re
random.seed(4)
ents=collections.OrderedDict()
import os
b,O=sys.argv[1],sys.argv[2]; os.chdir(O)
it=open('names.tsv'); next(it)
for l in it:
    p=l.rstrip('\n').split('\t')
    if p[3]=='person': ents.setdefault(p[0],[]).append((p[1],p[2]))
def latin(s):
    for c in s:
        if c.isalpha(): return unicodedata.name(c,'?').startswith('LATIN')
    return False
def fold(s):
    s = unicodedata.normalize('NFKD', s).casefold(); s = ''.join(c for c in s if not unicodedata.combining(c))
    return ' '.join(sorted(re.findall(r'\w+', s)))
def display(v):
    for l,n in v:
        if 'en' in l.split(',') and latin(n): return n
    for l,n in v:
        if latin(n): return n
cat={e:display(v) for e,v in ents.items()}; cat={e:n for e,n in cat.items() if n}
Q=[]
multi=[e for e in cat if len(ents[e])>1]
wd=[e for e in multi if not e.startswith('nt:')]; nt=[e for e in multi if e.startswith('nt:')]
for e in random.sample(wd,min(5500,len(wd))): 
    c=[n for l,n in ents[e] if fold(n)!=fold(cat[e])]
    if c: Q.append((e,random.choice(c)))
for e in random.sample(nt,2500):
    c=[n for l,n in ents[e] if fold(n)!=fold(cat[e])]
    if c: Q.append((e,random.choice(c)))
random.shuffle(Q); print(len(cat),len(Q))
with open('cat.tsv','w') as o:
    o.write('id\tname\tkind\n'); [o.write(f'{e}\t{n}\tperson\n') for e,n in cat.items()]
open('q.txt','w').write(''.join(n.replace('\n',' ')+'\n' for _,n in Q))
subprocess.run([b,'index','cat.tsv','-o','cat.index'],check=True)
out=subprocess.run([b,'search','--index','cat.index','--limit','12','--format','jsonl','q.txt'],capture_output=True,text=True,check=True).stdout
o=open('mined.tsv','w');o.write('label\tname1\tname2\tkind\n');pos=neg=0
for (e,n),l in zip(Q,out.splitlines()):
    r=json.loads(l)['results']
    o.write(f'1\t{n}\t{cat[e]}\tperson\n');pos+=1
    cand=[x for x in r if x['id']!=e and fold(x['name'])!=fold(cat[e])]
    pick=cand[:1]+random.sample(cand[1:],min(1,len(cand[1:])))
    for x in pick: o.write(f"0\t{n}\t{x['name']}\tperson\n");neg+=1
print(pos,neg)
