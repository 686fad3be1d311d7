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
export function button(words, does, kind = 'quiet') {
  const made = element('button', { type: 'button', className: kind }, words);
  made.addEventListener('click', does);
  return made;
}

/** A card of a page. */
export function card(...children) {
  return element('section', { className: 'card' }, ...children);
}
