// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Letter for letter renderings of Latin words, rough as in a hurried newsroom.
enum Alphabets {
  /// Latin letters without their marks.
  private static let plain = table(
    """
    áa àa âa äa ãa åa ăa ąa ấa ầa éa çc ćc čc đd ďd ée èe êe ëe ěe ęe ếe ệe ğg íi ìi îi ïi ıi İI łl \
    ľl ñn ńn ňn óo òo ôo öo õo øo őo ồo ốo řr śs şs šs șs ßs ťt țt úu ùu ûu üu ůu űu ứu ùu ýy źz żz žz \
    Áa ÁA ÀA ÂA ÄA ÅA ÇC ČC ĐD ÉE ÈE ÍI ÎI ŁL ÑN ÓO ÖO ØO ŘR ŚS ŞS ŠS ȘS ÚU ÜU ÝY ŹZ ŻZ ŽZ ẢA ịi ụu ọo ạa ậa
    """)

  private static let cyrillic = table(
    "aа bб cк dд eе fф gг hх iи jж kк lл mм nн oо pп qк rр sс tт uу vв wв xк yи zз")
  private static let greek = table(
    "aα bμ cκ dδ eε fφ gγ hχ iι jτ kκ lλ mμ nν oο pπ qκ rρ sσ tτ uυ vβ wβ xξ yι zζ")
  private static let hebrew = table(
    "aא bב cק dד eא fפ gג hה iי jי kק lל mמ nנ oו pפ qק rר sס tט uו vו wו xק yי zז")
  private static let arabic = table(
    "aا bب cك dد eي fف gغ hه iي jج kك lل mم nن oو pب qق rر sس tت uو vف wو xك yي zز")
  private static let katakana = table(
    "aア bブ cク dド eエ fフ gグ hハ iイ jジ kク lル mム nン oオ pプ qク rル sス tト uウ vブ wウ xス yイ zズ")

  /// Alphabets that a foreign name may be written in.
  static let foreign = [cyrillic, greek, hebrew, arabic, katakana]

  private static func table(_ text: String) -> [Character: Character] {
    var table: [Character: Character] = [:]
    for pair in text.split(separator: " ") {
      guard let from = pair.first, let to = pair.last else { continue }
      table[from] = to
    }
    return table
  }

  /// A word without marks.
  static func plain(_ word: String) -> String {
    word.utf8.allSatisfy { $0 < 0x80 } ? word : String(word.map { plain[$0] ?? $0 })
  }

  /// A Latin word in another alphabet; letters that it lacks are left out.
  static func rendered(_ word: String, in table: [Character: Character]) -> String {
    String(plain(word).lowercased().compactMap { $0 == " " ? " " : table[$0] })
  }
}
