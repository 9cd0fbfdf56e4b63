# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# augment.py OUT: pairs made by rule: numbers, generations, legal forms, one syllable exchanged.
import random,sys,os
os.chdir(sys.argv[1])
random.seed(8)
ents={}
it=open('names.tsv'); next(it)
for l in it:
    p=l.rstrip('\n').split('\t'); ents.setdefault(p[0],[]).append((p[1],p[2],p[3]))
rows=[]
lat=[n for v in ents.values() for l,n,k in v if k=='person' and n.isascii() and 2<=len(n.split())<=3]
org=[n for v in ents.values() for l,n,k in v if k=='org']
random.shuffle(lat)
def num(): return str(random.randint(1,99))
for n in lat[:800]:
    a,b=random.sample(['Jr.','Sr.','II','III','IV'],2); rows.append((0,f'{n} {a}',f'{n} {b}','person'))
    a=random.choice(['Jr.','Sr.','II','III']); rows.append((1,f'{n} {a}',f'{n} {a}'.upper() if random.random()<.5 else f'{n} {a}'.replace('.',''),'person'))
W=['Fund','Unit','School No.','Battalion','Division','Отдел','Школа №','Region','Holding','Fabrika','Brigade','Station']
for i in range(900):
    o=random.choice(org+W*20); a,b=num(),num()
    if a!=b: rows.append((0,f'{o} {a}',f'{o} {b}',random.choice(['org',''])))
    rows.append((1,f'{o} {a}',f'{o.upper()} {a}',random.choice(['org',''])))
    x,y=random.sample(W,2); rows.append((0,f'{x} {a}',f'{y} {a}',random.choice(['org','place',''])))
forms=['AG','GmbH','Ltd','SA','SpA','BV','Oy','AB','A/S','KG']
for i in range(600):
    o=random.choice(org); o=' '.join(o.split()[:3]).strip(',. '); a,b=random.sample(forms,2)
    rows.append((0,f'{o} {a}',f'{o} {b}','org')); rows.append((1,f'{o} {a}',o,'org'))
def syll(s): return all('가'<=c<='힣' for c in s)
def han(s): return all('一'<=c<='鿿' for c in s)
for f in (syll,han):
    c=[n for v in ents.values() for l,n,k in v if k=='person' and f(n) and len(n)==3]
    random.shuffle(c); c=c[:6000]
    pos=[[x[i] for x in c] for i in range(3)]
    for n in c[:3500]:
        i=random.choice([1,2]); s=random.choice(pos[i])
        if s!=n[i]: rows.append((0,n,n[:i]+s+n[i+1:],random.choice(['person',''])))
    for n in c[:500]: rows.append((0,n,n[0]+random.choice(pos[1])+random.choice(pos[2]),'person'))
# names written together, with a hyphen, or apart
for v in ents.values():
    for l,n,k in v:
        if k=='person' and '-' in n and n.isascii() and len(n.split())==2 and random.random()<.08:
            rows.append((1,n,n.replace('-',random.choice(['',' '])).title() if random.random()<.5 else n.replace('-',''),random.choice(['person',''])))
# one given name kept, the surname another; the surname kept, the given name another
for n in lat[800:2800]:
    o=random.choice(lat).split(); p=n.split()
    if p[-1]!=o[-1] and p[0]!=o[0]:
        rows.append((0,n,' '.join(p[:-1]+[o[-1]]),'person')); 
        if random.random()<.5: rows.append((0,n,' '.join([o[0]]+p[1:]),'person'))
# the whole name and its last word, in two spellings
m=0
for e,v in ents.items():
    names=[n for l,n,k in v if k=='person' and 2<=len(n.split())<=4 and ',' not in n]
    if len(names)>1 and random.random()<.12 and m<2500:
        a,b=random.sample(names,2); 
        rows.append((1,a,b.split()[-1] if random.random()<.8 else b.split()[0],random.choice(['person','']))); m+=1
        o=random.choice(lat).split()[-1]
        if o.lower() not in a.lower(): rows.append((0,a,o,random.choice(['person','']))) 
import re
m=0
for e,v in ents.items():
    for l,n,k in v:
        x=re.sub(r'ov$',random.choice(['off','ow','of']),n); x=re.sub(r'ev$',random.choice(['eff','ew','ef']),x)
        if k=='person' and x!=n and m<1500:
            m+=1; rows.append((1,n,x,'person')) if random.random()<.5 else rows.append((1,n.split()[-1],x.split()[-1],random.choice(['person',''])))
m=0
for e,v in ents.items():
    hn=[n for l,n,k in v if k=='person' and han(n) and len(n) in (2,3)]; ln=[n for l,n,k in v if 'en' in l.split(',') and n.isascii() and len(n.split()) in (2,3) and ',' not in n]
    if hn and ln and m<2500: m+=1; rows.append((1,random.choice(hn),random.choice(ln),random.choice(['person',''])))
print('zh',m)
m=0
for e,v in ents.items():
    names=[n for l,n,k in v if len(n.split())==1 and n.isalpha()]
    if len(names)>1 and m<1200:
        m+=1; a,b=random.sample(names,2); d=num(); j=random.choice(['-',' ']); rows.append((1,a+j+d,b+j+d,random.choice(['org','','place'])))
print('num',m)
random.shuffle(rows)
open('augment.tsv','w').write('label\tname1\tname2\tkind\n'+''.join('\t'.join(map(str,r))+'\n' for r in rows)); print(len(rows),sum(r[0] for r in rows))
