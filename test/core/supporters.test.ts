/** Rows of those who help (配合): whose they are and what they show. */
import { helpedId, helpedWith, helpingWith, idOfHelped } from "../../src/core/supporters";
import { amount, shaped } from "./shaped";

const index = shaped(
  { kind: "flow", target: amount(8), supporting: ["finance", "songzi", "reform"] },
  { kind: "flow", target: amount(9) },
);
const [split, alone] = index.catalog.commitments;
const [, reform, finance] = index.catalog.departments;

it("names the promise and who helps, and is read back", () => {
  const id = helpedId(split!, reform!);
  expect(id).toBe("TT2024-001+reform");
  expect(idOfHelped(id)).toBe("TT2024-001");
  expect(helpedWith(index, id)).toEqual({ commitment: split, supporter: reform });
  expect(helpedWith(index, "TT2024-001+finance")).toEqual({ commitment: split, supporter: finance });
});

it.each([
  ["an own id", "TT2024-001"],
  ["a promise nobody knows", "TT2024-009+reform"],
  ["who does not help", "TT2024-002+reform"],
  ["a place that helps", "TT2024-001+songzi"],
  ["nobody", "TT2024-001+"],
  ["no id", ""],
])("is nothing for %s", (_, id) => {
  expect(helpedWith(index, id)).toBeNull();
});

it("is no supporter's id without the sign between the two", () => {
  expect(["TT2024-001", "", "+reform"].map(idOfHelped)).toEqual([null, null, ""]);
});

it("lists the departments in the catalog's order, and no places", () => {
  expect(helpingWith(index, split!).map(({ supporter }) => supporter.id)).toEqual(["reform", "finance"]);
  expect(helpingWith(index, alone!)).toEqual([]);
});
