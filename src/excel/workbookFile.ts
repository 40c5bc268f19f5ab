/** Which files of other workbooks this Excel takes in. */
import { MEGABYTE } from "../files/refusal";

const LARGEST_ON_WEB = 3.6 * MEGABYTE; // in base64 it is a third more, and Excel on the web takes requests below 5 MB
const LARGEST_ON_DESKTOP = 30 * MEGABYTE;

const isOnTheWeb = (): boolean => Office.context.platform === Office.PlatformType.OfficeOnline;

/** The largest file this Excel takes in one request, in bytes. */
export function largestFile(): number {
  return isOnTheWeb() ? LARGEST_ON_WEB : LARGEST_ON_DESKTOP;
}

/** Whether this Excel takes sheets of other workbooks in on which charts and the like lie. */
export function takesObjects(): boolean {
  return !isOnTheWeb();
}
