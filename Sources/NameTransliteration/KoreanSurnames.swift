// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Surnames of one Hangul syllable, as Koreans themselves spell them for English readers, the
/// commonest spelling first.
///
/// A word of three syllables that begins with one is read as a surname and a given name of two.
///
/// Source: the spellings of passports and of the national athletes, ministers and firms of each
/// name in English-language Korean newspapers; order and choice are ours.
enum KoreanSurnames {
  private static let table = """
    김 Kim,Gim 이 Lee,Yi,Rhee 박 Park,Pak 최 Choi,Choe 정 Jung,Jeong,Chung 강 Kang,Gang 조 Cho,Jo
    윤 Yoon,Yun 장 Jang,Chang 임 Lim,Im 한 Han 오 Oh,O 서 Seo,Suh 신 Shin,Sin 권 Kwon 황 Hwang
    안 Ahn,An 송 Song 전 Jeon,Chun 홍 Hong 유 Yoo,Yu 고 Ko,Go 문 Moon,Mun 양 Yang 손 Son,Sohn
    배 Bae 백 Baek,Paik 허 Heo,Hur 남 Nam 심 Shim,Sim 노 Roh,Noh 하 Ha 곽 Kwak 성 Sung,Seong
    차 Cha 주 Joo,Ju 우 Woo,Wu 구 Koo,Ku 민 Min 류 Ryu,Yoo 나 Na,Ra 진 Jin 지 Ji,Chi 엄 Eom,Um
    변 Byun,Byeon 채 Chae 원 Won 천 Cheon,Chun 방 Bang 공 Kong,Gong 현 Hyun,Hyeon 함 Ham 여 Yeo
    추 Choo,Chu 도 Do 소 So 석 Seok,Suk 선 Sun,Seon 설 Seol 마 Ma 길 Gil,Kil 연 Yeon 위 Wi
    표 Pyo 명 Myung,Myeong 기 Ki,Gi 반 Ban 라 Ra 왕 Wang 금 Keum,Geum 옥 Ok 육 Yook 인 In 맹 Maeng
    """

  private static let spellings: [Unicode.Scalar: [String]] = {
    var found: [Unicode.Scalar: [String]] = [:]
    let words = table.split { $0 == " " || $0 == "\n" }
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      guard let syllable = words[place].unicodeScalars.first else { continue }
      found[syllable] = words[place + 1].split(separator: ",").map(String.init)
    }
    return found
  }()

  /// Spellings of the surname that a full name begins with; nil when the word is no full name.
  static func surname(of word: String) -> [String]? {
    let syllables = word.unicodeScalars
    guard syllables.count == 3, let first = syllables.first else { return nil }
    return spellings[first]
  }
}
