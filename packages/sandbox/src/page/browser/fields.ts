import type { ChoiceField } from '../desk.js';
import { element } from './dom.js';

/** Fields that are chosen from lists. */
export interface Fields {
  readonly element: HTMLElement;
  /** Shows what the desk has, where nobody has chosen otherwise. */
  show(fields: readonly ChoiceField[]): void;
  /** What was chosen otherwise; null for nothing. */
  changes(): Record<string, number | null>;
  /** What is chosen, of fields that are. */
  values(): Record<string, number>;
  /** Forgets what was chosen. */
  settle(): void;
}

export function createFields(): Fields {
  const box = element('div', { class: 'fields' });
  const selects = new Map<string, HTMLSelectElement>();
  const known = new Map<string, string>();
  const add = ({ name, label }: ChoiceField): HTMLSelectElement => {
    const select = element('select', { name });
    box.append(element('label', {}, label, select));
    selects.set(name, select);
    return select;
  };
  const isChosen = (name: string, select: HTMLSelectElement) => known.has(name) && select.value !== known.get(name);
  return {
    element: box,
    show(fields) {
      for (const field of fields) {
        const select = selects.get(field.name) ?? add(field);
        const value = field.value === null ? '' : String(field.value);
        const wanted = isChosen(field.name, select) ? select.value : value;
        const choices = field.choices.map(({ id, label }) => [String(id), label] as const);
        const options = field.mayBeEmpty || value === '' ? [['', 'None'] as const, ...choices] : choices;
        const text = JSON.stringify(options);
        if (select.dataset['options'] !== text) {
          select.dataset['options'] = text;
          select.replaceChildren(...options.map(([id, label]) => element('option', { value: id }, label)));
        }
        select.value = wanted;
        known.set(field.name, value);
      }
    },
    changes: () =>
      Object.fromEntries(
        [...selects]
          .filter(([name, select]) => isChosen(name, select))
          .map(([name, { value }]) => [name, value === '' ? null : Number(value)]),
      ),
    values: () =>
      Object.fromEntries(
        [...selects].filter(([, { value }]) => value !== '').map(([name, { value }]) => [name, Number(value)]),
      ),
    settle: () => {
      for (const [name, select] of selects) known.set(name, select.value);
    },
  };
}
