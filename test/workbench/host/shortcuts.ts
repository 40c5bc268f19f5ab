/**
 * The add-in's keyboard shortcuts: which keys lead to which action, from the file its manifest names in `ExtendedOverrides`, and
 * as a person has them set through `Office.actions.replaceShortcuts`.
 */
import { OfficeError } from "./errors";
import { text } from "./model/check";

/** A key pressed, by the numbers browsers give keys. */
export interface KeyPress {
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** The file as the extended manifest's schema has it; `web` is taken before `default`. */
export interface ShortcutsFile {
  readonly actions: readonly { readonly id: string; readonly type: string; readonly name: string }[];
  readonly shortcuts: readonly {
    readonly action: string;
    readonly key: { readonly default: string; readonly web?: string };
  }[];
}

const MODIFIERS = { ctrl: "ctrlKey", alt: "altKey", shift: "shiftKey", command: "metaKey" } as const;
const NAMED_KEYS: Readonly<Record<string, number>> = { left: 37, up: 38, right: 39, down: 40 };
const FIRST_FUNCTION_KEY = 112;
const LAST_FUNCTION_KEY = 123;

/**
 * The keys a combination stands for, such as "Ctrl+Shift+Up".
 * @throws OfficeError InvalidArgument where it has no modifier, or not just one key that the workbench knows
 */
export function readKeys(combination: string): KeyPress {
  const parts = combination.split("+").map((part) => part.trim().toLowerCase());
  const keys = parts.filter((part) => !(part in MODIFIERS));
  const press = { keyCode: 0, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
  for (const part of parts) if (part in MODIFIERS) press[MODIFIERS[part as keyof typeof MODIFIERS]] = true;
  const [key = ""] = keys;
  const code = /^[a-z0-9]$/.test(key) ? key.toUpperCase().charCodeAt(0) : (NAMED_KEYS[key] ?? functionKey(key));
  if (keys.length !== 1 || parts.length < 2 || code === null)
    throw new OfficeError("InvalidArgument", `“${combination}” is no combination of keys such as Ctrl+Shift+A`);
  return { ...press, keyCode: code };
}

function functionKey(name: string): number | null {
  const code = /^f\d+$/.test(name) ? FIRST_FUNCTION_KEY - 1 + Number(name.slice(1)) : 0;
  return code >= FIRST_FUNCTION_KEY && code <= LAST_FUNCTION_KEY ? code : null;
}

const isSame = (one: KeyPress, other: KeyPress): boolean =>
  one.keyCode === other.keyCode &&
  one.ctrlKey === other.ctrlKey &&
  one.altKey === other.altKey &&
  one.shiftKey === other.shiftKey &&
  one.metaKey === other.metaKey;

export class Shortcuts {
  /** Action to combination; null where the person has taken the keys away. */
  private readonly combinations = new Map<string, string | null>();

  /** @throws OfficeError where the file names an action it does not define, or keys that cannot be read */
  define(file: ShortcutsFile): void {
    this.combinations.clear();
    for (const { id, type } of file.actions) {
      if (type !== "ExecuteFunction")
        throw new OfficeError("InvalidArgument", `the action “${id}” is of the type ${type}, not ExecuteFunction`);
      this.combinations.set(id, null);
    }
    for (const { action, key } of file.shortcuts) {
      this.mustHave(action);
      const combination = key.web ?? key.default;
      readKeys(combination);
      this.combinations.set(action, combination);
    }
  }

  private mustHave(action: string): void {
    if (!this.combinations.has(action))
      throw new OfficeError(
        "InvalidArgument",
        `there is no action “${action}”; there are ${[...this.combinations.keys()].join(", ")}`,
      );
  }

  /** The action these keys lead to. */
  action(pressed: KeyPress): string | null {
    for (const [action, combination] of this.combinations)
      if (combination !== null && isSame(readKeys(combination), pressed)) return action;
    return null;
  }

  // ---- Office.actions

  all(): Record<string, string | null> {
    return Object.fromEntries(this.combinations);
  }

  /** Actions that are not named keep their keys. */
  replace(wanted: unknown): void {
    const given = Object.entries((wanted ?? {}) as Record<string, unknown>);
    for (const [action, combination] of given) {
      this.mustHave(action);
      if (combination !== null) readKeys(text(combination, "the keys"));
    }
    for (const [action, combination] of given)
      this.combinations.set(action, combination === null ? null : text(combination, "the keys"));
  }

  areInUse(combinations: unknown): boolean[] {
    return (combinations as readonly unknown[]).map((each) => this.action(readKeys(String(each))) !== null);
  }
}
