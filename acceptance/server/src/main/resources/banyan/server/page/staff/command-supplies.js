// Who needs paper or toner: the list for those who bring it.
import { districtName } from './command-map.js';
import { shape } from './command-table.js';
import { card, element } from './element.js';
import { moment } from './shell.js';
import { say } from './words.js';

const COLOURS = { OUT: 'DOWN', LOW: 'WATCH', UNKNOWN: 'UNKNOWN', ENOUGH: 'OK' };

export function supplies() {
  const inside = element('div', {});
  return {
    box: card(element('div', { className: 'row apart' }, element('h2', {}, say('supplies')),
      element('a', { href: '/staff/api/supplies?form=csv', download: 'visits.csv' }, say('export'))), inside),
    show(stops, fleet) {
      const needed = stops.filter(stop => stop.need !== 'ENOUGH');
      const head = element('tr', {}, ...['need', 'district', 'hall', 'terminal', 'left over', 'heard'].map(key => element('th', { scope: 'col' }, say(key))));
      inside.replaceChildren(element('p', { className: 'note' }, `${say('needed')} ${needed.length} / ${stops.length}`),
        needed.length === 0 ? element('p', {}, say('nothing needed'))
          : element('div', { className: 'scroll short', tabIndex: 0, attributes: { role: 'region', 'aria-label': say('supplies') } },
            element('table', {}, element('thead', {}, head), element('tbody', {}, ...needed.map(stop => row(stop, fleet))))));
    },
  };
}

function row(stop, fleet) {
  const left = stop.supplies.map(one => `${one.name} ${one.count === undefined ? say(`left ${one.left}`) : `${one.count}${one.left === 'PERCENT' ? '%' : ''}`}`);
  return element('tr', {}, element('td', {}, element('span', { className: 'standing' }, shape(COLOURS[stop.need]), say(`need ${stop.need}`))),
    element('td', {}, stop.district ? districtName(fleet, stop.district) : '—'), element('td', {}, stop.hall || '—'), element('th', { scope: 'row' }, stop.terminal),
    element('td', {}, stop.told && left.length ? left.join('; ') : say('left UNKNOWN')), element('td', {}, stop.said ? moment(stop.said) : say('never')));
}
