// The fleet as a list: worst first, each with its shape, its word and why.
import { element } from './element.js';
import { moment } from './shell.js';
import { say } from './words.js';

const WORST_FIRST = ['DOWN', 'UNKNOWN', 'WATCH', 'OK'];
const SHAPES = {
  OK: ['circle', { cx: 14, cy: 14, r: 11 }], WATCH: ['path', { d: 'M14 3 26 25 2 25Z' }],
  DOWN: ['rect', { x: 3, y: 3, width: 22, height: 22 }], UNKNOWN: ['circle', { cx: 14, cy: 14, r: 11 }],
};

/** The worst state of these. */
export function worst(points) {
  return WORST_FIRST.find(colour => points.some(point => point.colour === colour));
}

/** The shape of a state, with a number in it where one is given. */
export function shape(colour, number = null) {
  const [kind, properties] = SHAPES[colour];
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  drawn.setAttribute('viewBox', '0 0 28 28');
  drawn.setAttribute('class', `shape ${colour}`);
  drawn.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', kind);
  Object.entries(properties).forEach(([key, value]) => line.setAttribute(key, value));
  drawn.append(line);
  if (number !== null) {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', 14);
    text.setAttribute('y', colour === 'WATCH' ? 22 : 18);
    text.textContent = String(number);
    drawn.append(text);
    drawn.classList.add('full');
  }
  return drawn;
}

/** How many stand in each state. */
export function states(counts) {
  return element('ul', { className: 'states' }, ...['OK', 'WATCH', 'DOWN', 'UNKNOWN'].map(colour =>
    element('li', {}, shape(colour), `${say(colour)} ${counts[colour] || 0}`)));
}

/** A row for each; `chosen` holds the numbers of those that are ticked. */
export function table(points, chosen, changed) {
  const sorted = [...points].sort((one, other) =>
    WORST_FIRST.indexOf(one.colour) - WORST_FIRST.indexOf(other.colour) || one.terminal.localeCompare(other.terminal));
  const head = element('tr', {}, element('td', {}),
    ...['terminal', 'hall', 'stands', 'why', 'heard', 'waiting', 'stuck', 'release'].map(key => element('th', { scope: 'col' }, say(key))));
  return element('div', { className: 'scroll', tabIndex: 0, attributes: { role: 'region', 'aria-label': say('points') } },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...sorted.map(point => row(point, chosen, changed)))));
}

function row(point, chosen, changed) {
  const tick = element('input', {
    type: 'checkbox', value: point.terminal, checked: chosen.has(point.terminal), attributes: { 'aria-label': `${say('terminal')} ${point.terminal}` },
  });
  tick.addEventListener('change', () => {
    if (tick.checked) {
      chosen.add(point.terminal);
    } else {
      chosen.delete(point.terminal);
    }
    changed();
  });
  const why = point.code ? (say(`code ${point.code}`) || point.code) + (point.device ? ` · ${point.device}` : '') : '';
  const said = point.said;
  return element('tr', { id: `point-${point.terminal}` }, element('td', {}, tick),
    element('th', { scope: 'row' }, point.terminal), element('td', {}, point.hall || '—'),
    element('td', {}, element('span', { className: 'standing' }, shape(point.colour), say(point.colour))),
    element('td', {}, why), element('td', {}, point.heard ? moment(point.heard) : say('never')),
    element('td', {}, said ? String(said.waiting) : '—'), element('td', {}, said ? String(said.stuck) : '—'),
    element('td', {}, said ? `${said.version} / ${said.release}` : '—'));
}
