// What can be seen on a telephone of a value's form. The terminal judges it again, with the item's own rules.

/** The key of what is to be said of this value, with its numbers; null if nothing is. An empty one is only not yet filled in. */
export function wrong(field, value) {
  if (value === '') {
    return null;
  }
  if (field.check === 'bank-card') {
    return digits('bank-card', value, 15, 19) || unless(luhn(value), 'bank-card.check');
  }
  switch (field.check || field.kind) {
    case 'digits':
      return digits('digits', value, field.shortest, field.longest);
    case 'phone':
    case 'phone-cn':
      return unless(/^[0-9]*$/.test(value), 'phone-cn.other') || length('phone-cn', value, 11)
        || unless(/^1[3-9]/.test(value), 'phone-cn.start');
    case 'id-number':
    case 'id-number-cn':
      return unless(/^[0-9]*X?$/.test(value), 'id-number-cn.other') || length('id-number-cn', value, 18);
    case 'money':
      return unless(/^[0-9]{1,12}([.][0-9]{1,2})?$/.test(value), 'money.unclear');
    default:
      return null;
  }
}

function digits(kind, value, least, most) {
  const have = value.length;
  return unless(/^[0-9]*$/.test(value), `${kind}.other`)
    || unless(have >= least, `${kind}.short`, { have, least })
    || unless(have <= most, `${kind}.long`, { have, most });
}

function length(kind, value, wanted) {
  const have = value.length;
  return unless(have >= wanted, `${kind}.short`, { have, missing: wanted - have })
    || unless(have <= wanted, `${kind}.long`, { have, over: have - wanted });
}

function unless(right, key, numbers = {}) {
  return right ? null : { key, numbers };
}

function luhn(value) {
  const weighted = Array.from(value).reverse().map((digit, place) => Number(digit) * (place % 2 + 1));
  return weighted.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}
