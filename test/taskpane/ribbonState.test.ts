/** A ribbon that refuses an update for a moment is asked again. */
import { askAgain } from "../../src/taskpane/ribbonState";

it.each([
  [0, true, 1],
  [1, true, 2],
  [4, true, 5],
  [5, false, 5],
])("refused %d times, it is granted: %s, after %d requests", async (refusals, isGranted, requests) => {
  let asked = 0;
  let pauses = 0;
  const granted = await askAgain(
    () => {
      asked += 1;
      return asked <= refusals ? Promise.reject(new Error("the ribbon is being drawn")) : Promise.resolve();
    },
    () => {
      pauses += 1;
      return Promise.resolve();
    },
  );
  expect([granted, asked, pauses]).toEqual([isGranted, requests, requests - 1]);
});
