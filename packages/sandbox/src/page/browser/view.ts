/** What stands in the middle of the page. */
export interface View {
  /** Gets the keyboard's focus when the view is opened. */
  readonly heading: HTMLElement;
  readonly elements: readonly HTMLElement[];
  /** Shows the desk as it is; what somebody is writing stays. */
  refresh(): Promise<void>;
}

/** What views ask of the page around them. */
export interface Page {
  /** User name of the person who acts. */
  actingAs(): string;
  /** Says how something went. */
  tell(words: string, failed?: boolean): void;
  /** Asks at once for what is new. */
  update(): Promise<void>;
}

/** Does something that may fail, and says so where people look. */
export async function attempt(page: Page, words: string, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    page.tell(words);
    await page.update();
    return true;
  } catch (error) {
    page.tell(error instanceof Error ? error.message : String(error), true);
    return false;
  }
}
