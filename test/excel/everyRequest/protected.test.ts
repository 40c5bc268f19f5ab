/** Every command × every request × five ways, in a protected workbook. */
import { tryIn } from "./trials";

tryIn("protected");
