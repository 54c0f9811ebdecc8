// Shapes and places in the frame, as the page without its script has them.

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
