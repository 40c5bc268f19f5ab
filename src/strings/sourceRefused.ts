/** Why a source of catalogs gave none. */
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
export const sourceRefusedZh = ({ address, trouble, detail }: ErrorFacts["sourceRefused"]) =>
  `目录没有取到：${address}，${troublesZh[trouble](detail)}`;
