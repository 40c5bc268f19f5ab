/**
 * Who may import whom (dependency-cruiser). The arrows between the rooms of src are one-way, the packages of each room are
 * listed, src knows nothing of test, and nothing imports itself in a circle. `arrows.test.ts` plants a violation of each rule.
 */

/** The rooms a room may import, and the packages that may run in it. */
const ROOMS = {
  core: { rooms: [], packages: ["@sinclair/typebox", "fastest-levenshtein"] },
  files: { rooms: ["core"], packages: ["fflate", "saxes"] },
  importer: { rooms: ["core", "files"], packages: ["fast-xml-parser", "mammoth", "pdfjs-dist"] },
  strings: { rooms: ["core"], packages: [] },
  sheets: { rooms: ["core", "strings"], packages: [] },
  excel: { rooms: ["core", "sheets", "files"], packages: [] },
  functions: { rooms: ["core", "excel", "strings"], packages: [] },
  taskpane: {
    rooms: ["core", "importer", "sheets", "excel", "strings", "files"],
    packages: ["lit", "@lit-labs/virtualizer", "pinyin-pro"],
  },
  commands: { rooms: ["core", "importer", "sheets", "excel", "strings"], packages: [] },
  commandLine: { rooms: ["core", "importer", "sheets", "strings", "files"], packages: [], node: true },
};
const names = Object.keys(ROOMS);
const oneOf = (words) => (words.length === 0 ? "(?!)" : `(${words.join("|")})`);

const roomRules = names.flatMap((room) => {
  const { rooms, packages, node = false } = ROOMS[room];
  const from = { path: `^src/${room}/` };
  return [
    {
      name: `${room}-rooms`,
      severity: "error",
      comment: `${room} imports ${rooms.join(", ") || "no other room"}`,
      from,
      to: { path: "^src/", pathNot: `^src/${oneOf([room, ...rooms])}/` },
    },
    {
      name: `${room}-packages`,
      severity: "error",
      comment: `${room} uses ${packages.join(", ") || "no package"}`,
      from,
      to: { path: "^node_modules/", pathNot: `^node_modules/${oneOf(packages)}(/|$)` },
    },
    ...(node
      ? []
      : [
          {
            name: `${room}-node`,
            severity: "error",
            comment: `${room} runs in a page, without Node`,
            from,
            to: { dependencyTypes: ["core"] },
          },
        ]),
  ];
});

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "rooms-are-known",
      severity: "error",
      comment: "a folder of src has its line in ROOMS",
      from: {},
      to: { path: "^src/", pathNot: `^src/${oneOf(names)}/` },
    },
    {
      name: "src-stands-alone",
      severity: "error",
      comment: "what ships imports nothing that only proves it",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
    {
      name: "no-circle",
      severity: "error",
      comment: "nothing imports itself in a circle",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "what is imported exists",
      from: {},
      to: { couldNotResolve: true, pathNot: "^custom-functions|\\.css$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    exclude: { path: "\\.css$" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".d.ts", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    tsConfig: { fileName: "tsconfig.json" },
  },
};
