// What can be done to a case now: a button for what needs no words, a form for what does.
import { button, card, element, field } from './element.js';
import { say } from './words.js';

const FORMS = { 'HAND-OVER': handOver, NOTE: note, ASK: askFor, GRANT: decide, REFUSE: decide, 'DONT-ACCEPT': decide };
const ORDER = ['CLAIM', 'ACCEPT', 'BEGIN', 'ASK', 'GO-ON', 'GRANT', 'REFUSE', 'DONT-ACCEPT', 'ISSUE', 'NOTE', 'HAND-OVER'];
/** What leads a case on; the rest stands quietly. */
const PRIMARY = ['CLAIM', 'ACCEPT', 'BEGIN', 'GRANT', 'ISSUE'];

export function deedsOf(one, act) {
  const made = card(element('h2', {}, say('what to do')));
  const there = ORDER.filter(deed => one.deeds.includes(deed));
  const place = element('div');
  if (there.length === 0) {
    made.append(element('p', {}, say('nothing to do')));
  }
  made.append(element('div', { className: 'actions' }, ...there.map(deed => button(say(deed),
    () => (FORMS[deed] ? openForm(place, one, deed, act) : act({ deed })), PRIMARY.includes(deed) ? 'primary' : ''))), place);
  return made;
}

function openForm(place, one, deed, act) {
  const { parts, order } = FORMS[deed](one);
  const form = element('form', {}, element('h3', {}, say(deed)), ...parts,
    element('div', { className: 'actions' }, element('button', { className: 'primary' }, say('do it')),
      button(say('not now'), () => place.replaceChildren())));
  form.addEventListener('submit', event => {
    event.preventDefault();
    act({ deed, ...order() });
  });
  place.replaceChildren(form);
  form.querySelector('input, textarea, select').focus();
}

function handOver() {
  const to = field(say('to whom'), { name: 'to', maxLength: 32 });
  return { parts: [to.box], order: () => (to.input.value.trim() ? { to: to.input.value.trim() } : {}) };
}

function note() {
  const words = field(say('words for colleagues'), { name: 'words', maxLength: 2000, required: true, rows: 3 }, 'textarea');
  return { parts: [words.box], order: () => ({ words: words.input.value }) };
}

function ticks(legend, name, pairs) {
  return element('fieldset', {}, element('legend', {}, legend), ...pairs.map(([value, words]) => element('label', { className: 'option' },
    element('input', { type: 'checkbox', name, value }), words)));
}

function ticked(box) {
  return [...box.querySelectorAll('input:checked')].map(input => input.value);
}

function askFor(one) {
  const words = field(say('words for citizen'), { name: 'words', maxLength: 2000, required: true, rows: 3 }, 'textarea');
  const days = field(say('days'), { name: 'days', type: 'number', min: 1, max: 60, value: 10, required: true });
  const things = ticks(say('what is missing'), 'thing', [
    ...one.materials.map(material => [`MATERIAL ${material.code}`, material.title]),
    ...Object.entries(one.fields).map(([code, title]) => [`FIELD ${code}`, title]),
  ]);
  const again = field(say('why again'), { name: 'again', maxLength: 2000, required: one.asked.length > 0 });
  again.box.hidden = one.asked.length === 0;
  return {
    parts: [things, words.box, days.box, again.box],
    order: () => ({
      words: words.input.value,
      days: Number(days.input.value),
      things: ticked(things).map(each => ({ kind: each.split(' ')[0], code: each.split(' ')[1], words: '' })),
      ...(again.input.value ? { again: again.input.value } : {}),
    }),
  };
}

function decide(one) {
  const grounds = ticks(say('grounds'), 'ground', Object.entries(one.grounds));
  const words = field(say('words for citizen'), { name: 'words', maxLength: 2000, rows: 3 }, 'textarea');
  return {
    parts: [grounds, words.box],
    order: () => ({ grounds: ticked(grounds), ...(words.input.value ? { words: words.input.value } : {}) }),
  };
}
