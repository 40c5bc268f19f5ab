/** Texts that Univer reads as numbers are read once: it tries every format of a date and a time on each, whenever a formula needs a number. */
import { ErrorValueObject, NumberValueObject, StringValueObject } from "@univerjs/engine-formula";

const MOST = 5000;
const known = new Map<string, { value: number; pattern: string } | { error: ErrorValueObject }>();

const text = StringValueObject.prototype;
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its object below
const read = text.convertToNumberObjectValue;
text.convertToNumberObjectValue = function (this: StringValueObject) {
  const written = this.getValue();
  let found = known.get(written);
  if (!found) {
    const result = read.call(this);
    found =
      result instanceof NumberValueObject
        ? { value: result.getValue(), pattern: result.getPattern() }
        : { error: result };
    if (known.size === MOST) known.clear();
    known.set(written, found);
  }
  return "error" in found ? found.error : NumberValueObject.create(found.value, found.pattern);
};
