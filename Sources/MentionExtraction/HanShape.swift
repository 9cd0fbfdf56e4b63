// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Characters that tell names from other text in Chinese and Japanese.
enum HanShape {
  /// Dots between the parts of a transliterated name.
  static func isDot(_ value: UInt32) -> Bool {
    value == 0xB7 || value == 0x30FB || value == 0x2022 || value == 0x2027 || value == 0xFF65
      || value == 0x30A0 || value == 0xFF1D
  }

  /// Characters that Chinese takes for the sounds of foreign names.
  static let transliterates = set(
    """
    阿埃艾爱末恰伍基京卜汶兹堡敦威什宾安昂奥巴拜班邦保鲍贝本比彼边波伯博布查茨达戴丹道德登邓迪蒂丁顿多杜厄恩尔法凡菲费芬丰冯夫弗福盖冈高戈格葛根古圭哈海汉豪赫亨华惠霍吉加贾杰金津卡凯坎康考柯科克肯库夸奎昆拉莱赖兰朗劳勒雷黎里莉丽利连列林琳留卢鲁路伦罗洛吕马玛迈麦曼梅门蒙米密明莫默姆穆纳娜奈南内尼涅妮纽努诺帕潘庞佩彭皮平珀蒲普奇契齐钱乔切琴钦热荣茹瑞若萨塞赛森桑沙莎珊尚绍舍申圣施史什舒斯丝司苏索塔泰坦汤唐陶特滕提图托瓦万旺威韦维魏温文翁沃乌武西希锡夏香谢辛欣休许雅亚扬杨耶叶伊因英尤于约扎泽曾詹珍芝朱兹佐俄罗蕾蓓娅姬黛露薇
    """)

  /// Characters that do not stand inside a person's name.
  static let never = set("的在和与及是说称对向将于了也就都等到从为以被把并同率今昨明日会年月上下不，。、：；（）《》“”者们这那其又或而则已曾还再")

  /// Endings that belong to a place's name.
  static let placeTails = set("省市县州郡区府都村町道")

  /// One character that reports speech.
  static let reportOne = set("说称")

  /// Two characters that report speech or an act of office.
  static let reportTwo: Set<[UInt32]> = Set(
    [
      "表示", "指出", "强调", "认为", "会见", "出席", "透露", "宣布", "介绍", "主持", "访问", "警告", "呼吁", "承认", "否认",
      "回应",
      "批评", "指责", "抵达", "发表", "重申", "证实", "要求", "当选", "告诉", "写道", "解释", "补充", "坚称", "誓言", "赢得",
      "击败",
    ].map { $0.unicodeScalars.map(\.value) })

  private static func set(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value).filter { $0 > 0x20 })
  }
}
