/**
 * The parts of the pane, drawn into a page without a browser.
 * @jest-environment jsdom
 */
import { html, render } from "lit";
import { strings } from "../../src/strings/strings";
import { changeList } from "../../src/taskpane/changeList";
import { MessageBar } from "../../src/taskpane/messageBar";
import { drawAllAnew } from "../../src/taskpane/paneElement";
import { choice, findingRow, findings, longList } from "../../src/taskpane/parts";
import type { RowList } from "../../src/taskpane/rowList";

/** The drawn content, in the page. */
function drawn(content: unknown): HTMLElement {
  const holder = document.createElement("main");
  document.body.replaceChildren(holder);
  render(content, holder);
  return holder;
}

const labels = (holder: Element) => [...holder.querySelectorAll("button")].map((each) => each.textContent.trim());
const texts = (holder: Element, selector: string) =>
  [...holder.querySelectorAll(selector)].map((each) => each.textContent.replace(/\s+/g, " ").trim());

describe("the message bar", () => {
  const bar = async () => {
    const made = new MessageBar();
    const before = document.createElement("button");
    document.body.replaceChildren(before, made);
    await made.updateComplete;
    return { made, before };
  };

  it("says news politely and what went wrong at once", async () => {
    const { made } = await bar();
    made.say("success", "已插入", "untilNext");
    await made.updateComplete;
    expect(texts(made, '[role="status"] p')).toEqual(["已插入"]);
    made.say("error", "没有写成", "untilNext");
    await made.updateComplete;
    expect([texts(made, '[role="status"] p'), texts(made, '[role="alert"] p')]).toEqual([[], ["没有写成"]]);
  });

  it("takes the focus for a question and gives it back with the answer", async () => {
    const { made, before } = await bar();
    before.focus();
    const chosen = jest.fn();
    made.ask("要替换吗", [{ label: "替换", chosen }], "untilNext");
    await made.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect((document.activeElement as HTMLElement).className).toContain("question");
    expect(labels(made)).toEqual(["替换", strings().pane.cancel]);
    made.querySelector("button")?.click();
    await made.updateComplete;
    expect(chosen).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(before);
    expect(texts(made, "p")).toEqual([]);
  });

  it("drops a sentence with the language it was said in, and keeps a question for its answer", async () => {
    const { made } = await bar();
    made.say("success", "已生成“台账”", "untilNext");
    await made.updateComplete;
    drawAllAnew();
    await made.updateComplete;
    expect(texts(made, "p")).toEqual([]);
    made.ask("要替换吗", [{ label: "替换", chosen: () => undefined }], "untilNext");
    drawAllAnew();
    await made.updateComplete;
    expect(texts(made, "p")).toEqual(["要替换吗"]);
  });

  it("drops what was said of a cell once another one is selected, and nothing else", async () => {
    const { made } = await bar();
    made.say("info", "关于 A1", "untilSelection");
    made.selectionMoved();
    await made.updateComplete;
    expect(texts(made, "p")).toEqual([]);
    made.say("info", "已刷新", "untilNext");
    made.selectionMoved();
    await made.updateComplete;
    expect(texts(made, "p")).toEqual(["已刷新"]);
  });
});

describe("a long list", () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const row = (item: number) => html`<button type="button">${item}</button>`;

  it("draws its first rows and further ones when asked, the focus on the first of them", async () => {
    const holder = drawn(longList(numbers(250), row));
    const list = holder.querySelector("target-rows") as RowList;
    await list.updateComplete;
    expect(holder.querySelectorAll("li")).toHaveLength(100);
    const more = holder.querySelector<HTMLButtonElement>("ul + button");
    expect(more?.textContent.trim()).toBe(strings().pane.more(100));
    more?.click();
    await list.updateComplete;
    await list.updateComplete;
    expect(holder.querySelectorAll("li")).toHaveLength(200);
    expect(document.activeElement?.textContent.trim()).toBe("101");
    expect(holder.querySelector("ul + button")?.textContent.trim()).toBe(strings().pane.more(50));
  });

  it("begins anew with other items", async () => {
    const holder = drawn(longList(numbers(150), row));
    const list = holder.querySelector("target-rows") as RowList;
    await list.updateComplete;
    holder.querySelector<HTMLButtonElement>("ul + button")?.click();
    await list.updateComplete;
    render(longList(numbers(120), row), holder);
    await list.updateComplete;
    expect(holder.querySelectorAll("li")).toHaveLength(100);
  });
});

it("a finding is a button only where it leads somewhere", () => {
  const pressed = jest.fn();
  const holder = drawn([
    findingRow({ name: "新增学位", number: "欠255个", about: "市教育局" }, pressed),
    findingRow({ name: "粮食产量", about: "市农业农村局" }),
  ]);
  holder.querySelector("button")?.click();
  expect(pressed).toHaveBeenCalledTimes(1);
  expect(texts(holder, ".finding")).toEqual(["新增学位 欠255个 市教育局".replaceAll(" ", ""), "粮食产量市农业农村局"]);
  expect(holder.querySelectorAll("button")).toHaveLength(1);
});

it("texts are never read as markup", async () => {
  const holder = drawn(
    findings("<b>部门</b>", ["<img src=x onerror=alert(1)>"], (name) => findingRow({ name, about: "" })),
  );
  await (holder.querySelector("target-rows") as RowList).updateComplete;
  expect(texts(holder, "li")).toEqual(["<img src=x onerror=alert(1)>"]);
  expect(holder.querySelectorAll("b, img")).toHaveLength(0);
});

it("a choice shows what is chosen and tells what is chosen next", () => {
  const choose = jest.fn();
  const holder = drawn(
    choice<"a" | "b">(
      "各季度填",
      [
        ["a", "累计数"],
        ["b", "当季数"],
      ],
      "b",
      choose,
    ),
  );
  const list = holder.querySelector("select");
  expect(list?.value).toBe("b");
  if (list) list.value = "a";
  list?.dispatchEvent(new Event("change"));
  expect(choose).toHaveBeenCalledWith("a");
});

it("changes are listed by section, empty ones left out, before they are written", async () => {
  const write = jest.fn();
  const cancel = jest.fn();
  const section = (title: string, names: readonly string[]) => ({
    title,
    rows: names.map((name) => ({ name, about: "5,970 → 6,000" })),
  });
  const changes = {
    title: "更新台账",
    hint: "新增 2 行",
    sections: [section("改动", ["新增学位"]), section("已无", [])],
    write: "更新",
  };
  const holder = drawn(changeList(changes, { write, cancel }));
  await (holder.querySelector("target-rows") as RowList).updateComplete;
  expect(texts(holder, "h3")).toEqual([strings().pane.listTitle("改动", 1)]);
  const [cancelled, written] = holder.querySelectorAll<HTMLButtonElement>(".actions button");
  written?.click();
  cancelled?.click();
  expect([write.mock.calls.length, cancel.mock.calls.length]).toEqual([1, 1]);
});
