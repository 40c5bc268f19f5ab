/** Why a source of catalogs gave none, in both languages. */
import { counted } from "./counted";
import type { ErrorFacts, SourceTrouble } from "../core/errors";

const troublesZh: Record<SourceTrouble, (detail: string) => string> = {
  noAddress: () => "不是网址，请写全，例如 https://example.gov.cn/catalogs/index.json",
  notHttps: () => "只取 https 网址的目录",
  credentials: () => "网址里带有用户名或密码，请去掉",
  redirectedToHttp: (detail) => `被转到不加密的网址（${detail}），没有取`,
  unreachable: () => "连不上，或对方不许其他网站读取",
  timeOut: (detail) => `${detail}秒没有回应`,
  status: (detail) => `对方回答 ${detail}`,
  tooLarge: (detail) => `超过 ${Math.round(Number(detail) / 1_000_000)} MB`,
  wrongHash: (detail) => `内容与清单上的校验值不符（${detail}…），没有用`,
  broken: () => "没有传完整",
  noList: (detail) => `目录清单有误（${detail}）`,
  notListed: (detail) => `清单里没有“${detail}”`,
};
const troublesEn: typeof troublesZh = {
  noAddress: () => "this is no address; write it in full, such as https://example.gov.cn/catalogs/index.json",
  notHttps: () => "catalogs are fetched from https addresses only",
  credentials: () => "the address holds a user name or password; take it out",
  redirectedToHttp: (detail) => `it leads to an address without encryption (${detail}) and was not fetched`,
  unreachable: () => "it cannot be reached, or does not let other sites read it",
  timeOut: (detail) => `no answer for ${counted(Number(detail), "second")}`,
  status: (detail) => `the server answered ${detail}`,
  tooLarge: (detail) => `it is larger than ${Math.round(Number(detail) / 1_000_000)} MB`,
  wrongHash: (detail) => `its content is not what the list says (${detail}…) and was not used`,
  broken: () => "it did not arrive whole",
  noList: (detail) => `the list of catalogs has errors (${detail})`,
  notListed: (detail) => `the list has no “${detail}”`,
};

export const sourceRefusedZh = ({ address, trouble, detail }: ErrorFacts["sourceRefused"]) =>
  `目录没有取到：${address}，${troublesZh[trouble](detail)}`;
export const sourceRefusedEn = ({ address, trouble, detail }: ErrorFacts["sourceRefused"]) =>
  `The catalog was not fetched: ${address}, ${troublesEn[trouble](detail)}`;
