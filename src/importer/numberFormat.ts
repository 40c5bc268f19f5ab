/** A number of a sheet as its format shows it, as far as it says what is counted: per cent, dates, a unit in quotation marks. Digits are never rounded. */
import { tidy } from "../core/expression";
import { dayOfSerial } from "../core/periods";

const DAYS_1904 = 1462; // between the two calendars

/** @param format a format code of Excel; its sections are for positive, negative and zero */
export function shownNumber(value: number, format: string, is1904: boolean): string {
  if (!Number.isFinite(value)) return "";
  const sections = format.split(";");
  const section = (value < 0 ? (sections[1] ?? sections[0]) : sections[0]) ?? "";
  const code = section.replace(/\[[^\]]*\]/gu, "").replace(/_.|\*./gu, "");
  const bare = code.replace(/"[^"]*"|\\./gu, "");
  if (/[ymd]/iu.test(bare) && !/[0#?]/.test(bare)) return dateShown(is1904 ? value + DAYS_1904 : value, bare);
  if (bare.includes("%")) return `${plainDigits(tidy(value * 100))}%`;
  const behind = /[0#?][^0#?]*$/u.exec(code)?.[0].slice(1) ?? "";
  const unit = [...behind.matchAll(/"([^"]*)"|\\(.)|([\u4e00-\u9fff]+)/gu)]
    .map(([, quoted, escaped, plain]) => quoted ?? escaped ?? plain ?? "")
    .join("");
  // 0!.0,"万" shows a ten-thousandth: the number itself is not in 万.
  const isScaled = /[0#?],+(?:[^0#?,]|$)/u.test(code) || code.includes("!.");
  const shown = isScaled ? unit.replace(/^\s*[千百]?[万亿]/u, "") : unit;
  return plainDigits(value) + shown.trim();
}

/** Without an exponent: 1e21 is no figure of a report. */
function plainDigits(value: number): string {
  const text = String(tidy(value));
  return /e/iu.test(text) ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 15 }) : text;
}

function dateShown(serial: number, code: string): string {
  const day = dayOfSerial(serial);
  const [year = "", month = "", date = ""] = day.split("-");
  if (!/d/iu.test(code))
    return /y/iu.test(code) ? (/m/iu.test(code) ? `${year}年${Number(month)}月` : `${year}年`) : `${Number(month)}月`;
  return /y/iu.test(code) ? `${year}-${month}-${date}` : `${Number(month)}月${Number(date)}日`;
}
