import { InvalidInputError } from '../errors/index.js';
import { getOperation, type OperationId } from '../operations/index.js';
import { applySetParts, readSet, refuseMixedSets, setPartsOf } from './sets.js';

const record: Record<string, unknown> = { lock_version: 7, tags: [{ id: 1 }, { id: 2 }] };

interface Update {
  readonly id?: OperationId;
  readonly shown?: Record<string, unknown>;
}

function apply(input: Record<string, unknown>, { id = 'tickets.update', shown = record }: Update = {}) {
  const read = jest.fn(() => Promise.resolve(shown));
  return { read, result: applySetParts(getOperation(id), input, read) };
}

describe('parts of a set', () => {
  it('are taken by updates of what has tags', () => {
    const names = (id: OperationId) => setPartsOf(getOperation(id)).map(({ name, rule }) => [name, rule.label]);
    expect(names('cis.update')).toEqual([
      ['add_tag_ids', 'Tags to Add'],
      ['remove_tag_ids', 'Tags to Remove'],
    ]);
    expect([names('users.update').length, names('tickets.create'), names('tasks.update')]).toEqual([2, [], []]);
  });

  it.each([
    [{ add_tag_ids: [3, 1] }, [1, 2, 3]],
    [{ remove_tag_ids: [2, 9] }, [1]],
    [{ add_tag_ids: [3], remove_tag_ids: [1, 2] }, [3]],
    [{ remove_tag_ids: [2, 1] }, []],
  ])('%j become the whole set, with the version that was read', async (input, tag_ids) => {
    const { result, read } = apply({ friendly_id: 75, title: 'x', ...input });
    expect(await result).toEqual({ friendly_id: 75, title: 'x', lock_version: 7, tag_ids });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('leave a version alone that was given, and a record without one', async () => {
    expect(await apply({ add_tag_ids: [3], lock_version: 5 }).result).toMatchObject({ lock_version: 5 });
    expect(await apply({ add_tag_ids: [3] }, { id: 'cis.update' }).result).toEqual({ tag_ids: [1, 2, 3] });
    expect(await apply({ add_tag_ids: [3] }, { shown: { tags: [] } }).result).toEqual({ tag_ids: [3] });
  });

  it('that hold nothing change nothing, and the record is not read for them', async () => {
    const { result, read } = apply({ title: 'x', add_tag_ids: [], remove_tag_ids: [] });
    expect(await result).toEqual({ title: 'x' });
    expect(await apply({ tag_ids: [] }).result).toEqual({ tag_ids: [] });
    expect(read).not.toHaveBeenCalled();
  });

  it.each<[Record<string, unknown>, Update, string]>([
    [{ tag_ids: [1], remove_tag_ids: [1] }, {}, 'remove_tag_ids: cannot go together with a list'],
    [{ add_tag_ids: [4, 5], remove_tag_ids: [5] }, {}, 'remove_tag_ids: holds 5, which is to be added as well'],
    // Whoever is not shown the tags would wipe them.
    [{ add_tag_ids: [4] }, { shown: {} }, 'add_tag_ids: cannot be added to a set that is not shown'],
    [
      { remove_tag_ids: [4] },
      { shown: { tags: null } },
      'remove_tag_ids: cannot be taken from a set that is not shown',
    ],
  ])('%j are refused', async (input, options, message) => {
    const { result } = apply(input, options);
    await expect(result).rejects.toThrow(message);
    await expect(result).rejects.toBeInstanceOf(InvalidInputError);
  });

  it('are refused beside the whole set before anything is looked up', () => {
    expect(() => refuseMixedSets(getOperation('users.update'), { tag_ids: [], add_tag_ids: ['x'] })).toThrow(
      'add_tag_ids',
    );
    expect(() => refuseMixedSets(getOperation('users.update'), { tag_ids: [], add_tag_ids: undefined })).not.toThrow();
  });
});

it('shows a set as the record has it', () => {
  expect(readSet({ users: [{ id: 1 }, 'x'] }, 'user_ids')).toEqual([{ id: 1 }]);
  expect(readSet({}, 'role_ids')).toBeUndefined();
});
