/** The add-in's own parts: read as a parser reads them, whatever was done to them. */
import fc from "fast-check";
import { readXml, XmlTrouble } from "../../src/files/xml";
import { escapedText, textOfElement } from "../../src/files/xmlElement";
import { LINEAR, timeGrowth } from "../timeGrowth";

/** The same by the parser. */
function parsed(xml: string): string | null {
  let [text, elements, depth] = ["", 0, 0];
  try {
    readXml(xml, {
      opened: () => {
        elements += 1;
        depth += 1;
      },
      text: (piece) => (text += depth > 0 ? piece : ""), // the parser tells blanks around the element as well
      closed: () => (depth -= 1),
    });
  } catch (error) {
    if (error instanceof XmlTrouble) return null;
    throw error;
  }
  return elements === 1 ? text : null;
}

it.each<[string, string | null]>([
  ["<a>教育局</a>", "教育局"],
  ['<?xml version="1.0" encoding="utf-8"?>\n<a xmlns="urn:x:1">{&quot;x&quot;:1}</a>\n', '{"x":1}'],
  ["\ufeff<a/>", ""],
  ["<a ></a >", ""],
  ["<p:a xmlns:p='urn:x'>1<!-- aside -->2<?do it?>3</p:a>", "123"],
  ["<a><![CDATA[<b>&amp;]]>&lt;</a>", "<b>&amp;<"],
  ["<a>&#65;&#x6559;&#x1F600;</a>", "A教😀"],
  ["<a>1\r\n2\r3</a>", "1\n2\n3"],
  ["<a><b/></a>", null],
  ["<a>1</b>", null],
  ["<a>1", null],
  ["<a>1</a><a/>", null],
  ["<a>1</a>2", null],
  ["<a>&nbsp;</a>", null],
  ["<a>&#0;</a>", null],
  ["<a>&constructor;</a>", null],
  ["<a>x & y</a>", null],
  ["<a>]]></a>", null],
  ["<a>\0</a>", null],
  ["<a x=1></a>", null],
  ["<!DOCTYPE a><a>1</a>", null],
  ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", null],
  ["", null],
  ["{}", null],
])("%j holds %j", (xml, text) => {
  expect(textOfElement(xml)).toBe(text);
  expect(parsed(xml)).toBe(text);
});

it("a value that was kept comes back, whatever it is", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(textOfElement(`<part xmlns="urn:x:1">${escapedText(json)}</part>`)).toBe(json.replace(/\r\n?/g, "\n"));
    }),
  );
});

it("what the parser refuses is refused, and what both read is the same", () => {
  const good = `<?xml version="1.0"?><part xmlns="urn:x:1">${escapedText('{"名":"<教&育>","数":[1,2]}')}<!-- c --><![CDATA[x]]></part>`;
  const pieces = [
    "<",
    ">",
    "&",
    "]]>",
    "</part>",
    "<part>",
    "&#65;",
    "&lt;",
    '"',
    "<!--",
    "-->",
    "<?",
    "?>",
    "/",
    "\n",
    "x",
  ];
  let read = 0;
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(6), fc.constantFrom(...pieces), (at, cut, put) => {
      const xml = good.slice(0, at) + put + good.slice(at + cut);
      const [own, other] = [textOfElement(xml), parsed(xml)];
      if (own !== null && other !== null) expect(own).toBe(other);
      if (own !== null) read += 1;
      if (other !== null) expect(own).toBe(other); // nothing that is well-formed gets lost
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(100);
});

it("a text of megabytes takes no time to speak of, broken or not", () => {
  const read = (size: number) => {
    const text = JSON.stringify(Array.from({ length: size }, (_, at) => `<${at}&`));
    const large = escapedText(text);
    const broken = [
      `<a>${large}`,
      `<a ${"x='1' ".repeat(size)}`,
      `<a>${"&".repeat(10 * size)}</a>`,
      "<!--".repeat(3 * size),
    ];
    expect(textOfElement(`<a>${large}</a>`)).toHaveLength(text.length);
    for (const each of broken) expect(textOfElement(each)).toBeNull();
  };
  expect(timeGrowth(80_000, read)).toBeLessThan(LINEAR);
});
