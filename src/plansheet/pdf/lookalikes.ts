// Of several characters that look the same a font may have one picture, and a PDF then one character for all of them:
// the first by number, which no Japanese text has. In pairs: that one, and the one that Japanese texts have.
const PAIRS = [
  // CJK Radicals Supplement (U+2E80–2EF3), with Unicode's equivalents. Kangxi Radicals (U+2F00–2FD5)
  // and ligatures (U+FB00–FB06) have theirs in NFKC.
  ...'⺁厂⺂乛⺃乚⺅亻⺆冂⺉刂⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭',
  ...'⺫罒⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶',
  ...'⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙',
  ...'⻱龜⻲亀⻳龟',
  // Marks that the character set of Japanese office software does not have, each with the one of that set.
  ...'\u2027・\u2215／\u2329〈\u232A〉\u301C～\u2014―\u02BB‘\u2035｀',
]
const KNOWN = new Map<string, string>()
for (let index = 0; index + 1 < PAIRS.length; index += 2) KNOWN.set(PAIRS[index] ?? '', PAIRS[index + 1] ?? '')

/** A text with the characters that Japanese texts have in place of those that only look like them. */
export const withoutLookalikes = (text: string): string =>
  text.replace(
    /[\u02BB\u2014\u2027\u2035\u2215\u2329\u232A\u301C\u2E80-\u2FDF\uFB00-\uFB06]/g,
    (found) => KNOWN.get(found) ?? found.normalize('NFKC'),
  )
