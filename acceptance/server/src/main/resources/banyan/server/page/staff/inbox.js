// The clerk's console: the cases that wait at the left, the one that is open in the middle, what can be done at the right.
import './case-words.js';
import { showCase } from './case-view.js';
import { badge, button, card, element, field } from './element.js';
import { ask, heading, outcome, shell } from './shell.js';
import { say } from './words.js';

const TABS = ['FREE', 'MINE', 'ASKED', 'DUE_SOON', 'OVERDUE', 'ALL'];
const { main } = await shell('inbox');
const said = outcome();
const tab = field(say('which'), { name: 'tab' }, 'select');
tab.input.append(...TABS.map(each => element('option', { value: each }, say(each))));
const department = field(say('department'), { name: 'department' }, 'select');
department.input.append(element('option', { value: '' }, say('all departments')));
const list = element('ul', { className: 'plain', id: 'cases', attributes: { 'aria-label': say('cases') } });
const none = element('p', { hidden: true }, say('no cases'));
const more = button(say('more'), () => load(next));
const middle = element('div', { id: 'case' }, card(element('p', {}, say('choose'))));
const right = element('div', { id: 'deeds' });
let next = '';
let chosen = location.hash.slice(1);

main.append(heading(say('inbox')), said.line, element('div', { className: 'columns three' },
  element('div', {}, card(tab.box, department.box, element('p', { className: 'note' }, say('keys'))), list, none, more), middle, right));
for (const select of [tab.input, department.input]) {
  select.addEventListener('change', () => load(''));
}
document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, select, textarea');
  if (!typing && !event.ctrlKey && !event.altKey && !event.metaKey && (event.key === 'j' || event.key === 'k')) {
    step(event.key === 'j' ? 1 : -1);
  }
});
const departments = await ask('GET', '/staff/api/case-departments');
if (departments.status === 200) {
  department.input.append(...departments.body.departments.map(name => element('option', { value: name }, name)));
}
await load('');
if (/^[0-9]{12,15}$/.test(chosen)) {
  await open(chosen);
}

async function load(after) {
  const query = new URLSearchParams({ tab: tab.input.value });
  if (department.input.value) {
    query.set('department', department.input.value);
  }
  if (after) {
    query.set('after', after);
  }
  const answer = await ask('GET', `/staff/api/cases?${query}`);
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  if (!after) {
    list.replaceChildren();
  }
  list.append(...answer.body.cases.map(line));
  next = answer.body.next || '';
  more.hidden = !next;
  none.hidden = list.children.length > 0;
}

function line(one) {
  const marks = element('span', { className: 'row' });
  marks.append(badge(say(one.state), one.state === 'GRANTED' ? 'good' : 'plain'));
  if (one.overdue) {
    marks.append(badge(say('overdue'), 'bad'));
  } else if (one.waitsForCitizen) {
    marks.append(badge(say('waits'), ''));
  } else if (one.due) {
    marks.append(badge(`${say('due')} ${one.due}`, 'look'));
  }
  const made = button('', () => open(one.number), 'entry');
  made.dataset.number = one.number;
  made.replaceChildren(element('strong', {}, one.title), element('span', {}, `${one.applicant} · ${one.number}`), marks);
  mark(made);
  return element('li', {}, made);
}

function mark(entry) {
  if (entry.dataset.number === chosen) {
    entry.setAttribute('aria-current', 'true');
  } else {
    entry.removeAttribute('aria-current');
  }
}

function entries() {
  return [...list.querySelectorAll('.entry')];
}

function step(by) {
  const all = entries();
  const at = all.findIndex(entry => entry.dataset.number === chosen);
  const to = all[Math.min(all.length - 1, Math.max(0, at + by))];
  if (to) {
    to.focus();
    to.click();
  }
}

/** Whoever steps on before the case has come is shown the one he stepped to, whichever answer comes last. */
async function open(number) {
  said.nothing();
  chosen = number;
  entries().forEach(mark);
  const answer = await ask('GET', `/staff/api/cases/${number}`);
  if (chosen !== number) {
    return;
  }
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  showCase(middle, right, answer.body, order => act(answer.body, order));
}

/** Does it, and shows the case as it stands then; false where it was refused. */
async function act(one, order) {
  const answer = await ask('POST', `/staff/api/cases/${one.number}/deeds`, { version: one.version, ...order });
  if (answer.status === 200) {
    showCase(middle, right, answer.body, next => act(answer.body, next));
    await load('');
    said.done(`${say('done')} ${say(order.deed)} · ${one.number}`);
    return true;
  }
  if (answer.code === 'CASE-CHANGED') {
    await open(one.number);
  }
  said.refused(answer.code);
  return false;
}
