// What somebody must see to, and who does: taken, told, said how it goes, closed with a reason.
import { shape } from './command-table.js';
import { button, card, element, field } from './element.js';
import { ask, moment } from './shell.js';
import { say } from './words.js';

const COLOURS = { TAMPER: 'DOWN', DEVICE_DOWN: 'DOWN', PAPER_OUT: 'WATCH', SILENCE: 'UNKNOWN', REFUSALS: 'WATCH' };
const REASONS = ['MENDED', 'FALSE_ALARM', 'EXPECTED'];

/** `{ box, show }`; `me` is the number of who may do something, empty where it is nobody. `orders` gives directives, `look` asks again. */
export function alarms(me, said, orders, look) {
  const title = element('h2', {}, say('alarms'));
  const oldest = element('span', { className: 'note' });
  const list = element('ul', { className: 'plain alarms' });
  const open = new Set();
  let shown = '';

  async function act(alarm, deed, more = {}) {
    const answer = await ask('POST', `/staff/api/alarms/${alarm.id}/deeds`, { deed, ...more });
    if (answer.status === 200) {
      said.done(`${alarm.terminal} ${say(`alarm ${alarm.kind}`)} · ${say(`deed ${deed}`)}`);
    } else {
      said.refused(answer.code);
    }
    shown = '';
    list.contains(document.activeElement) && document.activeElement.blur();
    await look();
  }

  function row(alarm) {
    const why = say(`code ${alarm.code}`) || alarm.code;
    const since = `${moment(alarm.raised)} ${say('since')}${alarm.device ? ` · ${alarm.device}` : ''} · ${why}${alarm.cleared ? ` · ${say('cleared')}` : ''}`;
    const drawn = element('details', { open: open.has(alarm.id), id: `alarm-${alarm.id}` },
      element('summary', {}, shape(COLOURS[alarm.kind]),
        element('span', { className: 'what' }, element('strong', {}, `${alarm.terminal} · ${say(`alarm ${alarm.kind}`)}`), element('span', { className: 'note' }, since)),
        element('span', { className: 'whose' }, alarm.heldBy ? `${say('held by')} ${alarm.heldBy}` : say('held by nobody'))),
      element('div', { className: 'about' }, ...alarm.feedback.map(one => element('p', {}, `${moment(one.at)} ${one.staff}: ${one.words}`)),
        ...(alarm.directive ? [element('p', { className: 'note' }, say('told because'))] : []), ...deeds(alarm)));
    drawn.addEventListener('toggle', () => drawn.open ? open.add(alarm.id) : open.delete(alarm.id));
    return element('li', {}, drawn);
  }

  function deeds(alarm) {
    if (!me) {
      return [];
    }
    if (!alarm.heldBy) {
      return [button(say('deed TAKE'), () => act(alarm, 'TAKE'), 'primary')];
    }
    if (alarm.heldBy !== me) {
      return [];
    }
    const words = field(say('feedback'), { name: `feedback-${alarm.id}`, maxLength: 500 });
    const reason = field(say('reason'), { name: `reason-${alarm.id}` }, 'select');
    reason.input.append(...REASONS.map(value => element('option', { value }, say(`reason ${value}`))));
    const close = button(say('deed CLOSE'), () => act(alarm, 'CLOSE', { reason: reason.input.value }));
    close.disabled = !alarm.cleared;
    return [words.box,
      element('div', { className: 'actions' },
        button(say('deed FEEDBACK'), () => act(alarm, 'FEEDBACK', { words: words.input.value.trim() })),
        button(say('give directive'), () => orders.open(alarm.terminal, directive => act(alarm, 'DIRECTIVE', { directive }))),
        button(say('deed HAND_BACK'), () => act(alarm, 'HAND_BACK'))),
      reason.box, element('div', { className: 'actions' }, close), ...(alarm.cleared ? [] : [element('p', { className: 'note' }, say('still so'))])];
  }

  return {
    box: card(element('div', { className: 'row apart' }, title, oldest), list),
    show(now) {
      const next = JSON.stringify(now);
      // What somebody is typing is not taken away from under his hands; it is drawn anew once he has left it.
      if (next === shown || list.contains(document.activeElement) && ['INPUT', 'SELECT'].includes(document.activeElement.tagName)) {
        return;
      }
      const here = document.activeElement?.closest('.alarms details')?.id;
      shown = next;
      title.textContent = `${say('alarms')} ${now.length}`;
      oldest.textContent = now.length ? `${say('oldest')} ${moment(now[0].raised)}` : '';
      list.replaceChildren(...(now.length ? now.map(row) : [element('li', {}, say('no alarms'))]));
      here && document.getElementById(here)?.querySelector('summary').focus();
    },
  };
}
