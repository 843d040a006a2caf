import { getOperation } from '../operations/index.js';
import { previewCall } from './previewCall.js';

it('tells what a call would send', () => {
  expect(previewCall(getOperation('tasks.update'), { friendly_id: 75, id: 3, title: 'Call back' })).toEqual({
    method: 'PATCH',
    path: '/api/v1/tickets/75/tasks/3',
    body: { task: { title: 'Call back' } },
  });
  expect(previewCall(getOperation('cis.delete'), { friendly_id: 3 }).body).toBeUndefined();
});

it('refuses what a call would refuse', () => {
  expect(() => previewCall(getOperation('tickets.update'), { friendly_id: 75 })).toThrow();
  expect(() => previewCall(getOperation('tickets.create'), { title: ' ' })).toThrow(/title/);
});
