// The city's own platform: cases that somebody types in there and whose outcome is entered here, and cases that are stuck.
import { badge, button, card, element, field } from './element.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { add, say } from './words.js';

const STAGES = ['ACCEPTED', 'NOT_ACCEPTED', 'IN_REVIEW', 'GRANTED', 'REFUSED', 'ISSUED'];

add({
  'city off': '本中心没有接市平台。', 'city waiting': '待报送', 'city there': '市平台在办', 'city tasks': '人工报送', 'city dead': '报送受阻',
  'case number': '受理编号', 'item': '事项', 'theirs': '市平台编号', 'stage': '市平台状态', 'at': '时间', 'reason': '原因', 'tries': '次数',
  'applicant.name': '申请人', 'applicant.number': '证件号码', 'id': '唯一标识', 'nationalNumber': '办件编号（43 位）', 'receivedAt': '收件时间',
  'open': '办理', 'once more': '再报一次', 'by hand': '改为人工', 'no tasks': '现在没有要人工报送的。', 'no dead': '现在没有受阻的。',
  'enter number': '已录入市平台，编号核对无误', 'enter outcome': '录入结果', 'opinion': '办理意见（作出决定时必填）', 'to type': '要录入市平台的内容',
  'ACCEPTED': '已受理', 'NOT_ACCEPTED': '不予受理', 'IN_REVIEW': '审查中', 'GRANTED': '准予', 'REFUSED': '不予许可', 'ISSUED': '已办结，可领取',
  'refused CASE-STATE': '这一件现在不能这样办：已在本中心作出别的决定，或者已经办完。',
}, {
  'city off': 'This centre hands no case to a city platform.', 'city waiting': 'To be handed over', 'city there': 'At the platform', 'city tasks': 'By hand', 'city dead': 'Stuck',
  'case number': 'Case', 'item': 'Item', 'theirs': 'Number there', 'stage': 'State there', 'at': 'When', 'reason': 'Reason', 'tries': 'Tries',
  'applicant.name': 'Applicant', 'applicant.number': 'Number of the document', 'id': 'Its own id', 'nationalNumber': 'National number', 'receivedAt': 'Received',
  'open': 'Open', 'once more': 'Try again', 'by hand': 'Go on by hand', 'no tasks': 'There is nothing to hand over by hand.', 'no dead': 'Nothing is stuck.',
  'enter number': 'It is there, and I checked the number', 'enter outcome': 'Enter the outcome', 'opinion': 'Grounds (needed for a decision)', 'to type': 'To be typed into the platform',
  'ACCEPTED': 'Accepted', 'NOT_ACCEPTED': 'Not accepted', 'IN_REVIEW': 'In review', 'GRANTED': 'Granted', 'REFUSED': 'Refused', 'ISSUED': 'Done, to be collected',
  'refused CASE-STATE': 'That cannot be done now: it was decided otherwise here, or is over.',
});

const { main, person } = await shell('city');
const clerk = person.roles.some(role => role === 'CLERK' || role === 'SUPERVISOR');
const operator = person.roles.some(role => role === 'OPERATOR' || role === 'SUPERVISOR');
const said = outcome();
const counts = element('p', { className: 'counts' });
const desk = element('div');
const tasks = element('tbody');
const dead = element('tbody');
const noTasks = element('p', { hidden: true }, say('no tasks'));
const noDead = element('p', { hidden: true }, say('no dead'));
main.append(heading(say('city')), counts, said.line, desk,
  card(element('h2', {}, say('city tasks')), table(['case number', 'item', 'theirs', 'stage', 'at', 'do'], tasks, 'city tasks'), noTasks),
  card(element('h2', {}, say('city dead')), table(['case number', 'item', 'theirs', 'reason', 'at', 'do'], dead, 'city dead'), noDead));
await list();

function table(heads, body, name) {
  return element('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say(name) } },
    element('table', {}, element('thead', {}, element('tr', {},
      ...heads.map(key => element('th', { scope: 'col' }, say(key))))), body));
}

function path(one, deed) {
  return `/staff/api/city/${encodeURIComponent(one.number)}${deed}`;
}

async function list() {
  const all = await ask('GET', '/staff/api/city');
  if (all.status !== 200) {
    said.refused(all.code);
    return;
  }
  counts.textContent = all.body.platform === 'none' ? say('city off')
    : `${say('city waiting')} ${all.body.waiting} · ${say('city there')} ${all.body.there}`;
  tasks.replaceChildren(...all.body.tasks.map(one => element('tr', {},
    element('td', {}, one.number), element('td', {}, one.item), element('td', {}, one.theirs || ''),
    element('td', {}, one.stage ? say(one.stage) : ''), element('td', {}, moment(one.at)),
    element('td', {}, clerk ? button(say('open'), () => open(one)) : ''))));
  dead.replaceChildren(...all.body.dead.map(one => element('tr', {},
    element('td', {}, one.number), element('td', {}, one.item), element('td', {}, one.theirs || ''),
    element('td', {}, badge(one.code || '', 'bad')), element('td', {}, moment(one.at)),
    element('td', {}, ...(operator
      ? [button(say('once more'), () => does(one, 'POST', '/again')), ' ', button(say('by hand'), () => does(one, 'POST', '/by-hand'))]
      : [])))));
  noTasks.hidden = all.body.tasks.length > 0;
  noDead.hidden = all.body.dead.length > 0;
}

function called(name) {
  return name === 'number' ? say('case number') : say(name) || name.replace(/^answer\./, '');
}

async function does(one, method, deed, body) {
  const answer = await ask(method, path(one, deed), body);
  if (answer.status !== 204) {
    said.refused(answer.code);
    return;
  }
  desk.replaceChildren();
  said.done(say('done'));
  await list();
}

async function open(one) {
  const answer = await ask('GET', path(one, ''));
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  said.nothing();
  const shown = element('dl', {}, ...Object.entries(answer.body.fields)
    .flatMap(([name, value]) => [element('dt', {}, called(name)), element('dd', {}, value)]));
  const number = field(say('theirs'), { name: 'theirs', maxLength: 100, required: true, value: one.theirs || '' });
  const enter = element('form', {}, number.box, element('button', { className: one.theirs ? '' : 'primary' }, say('enter number')));
  enter.addEventListener('submit', event => {
    event.preventDefault();
    does(one, 'PUT', '/entered', { theirs: number.input.value.trim() });
  });
  const parts = [element('h2', {}, `${one.number} · ${say('to type')}`), shown, enter];
  if (one.theirs) {
    const stage = field(say('stage'), { name: 'stage' }, 'select');
    stage.input.append(...STAGES.map(value => element('option', { value }, say(value))));
    const words = field(say('opinion'), { name: 'words', maxLength: 2000 }, 'textarea');
    const form = element('form', {}, stage.box, words.box, element('button', { className: 'primary' }, say('enter outcome')));
    form.addEventListener('submit', event => {
      event.preventDefault();
      does(one, 'POST', '/outcome', { stage: stage.input.value, words: words.input.value.trim() });
    });
    parts.push(form);
  }
  desk.replaceChildren(card(...parts));
  number.input.focus();
}
