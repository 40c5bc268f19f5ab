/** The place a text is about, by its bare name: 临江今年城镇新增就业 is of 临江市 as all of it is. */
import { leadingVerb } from "./phrases";

/** What a name goes on with behind a place: what is done, or what all places count. */
const COMMON =
  /^(?:城镇|城乡|农村|地区生产总值|生产总值|GDP|一般公共|社会消费|固定资产|规上|规模以上|外贸|进出口|居民|常住|新增|全社会|财政|粮食|森林|空气|营造林|造林)/u;
const SHORTEST = 3;

export class OwnPlace {
  private readonly known = new Map<string, boolean>();
  constructor(private readonly text: string) {}

  /** A name without the place it is all of. */
  without(name: string): string {
    if (leadingVerb(name) !== "") return name;
    for (const length of [2, 3]) {
      const place = name.slice(0, length);
      if (!/^[\u4e00-\u9fff]+$/u.test(place)) return name;
      const rest = name.slice(HEAD_LENGTH(name, length));
      if (rest.length < SHORTEST || (!COMMON.test(rest) && leadingVerb(rest) === "")) continue;
      if (this.isPlace(place)) return rest;
    }
    return name;
  }

  private isPlace(place: string): boolean {
    let found = this.known.get(place);
    if (found === undefined) {
      found =
        !NO_PLACE.test(place) &&
        new RegExp(
          `${place}[市县区州盟旗](?:人民政府|政府|委|第[一二三四五六七八九十]+[届次]|人大|人代会|[\\u4e00-\\u9fff]{2,6}局|20\\d\\d年)`,
        ).test(this.text);
      this.known.set(place, found);
    }
    return found;
  }
}
const NO_PLACE = /[市县区镇乡村新增全各改建完国我本省年城农]|社会|企业|旅游|消费/u;
const HEAD_LENGTH = (name: string, length: number) => {
  const found = /^(?:[市县](?![场民]))?(?:今年|全年|年内)?(?:计划|预计|预期|拟|将)?(?:完成(?=营造林))?/u.exec(
    name.slice(length),
  );
  return length + (found?.[0].length ?? 0);
};
