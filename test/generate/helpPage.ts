/**
 * Writes assets/help/functions.html, the page behind the help links of the custom functions, from their own JSDoc and from the
 * sentences the add-in says. `npm run generate`.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import * as ts from "typescript";
import { STATUSES } from "../../src/core/types";
import type { ErrorFacts } from "../../src/core/errors";
import { isNotAvailable } from "../../src/functions/cellError";
import { STATUS_LOOKS } from "../../src/sheets/statusColours";
import { zh } from "../../src/strings/zh";

const SOURCE = path.resolve(__dirname, "../../src/functions/functions.ts");

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
}

/** One function as its JSDoc tells it. */
export interface FunctionHelp {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly { readonly formula: string; readonly answer: string }[];
  readonly parameters: readonly Parameter[];
  readonly returns: string;
}

/** The functions, in the order of the source. */
export async function functionHelp(): Promise<FunctionHelp[]> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(SOURCE, true);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const { functions } = JSON.parse(metadataJson) as {
    functions: { id: string; name: string; description: string; parameters?: Parameter[] }[];
  };
  const tags = jsDocTags();
  return functions.map(({ id, name, description, parameters = [] }) => {
    const told = tags.get(id);
    const [summary = "", first] = description.split("例如 ");
    const examples = [...(first ? [first] : []), ...(told?.examples ?? [])].map((example) => {
      const [formula = "", answer = ""] = example.split(" 得 ");
      return { formula, answer };
    });
    return { name, summary, examples, parameters, returns: told?.returns ?? "" };
  });
}

/** What the metadata leaves out, by the id of the function: further examples and what it answers. */
function jsDocTags(): Map<string, { examples: string[]; returns: string }> {
  const source = ts.createSourceFile(SOURCE, readFileSync(SOURCE, "utf8"), ts.ScriptTarget.ES2022, true);
  const found = new Map<string, { examples: string[]; returns: string }>();
  for (const statement of source.statements) {
    if (!ts.isFunctionDeclaration(statement)) continue;
    const tags = ts.getJSDocTags(statement);
    const texts = (name: string) =>
      tags
        .filter((tag) => tag.tagName.text.toLowerCase() === name)
        .map((tag) => ts.getTextOfJSDocComment(tag.comment)?.trim() ?? "");
    const [id] = texts("customfunction");
    if (id) found.set(id, { examples: texts("example"), returns: texts("returns")[0] ?? "" });
  }
  return found;
}

/** One example of each refusal a cell can show, told with the facts of such a case. */
const CASES: { readonly [C in keyof ErrorFacts]?: ErrorFacts[C] } = {
  departmentNotFound: { department: "教育厅", nearest: ["市教育局"] },
  indicatorNotFound: { department: "市教育局", indicator: "新增座位", nearest: ["新增学位", "中小学新增学位"] },
  indicatorAmbiguous: { department: "市教育局", indicator: "学位", candidates: ["中小学新增学位", "幼儿园新增学位"] },
  unclear: { indicator: "降低企业成本措施", reason: "原文没有时态" },
  baselineMissing: { indicator: "新开工亿元以上项目" },
  noFigure: { indicator: "举办中小学艺术节" },
  noAnnualTarget: { indicator: "危旧房屋改造覆盖率", year: 2024, due: "2028-12-31" },
  yearOutside: { indicator: "新增学位", given: "2025", from: "2024-01-01", due: "2024-12-31" },
  notOneYear: { given: "2024Q2" },
  noPace: { indicator: "粮食产量", due: "2024-12-31" },
  nothingDue: { indicator: "新增学位" },
  actualMissing: { indicator: "新增学位" },
  asOfMissing: { indicator: "新增学位" },
  noQuartersLeft: { indicator: "新增学位", due: "2024-12-31" },
  rateRefused: { indicator: "工业增加值增速" },
  runRateRefused: { indicator: "工业增加值增速" },
  percentUnclear: { given: 0.09, asTyped: "0.09%", asPercent: "9%" },
  quantityUnreadable: { given: "很多" },
  quantityVague: { given: "数百家" },
  quantityRelative: { given: "翻一番" },
  unitMismatch: { given: "公里", expected: "个" },
  periodUnreadable: { given: "春节" },
  propertyUnknown: { given: "颜色" },
  catalogDamaged: { issues: [{ path: "/commitments/3/target/value", problem: "shape", detail: "" }] },
  workbookUnread: { reason: "GeneralException" },
  columnsDiffer: { departments: 39, indicators: 39, actuals: 40 },
};

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function signature({ name, parameters }: FunctionHelp): string {
  const shown = parameters.map(({ description, optional }) => {
    const word = description.split(/[，。；]/)[0]?.replace(/一列$/, "") ?? "";
    return optional ? `[${word}]` : word;
  });
  return `${name}(${shown.join(", ")})`;
}

function functionSection(help: FunctionHelp): string {
  const examples = help.examples.map(
    ({ formula, answer }) =>
      `      <p class="example"><code>${escape(formula)}</code> <span>得 ${escape(answer)}</span></p>`,
  );
  const rows = help.parameters.map(
    ({ name, description, optional }) =>
      `          <tr><td><code>${escape(name)}</code></td><td>${optional ? "可不填" : "必填"}</td><td>${escape(description)}</td></tr>`,
  );
  return `    <section id="${help.name}">
      <h2><code>${escape(signature(help))}</code></h2>
      <p>${escape(help.summary)}</p>
${examples.join("\n")}
      <table class="parameters">
        <tbody>
${rows.join("\n")}
          <tr><td>得</td><td></td><td>${escape(help.returns)}</td></tr>
        </tbody>
      </table>
    </section>`;
}

function errorRows(): string {
  const codes = Object.keys(CASES) as (keyof ErrorFacts)[];
  return codes
    .map((code) => {
      const sentence = (zh.errors[code] as (facts: unknown) => string)(CASES[code]);
      const cell = isNotAvailable(code) ? "#N/A" : "#VALUE!";
      return `        <tr><td><code>${cell}</code></td><td>${escape(sentence)}</td></tr>`;
    })
    .join("\n");
}

function statusRows(): string {
  return STATUSES.map((status) => {
    const { shape } = STATUS_LOOKS[status];
    const word = `<span class="status" id="${status}">${shape} ${zh.status[status]}</span>`;
    return `        <tr><td>${word}</td><td>${escape(zh.ledger.meaning[status])}</td></tr>`;
  }).join("\n");
}

/** The page's style, with each verdict's colours. */
function pageStyle(): string {
  const verdicts = STATUSES.map((status) => {
    const { fill, fontColor } = STATUS_LOOKS[status];
    return `      #${status} { background: ${fill}; color: ${fontColor}; }`;
  });
  return `
      :root { color-scheme: light dark; --line: #d9dee7; --muted: #5a6472; --code: #f3f5f9; --link: #1f5fbf; }
      @media (prefers-color-scheme: dark) { :root { --line: #444b57; --muted: #a9b2c0; --code: #23272f; --link: #8ab4f8; } }
      body { font: 15px/1.7 "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif; margin: 0 auto; max-width: 860px; padding: 24px 20px 64px; }
      h1 { font-size: 24px; margin: 0 0 4px; }
      h2 { font-size: 17px; margin: 36px 0 4px; scroll-margin-top: 12px; }
      p { margin: 4px 0; }
      nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 16px 0; }
      a { color: var(--link); }
      code { font-family: Consolas, "Cascadia Mono", "Noto Sans Mono CJK SC", monospace; font-size: 0.95em; }
      .example { background: var(--code); border-radius: 6px; margin: 6px 0; overflow-wrap: anywhere; padding: 6px 10px; }
      .example span, .muted { color: var(--muted); }
      table { border-collapse: collapse; margin: 8px 0; width: 100%; }
      td { border-top: 1px solid var(--line); padding: 5px 12px 5px 0; vertical-align: top; }
      td:first-child { white-space: nowrap; width: 8em; }
      .parameters td:nth-child(2) { color: var(--muted); white-space: nowrap; width: 4.5em; }
      .status { border-radius: 4px; display: inline-block; font-weight: 600; min-width: 6.5em; padding: 0 8px; }
${verdicts.join("\n")}
    `;
}

/** The whole page. */
export async function helpPage(): Promise<string> {
  const help = await functionHelp();
  const style = pageStyle();
  const hash = createHash("sha256").update(style).digest("base64"); // the page runs nothing and wears this style alone
  const contents = help.map(({ name }) => `<a href="#${name}"><code>${name}</code></a>`).join("\n      ");
  return `<!doctype html>
<!-- Generated from src/functions/functions.ts by npm run generate. Do not edit. -->
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'" />
    <title>${zh.product} · 函数说明</title>
    <style>${style}</style>
  </head>
  <body>
    <h1>${zh.product} · 函数说明</h1>
    <p class="muted">部门和指标照平时的叫法填：教育局、市教育局、荆州市教育局都可以，全角、空格和引号不影响；承诺编号可以代替名称。实际数可以是数字，也可以是带单位的文字（“8,310个”“8.5%”“440万吨”）。</p>
    <nav>
      ${contents}
      <a href="#status">状态</a>
      <a href="#errors">出错时</a>
    </nav>
${help.map(functionSection).join("\n")}
    <section id="status">
      <h2>状态</h2>
      <table>
${statusRows()}
      </table>
${zh.ledger.rules
  .slice(0, 3)
  .map((rule) => `      <p>${escape(rule)}</p>`)
  .join("\n")}
    </section>
    <section id="errors">
      <h2>出错时</h2>
      <p class="muted">桌面版 Excel 有时不显示原因：选中出错的单元格，任务窗格会说明并给出改法。<code>#NAME?</code> 是没有装载本加载项，装载后按“刷新”。<code>#SPILL!</code> 是右方或下方有内容挡住了结果。</p>
      <table>
${errorRows()}
      </table>
    </section>
  </body>
</html>
`;
}
