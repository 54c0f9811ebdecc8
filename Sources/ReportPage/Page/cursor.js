// Coordinates and class at a place of the picture, by pointer or keyboard.

const drawing = document.createElement('canvas').getContext('2d');
const cursor = { x: frame.width / 2, y: frame.height / 2 };

/// Class at a place of the frame: the last region that contains it.
const classAt = (index, x, y) =>
  regionsOf(index).reduce((found, data, k) => (drawing.isPointInPath(new Path2D(data), x, y, 'evenodd') ? k + 1 : found), 0);

const decimals = (range) => Math.max(0, 3 - Math.ceil(Math.log10(range)));

const showPlace = () => {
  const [minX, minY, maxX, maxY] = run.limits;
  const x = minX + (cursor.x / frame.width) * (maxX - minX);
  const y = maxY - (cursor.y / frame.height) * (maxY - minY);
  const text = (value, range) => value.toFixed(Math.min(20, decimals(range))).replace('-', '−');
  const names = [state.shown, state.pinned].filter((index) => index !== null)
    .map((index) => run.classNames[classAt(index, cursor.x, cursor.y)]);
  const classes = names.length < 2 ? `class ${names[0]}` : `class ${names[0]}, pinned: ${names[1]}`;
  byId('readout').textContent =
    `${run.axes[0]} ${text(x, maxX - minX)}, ${run.axes[1]} ${text(y, maxY - minY)}: ${classes}`;
  const mark = byId('cursor');
  mark.setAttribute('transform', `translate(${cursor.x} ${cursor.y})`);
  mark.setAttribute('visibility', 'visible');
};

const moveTo = (x, y) => {
  cursor.x = Math.min(Math.max(x, 0), frame.width);
  cursor.y = Math.min(Math.max(y, 0), frame.height);
  showPlace();
};

const startCursor = () => {
  const picture = byId('picture');
  const readout = byId('readout');
  picture.setAttribute('tabindex', '0');
  picture.addEventListener('pointermove', (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    if (place.x >= 0 && place.x <= frame.width && place.y >= 0 && place.y <= frame.height) {
      readout.removeAttribute('role');
      moveTo(place.x, place.y);
    }
  });
  picture.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    // Announced for keys alone; a pointer would announce every pixel.
    readout.setAttribute('role', 'status');
    const size = event.shiftKey ? 1 : 10;
    moveTo(cursor.x + size * step[0], cursor.y + size * step[1]);
  });
};
