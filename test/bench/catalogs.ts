/** Catalogs of any size, and names asked for as people type them. Reproducible: a small generator with a fixed seed. */
import type { Catalog } from "../../src/core/types";

const DEPARTMENT_SIZE = 50; // commitments of one department
const STEMS = [
  "新增学位",
  "改造小区",
  "新建道路",
  "引进项目",
  "培训人员",
  "创建园区",
  "建设泵站",
  "治理河道",
  "新增床位",
  "整治村庄",
];

/** A catalog of `size` flows; every department holds up to fifty. */
export function catalogOfSize(size: number): Catalog {
  const departments = Array.from({ length: Math.ceil(size / DEPARTMENT_SIZE) }, (_, index) => ({
    id: `d${index}`,
    name: `市第${index}局`,
  }));
  return {
    schemaVersion: 1,
    id: `bench-${size}`,
    title: "测量用目录",
    region: "荆州市",
    year: 2024,
    version: "1",
    documents: [{ id: "r", title: "报告" }],
    departments,
    commitments: Array.from({ length: size }, (_, index) => ({
      id: `BB2024-${String(index + 1).padStart(7, "0")}`,
      department: `d${Math.floor(index / DEPARTMENT_SIZE)}`,
      indicator: `${STEMS[index % STEMS.length] ?? ""}${index % DEPARTMENT_SIZE}号`,
      kind: "flow",
      modality: "stated",
      target: { comparator: "plain", value: index + 1, unit: "个" },
      from: "2024-01-01",
      due: "2024-12-31",
      review: "confirmed",
      source: { document: "r", section: "一", phrase: "原文" },
    })),
  };
}

/** Ten catalogs of ten regions, each with ids of its own. */
export function shelfOfTen(size: number): Catalog[] {
  return Array.from({ length: 10 }, (_, at) => {
    const catalog = catalogOfSize(size);
    const letters = String.fromCharCode(65 + at).repeat(2);
    return {
      ...catalog,
      id: `bench-${at}`,
      region: at === 0 ? catalog.region : `${"甲乙丙丁戊己庚辛壬癸".charAt(at)}州市`,
      commitments: catalog.commitments.map((each) => ({ ...each, id: each.id.replace(/^BB/, letters) })),
    };
  });
}

/** One question as typed, and the exact names behind it; `isMiss` where no such indicator exists. */
export interface Question {
  readonly typedDepartment: string;
  readonly typedIndicator: string;
  readonly department: string;
  readonly indicator: string;
  readonly isMiss: boolean;
}

/**
 * Questions as a sheet holds them: a working set of `distinct` cells' names, asked over and over. One in three is written with
 * spaces, without 市 or in full width; one in twenty is a miss.
 */
export function questions(catalog: Catalog, count: number, distinct: number): Question[] {
  const random = generator(20241231);
  const names = new Map(catalog.departments.map(({ id, name }) => [id, name]));
  const pool = Array.from({ length: distinct }, (): Question => {
    const commitment = catalog.commitments[Math.floor(random() * catalog.commitments.length)];
    const department = names.get(commitment?.department ?? "") ?? "";
    const isMiss = random() < 0.05;
    const indicator = `${commitment?.indicator ?? ""}${isMiss ? "改" : ""}`;
    const way = random();
    const typedDepartment = way < 0.11 ? ` ${department}` : way < 0.22 ? department.slice(1) : department;
    const typedIndicator = way > 0.89 ? fullWidth(indicator) : indicator;
    return { typedDepartment, typedIndicator, department, indicator, isMiss };
  });
  return Array.from({ length: count }, () => pool[Math.floor(random() * pool.length)] as Question);
}

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Numbers between 0 and 1, the same at every run (a linear congruence). */
export function generator(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
