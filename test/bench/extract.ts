/**
 * How well the importer reads: precision, recall and F1 of spans with values, then how often it is right about the hits.
 * `npm run bench:extract`; `-- --remarks` lists what it got wrong. The project's own passages always, real ones where they lie beside the project.
 */
import { importReport } from "../../src/importer/importReport";
import { labelledPassages, LABELLED_CORPUS, ownPassages } from "../importer/passages";
import { ATTRIBUTES, emptyScore, measures, scoreInto, type Passage, type Score } from "../importer/scoring";

const share = (value: number) => value.toFixed(3);

function line(id: string, score: Score): string {
  const { precision, recall, f1 } = measures(score);
  const attributes = ATTRIBUTES.map((attribute) =>
    score.asked[attribute] === 0 ? "  –  " : share(score.right[attribute] / score.asked[attribute]),
  );
  return [id.padEnd(24), share(precision), share(recall), share(f1), ...attributes].join(" | ");
}

function report(title: string, passages: readonly Passage[]): void {
  console.log(`\n${title}`);
  console.log(["passage".padEnd(24), "prec.", "rec. ", "F1   ", ...ATTRIBUTES].join(" | "));
  const total = emptyScore();
  for (const passage of passages) {
    const { drafts } = importReport(passage.text, { year: passage.year });
    const score = emptyScore();
    scoreInto(score, passage, drafts);
    scoreInto(total, passage, drafts);
    console.log(line(passage.id, score));
    if (process.argv.includes("--remarks")) for (const remark of score.remarks) console.log(`    ${remark}`);
  }
  console.log(line("all", total));
}

report("Passages written for this project", ownPassages());
const labelled = labelledPassages();
if (labelled) report("Real passages", labelled);
else console.log(`\nNo real passages beside the project (${LABELLED_CORPUS}): left out.`);
