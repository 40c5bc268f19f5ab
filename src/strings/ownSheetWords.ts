/** What there is to be said of people's own sheets. */
export type MarkColumnWords = Readonly<
  Record<"target" | "expected" | "gap" | "attainment" | "status" | "id" | "read", string>
>;

export interface OwnSheetWords {
  readonly sheet: {
    readonly headings: MarkColumnWords;
    readonly ofIndicator: (indicator: string, heading: string) => string;
    readonly asOf: string;
    readonly changed: string;
    readonly notes: readonly string[];
  };
  /** A promise of one's own. */
  readonly promise: {
    readonly document: string;
    readonly title: string;
    readonly hint: string;
    readonly department: string;
    readonly indicator: string;
    readonly figure: string;
    readonly unit: string;
    readonly kind: string;
    readonly guessed: string;
    readonly add: string;
    readonly added: (indicator: string, id: string) => string;
    readonly known: (indicator: string, id: string) => string;
    readonly takeBack: string;
    readonly takenBack: (indicator: string) => string;
  };
  readonly pane: {
    readonly title: string;
    readonly hint: string;
    readonly look: string;
    readonly looking: string;
    readonly none: (sheet: string) => string;
    readonly ledger: (sheet: string) => string;
    readonly tooLarge: (sheet: string) => string;
    readonly noActual: string;
    readonly table: (serial: number, rows: number) => string;
    readonly columns: string;
    readonly picture: (asks: boolean) => string;
    readonly asks: string;
    readonly samples: (texts: readonly string[]) => string;
    readonly roles: Readonly<
      Record<
        | "indicator"
        | "department"
        | "place"
        | "group"
        | "unit"
        | "target"
        | "actual"
        | "otherFigure"
        | "lastYear"
        | "rate"
        | "growth"
        | "gap"
        | "status"
        | "measure"
        | "asOf"
        | "serial"
        | "ignored",
        string
      >
    >;
    readonly asOf: string;
    readonly asOfFirst: string;
    readonly shown: string;
    readonly matched: string;
    readonly guessed: string;
    readonly notFound: string;
    readonly ambiguous: string;
    readonly unreadable: string;
    readonly choose: string;
    readonly noChoice: string;
    readonly noName: string;
    readonly unitUnclear: string;
    readonly targetDiffers: (own: string, catalog: string) => string;
    readonly settledRows: (rows: number) => string;
    readonly doubtFirst: string;
    readonly write: string;
    readonly again: string;
    readonly remove: string;
    readonly writing: string;
    readonly written: (sheet: string, rows: number) => string;
    readonly removed: (sheet: string) => string;
    readonly nothingMarked: (sheet: string) => string;
    readonly nothingToWrite: string;
    readonly foreign: (cells: readonly string[]) => string;
  };
}
