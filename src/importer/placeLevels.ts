/** Whether a text tells of a place that is smaller than a bureau's own: 水利厅 tells of a city, 市水利局 of a county. */

const LEVELS: readonly { readonly bureau: RegExp; readonly own: RegExp; readonly smaller: RegExp }[] = [
  { bureau: /^(?:国家|中国|全国)|部$/u, own: /[全我]国/u, smaller: /[全我该][省市县区州]/u },
  { bureau: /厅$|^[^市县]*省/u, own: /[全我]省|全区|自治区/u, smaller: /[全我该][市县州]/u },
  { bureau: /^[^县区]*[市州盟]/u, own: /[全我该][市州盟]/u, smaller: /[全我该](?:县|区(?!域)|镇)/u },
  { bureau: /^[^镇]*[县区旗]/u, own: /[全我该][县区旗]/u, smaller: /[全我该][镇乡]/u },
];

/** @example tellsOfSmaller("该市今年计划新建水闸6座。", "江州省水利厅") // true */
export function tellsOfSmaller(text: string, bureau: string): boolean {
  const level = LEVELS.find((each) => each.bureau.test(bureau));
  return level !== undefined && level.smaller.test(text) && !level.own.test(text);
}
