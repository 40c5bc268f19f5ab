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
import { RuleExample } from "../../src/taskpane/ruleExample";
import { tabList } from "../../src/taskpane/tabList";
import { ToleranceFields } from "../../src/taskpane/tolerances";
import { WorkBar } from "../../src/taskpane/workBar";
import { furtherCatalog } from "../e2e/everyPlace";
import { catalogFile, jingzhou } from "../core/jingzhou";

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

  it("have an example that follows them", async () => {
    const example = new RuleExample();
    document.body.replaceChildren(example);
    const sentence = async (shareTolerance: number) => {
      example.rules = { ...RULES.standard, shareTolerance };
      example.requestUpdate();
      await example.updateComplete;
      return texts(example, ".hint")[0];
    };
    expect(await sentence(0.1)).toContain("欠进度");
    expect(await sentence(0.01)).toContain("严重滞后");
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
    for (const place of [".department", "h2", "blockquote", "mark"]) expect(texts(holder, place)).toContain(harm);
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
