import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'bossdesk-client';
import { createUndiciTransport, type UndiciTransport } from 'bossdesk-client/undici';
import { type Sandbox, startSandbox } from 'bossdesk-sandbox';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.js';
import { openPage } from './browser.js';
import { contrastOf, focusedName, groundOf, hasVisibleFocus, namelessControls } from './look.js';

// The sandbox's page as a person has it: in a browser, with the keyboard, on a phone, beside somebody else's requests.

describe('the page of the sandbox', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let transport: UndiciTransport;
  let client: Client;

  beforeAll(async () => {
    browser = await launchBrowser();
    sandbox = await startSandbox({ tickets: 80, cis: 10, users: 12 });
    transport = createUndiciTransport({ apiKey: sandbox.apiKey });
    client = createClient({ baseUrl: sandbox.url, transport, sleep });
  });
  beforeEach(() => sandbox.reset());
  afterAll(async () => {
    await browser.close();
    await transport.close();
    await sandbox.stop();
  });

  /**
   * Does something on a fresh page, which must not complain, nor ask anybody else. Browsers complain of each answer that is
   * an error: those of the statuses in `refusals` are meant.
   */
  async function onPage(
    hash: string,
    act: (page: Page) => Promise<void>,
    { refusals = [], ...options }: BrowserContextOptions & { readonly refusals?: readonly number[] } = {},
  ) {
    const { page, complaints, outside } = await openPage(browser, sandbox.url, options);
    await page.goto(`${sandbox.url}/${hash}`);
    try {
      await act(page);
    } finally {
      await page.context().close();
    }
    const meant = refusals.map((status): unknown => expect.stringContaining(`a status of ${status}`));
    expect({ complaints, outside }).toEqual({ complaints: meant, outside: [] });
  }

  it('shows what somebody else does, while it is open', async () => {
    await onPage('#ticket/2', async (page) => {
      await page.getByRole('heading', { name: 'Ticket 2: VPN drops every hour' }).waitFor();
      const agent = page.getByRole('combobox', { name: 'Agent', exact: true });
      expect(await agent.inputValue()).toBe('');
      await client.tickets.update({ friendly_id: 2, agent_id: 22_002 });
      await page
        .getByText('Jack Pot changed ticket 2: status incoming → assigned, agent none → Al Dente')
        .waitFor({ timeout: 10_000 });
      await page.waitForFunction('document.querySelector("select[name=agent_id]").value === "22002"');
      await page.goto(`${sandbox.url}/#tickets`);
      await page.getByRole('row').filter({ hasText: 'VPN drops every hour' }).getByText('Al Dente').waitFor();
    });
  });

  it('lets a person find, change, comment and close a ticket by the keyboard alone', async () => {
    await client.tickets.update({ friendly_id: 75, agent_id: null, title: 'New colleague starts on Monday' });
    await onPage('', async (page) => {
      const reach = async (name: RegExp) => {
        for (let steps = 0; steps < 60; steps++) {
          await page.keyboard.press('Tab');
          if (name.test(await focusedName(page))) return;
        }
        throw new Error(`Tab does not reach ${String(name)}`);
      };
      await page.getByRole('link', { name: 'Ticket 75' }).waitFor();
      await reach(/^Acting as/);
      await page.keyboard.type('Barry Cade');
      await reach(/^Search/);
      await page.keyboard.type('new colleague monday');
      await reach(/^Ticket 75$/);
      expect(await hasVisibleFocus(page)).toBe(true);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /^Ticket 75/ }).waitFor();
      await reach(/^Agent/);
      await page.keyboard.type('Al Dente');
      await reach(/^Priority/);
      await page.keyboard.type('Urgent');
      await reach(/^Save$/);
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'Changed ticket 75.' }).waitFor();
      await reach(/^Close ticket$/);
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'Closed ticket 75.' }).waitFor();
      // The button that had the focus keeps it; what it says follows the ticket, which is read again.
      await page.locator('button:focus', { hasText: /^Reopen ticket$/ }).waitFor();
      await reach(/^Comment/);
      await page.keyboard.type('Done & <b>dusted</b>');
      await reach(/^The requester may read it/);
      await page.keyboard.press('Space');
      await reach(/^Add comment$/);
      await page.keyboard.press('Enter');
      await page.locator('.comment', { hasText: 'Done & <b>dusted</b>' }).waitFor();
    });
    expect(await client.tickets.get({ friendly_id: 75 })).toMatchObject({
      status: 'closed',
      agent: { username: 'aldente' },
      priority: { name: 'Urgent' },
      comments: expect.arrayContaining([
        expect.objectContaining({
          body: '<p>Done &amp; &lt;b&gt;dusted&lt;/b&gt;</p>',
          is_public: true,
          created_by: expect.objectContaining({ username: 'barrycade' }),
        }),
      ]),
    });
  });

  it('keeps what a person is choosing when the ticket changes, and says why the desk refuses', async () => {
    await onPage(
      '#ticket/1',
      async (page) => {
        await page.getByLabel('Priority').selectOption('Low');
        await client.tickets.update({ friendly_id: 1, title: 'Another title' });
        await page.getByRole('heading', { name: 'Ticket 1: Another title' }).waitFor();
        expect(await page.getByLabel('Priority').locator('option:checked').textContent()).toBe('Low');
        await page.getByRole('button', { name: 'Close ticket' }).click();
        await page.getByRole('status').filter({ hasText: "can't be closed because it has open tasks (422)" }).waitFor();
        await page.getByText("Jack Pot could not close ticket 1: can't be closed because it has open tasks").waitFor();
      },
      { refusals: [422] },
    );
    expect((await client.tickets.get({ friendly_id: 1 })).status).not.toBe('closed');
  });

  it('moves the clock forward, and what was due is overdue', async () => {
    const { friendly_id } = await client.tickets.create({ title: 'Soon due', type_id: 11_001, priority_id: 12_002 });
    await onPage('#tickets', async (page) => {
      const row = page.getByRole('row').filter({ hasText: 'Soon due' });
      await row.waitFor();
      expect(await row.getByText('overdue').count()).toBe(0);
      await page.getByRole('button', { name: '+7 days' }).click();
      await row.getByText('overdue').waitFor();
      await page.getByText('7 days ahead').waitFor();
      await page.getByRole('button', { name: 'Real time' }).click();
      await row.getByText('overdue').waitFor({ state: 'detached' });
      await page.getByLabel('Show').selectOption('Overdue');
      await row.waitFor({ state: 'detached' });
    });
    expect(friendly_id).toBe(81);
  });

  it('shows as text what records contain', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const { friendly_id } = await client.tickets.create({
      title: hostile,
      description: `<p>${hostile}</p><a href="javascript:document.title=3">go</a>`,
      type_id: 11_001,
      priority_id: 12_002,
    });
    await onPage('#tickets', async (page) => {
      const [cell, entry] = [page.getByRole('cell', { name: hostile }), page.locator('#entries li').first()];
      await cell.waitFor();
      expect(await cell.textContent()).toBe(hostile);
      await page.getByRole('checkbox', { name: 'Only what changes something' }).check();
      expect(await entry.textContent()).toContain('Jack Pot created ticket 81 “<img src=x');
      await page.getByRole('link', { name: `Ticket ${friendly_id}` }).click();
      await page.getByRole('heading', { name: `Ticket ${friendly_id}: ${hostile}` }).waitFor();
      expect(await page.locator('main img, main script, main p a[href^=javascript], #entries img').count()).toBe(0);
      expect(await page.title()).toBe('BOSSDesk sandbox');
    });
  });

  it.each(['light', 'dark'] as const)('is readable in a %s browser', async (colorScheme) => {
    await onPage(
      '#ticket/1',
      async (page) => {
        await page.getByRole('heading', { name: /^Ticket 1/ }).waitFor();
        const selectors = ['body', 'main dt', 'nav a[aria-current]', 'button.main', 'span.overdue', '#entries'];
        for (const selector of selectors)
          expect([selector, await contrastOf(page, selector)]).toEqual([selector, expect.any(Number)]);
        for (const selector of selectors) expect(await contrastOf(page, selector)).toBeGreaterThan(4.5);
        const [red = 0] = await groundOf(page);
        expect(red > 128).toBe(colorScheme === 'light');
      },
      { colorScheme },
    );
  });

  it('fits a phone: nothing is wider than the screen, whatever is looked at', async () => {
    await client.tickets.create({ title: 'W'.repeat(300), type_id: 11_001, priority_id: 12_002 });
    await client.users.create({ username: 'u'.repeat(120), email: `${'e'.repeat(120)}@example.com` });
    await onPage(
      '',
      async (page) => {
        for (const view of ['tickets', 'cis', 'users', 'time', 'requests', 'ticket/1', 'ticket/81', 'new']) {
          await page.goto(`${sandbox.url}/#${view}`);
          await page
            .locator(view === 'requests' ? '#entries li' : 'main h2')
            .first()
            .waitFor();
          await page.waitForTimeout(300);
          expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, 390]);
        }
        await page.goto(`${sandbox.url}/#requests`);
        await page.getByText('Jack Pot created ticket 81').waitFor();
        expect(await page.locator('main').isVisible()).toBe(false);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  it('has a name for all that can be used, and a table for those who cannot see it', async () => {
    await onPage('#tickets', async (page) => {
      await page.getByRole('table').waitFor();
      expect(await page.getByRole('columnheader').allTextContents()).toContain('Priority');
      for (const view of ['#tickets', '#ticket/75', '#new']) {
        await page.goto(`${sandbox.url}/${view}`);
        await page.locator('main h2').waitFor();
        await page.waitForTimeout(300);
        expect([view, await namelessControls(page)]).toEqual([view, []]);
      }
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.getByRole('main').count()).toBe(1);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('BOSSDesk sandbox');
    });
  });

  it('opens a ticket, which a trigger may notice', async () => {
    await onPage('#new', async (page) => {
      await page.getByLabel('Title').fill('The coffee machine is offline');
      await page.getByLabel('Priority').selectOption('High');
      await page.getByRole('button', { name: 'Open ticket' }).click();
      await page.getByRole('heading', { name: 'Ticket 81: The coffee machine is offline' }).waitFor();
    });
    expect(await client.tickets.get({ friendly_id: 81 })).toMatchObject({ priority: { name: 'High' } });
  });
});
