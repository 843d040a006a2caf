import { createWidth } from './width.js';

/** A width after so many answers of so many milliseconds each. */
function afterAnswers(ceiling: number, ...answers: [times: number, ms: number][]) {
  const width = createWidth(ceiling);
  for (const [times, ms] of answers) for (let time = 0; time < times; time += 1) width.answered(ms);
  return width;
}

describe('the width', () => {
  it.each([
    [1, 1],
    [3, 3],
    [8, 4],
    [32, 4],
  ])('with a ceiling of %d begins at %d', (ceiling, first) => {
    expect(createWidth(ceiling).current()).toBe(first);
  });

  it.each([
    [0, 4],
    [1, 5],
    [4, 8],
    [500, 8],
  ])('after %d good answers is %d: one more for each, up to the ceiling', (times, expected) => {
    expect(afterAnswers(8, [times, 50]).current()).toBe(expected);
  });

  it.each([
    [7, 4],
    [8, 5],
    [17, 5],
    [18, 6],
    [44, 8],
    [500, 8],
  ])(
    'of eight that strain halved, %d good answers later is %d: one more for twice as many as it is wide',
    (times, expected) => {
      const width = afterAnswers(8, [4, 50]);
      width.strained();
      for (let time = 0; time < times; time += 1) width.answered(50);
      expect(width.current()).toBe(expected);
    },
  );

  it('grows no longer with each answer once answers have become slow', () => {
    const width = afterAnswers(32, [4, 50], [10, 400]);
    const narrowed = width.current();
    for (let time = 0; time < 2; time += 1) width.answered(50);
    expect(width.current()).toBeLessThanOrEqual(narrowed);
  });

  it('is halved by strain, never below one, and grows again', () => {
    const width = afterAnswers(8, [44, 50]);
    const seen = [1, 2, 3, 4].map(() => {
      width.strained();
      return width.current();
    });
    expect(seen).toEqual([4, 2, 1, 1]);
    width.answered(50);
    width.answered(50);
    expect(width.current()).toBe(2);
  });

  it('begins to count good answers anew after strain', () => {
    const width = afterAnswers(8, [4, 50]);
    width.strained();
    for (let time = 0; time < 7; time += 1) width.answered(50);
    width.strained();
    for (let time = 0; time < 3; time += 1) width.answered(50);
    expect(width.current()).toBe(2);
    width.answered(50);
    expect(width.current()).toBe(3);
  });

  it('shrinks while answers take more than twice as long as they did', () => {
    expect(afterAnswers(8, [44, 50], [40, 400]).current()).toBeLessThan(8);
    expect(afterAnswers(8, [44, 50], [40, 400]).current()).toBeGreaterThanOrEqual(1);
  });

  it('takes a slower server for the normal one after a while', () => {
    expect(afterAnswers(8, [44, 50], [400, 400]).current()).toBe(8);
  });

  it.each([
    [1, 40],
    [100, 240],
  ])('does not mind a wavering from %d to %d ms', (usual, slower) => {
    expect(afterAnswers(8, [44, usual], [40, slower]).current()).toBe(8);
  });
});
