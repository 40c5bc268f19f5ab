/** When in the year a target falls due: its shares by quarter or by month. */
import type { Profile } from "./types";

/** The cumulative shares of a profile, by quarter or by month. */
export const sharesOf = (profile: Exclude<Profile, string>): readonly number[] =>
  "monthShares" in profile ? profile.monthShares : profile.quarterShares;

/** The share due by the end of the month or quarter at a position of so many in the year; without shares in even steps. */
export function shareBy(profile: Profile, at: number, count: number): number {
  if (typeof profile === "string") return (at + 1) / count;
  const shares = sharesOf(profile);
  // Shares by quarter stand still within a quarter.
  return shares.length === count ? (shares[at] ?? 1) : (shares[Math.floor((at + 1) / 3) - 1] ?? 0);
}
