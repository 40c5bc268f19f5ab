/** A long catalog is checked in steps: it comes to the same as at once, and others have their turn meanwhile. */
import { CatalogError } from "../../src/core/errors";
import { validateCatalog, validateInSteps } from "../../src/core/loadCatalog";
import { catalogOfSize } from "../bench/catalogs";

const MANY = 4500;
const long = () => structuredClone(catalogOfSize(MANY)) as { commitments: Record<string, unknown>[] };

async function issuesOf(value: unknown): Promise<unknown> {
  const inSteps: unknown = await validateInSteps(value, () => Promise.resolve()).catch((error: unknown) => error);
  let atOnce: unknown;
  try {
    validateCatalog(value);
  } catch (error) {
    atOnce = error;
  }
  if (!(atOnce instanceof CatalogError)) throw new Error("it was taken");
  expect(inSteps).toEqual(atOnce);
  return (atOnce.facts as { issues: unknown }).issues;
}

it("gives others their turn, and says how much is done", async () => {
  const parts: number[] = [];
  const catalog = await validateInSteps(long(), (part) => Promise.resolve(void parts.push(part)));
  expect(catalog).toEqual(catalogOfSize(MANY));
  expect(parts.length).toBeGreaterThan(8);
  expect(parts).toEqual([...parts].sort((one, other) => one - other));
  expect(parts.every((part) => part > 0 && part <= 1)).toBe(true);
});

it.each<[string, number, (commitment: Record<string, unknown>) => void, unknown]>([
  [
    "a wrong type",
    4321,
    (each) => (each["indicator"] = 7),
    { path: "/commitments/4321/indicator", problem: "wrongType" },
  ],
  ["an unknown field", 2000, (each) => (each["x"] = 7), { path: "/commitments/2000", problem: "unknownField" }],
  ["a lacking one", 1999, (each) => delete each["kind"], { path: "/commitments/1999", problem: "missing" }],
  ["nobody's", 4499, (each) => (each["department"] = "x"), { path: "/commitments/4499/department" }],
  [
    "an id that comes twice",
    4400,
    (each) => (each["id"] = catalogOfSize(1).commitments[0]?.id),
    { problem: "duplicateId" },
  ],
])("%s is told with its place", async (_name, at, spoil, issue) => {
  const catalog = long();
  spoil(catalog.commitments[at]!);
  expect(await issuesOf(catalog)).toContainEqual(expect.objectContaining(issue));
});

it("more promises than the schema lets be are refused", async () => {
  const [one] = catalogOfSize(1).commitments;
  const catalog = { ...catalogOfSize(1), commitments: Array.from({ length: 200_001 }, () => one) };
  expect(await issuesOf(catalog)).toEqual([expect.objectContaining({ path: "/commitments", problem: "tooMany" })]);
});
