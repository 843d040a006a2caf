import { startDesk } from '../processes.js';

/** A ticket and a row of the list as BOSSDesk writes them, the row with id 1. */
export async function createWorld(): Promise<{ readonly ticket: string; readonly row: string }> {
  const desk = await startDesk({ tickets: 5 });
  const ask = async (path: string) => {
    const response = await fetch(`${desk.url}/api/v1/${path}`, {
      headers: { authorization: `Token token=${desk.apiKey}` },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as unknown;
  };
  try {
    const ticket = await ask('tickets/1');
    const [row] = (await ask('tickets?per_page=1')) as Record<string, unknown>[];
    return { ticket: JSON.stringify(ticket), row: JSON.stringify({ ...row, id: 1 }) };
  } finally {
    await desk.stop();
  }
}
