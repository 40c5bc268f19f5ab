/**
 * Characters in the forms that files and typists hand over. PDF files write the ideographs of a Kangxi or supplementary radical, or a
 * compatibility form, in place of the character itself (增⻓, 平⽅⽶); digits come in full width, stops in half width. They look alike and
 * compare unlike. Each is one code unit and so is what stands for it: places in the text stay as they are. Facts: Unicode's
 * EquivalentUnifiedIdeograph, in the forms that simplified Chinese uses.
 */

// The supplement (U+2E80…) has no decompositions of its own: radical and character, in pairs.
const SUPPLEMENT =
  "⺀冫⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫" +
  "⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶" +
  "⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟";
// A Kangxi radical decomposes into the traditional character; in a text in simplified characters it stands for the simplified one.
const SIMPLIFIED = "長长門门風风馬马車车見见貝贝頁页飛飞魚鱼鳥鸟龍龙齒齿齊齐麥麦黃黄龜龟韋韦鹵卤黽黾";

const pairs = (written: string) => {
  const characters = [...written];
  return new Map(
    characters.flatMap((character, index) =>
      index % 2 === 0 ? [[character, characters[index + 1] ?? ""] as const] : [],
    ),
  );
};
const SUPPLEMENTARY = pairs(SUPPLEMENT);
const SIMPLE = pairs(SIMPLIFIED);
const FORMS = /[\u2e80-\u2fdf\uf900-\ufaff]/g;
const ANY_FORM = /[\u2e80-\u2fdf\uf900-\ufaff]/;

/** The text with the characters themselves in the place of their radicals' forms; as long as before. @example foldRadicals("增⻓") // "增长" */
export function foldRadicals(text: string): string {
  return ANY_FORM.test(text) ? text.replace(FORMS, folded) : text;
}

function folded(form: string): string {
  const known = SUPPLEMENTARY.get(form);
  if (known !== undefined) return known;
  const plain = form.normalize("NFKC");
  if (plain.length !== 1) return form; // beyond the first plane: the place would move
  return form < "\u2fe0" ? (SIMPLE.get(plain) ?? plain) : plain;
}

const WIDE = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９\d])．(?=[０-９\d])/g;
const ANY_WIDE = /[０-９Ａ-Ｚａ-ｚ％]/;
const TO_NARROW = 0xfee0;

/** The text with digits and letters of full width as ASCII, as long as before. @example foldWidths("２００９年") // "2009年" */
export function foldWidths(text: string): string {
  return ANY_WIDE.test(text) ? text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_NARROW)) : text;
}

const STOPS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "!": "！",
  "?": "？",
  "(": "（",
  ")": "）",
};
const NARROW_STOP = /[,;:!?()]/g;
const LETTER_BEFORE = /[\u4e00-\u9fff”》）％%]/;
const LETTER_BEHIND = /[\u4e00-\u9fff“《（]/;

/**
 * The text with the stops of full width that belong beside Chinese letters, as long as before: 1,500 and 9:30 stay.
 * @example foldStops("更新公交25台;新增(含补贴)1,500辆,增长3%。") // "更新公交25台；新增（含补贴）1,500辆，增长3%。"
 */
export function foldStops(text: string): string {
  return text.replace(NARROW_STOP, (stop, at: number) =>
    LETTER_BEFORE.test(text.charAt(at - 1)) || LETTER_BEHIND.test(text.charAt(at + 1)) ? (STOPS[stop] ?? stop) : stop,
  );
}
