import { generatedFiles, isCurrent } from "./generate";
import { functionHelp } from "./helpPage";

it("the generated files are what their sources make today (npm run generate)", async () => {
  for (const [file, text] of await generatedFiles()) expect([file, isCurrent(file, text)]).toEqual([file, true]);
});

it("every function has an example and every parameter its help", async () => {
  for (const { name, examples, parameters, returns } of await functionHelp()) {
    expect([name, examples.length > 0 && examples.every(({ formula, answer }) => formula && answer)]).toEqual([
      name,
      true,
    ]);
    expect([name, parameters.every(({ description }) => description.length > 3)]).toEqual([name, true]);
    expect([name, returns.length > 0]).toEqual([name, true]);
  }
});
