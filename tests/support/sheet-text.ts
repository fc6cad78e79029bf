/** One row as a sheet prints it. Every part can be replaced, to make a row that is special in one way. */
export function row({
  number = 1,
  municipality = '港区',
  head = ' 若者支援事業',
  text = ['', '区内の若者を対象に、就職のための相談とセミナーを行い、区内中小企業への就職を支援する。'],
  figures = '労働力確保事業 1,000 10 - - 令和３年４月',
  url = [] as string[],
  contact = ['産業部', '産業課', '03-1234-5678'],
} = {}): string[] {
  return [`${number} ${municipality}${head}`, ...text, '', figures, ...url, ...contact, '']
}

/** A whole sheet around the rows of its first table; its 合計 may be given. */
export function sheet(rows: string[][], total = `${rows.length},000 ${rows.length * 10} 0 0`): string {
  return [
    '（単位：千円、人）',
    '',
    ...rows.flat(),
    `${total}合　　　　　計`,
    '',
    ' 番',
    '東京都地域人材確保総合支援事業（区市町村事業）計画書（令和３年度）',
    '',
  ].join('\n')
}
