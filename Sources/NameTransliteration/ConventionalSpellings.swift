// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextNormalization

/// How English readers are used to spell the commonest names of scripts that leave vowels out,
/// where letters alone cannot tell.
///
/// One row a name, the commonest spelling first; words are compared by their match keys. Readers of
/// other languages get the same spellings by their own rules.
///
/// Source: the spellings under which the bearers of each name stand in encyclopedias and agency
/// reports; the choice is ours.
enum ConventionalSpellings {
  private static let table = """
    محمد Mohammed,Muhammad,Mohamed,Mohammad
    احمد Ahmed,Ahmad
    محمود Mahmoud,Mahmud
    علي Ali
    علی Ali
    حسن Hassan,Hasan
    حسين Hussein,Hossein,Husain
    حسین Hossein,Hussein
    عبد Abd,Abdul,Abdel
    الرحمن al-Rahman,Rahman
    عبدالرحمن Abdulrahman,Abdurrahman,Abderrahmane
    عبدالله Abdullah,Abdallah
    الله Allah,ullah
    بن bin,ben,ibn
    ابن ibn,bin
    بنت bint
    ابو Abu,Abou
    ام Umm,Oum
    سلمان Salman
    خالد Khaled,Khalid
    عمر Omar,Umar
    يوسف Youssef,Yusuf,Yousef
    یوسف Yousef,Yusuf
    ابراهيم Ibrahim,Ebrahim
    ابراهیم Ebrahim,Ibrahim
    مصطفى Mustafa,Mostafa
    مصطفی Mostafa,Mustafa
    سعيد Said,Saeed
    سعود Saud,Saoud
    فيصل Faisal,Faysal
    طارق Tariq,Tarek
    ناصر Nasser,Nasir
    جمال Gamal,Jamal
    كريم Karim,Kareem
    فاطمة Fatima,Fatma
    فاطمه Fatemeh,Fatima
    عائشة Aisha,Ayesha
    خديجة Khadija
    مريم Mariam,Maryam
    زينب Zainab,Zeinab
    نور Nour,Noor
    بشار Bashar
    الاسد al-Assad,Assad
    صدام Saddam
    قاسم Qassem,Qasim
    مهدی Mehdi,Mahdi
    مهدي Mahdi,Mehdi
    رضا Reza,Rida
    اکبر Akbar
    احمدی Ahmadi
    احمدینژاد Ahmadinejad
    خامنهای Khamenei
    نژاد Nejad
    חיים Chaim,Haim
    בנימין Benjamin,Binyamin
    נתניהו Netanyahu
    דוד David
    דויד David
    יוסף Yosef,Joseph
    משה Moshe
    אברהם Avraham,Abraham
    יעקב Yaakov,Jacob
    יצחק Yitzhak,Isaac
    שמעון Shimon,Simon
    שרה Sarah,Sara
    רחל Rachel
    לאה Leah
    מרים Miriam
    אהוד Ehud
    יאיר Yair
    אריאל Ariel
    גולדה Golda
    בן Ben
    כהן Cohen
    לוי Levi,Levy
    ברק Barak
    שרון Sharon
    פרס Peres
    רבין Rabin
    """

  private static let spellings: [[UInt8]: [String]] = {
    var normalizer = TextNormalizer(.key)
    var found: [[UInt8]: [String]] = [:]
    for line in table.split(separator: "\n") {
      let columns = line.split(separator: " ", maxSplits: 1)
      let key = Array(normalizer.normalize(String(columns[0])).utf8)
      found[key] = columns[1].split(separator: ",").map(String.init)
    }
    return found
  }()

  /// Spellings of a word in the `key` profile, likeliest first; none when nothing is agreed on.
  static func of(_ key: [UInt8]) -> [String] { spellings[key] ?? [] }
}
