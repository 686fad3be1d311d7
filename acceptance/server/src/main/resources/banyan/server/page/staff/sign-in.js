import { button, element, field } from './element.js';
import { useOne } from './passkey.js';
import { ask, heading, outcome, shell } from './shell.js';
import { say } from './words.js';

const { main } = await shell('sign in', false);
main.className = 'narrow';
const number = field(say('number'), { name: 'number', required: true, maxLength: 32, autocomplete: 'username', autocapitalize: 'off' });
const password = field(say('password'), { name: 'password', type: 'password', required: true, maxLength: 128, autocomplete: 'current-password' });
const digits = field(say('digits'), { name: 'digits', required: true, inputMode: 'numeric', pattern: '[0-9]{6}', maxLength: 6, autocomplete: 'one-time-code' });
const said = outcome();
const byPasskey = button(say('passkey sign in'), async () => {
  said.nothing();
  const code = await useOne();
  if (code === '') {
    goOn();
  } else {
    said.refused(code);
  }
});
byPasskey.hidden = true;
const form = element('form', { className: 'card' },
  heading(say('sign in')), element('p', { className: 'note' }, say('sign in help')),
  number.box, password.box, digits.box, said.line,
  element('div', { className: 'actions' }, element('button', { className: 'primary' }, say('sign in')), byPasskey));
form.addEventListener('submit', async event => {
  event.preventDefault();
  said.nothing();
  const answer = await ask('POST', '/staff/api/sign-in',
    { number: number.input.value.trim(), password: password.input.value, code: digits.input.value });
  if (answer.status === 204) {
    goOn();
    return;
  }
  said.refused(answer.code);
  digits.input.value = '';
  digits.input.focus();
});
main.append(form);
const offered = await ask('GET', '/staff/api/passkeys/offered');
byPasskey.hidden = !(window.PublicKeyCredential && offered.body && offered.body.passkeys);

function goOn() {
  // Only to a page of ours: what stands in an address may be anybody's.
  const next = new URLSearchParams(location.search).get('next') || '';
  location.replace(/^\/staff(\/[a-z0-9\/-]*)?$/.test(next) ? next : '/staff');
}
