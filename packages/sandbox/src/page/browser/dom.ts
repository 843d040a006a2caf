type Child = Node | string | null;

interface Properties {
  readonly class?: string;
  readonly [attribute: string]: string | boolean | undefined;
}

/** An element with attributes and children. A text stays a text: nothing here reads markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(properties)) {
    if (value === true) made.setAttribute(attribute, '');
    else if (typeof value === 'string') made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => unknown, properties: Properties = {}): HTMLButtonElement {
  const made = element('button', { type: 'button', ...properties }, label);
  made.addEventListener('click', () => void act());
  return made;
}

/** What stands in the page from the start. */
export function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`There is no #${id}`);
  return found;
}

/** Puts other children in the place of those that there are; what had the keyboard's focus has it again, by its key. */
export function replaceChildren(parent: Element, children: readonly Child[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
  parent.replaceChildren(...children.filter((child) => child !== null));
  if (focused == null) return;
  for (const one of parent.querySelectorAll<HTMLElement>('[data-key]'))
    if (one.getAttribute('data-key') === focused) one.focus();
}

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const second = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

export const tellMoment = (iso: string): string => moment.format(new Date(iso));
export const tellSecond = (milliseconds: number): string => second.format(new Date(milliseconds));
