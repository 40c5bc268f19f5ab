/** The sentences in English, for people whose Excel is. */
import { zh, type Strings } from "./zh";

export const en: Strings = zh;
