/** Long work, request by request: how far it is, and whether a person called it off. */

/** A person called work off; what was begun of it is taken back like any other that did not come to its end. */
export class CalledOff extends Error {
  constructor() {
    super("called off");
    this.name = "CalledOff";
  }
}

/** One piece of work that may take several requests. */
export class UnderWay {
  private isOff = false;
  private share: number | null = null;

  /** @param told called with every step */
  constructor(private readonly told: () => void) {}

  /** How much of the piece at hand is done, 0 to 1; null while nothing is known of it. */
  get done(): number | null {
    return this.share;
  }

  get isCalledOff(): boolean {
    return this.isOff;
  }

  /** Ends the work at its next request. */
  callOff(): void {
    this.isOff = true;
    this.told();
  }

  /** @throws CalledOff */
  step(done: number, total: number): void {
    this.share = done / total;
    this.told();
    if (this.isOff) throw new CalledOff();
  }
}

const followed = new WeakMap<object, UnderWay>();

/** Has the work of a context told of. */
export function follow(context: Excel.RequestContext, underWay: UnderWay): void {
  followed.set(context, underWay);
}

/** Between two requests of a piece of work: tells how far it is. Nothing happens where nobody follows. @throws CalledOff */
export function stepped(context: Excel.RequestContext, done: number, total: number): void {
  followed.get(context)?.step(done, total);
}
