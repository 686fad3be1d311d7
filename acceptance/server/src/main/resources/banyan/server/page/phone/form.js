// The item's form: its questions as cards, each field with its label, and what is wrong with it below.

import { wrong } from './check.js';
import { card, element } from './element.js';

/** Who said what the citizen did not say himself, and the words for it. */
const SOURCES = {
  SOCIAL_CARD: 'fromSocialCard',
  BANK_CARD: 'fromBankCard',
  LICENCE: 'fromLicence',
  REGISTER: 'fromLicence',
  LAST_FILING: 'fromLastFiling',
};

/**
 * The cards of this form.
 *
 * @param answers the values so far and who said so, by field; whoever is told of a change keeps them
 * @param say a sentence of the page by its key
 * @param language zh-CN or en
 * @param changed is told field and value; an empty value takes the answer away
 */
export function cardsOf(form, answers, say, language, changed) {
  const rows = [];
  const give = (field, value) => {
    changed(field.code, value);
    look();
  };
  const look = () => rows.forEach(row => row.look());
  const cards = form.groups.map((group, at) => {
    const mine = group.fields.map(field => rowOf(field, answers, give, form, say, language));
    rows.push(...mine);
    return element('section', { className: 'card', attributes: { 'aria-labelledby': `question-${at}` } },
      element('h2', { id: `question-${at}` }, group.question[language]),
      group.help[language] ? element('p', { className: 'help' }, group.help[language]) : null,
      ...mine.map(row => row.element));
  });
  look();
  return cards;
}

function rowOf(field, answers, give, form, say, language) {
  const id = `field-${field.code}`;
  const label = field.label[language];
  const source = element('span');
  const name = [label, field.hint[language] ? element('span', { className: 'hint' }, field.hint[language]) : null, source];
  if (field.where !== 'HERE') {
    const there = element('p', { className: 'there' }, say(field.where === 'CARD' ? 'fromCard' : 'atTerminal'));
    const line = element('div', { className: 'field' }, element('h3', {}, label), there);
    return { element: line, look: () => {} };
  }
  const problem = element('p', { id: `${id}-problem`, className: 'problem', hidden: true });
  const valueOf = code => answers[code]?.value ?? '';
  const value = () => valueOf(field.code);
  const parts = field.kind === 'choice'
    ? chosen(field, id, name, value(), give, language)
    : [labelled(field, id, name), ...entry(field, id, name, value(), give, say, language)];
  const line = element('div', { className: 'field' }, ...parts, problem);
  const control = line.querySelector(`#${CSS.escape(id)}`);
  // While a number is being typed it is too short; nothing is said of that before it is left.
  let left = value() !== '';
  line.addEventListener('focusout', () => {
    left = true;
    look();
  });
  const look = () => {
    line.hidden = Boolean(field.when) && !field.when.values.includes(valueOf(field.when.field));
    const from = SOURCES[answers[field.code]?.source];
    source.hidden = from === undefined;
    source.className = from === 'fromLastFiling' ? 'source look' : 'source';
    source.textContent = from === undefined ? '' : say(from);
    const found = left ? wrong(field, value()) : null;
    problem.hidden = found === null;
    problem.textContent = found === null ? '' : filled(form.sentences[found.key][language], found.numbers);
    if (found !== null) {
      control.setAttribute('aria-invalid', 'true');
    } else {
      control.removeAttribute('aria-invalid');
    }
  };
  return { element: line, look };
}

function labelled(field, id, name) {
  return field.kind === 'tick' ? '' : element('label', { htmlFor: id }, ...name);
}

function chosen(field, id, name, value, give, language) {
  const options = field.options.map((option, at) => {
    const radio = element('input', { type: 'radio', id: `${id}-${at}`, name: id, value: option.code, checked: option.code === value });
    radio.addEventListener('change', () => give(field, option.code));
    return element('label', { className: 'option', htmlFor: radio.id }, radio, element('span', {}, option.label[language]));
  });
  return [element('fieldset', { id, attributes: described(id) }, element('legend', {}, ...name), ...options)];
}

function entry(field, id, name, value, give, say, language) {
  const shared = { id, attributes: described(id) };
  if (field.kind === 'tick') {
    const box = element('input', { ...shared, type: 'checkbox', checked: value === 'true' });
    box.addEventListener('change', () => give(field, String(box.checked)));
    return [element('label', { className: 'option', htmlFor: id }, box, element('span', {}, ...name))];
  }
  if (field.kind === 'month') {
    return [months(field, shared, value, give, say, language)];
  }
  const input = element('input', { ...shared, ...keyboard(field), value, autocomplete: 'off', spellcheck: false });
  input.setAttribute('autocorrect', 'off');
  if (field.kind === 'text') {
    input.maxLength = field.longest;
  }
  input.addEventListener('input', () => give(field, kept(field, input.value)));
  const suggested = field.options.map(option => {
    const made = element('button', { type: 'button', className: 'suggestion' }, option.label[language]);
    made.addEventListener('click', () => {
      input.value = made.textContent;
      give(field, input.value);
    });
    return made;
  });
  return suggested.length > 0 ? [input, element('div', { className: 'suggestions' }, ...suggested)] : [input];
}

/** The months that the item takes, and the one that was chosen even if it does not. */
function months(field, shared, value, give, say, language) {
  const codes = field.options.map(option => option.code);
  const all = value === '' || codes.includes(value) ? codes : [value, ...codes];
  const words = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const select = element('select', shared, element('option', { value: '' }, say('noMonth')), ...all.map(code => {
    const day = new Date(`${code}-01T00:00:00Z`);
    return element('option', { value: code }, Number.isNaN(day.getTime()) ? code : words.format(day));
  }));
  select.value = value;
  select.addEventListener('change', () => give(field, select.value));
  return select;
}

function keyboard(field) {
  switch (field.kind) {
    case 'digits':
      return { type: 'text', inputMode: 'numeric' };
    case 'phone':
      return { type: 'tel', inputMode: 'tel' };
    case 'money':
      return { type: 'text', inputMode: 'decimal' };
    case 'date':
      return { type: 'date' };
    default:
      return { type: 'text' };
  }
}

/** A value in the form in which terminals keep it: numbers without the spaces that people write. */
function kept(field, typed) {
  switch (field.kind) {
    case 'text':
      return typed.trim();
    case 'id-number':
      return typed.replace(/\s/g, '').toUpperCase();
    case 'date':
      return typed;
    default:
      return typed.replace(/[\s-]/g, '');
  }
}

function described(id) {
  return { 'aria-describedby': `${id}-problem` };
}

function filled(sentence, numbers) {
  return Object.entries(numbers).reduce((said, [name, number]) => said.replace(`{${name}}`, number), sentence);
}
