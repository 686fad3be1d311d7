// Tells terminals what to do, and shows what they have said of it.
import { shape } from './command-table.js';
import { button, card, element, field } from './element.js';
import { ask, moment } from './shell.js';
import { say } from './words.js';

const HOURS_TO_EXPIRE = 24;
const SPEAKING = ['OUT_OF_SERVICE', 'NOTICE'];
const KINDS = ['OUT_OF_SERVICE', 'BACK_IN_SERVICE', 'NOTICE', 'FETCH_CATALOGUE', 'RESTART', 'SEND_LOG'];

/** `{ box, chosen, changed, open, now, hear }`: `chosen` holds the terminals it is for, `open` brings somebody here with one of them. */
export function desk(said) {
  const chosen = new Set();
  const words = element('p', { attributes: { 'aria-live': 'polite' } }, say('choose'));
  const answers = element('ul', { className: 'plain', attributes: { 'aria-live': 'polite' } });
  const log = element('div', {});
  const kind = field(say('kind'), { name: 'kind' }, 'select');
  const chinese = field(say('chinese'), { name: 'chinese', maxLength: 120 });
  const english = field(say('english'), { name: 'english', maxLength: 120 });
  let given = null;
  let now = Date.now();
  let because = null;
  kind.input.append(...KINDS.map(value => element('option', { value }, say(value))));
  kind.input.addEventListener('change', () => {
    chinese.box.hidden = english.box.hidden = !SPEAKING.includes(kind.input.value);
  });

  function changed() {
    because = null;
    words.textContent = chosen.size === 0 ? say('choose') : say('chosen') + [...chosen].sort().join(' ');
  }

  async function give() {
    const id = crypto.randomUUID();
    const what = kind.input.value;
    const text = SPEAKING.includes(what) ? { text: { 'zh-CN': chinese.input.value.trim(), en: english.input.value.trim() } } : {};
    const expires = new Date(now + HOURS_TO_EXPIRE * 3_600_000).toISOString();
    const answer = await ask('POST', '/staff/api/directives', { id, terminals: [...chosen], kind: what, ...text, expires });
    if (answer.status !== 200) {
      said.refused(answer.code);
      return;
    }
    given = { id, kind: what };
    log.replaceChildren();
    const then = because;
    because = null;
    await then?.(id);
    said.done(say('given') + say(what));
    tell(answer.body);
  }

  async function hear() {
    if (given) {
      const answer = await ask('GET', `/staff/api/directives/${given.id}`);
      if (answer.status === 200) {
        tell(answer.body);
      }
    }
  }

  function tell(heard) {
    const colours = { DONE: 'OK', REFUSED: 'DOWN', EXPIRED: 'DOWN' };
    answers.replaceChildren(element('li', {}, element('strong', {}, say('answers'))), ...heard.terminals.map(word =>
      element('li', { className: 'standing' }, shape(colours[word.standing] || 'UNKNOWN'),
        `${word.terminal} ${say(word.standing)}${word.code ? ` (${say(`code ${word.code}`) || word.code})` : ''}`,
        given?.kind === 'SEND_LOG' && word.standing === 'DONE' ? button(say('see log'), () => read(word.terminal), 'link') : null)));
  }

  async function read(terminal) {
    const answer = await ask('GET', `/staff/api/directives/${given.id}/logs/${terminal}`);
    if (answer.status !== 200) {
      said.refused(answer.code);
      return;
    }
    const lines = answer.body.lines.map(line => element('tr', {}, element('td', {}, moment(line.at)), element('th', { scope: 'row' }, line.kind),
      element('td', {}, Object.entries(line.values).map(([key, value]) => `${key} ${value}`).join(', '))));
    log.replaceChildren(element('h3', { tabIndex: -1 }, `${say('log of')} ${terminal}`), lines.length === 0 ? element('p', {}, say('nothing left'))
      : element('div', { className: 'scroll short', tabIndex: 0, attributes: { role: 'region', 'aria-label': `${say('log of')} ${terminal}` } },
        element('table', {}, element('thead', {}, element('tr', {}, ...['when', 'event', 'value'].map(key => element('th', { scope: 'col' }, say(key))))),
          element('tbody', {}, ...lines))));
    log.querySelector('h3').focus();
  }

  return {
    chosen, changed, hear,
    now(at) { now = at; },
    open(terminal = null, then = null) {
      if (terminal !== null) {
        chosen.clear();
        chosen.add(terminal);
        document.querySelectorAll('.command input[type=checkbox]').forEach(tick => { tick.checked = chosen.has(tick.value); });
        changed();
      }
      because = then;
      kind.input.focus();
    },
    box: card(element('h2', {}, say('give directive')), words, kind.box, chinese.box, english.box,
      element('div', { className: 'actions' }, button(say('give'), give, 'primary')), answers, log),
  };
}
