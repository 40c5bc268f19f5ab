/** Every command × every request × five ways, in a ledger people have lived in: columns, notes and formulas of their own, other sheets that point at it. */
import { tryIn } from "./trials";

tryIn("livedIn", { which: 0, of: 2 });
