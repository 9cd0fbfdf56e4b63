// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How the readers of each language spell the sounds of foreign names: the rules, as text.
///
/// A section names the script that its rules are for, `any` for all. A rule is a run of letters of
/// an English romanization with the places where it holds, then for each language the spellings,
/// likeliest first. `^` and `$` stand for the ends of the word, `V` and `C` for a vowel and a
/// consonant beside the run, `F` for e or i; `@` is Cyrillic ё. Where several rules fit, the first
/// section's is taken, then the longest run, then the most closely placed. Letters without a rule
/// stay.
///
/// Sources, read and then written down in our own words: the transcription tables of the Duden and
/// of German, French, Polish, Czech, Hungarian, Dutch, Swedish, Finnish and Turkish news agencies'
/// and academies' style guides as their encyclopedias apply them to names such as Chruschtschow,
/// Khrouchtchev, Chruszczow, Chruščov, Hruscsov, Chroesjtsjov, Chrusjtjov, Hruštšov, Kruşçev.
enum ReaderSpellings {
  static let table = """
    [Cyrl]
    skiy$ en:sky,skiy,ski de:ski,skij fr:ski,sky es:ski,sky it:skij,sky pt:ski,sky nl:ski,sky pl:ski cs:skij,ský hu:szkij ro:ski tr:ski,skiy sv:skij,ski no:skij,ski fi:ski hr:ski,skij sq:ski
    skyi$ en:sky,skyy,skyi de:skyj fr:sky,skyï es:ski,sky it:skyj,sky pt:sky nl:sky pl:ski cs:skyj,ský hu:szkij ro:ski tr:ski,skiy sv:skyj no:skyj fi:skyi hr:ski,skyj sq:ski
    iya$ en:ia,iya de:ija,ia fr:ia,iya es:ia,iya it:ija,ia pt:ia nl:ia pl:ia,ija cs:ija hu:ija ro:ia tr:iya sv:ija no:ija fi:ija hr:ija sq:ia
    iia$ en:ia,iya,iia de:ija,ia fr:ia es:ia,iya it:ija,ia pt:ia nl:ia pl:ia,ija cs:ija hu:ija ro:ia tr:iya sv:ija no:ija fi:ija hr:ija sq:ia
    iy$ en:y,iy,i de:i,ij fr:i,ï es:i,y it:ij,i pt:i nl:i,ij pl:ij,i cs:ij hu:ij ro:i tr:i,iy sv:ij,i no:ij,i fi:i,ij hr:ij,i sq:i
    yi$ en:y,yi de:yj fr:y es:i,y it:yj pt:y nl:y pl:yj cs:yj hu:ij ro:i tr:i,ıy sv:yj no:yj fi:yi hr:ij sq:i
    Vy$ en:i,y de:j,i fr:ï,i es:i,y it:j,i pt:i nl:j,i pl:j cs:j hu:j ro:i tr:y sv:j no:j fi:i,j hr:j sq:j
    VyC en:i,y de:i,j fr:ï,i es:i,y it:j,i pt:i nl:j pl:j cs:j hu:j ro:i tr:y sv:j no:j fi:i,j hr:j sq:j
    ^ye en:ye,e de:je fr:e,ie es:ye,e it:e,je pt:ie,ye nl:je pl:je cs:je hu:je ro:e,ie tr:ye sv:je no:je fi:je hr:je sq:je
    ye en:ye,ie de:je fr:ie es:ie,ye it:e,je pt:ie nl:je pl:je cs:je hu:je ro:ie tr:ye sv:je no:je fi:je hr:je sq:je
    ch@ en:che,chyo de:tscho fr:tche,tchio es:cho it:čo,če pt:tcho nl:tsjo pl:czo cs:čo hu:cso ro:cio tr:çe,ço sv:tjo no:tsjo fi:tšo hr:čo sq:ço
    shch@ en:shche,shchyo de:schtscho fr:chtche es:scho it:ščo,šče pt:shcho nl:sjtsjo pl:szczo cs:ščo hu:scso ro:ștcio tr:şçe,şço sv:sjtjo no:sjtsjo fi:štšo hr:ščo sq:shço
    sh@ en:she,shyo de:scho fr:che,chio es:sho it:šo,še pt:sho nl:sjo pl:szo cs:šo hu:so ro:șo tr:şo sv:sjo no:sjo fi:šo hr:šo sq:sho
    zh@ en:zhe,zhyo de:scho fr:jo es:zho it:žo pt:jo nl:zjo pl:żo cs:žo hu:zso ro:jo tr:jo sv:zjo no:zjo fi:žo hr:žo sq:zho
    @ en:e,yo de:jo fr:e,io es:io,yo it:ë,io pt:io nl:jo pl:io cs:jo hu:jo ro:io tr:yo,e sv:jo no:jo fi:jo hr:jo sq:jo
    shch en:shch,sch de:schtsch fr:chtch es:sch,shch it:šč,sc pt:shch nl:sjtsj pl:szcz cs:šč hu:scs ro:șci tr:şç sv:sjtj no:sjtsj fi:štš hr:šč sq:shç
    dzh en:j,dzh de:dsch fr:dj es:y,dzh it:g,dž pt:dj nl:dzj pl:dż cs:dž hu:dzs ro:gi tr:c sv:dzj no:dzj fi:dž hr:dž sq:xh
    zh en:zh de:sch,sh fr:j es:zh it:zh,ž pt:j,zh nl:zj pl:ż cs:ž hu:zs ro:j tr:j sv:zj no:zj fi:ž hr:ž sq:zh
    ^ch en:ch,tch de:tsch fr:tch es:ch it:č,ci pt:tch nl:tsj pl:cz cs:č hu:cs ro:ce,ci tr:ç sv:tj no:tsj fi:tš hr:č sq:ç
    ts en:ts,tz de:z fr:ts es:ts it:c,ts pt:ts nl:ts pl:c cs:c hu:c ro:ț tr:ts sv:ts no:ts fi:ts hr:c sq:c
    ks en:ks,x de:x,ks fr:x,ks es:ks,x it:ks pt:ks,x
    ^khr tr:hr,kr
    in$ fr:ine,in
    yn$ fr:yne,yn
    ov$ en:ov,off de:ow fr:ov,off pl:ow
    VsV de:ss,s fr:ss,s pt:ss
    ^z de:s
    VzV de:s
    z de:s
    v de:w pl:w
    y en:y de:y es:y,i it:y hu:i ro:î,i tr:ı,i hr:i sq:y,i
    [Grek]
    ch en:ch,h de:ch fr:ch,kh es:j it:ch pl:ch cs:ch hu:h ro:h tr:h sv:ch fi:h hr:h sq:h nl:ch pt:ch no:kh
    ou en:ou de:ou,u fr:ou es:u it:ou,u pt:u nl:ou pl:u cs:u hu:u ro:u tr:u sv:ou fi:u hr:u sq:u no:ou
    ^gk en:g,gk de:g,gk fr:g es:g it:g pt:g nl:g pl:g cs:g hu:g ro:g tr:g sv:g fi:g hr:g sq:g no:g
    ^nt en:d,nt
    ^mp en:b,mp de:b,mp fr:b es:b it:b nl:b,mp pl:b cs:b hu:b ro:b tr:b sv:b fi:b hr:b sq:b no:b pt:b
    f en:f,ph
    [any]
    sh de:sch fr:ch es:sh it:sh,sc pt:ch,sh nl:sj pl:sz cs:š hu:s ro:ș tr:ş sv:sj no:sj fi:š hr:š sq:sh
    zh de:sch,sh fr:j es:zh it:zh,ž pt:j,zh nl:zj pl:ż cs:ž hu:zs ro:j tr:j sv:zj no:zj fi:ž hr:ž sq:zh
    ch de:tsch fr:tch es:ch it:č,ci pt:tch nl:tsj pl:cz cs:č hu:cs ro:ci,c tr:ç sv:tj no:tsj fi:tš hr:č sq:ç
    kh en:kh,h de:ch fr:kh es:j it:kh,ch pt:kh nl:ch pl:ch cs:ch hu:h ro:h tr:h sv:ch no:kh fi:h hr:h sq:h
    gh en:gh,g de:gh,g fr:gh es:gh,g it:gh pt:gh,g nl:gh pl:gh,g cs:gh hu:g ro:gh tr:ğ,g sv:gh no:gh fi:gh hr:g sq:gj,g
    ya en:ya,ia de:ja fr:ia,ya es:ia,ya it:ja,ia pt:ia,ya nl:ja pl:ja cs:ja hu:ja ro:ia tr:ya sv:ja no:ja fi:ja hr:ja sq:ja
    yu en:yu,iu de:ju fr:iou,you es:yu,iu it:ju,iu pt:iu,yu nl:joe pl:ju cs:ju hu:ju ro:iu tr:yu sv:ju no:ju fi:ju hr:ju sq:ju
    yo en:yo de:jo fr:io,yo es:yo,io it:jo,io pt:io nl:jo pl:jo cs:jo hu:jo ro:io tr:yo sv:jo no:jo fi:jo hr:jo sq:jo
    Vy de:i,j fr:y,ï es:y,i it:i,y pt:i nl:i pl:j cs:j hu:j ro:i sv:j,i no:j,i fi:i,j hr:j sq:j
    yV de:j it:y,i nl:j pl:j cs:j hu:j ro:i sv:j no:j fi:j hr:j sq:j
    oo en:oo,u de:u fr:ou es:u it:u pt:u nl:oe pl:u cs:u hu:u ro:u tr:u sv:u no:u fi:u hr:u sq:u
    ou en:ou,u de:u,ou fr:ou es:u it:u pt:u nl:oe pl:u cs:u hu:u ro:u tr:u sv:u no:u fi:u hr:u sq:u
    ee en:ee,i de:i fr:i es:i it:i pt:i nl:ie pl:i cs:i hu:i ro:i tr:i sv:i no:i fi:i hr:i sq:i
    u fr:ou nl:oe
    gF fr:gu es:gu it:gh pt:gu ro:gh
    j de:dsch fr:dj es:y,j it:j,g pt:j,dj nl:dj,j pl:dż cs:dž hu:dzs ro:j,gi tr:c sv:j,dj no:j,dj fi:dž,j hr:dž sq:xh
    w de:w fr:w,ou it:w,u pl:w,u cs:v,w hu:v ro:v tr:v fi:w,v hr:v sq:u
    ts pl:c cs:c hu:c hr:c sq:c ro:ț
    q en:q,k de:q,k fr:q,k es:q,k pl:k cs:k hu:k tr:k fi:k hr:k
    dh tr:d,z de:dh,d
    th tr:t,s de:th,t
    s hu:sz
    """

  /// Languages whose readers share the spellings of another's.
  static let alike = [
    "sk": "cs", "sl": "hr", "bs": "hr", "da": "no", "nb": "no", "nn": "no", "az": "tr",
  ]
}
