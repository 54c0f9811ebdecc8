// Coordinates, class and probabilities at a place of the picture, by pointer or keyboard.

const drawing = document.createElement('canvas').getContext('2d');
const cursor = { x: frame.width / 2, y: frame.height / 2 };

/// Class at a place of the frame: the last region that contains it.
const classAt = (index, x, y) =>
  regionsOf(index).reduce((found, data, k) => (drawing.isPointInPath(new Path2D(data), x, y, 'evenodd') ? k + 1 : found), 0);

/// Probability of each class at a place in data units; null for classifiers that are no networks.
const probabilitiesAt = (index, x, y) => {
  const { network } = run.entries[index];
  return network && trainer.engine ? trainer.engine.probabilities(network, x, y, dataOf(index).classNames.length) : null;
};

const decimals = (range) => Math.max(0, 3 - Math.ceil(Math.log10(range)));

/// "class 0 (0: 97.3 %, 1: 2.7 %)".
const classText = (index, probabilities) => {
  const names = dataOf(index).classNames;
  if (!probabilities) return `class ${names[classAt(index, cursor.x, cursor.y)]}`;
  const shares = probabilities.map((share, label) => `${names[label]}: ${percent(share)}`).join(', ');
  return `class ${names[probabilities.indexOf(Math.max(...probabilities))]} (${shares})`;
};

const showPlace = () => {
  const [minX, minY, maxX, maxY] = dataOf(state.shown).limits;
  const x = minX + (cursor.x / frame.width) * (maxX - minX);
  const y = maxY - (cursor.y / frame.height) * (maxY - minY);
  const text = (value, range) => value.toFixed(Math.min(20, decimals(range))).replace('-', '−');
  const probabilities = probabilitiesAt(state.shown, x, y);
  const { pinned } = state;
  const hasPin = pinned !== null && dataOf(pinned).limits.join() === dataOf(state.shown).limits.join();
  const readout = byId('readout');
  readout.textContent = `${run.axes[0]} ${text(x, maxX - minX)}, ${run.axes[1]} ${text(y, maxY - minY)}: ` +
    classText(state.shown, probabilities) + (hasPin ? `, pinned: ${classText(pinned, probabilitiesAt(pinned, x, y))}` : '');
  Object.assign(readout.dataset, { x, y, probabilities: probabilities?.join(' ') ?? '' });
  const mark = byId('cursor');
  mark.setAttribute('transform', `translate(${cursor.x} ${cursor.y})`);
  mark.setAttribute('visibility', 'visible');
};

const moveTo = (x, y) => {
  cursor.x = Math.min(Math.max(x, 0), frame.width);
  cursor.y = Math.min(Math.max(y, 0), frame.height);
  showPlace();
};

/// The place of a pointer in the frame; null outside.
const placeOfEvent = (event) => {
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(byId('picture').getScreenCTM().inverse());
  return place.x >= 0 && place.x <= frame.width && place.y >= 0 && place.y <= frame.height ? place : null;
};

const startCursor = () => {
  const picture = byId('picture');
  const readout = byId('readout');
  picture.setAttribute('tabindex', '0');
  picture.addEventListener('pointermove', (event) => {
    const place = placeOfEvent(event);
    if (place) {
      readout.removeAttribute('role');
      moveTo(place.x, place.y);
    }
  });
  picture.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (!step && !editByKey(event.key)) return;
    event.preventDefault();
    if (!step) return;
    // Announced for keys alone; a pointer would announce every pixel.
    readout.setAttribute('role', 'status');
    const size = event.shiftKey ? 1 : 10;
    moveTo(cursor.x + size * step[0], cursor.y + size * step[1]);
  });
};
