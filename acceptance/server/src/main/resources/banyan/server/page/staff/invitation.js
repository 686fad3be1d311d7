import { element, field } from './element.js';
import { ask, heading, outcome, shell, why } from './shell.js';
import { say } from './words.js';

// The code stands behind the # of the address, which no browser sends; it is forgotten there at once.
const code = sessionStorage.getItem('invitation') && !location.hash ? sessionStorage.getItem('invitation') : location.hash.slice(1);
sessionStorage.setItem('invitation', code);
history.replaceState(null, '', location.pathname);
const { main } = await shell('invitation', false);
main.className = 'narrow';
const opened = await ask('POST', '/staff/api/invitations/open', { code });
main.append(opened.status === 200 ? form(opened.body) : element('section', { className: 'card' },
  heading(say('invitation')), element('p', { className: 'problem', attributes: { role: 'alert' } }, why(opened.code))));

function form(invited) {
  const password = field(say('choose password'), { name: 'password', type: 'password', required: true, minLength: 10, maxLength: 128, autocomplete: 'new-password' });
  const again = field(say('again'), { name: 'again', type: 'password', required: true, maxLength: 128, autocomplete: 'new-password' });
  const digits = field(say('digits'), { name: 'digits', required: true, inputMode: 'numeric', pattern: '[0-9]{6}', maxLength: 6, autocomplete: 'one-time-code' });
  const said = outcome();
  const made = element('form', { className: 'card' },
    heading(say('invitation')),
    element('p', {}, `${say('invitation of')} ${invited.name}（${invited.number}）`),
    password.box, element('p', { className: 'note' }, say('password help')), again.box,
    element('p', { className: 'label' }, say('authenticator')),
    element('p', { className: 'letters' }, invited.secret.match(/.{1,4}/g).join(' ')),
    element('p', {}, element('a', { href: invited.address }, say('open authenticator'))),
    digits.box, said.line,
    element('div', { className: 'actions' }, element('button', { className: 'primary' }, say('take'))));
  made.addEventListener('submit', async event => {
    event.preventDefault();
    if (password.input.value !== again.input.value) {
      said.done(say('not the same'));
      said.line.className = 'problem';
      return;
    }
    const answer = await ask('POST', '/staff/api/invitations/take',
      { code, password: password.input.value, digits: digits.input.value });
    if (answer.status !== 204) {
      said.refused(answer.code);
      return;
    }
    sessionStorage.removeItem('invitation');
    main.replaceChildren(element('section', { className: 'card' },
      heading(say('taken')), element('p', {}, element('a', { href: '/staff/sign-in' }, say('to sign in')))));
  });
  return made;
}
