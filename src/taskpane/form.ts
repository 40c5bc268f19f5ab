/** A form of the tab 台账, as the list of what can be made knows it. */
export interface Form extends HTMLElement {
  /** The form comes into sight. */
  show(): void;
  /** Goes back by a step within the form. @returns whether there was one */
  goBack?(): boolean;
}
