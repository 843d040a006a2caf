import { excerptOf, readMessages } from './messages.js';

const read = (body: unknown) =>
  readMessages({ status: 422, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('readMessages', () => {
  it.each([
    [
      { errors: { title: ["can't be blank", 'is too short'], base: ['All wrong'], type: 'is unknown' } },
      ["title can't be blank", 'title is too short', 'All wrong', 'type is unknown'],
      { title: ["can't be blank", 'is too short'], base: ['All wrong'], type: ['is unknown'] },
    ],
    [
      { errors: { title: [1, null, 'is bad'], nested: { a: ['x'] } } },
      ['title is bad', 'nested.a x'],
      { title: ['is bad'], 'nested.a': ['x'] },
    ],
    [{ errors: {} }, [], undefined],
    [{}, [], undefined],
    [
      { errors: { custom_fields: { 75: ["can't be blank"] } } },
      ["custom_fields.75 can't be blank"],
      { 'custom_fields.75': ["can't be blank"] },
    ],
    [
      { errors: [{ field: 'title', message: 'is too short' }, { message: 'All wrong' }] },
      ['title is too short', 'All wrong'],
      { title: ['is too short'] },
    ],
    [
      { errors: [{ source: { pointer: '/data/attributes/title' }, title: 'Invalid', detail: "can't be blank" }] },
      ["title can't be blank"],
      { title: ["can't be blank"] },
    ],
    [{ errors: { title: [{ error: 'blank' }] } }, ['title blank'], { title: ['blank'] }],
    [{ errors: { full_messages: ["Title can't be blank"] } }, ["Title can't be blank"], undefined],
    [{ errors: [], full_messages: ["Title can't be blank"] }, ["Title can't be blank"], undefined],
    [{ errors: ['Twice'], full_messages: ['Twice'] }, ['Twice'], undefined],
    [{ error: { message: 'Not today', code: 7 } }, ['Not today'], undefined],
    [{ error: { message: ['is too long'] } }, ['message is too long'], { message: ['is too long'] }],
    [{ error: { title: ["can't be blank"] } }, ["title can't be blank"], { title: ["can't be blank"] }],
    [
      { title: ["can't be blank"], base: ['No'] },
      ["title can't be blank", 'No'],
      { title: ["can't be blank"], base: ['No'] },
    ],
    [[{ field: 'title', message: 'is bad' }], ['title is bad'], { title: ['is bad'] }],
    [['One', 'Two'], ['One', 'Two'], undefined],
    [{ errors: { count: 5 } }, ['{"errors":{"count":5}}'], undefined],
    [{ errors: ['One', 'Two', 3], error: 'Three', message: ['Four'] }, ['One', 'Two', 'Three', 'Four'], undefined],
    [{ errors: 'One' }, ['One'], undefined],
    [{ status: 404, error: 'Not Found' }, ['Not Found'], undefined],
    [{ message: 'Gone' }, ['Gone'], undefined],
    [{ unknown: 'x' }, ['{"unknown":"x"}'], undefined],
    ['HTTP Token: Access denied.\n', ['HTTP Token: Access denied.'], undefined],
    ['[1, 2]', ['[1, 2]'], undefined],
    ['', [], undefined],
    ['  <br>  ', [], undefined],
  ])('%j', (body, messages, fieldErrors) => {
    expect(read(body)).toEqual({ messages, ...(fieldErrors === undefined ? {} : { fieldErrors }) });
  });
});

describe('excerptOf', () => {
  it.each([
    ['<style type="text/css">p { color: red }\n</style>Down', 'Down'],
    ['<SCRIPT>alert(1)</SCRIPT>Down', 'Down'],
    ['<head><title>x</title></head><header>Sorry</header>', 'Sorry'],
    ['<script>a</script> between <script>b</script>', 'between'],
    ['<style>a</style> kept <script>b</script>', 'kept'],
    ['a<br/>b\n\n\tc', 'a b c'],
    ['a < b', 'a < b'],
    ['one<style>x</style>two<b></b>three', 'one two three'],
  ])('of %j', (body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt);
  });

  it('is 200 letters long at most', () => {
    expect(excerptOf('x'.repeat(200))).toHaveLength(200);
    expect(excerptOf(` ${'x'.repeat(201)}`)).toBe('x'.repeat(200));
  });
});
