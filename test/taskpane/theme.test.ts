import { luminance } from "../../src/taskpane/theme";

describe("light or dark", () => {
  it.each([
    ["#FFFFFF", 1],
    ["#000000", 0],
    ["#E6E6E6", 0.79],
    ["#666666", 0.13],
    ["#262626", 0.02],
  ])("reads the luminance of %s as %s", (colour, expected) => {
    expect(luminance(colour)).toBeCloseTo(expected, 2);
  });
});
