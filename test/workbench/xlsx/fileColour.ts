/** "#RRGGBB" as files write it. @example argb("#c6efce") // { argb: "FFC6EFCE" } */
export const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1).toUpperCase()}` });
