// Written by `pnpm generate` out of packages/sandbox/src/page/browser; edits are lost.

/** What browsers get, by its path. */
export const assets: Readonly<Record<string, { readonly type: string; readonly content: string }>> = {
  '/': {
    type: 'text/html; charset=utf-8',
    content: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>BOSSDesk sandbox</title>
    <link rel="icon" href="/ui/icon" />
    <link rel="stylesheet" href="/ui/style" />
    <script src="/ui/script" defer></script>
  </head>
  <body>
    <a class="skip" id="skip" href="#content">Skip to the list</a>
    <header>
      <h1>BOSSDesk sandbox</h1>
      <section class="clock" aria-label="The desk's clock">
        <time id="clock"></time>
        <span id="ahead"></span>
        <div class="buttons" id="clock-buttons" role="group" aria-label="Move the desk's clock"></div>
      </section>
      <label class="acting"
        >Acting as
        <select id="acting"></select
      ></label>
    </header>
    <nav aria-label="What to look at"><ul id="views"></ul></nav>
    <p id="notice" role="status"></p>
    <div class="panes">
      <main id="content" tabindex="-1"></main>
      <aside id="requests" aria-labelledby="requests-title">
        <h2 id="requests-title">Requests</h2>
        <label class="check"><input type="checkbox" id="only-writes" /> Only what changes something</label>
        <p id="no-requests">Nobody has asked the desk for anything yet.</p>
        <ol id="entries"></ol>
      </aside>
    </div>
    <noscript>This page needs JavaScript; the desk itself, below /api/v1, does not.</noscript>
  </body>
</html>
`,
  },
  '/ui/script': {
    type: 'text/javascript; charset=utf-8',
    content: `"use strict";
(() => {
  // packages/sandbox/src/page/browser/api.ts
  var readPulse = (after) => read(\`pulse?after=\${after}\`);
  var readChoices = () => read("choices");
  var readTicket = (number) => read(\`tickets/\${number}\`);
  var readList = (name, search, show2) => read(\`lists/\${name}?\${new URLSearchParams({ search, show: show2 }).toString()}\`);
  var moveClock = (order) => ask("POST", "/ui/data/clock", order);
  var askDesk = (method, path, body, as) => ask(method, \`/ui/api\${path}\`, body, { "x-acting-as": as });
  async function read(path) {
    const response = await fetch(\`/ui/data/\${path}\`);
    if (!response.ok) throw new Error(await tellFailure(response));
    return await response.json();
  }
  async function ask(method, path, body, headers = {}) {
    const response = await fetch(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body)
    });
    if (!response.ok) throw new Error(await tellFailure(response));
    return await response.json();
  }
  async function tellFailure(response) {
    const answer = await response.json().catch(() => ({}));
    const reasons = Object.entries(answer.errors ?? {}).flatMap(
      ([field, texts]) => texts.map((text) => field === "base" ? text : \`\${field.replaceAll("_", " ")} \${text}\`)
    );
    if (reasons.length > 0) return \`\${reasons.join(", ")} (\${response.status})\`;
    return \`\${answer.error ?? answer.message ?? response.statusText} (\${response.status})\`;
  }

  // packages/sandbox/src/page/browser/dom.ts
  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(properties)) {
      if (value === true) made.setAttribute(attribute, "");
      else if (typeof value === "string") made.setAttribute(attribute, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }
  function button(label, act, properties = {}) {
    const made = element("button", { type: "button", ...properties }, label);
    made.addEventListener("click", () => void act());
    return made;
  }
  function find(id) {
    const found = document.getElementById(id);
    if (found === null) throw new Error(\`There is no #\${id}\`);
    return found;
  }
  function replaceChildren(parent, children) {
    const focused = parent.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : null;
    parent.replaceChildren(...children.filter((child) => child !== null));
    if (focused == null) return;
    for (const one of parent.querySelectorAll("[data-key]"))
      if (one.getAttribute("data-key") === focused) one.focus();
  }
  var moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
  var second = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" });
  var tellMoment = (iso) => moment.format(new Date(iso));
  var tellSecond = (milliseconds) => second.format(new Date(milliseconds));

  // packages/sandbox/src/page/browser/view.ts
  async function attempt(page2, words, act) {
    try {
      await act();
      page2.tell(words);
      await page2.update();
      return true;
    } catch (error) {
      page2.tell(error instanceof Error ? error.message : String(error), true);
      return false;
    }
  }

  // packages/sandbox/src/page/browser/clock.ts
  var steps = [
    ["+1 hour", { hours: 1 }],
    ["+1 day", { days: 1 }],
    ["+7 days", { days: 7 }],
    ["Real time", { now: null }]
  ];
  var HOUR_MS = 36e5;
  function createClock(page2) {
    const shown = find("clock");
    const note = find("ahead");
    let difference = 0;
    const tick = () => shown.textContent = tellSecond(Date.now() + difference);
    find("clock-buttons").append(
      ...steps.map(
        ([label, order]) => button(
          label,
          () => attempt(
            page2,
            "now" in order ? "The clock shows real time." : \`Moved the clock: \${label}.\`,
            () => moveClock(order)
          )
        )
      )
    );
    setInterval(tick, 1e3);
    return {
      set(now, ahead) {
        difference = Date.parse(now) - Date.now();
        note.textContent = ahead === 0 ? "real time" : tellAhead(ahead);
        tick();
      }
    };
  }
  function tellAhead(milliseconds) {
    const hours = Math.round(Math.abs(milliseconds) / HOUR_MS);
    const [days, rest] = [Math.floor(hours / 24), hours % 24];
    const parts = [count(days, "day"), count(rest, "hour")].filter((part) => part !== "");
    return \`\${parts.join(", ") || "minutes"} \${milliseconds > 0 ? "ahead" : "behind"}\`;
  }
  var count = (number, word) => number === 0 ? "" : \`\${number} \${word}\${number === 1 ? "" : "s"}\`;

  // packages/sandbox/src/page/browser/table.ts
  function createTable() {
    const count2 = element("p", { class: "faint" });
    const head = element("tr", { role: "row" });
    const body = element("tbody", { role: "rowgroup" });
    const table = element("table", { role: "table" }, element("thead", { role: "rowgroup" }, head), body);
    return {
      element: element("div", {}, count2, element("div", { class: "scroll" }, table)),
      show(page2) {
        const { rows, total } = page2;
        count2.textContent = rows.length < total ? \`The first \${rows.length} of \${total}; search for the others.\` : \`\${total === 0 ? "None" : total} found.\`;
        head.replaceChildren(
          ...page2.columns.map(({ label }) => element("th", { role: "columnheader", scope: "col" }, label))
        );
        replaceChildren(
          body,
          rows.map((row) => showRow(page2, row))
        );
      }
    };
  }
  function showRow({ columns }, row) {
    const cells = row.cells.map((cell, index) => {
      const { label = "", kind = "text" } = columns[index] ?? {};
      const made = element("td", { role: "cell", "data-label": label });
      if (cell === null || cell === "") return made;
      if (kind === "ticket") {
        const link = { href: \`#ticket/\${cell}\`, "data-key": \`\${row.key}-\${index}\`, "aria-label": \`Ticket \${cell}\` };
        made.append(element("a", link, String(cell)));
      } else if (kind === "time" && label === "Due" && row.mark === "overdue") {
        made.append(
          element(
            "span",
            { class: "overdue" },
            \`\${tellMoment(String(cell))} \`,
            element("span", { class: "mark" }, "overdue")
          )
        );
      } else made.append(kind === "time" ? tellMoment(String(cell)) : String(cell));
      return made;
    });
    return element("tr", { role: "row", class: row.mark ?? "" }, ...cells);
  }

  // packages/sandbox/src/page/browser/listView.ts
  var kinds = [
    ["open", "Open"],
    ["overdue", "Overdue"],
    ["unassigned", "Unassigned"],
    ["closed", "Closed"],
    ["all", "All"]
  ];
  function createListView(name, title) {
    const search = element("input", { type: "search", name: "search" });
    const show2 = element(
      "select",
      { name: "show" },
      ...kinds.map(([value, label]) => element("option", { value }, label))
    );
    const table = createTable();
    const filters = element(
      "div",
      { class: "filters", role: "search" },
      element("label", {}, "Search ", search),
      name === "tickets" ? element("label", {}, "Show ", show2) : null,
      name === "tickets" ? element("a", { href: "#new" }, "New ticket") : null
    );
    const heading = element("h2", { tabindex: "-1" }, title);
    let asked = 0;
    const refresh = async () => {
      const turn = ++asked;
      const page2 = await readList(name, search.value, show2.value);
      if (turn === asked) table.show(page2);
    };
    for (const input of [search, show2]) input.addEventListener("input", () => void refresh());
    return { heading, elements: [heading, filters, table.element], refresh };
  }

  // packages/sandbox/src/page/browser/fields.ts
  function createFields() {
    const box = element("div", { class: "fields" });
    const selects = /* @__PURE__ */ new Map();
    const known = /* @__PURE__ */ new Map();
    const add = ({ name, label }) => {
      const select = element("select", { name });
      box.append(element("label", {}, label, select));
      selects.set(name, select);
      return select;
    };
    const isChosen = (name, select) => known.has(name) && select.value !== known.get(name);
    return {
      element: box,
      show(fields) {
        for (const field of fields) {
          const select = selects.get(field.name) ?? add(field);
          const value = field.value === null ? "" : String(field.value);
          const wanted = isChosen(field.name, select) ? select.value : value;
          const choices = field.choices.map(({ id, label }) => [String(id), label]);
          const options = field.mayBeEmpty || value === "" ? [["", "None"], ...choices] : choices;
          const text = JSON.stringify(options);
          if (select.dataset["options"] !== text) {
            select.dataset["options"] = text;
            select.replaceChildren(...options.map(([id, label]) => element("option", { value: id }, label)));
          }
          select.value = wanted;
          known.set(field.name, value);
        }
      },
      changes: () => Object.fromEntries(
        [...selects].filter(([name, select]) => isChosen(name, select)).map(([name, { value }]) => [name, value === "" ? null : Number(value)])
      ),
      values: () => Object.fromEntries(
        [...selects].filter(([, { value }]) => value !== "").map(([name, { value }]) => [name, Number(value)])
      ),
      settle: () => {
        for (const [name, select] of selects) known.set(name, select.value);
      }
    };
  }

  // packages/sandbox/src/page/browser/ticketView.ts
  function createTicketView(number, page2) {
    const heading = element("h2", { tabindex: "-1" }, \`Ticket \${number}\`);
    const facts = element("dl");
    const description = element("p", { class: "text" });
    const comments = element("div");
    const fields = createFields();
    const path = \`/tickets/\${number}\`;
    const ask2 = (words, method, to, body = {}) => attempt(page2, words, () => askDesk(method, to, body, page2.actingAs()));
    const change = element("form", {}, fields.element, element("div", {}, element("button", { class: "main" }, "Save")));
    change.addEventListener("submit", (event) => {
      event.preventDefault();
      const changes = fields.changes();
      if (Object.keys(changes).length === 0) {
        page2.tell("Nothing was chosen otherwise.");
        return;
      }
      void ask2(\`Changed ticket \${number}.\`, "PATCH", path, { ticket: changes }).then((done) => {
        if (done) fields.settle();
      });
    });
    const text = element("textarea", { name: "comment", required: true });
    const isPublic = element("input", { type: "checkbox", name: "public" });
    const comment = element(
      "form",
      {},
      element("label", {}, "Comment", text),
      element("label", { class: "check" }, isPublic, " The requester may read it"),
      element("div", {}, element("button", { class: "main" }, "Add comment"))
    );
    comment.addEventListener("submit", (event) => {
      event.preventDefault();
      const body = { comment: { body: toHtml(text.value), is_public: isPublic.checked } };
      void ask2(\`Commented on ticket \${number}.\`, "POST", \`\${path}/comments\`, body).then((done) => {
        if (done) text.value = "";
      });
    });
    const closing = element("div", { class: "buttons" });
    const close = button("Close ticket", () => ask2(\`Closed ticket \${number}.\`, "PATCH", \`\${path}/close\`));
    const reopen = button("Reopen ticket", () => ask2(\`Reopened ticket \${number}.\`, "PATCH", \`\${path}/reopen\`));
    const show2 = (sheet) => {
      heading.replaceChildren(\`Ticket \${number}: \${sheet.title} \`, overdueMark(sheet) ?? "");
      facts.replaceChildren(...sheet.facts.flatMap(showFact));
      description.textContent = sheet.description;
      fields.show(sheet.fields);
      const wanted = sheet.isClosed ? reopen : close;
      if (wanted.parentElement === null) {
        const hadFocus = closing.contains(document.activeElement);
        closing.replaceChildren(wanted);
        if (hadFocus) wanted.focus();
      }
      comments.replaceChildren(
        ...showTexts("Tasks", sheet.tasks),
        ...showTexts("Time", sheet.time),
        element("h3", {}, \`Comments (\${sheet.comments.length})\`),
        ...sheet.comments.map(showComment)
      );
    };
    return {
      heading,
      elements: [
        element("p", {}, element("a", { href: "#tickets" }, "All tickets")),
        heading,
        facts,
        description,
        element("h3", {}, "Change it"),
        change,
        closing,
        element("h3", {}, "Say something"),
        comment,
        comments
      ],
      refresh: async () => show2(await readTicket(number))
    };
  }
  var overdueMark = ({ isOverdue }) => isOverdue ? element("span", { class: "mark overdue" }, "overdue") : null;
  function showFact({ label, kind, value }) {
    if (value === null || value === "") return [];
    return [element("dt", {}, label), element("dd", {}, kind === "time" ? tellMoment(String(value)) : String(value))];
  }
  var showTexts = (title, texts) => texts.length === 0 ? [] : [element("h3", {}, title), element("ul", {}, ...texts.map((text) => element("li", {}, text)))];
  var showComment = ({ who, at, isPublic, text }) => element(
    "div",
    { class: isPublic ? "comment" : "comment private" },
    element("div", { class: "faint" }, \`\${who}, \${tellMoment(at)}\${isPublic ? "" : ", private"}\`),
    element("div", { class: "text" }, text)
  );
  var toHtml = (text) => text.split(/\\n{2,}/).map((part) => \`<p>\${escape(part).replaceAll("\\n", "<br>")}</p>\`).join("");
  var escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  // packages/sandbox/src/page/browser/newTicketView.ts
  function createNewTicketView(page2) {
    const heading = element("h2", { tabindex: "-1" }, "New ticket");
    const title = element("input", { name: "title", required: true });
    const description = element("textarea", { name: "description" });
    const fields = createFields();
    const form = element(
      "form",
      {},
      element("label", {}, "Title", title),
      element("label", {}, "Description", description),
      fields.element,
      element("div", {}, element("button", { class: "main" }, "Open ticket"))
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const ticket = {
        title: title.value,
        ...description.value === "" ? {} : { description: toHtml(description.value) },
        ...fields.values()
      };
      void attempt(page2, "Opened a ticket.", async () => {
        const { friendly_id } = await askDesk("POST", "/tickets", { ticket }, page2.actingAs());
        location.hash = \`#ticket/\${String(friendly_id)}\`;
      });
    });
    return {
      heading,
      elements: [element("p", {}, element("a", { href: "#tickets" }, "All tickets")), heading, form],
      refresh: async () => fields.show((await readChoices()).fields)
    };
  }

  // packages/sandbox/src/page/browser/requests.ts
  var MAXIMUM_SHOWN = 200;
  var FRESH_MS = 4e3;
  function createRequests() {
    const list = find("entries");
    const none = find("no-requests");
    const onlyWrites = find("only-writes");
    let isFirst = true;
    const filter = () => {
      for (const item of list.children)
        item.hidden = onlyWrites.checked && !item.classList.contains("writes");
    };
    onlyWrites.addEventListener("change", filter);
    return {
      add(entries) {
        for (const entry of entries) list.prepend(showEntry(entry, !isFirst));
        isFirst = false;
        while (list.children.length > MAXIMUM_SHOWN) list.lastElementChild?.remove();
        none.hidden = list.children.length > 0;
        filter();
      },
      clear() {
        list.replaceChildren();
        none.hidden = false;
      }
    };
  }
  function showEntry({ words, writes, status, at, face, agent, key, method, path }, isFresh) {
    const failed = status === 0 || status >= 400;
    const sender = [face, key === null ? "" : \`key …\${key}\`].filter((part) => part !== "").join(", ");
    const item = element(
      "li",
      { class: [isFresh ? "fresh" : "", writes ? "writes" : "", failed ? "failed" : ""].filter(Boolean).join(" ") },
      element("div", {}, words),
      element("div", { class: "faint", title: agent }, \`\${tellMoment(at)} · \${sender}\`),
      element("div", { class: "request" }, \`\${status === 0 ? "dropped" : status} \${method} \${path}\`)
    );
    setTimeout(() => item.classList.remove("fresh"), FRESH_MS);
    return item;
  }

  // packages/sandbox/src/page/browser/main.ts
  var PULSE_MS = 1e3;
  var titles = { tickets: "Tickets", cis: "CIs", users: "Users", time: "Time entries" };
  var lists = Object.fromEntries(
    Object.entries(titles).map(([name, title]) => [name, createListView(name, title)])
  );
  var acting = find("acting");
  var notice = find("notice");
  var content = find("content");
  var requests = createRequests();
  var page = {
    actingAs: () => acting.value,
    tell(words, failed = false) {
      notice.textContent = words;
      notice.className = failed ? "failed" : "";
    },
    update
  };
  var clock = createClock(page);
  var view = lists.tickets;
  var run = "";
  var last = 0;
  var revision = -1;
  var route = () => (location.hash.slice(1) || "tickets").split("/");
  function openView(isFirst = false) {
    const [name = "", number = ""] = route();
    document.body.dataset["view"] = name;
    for (const link of document.querySelectorAll("#views a")) {
      const isCurrent = link.getAttribute("href") === \`#\${name === "ticket" || name === "new" ? "tickets" : name}\`;
      if (isCurrent) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (name === "requests") {
      if (!isFirst) find("requests-title").focus();
      return;
    }
    view = name === "ticket" ? createTicketView(Number(number), page) : name === "new" ? createNewTicketView(page) : listOf(name);
    content.replaceChildren(...view.elements);
    window.scrollTo(0, 0);
    if (!isFirst) view.heading.focus({ preventScroll: true });
    void show();
  }
  var listOf = (name) => name in lists ? lists[name] : lists.tickets;
  async function show() {
    try {
      await view.refresh();
    } catch (error) {
      page.tell(error instanceof Error ? error.message : String(error), true);
    }
  }
  async function showPeople() {
    const { people } = await readChoices();
    const chosen = acting.value;
    acting.replaceChildren(...people.map(({ username, label }) => element("option", { value: username }, label)));
    if (people.some(({ username }) => username === chosen)) acting.value = chosen;
  }
  async function update() {
    const pulse = await readPulse(last);
    if (pulse.run !== run) {
      run = pulse.run;
      requests.clear();
      await showPeople();
    }
    const entries = pulse.entries.filter((entry) => entry.number > last);
    last = entries.at(-1)?.number ?? last;
    requests.add(entries);
    clock.set(pulse.now, pulse.ahead);
    if (pulse.revision === revision) return;
    revision = pulse.revision;
    await show();
  }
  async function follow() {
    let isAway = false;
    for (; ; ) {
      try {
        if (!document.hidden) await update();
        if (isAway) page.tell("The sandbox is back.");
        isAway = false;
      } catch {
        if (!isAway) page.tell("The sandbox does not answer; trying again.", true);
        isAway = true;
      }
      await new Promise((resolve) => setTimeout(resolve, PULSE_MS));
    }
  }
  find("views").append(
    ...Object.entries(titles).map(([name, title]) => element("li", {}, element("a", { href: \`#\${name}\` }, title))),
    element("li", { class: "requests" }, element("a", { href: "#requests" }, "Requests"))
  );
  find("skip").addEventListener("click", (event) => {
    event.preventDefault();
    content.focus();
  });
  find("requests-title").tabIndex = -1;
  window.addEventListener("hashchange", () => openView());
  openView(true);
  void follow();
})();
`,
  },
  '/ui/style': {
    type: 'text/css; charset=utf-8',
    content: `:root {
  color-scheme: light dark;
  --ground: #f5f6f8;
  --sheet: #ffffff;
  --ink: #1b2430;
  --faint: #566375;
  --line: #d5dae1;
  --accent: #1f5fa8;
  --on-accent: #ffffff;
  --alarm: #b3261e;
  --good: #1c6b3c;
  --new: #fff4cc;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c;
    --sheet: #1b212a;
    --ink: #e6eaf0;
    --faint: #a3afbf;
    --line: #36404e;
    --accent: #8ab8f0;
    --on-accent: #0c1929;
    --alarm: #ff9a92;
    --good: #86d3a3;
    --new: #3a3413;
  }
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font:
    15px/1.45 system-ui,
    sans-serif;
  overflow-wrap: anywhere;
}

:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}

main:focus,
h2:focus {
  outline: none;
}

.scroll {
  overflow-x: auto;
}

a {
  color: var(--accent);
}

.skip {
  position: absolute;
  left: -100vw;
}

.skip:focus {
  left: 8px;
  top: 8px;
  padding: 6px 10px;
  background: var(--sheet);
}

header {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 24px;
  align-items: center;
  padding: 10px 16px;
  background: var(--sheet);
  border-bottom: 1px solid var(--line);
}

h1 {
  margin: 0;
  font-size: 18px;
}

h2 {
  margin: 0 0 8px;
  font-size: 17px;
}

h3 {
  margin: 16px 0 6px;
  font-size: 15px;
}

.clock,
.buttons,
.filters {
  display: flex;
  flex-wrap: wrap;
  gap: 6px 10px;
  align-items: center;
}

.clock time {
  font-variant-numeric: tabular-nums;
  font-weight: 600;
}

#ahead,
.faint {
  color: var(--faint);
}

.acting {
  display: flex;
  gap: 8px;
  align-items: center;
  max-width: min(100%, 24em);
  margin-left: auto;
}

.acting select {
  flex: 1;
  min-width: 0;
}

button,
select,
input,
textarea {
  max-width: 100%;
  padding: 5px 9px;
  border: 1px solid var(--faint);
  border-radius: 6px;
  background: var(--sheet);
  color: inherit;
  font: inherit;
}

button {
  cursor: pointer;
}

button.main {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
}

textarea {
  width: 100%;
  min-height: 5em;
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  margin: 0;
  padding: 8px 16px;
  list-style: none;
}

nav a {
  display: block;
  padding: 5px 12px;
  border-radius: 6px;
  text-decoration: none;
}

nav a[aria-current] {
  background: var(--accent);
  color: var(--on-accent);
}

#notice {
  margin: 0 16px;
  padding: 0 10px;
}

#notice:not(:empty) {
  margin-bottom: 8px;
  padding: 6px 10px;
  border-left: 4px solid var(--good);
  background: var(--sheet);
}

#notice.failed {
  border-color: var(--alarm);
  color: var(--alarm);
}

.panes {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 16px;
  padding: 0 16px 24px;
}

main,
aside {
  min-width: 0;
  padding: 12px;
  border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--sheet);
}

table {
  width: 100%;
  margin-top: 8px;
  border-collapse: collapse;
}

th,
td {
  padding: 5px 8px;
  border-bottom: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
  overflow-wrap: break-word;
}

td[data-label='Title'],
td[data-label='E-mail'] {
  overflow-wrap: anywhere;
}

th {
  color: var(--faint);
  font-weight: 600;
}

tr.closed td {
  color: var(--faint);
}

.mark {
  display: inline-block;
  padding: 0 6px;
  border: 1px solid currentcolor;
  border-radius: 9px;
  font-size: 12px;
}

span.overdue {
  color: var(--alarm);
}

ol#entries {
  margin: 8px 0 0;
  padding: 0;
  list-style: none;
}

#entries li {
  padding: 6px 8px;
  border-bottom: 1px solid var(--line);
}

#entries li.writes {
  border-left: 3px solid var(--good);
}

#entries li.failed {
  border-left: 3px solid var(--alarm);
}

#entries li.fresh {
  background: var(--new);
}

#entries .request {
  color: var(--faint);
  font:
    12px/1.4 ui-monospace,
    monospace;
}

dl {
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 3px 14px;
  margin: 8px 0;
}

dt {
  color: var(--faint);
}

dd {
  margin: 0;
}

.text {
  white-space: pre-wrap;
}

.comment {
  margin: 0 0 8px;
  padding: 6px 10px;
  border-left: 3px solid var(--line);
}

.comment.private {
  border-left-style: dashed;
}

form {
  display: grid;
  gap: 8px;
  max-width: 640px;
}

form .fields {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
  gap: 8px;
}

form select,
form input:not([type='checkbox']) {
  width: 100%;
}

form label:not(.check) {
  display: grid;
  gap: 2px;
}

@media (min-width: 1100px) {
  .panes {
    grid-template-columns: minmax(0, 1fr) 420px;
    align-items: start;
  }

  aside {
    position: sticky;
    top: 8px;
    max-height: calc(100vh - 16px);
    overflow-y: auto;
  }

  nav .requests {
    display: none;
  }
}

@media (max-width: 1099.98px) {
  body[data-view='requests'] main,
  body:not([data-view='requests']) aside {
    display: none;
  }
}

@media (max-width: 700px) {
  .acting {
    margin-left: 0;
  }

  thead {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  table,
  thead,
  tbody,
  tr,
  td {
    display: block;
  }

  tr {
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }

  td {
    display: grid;
    grid-template-columns: 7.5em minmax(0, 1fr);
    gap: 8px;
    padding: 1px 0;
    border: 0;
    overflow-wrap: anywhere;
  }

  td:empty {
    display: none;
  }

  td::before {
    content: attr(data-label);
    color: var(--faint);
  }
}

@media (prefers-reduced-motion: no-preference) {
  #entries li {
    transition: background-color 1s;
  }
}
`,
  },
  '/ui/icon': {
    type: 'image/svg+xml',
    content: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5fa8"/><path d="M7 11h18v10H7z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round"/><path d="M13 11v10" stroke="#fff" stroke-width="2.4" stroke-dasharray="2.2 1.6"/></svg>
`,
  },
};
