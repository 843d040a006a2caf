import { couldNot, endSentence, sayCount } from './sentences.js';

describe('sentences', () => {
  it('begin with what could not be done', () => {
    expect(couldNot({ title: 'Update a CI' })).toBe('Could not update a CI');
  });

  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [2, '2 seconds'],
  ])('count %d', (count, said) => {
    expect(sayCount(count, 'second')).toBe(said);
  });

  it.each([
    ['Down', 'Down.'],
    [' Down \n', ' Down.'],
    ['Down.', 'Down.'],
    ['Down. ', 'Down.'],
    ['Down!', 'Down!'],
    ['Down?', 'Down?'],
    ['Down…', 'Down…'],
    ['(Down.)', '(Down.)'],
    ['"Down!"', '"Down!"'],
    ["it's 'down.'", "it's 'down.'"],
    ['(down)', '(down).'],
    ['v1.5', 'v1.5.'],
    ['Wait. "x', 'Wait. "x.'],
  ])('%j ends as %j', (text, sentence) => {
    expect(endSentence(text)).toBe(sentence);
  });
});
