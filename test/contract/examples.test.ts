import { fieldRules, getOperation, type OperationId, ValidationError } from 'bossdesk-client';
import { checkInput } from '../../packages/core/src/input/checkInput.js';
import { decodeResponse } from '../../packages/core/src/wire/decode.js';
import { encodeRequest } from '../../packages/core/src/wire/encode.js';
import { schemas, toJsonSchema } from 'bossdesk-client/schemas';
import { findUndescribed } from './findUndescribed.js';
import { completeJson, type Fixture, fixtures } from './fixtures/index.js';

const params = { friendly_id: 75, id: 15, comment_id: 58, barcode: 'A1' };

const list = (kind: Fixture['kind']) =>
  fixtures
    .filter((fixture) => fixture.kind === kind)
    .flatMap((fixture) => fixture.operations.map((id) => ({ id, lines: fixture.doc.join('-'), fixture })));

const pickParams = (id: OperationId) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => fieldRules[id].fields[name]?.in === 'path'));

/** The example's body as a caller gives it: fields without their envelope, dates in ISO form. */
function readInput(id: OperationId, body: unknown): Record<string, unknown> {
  const { envelope } = getOperation(id);
  const fields = envelope === undefined ? {} : (body as Record<string, Record<string, unknown>>)[envelope];
  const { date, ...others } = fields ?? {};
  return {
    ...pickParams(id),
    ...others,
    ...(typeof date === 'string' ? { date: date.split('-').reverse().join('-') } : {}),
  };
}

/** Zone-less in the doc's request, but the client always says which zone it means (notes 5.30). */
const withoutDueAt = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (name, value: unknown) => (name === 'due_at' ? undefined : value)));

it('has all of the doc’s JSON examples', () => {
  expect(fixtures).toHaveLength(89);
  expect(new Set(fixtures.map(({ doc }) => doc[0])).size).toBe(89);
});

describe('answers in the doc', () => {
  it.each(list('response'))('$id (L$lines) parse, nothing lost', ({ id, fixture }) => {
    const json = completeJson(fixture);
    expect(schemas[id].output.parse(json)).toEqual(json);
  });

  it.each(list('response'))('$id (L$lines) have no field without a schema', ({ id, fixture }) => {
    expect(findUndescribed(toJsonSchema(schemas[id].output, 'output'), fixture.json)).toEqual([]);
  });

  it('every operation that answers with a body has one', () => {
    const answered = new Set(list('response').map(({ id }) => id));
    const silent = (Object.keys(schemas) as OperationId[]).filter((id) => !answered.has(id));
    expect(silent.filter((id) => getOperation(id).success.body !== 'none')).toEqual([]);
  });

  it('a field nobody knows yet is kept', () => {
    expect(schemas['teams.list'].output.parse([{ id: 3, name: 'Hardware Team', emoji: 'x' }])).toEqual([
      { id: 3, name: 'Hardware Team', emoji: 'x' },
    ]);
  });

  it('the search for undescribed fields finds them at every depth', () => {
    const ticket = { friendly_id: 75, mood: 'bad', comments: [{ id: 58, created_by: { id: 1, shoe_size: 46 } }] };
    expect(findUndescribed(toJsonSchema(schemas['tickets.get'].output, 'output'), ticket)).toEqual([
      '.mood',
      '.comments[0].created_by.shoe_size',
    ]);
  });
});

describe('requests in the doc', () => {
  it.each(list('request'))('$id (L$lines) is what the client sends for the same input', ({ id, fixture }) => {
    const operation = getOperation(id);
    const input = readInput(id, fixture.json);
    checkInput(operation, input);
    const { body } = encodeRequest(operation, input);
    expect(withoutDueAt(JSON.parse(body ?? ''))).toEqual(withoutDueAt(fixture.json));
  });

  it('every operation that wraps its fields in an envelope has one', () => {
    const shown = new Set(list('request').map(({ id }) => id));
    const enveloped = (Object.keys(schemas) as OperationId[]).filter((id) => getOperation(id).envelope !== undefined);
    expect(enveloped.filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('required fields', () => {
  const listRequired = (id: OperationId) =>
    Object.entries(fieldRules[id].fields)
      .filter(([, rule]) => rule.in === 'body' && rule.required)
      .map(([name]) => name);

  // Marked so in the doc, but for the texts of notes and ticket comments, which it says cannot be blank
  // (L984, notes 5.43), and an attachment's description, the only thing that an update can change.
  it.each<[OperationId, string[]]>([
    ['attachments.create', ['tmp_key']],
    ['attachments.update', ['description']],
    ['cis.create', ['name']],
    ['ciNotes.create', ['text']],
    ['ciNotes.update', ['text']],
    ['tasks.create', ['title']],
    ['tickets.create', ['title', 'type_id', 'priority_id']],
    ['tickets.addComment', ['body', 'is_public']],
    ['myTickets.create', ['title', 'type_id']],
    ['myTickets.addComment', ['body']],
    ['timeEntries.create', ['date', 'duration']],
    ['users.create', ['username']],
  ])('%s needs %s', (id, names) => {
    expect(listRequired(id)).toEqual(names);
  });

  it('no other body has any', () => {
    const demanding = (Object.keys(schemas) as OperationId[]).filter((id) => listRequired(id).length > 0);
    expect(demanding).toHaveLength(12);
  });
});

describe('refusals in the doc', () => {
  it.each(list('error'))('$id (L$lines) becomes a ValidationError with its fields', ({ id, fixture }) => {
    const { errors } = fixture.json as { errors: Record<string, string[]> };
    // What was sent as tmp_key is reported as key (doc L144, L172).
    const { key, ...others } = errors;
    const fieldErrors = key === undefined ? others : { ...others, tmp_key: key };
    const body = JSON.stringify(fixture.json);
    const decode = () => decodeResponse(getOperation(id), pickParams(id), { status: 422, headers: {}, body });
    expect(decode).toThrow(ValidationError);
    expect(decode).toThrow(expect.objectContaining({ fieldErrors, messages: expect.any(Array) }));
    const known = [
      ...Object.keys(fieldRules[id].fields),
      ...Object.keys(toJsonSchema(schemas[id].output, 'output').properties ?? {}),
    ];
    expect(Object.keys(fieldErrors).filter((name) => name !== 'base' && !known.includes(name))).toEqual([]);
  });
});
