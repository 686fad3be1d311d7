// The command centre: what every terminal is like, what somebody must see to, and what was done today.
import { alarms } from './command-alarms.js';
import { desk } from './command-desk.js';
import { ratings, themes, today } from './command-figures.js';
import { live } from './command-live.js';
import { points } from './command-map.js';
import { supplies } from './command-supplies.js';
import './command-words.js';
import { button, card, element } from './element.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { say } from './words.js';

document.head.append(element('link', { rel: 'stylesheet', href: '/staff/files/command.css' }));
const { main, person } = await shell('command');
const may = person !== null && person.roles.includes('OPERATOR');
const said = outcome();
const time = element('p', { className: 'note' });
const where = element('p', { className: 'note' });
const orders = desk(said);
let how = 'asking';
let at = '';
const parts = {
  points: points(orders.chosen, orders.changed), alarms: alarms(may ? person.number : '', said, orders, look), today: today(), ratings: ratings(),
  themes: themes(), supplies: supplies(),
};

main.append(
  element('div', { className: 'row apart' }, element('div', {}, heading(say('command')), where),
    element('div', { className: 'row' }, time, may ? button(say('give directive'), () => orders.open(), 'primary') : null)),
  said.line,
  element('div', { className: 'command' }, parts.points.box, parts.alarms.box, parts.today.box, parts.ratings.box),
  parts.themes.box, element('div', { className: 'command' }, parts.supplies.box, ...(may ? [orders.box] : [card(element('h2', {}, say('give directive')), element('p', {}, say('only operators')))])));
await look();
live(look, words => { how = words; stamp(); });
// Whoever comes back to the page sees what is now.
window.addEventListener('focus', look);

function stamp() {
  time.textContent = at ? `${say('as of')} ${moment(at)} · ${say(how)}` : '';
}

async function look() {
  const answers = await Promise.all(['fleet', 'alarms', 'figures', 'supplies'].map(part => ask('GET', `/staff/api/${part}`)));
  const failed = answers.find(answer => answer.status !== 200);
  if (failed) {
    said.refused(failed.code);
    return;
  }
  const [fleet, open, figures, needs] = answers.map(answer => answer.body);
  at = fleet.at;
  stamp();
  orders.now(Date.parse(fleet.at));
  where.textContent = `${fleet.points.length} ${say('terminals')} · ${new Set(fleet.points.filter(point => point.hall).map(point => point.hall)).size} ${say('halls')}`;
  parts.points.show(fleet);
  parts.alarms.show(open.alarms);
  parts.today.show(figures);
  parts.ratings.show(figures.ratings);
  parts.themes.show(figures);
  parts.supplies.show(needs.stops, fleet);
  await orders.hear();
}
