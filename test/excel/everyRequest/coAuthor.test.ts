/** Every command × every request × five ways, in a workbook in which a co-author adds a sheet of the same name. */
import { tryBesideCoAuthor } from "./trials";

tryBesideCoAuthor();
