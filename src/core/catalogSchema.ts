/**
 * The shape of a catalog file, described once. From here come the TypeScript types (types.ts),
 * assets/catalogs/catalog.schema.json and the compiled validator (catalogShape.js): `npm run generate` writes the latter two.
 * The meaning of each field is explained in its description, the rules in RULES.md.
 */
import { Type, type TSchema } from "@sinclair/typebox";
import { LARGEST_AMOUNT } from "./units";

const literals = <T extends string[]>(values: [...T], description: string) =>
  Type.Unsafe<T[number]>({ type: "string", enum: values, description });
/** Every size has a bound, so that a file that means harm is refused before anything reckons with it. In characters, and in items. */
const NAME_LENGTH = 200; // a text within a formula may have 255
const TEXT_LENGTH = 4000;
const UNIT_LENGTH = 20;
const PASSAGE_LENGTH = 600;
const ADDRESS_LENGTH = 500;
const MOST_NAMES = 200;
const MOST_DOCUMENTS = 2000;
const MOST_DEPARTMENTS = 10_000;
const MOST_COMMITMENTS = 200_000; // three thousand counties with some dozens each
const MOST_PLACES = 5000;
const MOST_REVISIONS = 50;
const MOST_PERIODS = 500; // forty years by month
const text = (description: string, maxLength = TEXT_LENGTH) => Type.String({ pattern: "\\S", maxLength, description });
const name = (description: string) => text(description, NAME_LENGTH);
const figure = (description?: string) =>
  Type.Number({
    minimum: -LARGEST_AMOUNT,
    maximum: LARGEST_AMOUNT,
    ...(description === undefined ? {} : { description }),
  });
const date = (description: string) =>
  Type.String({ pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", maxLength: 10, description });
const closed = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false });

export const ComparatorSchema = literals(
  ["atLeast", "moreThan", "about", "atMost", "lessThan", "range", "plain"],
  "How an actual is held against the value: 以上/达到, 超过, 左右, 以内/不超过, 低于, a range, or no word at all",
);

export const TargetSchema = Type.Union([
  closed({
    comparator: ComparatorSchema,
    value: figure("The figure, in the unit beside it; the lower end of a range"),
    valueMax: Type.Optional(figure("The upper end of a range")),
    unit: text("The unit as people write it, 万 and 亿 included: 个, 万亩, 亿斤, %, 百分点", UNIT_LENGTH),
  }),
  closed({
    comparator: ComparatorSchema,
    relativeTo: Type.Literal("lastYear", { description: "Last year's level, which is the baseline once it is known" }),
    unit: text("The unit of last year's level", UNIT_LENGTH),
  }),
  closed({ coverage: Type.Literal("complete", { description: "全覆盖: all of what is counted, judged as 100 %" }) }),
]);

export const SourceSchema = closed({
  document: name("Id of the document"),
  section: text("Heading under which the phrase stands"),
  speaker: Type.Optional(text("Who said it, with office")),
  phrase: text("The short phrase that carries the promise, as printed"),
  passage: Type.Optional(text("More of what stands around the phrase, for who reads the card", PASSAGE_LENGTH)),
});

/** A figure of an earlier period, as it was published. */
export const HistorySchema = closed({
  period: text("The period it counts to the end of, from the start of its year: 2023, 2023Q2, 2023-06", UNIT_LENGTH),
  value: figure(
    "What was counted; of a growth rate either the rate or, with its unit, the level it is worked out from",
  ),
  unit: Type.Optional(text("Its unit, where that is not the target's", UNIT_LENGTH)),
  state: literals(["final", "preliminary", "flash"], "核定, 初步 or 快报"),
});

/** A target set anew: the earlier figure holds before the day, this one from it on. */
export const RevisionSchema = closed({
  from: date("First day on which the new figure holds"),
  value: figure("The new figure, in the target's unit; the lower end of a range"),
  valueMax: Type.Optional(figure("The upper end of a range")),
  basis: text("The document or decision it rests on"),
  by: name("Who recorded it"),
  recorded: date("When it was recorded"),
});

export const PartSchema = closed({
  place: name("Id of the place"),
  value: Type.Optional(figure("The figure the city set (市下达), in the target's unit; the lower end of a range")),
  valueMax: Type.Optional(figure("The upper end of a range")),
  ownPledge: Type.Optional(figure("The place's own pledge (自定), in the target's unit")),
  revisions: Type.Optional(Type.Array(RevisionSchema, { maxItems: MOST_REVISIONS, description: "As of a commitment" })),
  history: Type.Optional(Type.Array(HistorySchema, { maxItems: MOST_PERIODS, description: "The place's own figures" })),
  source: Type.Optional(SourceSchema),
});

const share = Type.Number({ minimum: 0, maximum: 1 });
const shares = (count: number, description: string) =>
  Type.Array(share, { minItems: count, maxItems: count, description });

export const CommitmentSchema = closed({
  id: Type.String({
    pattern: "^[A-Z]{2,8}[0-9]{4}-[0-9]{3,7}$",
    maxLength: 20,
    description: "Never reused: it works in a formula in place of both names",
  }),
  department: name("Id of the responsible department"),
  indicator: name("Name of the indicator, unique within its department"),
  aliases: Type.Optional(Type.Array(name("Another name of the indicator"), { maxItems: MOST_NAMES })),
  kind: literals(
    ["flow", "stock", "growth", "ratio", "milestone"],
    "Counted over the period, a level to reach, a rate of change, a share, or done and not done",
  ),
  modality: literals(
    ["ensure", "plan", "strive", "stated"],
    "确保, 计划, 力争, or no word: how firm the promise is; never changes the comparison",
  ),
  direction: Type.Optional(
    literals(
      ["up", "down"],
      "Which way is good; down where less is better. Absent: up, or down with atMost and lessThan",
    ),
  ),
  target: Type.Optional(TargetSchema),
  sumOf: Type.Optional(
    Type.Array(name("Id of a part"), {
      maxItems: 5000,
      minItems: 2,
      description: "A declared total of commitments with the same unit and kind",
    }),
  ),
  annualTargets: Type.Optional(
    Type.Record(Type.String({ pattern: "^\\d{4}$" }), figure(), {
      maxProperties: 50,
      additionalProperties: false,
      description:
        "For a promise over several years, what was planned for a year: a flow's amount within it, else the level at its end",
    }),
  ),
  from: date("First day of the period"),
  due: date("Last day of the period"),
  baseline: Type.Optional(
    closed({
      value: figure("The level at the start, in the target's unit"),
      asOf: Type.Optional(date("The day of that level")),
      phrase: Type.Optional(text("The phrase that carries it")),
    }),
  ),
  profile: Type.Optional(
    Type.Union([
      literals(["linear", "atDue"], "By elapsed months, or nothing before the due date"),
      closed({
        quarterShares: shares(4, "Share of the year's target due by the end of each quarter, cumulative"),
      }),
      closed({
        monthShares: shares(12, "Share of the year's target due by the end of each month, cumulative"),
      }),
    ]),
  ),
  review: literals(["confirmed", "unclear"], "An unclear entry is shown but never served as a target"),
  reviewReason: Type.Optional(text("Why the entry is unclear")),
  source: SourceSchema,
  alsoPromised: Type.Optional(
    Type.Array(SourceSchema, { maxItems: 100, description: "Where the same promise is made again" }),
  ),
  note: Type.Optional(text("A remark of the editors of the catalog")),
  supporting: Type.Optional(
    Type.Array(name("Id of a department or a place"), {
      maxItems: MOST_NAMES,
      description: "配合单位: who helps. The department leads and reports",
    }),
  ),
  parts: Type.Optional(
    Type.Array(PartSchema, {
      maxItems: MOST_PLACES,
      description: "分解: the figure of each place. Never changes the target",
    }),
  ),
  revisions: Type.Optional(
    Type.Array(RevisionSchema, { maxItems: MOST_REVISIONS, description: "调整: figures that took the target's place" }),
  ),
  history: Type.Optional(
    Type.Array(HistorySchema, { maxItems: MOST_PERIODS, description: "Figures of earlier periods of the indicator" }),
  ),
  rhythm: Type.Optional(
    literals(["monthly", "quarterly", "halfYearly", "yearly"], "How often it is reported. Absent: monthly"),
  ),
  path: Type.Optional(
    literals(
      ["linear", "compound"],
      "How a promise over several years runs between the values set: straight from base to end, or by an even rate (年均)",
    ),
  ),
  binding: Type.Optional(literals(["binding", "expected"], "约束性 or 预期性")),
  weight: Type.Optional(Type.Number({ minimum: 0, maximum: 1000, description: "权重 of the assessment, in points" })),
  scoreRule: Type.Optional(
    literals(["byAttainment", "fullOrNone", "byRank"], "按完成率, 完成得满分 or 按名次. Absent: 按完成率"),
  ),
});

export const PlaceSchema = closed({
  id: name("Id"),
  name: name("Name, with its level: 松滋市"),
  aliases: Type.Optional(Type.Array(name("Another name"), { maxItems: MOST_NAMES })),
  group: Type.Optional(name("Group it is ranked in, among its equals")),
});

/** What a person did to a catalog after it was published: who, when and why. */
export const CorrectionSchema = closed({
  commitment: name("Id of the commitment"),
  what: literals(
    ["revised", "confirmed", "baseline", "history", "added", "retired", "decided"],
    "A revised figure, a confirmation, a baseline or earlier figure entered, an entry added or taken out, a contradiction decided",
  ),
  before: Type.Optional(text("What stood there before")),
  by: name("Who did it"),
  recorded: date("When it was recorded"),
  why: text("The reason, or the document it rests on"),
});

/** A commitment that is not served any more and not lost either. */
export const SetAsideSchema = closed({
  commitment: CommitmentSchema,
  inFavourOf: Type.Optional(name("Id of the commitment that holds in its place")),
  by: name("Who decided"),
  recorded: date("When it was recorded"),
  why: text("The reason"),
});

export const FactSchema = closed({
  department: name("Id of the department it concerns"),
  label: text("What was counted"),
  value: figure(),
  unit: text("Unit as written", UNIT_LENGTH),
  asOf: text("When, in the words of the source"),
  phrase: text("The phrase that carries it"),
});

export const CatalogSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String({ maxLength: TEXT_LENGTH })),
    schemaVersion: Type.Unsafe<1 | 2>({
      type: "integer",
      minimum: 1,
      maximum: 2,
      description:
        "2 where anything of places, supporters, revisions, history, rhythm, paths, scores, passages or addresses is used",
    }),
    id: name("Id of the catalog, as in jingzhou-2024"),
    title: text("Title shown to people"),
    region: name("The place, with its level: 荆州市"),
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    version: text("Version of the catalog, a date by custom"),
    documents: Type.Array(
      closed({
        id: name("Id"),
        title: text("Title"),
        publisher: Type.Optional(text("Publisher")),
        date: Type.Optional(text("Date of publication")),
        url: Type.Optional(text("Where it can be read: an https address", ADDRESS_LENGTH)),
      }),
      { maxItems: MOST_DOCUMENTS },
    ),
    departments: Type.Array(
      closed({
        id: name("Id"),
        name: name("Name"),
        aliases: Type.Optional(Type.Array(name("Another name"), { maxItems: MOST_NAMES })),
      }),
      { maxItems: MOST_DEPARTMENTS },
    ),
    places: Type.Optional(
      Type.Array(PlaceSchema, { maxItems: MOST_PLACES, description: "县市区 over which targets are split" }),
    ),
    commitments: Type.Array(CommitmentSchema, { maxItems: MOST_COMMITMENTS }),
    corrections: Type.Optional(
      Type.Array(CorrectionSchema, { maxItems: MOST_COMMITMENTS, description: "What was corrected, by whom and why" }),
    ),
    setAside: Type.Optional(
      Type.Array(SetAsideSchema, {
        maxItems: MOST_COMMITMENTS,
        description: "Retired, or decided against: kept, not served",
      }),
    ),
    facts: Type.Optional(
      Type.Array(FactSchema, { maxItems: MOST_COMMITMENTS, description: "Figures about the past: never targets" }),
    ),
  },
  { additionalProperties: false, title: "承诺目录", description: "What a region's departments promise for a year" },
);
