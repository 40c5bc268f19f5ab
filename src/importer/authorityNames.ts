/** How the name of an authority is cut out of the words around it. */

/** 专访市教育局局长, 据市教育局局长: what is done with it is no part of its name. */
const VISITED =
  /^(?:记者)?(?:今年|明年|全年|来自|据|由|而?在|于|来到|转向|镜头转向|从(?=[省市县区州盟旗])|专访|访谈|采访|访|对话|对谈|走进|连线|聚焦)(?=[\u4e00-\u9fff]{0,3}[省市县区州盟旗])/u;
/** 将加压奋进市教育局 is 市教育局: the name begins at its level of government, where one is written. */
export function fromItsLevel(written: string): string {
  const name = written.replace(VISITED, "").replace(/(?<=[局委厅办心司会队团院行校])(?:党委|党组|党工委)$/u, "");
  const autonomous = /[\u4e00-\u9fff]{2,7}自治[区州县旗][\u4e00-\u9fff]{1,12}$/u.exec(name)?.[0];
  if (autonomous !== undefined) return autonomous;
  const last = /.*((?:省|市|县|区|州|盟|旗)[\u4e00-\u9fff]{1,12})$/u.exec(name);
  const start = name.search(/[\u4e00-\u9fff]{0,3}?[省市县区州盟旗](?=[\u4e00-\u9fff]{2,})/u);
  if (start > 0 || /^.{1,12}[，,、]/u.test(name)) return last?.[1] ?? name;
  return name;
}
