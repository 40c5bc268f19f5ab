import path from "node:path";

/** The folder with package.json: where build/, .cache/ and test-results/ stand. */
export const projectFolder = path.resolve(__dirname, "..", "..", "..");
