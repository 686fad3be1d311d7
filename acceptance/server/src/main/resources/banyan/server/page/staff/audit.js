import { button, card, element, field } from './element.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { say } from './words.js';

const { main } = await shell('audit');
const said = outcome();
const staff = field(say('number'), { name: 'staff', maxLength: 32 });
const deed = field(say('deed'), { name: 'deed', maxLength: 40 });
const subject = field(say('subject'), { name: 'subject', maxLength: 60 });
const form = element('form', { className: 'filter' }, staff.box, deed.box, subject.box,
  element('button', { className: 'primary' }, say('find')), button(say('verify'), verify));
const list = element('tbody');
const none = element('p', { hidden: true }, say('none found'));
const earlier = button(say('earlier'), () => find(last));
let last = '';
form.addEventListener('submit', event => {
  event.preventDefault();
  find('');
});
main.append(heading(say('audit')), card(form), said.line,
  card(element('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say('rows') } },
    element('table', {}, element('thead', {}, element('tr', {},
      ...['row', 'when', 'who', 'deed', 'subject'].map(key => element('th', { scope: 'col' }, say(key))))), list)), none, earlier));
await find('');

async function find(before) {
  const query = new URLSearchParams();
  for (const [name, value] of [['staff', staff.input.value.trim()], ['deed', deed.input.value.trim().toUpperCase()],
    ['subject', subject.input.value.trim()], ['before', before]]) {
    if (value) {
      query.set(name, value);
    }
  }
  const answer = await ask('GET', `/staff/api/audit?${query}`);
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  said.nothing();
  if (!before) {
    list.replaceChildren();
  }
  for (const row of answer.body.rows) {
    last = String(row.seq);
    list.append(element('tr', {}, element('td', {}, String(row.seq)), element('td', {}, moment(row.at)),
      element('td', {}, `${row.staff} ${row.name}`), element('td', {}, row.deed), element('td', {}, row.subject)));
  }
  none.hidden = list.children.length > 0;
  earlier.hidden = !answer.body.more;
}

async function verify() {
  const answer = await ask('POST', '/staff/api/audit/verify');
  if (answer.status !== 200) {
    said.refused(answer.code);
  } else if (answer.body.whole) {
    said.done(say('whole') + answer.body.rows);
  } else {
    said.done(say('broken') + answer.body.rows);
    said.line.className = 'problem';
  }
}
