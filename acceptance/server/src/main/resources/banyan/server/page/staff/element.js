// Elements are made one by one and text is only ever text: nothing that was typed or fetched becomes HTML.

/** An element with these properties, attributes (as `attributes`) and children; a child that is a string is text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  const { attributes = {}, ...rest } = properties;
  Object.assign(made, rest);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** A button that does this. */
export function button(words, does, kind = '') {
  const made = element('button', { type: 'button', className: kind }, words);
  made.addEventListener('click', does);
  return made;
}

export function card(...children) {
  return element('section', { className: 'card' }, ...children);
}

/** A few words in a colour that is never the only sign: good, look, bad, plain or none. */
export function badge(words, kind = '') {
  return element('span', { className: `badge ${kind}` }, words);
}

let fields = 0;

/** A field under its label; `input` is the field itself. */
export function field(words, properties = {}, kind = 'input') {
  const id = `field-${properties.name || ++fields}`;
  const input = element(kind, { id, ...properties });
  return { input, box: element('div', {}, element('label', { htmlFor: id }, words), input) };
}
