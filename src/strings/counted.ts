/** Things counted in an English sentence, with the right form of their name. */

/** @example counted(1, "row") // "1 row"; counted(0, "county", "counties") // "0 counties"; counted(1200, "row") // "1,200 rows" */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : several}`;
