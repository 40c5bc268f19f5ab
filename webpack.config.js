/**
 * One build for everything.
 *
 * webpack --env office=global     the add-in into dist/, office.js from Microsoft's global address (the default)
 * webpack --env office=21vianet   the same for Microsoft 365 operated by 21Vianet
 * webpack --env office=local      the same with office.js beside the add-in, for closed networks
 * webpack --env workbench         the add-in (office=local) and the workbench page into build/
 *
 * --env url=https://example.gov.cn/target   the address the manifest names instead of https://localhost:3000
 * --env prefix=DEV                          functions called =DEV.TARGET(…), by an add-in of its own beside one that is deployed
 */
const { createHash } = require("crypto");
const { copyFileSync } = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { LicenseWebpackPlugin } = require("license-webpack-plugin");
const CssPlugin = require("mini-css-extract-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const FunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const { DefinePlugin } = require("webpack");
const plainFields = require("./test/workbench/engine/univer/plainFields.cjs");

const DEVELOPMENT_URL = "https://localhost:3000";
const OFFICE_JS = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  local: "office/office.js",
};
// Where office.js fetches its other parts from; the last is a library of Microsoft's it asks for where a page has none.
const OFFICE_ORIGINS = {
  global: ["https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"],
  "21vianet": ["https://appsforoffice.cdn.partner.office365.cn", "https://ajax.aspnetcdn.com"],
  local: [],
};
/**
 * What the pane's page may load and run: its own files, office.js, and nothing that was a text before. It may read catalogs from any
 * https address that a person names, which sends nothing but the address; from this computer over http only while developing.
 */
const policyOf = (office, isWorkbench) =>
  [
    "default-src 'none'",
    `script-src ${["'self'", ...OFFICE_ORIGINS[office]].join(" ")}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' https:${isWorkbench ? " http://localhost:*" : ""}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
// What office.js asks for beside itself, by host and language.
const OFFICE_FILES = [
  "office.js",
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "zh-cn/*.js",
  "en-us/*.js",
];

const shared = (mode) => ({
  mode,
  devtool: mode === "production" ? "source-map" : "cheap-module-source-map",
  target: "web",
  context: __dirname,
  // swc makes the same of it as webpack's own choice, terser, a little smaller and in a quarter of the time.
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { ecma: 2020, compress: { passes: 3, ecma: 2020 } },
      }),
    ],
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
      },
      { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      { test: /\.(woff2?|png|svg)$/, type: "asset/resource" },
    ],
  },
  cache: { type: "filesystem", cacheDirectory: path.resolve(__dirname, ".cache/webpack") },
  performance: { hints: false },
  stats: "errors-warnings",
});

/** Finishes functions.json, which the metadata plugin writes without knowing where the add-in will stand. */
class FunctionsFilePlugin {
  constructor(url) {
    this.url = url;
  }
  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    // The metadata plugin puts the file into every compilation, those of the page's template included.
    compiler.hooks.compilation.tap("FunctionsFile", ({ assets }) => {
      const metadata = JSON.parse(assets["functions.json"].source().toString().replaceAll(DEVELOPMENT_URL, this.url));
      // One cell in error must not cost a whole column its answer: where Excel can hand errors over, it does. The flag is documented
      // for the whole file only. Together with allowCustomDataForDataTypeAny, which the metadata tool writes, it crashes Excel 2021;
      // alone it does not.
      const finished = { allowErrorForDataTypeAny: true, ...metadata, allowCustomDataForDataTypeAny: undefined };
      assets["functions.json"] = new RawSource(JSON.stringify(finished, null, 2));
    });
  }
}

/**
 * The manifest is registered once and names the functions' script for good: a copy of it stands under that name. Excels with a shared
 * runtime, the only ones the add-in asks for, run the page instead.
 */
class LastingNamePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("LastingName", ({ entrypoints, outputOptions }) => {
      const named = entrypoints
        .get("functions")
        ?.getFiles()
        .find((name) => name.endsWith(".js"));
      if (named) copyFileSync(path.join(outputOptions.path, named), path.join(outputOptions.path, "functions.js"));
    });
  }
}

/** Takes the builder's own folder out of what is built (a library's import.meta.url): the same sources give the same bytes anywhere. */
class NoFoldersPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const folder = pathToFileURL(compiler.context).href;
    const stage = Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS;
    compiler.hooks.compilation.tap("NoFolders", (compilation) => {
      compilation.hooks.processAssets.tap({ name: "NoFolders", stage }, () => {
        for (const name of Object.keys(compilation.assets)) {
          const text = name.endsWith(".js") ? compilation.assets[name].source().toString() : "";
          if (!text.includes(folder)) continue;
          compilation.updateAsset(name, (source) => {
            const replaced = new sources.ReplaceSource(source);
            for (let at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + 1))
              replaced.replace(at, at + folder.length - 1, "file://");
            return replaced;
          });
        }
      });
    });
  }
}

/**
 * The manifest as it is published: at its address, and with a prefix as another add-in, with an identity, a name and a namespace of its own.
 */
function publishedManifest(text, url, prefix) {
  const published = text.replaceAll(DEVELOPMENT_URL, url);
  if (!prefix) return published;
  const replaced = (manifest, from, to) => {
    if (!from.test(manifest)) throw new Error(`manifest.xml has no ${from.source}`);
    return manifest.replace(from, to);
  };
  const digits = createHash("sha256").update(`target-vs-actual ${prefix}`).digest("hex");
  const id = digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-5$3-8$4-$5");
  return [
    [/(<Id>)[^<]*/, `$1${id}`],
    [/(<DisplayName DefaultValue="[^"]*)/, `$1 (${prefix})`],
    [/ *<!-- Without a Namespace[^]*?-->\n/, ""],
    [/( *)<\/Metadata>\n/, '$&$1<Namespace resid="Functions.Prefix" />\n'],
    [/( *)<bt:ShortStrings>\n/, `$&$1  <bt:String id="Functions.Prefix" DefaultValue="${prefix}" />\n`],
  ].reduce((manifest, [from, to]) => replaced(manifest, from, to), published);
}

function addin(mode, output, office, { url, prefix, isWorkbench = false }) {
  return {
    ...shared(mode),
    name: "addin",
    // Functions and commands are one part and come first: a cell never waits for the pane.
    entry: {
      functions: ["./src/functions/functions.ts", "./src/commands/commands.ts"],
      taskpane: { import: "./src/taskpane/taskpane.ts", dependOn: "functions" },
    },
    // Names change with contents, so that no cache ever serves a mixture of two versions.
    output: {
      path: output,
      filename: "[name].[contenthash:10].js",
      chunkFilename: "[name].[contenthash:10].js",
      clean: { keep: /^workbench\// },
    },
    plugins: [
      new FunctionsMetadataPlugin({ input: "./src/functions/functions.ts", output: "functions.json" }),
      new FunctionsFilePlugin(url),
      new DefinePlugin({ FUNCTIONS_PREFIX: JSON.stringify(prefix) }),
      new NoFoldersPlugin(),
      new LastingNamePlugin(),
      // Which libraries are inside, with their licences.
      new LicenseWebpackPlugin({
        outputFilename: "LICENSES.txt",
        perChunkOutput: false,
        addBanner: false,
        stats: { warnings: false, errors: true },
      }),
      new CssPlugin({ filename: "[name].[contenthash:10].css" }),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        templateParameters: { officeJs: OFFICE_JS[office], policy: policyOf(office, isWorkbench) },
        inject: "body",
        scriptLoading: "blocking",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/*.md", "**/screenshot*", "**/help/**"] } },
          { from: "assets/help", to: "help" },
          { from: "src/taskpane/oldBrowser.js" },
          { from: "node_modules/pdfjs-dist/cmaps/*.bcmap", to: "reader/cmaps/[name][ext]" },
          { from: "manifest.xml", transform: (text) => publishedManifest(text.toString(), url, prefix) },
          ...(office === "local"
            ? OFFICE_FILES.map((from) => ({
                from,
                context: officeFolder(),
                to: "office/[path][name][ext]",
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
  };
}

function workbench(mode, output) {
  const common = shared(mode);
  const engine = {
    test: plainFields.ENGINE,
    loader: require.resolve("./test/workbench/engine/univer/plainFields.cjs"),
  };
  return {
    ...common,
    name: "workbench",
    module: { rules: [...common.module.rules, engine] },
    // Neither minified nor mapped: it is never shipped, and both take minutes on the spreadsheet's eleven megabytes.
    devtool: false,
    optimization: { ...common.optimization, minimize: false },
    entry: { workbench: "./test/workbench/page/workbench.ts" },
    output: {
      path: output,
      filename: "[name].js",
      chunkFilename: "[name].js",
      assetModuleFilename: "files/[hash][ext]",
      clean: true,
    },
    plugins: [
      new CssPlugin({ ignoreOrder: true }),
      new HtmlPlugin({
        filename: "index.html",
        template: "./test/workbench/page/workbench.html",
        scriptLoading: "blocking",
      }),
    ],
  };
}

const officeFolder = () => path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));

/** What `--env` may set besides what webpack and knip pass along themselves. */
const SETTINGS = ["office", "prefix", "url", "workbench"];

module.exports = (env = {}, argv = {}) => {
  const unknown = Object.keys(env).filter(
    (name) => !SETTINGS.includes(name) && !/^(WEBPACK_|mode$|production$)/.test(name),
  );
  if (unknown.length > 0) throw new Error(`--env ${unknown.join(", ")}: only ${SETTINGS.join(", ")} can be set`);
  const mode = argv.mode ?? "production";
  const office = env.workbench ? "local" : (env.office ?? "global");
  if (!(office in OFFICE_JS))
    throw new Error(`--env office=${office}: use one of ${Object.keys(OFFICE_JS).join(", ")}`);
  const url = (env.url ?? DEVELOPMENT_URL).replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"'<>]+$/.test(url)) throw new Error(`--env url=${url}: an https address is needed`);
  const prefix = env.prefix ?? "";
  if (!/^([A-Z][A-Z0-9]{0,19})?$/.test(prefix))
    throw new Error(`--env prefix=${prefix}: capital letters and digits, a letter first, twenty at most (DEV)`);
  const output = path.resolve(__dirname, env.workbench ? "build" : "dist");
  return env.workbench
    ? [addin(mode, output, office, { url, prefix, isWorkbench: true }), workbench(mode, path.join(output, "workbench"))]
    : [addin(mode, output, office, { url, prefix })];
};
module.exports.publishedManifest = publishedManifest;
