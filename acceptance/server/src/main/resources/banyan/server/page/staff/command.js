import { button, card, element, field } from './element.js';
import { shape, states, table } from './command-table.js';
import './command-words.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { say } from './words.js';

const EVERY = 30_000;
const HOURS_TO_EXPIRE = 24;
const SPEAKING = ['OUT_OF_SERVICE', 'NOTICE'];

document.head.append(element('link', { rel: 'stylesheet', href: '/staff/files/command.css' }));
const { main, person } = await shell('command');
const said = outcome();
const chosen = new Set();
const time = element('p', { className: 'note' });
const points = element('div', {});
const today = element('div', {});
const words = element('p', { attributes: { 'aria-live': 'polite' } }, say('choose'));
const answers = element('ul', { className: 'plain', attributes: { 'aria-live': 'polite' } });
let given = '';
let now = Date.now();

main.append(heading(say('command')), time, said.line, element('div', { className: 'command' },
  card(element('h2', {}, say('points')), points),
  element('div', {}, ...(person && person.roles.includes('OPERATOR') ? [desk()] : []), card(element('h2', {}, say('today')), today))));
await look();
setInterval(look, EVERY);
// Whoever comes back to the page sees what is now.
window.addEventListener('focus', look);

async function look() {
  const answer = await ask('GET', '/staff/api/fleet');
  if (answer.status === 200) {
    said.nothing();
    show(answer.body);
  } else {
    said.refused(answer.code);
  }
  if (given) {
    await hear();
  }
}

function show(fleet) {
  // By the centre's clock, which is what counts.
  now = Date.parse(fleet.at);
  time.textContent = `${say('as of')} ${moment(fleet.at)} · ${say('every')}`;
  // Whoever is in the middle of the list stays where he is.
  const here = document.activeElement?.closest('#main tr')?.id;
  points.replaceChildren(states(fleet.counts), table(fleet.points, chosen, choice));
  if (here) {
    document.getElementById(here)?.querySelector('input')?.focus();
  }
  const day = fleet.today;
  const left = Object.entries(day.abandoned).sort((one, other) => other[1] - one[1]);
  today.replaceChildren(
    element('div', { className: 'tiles' }, ...[['begun', day.begun], ['completed', day.completed], ['pages printed', day.pages], ['help', day.help]]
      .map(([key, count]) => element('div', {}, element('strong', {}, count.toLocaleString()), say(key)))),
    element('h3', {}, say('hours')), list(day.hours.map((count, hour) => [`${hour}`, count]).filter(([, count]) => count > 0), 'hour'),
    element('h3', {}, say('left at')), list(left, 'left at'));
}

function list(rows, what) {
  return rows.length === 0 ? element('p', {}, say('nothing left')) : element('table', {},
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, say(what)), element('th', { scope: 'col' }, say('times')))),
    element('tbody', {}, ...rows.map(([name, count]) => element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, String(count))))));
}

function choice() {
  words.textContent = chosen.size === 0 ? say('choose') : say('chosen') + [...chosen].sort().join(' ');
}

function desk() {
  const kind = field(say('kind'), { name: 'kind' }, 'select');
  kind.input.append(...['OUT_OF_SERVICE', 'BACK_IN_SERVICE', 'NOTICE', 'FETCH_CATALOGUE'].map(value => element('option', { value }, say(value))));
  const chinese = field(say('chinese'), { name: 'chinese', maxLength: 120 });
  const english = field(say('english'), { name: 'english', maxLength: 120 });
  kind.input.addEventListener('change', () => {
    chinese.box.hidden = english.box.hidden = !SPEAKING.includes(kind.input.value);
  });
  return card(element('h2', {}, say('give directive')), words, kind.box, chinese.box, english.box,
    element('div', { className: 'actions' }, button(say('give'), () => give(kind.input.value, chinese.input.value, english.input.value), 'primary')),
    answers);
}

async function give(kind, chinese, english) {
  const id = crypto.randomUUID();
  const text = SPEAKING.includes(kind) ? { text: { 'zh-CN': chinese.trim(), en: english.trim() } } : {};
  const expires = new Date(now + HOURS_TO_EXPIRE * 3_600_000).toISOString();
  const answer = await ask('POST', '/staff/api/directives', { id, terminals: [...chosen], kind, ...text, expires });
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  given = id;
  said.done(say('given') + say(kind));
  tell(answer.body);
}

async function hear() {
  const answer = await ask('GET', `/staff/api/directives/${given}`);
  if (answer.status === 200) {
    tell(answer.body);
  }
}

function tell(heard) {
  const colours = { DONE: 'OK', REFUSED: 'DOWN', EXPIRED: 'DOWN' };
  answers.replaceChildren(element('li', {}, element('strong', {}, say('answers'))), ...heard.terminals.map(word =>
    element('li', { className: 'standing' }, shape(colours[word.standing] || 'UNKNOWN'),
      `${word.terminal} ${say(word.standing)}${word.code ? ` (${word.code})` : ''}`)));
}
