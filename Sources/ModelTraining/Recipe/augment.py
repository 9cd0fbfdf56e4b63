# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
# augment.py OUT: pairs made by rule: numbers, generations, legal forms, one syllable or one given name exchanged.
import collections,difflib,os,random,re,sys,unicodedata
here=os.path.dirname(os.path.abspath(__file__))
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
m=0
for e,v in ents.items():
    for l,n,k in v:
        x=re.sub(r'ov$',random.choice(['off','ow','of']),n); x=re.sub(r'ev$',random.choice(['eff','ew','ef']),x)
        if k=='person' and x!=n and m<1500:
            m+=1; rows.append((1,n,x,'person')) if random.random()<.5 else rows.append((1,n.split()[-1],x.split()[-1],random.choice(['person',''])))
m=0
for e,v in ents.items():
    hn=[n for l,n,k in v if k=='person' and han(n) and len(n) in (2,3)]; ln=[n for l,n,k in v if 'en' in l.split(',') and n.isascii() and len(n.split()) in (2,3) and ',' not in n]
    if hn and ln and m<2500: m+=1; rows.append((1,random.choice(hn),random.choice(ln),random.choice(['person','']),1))
print('zh',m)
m=0
for e,v in ents.items():
    names=[n for l,n,k in v if len(n.split())==1 and n.isalpha()]
    if len(names)>1 and m<1200:
        m+=1; a,b=random.sample(names,2); d=num(); j=random.choice(['-',' ']); rows.append((1,a+j+d,b+j+d,random.choice(['org','','place'])))
print('num',m)
# known given names that are near one another and yet two
lexicons=os.path.join(here,'../../TableForge/Lexicons')
meanings=collections.defaultdict(set)
for l in open(f'{lexicons}/name-forms.tsv'):
    if l[0]=='#': continue
    head,_,rest=l.rstrip('\n').partition('\t')
    terms=[t.strip() for t in head.split(',')]+[t.strip() for b in rest.split('|') for t in b.strip().partition(' ')[2].split(',')]
    for t in terms: meanings[t.casefold()].add(terms[0])
known=collections.defaultdict(list)
for l in open(f'{lexicons}/given-names.tsv'):
    p=l.rstrip('\n').split('\t')
    if l[0]!='#' and 'family' not in p[2:] and len(p[0])>3: known[(unicodedata.name(p[0][0],'?').split()[0],p[0][:2].casefold())].append(p[0])
near={}
def bare(x): return ''.join(c for c in unicodedata.normalize('NFKD',x.casefold()) if not unicodedata.combining(c))
def alike(a,b): return difflib.SequenceMatcher(None,a.casefold(),b.casefold()).ratio()>=.6
for group in known.values():
    group=sorted(set(group))
    for a in group:
        near[a]=[b for b in group if bare(a)!=bare(b) and not meanings[a.casefold()]&meanings[b.casefold()] and alike(a,b) and not b.casefold().startswith(a.casefold()) and not a.casefold().startswith(b.casefold())]
m=0
for e,v in ents.items():
    for l,n,k in v:
        p=n.split()
        if k!='person' or not 2<=len(p)<=4 or m>=3500: continue
        for i,w in enumerate(p):
            options=near.get(w) or near.get(w.title())
            if options and random.random()<.5:
                m+=1; rows.append((0,n,' '.join(p[:i]+[random.choice(options)]+p[i+1:]),random.choice(['person','']))); break
print('given names',m)
# the second syllable of a Korean given name, in Latin letters
hyphened=[re.match(r'^(.* )(\w+)-(\w+)$',n) for v in ents.values() for l,n,k in v if k=='person' and n.isascii() and n.count('-')==1]
hyphened=[x.groups() for x in hyphened if x and len(x[2])<7 and len(x[3])<7]
tails=sorted({t.lower() for _,_,t in hyphened})
for a,b,c in hyphened[:1200]:
    d=random.choice(tails)
    if d!=c.lower(): rows.append((0,f'{a}{b}-{c}',f'{a}{b}-{d}',random.choice(['person',''])))
# short words in capitals are no words to misspell
letters='ABCDEFGHIKLMNOPRSTUV'
for i in range(500):
    a=''.join(random.choices(letters,k=random.choice([3,3,4]))); x=random.randrange(len(a)); b=a[:x]+random.choice(letters)+a[x+1:]
    tail=random.choice(['',' Group',' Bank',' Health',' Holding'])
    if a!=b: rows.append((0,a,b+tail,random.choice(['org','']))); rows.append((1,a+tail,a.lower()+tail,random.choice(['org',''])))
# one who comes from elsewhere is another
nisba=[re.match(r'^(.+ .+ )(?:al|el|Al|El|AL|EL)[- ](\w+)$',n) for v in ents.values() for l,n,k in v if k=='person' and n.isascii()]
nisba=[x.groups() for x in nisba if x]; origins=sorted({o.title() for _,o in nisba}); random.shuffle(nisba)
for a,b in nisba[:900]:
    c=random.choice(origins)
    if c!=b.title(): rows.append((0,f'{a}al-{b}',f'{a}al-{c}',random.choice(['person',''])))
# a title and the last word are the whole name; another title changes nothing
titles=['President','Mr.','Mrs','Dr.','Minister','Prime Minister','Senator','Sayın','Başbakan','Herr','Señor','Monsieur']
for n in lat[3100:3800]: rows.append((1,n,f'{random.choice(titles)} {n.split()[-1]}','person'))
# another first letter is another name
exchanged=[('Щ','С'),('Ш','С'),('Ч','Ц'),('Ж','З'),('Б','П'),('Г','К'),('Д','Т'),('М','Н')]
surnames=[n.split()[-1] for v in ents.values() for l,n,k in v if k=='person' and n[:1] in 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ' and len(n.split())>1]
random.shuffle(surnames)
m=0
for w in surnames:
    for x,y in exchanged:
        for a,b in ((x,y),(y,x)):
            if w[0]==a and m<900 and len(w)>4 and random.random()<.5: m+=1; rows.append((0,w,b+w[1:],random.choice(['person','']),1.2))
# a legal form or a common word is no name
for i in range(700):
    o,q=random.sample(org,2); f=random.choice(forms+['Corp','Inc','Company','Group','LLC'])
    o=o.split()[0].strip(',.'); q=q.split()[0].strip(',.')
    if o.casefold()!=q.casefold(): rows.append((0,f'{o} {f}',f'{q} {f}',random.choice(['org',''])))
    rows.append((0,f,f'{o} {f}',random.choice(['org',''])))
    a,b=''.join(random.choices('ABCDEFGHIKLMNOPRSTUVXYZ',k=3)),''.join(random.choices('ABCDEFGHIKLMNOPRSTUVXYZ',k=3)); rows.append((0,f'{a} {f}',f'{b} {f}',random.choice(['org',''])))
# a surname that begins or ends like another is another
def skeleton(x): return re.sub(r'[aeiouyаеёиоуыэюя]','',re.sub(r'(.)\1+',r'\1',bare(x)))
ends=collections.defaultdict(set)
people=[n for v in ents.values() for l,n,k in v if k=='person' and 2<=len(n.split())<=4 and ',' not in n and '.' not in n]
random.shuffle(people)
for n in people[:40000]:
    w=n.split()[-1]
    if w.isalpha() and 4<=len(w)<=10: ends[w[:2].casefold()].add(w); ends[w[-3:].casefold()].add(w)
ends={e:sorted(w) for e,w in ends.items()}
m=0
for n in people[40000:90000]:
    p=n.split(); w=p[-1]; end=random.choice([w[:2],w[:2],w[-3:]]).casefold()
    if m>=2400 or end not in ends or not w.isalpha(): continue
    o=random.choice(ends[end])
    if skeleton(o)!=skeleton(w) and difflib.SequenceMatcher(None,bare(o),bare(w)).ratio()<.75 and unicodedata.name(o[0],'?')[:6]==unicodedata.name(w[0],'?')[:6]:
        m+=1; rows.append((0,n,' '.join(p[:-1]+[o]),random.choice(['person','']),.25))
print('surnames',m)
# a Korean or Chinese syllable that begins like another is another
m=0
for a,b,c in hyphened[1200:]*2:
    d=random.choice([t for t in tails if t[0]==c[0].lower() and t!=c.lower()] or tails)
    if m<900 and skeleton(d)!=skeleton(c): m+=1; rows.append((0,f'{a}{b}-{c}',f'{a}{b}-{d}',random.choice(['person','']),.4))
# an apostrophe or a space
split=[n for v in ents.values() for l,n,k in v if k=='person' and re.search(r"\b[ODLodl]['’]\w{3,}",n)]
random.shuffle(split)
for n in split[:500]:
    last=next(x for x in n.split() if re.search(r"^[ODLodl]['’]\w{3,}",x) or True) if random.random()<.5 else n
    if re.search(r"['’]",last): rows.append((1,last,re.sub(r"['’]",random.choice([' ',' ','']),last),random.choice(['person','']),1))
# two letters are two
for i in range(120):
    a,b=random.sample('ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИКЛМН',2); rows.append((0,a,b,random.choice(['org','person','','place']))); rows.append((1,a,random.choice([a,a.lower()]),random.choice(['org','person','','place'])))
# another word of an organization's name, however near
words=collections.Counter(w for n in org for w in set(n.split()) if w.isalpha() and len(w)>4)
common=collections.defaultdict(list)
for w,c in words.items():
    if c>2: common[w[:3].casefold()].append(w)
m=0
for n in org:
    p=n.split()
    for i,w in enumerate(p):
        o=random.choice(common.get(w[:3].casefold()) or [w])
        if m<900 and 2<=len(p)<=4 and w.isalpha() and len(w)>4 and skeleton(o)!=skeleton(w) and .5<=difflib.SequenceMatcher(None,bare(o),bare(w)).ratio()<.86 and not o.casefold().startswith(w[:-1].casefold()) and not w.casefold().startswith(o[:-1].casefold()):
            m+=1; rows.append((0,n,' '.join(p[:i]+[o if w[0].isupper() else o.lower()]+p[i+1:]),random.choice(['org','']),.4)); break
print('words of organizations',m)
# names that have nothing in common, of one word and of several, in one script and in two
single=[(n,k) for v in ents.values() for l,n,k in v if len(n.split())==1 and n.isalpha()]
several=[(n,k) for v in ents.values() for l,n,k in v if 2<=len(n.split())<=4]
last=[(n.split()[-1],k) for n,k in random.sample(several,6000) if k=='person']
for names,count in ((single,2500),(last,4000),(several,1500)):
    for i in range(count):
        (n,k),(o,q)=random.sample(names,2)
        if k==q and difflib.SequenceMatcher(None,bare(n),bare(o)).ratio()<.4: rows.append((0,n,o,random.choice([k,'']),.8))
# a person by the first letters
for n in lat[2800:3100]:
    p=n.split()
    if len(p)==3 and all(x[0].isalpha() for x in p): rows.append((1,n,''.join(x[0] for x in p).upper(),random.choice(['person',''])))
# how much a row counts beside a real pair, where its rule does not say
WEIGHT=.35
random.shuffle(rows)
with open('augment.tsv','w') as table:
    table.write('label\tname1\tname2\tkind\tweight\n')
    for r in rows: table.write('\t'.join(map(str,r if len(r)>4 else (*r,WEIGHT)))+'\n')
print(len(rows),sum(r[0] for r in rows))
