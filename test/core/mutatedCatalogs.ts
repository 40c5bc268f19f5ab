/** Catalogs with something wrong in them: reproducible changes to a good one, in its values as well as in its letters. */

/** A small generator with a seed: the same numbers every time, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  -0,
  "",
  " ",
  "__proto__",
  "constructor",
  "=1+1",
  "\u0000",
  "\ud800",
  "个/10万",
  "/10万",
  "万",
  "%",
  "2024-02-30",
  [],
  {},
  [[]],
  ["__proto__"],
  { __proto__: null },
  "x".repeat(5000),
  Array.from({ length: 300 }, () => "a"),
  0.1 + 0.2,
  "atMost",
  "unclear",
  "milestone",
  "JZ2024-012",
];

/** @param text a catalog as JSON */
export function* mutated(text: string, count: number, seed: number): Generator<string> {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  for (let made = 0; made < count; made++) {
    if (next() < 0.1) {
      const at = Math.floor(next() * text.length);
      yield text.slice(0, at) + pick(["", "{", "}", '"', ",", "\\", "9"]) + text.slice(at + Math.floor(next() * 3));
      continue;
    }
    const catalog = JSON.parse(text) as Record<string, unknown>;
    const changes = 1 + Math.floor(next() * 3);
    for (let change = 0; change < changes; change++) {
      let holder: Record<string, unknown> = catalog;
      for (;;) {
        const keys = Object.keys(holder);
        const key = pick(keys);
        const inner = holder[key];
        if (typeof inner === "object" && inner !== null && Object.keys(inner).length > 0 && next() < 0.85) {
          holder = inner as Record<string, unknown>;
          continue;
        }
        if (next() < 0.15) Reflect.deleteProperty(holder, key);
        else if (next() < 0.1)
          holder[pick(["__proto__x", "extra", "toString", "sumOf", "annualTargets"])] = structuredClone(pick(WRONG));
        else holder[key] = structuredClone(pick(WRONG));
        break;
      }
    }
    yield JSON.stringify(catalog);
  }
}
