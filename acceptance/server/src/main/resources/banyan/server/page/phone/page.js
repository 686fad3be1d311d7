// Goes from the code to the form and back to the centre. Nothing is stored: what this page knows ends with it.

import { fetchDraft, fetchForm, putDraft } from './centre.js';
import { button, card, element } from './element.js';
import { cardsOf } from './form.js';
import { codeIn, keysOf, open, seal } from './seal.js';
import { WORDS } from './words.js';

let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
/** What is shown now; called again when the language changes. */
let scene = opening;
/** What was opened: `{ keys, draft, form, content, sent, edits, standing }`; null before and after. */
let held = null;

function say(key, values = {}) {
  return Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), WORDS[language][key]);
}

function show(next) {
  scene = next;
  document.documentElement.lang = language;
  document.getElementById('name').textContent = say('name');
  const other = document.getElementById('language');
  other.textContent = say('language');
  other.lang = language === 'en' ? 'zh-CN' : 'en';
  const main = document.getElementById('main');
  main.replaceChildren(...scene());
  const title = main.querySelector('h1');
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

// --- Scenes ------------------------------------------------------------------

function opening() {
  return [element('h1', {}, say('opening'))];
}

/** Asks for the code by hand, where there was none or it was not whole. */
function asking(typed = '', wrong = false) {
  const input = element('input', {
    id: 'code', type: 'text', value: typed, autocomplete: 'off', spellcheck: false,
    attributes: { autocapitalize: 'characters', 'aria-describedby': 'code-problem', 'aria-invalid': String(wrong) },
  });
  const go = element('form', { className: 'card' },
    element('label', { htmlFor: 'code' }, say('codeLabel')),
    input,
    element('p', { id: 'code-problem', className: 'problem', hidden: !wrong }, wrong ? say('codeWrong') : ''),
    element('button', { type: 'submit', className: 'primary' }, say('codeOpen')));
  go.addEventListener('submit', event => {
    event.preventDefault();
    begin(input.value);
  });
  return [element('h1', {}, say('codeTitle')), element('p', {}, say('codeHelp')), go];
}

/** One thing that is so, what helps, and the ways on. */
function telling(key, minutes, again, lost) {
  return [
    element('h1', {}, say(key)),
    card(
      element('p', {}, say(`${key}Help`, { minutes })),
      lost ? element('p', { className: 'strong' }, say('notKept')) : null,
      again ? button(say('again'), again, 'primary') : null,
      button(say('other'), () => show(asking))),
  ];
}

function filling() {
  const { form, draft, content } = held;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(draft.until));
  return [
    element('h1', {}, form.title[language]),
    element('p', { className: 'facts' }, say('until', { date: day })),
    element('p', { className: 'facts' }, say('secret')),
    form.offered ? null : element('p', { className: 'notice' }, say('newer')),
    ...cardsOf(form, content.answers, say, language, change),
    card(element('h2', {}, say('next')), element('p', {}, say('nextHelp')), element('p', { className: 'help' }, say('judged'))),
    card(element('p', {}, say('clearHelp')), button(say('clear'), clear)),
    element('div', { className: 'keep' },
      element('p', { id: 'standing', attributes: { role: 'status' } }),
      element('button', { id: 'keep', type: 'button', className: 'primary', onclick: keep })),
  ].filter(part => part !== null);
}

function choosing(theirs) {
  return [
    element('h1', {}, say('conflict')),
    card(
      element('p', {}, say('conflictHelp')),
      button(say('takeTheirs'), takeTheirs),
      button(say('takeMine'), () => {
        held.draft = theirs;
        fill();
        keep();
      })),
  ];
}

// --- What the citizen does -----------------------------------------------------

async function begin(written) {
  const code = codeIn(written);
  if (!code) {
    show(() => asking(written, written !== ''));
    return;
  }
  if (!window.isSecureContext || !crypto.subtle) {
    show(() => telling('insecure'));
    return;
  }
  look(await keysOf(code));
}

/** Fetches the draft of these keys and shows it; `lost` where changes made here are gone with it. */
async function look(keys, lost = false) {
  const again = () => look(keys);
  show(opening);
  const found = await fetchDraft(keys.lookup);
  if (found.told) {
    show(() => telling(found.told, found.minutes, ['expired', 'used'].includes(found.told) ? null : again, lost));
    return;
  }
  const content = await open(found.draft, keys);
  if (content === null) {
    show(() => telling('damaged', 0, null, lost));
    return;
  }
  const shown = await fetchForm(found.draft.item, found.draft.version);
  if (shown.told) {
    show(() => telling(shown.told, shown.minutes, shown.told === 'noForm' ? null : again, lost));
    return;
  }
  held = { keys, draft: found.draft, form: shown.form, content, sent: [], edits: 0, standing: { key: 'same' } };
  fill();
}

/** Shows what the centre has instead of what is here. */
function takeTheirs() {
  const { keys } = held;
  held = null;
  look(keys);
}

function fill() {
  show(filling);
  stand(held.standing);
}

function change(code, value) {
  held.edits++;
  if (value === '') {
    delete held.content.answers[code];
  } else {
    held.content.answers[code] = { value, source: 'CITIZEN' };
  }
  stand({ key: 'changed' });
}

/** Kept is said when the centre has answered so, and never before. */
async function keep() {
  const at = held;
  if (at.standing.key === 'keeping') {
    return;
  }
  const edits = at.edits;
  stand({ key: 'keeping' });
  const sealed = await seal(at.draft, at.keys, at.content);
  if (sealed === null) {
    stand({ key: 'tooLarge' });
    return;
  }
  at.sent.push(sealed);
  let answer = await putDraft(at.keys.lookup, at.draft.revision, sealed);
  if (answer.changed) {
    answer = await whose(at, sealed);
  }
  if (held !== at) {
    return;
  }
  if (answer.revision !== undefined) {
    at.draft = { ...at.draft, revision: answer.revision, sealed };
    at.sent = [];
    const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date());
    stand(at.edits === edits ? { key: 'kept', values: { time } } : { key: 'changed' });
  } else if (answer.theirs) {
    at.standing = { key: 'changed' };
    show(() => choosing(answer.theirs));
  } else if (answer.told === 'tooMany') {
    stand({ key: 'waitToKeep', values: { minutes: answer.minutes } });
  } else if (answer.told === 'unsure') {
    stand({ key: 'unsure' });
  } else {
    held = null;
    show(() => telling(answer.told, 0, null, true));
  }
}

/** Another revision is there: one that was sent from here, its answer lost on the way, or one from elsewhere. */
async function whose(at, sealed) {
  const found = await fetchDraft(at.keys.lookup);
  if (found.told) {
    return found.told === 'away' || found.told === 'busy' ? { told: 'unsure' } : found;
  }
  if (found.draft.sealed === sealed) {
    return { revision: found.draft.revision };
  }
  if (!at.sent.includes(found.draft.sealed)) {
    return { theirs: found.draft };
  }
  const answer = await putDraft(at.keys.lookup, found.draft.revision, sealed);
  return answer.changed ? { told: 'unsure' } : answer;
}

function stand(standing) {
  held.standing = standing;
  const line = document.getElementById('standing');
  const keeping = document.getElementById('keep');
  if (line !== null && keeping !== null) {
    line.textContent = say(standing.key, standing.values);
    line.dataset.standing = standing.key;
    keeping.textContent = say(standing.key === 'unsure' ? 'keepAgain' : 'keep');
    keeping.disabled = ['same', 'keeping', 'kept'].includes(standing.key);
  }
}

function clear() {
  held = null;
  show(() => telling('cleared'));
}

// --- From the beginning ----------------------------------------------------------

document.getElementById('language').addEventListener('click', () => {
  language = language === 'en' ? 'zh-CN' : 'en';
  if (held !== null && scene === filling) {
    fill();
  } else {
    show(scene);
  }
});
window.addEventListener('beforeunload', event => {
  if (held !== null && !['same', 'kept'].includes(held.standing.key)) {
    event.preventDefault();
  }
});
// A page that the browser had laid aside with what was in it.
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});
window.addEventListener('hashchange', start);

/** Takes the code out of the address before anything else, so that neither the address bar nor the history shows it. */
function start() {
  const written = location.hash.slice(1);
  if (written !== '') {
    history.replaceState(null, '', location.pathname);
  }
  begin(written);
}

start();
