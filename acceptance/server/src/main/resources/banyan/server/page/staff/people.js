import { badge, button, card, element, field } from './element.js';
import { ask, heading, outcome, shell } from './shell.js';
import { say } from './words.js';

const ROLES = ['CLERK', 'SUPERVISOR', 'OPERATOR', 'AUDITOR', 'ADMINISTRATOR'];
const { main, person } = await shell('people');
const said = outcome();
const invitation = element('div', { className: 'said', hidden: true, attributes: { role: 'status' } });
const list = element('tbody');
main.append(heading(say('people')), said.line, invitation, listed(), adding());
await show();

function listed() {
  return card(element('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say('people') } },
    element('table', {}, element('thead', {}, element('tr', {},
      ...['number', 'name', 'roles', 'state', 'do'].map(key => element('th', { scope: 'col' }, say(key))))), list)));
}

async function show() {
  const answer = await ask('GET', '/staff/api/people');
  if (answer.status !== 200) {
    said.refused(answer.code);
    return;
  }
  list.replaceChildren(...answer.body.people.map(row));
}

function row(one) {
  const state = one.shut ? badge(say('shut'), 'bad') : one.locked ? badge(say('locked'), 'look')
    : one.ready ? badge(say('ready'), 'good') : badge(say('invited'), 'plain');
  const does = element('div', { className: 'row' });
  const roles = element('td', {}, one.roles.map(say).join('、'));
  if (one.number === person.number) {
    does.append(say('oneself'));
  } else {
    const at = `/staff/api/people/${encodeURIComponent(one.number)}`;
    does.append(...[
      one.locked ? button(say('unlock'), () => change('POST', `${at}/unlock`)) : null,
      one.shut ? null : button(say('invite again'), () => invite('POST', `${at}/invitation`)),
      button(say('change roles'), () => edit(roles, one, at)),
      button(one.shut ? say('let in') : say('shut out'), () => change('PUT', `${at}/shut`, { shut: !one.shut }), one.shut ? '' : 'danger'),
    ].filter(each => each !== null));
    for (const each of does.querySelectorAll('button')) {
      each.setAttribute('aria-label', `${each.textContent} ${one.name} ${one.number}`);
    }
  }
  return element('tr', {}, element('th', { scope: 'row' }, one.number), element('td', {}, one.name), roles,
    element('td', {}, state), element('td', {}, does));
}

function choices(chosen, name) {
  return ROLES.map(role => element('label', { className: 'option' },
    element('input', { type: 'checkbox', value: role, name, checked: chosen.includes(role) }), say(role)));
}

function checked(box) {
  return [...box.querySelectorAll('input:checked')].map(input => input.value);
}

function edit(cell, one, at) {
  const box = element('fieldset', {}, element('legend', {}, `${say('roles')} ${one.number}`), ...choices(one.roles, `roles-${one.number}`));
  cell.replaceChildren(box, element('div', { className: 'actions' },
    button(say('keep'), () => change('PUT', `${at}/roles`, { roles: checked(box) }), 'primary'), button(say('leave'), show)));
  box.querySelector('input').focus();
}

async function change(method, path, body) {
  invitation.hidden = true;
  const answer = await ask(method, path, body);
  await show();
  if (answer.status === 204) {
    said.done(say('done'));
  } else {
    said.refused(answer.code);
  }
}

async function invite(method, path, body) {
  said.nothing();
  const answer = await ask(method, path, body);
  if (answer.status !== 201) {
    said.refused(answer.code);
    return false;
  }
  await show();
  invitation.replaceChildren(element('p', {}, say('invitation made')),
    element('p', { className: 'letters' }, `${location.origin}/staff/invitation#${answer.body.code}`));
  invitation.hidden = false;
  return true;
}

function adding() {
  const number = field(say('number'), { name: 'number', required: true, maxLength: 32, pattern: '[0-9A-Za-z][0-9A-Za-z\\-]*' });
  const name = field(say('name'), { name: 'name', required: true, maxLength: 40 });
  const roles = element('fieldset', {}, element('legend', {}, say('roles')), ...choices([], 'roles'),
    element('p', { className: 'note' }, say('roles help')));
  const form = element('form', {}, element('h2', {}, say('add person')), number.box, name.box, roles,
    element('div', { className: 'actions' }, element('button', { className: 'primary' }, say('add'))));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await invite('POST', '/staff/api/people', { number: number.input.value, name: name.input.value, roles: checked(roles) })) {
      form.reset();
    }
  });
  return card(form);
}
