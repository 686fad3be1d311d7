import { button, element, field } from './element.js';
import { makeOne } from './passkey.js';
import { ask, heading, moment, outcome, shell } from './shell.js';
import { say } from './words.js';

const { main } = await shell('passkeys');
const said = outcome();
const list = element('div');
const name = field(say('passkey name'), { name: 'name', required: true, maxLength: 40 });
const form = element('form', { className: 'card', hidden: true }, name.box,
  element('div', { className: 'actions' }, element('button', { className: 'primary' }, say('passkey add'))));
form.addEventListener('submit', async event => {
  event.preventDefault();
  said.nothing();
  await show(await makeOne(name.input.value.trim()));
});
main.append(heading(say('passkeys')), element('p', { className: 'note' }, say('passkeys help')), said.line, list, form);
await show();

/** The list as it is now, and what came of the deed before it. */
async function show(code) {
  const answer = await ask('GET', '/staff/api/passkeys');
  if (code || answer.code) {
    said.refused(code || answer.code);
  } else if (code === '') {
    said.done(say('done'));
    name.input.value = '';
  }
  if (answer.code) {
    return;
  }
  const { offered, passkeys } = answer.body;
  form.hidden = !offered;
  list.replaceChildren(
    ...(offered ? [] : [element('p', { className: 'problem' }, say('passkeys off'))]),
    passkeys.length === 0 ? element('p', {}, say('no passkeys')) : table(passkeys));
}

function table(passkeys) {
  return element('table', {},
    element('thead', {}, element('tr', {}, ...['passkey called', 'passkey since', 'passkey used', 'do'].map(words => element('th', { scope: 'col' }, say(words))))),
    element('tbody', {}, ...passkeys.map(one => element('tr', {},
      element('th', { scope: 'row' }, one.name),
      element('td', {}, moment(one.since)),
      element('td', {}, one.used ? moment(one.used) : say('passkey never')),
      element('td', {}, button(say('passkey remove'), async () => {
        said.nothing();
        await show((await ask('DELETE', `/staff/api/passkeys/${one.id}`)).code);
      }))))));
}
