/** Why a source of catalogs gave none, in English: loaded with the other English words. */
import type { ErrorFacts, SourceTrouble } from "../core/errors";
import { counted } from "./counted";

const troublesEn: Record<SourceTrouble, (detail: string) => string> = {
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

export const sourceRefusedEn = ({ address, trouble, detail }: ErrorFacts["sourceRefused"]) =>
  `The catalog was not fetched: ${address}, ${troublesEn[trouble](detail)}`;
