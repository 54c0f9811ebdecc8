// Path data of regions and markers, as the page without its script has them.

const makeShape = (name, attributes, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/// The place in the frame of a point in data units.
const placeOf = ([minX, minY, maxX, maxY], x, y) =>
  [((x - minX) / (maxX - minX)) * frame.width, ((maxY - y) / (maxY - minY)) * frame.height];

/// The value in tenths, rounded to nearest, away from zero on a tie.
const tenths = (value) => Math.sign(value) * Math.round(Math.abs(10 * value));

/// Drops points without which a line departs by less than half a tenth from its course, as `Path.thinned` does.
const thinned = (places) => {
  const cross = (one, other) => one[0] * other[1] - one[1] * other[0];
  const dot = (one, other) => one[0] * other[0] + one[1] * other[1];
  const minus = (one, other) => [one[0] - other[0], one[1] - other[1]];
  let [anchor, last, cone] = [places[0], null, null];
  const kept = [anchor];
  for (const place of places.slice(1)) {
    const offset = minus(place, anchor);
    if (last !== null) {
      const old = minus(last, anchor);
      const canSkip = dot(offset, offset) >= dot(old, old) &&
        (cone === null || (cross(cone.right, offset) >= 0 && cross(offset, cone.left) >= 0));
      if (!canSkip) {
        kept.push(last);
        [anchor, cone] = [last, null];
      }
    }
    const [x, y] = minus(place, anchor);
    const distance = Math.sqrt(x * x + y * y);
    if (distance > 0.05) {
      const sine = 0.05 / distance;
      const cosine = Math.sqrt(1 - sine * sine);
      const left = [x * cosine - y * sine, x * sine + y * cosine];
      const right = [x * cosine + y * sine, y * cosine - x * sine];
      cone = cone === null ? { right, left } : {
        right: cross(cone.right, right) > 0 ? right : cone.right,
        left: cross(left, cone.left) > 0 ? left : cone.left,
      };
    }
    last = place;
  }
  return last === null ? kept : [...kept, last];
};

/// Path data of closed lines, each given as x and y of its points in data units.
const pathOf = (rings, limits) => {
  let [text, command, hasNumber, hasPoint] = ['', '', false, false];
  let [currentX, currentY] = [0, 0];
  const write = (letter, ...numbers) => {
    if (command !== letter) {
      text += letter;
      [command, hasNumber] = [letter, false];
    }
    for (const number of numbers) {
      const [whole, fraction] = [Math.floor(Math.abs(number) / 10), Math.abs(number) % 10];
      const digits = `${number < 0 ? '-' : ''}${whole === 0 && fraction > 0 ? '' : whole}${fraction > 0 ? `.${fraction}` : ''}`;
      if (hasNumber && number >= 0 && !(digits.startsWith('.') && hasPoint)) text += ' ';
      text += digits;
      [hasNumber, hasPoint] = [true, fraction > 0];
    }
  };
  for (const ring of rings) {
    if (ring.length < 4) continue;
    const places = Array.from({ length: ring.length / 2 }, (_, point) => placeOf(limits, ring[2 * point], ring[2 * point + 1]));
    const [start, ...others] = thinned(places).map(([x, y]) => [tenths(x), tenths(y)]);
    command = '';
    write('m', start[0] - currentX, start[1] - currentY);
    command = 'l';
    [currentX, currentY] = start;
    for (const [x, y] of others) {
      const [dx, dy] = [x - currentX, y - currentY];
      if (dy === 0) {
        if (dx !== 0 || (currentX === start[0] && currentY === start[1])) write('h', dx);
      } else if (dx === 0) {
        write('v', dy);
      } else {
        write('l', dx, dy);
      }
      [currentX, currentY] = [x, y];
    }
    text += 'z';
    [command, hasNumber] = ['z', false];
    [currentX, currentY] = start;
  }
  return text;
};

/// The places of points in the frame, rounded to a tenth.
const placesOf = (points, limits) => {
  const places = [];
  for (let index = 0; index < points.length; index += 2) {
    places.push(...placeOf(limits, points[index], points[index + 1]).map((value) => tenths(value) / 10));
  }
  return places;
};

/// The markers of points, one path for each class.
const markersOf = ({ labels, places, classNames }, points) => classNames.flatMap((_, label) => {
  const own = points.filter((point) => labels[point] === label);
  const data = own.map((point) => `M${places[2 * point]} ${places[2 * point + 1]}${run.markers[label]}`).join('');
  return data === '' ? [] : [makeShape('path', { class: `marker m${label}`, d: data })];
});
