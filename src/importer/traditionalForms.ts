/**
 * Reports in traditional characters are read as their twins in simplified ones: a word list for each would say everything twice. One
 * character stands for one, so places stay; what is shown of the text is cut from the text as it came.
 */

/** The characters that reports use, with the simplified one behind each; the most frequent first. */
const PAIRS =
  "業业發发進进設设實实產产區区國国動动務务體体會会項项開开資资經经農农創创個个長长濟济點点為为麵面現现堅坚機机萬万規规陞升級级質质優优係系繫系環环學学標标億亿態态場场續续範范對对總总鄉乡劃划園园穩稳構构羣群醫医辦办鎮镇達达電电" +
  "結结積积領领決决轉转統统縣县計计極极費费爭争綜综監监運运關关導导戰战線线臺台護护調调風风眾众衆众準准協协術术網网聯联遊游擴扩時时們们數数黨党專专題题際际試试廣广應应綠绿權权險险礎础嚴严確确養养問问幹干貧贫勢势戶户兩两員员義义" +
  "過过斷断東东團团貿贸來来汙污預预節节條条處处車车帶带職职組组難难氣气於于財财責责頭头類类議议籌筹療疗衛卫減减繼继審审驗验單单間间備备認认鐵铁鏈链雙双復复複复貫贯習习層层藥药額额圍围屆届裏里裡里補补獲获種种顯显價价啟启紮扎蓋盖" +
  "徹彻緊紧執执後后評评記记讓让門门識识舉举揮挥傳传軍军稅税併并約约畝亩勵励陽阳織织裝装佈布報报龍龙參参維维從从連连無无觀观糧粮當当佔占誌志災灾視视這这績绩鞏巩較较歷历曆历還还鬥斗寧宁兒儿隊队將将競竞證证擔担見见勞劳幫帮選选書书" +
  "繞绕華华廠厂壓压館馆貸贷築筑絡络債债銷销據据壯壮順顺庫库迴回紅红闆板須须邊边負负噸吨違违銀银適适黃黄鍵键階阶響响麗丽採采檢检舊旧潔洁灣湾測测論论編编熱热礦矿終终橋桥託托榮荣臨临號号徵征細细踐践諧谐訓训樹树謀谋請请輪轮揚扬購购" +
  "擊击雲云擁拥賽赛訪访紐纽藝艺儲储遷迁崗岗駐驻屬属遺遗則则盡尽師师樞枢飲饮殘残輸输覺觉遠远貨货張张餘余紀纪獎奖納纳婦妇檔档馬马載载換换勝胜圖图豐丰島岛樂乐貼贴蘇苏貴贵僑侨廢废盤盘離离寬宽愛爱講讲鋼钢閑闲閒闲樓楼隻只塊块輛辆盞盏";
/** No simplified text is without exception: a single 於 or 徵 in a name folds nothing. */
const SHOWS = /[個萬億畝處實項條戶設]/;
const simplified = new Map<string, string>();
for (let at = 0; at < PAIRS.length; at += 2) simplified.set(PAIRS.charAt(at), PAIRS.charAt(at + 1));
const ANY = new RegExp(`[${[...simplified.keys()].join("")}]`, "g");

/** The text in simplified characters, as long as before. @example foldTraditional("改造農田500畝") // "改造农田500亩" */
export function foldTraditional(text: string): string {
  return SHOWS.test(text) ? text.replace(ANY, (character) => simplified.get(character) ?? character) : text;
}
