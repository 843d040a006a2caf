/** Figures that have no peer: a table of their own. */
export interface Table {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** Takes the figures, and gives the rows of a Markdown table with its head. */
  readonly run: (say: (line: string) => void) => Promise<readonly string[]>;
}
