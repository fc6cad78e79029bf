// What a programme's name ends with; a bracket may stand behind it: …事業（第２期）.
const NAME_END =
  /(?:事業|プログラム|プロジェクト|支援|促進|推進|確保|育成|対策|講座|セミナー|相談会?|訓練|研修|制度|サポート)(?:[（(][^（）()]*[）)])?$/u

/** True for text that ends like a programme's name. */
export const endsLikeName = (text: string): boolean => NAME_END.test(text)
