// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Parts of names, written for this generator from general knowledge of naming customs; no list was
// copied. The combinations are inventions, and who bears one of them is a coincidence.

extension Culture {
  /// Cultures of the Latin script.
  static let latin: [Culture] = [
    Culture(
      weight: 22, system: .latin,
      given: """
        John James Robert Michael William David Mary Patricia Jennifer Linda Elizabeth Susan \
        Thomas Charles Daniel Matthew Anthony Mark Paul Steven Andrew Kenneth George Joshua \
        Kevin Brian Edward Ronald Timothy Jason Sarah Karen Nancy Lisa Margaret Sandra Ashley \
        Emily Donna Carol Ruth Sharon Helen Amy Peter Walter Arthur Henry Frank Albert Stephen \
        Philip Alice Grace Jack
        """,
      starts: """
        Ash Black Brad Brook Burn Car Chester Clay Cun Dar Ed El Fair Farn Ferr Gar Gil Grant \
        Hal Ham Hard Har Hath Hol Hunt Ken King Lang Lock Lud Mars Mc Mor New Nor Oak Pem Pres \
        Rad Ran Rock Rus San Shel Stan Sut Thorn Tur Under Wal War Wat Wel West Whit Wil Win \
        Wood Wy Yar
        """,
      middles: "er ing en ar le ber den wor king tin ham bur mer wel lin",
      ends: """
        ton son ford ley man field well wood ham worth by land shaw burn er ing sworth dale \
        ridge ston mond smith combe stead gate more den cott bridge water
        """,
      places: "ton ville field burg port mouth wick chester dale haven",
      trades: """
        Holdings Trading Energy Foods Logistics Partners Media Capital Steel Motors Systems
        """,
      forms: "Ltd Inc LLC plc Corp Group", particles: "", titles: "Mr Mrs Dr Sir"),
    Culture(
      weight: 8, system: .latin,
      given: """
        Hans Klaus Jürgen Günter Wolfgang Michael Thomas Andreas Peter Stefan Christian Uwe \
        Werner Horst Frank Dieter Manfred Gerhard Bernd Matthias Ursula Monika Petra Sabine \
        Renate Helga Karin Brigitte Ingrid Erika Gisela Claudia Susanne Gabriele Jörg Björn Anke \
        Heike Kai Jens
        """,
      starts: """
        Alt Bau Berg Böhm Braun Brü Büch Dietz Eber Engel Feld Fisch Frei Gärt Gold Groß Grün \
        Haber Hart Heid Hein Hoff Hüb Jung Kauf Kelch Klein Köh Kraut Krü Lang Leh Lieb Lind Mai \
        Neu Ober Pfeif Reich Rosen Roth Sand Schäf Schil Schnei Schu Schwar Stein Strau Vo Wag \
        Weiß Win Zim
        """,
      middles: "en er el ing ers ken ber ler ger lin",
      ends: """
        mann er berg ner bauer hardt meier ke feld stein bach ler wald brecht ing hofer horst \
        mer
        """,
      places: "burg stadt heim dorf hausen bach berg furt",
      trades: """
        Maschinenbau Handels Logistik Energie Technik Verlag Bau Beteiligungs Chemie \
        Versicherung
        """, forms: "GmbH AG KG SE", particles: "von zu", titles: "Dr Herr Frau"),
    Culture(
      weight: 7, system: .latin,
      given: """
        Jean Pierre Michel André Philippe Jacques Bernard Alain François Gérard Christophe \
        Laurent Éric Thierry Frédéric Nicolas Stéphane Sébastien Marie Monique Françoise \
        Isabelle Catherine Sylvie Anne Nathalie Céline Valérie Hélène Chantal Émilie Aurélie \
        Benoît Rémi Loïc Maël
        """,
      starts: """
        Beau Ber Bla Bon Bou Bré Cha Char Clé Cor Cou Da De Del Du Fau Fer Fon Gar Gau Gi Gra \
        Gué Hu Jou La Lan Le Lef Lemai Mar Mer Mon Mou Nor Pel Per Pi Poi Pré Re Ri Rous Sau Ser \
        Tho Tri Va Ver Vil
        """,
      middles: "re ne ti ri lan che ber dou man ti go ge",
      ends: """
        ard aud eau et ier ot in nier lin rand bert mont tin val chard neau lot vin geois teau \
        rel fèvre quet don court
        """, places: "ville court bourg mont gny sur-Seine sur-Loire villiers",
      trades: """
        Industries Énergie Assurances Distribution Transports Conseil Éditions Services
        """, forms: "SA SAS SARL", particles: "de du", titles: "M Mme"),
    Culture(
      weight: 11, system: .latin,
      given: """
        José Antonio Manuel Francisco Juan Javier Carlos Jesús Luis Miguel Rafael Pedro Ángel \
        Sergio Fernando Jorge Alberto Álvaro Ramón Andrés Diego Óscar María Carmen Josefa Isabel \
        Dolores Pilar Teresa Ana Lucía Elena Rosa Cristina Marta Mónica Beatriz Inés João Paulo \
        Rui Gonçalo Thiago
        """,
      starts: """
        Ál Al Ara Bar Be Blan Ca Cal Car Cas Cor Cruz Del Dí Do Es Fer Flo Fu Gar Gon Gue Gui He \
        Ji Lo Ló Mal Mar Mé Men Mon Mora Na Ná Or Or Pa Pe Pé Pi Que Ra Ra Re Ro Rui Sa Sán So \
        Sua To Va Ve Vi Za
        """,
      middles: "na ri te ra lle di ta le mi ci ña va",
      ends: """
        rez ez dez guez lez dero lla llo rra res ra les na ño tes cía ro mos do da nte go co nas \
        mero jas
        """, places: "dad lejos mar blanca grande del-Río viejo nueva",
      trades: """
        Inversiones Construcciones Alimentos Servicios Comercial Petróleos Seguros Transportes
        """, forms: "SA SL Ltda", particles: "de la del", titles: "Sr Sra Don"),
    Culture(
      weight: 5, system: .latin,
      given: """
        Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo \
        Franco Domenico Bruno Paolo Michele Giorgio Aldo Sergio Luciano Maria Anna Rosa Angela \
        Lucia Teresa Caterina Francesca Giulia Chiara Niccolò Beatrice Alessandro Matteo
        """,
      starts: """
        Al Bal Bar Bel Ben Ber Bian Bon Bru Cal Cam Cas Ca Co Con De Di Do Es Fa Fer Fio Fon Gal \
        Gen Gi Gra Gua La Lom Lu Ma Man Mar Maz Mon Mo Or Pa Pel Pe Pi Ri Ro Ros Sal San Sil Ta \
        Ve Vi Za
        """,
      middles: "ni ra ti le ri lla na ste sso bo ga",
      ends: """
        ini etti ello one ari ese ucci ante oni elli ato ardi ano isi esi era otti aldi aro
        """,
      places: "ano eto ona aggio ello mare",
      trades: "Industrie Costruzioni Alimentari Trasporti Moda",
      forms: "SpA Srl", particles: "di", titles: "Sig Dott"),
    Culture(
      weight: 8, system: .latin,
      given: """
        Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan \
        Halil Süleyman Abdullah Mahmut Recep Salih Fatma Ayşe Emine Hatice Zeynep Elif Meryem \
        Şerife Zehra Sultan Hanife Merve Özlem Gülşen Çiğdem Işıl Uğur Çağrı İlker Oğuz Tuğba \
        Sümeyye Doğan Ümit
        """,
      starts: """
        Ak Al Altın Arı As Ay Bal Bay Boz Bulut Can Çağ Çe Çı Dağ De Demir Doğ Dur El Er Gök Gül \
        Gün Güne Has Işı İn Ka Kara Kay Kılı Koç Kor Ku Öz Ön Pek Sa Sarı Say Sez So Şa Şen Tan \
        Taş Te Top Tur Uç Uy Ü Ya Yal Yıl Yıldı Yük Zor
        """,
      middles: "de ra ka lı ta ba ğı ce se tü kı",
      ends: """
        oğlu kaya türk demir çelik soy er taş han tepe can gül dağ ışık gün kurt bulut an maz lı \
        cı ak su bay doğan
        """, places: "köy hisar pınar ova kale tepe şehir",
      trades: """
        İnşaat Gıda Enerji Tekstil Sanayi Ticaret Turizm Nakliyat Madencilik
        """, forms: "AŞ Ltd", particles: "", titles: "Sayın Dr Prof"),
    Culture(
      weight: 6, system: .latin,
      given: """
        Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz \
        Jerzy Tadeusz Adam Łukasz Zbigniew Anna Maria Katarzyna Małgorzata Agnieszka Krystyna \
        Barbara Ewa Elżbieta Zofia Teresa Magdalena Joanna Jiří Václav Tomáš Zdeněk Ondřej Lukáš \
        Božena Šárka
        """,
      starts: """
        Bar Bie Bo Bu Chmie Cie Cza Dą Do Dra Dzie Fi Gaj Gło Gó Gra Ja Jabło Ja Jó Ka Kacz Ko \
        Kowal Kra Kró Ku La Le Ma Maj Mi Mro No Nowa Ol Pa Pie Po Ra Ro Sa Sie Sta Szcze Szy Śli \
        To Urba Wa Wiś Woj Wró Za Zie Żu
        """,
      middles: "le wa cho mi do wi sze ra cze ni",
      ends: """
        ski wski cki ński czyk ak ek ik owicz ewicz wicz ka ński rek czak ala iel uk ań
        """, places: "ów owo ice yn sk no",
      trades: "Budowa Handel Transport Energia Spożywcze Usługi",
      forms: "SA Spółka", particles: "", titles: "Pan Pani Dr"),
    Culture(
      weight: 4, system: .latin, familyFirst: true,
      given: """
        László István József János Zoltán Sándor Ferenc Gábor Attila Péter Tamás Zsolt Tibor \
        András Csaba Imre György Mária Erzsébet Katalin Ilona Éva Anna Zsuzsanna Margit Judit \
        Ágnes Júlia
        """,
      starts: """
        Ba Bar Bo Bu Csi Cse De Ér Far Fe Fo Ge Gu Ha Hor Ju Ka Ke Kis Ko Ló Lu Ma Mé Mol Nagy \
        Né Or Pa Pé Ra Sár Si Sza Szé Sző To Tó Va Var Ve Vi Za
        """,
      middles: "ra la ké sá ló ta re",
      ends: "i si ti os ás fi nyi hegyi falvi kó dai gh árdi ányi ók",
      places: "vár hely falva háza vásárhely", trades: "Ipari Kereskedelmi Építő Élelmiszer",
      forms: "Kft Zrt", particles: "", titles: "Dr"),
    Culture(
      weight: 5, system: .latin,
      given: """
        Nguyễn-Anh Văn-Hùng Minh-Đức Thị-Hoa Quốc-Bảo Thanh-Tùng Hồng-Nhung Jan Pieter Willem \
        Kees Maarten Sven Lars Björn Erik Olof Søren Åse Ingrid Mikko Jukka Päivi Ion Mihai \
        Ștefan Ioana
        """,
      starts: """
        An Berg Bos Dahl Dek Eg Ek Gus Haa Hall Hei Holm Jo Kar Ki Kor Kui Lar Lind Lund Mul Ny \
        Ol Pop Råd Sjö Smit Sta Sten Strö Trần Vân Ver Vis Vos Wes Zan Öst Ion Mun
        """,
      middles: "ber der ma nen li sten",
      ends: """
        sen sson gren ström berg qvist stra ma inga huis veld nen lainen escu eanu aru man lund \
        vik
        """, places: "stad borg vik dam veen foss", trades: "Shipping Handel Energi Bygg Maritime",
      forms: "BV NV AB ASA Oy", particles: "van der", titles: "Dr"),
  ]
}
