// What every page of the staff shares: the strip with who is signed in, the way to the other pages, and how the centre is asked.
import { button, element } from './element.js';
import { language, otherLanguage, say, switchLanguage } from './words.js';

/** The pages there are, and for whom: a line for each. */
const PAGES = [
  { at: '/staff/inbox', words: 'inbox', roles: ['CLERK', 'SUPERVISOR'] },
  { at: '/staff/follow-ups', words: 'follow-ups', roles: ['CLERK', 'SUPERVISOR'] },
  { at: '/staff/city', words: 'city', roles: ['CLERK', 'SUPERVISOR', 'OPERATOR'] },
  { at: '/staff/command', words: 'command', roles: ['OPERATOR', 'SUPERVISOR'] },
  { at: '/staff/people', words: 'people', roles: ['ADMINISTRATOR'] },
  { at: '/staff/audit', words: 'audit', roles: ['AUDITOR'] },
];

/** Asks the centre; gives `{ status, body, code }`. Whoever is no longer signed in is led to the sign-in. */
export async function ask(method, path, body) {
  const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  let answer;
  try {
    answer = await fetch(path, { method, ...sent });
  } catch {
    return { status: 0, body: null, code: 'AWAY' };
  }
  const text = await answer.text();
  const read = text && (answer.headers.get('Content-Type') || '').includes('json') ? JSON.parse(text) : null;
  if (answer.status === 401) {
    location.assign(`/staff/sign-in?next=${encodeURIComponent(location.pathname)}`);
  }
  return { status: answer.status, body: read, code: answer.ok ? '' : (read && read.code) || 'CENTRE-FAULT' };
}

/** What a refusal means, for whoever reads the page. */
export function why(code) {
  return say(`refused ${code}`) || `${say('refused')} (${code})`;
}

/** Fills the strip and gives `{ main, person }`; person is null on the pages before the sign-in. */
export async function shell(title, signedIn = true) {
  document.documentElement.lang = language();
  document.title = `${say(title)} · 榕 Banyan`;
  const person = signedIn ? (await ask('GET', '/staff/api/me')).body : null;
  const strip = element('div', { className: 'strip' },
    element('a', { className: 'skip', href: '#main' }, say('skip')),
    element('img', { src: '/staff/files/tree.svg', alt: '' }),
    element('span', { className: 'name' }, `榕 · ${say('centre')}`));
  const pages = element('nav', { attributes: { 'aria-label': say('pages') } });
  for (const page of pagesOf(person)) {
    const here = location.pathname === page.at;
    pages.append(element('a', { href: page.at, attributes: here ? { 'aria-current': 'page' } : {} }, say(page.words)));
  }
  strip.append(pages, button(otherLanguage(), () => { switchLanguage(); location.reload(); }));
  if (person) {
    strip.append(
      element('span', { className: 'who' }, `${person.name} ${person.number}`),
      element('a', { href: '/staff/passkeys' }, say('passkeys')),
      button(say('sign out'), async () => {
        await ask('POST', '/staff/api/sign-out');
        location.assign('/staff/sign-in');
      }));
  }
  document.querySelector('header').replaceChildren(strip);
  const main = document.getElementById('main');
  main.replaceChildren();
  return { main, person };
}

/** The pages that this person may open. */
export function pagesOf(person) {
  return person ? PAGES.filter(page => page.roles.some(role => person.roles.includes(role))) : [];
}

/** A heading that is spoken first. */
export function heading(words) {
  const made = element('h1', { tabIndex: -1 }, words);
  queueMicrotask(() => made.focus());
  return made;
}

/** A line in which it is said what came of something; read aloud when it changes. */
export function outcome() {
  const line = element('p', { className: 'problem', hidden: true, attributes: { role: 'alert' } });
  return {
    line,
    refused(code) { line.className = 'problem'; line.textContent = why(code); line.hidden = false; },
    done(words) { line.className = 'said'; line.textContent = words; line.hidden = false; },
    nothing() { line.hidden = true; },
  };
}

/** A moment as people here write it. */
export function moment(iso) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
