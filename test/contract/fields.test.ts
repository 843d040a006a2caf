import { fieldRules } from 'bossdesk-client';

const fields = Object.entries(fieldRules).flatMap(([id, rules]) =>
  Object.entries(rules.fields).map(([name, rule]) => ({ id, name, rule })),
);

describe('what faces read about the input fields', () => {
  it('every label is in Title Case, as n8n wants it', () => {
    const small = /^(?:a|and|by|in|of|on|or|per|the|to)$/;
    const isTitle = (label: string) => label.split(' ').every((word) => /^\(?[A-Z]/.test(word) || small.test(word));
    expect(fields.filter(({ rule }) => !isTitle(rule.label))).toEqual([]);
  });

  it('every id in a body says what it refers to', () => {
    const ids = fields.filter(({ name, rule }) => rule.in === 'body' && /_ids?$/.test(name));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter(({ rule }) => rule.kind !== 'id' || rule.references === undefined)).toEqual([]);
  });

  it('a friendly_id is never taken for an id', () => {
    const kinds = fields.filter(({ name }) => name === 'friendly_id').map(({ rule }) => rule.kind);
    expect(new Set(kinds)).toEqual(new Set(['friendly_id']));
  });

  it('only updates need a field of any kind', () => {
    const needy = Object.entries(fieldRules).filter(([, { minBodyFields }]) => minBodyFields !== undefined);
    expect(needy.map(([id]) => id)).toEqual([
      'cis.update',
      'tasks.update',
      'tickets.update',
      'timeEntries.update',
      'users.update',
    ]);
  });
});
