import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byId, type Desk, openDesk } from './support.js';

// A CI on whose label stand three codes, none of which is its name; another's name holds one of them.

const plotter = {
  friendly_id: 7,
  name: 'Plotter',
  serial_number: 'SN-900100',
  control_number: 'C-901',
  barcode: '86-424-0948',
};
const other = { friendly_id: 8, name: 'Tray of 86-424-0948', serial_number: 'x', control_number: 'y' };

const folder = mkdtempSync(join(tmpdir(), 'bossdesk-barcodes-'));
let desk: Desk;
beforeAll(async () => {
  const data = join(folder, 'state.json');
  writeFileSync(data, JSON.stringify({ cis: [plotter, other] }));
  desk = await openDesk({ data });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const codes = ['SN-900100', 'C-901', '86-424-0948'];

it.each(codes)('a picker finds a CI by %s', async (code) => {
  const panel = await desk.openPanel({ resource: 'ci', operation: 'get' });
  for (const [method, value] of [
    ['searchCisByNumber', 7],
    ['searchCis', expect.any(Number)],
  ] as const) {
    const { results } = await panel.searchList(method, code);
    expect(results[0]).toEqual({ name: 'Plotter (#7)', value });
    expect(results).toHaveLength(code === plotter.barcode ? 2 : 1);
  }
});

it.each(codes)('a get takes %s', async (code) => {
  const ciNumber = { __rl: true, mode: 'name', value: code };
  const run = await desk.run({ resource: 'ci', operation: 'get', ciNumber });
  expect(run.json).toMatchObject([{ friendly_id: 7, name: 'Plotter' }]);
});

it.each(codes)('an update and a deletion take %s', async (code) => {
  const ciNumber = { __rl: true, mode: 'name', value: code };
  const updateFields = { model: code };
  const update = await desk.run({ resource: 'ci', operation: 'update', ciNumber, updateFields });
  expect(update.json).toEqual([{ updated: true, friendly_id: 7 }]);
  const deletion = await desk.run({ resource: 'ci', operation: 'delete', ciNumber, options: { dryRun: true } });
  expect(deletion.json).toMatchObject([{ method: 'DELETE', path: '/api/v1/cis/7' }]);
});

it('a record is created or updated by a barcode that is not its name', async () => {
  const upsert = (model: string) =>
    desk.run({
      resource: 'ci',
      operation: 'upsert',
      matchOn: 'barcode',
      barcode: plotter.barcode,
      name: 'Plotter',
      additionalFields: { model, serialNumber: plotter.serial_number },
    });
  expect((await upsert('Z9')).json).toMatchObject([{ action: 'updated', friendly_id: 7, model: 'Z9' }]);
  expect((await upsert('Z9')).json).toMatchObject([{ action: 'unchanged', friendly_id: 7 }]);
});

it('a barcode that no CI has gives nothing', async () => {
  const run = await desk.run({ resource: 'ci', operation: 'getByBarcode', barcode: '86-424-0949' });
  expect(run.json).toEqual([]);
  const found = await desk.run({ resource: 'ci', operation: 'getByBarcode', barcode: plotter.barcode });
  expect(found.json).toMatchObject([{ friendly_id: 7 }]);
  expect((await desk.run({ resource: 'ci', operation: 'get', ciNumber: byId('86-424-0948') })).json).toMatchObject([
    { friendly_id: 7 },
  ]);
});
