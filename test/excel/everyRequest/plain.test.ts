/** Every command × every request × five ways, in a ledger as it is made, each command pressed twice. */
import { tryIn } from "./trials";

tryIn("plain");
