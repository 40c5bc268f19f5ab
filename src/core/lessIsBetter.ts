/** What people want less of, though the words beside its figure do not say so (RULES: Commitments). */
import type { Kind } from "./types";

const WORSE =
  /(?:失业率|死亡率|发病率|患病率|感染率|贫困发生率|返贫率|辍学率|流失率|空置率|漏损率|超标率|差错率|投诉率|发案率|不良(?:贷款)?率|负债率|债务率|赤字率|事故(?:起数|数)?|(?:死|伤)亡人数|浓度|噪声|能耗|物耗|水耗|排放(?:量|强度|总量)?)$/u;
/** Of growth only what prices do: held near a figure, it is not to go beyond. */
const PRICES = /(?:消费价格|CPI|物价)(?:指数|总水平|水平)?(?:涨幅|增速|同比)?$/u;

/** Whether an indicator is one that less is better of, by its name. @example isLessBetter("城镇登记失业率", "ratio") // true */
export function isLessBetter(indicator: string, kind: Kind): boolean {
  return (kind === "growth" ? PRICES : WORSE).test(indicator.replace(/[（(][^（）()]*[）)]$/u, "").trim());
}
