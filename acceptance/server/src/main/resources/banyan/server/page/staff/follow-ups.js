// What citizens were not content with, or could not get done: who sees to it, by when, and how it ended.
import { badge, button, card, element, field } from './element.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { add, say } from './words.js';

add({
  'RATING': '差评', 'TROUBLE': '办不成事', 'due': '期限', 'kind': '类别', 'what': '内容', 'item': '事项', 'owner': '责任人', 'held by': '经办',
  'overdue': '已超期', 'hold': '我来办', 'go on': '继续办', 'tasks': '待回访整改', 'none': '现在没有要回访的。', 'level': '星',
  'opened': '共', 'closed': '已办结', 'in time': '其中按期', 'overdue count': '超期未办',
  'call': '回访结果', 'REACHED': '已联系上', 'NOT_REACHED': '没有联系上', 'NOT_WANTED': '未留电话或不愿回访',
  'phone': '回访电话（群众为此留下的）：', 'no phone': '群众没有留回访电话。', 'rectified': '整改情况', 'words': '给群众的答复', 'close': '办结',
  'closed tasks': '最近办结', 'outcome': '结果', 'refused CASE-HELD': '别人正在办这一件。', 'refused CASE-STATE': '这一件已经办结。',
}, {
  'RATING': 'Bad rating', 'TROUBLE': 'Could not get it done', 'due': 'Last day', 'kind': 'Kind', 'what': 'What', 'item': 'Item', 'owner': 'Owner', 'held by': 'Held by',
  'overdue': 'Overdue', 'hold': 'Take it on', 'go on': 'Go on', 'tasks': 'To follow up', 'none': 'There is nothing to follow up.', 'level': ' of 5',
  'opened': 'In all', 'closed': 'Closed', 'in time': 'In time', 'overdue count': 'Overdue',
  'call': 'The call', 'REACHED': 'Reached', 'NOT_REACHED': 'Not reached', 'NOT_WANTED': 'No number, or no call wanted',
  'phone': 'Number to call, left for this: ', 'no phone': 'No number was left.', 'rectified': 'What was put right', 'words': 'Words to the citizen', 'close': 'Close',
  'closed tasks': 'Closed last', 'outcome': 'Outcome', 'refused CASE-HELD': 'Somebody else holds it.', 'refused CASE-STATE': 'It is closed already.',
});

const { main, person } = await shell('follow-ups');
const said = outcome();
const counts = element('p', { className: 'counts' });
const rows = element('tbody');
const none = element('p', { hidden: true }, say('none'));
const ended = element('tbody');
const desk = element('div');
main.append(heading(say('follow-ups')), counts, said.line, desk,
  card(element('h2', {}, say('tasks')), table(['due', 'kind', 'what', 'item', 'owner', 'held by', 'do'], rows, 'tasks'), none),
  card(element('h2', {}, say('closed tasks')), table(['due', 'kind', 'what', 'outcome', 'rectified', 'held by'], ended, 'closed tasks')));
await list();

function table(heads, body, name) {
  return element('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say(name) } },
    element('table', {}, element('thead', {}, element('tr', {},
      ...heads.map(key => element('th', { scope: 'col' }, say(key))))), body));
}

function what(task) {
  return [task.level ? `${task.level}${say('level')}` : '', ...task.said].filter(Boolean).join(' · ');
}

async function list() {
  const [all, count] = [await ask('GET', '/staff/api/follow-ups'), await ask('GET', '/staff/api/follow-ups/counts')];
  if (all.status !== 200 || count.status !== 200) {
    said.refused(all.code || count.code);
    return;
  }
  const { opened, closed, inTime, overdue } = count.body;
  counts.textContent = `${say('opened')} ${opened} · ${say('closed')} ${closed} · ${say('in time')} ${inTime} · ${say('overdue count')} ${overdue}`;
  rows.replaceChildren(...all.body.open.map(task => element('tr', {},
    element('td', {}, task.due, task.overdue ? badge(say('overdue'), 'bad') : ''),
    element('td', {}, say(task.kind)), element('td', {}, what(task)), element('td', {}, task.item || ''),
    element('td', {}, task.owner), element('td', {}, task.heldBy || ''),
    element('td', {}, button(say(task.heldBy === person.number ? 'go on' : 'hold'), () => hold(task))))));
  none.hidden = all.body.open.length > 0;
  ended.replaceChildren(...all.body.closed.map(task => element('tr', {},
    element('td', {}, task.due, task.overdue ? badge(say('overdue'), 'bad') : ''),
    element('td', {}, say(task.kind)), element('td', {}, what(task)),
    element('td', {}, `${say(task.closing.call)} ${moment(task.closing.at)}`),
    element('td', {}, task.closing.rectified), element('td', {}, task.closing.by))));
}

function path(task, deed) {
  return `/staff/api/follow-ups/${task.kind}/${encodeURIComponent(task.terminal)}/${encodeURIComponent(task.subject)}/${deed}`;
}

async function hold(task) {
  const answer = await ask('POST', path(task, 'held'));
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  said.nothing();
  const call = field(say('call'), { name: 'call' }, 'select');
  call.input.append(...['REACHED', 'NOT_REACHED', 'NOT_WANTED'].map(value => element('option', { value }, say(value))));
  const rectified = field(say('rectified'), { name: 'rectified', maxLength: 500, required: true }, 'textarea');
  const words = field(say('words'), { name: 'words', maxLength: 500, required: true }, 'textarea');
  const form = element('form', {},
    element('p', {}, answer.body.phone ? `${say('phone')}${answer.body.phone}` : say('no phone')),
    call.box, rectified.box, words.box, element('button', { className: 'primary' }, say('close')));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const one = text => text.replace(/\s+/g, ' ').trim();
    const done = await ask('PUT', path(task, 'closed'),
      { call: call.input.value, rectified: one(rectified.input.value), words: one(words.input.value) });
    if (done.status !== 200) {
      said.refused(done.code);
      return;
    }
    desk.replaceChildren();
    said.done(say('done'));
    await list();
  });
  desk.replaceChildren(card(element('h2', {}, `${say(task.kind)} · ${what(task)}`), form));
  await list();
  call.input.focus();
}
