/** Imported before the spreadsheet engine, it has Node load it with plain fields. */
require("../engine/univer/plainFields.cjs").register();
