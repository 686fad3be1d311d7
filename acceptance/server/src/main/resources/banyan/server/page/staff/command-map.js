// Where terminals stand and how: a schematic drawing of the districts, or the list.
import { shape, states, table, worst } from './command-table.js';
import { button, card, element } from './element.js';
import { language, say } from './words.js';

const NOWHERE = '';

/** `{ box, show }` for all terminals; `chosen` and `changed` are those of the list. */
export function points(chosen, changed) {
  const inside = element('div', {});
  const title = element('h2', {}, say('points'));
  const asMap = button(say('map'), () => turn('map'));
  const asList = button(say('list'), () => turn('list'));
  const ways = element('div', { className: 'ways', attributes: { role: 'group', 'aria-label': say('shown as') } }, asMap, asList);
  let way = 'map';
  let only = null;
  let fleet = null;

  function turn(next, district = null) {
    way = next;
    only = district;
    draw();
  }

  function draw() {
    asMap.setAttribute('aria-pressed', String(way === 'map'));
    asList.setAttribute('aria-pressed', String(way === 'list'));
    // Whoever is in the middle of the list or of the map stays where he is.
    const here = document.activeElement?.closest('#main tr, .district')?.id;
    if (way === 'map') {
      inside.replaceChildren(map(fleet, district => turn('list', district)), states(fleet.counts), element('p', { className: 'note' }, say('shapes')));
    } else {
      const shown = only === null ? fleet.points : fleet.points.filter(point => (point.district || NOWHERE) === only);
      const all = only === null ? [] : [element('p', {}, `${districtName(fleet, only)} `, button(say('show all'), () => turn('list'), 'link'))];
      inside.replaceChildren(states(fleet.counts), ...all, table(shown, chosen, changed));
    }
    const back = here && document.getElementById(here);
    (back?.querySelector('input') || back)?.focus();
  }

  return {
    box: card(element('div', { className: 'row apart' }, title, ways), inside),
    show(now) { fleet = now; draw(); },
  };
}

export function districtName(fleet, code) {
  const found = fleet.districts.find(one => one.district === code);
  return found ? (language() === 'en' ? found.english : found.chinese) : say('nowhere');
}

function map(fleet, open) {
  if (fleet.districts.length === 0) {
    return element('p', {}, say('no places'));
  }
  const across = spread(fleet.districts.map(one => one.longitude));
  const down = spread(fleet.districts.map(one => -one.latitude));
  const drawn = element('div', { className: 'map', attributes: { role: 'group', 'aria-label': say('schematic') } },
    element('p', { className: 'note' }, say('schematic')));
  fleet.districts.forEach((district, at) => drawn.append(spot(fleet, district.district, open, across[at], down[at])));
  if (fleet.points.some(point => !point.district)) {
    drawn.append(spot(fleet, NOWHERE, open, .5, 1.06));
  }
  return drawn;
}

/** Between 0 and 1, half by distance and half by order, so that what is close together can still be read. */
function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  return values.map(value => values.length === 1 || least === most ? .5
    : ((value - least) / (most - least) + sorted.indexOf(value) / (values.length - 1)) / 2);
}

function spot(fleet, code, open, x, y) {
  const here = fleet.points.filter(point => (point.district || NOWHERE) === code);
  const name = districtName(fleet, code);
  const colour = here.length === 0 ? 'UNKNOWN' : worst(here);
  const drawn = element('button', { type: 'button', id: `district-${code || 'nowhere'}`, className: 'district', attributes: {
    'aria-label': `${name}: ${here.length} ${say('terminals')}, ${here.length === 0 ? say('none here') : `${say('worst')} ${say(colour)}`}`,
  } }, shape(colour, here.length), element('span', {}, name));
  drawn.style.left = `${8 + x * 84}%`;
  drawn.style.top = `${16 + y * 68}%`;
  drawn.addEventListener('click', () => open(code));
  return drawn;
}
