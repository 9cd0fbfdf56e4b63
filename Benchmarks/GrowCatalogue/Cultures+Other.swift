// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// As in Cultures+Latin.swift: written for this generator, the combinations are inventions.

extension Culture {
  /// Cultures of other scripts, each part with its Latin spellings.
  static let other: [Culture] = [
    Culture(
      weight: 10, system: .cyrillic,
      given: """
        Александр=Aleksandr/Alexander Сергей=Sergey/Sergei Владимир=Vladimir \
        Андрей=Andrey/Andrei Алексей=Aleksey/Alexei Дмитрий=Dmitry/Dmitri/Dmitriy \
        Николай=Nikolay/Nikolai Михаил=Mikhail Евгений=Yevgeny/Evgeny/Evgenii \
        Юрий=Yuri/Yury/Iurii Виктор=Viktor/Victor Игорь=Igor Анатолий=Anatoly/Anatoliy Олег=Oleg \
        Валерий=Valery/Valeriy Павел=Pavel Анна=Anna Мария=Maria/Mariya Елена=Elena/Yelena \
        Ольга=Olga Наталья=Natalya/Natalia Татьяна=Tatyana/Tatiana Ирина=Irina Светлана=Svetlana \
        Людмила=Lyudmila/Ludmila Екатерина=Ekaterina/Yekaterina Ксения=Ksenia/Kseniya \
        Артём=Artyom/Artem Фёдор=Fyodor/Fedor
        """,
      starts: """
        Ба=Ba Бе=Be Бо=Bo Бы=By Ва=Va Ви=Vi Во=Vo Га=Ga Го=Go Гри=Gri Да=Da Де=De До=Do Е=E/Ye \
        Жу=Zhu За=Za Зи=Zi И=I Ка=Ka Ки=Ki Ко=Ko Кра=Kra Ку=Ku Ла=La Ле=Le Ло=Lo Ма=Ma Ме=Me \
        Ми=Mi Мо=Mo Ни=Ni Но=No О=O Па=Pa Пе=Pe По=Po Пу=Pu Ро=Ro Са=Sa Се=Se Си=Si Со=So \
        Сте=Ste Су=Su Та=Ta Ти=Ti То=To Фе=Fe Фи=Fi Ха=Kha/Ha Хо=Kho Че=Che Ша=Sha Щу=Shchu \
        Я=Ya/Ia
        """,
      middles: """
        ба=ba ва=va го=go да=da до=do жа=zha ко=ko ла=la ле=le ли=li ло=lo ма=ma ми=mi на=na \
        ни=ni ра=ra ро=ro са=sa си=si та=ta ти=ti ху=khu че=che ша=sha
        """,
      ends: """
        ров=rov/roff лёв=lyov/lev нов=nov ков=kov/koff шин=shin кин=kin нин=nin лин=lin \
        тьев=tyev/tiev мов=mov цев=tsev/cev ский=sky/skiy/skii нский=nsky/nskiy енко=enko \
        чук=chuk ович=ovich дзе=dze щев=shchev/schev ян=yan/ian ец=ets/etz
        """,
      places: "град=grad ово=ovo ино=ino ск=sk горск=gorsk поль=pol",
      trades: """
        Энерго=Energo Строй=Stroy Нефть=Neft Банк=Bank Транс=Trans Агро=Agro Металл=Metall \
        Торг=Torg
        """, forms: "ООО=OOO АО=AO ПАО=PAO", particles: "", titles: "г-н=Mr"),
    Culture(
      weight: 4, system: .greek,
      given: """
        Γιώργος=Giorgos/Yorgos Δημήτρης=Dimitris Κώστας=Kostas Ιωάννης=Ioannis Νίκος=Nikos \
        Παναγιώτης=Panagiotis Βασίλης=Vasilis Χρήστος=Christos/Hristos Αθανάσιος=Athanasios \
        Μαρία=Maria Ελένη=Eleni Αικατερίνη=Aikaterini/Ekaterini Βασιλική=Vasiliki Σοφία=Sofia \
        Αγγελική=Angeliki/Aggeliki Ευάγγελος=Evangelos
        """,
      starts: """
        Αλ=Al Αν=An Βα=Va Γε=Ge Γι=Gi Δη=Di Ελ=El Ζα=Za Θε=The Κα=Ka Κο=Ko Κυ=Ky/Ki Λα=La Μα=Ma \
        Μη=Mi Νι=Ni Ξα=Xa Οι=Oi/I Πα=Pa Πε=Pe Ρα=Ra Σα=Sa Στα=Sta Τζα=Tza/Dza Τσι=Tsi Φω=Fo/Pho \
        Χα=Cha/Ha Ψα=Psa
        """,
      middles: "λα=la ρι=ri νο=no τα=ta μα=ma κο=ko σι=si γι=gi δα=da βρα=vra",
      ends: """
        πουλος=poulos/pulos ίδης=idis/ides άκης=akis/akes όπουλος=opoulos ας=as ής=is έας=eas \
        ιάδης=iadis άτος=atos ούσης=ousis έλλης=ellis
        """, places: "πολη=poli χωρι=chori νησι=nisi",
      trades: "Ενεργειακή=Energeiaki Ναυτιλιακή=Naftiliaki",
      forms: "ΑΕ=AE ΕΠΕ=EPE", particles: "", titles: "κ=Mr"),
    Culture(
      weight: 9, system: .arabic,
      given: """
        محمد=Muhammad/Mohamed/Mohammed أحمد=Ahmad/Ahmed علي=Ali حسن=Hassan/Hasan \
        حسين=Hussein/Husayn عمر=Omar/Umar خالد=Khaled/Khalid يوسف=Yusuf/Youssef إبراهيم=Ibrahim \
        محمود=Mahmoud/Mahmud مصطفى=Mustafa/Mostafa سعيد=Said/Saeed جمال=Jamal/Gamal \
        طارق=Tariq/Tarek فاطمة=Fatima/Fatma مريم=Maryam/Mariam عائشة=Aisha/Aicha \
        زينب=Zaynab/Zeinab نور=Nour/Noor ليلى=Layla/Leila سلمان=Salman ناصر=Nasser/Nasir \
        كريم=Karim/Kareem رشيد=Rashid/Rachid
        """,
      starts: """
        با=Ba بو=Bou/Bu تا=Ta جا=Ja/Dja جو=Jou حا=Ha حر=Har خا=Kha خل=Khal دا=Da را=Ra رو=Rou \
        زا=Za سا=Sa سل=Sal شا=Sha/Cha شر=Shar صا=Sa طا=Ta عا=A عب=Ab غا=Gha فا=Fa فر=Far \
        قا=Qa/Ka كا=Ka لا=La ما=Ma من=Man مر=Mar نا=Na نج=Naj هـ=H وا=Wa/Oua يا=Ya
        """,
      middles: """
        با=ba دو=dou/du را=ra ري=ri سا=sa لا=la ما=ma مو=mou نا=na ها=ha وي=wi
        """,
      ends: """
        ني=ni ري=ri/ry دي=di وي=wi/oui لي=li مي=mi شي=shi/chi بي=bi طي=ti سي=si كي=ki عي=i \
        قي=qi/ki يد=id/eed ان=an ون=oun ار=ar اس=as
        """, places: "آباد=abad ية=iya ين=in",
      trades: "للتجارة=Trading للطاقة=Energy للنقل=Transport",
      forms: "شركة=Company مجموعة=Group", particles: "ال=al-/el-/Al", titles: "الدكتور=Dr"),
    Culture(
      weight: 4, system: .arabic,
      given: """
        رضا=Reza علی=Ali مهدی=Mehdi/Mahdi حسین=Hossein/Hosein امیر=Amir سعید=Saeed/Said \
        بهرام=Bahram داریوش=Dariush/Daryush فرهاد=Farhad کاوه=Kaveh/Kaveh نسرین=Nasrin \
        شیرین=Shirin پروین=Parvin زهرا=Zahra مریم=Maryam الهام=Elham
        """,
      starts: """
        ابرا=Ebra اح=Ah اکب=Akb با=Ba به=Beh پو=Pou/Pu تو=Tav/To جع=Ja حا=Ha خا=Kha دا=Da رح=Rah \
        رض=Rez زن=Zan سل=Sol شا=Sha صا=Sa عل=Al فر=Far قا=Gha/Qa کا=Ka گل=Gol لا=La مح=Moh \
        مو=Mou/Mo نو=Nou/No یز=Yaz
        """,
      middles: "را=ra می=mi با=ba دا=da سا=sa وا=va نی=ni",
      ends: """
        زاده=zadeh/zade پور=pour/pur ی=i یان=ian/yan نژاد=nejad/nezhad فر=far نیا=nia وند=vand \
        دی=di
        """,
      places: "آباد=abad شهر=shahr ستان=stan", trades: "صنعت=Sanat تجارت=Tejarat",
      forms: "شرکت=Company",
      particles: "", titles: "دکتر=Dr"),
    Culture(
      weight: 6, system: .hebrew,
      given: """
        דוד=David משה=Moshe יוסף=Yosef/Joseph אברהם=Avraham/Abraham יעקב=Yaakov/Jacob \
        יצחק=Yitzhak/Itzhak שלמה=Shlomo/Solomon דניאל=Daniel מיכאל=Michael אורי=Uri/Ori \
        נועם=Noam איתי=Itai/Itay שרה=Sarah/Sara רחל=Rachel/Rahel מרים=Miriam אסתר=Esther/Ester \
        נועה=Noa/Noah תמר=Tamar יעל=Yael
        """,
      starts: """
        אב=Av/Ab אל=El בן=Ben בר=Bar גו=Go גל=Gal דה=Da הר=Har וי=Vi/Wei זל=Zal חי=Hai/Chai \
        טו=To יר=Yar כה=Ca/Ka לב=Lev/Leb לו=Lo מו=Mo מר=Mar נח=Nah סג=Seg עמ=Am פר=Fer/Per \
        צו=Tzu קפ=Kap/Kap רו=Ro שפ=Shap/Spi שו=Shu
        """,
      middles: "לי=li נ=n רו=ro מ=m בי=bi ט=t",
      ends: """
        מן=man ברג=berg שטיין=stein סון=son וביץ=ovich/owitz סקי=sky/ski לר=ler יה=ia/ya ני=ni \
        אלי=eli רי=ri זון=zon הן=hen בלום=blum/bloom
        """, places: "יה=ia ים=im ון=on", trades: "תעשיות=Industries אחזקות=Holdings",
      forms: "בע״מ=Ltd", particles: "", titles: "דר=Dr"),
    Culture(
      weight: 4, system: .indic,
      given: """
        राम=Ram राजेश=Rajesh सुनील=Sunil अनिल=Anil विजय=Vijay/Bijay संजय=Sanjay अमित=Amit \
        मनोज=Manoj सुरेश=Suresh रमेश=Ramesh दीपक=Deepak/Dipak सुनीता=Sunita अनीता=Anita \
        गीता=Geeta/Gita सीता=Sita पूजा=Pooja/Puja नेहा=Neha प्रिया=Priya कविता=Kavita/Kavitha
        """,
      starts: """
        अग=Ag आ=Aa/A बा=Ba भा=Bha चा=Cha चौ=Chau/Chow दा=Da दे=De ध=Dha गा=Ga घो=Gho गु=Gu जा=Ja \
        जो=Jo का=Ka खा=Kha कु=Ku ला=La मा=Ma मि=Mi मु=Mu ना=Na ने=Ne पा=Pa रा=Ra शा=Sha सि=Si \
        सो=So ठा=Tha ति=Ti व=Va/Wa या=Ya
        """,
      middles: "रा=ra ली=li मा=ma ना=na ता=ta द=da भ=bha",
      ends: """
        वाल=wal/val शर्मा=sharma र्मा=rma कर=kar ती=ti री=ri/ry या=ya त=t न=n सिंह=singh/sinh \
        पाल=pal देव=dev नी=ni
        """,
      places: "पुर=pur/pore गढ़=garh नगर=nagar", trades: "उद्योग=Udyog व्यापार=Vyapar",
      forms: "लिमिटेड=Limited",
      particles: "", titles: "श्री=Shri/Sri"),
    Culture(
      weight: 3, system: .georgian,
      given: """
        გიორგი=Giorgi დავით=Davit/David ლევან=Levan ნიკოლოზ=Nikoloz ალექსანდრე=Aleksandre \
        ზურაბ=Zurab ირაკლი=Irakli თამარ=Tamar ნინო=Nino მარიამ=Mariam ქეთევან=Ketevan ანა=Ana
        """,
      starts: """
        აბ=Ab ბა=Ba ბე=Be გა=Ga გე=Ge გო=Go და=Da დო=Do ვა=Va ზა=Za თო=To კა=Ka კვი=Kvi ლო=Lo \
        მა=Ma მე=Me ნა=Na ო=O რა=Ra სა=Sa ტა=Ta უ=U ფა=Pa ქა=Ka ღა=Gha შა=Sha ჩხე=Chkhe წე=Tse \
        ჭა=Cha ხა=Kha ჯა=Ja
        """,
      middles: "რა=ra ლი=li ნა=na მი=mi ვა=va ბუ=bu კე=ke",
      ends: "შვილი=shvili ძე=dze ია=ia ავა=ava უა=ua იანი=iani ური=uri ელი=eli",
      places: "ისი=isi ეთი=eti", trades: "ჯგუფი=Group ენერგო=Energo", forms: "შპს=LLC",
      particles: "",
      titles: "ბატონი=Mr"),
    Culture(
      weight: 3, system: .armenian,
      given: """
        Արամ=Aram Կարեն=Karen Տիգրան=Tigran Հայկ=Hayk/Haik Վահան=Vahan Գևորգ=Gevorg/Kevork \
        Արմեն=Armen Անի=Ani Մարիամ=Mariam Նարե=Nare Լիլիթ=Lilit Գայանե=Gayane
        """,
      starts: """
        Աբ=Ab Ավ=Av Բա=Ba Գա=Ga Գրի=Gri Դա=Da Զա=Za Թո=To Կա=Ka Հա=Ha Հով=Hov Ղա=Gha Մա=Ma Մն=Mn \
        Նա=Na Պե=Pe Սա=Sa Վա=Va Տե=Te Փա=Pa Օ=O
        """,
      middles: "րա=ra սի=si կո=ko նա=na մա=ma ղա=gha րտ=rt",
      ends: "յան=yan/ian նյան=nyan/nian ունի=uni ենց=ents",
      places: "վան=van կերտ=kert ավան=avan", trades: "Բանկ=Bank Շին=Shin", forms: "ՍՊԸ=LLC",
      particles: "",
      titles: "պարոն=Mr"),
    Culture(
      weight: 3, system: .thai,
      given: """
        สมชาย=Somchai ประเสริฐ=Prasert วิชัย=Wichai/Vichai สมศักดิ์=Somsak สุดา=Suda \
        มาลี=Malee/Mali อนุชา=Anucha กมล=Kamon/Kamol นภา=Napha/Napa ธนา=Thana/Tana \
        ปรีชา=Preecha/Pricha ชัย=Chai
        """,
      starts: """
        กา=Ka ขจร=Khajon คำ=Kham จัน=Chan ชัย=Chai ดวง=Duang ทอง=Thong/Tong ธร=Thorn นา=Na \
        บุญ=Bun/Boon ปาน=Pan พร=Phon/Porn มณี=Mani รัตน=Rattana วงศ์=Wong ศรี=Si/Sri สุข=Suk \
        อิน=In เจริญ=Charoen แก้ว=Kaeo/Kaew
        """,
      middles: "วัฒน=watthana กิจ=kit พัฒน=phat ภา=pha นนท์=non",
      ends: """
        สกุล=sakun/sakul วงศ์=wong พงษ์=phong/pong ชัย=chai รัตน์=rat สุข=suk ศรี=si/sri \
        กุล=kun/kul ทอง=thong/tong ดี=di/dee
        """, places: "บุรี=buri นคร=nakhon ธานี=thani", trades: "การค้า=Trading พลังงาน=Energy",
      forms: "จำกัด=Limited",
      particles: "", titles: "นาย=Mr"),
    Culture(
      weight: 8, system: .han, familyFirst: true,
      given: """
        伟=wei 芳=fang 娜=na 秀英=xiuying 敏=min 静=jing 丽=li 强=qiang 磊=lei 军=jun 洋=yang 勇=yong 艳=yan \
        杰=jie 娟=juan 涛=tao 明=ming 超=chao 秀兰=xiulan 霞=xia 平=ping 刚=gang 桂英=guiying 建国=jianguo \
        志强=zhiqiang 文=wen 华=hua 玉兰=yulan 海燕=haiyan 晓东=xiaodong 子轩=zixuan 浩然=haoran 雨桐=yutong
        """,
      starts: """
        王=Wang 李=Li 张=Zhang/Chang 刘=Liu 陈=Chen/Chan 杨=Yang 赵=Zhao/Chao 黄=Huang/Wong 周=Zhou/Chou \
        吴=Wu 徐=Xu/Hsu 孙=Sun 胡=Hu 朱=Zhu/Chu 高=Gao/Kao 林=Lin/Lam 何=He/Ho 郭=Guo/Kuo 马=Ma 罗=Luo/Lo \
        梁=Liang 宋=Song 郑=Zheng/Cheng 谢=Xie/Hsieh 韩=Han 唐=Tang 冯=Feng 于=Yu 董=Dong 萧=Xiao/Hsiao \
        程=Cheng 曹=Cao 袁=Yuan 邓=Deng/Teng 许=Xu 傅=Fu 沈=Shen 曾=Zeng 彭=Peng 吕=Lü/Lu 苏=Su 卢=Lu \
        蒋=Jiang/Chiang 蔡=Cai/Tsai 贾=Jia 丁=Ding 魏=Wei 薛=Xue 叶=Ye/Yeh 阎=Yan 余=Yu 潘=Pan 杜=Du 戴=Dai \
        夏=Xia 欧阳=Ouyang 司马=Sima 诸葛=Zhuge
        """,
      middles: """
        建=jian 志=zhi 文=wen 晓=xiao 国=guo 海=hai 春=chun 玉=yu 明=ming 永=yong 红=hong 金=jin 德=de 庆=qing \
        光=guang 子=zi 思=si 天=tian 学=xue 宗=zong 世=shi 家=jia 立=li 正=zheng 美=mei 秋=qiu 雪=xue 梦=meng \
        佳=jia 宇=yu
        """,
      ends: """
        华=hua 明=ming 军=jun 平=ping 东=dong 波=bo 峰=feng 辉=hui 龙=long 林=lin 生=sheng 成=cheng 祥=xiang \
        云=yun 英=ying 兰=lan 芬=fen 珍=zhen 琴=qin 霖=lin 涵=han 轩=xuan 怡=yi 彤=tong 博=bo 达=da 毅=yi 安=an \
        泽=ze 鑫=xin
        """, places: "州=zhou 城=cheng 山=shan 江=jiang 县=xian",
      trades: "科技=Keji 实业=Shiye 贸易=Maoyi 能源=Nengyuan",
      forms: "有限公司=Co 集团=Group", particles: "", titles: "先生=Mr"),
    Culture(
      weight: 6, system: .japanese, familyFirst: true,
      given: """
        太郎=Taro/Tarou 一郎=Ichiro 健=Ken/Takeshi 誠=Makoto 隆=Takashi 浩=Hiroshi 明=Akira 和子=Kazuko \
        恵子=Keiko 幸子=Sachiko 洋子=Yoko/Youko 陽子=Yoko 美咲=Misaki 翔太=Shota/Shouta 大輔=Daisuke 直樹=Naoki \
        裕子=Yuko/Yuuko 真由美=Mayumi 拓也=Takuya 健太=Kenta さくら=Sakura ひかり=Hikari 蓮=Ren 結衣=Yui
        """,
      starts: """
        山=Yama 田=Ta 中=Naka 小=Ko/O 大=O/Oh 高=Taka 松=Matsu 石=Ishi 木=Ki 川=Kawa 井=I 上=Ue 佐=Sa 鈴=Suzu \
        渡=Wata 伊=I 加=Ka 吉=Yoshi 藤=Fuji 岡=Oka 長=Naga 村=Mura 近=Kon 青=Ao 西=Nishi 東=Higashi 北=Kita \
        南=Minami 森=Mori 池=Ike 橋=Hashi 清=Kiyo 竹=Take 浜=Hama 平=Hira 前=Mae 黒=Kuro 白=Shira 安=Yasu \
        福=Fuku
        """,
      middles: "野=no 谷=ya 々=ma 久=ku 原=hara",
      ends: """
        田=da/ta 本=moto 川=gawa/kawa 山=yama 野=no 村=mura 井=i 藤=to/tou 木=ki/gi 原=hara/wara \
        島=shima/jima 崎=saki/zaki 口=guchi 沢=sawa/zawa 子=ko 部=be 林=bayashi 森=mori 谷=ya/tani 内=uchi \
        下=shita
        """, places: "市=shi 町=machi 村=mura 崎=saki", trades: "工業=Kogyo 商事=Shoji 電機=Denki 製薬=Seiyaku",
      forms: "株式会社=KK", particles: "", titles: "氏=Mr"),
    Culture(
      weight: 7, system: .hangul, familyFirst: true,
      given: """
        민준=Min-jun/Minjun 서연=Seo-yeon/Soyeon 지훈=Ji-hoon/Jihun 영수=Young-soo/Yeongsu \
        영희=Young-hee/Yeonghui 정은=Jong-un/Jeongeun 수진=Su-jin/Soojin 현우=Hyun-woo/Hyeonu \
        은지=Eun-ji/Eunji 동현=Dong-hyun/Donghyeon
        """,
      starts: """
        김=Kim/Gim 이=Lee/Yi/Ri 박=Park/Pak/Bak 최=Choi/Choe 정=Jung/Jeong/Chung 강=Kang/Gang 조=Cho/Jo \
        윤=Yoon/Yun 장=Jang/Chang 임=Lim/Im 한=Han 오=Oh/O 서=Seo/Suh 신=Shin/Sin 권=Kwon/Gwon 황=Hwang \
        안=Ahn/An 송=Song 전=Jeon/Chun 홍=Hong 유=Yoo/Yu 고=Ko/Go 문=Moon/Mun 양=Yang 손=Son/Sohn \
        배=Bae/Pae 백=Baek/Paek 허=Heo/Hur 남=Nam 심=Shim/Sim 노=Noh/Roh 하=Ha
        """,
      middles: """
        민=Min 서=Seo 지=Ji 영=Young/Yeong 정=Jung/Jeong 수=Soo/Su 현=Hyun/Hyeon 은=Eun 동=Dong \
        성=Sung/Seong 재=Jae 승=Seung 경=Kyung/Gyeong 미=Mi 상=Sang 태=Tae 준=Jun 종=Jong 혜=Hye 인=In \
        광=Kwang/Gwang 병=Byung/Byeong 창=Chang 철=Chul/Cheol
        """,
      ends: """
        준=jun 연=yeon 훈=hoon/hun 수=soo/su 희=hee/hui 은=eun 진=jin 우=woo/u 지=ji 현=hyun/hyeon 호=ho \
        영=young/yeong 민=min 석=seok/suk 식=sik 숙=sook/suk 자=ja 원=won 환=hwan 규=kyu/gyu 기=ki/gi \
        철=chul/cheol 일=il 선=sun/seon 아=a 윤=yoon/yun 빈=bin 주=joo/ju
        """, places: "시=si 군=gun 동=dong 산=san", trades: "전자=Electronics 건설=Construction 물산=Trading",
      forms: "주식회사=Co", particles: "", titles: "씨=Mr"),
  ]
}
