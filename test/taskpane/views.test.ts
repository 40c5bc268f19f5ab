/**
 * Views of the pane, drawn into a page without a browser: the tabs, the decision between two documents, tolerances, a card, long work.
 * @jest-environment jsdom
 */
import { html, nothing, render } from "lit";
import { CatalogIndex } from "../../src/core/catalog";
import { compareCatalogs } from "../../src/core/compareCatalogs";
import { validateCatalog } from "../../src/core/loadCatalog";
import { RULES } from "../../src/core/status";
import { session } from "../../src/excel/session";
import { CalledOff, follow, stepped } from "../../src/excel/underWay";
import { strings } from "../../src/strings/strings";
import type { Decisions } from "../../src/taskpane/catalogTaking";
import { DecideView } from "../../src/taskpane/decideView";
import { enterInField } from "../../src/taskpane/enterKey";
import { evidenceView } from "../../src/taskpane/evidenceView";
import type { InsertPanel } from "../../src/taskpane/insertPanel";
import { TABS, type Pane, type Tab } from "../../src/taskpane/pane";
import { exampleOf, RuleExample } from "../../src/taskpane/ruleExample";
import { findingInFocus, focusFinding } from "../../src/taskpane/focus";
import { PaneElement } from "../../src/taskpane/paneElement";
import { findingRow, findings, heading } from "../../src/taskpane/parts";
import { tabList } from "../../src/taskpane/tabList";
import { ToleranceFields } from "../../src/taskpane/tolerances";
import { WorkBar } from "../../src/taskpane/workBar";
import { furtherCatalog } from "../e2e/everyPlace";
import { catalogFile, jingzhou } from "../core/jingzhou";
import { yunzhou } from "../core/yunzhou";

function drawn(content: unknown): HTMLElement {
  const holder = document.createElement("main");
  document.body.replaceChildren(holder);
  render(content, holder);
  return holder;
}
const texts = (holder: Element, selector: string) =>
  [...holder.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, " ").trim());
const pressed = (holder: Element, label: string) =>
  [...holder.querySelectorAll("button")].find((each) => each.textContent.trim() === label)?.click();

/** What a view asked of its pane. */
function fakePane() {
  const said: string[] = [];
  const pane = {
    say: (tone: string, sentence: string) => said.push(`${tone}: ${sentence}`),
    hush: () => undefined,
    run: () => Promise.resolve({ done: true, answer: { refreshed: { cells: 0 } } }),
  };
  return { pane: pane as unknown as Pane, said };
}

describe("the tabs", () => {
  it("lead on with the arrow keys, round the ends, and leave keys with others alone", () => {
    const moved: Tab[] = [];
    const holder = drawn(tabList("catalog", { chosen: () => undefined, moved: (tab) => moved.push(tab) }));
    const list = holder.querySelector('[role="tablist"]');
    for (const key of ["ArrowRight", "ArrowLeft", "End", "Home", "a"])
      list?.dispatchEvent(new KeyboardEvent("keydown", { key }));
    list?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", ctrlKey: true }));
    expect(moved).toEqual([TABS[1], TABS.at(-1), TABS.at(-1), TABS[0]]);
    const open = [...holder.querySelectorAll<HTMLElement>("button")].filter(({ tabIndex }) => tabIndex === 0);
    expect(open.map(({ id }) => id)).toEqual(["tab-catalog"]);
  });
});

describe("Enter in a field", () => {
  const enter = (holder: Element, field: string) => {
    const event = new KeyboardEvent("keydown", { key: "Enter", cancelable: true, bubbles: true });
    let isMeant = false;
    const listen = (heard: Event) => (isMeant = enterInField(heard as KeyboardEvent));
    holder.addEventListener("keydown", listen);
    holder.querySelector(field)?.dispatchEvent(event);
    holder.removeEventListener("keydown", listen);
    return isMeant;
  };

  it("presses the form's button, and no other form's", () => {
    const said: string[] = [];
    const button = (name: string) =>
      html`<button type="button" class="primary" @click=${() => said.push(name)}>${name}</button>`;
    const holder = drawn(html`
      <div class="form ownPromise"><input id="a" /><input id="b" type="checkbox" />${button("加进目录")}</div>
      <div class="form ownSheet"><input id="c" />${button("写在表旁边")}</div>
      <input id="d" type="search" />
    `);
    expect(["#a", "#b", "#c", "#d"].map((field) => enter(holder, field))).toEqual([true, false, false, false]);
    expect(said).toEqual(["加进目录"]);
  });
});

describe("deciding between two documents", () => {
  it("says what each says, takes the newer unless told, and asks who and why", async () => {
    const { changed } = compareCatalogs(furtherCatalog(1), furtherCatalog(2));
    const warned: string[] = [];
    const answers: (Decisions | null)[] = [];
    const view = new DecideView(
      changed,
      { older: () => "第1次会议", newer: () => "第2次会议" },
      (sentence) => warned.push(sentence),
      (decided) => answers.push(decided),
    );
    document.body.replaceChildren(view);
    await view.updateComplete;
    const words = strings().catalogs;
    expect(texts(view, ".option .value")).toEqual(["66个", "132个"]);
    expect(texts(view, ".option .about")[1]).toContain("第2次会议");
    expect(view.querySelectorAll<HTMLInputElement>("input[type=radio]")[1]?.checked).toBe(true);
    pressed(view, words.goOn);
    expect([warned, answers]).toEqual([[words.signFirst], []]);
    for (const field of view.querySelectorAll<HTMLInputElement>(".settings input")) {
      field.value = "张三";
      field.dispatchEvent(new Event("input"));
    }
    view.querySelectorAll<HTMLInputElement>("input[type=radio]")[0]?.dispatchEvent(new Event("change"));
    await view.updateComplete;
    pressed(view, words.goOn);
    expect([...(answers[0]?.held ?? [])]).toEqual(["XY2024-001"]);
    pressed(view, words.back);
    expect(answers[1]).toBeNull();
  });
});

describe("tolerances", () => {
  afterEach(() => session.useRules(RULES.standard));

  it("are shown in points, and what is none is refused in words and stays to be put right", async () => {
    const { pane, said } = fakePane();
    const view = new ToleranceFields(pane);
    document.body.replaceChildren(view);
    await view.updateComplete;
    const fields = () => [...view.querySelectorAll("input")];
    expect(fields().map(({ value }) => value)).toEqual(["10", "1", "0"]);
    for (const wrong of ["", "-1", "101", "十"]) {
      const [field] = fields();
      if (field) field.value = wrong;
      field?.dispatchEvent(new Event("change"));
      await view.updateComplete;
      expect(fields()[0]?.getAttribute("aria-invalid")).toBe("true");
      expect(fields()[0]?.value).toBe(wrong);
    }
    expect(said).toHaveLength(4);
    const [field] = fields();
    if (field) field.value = "１５%";
    field?.dispatchEvent(new Event("change"));
    await view.updateComplete;
    await Promise.resolve();
    expect(fields()[0]?.hasAttribute("aria-invalid")).toBe(false);
    expect(said.at(-1)).toBe(`success: ${strings().settings.tolerancesKept}`);
  });

  it("have an example that follows them, and the year and catalog in use", async () => {
    const example = new RuleExample();
    document.body.replaceChildren(example);
    const shown = async (index: CatalogIndex | null, shareTolerance = 0.1) => {
      example.show(index, { ...RULES.standard, shareTolerance });
      await example.updateComplete;
      return { label: texts(example, "label")[0], sentence: texts(example, ".hint")[0] };
    };
    expect(await shown(jingzhou)).toEqual({
      label: "例：新增学位2024年目标8,310个，上半年实际",
      sentence: "▲ 截至二季度应达4,155个(50.0%),实际3,900个(46.9%),欠255个,低于序时3.1个百分点,欠进度。",
    });
    expect((await shown(jingzhou, 0.01)).sentence).toContain("严重滞后");
    const flow = { kind: "flow", target: { comparator: "plain", value: 600, unit: "套" } } as const;
    const file = catalogFile({ ...flow, indicator: "保障性住房", from: "2025-01-01", due: "2025-12-31" });
    const later = new CatalogIndex({ ...file, year: 2025 });
    expect(await shown(later)).toEqual({
      label: "例：保障性住房2025年目标600套，上半年实际",
      sentence: "▲ 截至二季度应达300套(50.0%),实际280套(46.7%),欠20套,低于序时3.3个百分点,欠进度。",
    });
    expect(await shown(null)).toEqual({ label: undefined, sentence: undefined });
  });

  it.each([
    [
      "a growth where nothing is counted",
      { kind: "growth", target: { comparator: "plain", value: 8, unit: "%" } },
      "7.5",
    ],
    [
      "a limit by what is more than it",
      { kind: "flow", target: { comparator: "atMost", value: 40, unit: "起" } },
      "21",
    ],
    ["nothing where there is only a deed", { kind: "milestone", target: undefined }, undefined],
  ] as const)("have an example of %s", (_, shape, actual) => {
    expect(exampleOf(new CatalogIndex(catalogFile(shape as Parameters<typeof catalogFile>[0])))?.actual).toBe(actual);
  });
});

describe("the focus once a finding is decided", () => {
  class Findings extends PaneElement {
    names: readonly string[] = [];
    protected override render() {
      return html`${heading("检查")}
      ${findings("欠进度", this.names, (name) => findingRow({ name, about: "" }, () => undefined))}`;
    }
  }
  customElements.define("test-findings", Findings);

  it.each([
    [["一", "二", "三"], "二", ["一", "三"], "三"],
    [["一", "二"], "二", ["一"], "一"],
    [["一"], "一", [], "检查"],
    [["一", "二"], null, ["二"], "二"],
  ])("of %j, of which %s was decided, with %j left, goes to %s", async (before, decided, after, expected) => {
    const view = new Findings();
    document.body.replaceChildren(view);
    const named = (name: string | null) =>
      [...view.querySelectorAll("button")].find((each) => each.textContent.trim() === name);
    view.names = before;
    view.requestUpdate();
    await focusFinding(view, 0);
    (document.activeElement as HTMLElement).blur();
    named(decided)?.focus();
    const at = findingInFocus(view);
    view.names = after;
    view.requestUpdate();
    await focusFinding(view, at);
    expect(document.activeElement?.textContent.trim()).toBe(expected);
    expect((document.activeElement as HTMLElement).tabIndex).toBe(0); // else Excel on the web takes Tab as leaving
  });
});

describe("a card", () => {
  const card = (index: CatalogIndex, id: string) => {
    const commitment = index.withId(id);
    if (!commitment) throw new Error(id);
    const insert = html`<i></i>` as unknown as InsertPanel;
    return drawn(
      evidenceView(index, commitment, fakePane().pane, () => undefined, insert, { correct: nothing, more: nothing }),
    );
  };

  it("shows the figure with its comparator, the phrase, and what the same section says beside it", () => {
    const holder = card(jingzhou, "JZ2024-001");
    expect(texts(holder, ".figure .comparison")).toEqual(["不低于"]);
    expect(texts(holder, "blockquote")).toEqual(["技改投资增长15%以上"]);
    expect(texts(holder, ".near")[0]).toContain(jingzhou.withId("JZ2024-002")?.source.phrase);
  });

  it("says why there is no figure", () => {
    const holder = card(jingzhou, "JZ2024-022");
    expect(texts(holder, ".reason.warning")[0]).toContain("没有时态");
  });

  it("marks the phrase in the passage around it, and leads to the document by Excel's own way where it has one", () => {
    const opened: string[] = [];
    const office = (opens: boolean) =>
      Object.assign(globalThis, {
        Office: {
          context: {
            requirements: { isSetSupported: (set: string) => opens && set === "OpenBrowserWindowApi" },
            ui: { openBrowserWindow: (address: string) => opened.push(address) },
          },
        },
      });
    const { url, title } = {
      url: "https://www.yunzhou.example/2024/targets.html",
      title: "云州市2024年目标任务分解表",
    };
    const holder = card(yunzhou(), "YZ2024-008");
    expect(texts(holder, ".passage mark")).toEqual(["技术改造投资142亿元"]);
    expect(texts(holder, ".passage")[0]).toMatch(/^今年要把工业的底子打厚，全市完成技术改造投资142亿元，.*核一次。$/);
    const link = holder.querySelector("a");
    expect(link?.getAttribute("aria-label")).toBe(`看原文件：${title}（在浏览器中打开）`);
    expect([link?.href, link?.target, link?.rel]).toEqual([url, "_blank", "noopener noreferrer"]);
    const isLeftToTheBrowser = () => link?.dispatchEvent(new MouseEvent("click", { cancelable: true }));
    office(true);
    expect([isLeftToTheBrowser(), opened]).toEqual([false, [url]]);
    office(false);
    expect([isLeftToTheBrowser(), opened]).toEqual([true, [url]]);
  });

  it("shows markup in a catalog as the text it is", () => {
    const harm = "<img src=x onerror=alert(1)>";
    const source = { document: "report", section: harm, speaker: harm, phrase: harm, passage: `见${harm}` };
    const signed = { by: harm, recorded: "2024-07-02", basis: harm };
    const file = catalogFile({
      ...{ kind: "flow", indicator: harm, note: harm, source, alsoPromised: [source] },
      target: { comparator: "plain", value: 1, unit: "个" },
      revisions: [{ from: "2024-07-01", value: 2, ...signed }],
    });
    const documents = [{ id: "report", title: harm, publisher: harm }];
    const departments = [{ id: "education", name: harm }];
    const catalog = validateCatalog({ ...file, schemaVersion: 2, documents, departments });
    const holder = card(new CatalogIndex(catalog), "TT2024-001");
    for (const place of [".department", "h2", "mark"]) expect(texts(holder, place)).toContain(harm);
    expect(texts(holder, "blockquote")).toContain(`见${harm}`);
    expect(holder.textContent.split(harm).length - 1).toBeGreaterThan(8);
    expect(holder.querySelectorAll("img")).toHaveLength(0);
  });
});

describe("long work", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("shows how far it is once it takes long, can be called off, and is gone when it ends", async () => {
    const bar = new WorkBar();
    document.body.replaceChildren(bar);
    const context = Object.create(null) as Excel.RequestContext;
    let end: () => void = () => undefined;
    const work = bar.during(async (underWay) => {
      follow(context, underWay);
      await new Promise<void>((resolve) => (end = resolve));
    });
    stepped(context, 1, 4);
    await bar.updateComplete;
    expect(bar.querySelector("progress")).toBeNull();
    jest.advanceTimersByTime(1000);
    await bar.updateComplete;
    expect(bar.querySelector("progress")?.value).toBe(0.25);
    pressed(bar, strings().pane.cancel);
    expect(() => stepped(context, 2, 4)).toThrow(CalledOff);
    end();
    await work;
    await bar.updateComplete;
    expect(texts(bar, "*")).toEqual([]);
  });

  it("that nobody follows goes on by itself", () => {
    expect(() => stepped(Object.create(null) as Excel.RequestContext, 1, 2)).not.toThrow();
  });
});
