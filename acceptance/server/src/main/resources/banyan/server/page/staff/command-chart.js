// Bars by Apache ECharts, which this centre serves itself, each beside a table that says the same.
import { element } from './element.js';
import { say } from './words.js';

/** Loaded when the first chart is drawn; without it the tables stand alone. */
let library;

function loaded() {
  library ??= import('/staff/files/echarts.js').then(() => globalThis.echarts).catch(() => null);
  return library;
}

/**
 * `{ box, show }`: bars with a table that can be opened. `show(names, values, words)` draws; `lying` lays the bars down.
 * `words(value)` is what is said of a value.
 */
export function bars(title, what, lying = false) {
  const canvas = element('canvas', { className: 'chart', hidden: true, attributes: { role: 'img' } });
  const rows = element('tbody', {});
  const head = element('tr', {}, element('th', { scope: 'col' }, say(what)), element('th', { scope: 'col' }, say('value')));
  const details = element('details', {}, element('summary', {}, say('as table')), element('table', {}, element('thead', {}, head), rows));
  // The library empties what it draws on as HTML, which no page of ours may do; a canvas has nothing to be emptied of.
  Object.defineProperty(canvas, 'innerHTML', { set() {}, get: () => '' });
  let drawn = null;

  async function draw(names, values) {
    const charts = await loaded();
    if (!charts || names.length === 0) {
      canvas.hidden = true;
      details.open = details.open || !charts;
      return;
    }
    canvas.hidden = false;
    const style = getComputedStyle(canvas);
    const size = { width: Math.max(200, canvas.parentElement.clientWidth), height: lying ? 60 + names.length * 26 : 180 };
    drawn?.dispose();
    drawn = charts.init(canvas, null, { renderer: 'canvas', devicePixelRatio: window.devicePixelRatio || 1, ...size });
    const text = { color: style.color, fontFamily: style.fontFamily, fontSize: 13 };
    const kinds = { type: 'category', data: names, inverse: lying, axisLabel: text, axisLine: { lineStyle: { color: style.color } }, axisTick: { show: false } };
    const counts = { type: 'value', axisLabel: text, splitLine: { lineStyle: { color: style.borderColor } }, minInterval: 1 };
    drawn.setOption({
      animation: false, textStyle: text, grid: { left: 8, right: 24, top: 12, bottom: 4, containLabel: true },
      xAxis: lying ? counts : kinds, yAxis: lying ? kinds : counts,
      series: [{ type: 'bar', data: values, itemStyle: { color: style.accentColor === 'auto' ? style.color : style.accentColor }, barMaxWidth: 28 }],
    });
    // The library writes a size of its own; the page's is as wide as its card.
    canvas.style.width = `${size.width}px`;
    canvas.style.height = `${size.height}px`;
  }

  return {
    box: element('div', { className: 'bars' }, element('h3', {}, title), canvas, details),
    show(names, values, words = String) {
      const said = names.map((name, at) => `${name}: ${words(values[at])}`);
      canvas.setAttribute('aria-label', `${title}. ${said.join('; ')}`);
      rows.replaceChildren(...names.map((name, at) => element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, words(values[at])))));
      draw(names, values);
    },
  };
}
